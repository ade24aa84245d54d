"""Counterparts: clauses of two reports that nothing aligns and that may answer one question, the nearest in meaning.

They are held against each other in their slots alone: no row says that they tell the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from variorum.comparisons.facts import Fact, statement_fact
from variorum.comparisons.readings import ReportIndex
from variorum.limits import LIMITS

#: Cosine from which two clauses may be about one thing, and how many of the other report one is held against.
LEAST_COSINE = 0.3
_NEAREST = 4


def counterparts(indexes: Mapping[str, ReportIndex]) -> Iterator[tuple[Fact, Fact, float]]:
    """Yield the clauses of every two reports that are near in meaning, with their cosine."""
    told = {siglum: _statements(index) for siglum, index in sorted(indexes.items())}
    for one, other in combinations(told, 2):
        yield from _near(told[one], told[other])


def _statements(index: ReportIndex) -> list[Fact]:
    """Return the clauses of a report outside of direct speech."""
    marked = [span for quotation in index.annotated.quotations for span in quotation.verbatim]
    told = [item for item in index.annotated.statements if not any(span.contains(item.predicate) for span in marked)]
    return [statement_fact(index, item.id) for item in told[: LIMITS.statements]]


def _near(left: list[Fact], right: list[Fact]) -> Iterator[tuple[Fact, Fact, float]]:
    """Yield the nearest pairs of two reports, each clause with a few of the other."""
    import numpy as np  # noqa: PLC0415  # only where something is compared

    from variorum.encoder import load_encoder  # noqa: PLC0415  # as above

    if not left or not right:
        return
    encode = load_encoder().encode
    clauses = encode([fact.words for fact in left]) @ encode([fact.words for fact in right]).T
    sentences = encode([fact.sentence for fact in left]) @ encode([fact.sentence for fact in right]).T
    near = np.maximum(clauses, (clauses + sentences) / 2).round(4)
    rows = np.argsort(-near, axis=1, kind="stable")[:, :_NEAREST]
    columns = np.argsort(-near, axis=0, kind="stable")[:_NEAREST, :]
    pairs = {(row, int(column)) for row, best in enumerate(rows) for column in best}
    pairs |= {(int(row), column) for best in columns for column, row in enumerate(best)}
    for row, column in sorted(pairs):
        if near[row, column] >= LEAST_COSINE:
            yield left[row], right[column], float(near[row, column])
