"""Pairing: which sentences of two reports are held against each other, and what is known of each pair.

Linked sentences and clauses near in meaning come together here, so that one decision is made for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from variorum.comparisons.conflicts.contents import content_of
from variorum.comparisons.conflicts.counterparts import Counterpart
from variorum.comparisons.conflicts.linked_sentences import LinkedSentences, Passage, facts_in
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.model.alignments import AlignedStory
from variorum.model.spans import Span

#: Chance that two sentences tell the same from which they may answer one question.
_ALIKE = 0.1
#: Score of an alignment below which it alone joins no two sentences.
_DOUBTFUL = 0.5

Indexes = Mapping[str, ReportIndex]
Ends = tuple[Passage, Passage]


class Contest(Struct, frozen=True):
    """Two sentences of different reports that may answer one question."""

    left: Passage
    right: Passage
    clauses: tuple[tuple[Fact, ...], tuple[Fact, ...]]
    linked: float
    """Score of the surest alignment of the two, 0 without one."""
    near: float
    """Highest cosine of two of their clauses in context."""
    nearest: bool
    """True where a clause of each is the other's nearest."""
    first: tuple[bool, bool]
    """Whether each sentence has no better partner than the other one."""
    told: float = 0.0
    """Chance that both tell the same as wholes."""

    @property
    def ends(self) -> Ends:
        """Return both sentences."""
        return self.left, self.right

    @property
    def is_of_strangers(self) -> bool:
        """Say whether nothing but a doubtful alignment joins the two sentences: no near clauses, no actor, no word."""
        actors, lemmas = (
            [set().union(*(told(fact) for fact in side)) for side in self.clauses]
            for told in (lambda fact: fact.actors, lambda fact: content_of(fact).lemmas)
        )
        near = self.near > 0 or self.linked >= _DOUBTFUL
        return not near and actors[0].isdisjoint(actors[1]) and lemmas[0].isdisjoint(lemmas[1])


class _Known(Struct):
    """What links and counterparts tell of two sentences."""

    linked: float = 0.0
    near: float = 0.0
    nearest: bool = False
    told: float = 0.0

    @property
    def rank(self) -> float:
        """Return how well both fit, to compare with other pairs."""
        return self.linked + self.near


def contests(
    links: Iterable[LinkedSentences], pairs: Iterable[Counterpart], aligned: AlignedStory, indexes: Indexes
) -> Iterator[Contest]:
    """Yield the sentences that may answer one question, in the order of the reports and their texts.

    Those that an alignment joins, those with clauses near in meaning, and those likely to tell the same as wholes.
    """
    known: dict[Ends, _Known] = {}
    for ends, chance in _told_alike(aligned, indexes):
        known[ends] = _Known(told=chance)
    for link in links:
        known.setdefault((link.left, link.right), _Known()).linked = link.score
    for pair in pairs:
        one, other = sorted((_passage(pair.left), _passage(pair.right)))
        found = known.setdefault((one, other), _Known())
        found.near = max(found.near, pair.near)
        found.nearest = found.nearest or pair.nearest
    best: dict[tuple[Passage, str], float] = {}
    for (one, other), found in known.items():
        for here, there in ((one, other), (other, one)):
            best[here, there.siglum] = max(found.rank, best.get((here, there.siglum), 0.0))
    for (one, other), found in sorted(known.items(), key=lambda item: item[0]):
        clauses = tuple(facts_in(one, indexes[one.siglum])), tuple(facts_in(other, indexes[other.siglum]))
        if all(clauses):
            first = found.rank >= best[one, other.siglum], found.rank >= best[other, one.siglum]
            yield Contest(one, other, clauses, found.linked, found.near, found.nearest, first, found.told)


def _told_alike(aligned: AlignedStory, indexes: Indexes) -> Iterator[tuple[Ends, float]]:
    """Yield the sentences that are likely enough to tell the same, with the chance; none of a claim to check."""
    for (one, row, other, column), chance in aligned.alike.items():
        if chance >= _ALIKE and not (indexes[one].is_one_sentence or indexes[other].is_one_sentence):
            left, right = (
                Passage(siglum, indexes[siglum].sentence_spans[number])
                for siglum, number in ((one, row), (other, column))
            )
            yield ((left, right) if left <= right else (right, left)), chance


def _passage(fact: Fact) -> Passage:
    """Return the sentence of a clause."""
    return Passage(fact.ref.siglum, Span(fact.sentence_start, fact.sentence_start + len(fact.sentence)))
