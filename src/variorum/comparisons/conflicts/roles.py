"""Roles: whether two reports swap who does it to whom, or give the deed to somebody else."""

from __future__ import annotations

from variorum.comparisons.conflicts.predicates import predicates_sense, shared_share
from variorum.comparisons.facts import Fact
from variorum.comparisons.slots.verdicts import Clash
from variorum.opposites import Sense, sense_of
from variorum.word_lists import listed

#: Predicates with two equal sides: "A met B" and "B met A" are one; "it passed the house".
_MUTUAL = listed(
    """
    meet talk negotiate agree marry fight clash debate speak discuss sign play face share exchange pass clear
    """
)
#: Deeds that one alone did when one thing is told twice: discovered, helped, broke off.
_EXCLUSIVE = listed(
    """
    discover find help break alert call notice detect rescue spot score design invent found paint compose captain
    """
)
_LEAST_SHARED = 0.5
#: Words for anybody: they are not somebody else.
_VAGUE = listed(
    """
    man woman person people official officer group team other one they he she it i we you who which that
    somebody someone nobody police authority rescuer worker crew resident witness
    """
)


def roles_clash(left: Fact, right: Fact) -> Clash | None:
    """Say whether who acts and who is acted on are swapped, or somebody else acts."""
    if left.negated != right.negated or predicates_sense(left, right) is not Sense.SAME:
        return None
    if not {*left.predicates, *right.predicates} & _MUTUAL and _are_swapped(left, right):
        return Clash("who acts and who is acted on are swapped", 0.9)
    if _acts_another(left, right):
        return Clash(f"“{left.agent[0]}” did it in one report, “{right.agent[0]}” in the other", 0.7)
    return None


def _are_swapped(left: Fact, right: Fact) -> bool:
    """Say whether what marks who acts in the one marks who is acted on in the other, and the other way round.

    What stands beside the one acted on in both ("warned the ministry of cracks") marks nobody.
    """
    if _actors_swapped(left, right):
        return True
    heads = {*left.agent[:1], *right.agent[:1]}
    if len(heads) > 1 and not heads & _VAGUE and left.agent[0] in right.patient and right.agent[0] in left.patient:
        return True
    one = set(left.agent) - set(left.patient), set(left.patient) - set(left.agent)
    two = set(right.agent) - set(right.patient), set(right.patient) - set(right.agent)
    return bool(one[0] & two[1] and one[1] & two[0]) and not (one[0] & two[0] or one[1] & two[1])


def _actors_swapped(left: Fact, right: Fact) -> bool:
    """Say whether two events give the same two actors each other's part."""
    one, other = left.sources - left.targets, right.sources - right.targets
    first, second = left.targets - left.sources, right.targets - right.sources
    return bool(one & second and other & first) and not (one & other or first & second)


def _acts_another(left: Fact, right: Fact) -> bool:
    """Say whether a deed that one alone does is given to two."""
    if not (left.agent and right.agent and _is_exclusive(left) and _is_exclusive(right)):
        return False
    if left.sources & right.sources or {left.agent[0], right.agent[0]} & _VAGUE:
        return False
    if any(sense_of(one, other) is Sense.SAME for one in left.agent for other in right.agent):
        return False
    return _share_patient(left, right) or shared_share(left, right) >= _LEAST_SHARED


def _is_exclusive(fact: Fact) -> bool:
    """Say whether a predicate is a deed that one alone does; many "call for" a thing."""
    return bool(set(fact.predicates) & _EXCLUSIVE) and "for" not in fact.predicates


def _share_patient(left: Fact, right: Fact) -> bool:
    """Say whether both act on one thing."""
    return any(sense_of(one, other) is Sense.SAME for one in left.patient[:1] for other in right.patient[:1])
