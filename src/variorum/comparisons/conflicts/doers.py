"""Doers: whether two reports give a deed that one alone did, or an office that one alone holds, to two people."""

from __future__ import annotations

from collections.abc import Mapping

from variorum.comparisons.conflicts.contents import shared_words
from variorum.comparisons.conflicts.counterparts import Counterpart
from variorum.comparisons.conflicts.occasions import are_one_deed, tells
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.annotations import EntityType
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

#: Deeds that one alone did when one thing is told twice.
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
#: What people are by their work, their family or their way: one who did a thing is seldom two of them.
_CALLINGS = listed(
    """
    accountant apprentice archivist baker barber builder butcher captain caretaker carpenter cleaner clerk conductor
    cook courier curator cyclist deputy diver driver electrician engineer farmer firefighter fisherman gardener guard
    haulier hiker hunter intern janitor jogger journalist lawyer librarian lifeguard mechanic miner monk neighbour
    neighbor nun nurse pilot plumber porter postman priest ranger sailor secretary shepherd soldier stagehand student
    surfer surgeon tailor teacher technician tourist treasurer trucker waiter waitress aunt brother cousin daughter
    father grandfather grandmother grandson husband mother nephew niece sister son uncle widow widower wife
    """
)
#: Words besides the deed that both clauses must have in common for such a doer to be held against another.
_BESIDE_DEED = 2


def doers_clash(pair: Counterpart, indexes: Mapping[str, ReportIndex]) -> Clash | None:
    """Say whether two people, of whom each report names one alone, did one deed or hold one office."""
    left, right = pair.left, pair.right
    if left.negated != right.negated:
        return None
    if _are_two_callings(pair, indexes):
        return Clash(f"“{left.agent[0]}” did it in one report, “{right.agent[0]}” in the other", 0.6)
    one, other = (_named_doers(fact, indexes[fact.ref.siglum]) for fact in (left, right))
    if not one or not other or _knows(one, indexes[right.ref.siglum]) or _knows(other, indexes[left.ref.siglum]):
        return None
    if not (_is_one_deed(pair) or _is_one_office(left, right)):
        return None
    names = [min(_names_of(found, indexes[fact.ref.siglum])) for found, fact in ((one, left), (other, right))]
    if set(names[0].split()) & set(names[1].split()):
        return None
    return Clash(f"“{names[0]}” in one report, “{names[1]}” in the other: neither names the other’s", 0.6)


def _are_two_callings(pair: Counterpart, indexes: Mapping[str, ReportIndex]) -> bool:
    """Say whether a driver did in one report what a clerk did in the other, and neither report has the other’s."""
    left, right = pair.left, pair.right
    heads = [fact.agent[0] for fact in (left, right) if fact.agent and fact.agent[0] in _CALLINGS]
    if len(heads) < len((left, right)) or are_kin(*heads) or not (pair.linked or pair.nearest):
        return False
    texts = [indexes[fact.ref.siglum].text.casefold() for fact in (left, right)]
    if heads[1] in texts[0] or heads[0] in texts[1] or not are_one_deed(left, right):
        return False
    shared = [words for words in shared_words(left, right) if words[0] not in left.predicates]
    return len(shared) >= _BESIDE_DEED


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
        and tells(pair.left, words[0])
        and tells(pair.right, words[1])
        and not _EXCLUSIVE.isdisjoint(words)
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
