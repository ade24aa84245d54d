"""Triggers in place: what two triggers mean where they stand, and whether any other of their reports is nearer.

"Strike" is a walkout in one sentence and an attack in another; the words of sentences are read for their alignment
anyway, so that the triggers among them cost nothing more.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.events.profiles import EventProfile
    from variorum.alignments.wordings.matches import WordedReport

#: Nearness of a trigger to any of a report in which there is no other.
_NONE = -2.0


class TriggersInPlace(Struct, frozen=True, eq=False):
    """A row for each trigger."""

    alone: NDArray[np.float32]
    """As it is read in its sentence."""
    beside: NDArray[np.float32]
    """As it is read with the sentences beside it."""
    best: NDArray[np.float32]
    """How near the nearest other trigger of each report is, a column a report."""
    positions: tuple[int, ...]

    def features(self, one: int, two: int) -> dict[str, float]:
        """Return how near two triggers are, and by how much nearer than others, the same in either order."""
        alone, beside = float(self.alone[one] @ self.alone[two]), float(self.beside[one] @ self.beside[two])
        both = alone + beside
        there = both - float(self.best[one, self.positions[two]]), both - float(self.best[two, self.positions[one]])
        anywhere = 2 * both - float(self.best[one].max()) - float(self.best[two].max())
        return {
            "cosine in their sentences": round(alone, 4),
            "cosine with the sentences beside": round(beside, 4),
            "nearer than others of either report": round(min(there), 4),
            "nearer than any others": round(anywhere, 4),
        }


def triggers_in_place(profiles: Sequence[EventProfile], worded: Sequence[WordedReport]) -> TriggersInPlace:
    """Return the triggers as they stand in their reports; ``worded`` are the words of these, by position."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    rows = [_row_of(profile, worded[profile.position]) for profile in profiles]
    # A story without an event has no row and no column either.
    table = np.array(rows, dtype=np.float32) if rows else np.zeros((0, 2), dtype=np.float32)
    half = table.shape[1] // 2
    alone, beside = _unit(table[:, :half]), _unit(table[:, half:])
    positions = np.array([profile.position for profile in profiles])
    best = np.full((len(profiles), len(worded)), _NONE, dtype=np.float32)
    for position in sorted(set(positions.tolist())):
        there = np.flatnonzero(positions == position)
        near = alone @ alone[there].T + beside @ beside[there].T
        near[there, np.arange(len(there))] = _NONE
        best[:, position] = near.max(axis=1)
    return TriggersInPlace(alone, beside, best.round(4), tuple(positions.tolist()))


def _row_of(profile: EventProfile, report: WordedReport) -> NDArray[np.float32]:
    """Return the mean of the words of a trigger; of the word that it ends, where none begins in it."""
    first = bisect_left(report.starts, profile.start)
    after = bisect_left(report.starts, profile.start + len(profile.word))
    if after <= first:
        first, after = max(0, first - 1), max(1, first)
    mean: NDArray[np.float32] = report.vectors[first:after].mean(axis=0)
    return mean


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return rows of length 1; zeros stay zeros."""
    import numpy as np  # noqa: PLC0415  # as above

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    found: NDArray[np.float32] = (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return found
