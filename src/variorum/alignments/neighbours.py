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

from variorum.limits import LIMITS
from variorum.model.stories import Story

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"\w{3,40}")
#: Columns of the table of hashed words: 13 MB for 200 reports.
_BUCKETS = 2**14


def report_pairs(story: Story) -> Iterator[tuple[int, int]]:
    """Yield the places of every two reports of a story that are aligned, the earlier one first, in order.

    These are all pairs of a story of up to ``LIMITS.neighbours`` + 1 reports. Of a larger one a pair counts when either
    report is among the ``LIMITS.neighbours`` nearest of the other.
    """
    yield from _pairs(tuple(annotated.report.text for annotated in story.reports))


@lru_cache(maxsize=2)
def _pairs(texts: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return the pairs for reports with these texts."""
    if len(texts) <= LIMITS.neighbours + 1:
        return tuple(combinations(range(len(texts)), 2))
    import numpy as np  # noqa: PLC0415  # 0.1 s: only for large stories

    vectors = _word_vectors(texts)
    # Rounded, so that another order of summing on another machine gives the same neighbours.
    likeness = np.round(vectors @ vectors.T, 4)
    np.fill_diagonal(likeness, -1.0)
    found: set[tuple[int, int]] = set()
    for place, row in enumerate(likeness):
        ranked = sorted((-float(near), texts[other], other) for other, near in enumerate(row))
        nearest = [other for _, _, other in ranked]
        found.update((min(place, other), max(place, other)) for other in nearest[: LIMITS.neighbours] if other != place)
    return tuple(sorted(found))


def _word_vectors(texts: tuple[str, ...]) -> NDArray[np.float32]:
    """Return a row of unit length for each text: its hashed words, weighted by how few of the texts have them."""
    import numpy as np  # noqa: PLC0415

    counts = [Counter(crc32(word.encode()) % _BUCKETS for word in _WORD.findall(text.casefold())) for text in texts]
    holding = Counter(bucket for count in counts for bucket in count)
    rows = np.zeros((len(texts), _BUCKETS), dtype=np.float32)
    for row, count in zip(rows, counts, strict=True):
        for bucket, times in count.items():
            row[bucket] = (1 + log(times)) * log((1 + len(texts)) / holding[bucket])
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths > 0, lengths, 1)
    return rows
