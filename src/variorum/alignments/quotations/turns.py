"""Turns: how often one speaker speaks in two reports, and whether it is said in one order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Turns from which more say nothing more.
_MOST = 3


class Turns:
    """The turns of the speakers of two reports: tables of every two quoted sentences."""

    few: NDArray[np.float64]
    """1 where either report has one sentence of this speaker, less where it has more, 0 for two speakers."""
    apart: NDArray[np.float64]
    """How far apart two sentences are in the order of what their speaker says, 0 to 1."""

    def __init__(self, said: tuple[NDArray[np.int64], NDArray[np.int64]], same: NDArray[np.bool_]) -> None:
        """Count.

        ``said`` is 1 for each sentence that is given as said; ``same`` tells whether two of them have one speaker.
        """
        import numpy as np  # noqa: PLC0415  # only where something is aligned

        one = same.astype(np.int64)
        rows, columns = one * said[0][:, None], one * said[1][None, :]
        most = np.maximum(rows.sum(axis=0)[None, :], columns.sum(axis=1)[:, None])
        self.few = one / np.maximum(1, most)
        # How many of the speaker's sentences stand before this one, in either report.
        before = rows.cumsum(axis=0) - rows, columns.cumsum(axis=1) - columns
        self.apart = np.where(same, np.minimum(_MOST, np.abs(before[0] - before[1])) / _MOST, 0.0)
