"""Counterparts: clauses of two reports that may answer one question, whether or not an alignment joins them.

Each is the other's nearest in meaning, or an alignment says, however doubtfully, that both tell one thing. They are
held against each other in their slots alone: no row says that they tell the same. A report of one sentence, a claim to
check, is no part of this: it has alignments of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from variorum.comparisons.conflicts.contents import may_be_main, tell_main_event
from variorum.comparisons.facts import Fact, statement_fact
from variorum.comparisons.readings import ReportIndex
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Layer, Ref

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Layers of alignments that join clauses.
_TOLD = frozenset({Layer.EVENT, Layer.STATEMENT})
#: A clause that only points: "she was the one".
_POINTING = re.compile(r"\b(?:is|was|are|were) (?:the (?:one|man|woman|person|first|only one)|those|the ones|who)\b")
#: Cosine from which two clauses may be about one thing.
_LEAST_COSINE = 0.3
#: So many of the nearest of a clause are held against it where their words meet.
_AMONG = 5

Links = Mapping[Ref, frozenset[Ref]]
"""The statements to which alignments join each statement, themselves or through the events that they tell."""


class Counterpart(Struct, frozen=True):
    """Two clauses of different reports that may answer one question."""

    left: Fact
    right: Fact
    near: float
    """Cosine of the clauses in their context."""
    linked: bool
    """True where an alignment joins them."""
    nearest: bool
    """True where each is the other's nearest, or both tell of the event of the story as such."""


def counterparts(aligned: AlignedStory, indexes: Mapping[str, ReportIndex]) -> Iterator[Counterpart]:
    """Yield the clauses of every two reports that may answer one question, with their cosine."""
    links = _links(aligned, indexes)
    told = {siglum: read_clauses(_told(index)) for siglum, index in sorted(indexes.items())}
    for one, other in combinations([siglum for siglum in told if not indexes[siglum].is_one_sentence], 2):
        if aligned.are_held(one, other):
            yield from _near(told[one], told[other], links)


def _links(aligned: AlignedStory, indexes: Mapping[str, ReportIndex]) -> Links:
    """Return the statements that alignments join, either way round."""

    def hosts(ref: Ref, layer: Layer) -> list[Ref]:
        if layer is Layer.STATEMENT:
            return [ref]
        return [Ref(ref.siglum, host.id) for host in indexes[ref.siglum].hosts.get(ref.id, ())]

    found: dict[Ref, set[Ref]] = {}
    for item in aligned.alignments:
        if item.layer in _TOLD:
            for left in hosts(item.left, item.layer):
                for right in hosts(item.right, item.layer):
                    found.setdefault(left, set()).add(right)
                    found.setdefault(right, set()).add(left)
    return {ref: frozenset(refs) for ref, refs in found.items()}


def _told(index: ReportIndex) -> list[Fact]:
    """Return the clauses of a report outside of quotation marks."""
    marked = [span for quotation in index.annotated.quotations for span in quotation.verbatim]
    told = [item for item in index.annotated.statements if not any(span.contains(item.predicate) for span in marked)]
    facts = [statement_fact(index, item.id) for item in told[: LIMITS.statements]]
    return [_with_pointed(fact, facts[max(0, number - 1)]) for number, fact in enumerate(facts)]


def _with_pointed(fact: Fact, before: Fact) -> Fact:
    """Give a clause without an agent the one whom its sentence points at: "it was the cook who came upon the jar"."""
    if fact.agent or before.sentence_start != fact.sentence_start or not _POINTING.search(before.words):
        return fact
    return replace(fact, agent=before.agent, sources=before.sources)


class Clauses(Struct, frozen=True, eq=False):
    """Clauses of a report with their vectors and those of their sentences, read once for all reports beside it."""

    facts: tuple[Fact, ...]
    own: NDArray[np.float32]
    sentences: NDArray[np.float32]
    main: tuple[int, ...]
    """The numbers of those that may tell that the event of the story happened or began."""


def read_clauses(facts: Sequence[Fact]) -> Clauses:
    """Return clauses of a report with their vectors."""
    from variorum.encoder import load_encoder  # noqa: PLC0415  # numpy and the model only where something is compared

    encode = load_encoder().encode
    main = tuple(number for number, fact in enumerate(facts) if may_be_main(fact))
    return Clauses(
        tuple(facts), encode([fact.words for fact in facts]), encode([fact.sentence for fact in facts]), main
    )


def _near(one: Clauses, other: Clauses, links: Links) -> Iterator[Counterpart]:
    """Yield the clauses of two reports of which each is the other's nearest, or that are aligned."""
    left, right = one.facts, other.facts
    if not left or not right:
        return
    near = nearness(one, other)
    rows, columns = near.argmax(axis=1), near.argmax(axis=0)
    close = (near >= _kth(near, 1)) & (near >= _kth(near, 0))
    place = {fact.ref: number for number, fact in enumerate(right)}
    for row, fact in enumerate(left):
        linked = [place[ref] for ref in links.get(fact.ref, ()) if ref in place]
        mutual = [int(rows[row])] if columns[rows[row]] == row else []
        happened = [column for column in other.main if row in one.main and tell_main_event(fact, right[column])]
        among = [int(column) for column in close[row].nonzero()[0]]
        for column in sorted({*linked, *mutual, *happened, *among}):
            if near[row, column] >= _LEAST_COSINE or column in happened:
                yield Counterpart(
                    fact, right[column], float(near[row, column]), column in linked, column in (*mutual, *happened)
                )


def _kth(near: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """Return the last of the nearest of each row or column that count."""
    import numpy as np  # noqa: PLC0415  # only where something is compared

    most = min(_AMONG, near.shape[axis])
    return np.expand_dims(
        np.partition(near, near.shape[axis] - most, axis=axis).take(near.shape[axis] - most, axis), axis
    )


def nearness(left: Clauses, right: Clauses) -> NDArray[np.float32]:
    """Return the cosines of clauses, or their means with those of their sentences where these are more."""
    import numpy as np  # noqa: PLC0415  # only where something is compared

    clauses, sentences = left.own @ right.own.T, left.sentences @ right.sentences.T
    near: NDArray[np.float32] = np.maximum(clauses, (clauses + sentences) / 2).round(4)
    return near
