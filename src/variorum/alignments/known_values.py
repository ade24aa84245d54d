"""Known values: what is known of many pairs at once, and which pairs can reach a chance whatever the rest is.

A pair is judged by a logistic regression. Most pairs of two reports are far below any chance that counts, and the
features that tables give of all pairs in one go show it: with the others at their best, the sum is still too small.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Odds, as a logarithm, that are within the rounding of a probability and of single precision.
_ROUNDED = 0.001


def ends_of(pairs: Sequence[tuple[int, int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the rows and the columns of pairs, by which tables of all pairs are read."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    rows, columns = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return rows, columns


class KnownValues(Struct, frozen=True, eq=False):
    """What is known of some pairs."""

    values: dict[str, NDArray[np.float64]]
    """A value for each pair, by the name of the feature."""

    def of(self, number: int) -> dict[str, float]:
        """Return what is known of one of the pairs, by name."""
        return {name: float(values[number]) for name, values in self.values.items()}

    def can_reach(
        self, least: float, weights: Mapping[str, float], most: Mapping[str, NDArray[np.float64]]
    ) -> NDArray[np.bool_]:
        """Say of each pair whether its probability can be ``least``.

        ``most`` is how much a feature that is not known can be at most, for each pair, by name; 1 where it says
        nothing. No such feature can be less than 0.
        """
        import numpy as np  # noqa: PLC0415  # as above

        margins = np.zeros(len(next(iter(self.values.values()))))
        for name, weight in weights.items():
            if name in self.values:
                margins += weight * self.values[name]
            elif weight > 0:
                margins += weight * most.get(name, 1.0)
        reached: NDArray[np.bool_] = margins >= log(least / (1 - least)) - _ROUNDED
        return reached
