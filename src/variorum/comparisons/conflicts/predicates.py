"""Predicates: whether two clauses tell of one deed, by the words of their predicates and by those who take part."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from variorum.comparisons.facts import Fact
from variorum.comparisons.slots.verdicts import times_clash
from variorum.opposites import Sense, has_sense, sense_of
from variorum.word_lists import listed

#: Words that deny without a "not"; as part of the predicate they turn it round.
DENYING = listed(
    """
    fail refuse decline deny avoid forbid ban prohibit bar prevent stop block lack miss cancel reject rule
    dispute close abandon halt shut suspend
    """
)
#: Predicates that say nothing alone.
EMPTY = listed(
    """
    be have do make get take go come give say seem become include remain
    """
)
_LEADING = listed("want plan try decide seek hope expect intend wish opt need begin start continue")
PRONOUNS = listed("he she it they we i you who which that this these those one")
_NOBODY = listed("nobody none nothing someone somebody everybody everyone all")
#: Words of figures: that two clauses count in millions is nothing they share.
_NUMBERS = listed("thousand million billion trillion dollar euro")
#: Share of the lemmas of the shorter clause, predicate aside, that both must have.
_LEAST_SHARED = 0.34
#: Share from which clauses with predicates that say nothing alone are told alike.
TOLD_ALIKE = 0.5


def predicates_sense(left: Fact, right: Fact) -> Sense:
    """Compare the predicates: the same where any word of them is, the opposite where a pair of words is."""
    pairs = [
        (one, other)
        for one in _deed(left)
        for other in _deed(right)
        if not {one, other} & EMPTY or (one == other and shared_share(left, right) >= TOLD_ALIKE)
    ]
    senses = {sense_of(one, other) for one, other in pairs if not {one, other} & DENYING or one == other}
    senses |= {Sense.OPPOSITE for one, other in pairs if sense_of(one, other) is Sense.OPPOSITE}
    if Sense.OPPOSITE in senses:
        return Sense.OPPOSITE
    return Sense.SAME if Sense.SAME in senses else Sense.OTHER


@lru_cache(maxsize=20_000)
def _deed(fact: Fact) -> tuple[str, ...]:
    """Return the words of a predicate without those that only lead over to the deed: "want to go", "begin to rain"."""
    return tuple(word for word in fact.predicates if word not in _LEADING) or fact.predicates


@lru_cache(maxsize=50_000)
def shared_share(left: Fact, right: Fact) -> float:
    """Return the share of the content lemmas of the shorter clause that the other has, the predicates aside."""
    one, two = _beside_predicate(left), _beside_predicate(right)
    least = min(len(one), len(two))
    return count_same(one, two) / least if least else 0.0


@lru_cache(maxsize=20_000)
def _beside_predicate(fact: Fact) -> frozenset[str]:
    """Return the content lemmas of a clause, the predicate and words of figures aside."""
    return fact.lemmas - set(fact.predicates) - _NUMBERS


def count_same(one: AbstractSet[str], two: AbstractSet[str]) -> int:
    """Return how many words of each set, of which fewer count, the other has or has a word of the same meaning for."""
    return min(_count_found(one, two), _count_found(two, one))


def _count_found(words: AbstractSet[str], others: AbstractSet[str]) -> int:
    """Return how many words the others have, or have a word of the same meaning for: only listed words have one."""
    listed = [other for other in others if has_sense(other)]
    return len(words & others) + sum(
        has_sense(word) and any(sense_of(word, other) is Sense.SAME for other in listed) for word in words - others
    )


def have_one_type(left: Fact, right: Fact) -> bool:
    """Say whether both are events of one PLOVER type."""
    return left.type is not None and left.type == right.type and left.type != "OTHER"


def tell_alike(left: Fact, right: Fact) -> bool:
    """Say whether the clauses share enough beside the predicate to be one thing, told or denied."""
    share = shared_share(left, right)
    parties = share_party(left.agent, right.agent) + share_party(left.patient, right.patient)
    return share >= TOLD_ALIKE or (share >= _LEAST_SHARED and parties > 0) or parties > 1


def point_only(left: Fact, right: Fact) -> bool:
    """Say whether both only point at what they tell of: "this is not the first time", "it was the first time"."""
    agents = {*left.agent[:1], *right.agent[:1]}
    return "be" in set(left.predicates) & set(right.predicates) and bool(agents) and agents <= PRONOUNS


def stands_in(left: Fact, right: Fact) -> bool:
    """Say whether one clause names nobody: "nobody had told them", "the actors were told"."""
    return any(
        bool(fact.agent or fact.patient) and {*fact.agent[:1], *fact.patient[:1]} <= PRONOUNS | _NOBODY
        for fact in (left, right)
    )


def differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two parties have nothing in common, not even a word: what is denied of the one may be true."""
    if not one or not other or {one[0], other[0]} & PRONOUNS:
        return False
    return not any(sense_of(word, each) is Sense.SAME for word in one for each in other)


def have_other_times(left: Fact, right: Fact) -> bool:
    """Say whether both give times, and none of the one can be one of the other."""
    clashes = [times_clash(one, other) for one in left.times for other in right.times]
    return bool(clashes) and all(clashes)


def have_other_doers(left: Fact, right: Fact) -> bool:
    """Say whether both name who acts, and neither has the one of the other anywhere in its sentence."""
    if not (left.sources and right.sources) or not left.sources.isdisjoint(right.sources | right.targets):
        return False
    heads = [fact.agent[:1] for fact in (left, right)]
    if not all(heads) or all(head in PRONOUNS for side in heads for head in side):
        return False
    return not any(
        head not in PRONOUNS and head in other.sentence.casefold()
        for side, other in zip(heads, (right, left), strict=True)
        for head in side
    )


def share_party(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether who acts, or is acted on, is one: head by head, no pronouns."""
    return bool(set(one[:1]) & set(other[:1])) and not set(one[:1]) & PRONOUNS
