"""Closeness: how near the statements of two reports are, each pair beside what else either could be taken for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.similarities import in_context

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: The best of other sentences whose mean says how near a statement is to anything.
_CROWD = 3


class Closeness(Struct, frozen=True, eq=False):
    """The cosines of the statements of two reports, rows for the left one, columns for the right one."""

    clauses: NDArray[np.float32]
    sentences: NDArray[np.float32]
    context: NDArray[np.float32]
    """Of clauses, or their mean with that of their sentences where this is more."""
    row_rival: NDArray[np.float32]
    """For each pair, the best cosine in context that the left statement has with another sentence."""
    column_rival: NDArray[np.float32]
    """The same for the right statement."""
    neighbours: NDArray[np.float32]
    """For each pair, the best cosine of sentences that stand beside both."""
    told: NDArray[np.float32]
    """How well the words of the statements find each other."""
    whole: NDArray[np.float32]
    """The same for their sentences."""
    words: NDArray[np.float32]
    """Of statements, or the mean with that of their sentences where this is more."""
    word_rivals: tuple[NDArray[np.float32], NDArray[np.float32]]
    """For each pair, the best that the left (the right) statement's words find in another sentence."""
    word_crowds: tuple[NDArray[np.float32], NDArray[np.float32]]
    """The mean of the best few of them."""
    words_beside: NDArray[np.float32]
    """For each pair, the best of sentences that stand beside both."""
    sentences_told: tuple[int, int]
    """How many sentences of either report tell something."""


def closeness_of(
    clauses: NDArray[np.float32],
    sentences: NDArray[np.float32],
    told: NDArray[np.float32],
    whole: NDArray[np.float32],
    left: Iterable[int],
    right: Iterable[int],
) -> Closeness:
    """Return how near two reports are with what stands beside each pair; ``left`` and ``right`` number sentences.

    ``clauses`` and ``sentences`` are cosines, ``told`` and ``whole`` what their words find in each other.
    """
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    context, words = in_context(clauses, sentences), in_context(told, whole)
    rows, columns = np.array(list(left)), np.array(list(right))
    (across, crowd_across), (down, crowd_down) = rivals(words, columns), rivals(words.T, rows)
    return Closeness(
        clauses=clauses,
        sentences=sentences,
        context=context,
        row_rival=rivals(context, columns)[0],
        column_rival=rivals(context.T, rows)[0].T,
        neighbours=beside(sentences, rows, columns),
        told=told,
        whole=whole,
        words=words,
        word_rivals=(across, down.T),
        word_crowds=(crowd_across, crowd_down.T),
        words_beside=beside(whole, rows, columns),
        sentences_told=(len(set(rows.tolist())), len(set(columns.tolist()))),
    )


def rivals(
    similarities: NDArray[np.float32], groups: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return, for each cell, the best of its row outside the column's group, and the mean of the best few.

    The cell itself where there is one group alone.
    """
    import numpy as np  # noqa: PLC0415  # as above

    names, inverse = np.unique(groups, return_inverse=True)
    best = np.full((similarities.shape[0], len(names)), -1.0, dtype=similarities.dtype)
    if len(names) == len(inverse):
        best[:, inverse] = np.maximum(best[:, inverse], similarities)
    else:
        for column, group in enumerate(inverse):
            best[:, group] = np.maximum(best[:, group], similarities[:, column])
    if len(names) == 1:
        return similarities.copy(), similarities.copy()
    few = min(_CROWD, len(names) - 1)
    order = -np.sort(np.partition(-best, few, axis=1)[:, : few + 1], axis=1)
    first, second = order[:, :1], order[:, 1:2]
    rival = np.where(best >= first, second, first)
    # Without the cell's own group: where it is among the best few, the one behind them comes in.
    among = best >= order[:, few - 1 : few]
    crowd = (order[:, :few].sum(axis=1, keepdims=True) - np.where(among, best - order[:, few:], 0)) / few
    return rival[:, inverse], crowd[:, inverse].astype(similarities.dtype)


def beside(sentences: NDArray[np.float32], rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return, for each cell, the best cosine of a sentence beside the left with one beside the right."""
    import numpy as np  # noqa: PLC0415  # as above

    row_names, row_first, row_inverse = np.unique(rows, return_index=True, return_inverse=True)
    column_names, column_first, column_inverse = np.unique(columns, return_index=True, return_inverse=True)
    core = sentences[np.ix_(row_first, column_first)]
    padded = np.zeros((len(row_names) + 2, len(column_names) + 2), dtype=sentences.dtype)
    padded[1:-1, 1:-1] = core
    best = np.zeros_like(core)
    for down in (-1, 1):
        for across in (-1, 1):
            best = np.maximum(
                best, padded[1 + down : 1 + down + core.shape[0], 1 + across : 1 + across + core.shape[1]]
            )
    found: NDArray[np.float32] = best[np.ix_(row_inverse, column_inverse)]
    return found
