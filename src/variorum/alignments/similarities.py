"""Similarities: vectors of texts, their cosines, and the choice of pairs by score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.limits import LIMITS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def vectors_of(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return the vectors of texts; equal texts are encoded once."""
    from variorum.encoder import load_encoder  # noqa: PLC0415  # numpy and the model only where something is aligned

    return load_encoder().encode(texts)


def cosines(left: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the cosine of each row of ``left`` to each row of ``right``, rounded to four places."""
    product: NDArray[np.float32] = (left @ right.T).round(4)
    return product


def in_context(clauses: NDArray[np.float32], sentences: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the cosine of clauses, or its mean with that of their sentences where this is more.

    A clause means what its sentence makes of it: "that he would come" is little alone.
    """
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    wide: NDArray[np.float32] = np.maximum(clauses, (clauses + sentences) / 2).round(4)
    return wide


def nearest(similarities: NDArray[np.float32], most: int = LIMITS.candidates) -> list[tuple[int, int]]:
    """Return (row, column) of each row's and column's best ``most`` candidates, in order."""
    import numpy as np  # noqa: PLC0415  # as above

    rows = np.argsort(-similarities, axis=1, kind="stable")[:, :most]
    columns = np.argsort(-similarities, axis=0, kind="stable")[:most, :]
    pairs = {(row, int(column)) for row, best in enumerate(rows) for column in best}
    pairs.update((int(row), column) for column, best in enumerate(columns.T) for row in best)
    return sorted(pairs)


def mutual_best(scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return the pairs that are each other's best, the earlier in the texts where two are equal, best first.

    Greedy one-to-one matching: a pair is taken when both sides are still free.
    """
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    chosen = []
    for pair in sorted(scores, key=lambda item: (-scores[item], abs(item[0] - item[1]), item)):
        if pair[0] not in taken_left and pair[1] not in taken_right:
            taken_left.add(pair[0])
            taken_right.add(pair[1])
            chosen.append(pair)
    return chosen
