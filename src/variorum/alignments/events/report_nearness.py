"""Nearness of reports: how much two reports of a story have in common, beside what they have with the others.

Two storms in one story are told by two kinds of reports: those of one storm share words that the others lack.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.wordings.likeness import contents_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class ReportNearness(Struct, frozen=True, eq=False):
    """The nearness of each two reports, by position; a report is as near to itself as any two are."""

    shared: NDArray[np.float32]
    """Cosine of their words, rare ones counting more."""
    more: NDArray[np.float32]
    """How much that is above what both have with the other reports; 0 where there are two reports alone."""


def report_nearness(texts: Sequence[str]) -> ReportNearness:
    """Return how near the texts of a story's reports are."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    words = [frozenset(contents_of(text)) for text in texts]
    counts = Counter(word for known in words for word in known)
    column = {word: number for number, word in enumerate(sorted(counts))}
    rows = np.zeros((len(texts), max(1, len(column))), dtype=np.float64)
    for row, known in enumerate(words):
        for word in known:
            rows[row, column[word]] = log((len(texts) + 1) / counts[word])
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths > 0, lengths, 1)
    shared = (rows @ rows.T).round(4).astype(np.float32)
    others = ~np.eye(len(texts), dtype=bool)
    np.fill_diagonal(shared, shared[others].max() if len(texts) > 1 else 0.0)
    more = np.zeros_like(shared)
    if len(texts) > 2:
        means = np.where(others, shared, 0).sum(axis=1) / (len(texts) - 1)
        more = np.where(others, shared - (means[:, None] + means[None, :]) / 2, 0).round(4).astype(np.float32)
    return ReportNearness(shared, more)
