"""Turns: how often one speaker speaks in two reports, and whether it is said in one order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.alignments.quotations.speakers import Speakers
    from variorum.alignments.quotations.utterances import Side

#: Turns from which more say nothing more.
_MOST = 3


class Turns:
    """The turns of the speakers of two reports."""

    def __init__(
        self, sides: tuple[Side, Side], said: tuple[Sequence[bool], Sequence[bool]], speakers: Speakers
    ) -> None:
        """Count; ``said`` tells for each sentence whether it is given as said."""
        import numpy as np  # noqa: PLC0415  # only where something is aligned

        left, right = sides
        same = np.array(
            [
                [speakers.relation(one.quotation, other.quotation) == "same" for other in right.pieces]
                for one in left.pieces
            ],
            dtype=np.int64,
        ).reshape(len(left.pieces), len(right.pieces))
        rows = same * np.array(said[0], dtype=np.int64)[:, None]
        columns = same * np.array(said[1], dtype=np.int64)[None, :]
        self._same = same
        self._most = np.maximum(rows.sum(axis=0)[None, :], columns.sum(axis=1)[:, None])
        # How many of the speaker's sentences stand before this one, in either report.
        self._before = rows.cumsum(axis=0) - rows, columns.cumsum(axis=1) - columns

    def few(self, pair: tuple[int, int]) -> float:
        """Return 1 where either report has one sentence of this speaker, less where it has more, 0 for two speakers."""
        return float(self._same[pair]) / max(1, int(self._most[pair]))

    def apart(self, pair: tuple[int, int]) -> float:
        """Return how far apart two sentences are in the order of what their speaker says, 0 to 1."""
        turns = abs(int(self._before[0][pair]) - int(self._before[1][pair]))
        return min(_MOST, turns) / _MOST if self._same[pair] else 0.0
