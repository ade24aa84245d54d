"""Clauses of sentences: how near the nearest clauses of two sentences come, and a clause to a whole sentence.

"The mayor, who opened the bridge, is ill" and "she opened it in May" are far from each other as wholes; one clause of
each is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.similarities import cosines, vectors_of
from variorum.limits import LIMITS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.model.annotations import AnnotatedReport

#: Clauses of one sentence that are read; a list of results has more of them and tells no more.
_MOST = 12


class ClausedSentences(Struct, frozen=True, eq=False):
    """The sentences of one report that are aligned, and their clauses, as vectors."""

    sentences: NDArray[np.float32]
    clauses: NDArray[np.float32]
    hosts: tuple[int, ...]
    """For each clause, the place of its sentence among those that are aligned."""


def clause_sentences(annotated: AnnotatedReport, numbers: Sequence[int]) -> ClausedSentences:
    """Return the vectors of sentences of a report, by their numbers in it, and those of their clauses."""
    text = annotated.report.text
    at = {number: place for place, number in enumerate(numbers)}
    read = [0] * len(numbers)
    clauses: list[str] = []
    hosts: list[int] = []
    for statement in annotated.statements:
        place = at.get(statement.sentence)
        if place is not None and read[place] < _MOST:
            read[place] += 1
            clauses.append(statement.span.text_of(text)[: LIMITS.pattern_characters])
            hosts.append(place)
    sentences = [annotated.sentences[number].span.text_of(text)[: LIMITS.pattern_characters] for number in numbers]
    vectors = vectors_of([*sentences, *clauses])
    return ClausedSentences(vectors[: len(numbers)], vectors[len(numbers) :], tuple(hosts))


def clause_cosines(left: ClausedSentences, right: ClausedSentences) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return for every two sentences the best cosine of their clauses, and that of a clause and the other sentence.

    0 where one has no clauses.
    """
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    inner = cosines(left.clauses, right.clauses)
    clauses = _best_of(_best_of(inner, left.hosts, len(left.sentences)).T, right.hosts, len(right.sentences)).T
    down = _best_of(cosines(left.clauses, right.sentences), left.hosts, len(left.sentences))
    across = _best_of(cosines(right.clauses, left.sentences), right.hosts, len(right.sentences)).T
    return clauses, np.maximum(down, across)


def _best_of(table: NDArray[np.float32], hosts: Sequence[int], count: int) -> NDArray[np.float32]:
    """Return, for each of ``count`` hosts, the best of the rows that it has in each column; 0 where it has none."""
    import numpy as np  # noqa: PLC0415  # as above

    best = np.zeros((count, table.shape[1]), dtype=np.float32)
    np.maximum.at(best, np.array(hosts, dtype=np.intp), table)
    return best
