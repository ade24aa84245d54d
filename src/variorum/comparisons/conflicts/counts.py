"""Counts: whether two quantities count one thing, by what is counted, what became of it, and the words beside them.

A part is not the whole ("five people, two of them children"), the hurt are not the dead, a depth is no width.
"""

from __future__ import annotations

import re
from functools import lru_cache

from variorum.comparisons.conflicts.contents import shares_core
from variorum.comparisons.conflicts.predicates import PRONOUNS, shared_share
from variorum.comparisons.facts import Fact
from variorum.model.quantities import PEOPLE, Quantity
from variorum.opposites import Sense, sense_of
from variorum.word_lists import listed

#: Fates of people; a quantity of the one is none of the other.
FATES = frozenset({"kill", "injure", "arrest", "miss", "abduct", "displace", "hospitalise"})
#: Nouns that count people without saying which.
_ANYBODY = listed(
    """
    people person victim individual passenger other resident civilian man casualty human
    """
)
#: Nouns that count a part of the people that another noun counts.
_SOME = listed(
    """
    child woman girl boy teenager baby officer policeman soldier firefighter foreigner national citizen member
    journalist child student pupil
    """
)
#: Behind a figure: it counts what comes on top, or a part of what was counted before.
_PARTIAL = re.compile(
    r"\s*(?:(?:of )?others?|more|further|additional|new|"
    r"of (?:them|whom|these|those(?! (?:inside|aboard|on|in|at|there|present|who)\b)|"
    r"the (?:victims|dead|injured|wounded)))\b",
    re.IGNORECASE,
)
#: Words beside a measure that say what it measures.
_DIMENSIONS = (
    ("depth", re.compile(r"\b(?:deep|depth|thick)\b")),
    ("width", re.compile(r"\b(?:wide|width|diamet\w+|across|broad)\b")),
    ("height", re.compile(r"\b(?:high|height|tall)\b")),
    ("length", re.compile(r"\b(?:long|length)\b")),
    ("distance", re.compile(r"\b(?:from|away|off|distance)\b")),
)
#: Words that tell of some of those who are hurt, by how badly: right before a word for being hurt, or right behind it.
_HURT = r"(?:injur\w+|hurt|wound\w*|condition)\b"
_GRADES = tuple(
    (name, re.compile(rf"\b(?:{words})(?:ly)?,? (?:\w+ )?{_HURT}|\b{_HURT} (?:{words})ly\b"))
    for name, words in (("lightly", "slight|light|minor|mild"), ("badly", "critical|serious|severe|grave|bad"))
)
_BESIDE = 25
_LOOKED_BACK = 25
_WHOLE = 150
#: Words behind a figure that tell what became of those whom it counts.
_FATE_WORDS = (
    ("kill", re.compile(r"\b(?:lost their lives|perished|were (?:found )?dead|died)\b")),
    ("injure", re.compile(r"\b(?:suffered injur\w+|were (?:hurt|injured|wounded)|sustained injur\w+|with injuries)\b")),
    (
        "arrest",
        re.compile(r"\b(?:(?:are|were|is|was) (?:under arrest|in custody|behind bars|detained)|taken into custody)\b"),
    ),
)
_CLAUSE_END = re.compile(r"[;:.!?]|, (?:and|but|while)\b")
_BEHIND = 60
_RATE = re.compile(r"\s*(?:a|an|per|each|for each|for every|apiece)\b")
#: A plain count of some of a known whole: "two of the boosters".
_SOME_OF = re.compile(
    r"\s*of (?:the|its|their|his|her|our|these|those(?! (?:inside|aboard|on|in|at|there|present|who)\b)|[A-Z])"
)
_PARTIAL_BEFORE = re.compile(
    r"\b(?:another|including|among them|further|additional|of whom|the first|last)\s*$"
    # "of the ten deputies who met there, six"
    r"|\bof (?:the|these|those|its|their) [^.;:]{1,120},\s*$",
    re.IGNORECASE,
)
#: Before a figure: it is the one that was true before.
_FORMER = re.compile(
    r"\b(?:(?:down|up|rose|risen|fell|fallen|raised|cut|lowered|increased|grew|dropped|revised) from"
    r"|compared (?:with|to)|against|instead of|previously|originally|initially|earlier)\s*(?:the |an? )?$",
    re.IGNORECASE,
)
#: Behind a figure: the noun that it counts and a clause that defines it; its own predicate stands near.
_RELATIVE = re.compile(r"\s*(?:[\w’'-]+ ){1,3}(?:who|whom|that|which)\b")
_BESIDE_RELATIVE = 20
_SCORE = re.compile(r"\d{1,4}(?:[-–]|[- ]to[- ])\d{1,4}(?:\W|$)")
_LIST = re.compile(r"(?: [\w’'-]+){1,4}(?:,|:| [—–-]) [A-Z][\w’'-]+ [A-Z]")
#: Share of the lemmas that clauses with two subjects must have in common.
_LEAST_SHARED = 0.5


def tell_one_fate(left: Fact, right: Fact) -> bool:
    """Say whether both count those to whom one thing happened: the dead, the hurt."""
    return any(
        fate_of(one, left) is not None
        and fate_of(one, left) == fate_of(other, right)
        and counts_meet(one, other, left, right)
        for one in left.quantities
        for other in right.quantities
    )


def counts_meet(one: Quantity, other: Quantity, left: Fact, right: Fact, *, surely: bool = False) -> bool:
    """Say whether two quantities of facts that are aligned count one thing; ``surely`` where the facts are one."""
    if count_two_things(one, left, other, right):
        return False
    lone = surely and one.counted is None and other.counted is None
    if one.unit != other.unit or (is_partial(one, left) != is_partial(other, right) and not lone):
        return False
    if is_former(one, left) != is_former(other, right):
        return False
    first, second = fate_of(one, left), fate_of(other, right)
    fates = {first, second} - {None}
    if len(fates) > 1 or (fates & {"kill", "injure", "arrest"} and first != second):
        return False
    if surely and not fates and one.unit is None is other.unit and None in (one.counted, other.counted):
        # "nine were shot down", "brought down fifteen of them"
        return _alone(one, left) and _alone(other, right) and shares_core(left, right)
    if one.unit is not None and not (one.is_measured or _have_one_subject(left, right)):
        return surely and _alone(one, left) and _alone(other, right)
    if one.unit is not None and one.counted is None and other.counted is None:
        return _alone(one, left) and _alone(other, right)
    if one.counted is None or other.counted is None:
        alike = one.unit is not None or one.role == other.role or (first is not None and first == second)
        return _alone(one, left) and _alone(other, right) and alike
    return _nouns_meet(one.counted, other.counted)


def _have_one_subject(left: Fact, right: Fact) -> bool:
    """Say whether shares and sums can be those of one thing: no two subjects, or enough else in common."""
    one, other = left.agent[:1], right.agent[:1]
    if {*one, *other} & PRONOUNS and left.sources and right.sources and left.sources.isdisjoint(right.sources):
        # "he took 40 per cent", of whom the other clause tells nothing
        return False
    if not (one and other) or {*one, *other} & PRONOUNS or sense_of(one[0], other[0]) is Sense.SAME:
        return True
    named = [head[0].capitalize() in fact.words for head, fact in ((one, left), (other, right))]
    if named[0] != named[1] and shares_core(left, right):
        # "Lorncell reported a loss", "the company lost"
        return True
    return shared_share(left, right) >= _LEAST_SHARED


def _nouns_meet(one: str, other: str) -> bool:
    """Say whether two nouns count the same things: equal, of one meaning, or both people and none a part."""
    if sense_of(one, other) is Sense.SAME:
        return True
    if one not in PEOPLE or other not in PEOPLE:
        return False
    return not ({one, other} & _ANYBODY and {one, other} & _SOME)


@lru_cache(maxsize=20_000)
def _grade_of(quantity: Quantity, fact: Fact) -> str | None:
    """Return how badly those are hurt whom a figure counts, where its clause says so: some of all who are hurt."""
    at = quantity.end - fact.sentence_start
    behind = _CLAUSE_END.split(fact.sentence[at : at + _BEHIND])[0]
    return next((name for name, words in _GRADES if words.search(behind)), None)


def count_two_things(one: Quantity, left: Fact, other: Quantity, right: Fact) -> bool:
    """Say whether two figures never are of one thing: a length and a distance, the hurt and the badly hurt."""
    if one.is_measured and other.is_measured and not _measure_alike(one, left, other, right):
        return True
    return _grade_of(one, left) != _grade_of(other, right)


def _measure_alike(one: Quantity, left: Fact, other: Quantity, right: Fact) -> bool:
    """Say whether two measures can be of one thing: not a depth and a width, and none a conversion in brackets."""
    if _converts(one, left) or _converts(other, right):
        return False
    first, second = _dimension(one, left), _dimension(other, right)
    return None in (first, second) or first == second


def _dimension(quantity: Quantity, fact: Fact) -> str | None:
    """Return what a measure measures, by the words beside it: "40 metres deep", "a width of 3 metres"."""
    at = quantity.start - fact.sentence_start
    stretch = fact.sentence[max(0, at - _BESIDE) : at + len(quantity.text) + _BESIDE]
    return next((name for name, words in _DIMENSIONS if words.search(stretch)), None)


def _converts(quantity: Quantity, fact: Fact) -> bool:
    """Say whether a measure in brackets gives the one before it in another unit: its bound is that of the other."""
    return fact.sentence[: quantity.start - fact.sentence_start].rstrip().endswith("(")


@lru_cache(maxsize=20_000)
def fate_of(quantity: Quantity, fact: Fact) -> str | None:
    """Return what became of those whom a quantity counts, by its verb or by the words behind it: "under arrest"."""
    if quantity.role in FATES:
        return quantity.role
    at = quantity.end - fact.sentence_start
    behind = _CLAUSE_END.split(fact.sentence[at : at + _BEHIND])[0]
    found = [(match.start(), fate) for fate, words in _FATE_WORDS if (match := words.search(behind))]
    return min(found)[1] if found and quantity.unit is None else None


def _alone(quantity: Quantity, fact: Fact) -> bool:
    """Say whether a fact has no other quantity in this unit, but for parts and rates: "61 dollars a share"."""
    same = [item for item in fact.quantities if item.unit == quantity.unit and not _is_rate(item, fact)]
    whole = [item for item in same if not is_partial(item, fact)]
    return [item.id for item in (whole if is_partial(quantity, fact) is False else same)] == [quantity.id]


def _is_rate(quantity: Quantity, fact: Fact) -> bool:
    """Say whether a quantity is one for each of something: "a share", "per head"."""
    return _RATE.match(fact.sentence[quantity.end - fact.sentence_start :]) is not None


@lru_cache(maxsize=20_000)
def is_partial(quantity: Quantity, fact: Fact) -> bool:
    """Say whether the words around a figure make it a part or an addition: "two others", "three of them"."""
    at = quantity.start - fact.sentence_start
    before, behind = fact.sentence[max(0, at - _WHOLE) : at], fact.sentence[at + quantity.end - quantity.start :]
    if quantity.unit is None and _SOME_OF.match(behind) and not before.casefold().endswith("all "):
        return True
    # "8 per cent more pay" is no part of a count
    return (quantity.unit is None and _PARTIAL.match(behind) is not None) or _PARTIAL_BEFORE.search(before) is not None


def are_counts_alike(one: Quantity, left: Fact, other: Quantity, right: Fact) -> bool:
    """Say whether no words around two figures make them counts of two things, or parts of a score."""
    return (
        _is_defined(one, left) == _is_defined(other, right)
        and not (_is_score(one, left) or _is_score(other, right))
        and not (_names_each(one, left) and _names_each(other, right))
    )


def _is_defined(quantity: Quantity, fact: Fact) -> bool:
    """Say whether a clause of its own says who is counted: "of the ten deputies who met there, six are new"."""
    behind = quantity.end - fact.sentence_start
    match = _RELATIVE.match(fact.sentence, max(0, behind))
    if match is None:
        return False
    return not match.end() <= fact.focus.start - fact.sentence_start <= match.end() + _BESIDE_RELATIVE


def _is_score(quantity: Quantity, fact: Fact) -> bool:
    """Say whether a figure is half of a score: "8-7", "a 134-to-63 vote"."""
    return _SCORE.match(fact.sentence, max(0, quantity.start - fact.sentence_start)) is not None


def _names_each(quantity: Quantity, fact: Fact) -> bool:
    """Say whether those who are counted are named: "two deputies, Ada Lorn and Jon Rask"."""
    return _LIST.match(fact.sentence, max(0, quantity.end - fact.sentence_start)) is not None


@lru_cache(maxsize=20_000)
def is_former(quantity: Quantity, fact: Fact) -> bool:
    """Say whether a figure is the one of before: "down from 9 dollars a week ago"."""
    at = quantity.start - fact.sentence_start
    return _FORMER.search(fact.sentence[max(0, at - _LOOKED_BACK) : max(0, at)]) is not None
