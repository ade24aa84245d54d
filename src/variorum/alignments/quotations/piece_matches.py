"""Matches of pieces: how near the quoted sentences of two reports are, each pair beside its rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.closeness import rivals
from variorum.alignments.similarities import cosines
from variorum.alignments.wordings.matches import WordedReport, match_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.quotations.utterances import Side


class Near(Struct, frozen=True):
    """How near two quoted sentences are."""

    cosine: float
    words: float
    """How well the words of both find each other, 0 to 1."""
    most_rivals: float
    """By how much better than with any other sentence, for the one of the two for which it is less."""
    one_rival: float
    """The same for the one for which it is more."""


class PieceMatches:
    """How near the quoted sentences of two reports are."""

    def __init__(self, sides: tuple[Side, Side], worded: tuple[WordedReport, WordedReport]) -> None:
        """Compare every two sentences; ``worded`` are the words of the two reports."""
        import numpy as np  # noqa: PLC0415  # only where something is aligned

        left, right = sides
        self.cosines: NDArray[np.float32] = cosines(left.vectors, right.vectors)
        stretches = [
            [report.stretch(max(piece.spans, key=len)) for piece in side.pieces]
            for side, report in zip(sides, worded, strict=True)
        ]
        self._words = match_words(worded, stretches[0], stretches[1])
        if self._words.size:
            across = self._words - rivals(self._words, np.arange(len(right.pieces)))[0]
            down = self._words - rivals(self._words.T, np.arange(len(left.pieces)))[0].T
            self._rivals = np.minimum(across, down), np.maximum(across, down)

    def of(self, pair: tuple[int, int]) -> Near:
        """Return how near two sentences are, by their numbers."""
        return Near(
            float(self.cosines[pair]),
            float(self._words[pair]),
            float(self._rivals[0][pair]),
            float(self._rivals[1][pair]),
        )
