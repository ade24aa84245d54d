"""Neighbours: which reports of a large story are aligned with which.

Aligning every two of 200 reports costs the square of their number. Above the limit a report is aligned with those that
are nearest to it in words, and chains of alignments still join what all of them tell: the cost grows with the number of
reports.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from math import log
from typing import TYPE_CHECKING
from zlib import crc32

from variorum.limits import LIMITS, neighbour_count
from variorum.model.stories import Story

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"\w{3,40}")
#: Columns of the table of hashed words: 13 MB for 200 reports.
_BUCKETS = 2**14
#: Likeness of all their words from which two texts are near copies: as neighbours of a third report they count once,
#: else a report that many outlets took over would be aligned with its copies alone, and never with what others tell.
_COPIES = 0.9


def report_pairs(story: Story) -> Iterator[tuple[int, int]]:
    """Yield the places of every two reports of a story that are aligned, the earlier one first, in order.

    These are all pairs of a story of up to ``LIMITS.neighbours`` + 1 reports. Of a larger one a pair counts when either
    report is among the :func:`neighbour_count` nearest of the other; copies of one report count once among these.
    """
    yield from _pairs(tuple(annotated.report.text for annotated in story.reports))


@lru_cache(maxsize=2)
def _pairs(texts: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return the pairs for reports with these texts."""
    if len(texts) <= LIMITS.neighbours + 1:
        return tuple(combinations(range(len(texts)), 2))
    import numpy as np  # noqa: PLC0415  # 0.1 s: only for large stories

    plain, holding = _word_counts(texts)
    alike = _cosines(plain)
    likeness = _cosines(plain * np.log((1 + len(texts)) / np.maximum(holding, 1)))
    found: set[tuple[int, int]] = set()
    for place, row in enumerate(likeness):
        ranked = sorted((-float(near), texts[other], other) for other, near in enumerate(row) if other != place)
        nearest = _without_copies([other for _, _, other in ranked], alike, neighbour_count(len(texts)))
        found.update((min(place, other), max(place, other)) for other in nearest)
    return tuple(sorted(found))


def _without_copies(ranked: list[int], alike: NDArray[np.float32], count: int) -> list[int]:
    """Return the first ``count`` of ranked reports, copies of one that is taken only where nothing else is left."""
    taken = list[int]()
    copies = list[int]()
    for place in ranked:
        if len(taken) == count:
            break
        is_copy = bool(taken) and float(alike[place, taken].max()) >= _COPIES
        (copies if is_copy else taken).append(place)
    return [*taken, *copies][:count]


def _word_counts(texts: tuple[str, ...]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return a row for each text, of how often it has each hashed word (damped), and how many texts have each."""
    import numpy as np  # noqa: PLC0415

    rows = np.zeros((len(texts), _BUCKETS), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        hashed = Counter(crc32(word.encode()) % _BUCKETS for word in _WORD.findall(text.casefold()))
        for bucket, times in hashed.items():
            row[bucket] = 1 + log(times)
    return rows, np.count_nonzero(rows, axis=0).astype(np.float32)


def _cosines(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how alike every two rows are, -1 for a row and itself; rounded: sums differ from machine to machine."""
    import numpy as np  # noqa: PLC0415

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    vectors = rows / np.where(lengths > 0, lengths, 1)
    found: NDArray[np.float32] = np.round(vectors @ vectors.T, 4)
    np.fill_diagonal(found, -1.0)
    return found
