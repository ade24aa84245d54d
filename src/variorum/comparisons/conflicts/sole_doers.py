"""Sole doers: where two reports each let somebody else have done a deed, and one makes a point of who it was.

Sentences that an alignment joins tell of one thing, and so do clauses near in meaning that tell kindred deeds; who did
it is the question that a sentence answers which singles somebody out. The other one's doer must be a stranger to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from variorum.comparisons.conflicts.contents import cores_meet, shared_words
from variorum.comparisons.conflicts.counterparts import Counterpart
from variorum.comparisons.conflicts.finding import Conflict, SlotReading
from variorum.comparisons.conflicts.linked_sentences import Indexes, LinkedSentences
from variorum.comparisons.conflicts.singled_out import Doer, acting, singled_out
from variorum.comparisons.facts import Fact, statement_fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.verdicts import Clash
from variorum.limits import LIMITS
from variorum.model.annotations import EntityType
from variorum.model.comparisons import Slot
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

#: Who says, thinks or is told something is no doer of it.
_TELLING = listed("""
    say tell believe think report announce add state write explain note claim insist hold argue warn confirm know
    be have
""")
_CERTAINTY = 0.6

Doers = Mapping[tuple[str, int], list[Doer]]
"""Who does something, by report and the first offset of the sentence."""


def sole_doer_conflicts(
    links: Iterable[LinkedSentences], indexes: Indexes, pairs: Iterable[Counterpart]
) -> Iterator[Conflict]:
    """Yield where two reports give one deed to two, and one of them makes a point of it, each sentence once.

    ``pairs`` are clauses that may answer one question, whether or not an alignment joins them.
    """
    doers = {(siglum, start): found for siglum, index in indexes.items() for start, found in _doers(index)}
    taken = set[tuple[str, int]]()
    for one, other in (*_in_linked(links, doers), *_in_pairs(pairs, doers)):
        places = {(doer.deed.ref.siglum, doer.deed.sentence_start) for doer in (one, other)}
        if taken.isdisjoint(places) and _are_two(one, other, indexes):
            taken |= places
            yield _conflict(one, other, indexes)


def _doers(index: ReportIndex) -> Iterator[tuple[int, list[Doer]]]:
    """Yield the first offset of each sentence with those who do something in it, first whom it singles out."""
    facts: dict[int, list[Fact]] = {}
    for statement in index.annotated.statements[: LIMITS.statements]:
        fact = statement_fact(index, statement.id)
        facts.setdefault(fact.sentence_start, []).append(fact)
    for start, told in facts.items():
        stressed = list(singled_out(told, index))
        taken = {doer.deed.ref for doer in stressed}
        others = (
            acting(fact, index) for fact in told if fact.ref not in taken and _TELLING.isdisjoint(fact.predicates)
        )
        yield start, [*stressed, *(doer for doer in others if doer is not None)]


def _in_linked(links: Iterable[LinkedSentences], doers: Doers) -> Iterator[tuple[Doer, Doer]]:
    """Yield the doers of linked sentences, those of kindred deeds first."""
    for link in links:
        left, right = (doers.get((passage.siglum, passage.span.start), []) for passage in (link.left, link.right))
        yield from sorted(product(left, right), key=lambda pair: not _deeds_meet(pair[0].deed, pair[1].deed))


def _in_pairs(pairs: Iterable[Counterpart], doers: Doers) -> Iterator[tuple[Doer, Doer]]:
    """Yield the doers of clauses that tell kindred deeds."""
    for pair in pairs:
        if cores_meet(pair.left, pair.right):
            yield from product(*(_doers_of(fact, doers) for fact in (pair.left, pair.right)))


def _doers_of(fact: Fact, doers: Doers) -> list[Doer]:
    """Return who does what a clause tells."""
    return [doer for doer in doers.get((fact.ref.siglum, fact.sentence_start), ()) if doer.deed.ref == fact.ref]


def _deeds_meet(one: Fact, other: Fact) -> bool:
    """Say whether two clauses tell kindred deeds, or share a word."""
    return cores_meet(one, other) or bool(shared_words(one, other))


def _conflict(one: Doer, other: Doer, indexes: Indexes) -> Conflict:
    """Return the conflict of two doers of one deed."""
    words = [indexes[doer.deed.ref.siglum].words(doer.span) for doer in (one, other)]
    readings = tuple(SlotReading(doer.deed, text, doer.span) for doer, text in zip((one, other), words, strict=True))
    why = f"it was “{words[0]}” in one report, “{words[1]}” in the other"
    return Conflict(Slot.ACTOR, readings, None, Clash(why, _CERTAINTY))


def _are_two(one: Doer, other: Doer, indexes: Indexes) -> bool:
    """Say whether two doers are surely two, one of them stressed, and neither known to the other one's report.

    Where both are stressed for kindred deeds, each report has answered the question.
    """
    both = one.stressed and other.stressed
    if not (one.stressed or other.stressed) or one.deed.negated != other.deed.negated:
        return False
    if not both and (one.entity.type is EntityType.PERSON) != (other.entity.type is EntityType.PERSON):
        # a man may act for a body
        return False
    ends = indexes[one.deed.ref.siglum], indexes[other.deed.ref.siglum]
    actors = ends[0].actor_of.get(one.entity.id), ends[1].actor_of.get(other.entity.id)
    heads = _head(one, ends[0]), _head(other, ends[1])
    if actors[0] == actors[1] is not None or are_kin(*heads) or set(heads[0].split()) & set(heads[1].split()):
        return False
    if both and cores_meet(one.deed, other.deed):
        return True
    return not (_knows(ends[1], one, actors[0]) or _knows(ends[0], other, actors[1]))


def _head(doer: Doer, index: ReportIndex) -> str:
    """Return the name of a doer, or the last word of its description, in lower case."""
    return (doer.entity.name if doer.entity.named else index.words(doer.span).split()[-1]).casefold()


def _knows(index: ReportIndex, doer: Doer, actor: str | None) -> bool:
    """Say whether a report speaks of a doer of the other one, by name or by the noun for it."""
    if actor is not None and actor in index.actor_of.values():
        return True
    word = doer.entity.name.split()[-1]
    return re.search(rf"\b{re.escape(word)}s?\b", index.text, re.IGNORECASE) is not None
