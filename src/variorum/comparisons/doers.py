"""Doers: whether two reports give a deed that one alone did, or an office that one alone holds, to two people."""

from __future__ import annotations

from collections.abc import Mapping

from variorum.comparisons.contents import shared_words
from variorum.comparisons.counterparts import Counterpart
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots import Clash
from variorum.model.annotations import EntityType
from variorum.opposites import listed
from variorum.paraphrases import are_kin

#: Deeds that one alone did when one thing is told twice; what has a paraphrase among them counts as well.
_EXCLUSIVE = listed(
    """
    discover find lead command rescue save score win design invent write compose paint conduct preside succeed found
    kill shoot murder stab steal buy drive fly pilot steer arrest alert raise build develop discover notice film
    appoint hire sign open close start own direct play sing carry throw light lay
    """
)
#: Offices of which a story has one.
_OFFICES = listed(
    """
    judge mayor captain driver pilot director prosecutor coach conductor chairman chairwoman president minister governor
    chief commander skipper referee arbiter architect surgeon headmaster bishop king queen premier chancellor treasurer
    goalkeeper superintendent master owner founder author
    """
)
_OFFICE_WORDS = 2


def doers_clash(pair: Counterpart, indexes: Mapping[str, ReportIndex]) -> Clash | None:
    """Say whether two people, of whom each report names one alone, did one deed or hold one office."""
    left, right = pair.left, pair.right
    if left.negated != right.negated:
        return None
    one, other = (_named_doers(fact, indexes[fact.ref.siglum]) for fact in (left, right))
    if not one or not other or _knows(one, indexes[right.ref.siglum]) or _knows(other, indexes[left.ref.siglum]):
        return None
    if not (_is_one_deed(pair) or _is_one_office(left, right)):
        return None
    names = [min(_names_of(found, indexes[fact.ref.siglum])) for found, fact in ((one, left), (other, right))]
    return Clash(f"“{names[0]}” in one report, “{names[1]}” in the other: neither names the other’s", 0.6)


def _named_doers(fact: Fact, index: ReportIndex) -> frozenset[str]:
    """Return the people who act in a clause and whom its report names."""
    named = [
        (entity, index.actor_of[entity.id])
        for entity in index.annotated.entities
        if entity.named and entity.type is EntityType.PERSON and entity.id in index.actor_of
    ]
    # "a neighbour, Otto Brack, came": the name beside the noun
    beside = {actor for entity, actor in named if entity.name.split()[-1].casefold() in fact.agent[1:]}
    return fact.sources & {actor for _, actor in named} or frozenset(beside)


def _names_of(actors: frozenset[str], index: ReportIndex) -> list[str]:
    """Return the names that a report has for actors."""
    return [
        entity.name for entity in index.annotated.entities if index.actor_of.get(entity.id) in actors and entity.named
    ]


def _knows(actors: frozenset[str], index: ReportIndex) -> bool:
    """Say whether a report speaks of one of these actors."""
    return not actors.isdisjoint(index.actor_of.values())


def _is_one_deed(pair: Counterpart) -> bool:
    """Say whether both clauses tell one deed that one alone did."""
    shared = shared_words(pair.left, pair.right)
    core = [
        words
        for words in shared
        if (words[0] in pair.left.predicates or words[1] in pair.right.predicates)
        and any(are_kin(word, deed) for word in words for deed in _EXCLUSIVE)
    ]
    return bool(core) and (len(shared) > len(core[:1]) or _patients_meet(pair.left, pair.right))


def _patients_meet(left: Fact, right: Fact) -> bool:
    """Say whether both act on somebody whom only a pronoun names, or on one thing."""
    return (
        not left.patient
        or not right.patient
        or any(are_kin(one, two) for one in left.patient[:1] for two in right.patient[:1])
    )


def _is_one_office(left: Fact, right: Fact) -> bool:
    """Say whether both name somebody with one office, in clauses that share more than that."""
    office = set(left.agent) & set(right.agent) & _OFFICES
    return (
        bool(office) and len([words for words in shared_words(left, right) if words[0] not in office]) >= _OFFICE_WORDS
    )
