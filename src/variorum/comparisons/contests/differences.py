"""Differences: what two sentences that may answer one question have in one slot, as far as it is not the same.

A difference is no conflict yet: its traits say what speaks for and against the two excluding each other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct, field

from variorum.comparisons.conflicts.contents import content_of, cores_meet, kin_share, shared_words, shares_core
from variorum.comparisons.conflicts.finding import SlotReading
from variorum.comparisons.conflicts.occasions import are_one_deed
from variorum.comparisons.conflicts.predicates import differ, have_other_doers, have_other_times
from variorum.comparisons.contests.pairing import Contest
from variorum.comparisons.facts import Fact
from variorum.model.annotations import Certainty
from variorum.model.comparisons import Slot
from variorum.model.spans import Span

Traits = dict[str, float]

#: Shared words from which more say little more.
MOST_SHARED = 4
#: What tells how far a thing had come, or when it was otherwise.
_SO_FAR = re.compile(
    r"\b(?:so far|by (?:now|then|noon|midnight|\w+day)|now|still|yet|already|meanwhile|since then|later|earlier|"
    r"initially|at first|no longer|again|eventually|finally|then|before|previous(?:ly)?|last|next|another|other|"
    r"originally|until|remains?)\b",
    re.IGNORECASE,
)
#: What denies something in a sentence, at a glance.
_DENIAL = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|without|neither|nor|cannot|den(?:y|ies|ied)|refus\w+|unable|fail\w*|"
    r"rul\w+ out|lack\w*|reject\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
#: What tells that it was otherwise before: of two reports, one then tells of another time.
_BEFORE = re.compile(
    r"\b(?:earlier|initially|at first|previous(?:ly)?|originally|former(?:ly)?|used to|once)\b", re.IGNORECASE
)
_DAY = 86_400
_SOME_DAYS = 2
#: Share of the words of the shorter sentence from which both are worded as one.
_AS_ONE = 0.75
#: Words of a sentence from which it can be compared word by word.
_TOKEN = re.compile(r"[^\W\d_]{2,}|\d+")


class Difference(Struct, frozen=True):
    """Two readings of one slot that are not the same."""

    slot: Slot
    left: SlotReading
    right: SlotReading
    reason: str
    traits: Traits = field(default_factory=dict)
    kind: str = ""
    """Which weights judge it."""


def host_of(span: Span, facts: tuple[Fact, ...]) -> Fact:
    """Return the shortest clause that holds a stretch of its sentence, else the first one."""
    hosts = [fact for fact in facts if fact.span.contains(span)]
    return min(hosts, key=lambda fact: (len(fact.span), fact.span.start), default=facts[0])


def mirrored(one: int, other: int) -> tuple[int, int]:
    """Return two offsets so that a tie goes the same way when the reports are swapped."""
    return min(one, other), max(one, other)


def traits_of(contest: Contest, left: Fact, right: Fact) -> Traits:
    """Return what is known of two clauses that differ, whatever the slot is."""
    shared = shared_words(left, right)
    people, whole = zip(*map(_known_of, contest.clauses), strict=True)
    least = min(len(side) for side in whole)
    return {
        "bias": 1.0,
        "linked": float(contest.linked > 0),
        "score": contest.linked,
        "near": contest.near,
        "nearest": float(contest.nearest),
        "first of both": float(all(contest.first)),
        "first of one": float(any(contest.first)),
        "shared words": min(MOST_SHARED, len(shared)) / MOST_SHARED,
        "share": kin_share(left, right),
        "share of sentences": len(whole[0] & whole[1]) / least if least else 0.0,
        "core": float(shares_core(left, right)),
        "cores meet": float(cores_meet(left, right)),
        "one deed": float(are_one_deed(left, right)),
        "actors in common": float(bool(people[0] & people[1])),
        "other agents": float(differ(left.agent, right.agent)),
        "other patients": float(differ(left.patient, right.patient)),
        "other doers": float(have_other_doers(left, right)),
        "other times": float(have_other_times(left, right)),
        "both attributed": float(left.attributed_to is not None and right.attributed_to is not None),
        "one attributed": float((left.attributed_to is None) != (right.attributed_to is None)),
        "quoted": float(left.quotation is not None or right.quotation is not None),
        "one ahead": float((left.certainty is Certainty.FUTURE) != (right.certainty is Certainty.FUTURE)),
        "long sentences": min(1.0, (len(left.sentence) + len(right.sentence)) / 600),
        "clauses": min(1.0, (len(contest.clauses[0]) + len(contest.clauses[1])) / 10),
        "positions apart": abs(left.position - right.position),
        **_sentence_traits(left, right),
    }


@lru_cache(maxsize=4_000)
def _known_of(clauses: tuple[Fact, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the actors of the clauses of a sentence, and the lemmas that they carry."""
    actors = frozenset[str]().union(*(fact.actors for fact in clauses))
    return actors, frozenset[str]().union(*(content_of(fact).lemmas for fact in clauses))


def tell_of_two_times(left: Fact, right: Fact) -> bool:
    """Say whether one sentence alone says that it tells how things were before."""
    return (_BEFORE.search(left.sentence) is None) != (_BEFORE.search(right.sentence) is None)


def _sentence_traits(left: Fact, right: Fact) -> Traits:
    """Return what the wording of two sentences and the days of their reports say."""
    denials = [_denials_in(fact.sentence) for fact in (left, right)]
    words = [_words_of(fact.sentence) for fact in (left, right)]
    least = min(len(side) for side in words)
    so_far = [_tells_so_far(fact.sentence) for fact in (left, right)]
    return {
        "denials differ": float((denials[0] > 0) != (denials[1] > 0)),
        "denials in both": float(min(denials) > 0),
        "worded alike": len(words[0] & words[1]) / least if least else 0.0,
        "worded as one": float(least > 0 and len(words[0] & words[1]) / least >= _AS_ONE),
        "so far": float(any(so_far)),
        "so far in both": float(all(so_far)),
        **_days_apart(left, right),
    }


@lru_cache(maxsize=10_000)
def _denials_in(sentence: str) -> int:
    """Return how many words of a sentence deny something, at a glance."""
    return len(_DENIAL.findall(sentence))


@lru_cache(maxsize=10_000)
def _tells_so_far(sentence: str) -> bool:
    """Say whether a sentence tells how far a thing had come, or when it was otherwise."""
    return _SO_FAR.search(sentence) is not None


@lru_cache(maxsize=10_000)
def _words_of(sentence: str) -> frozenset[str]:
    """Return the words of a sentence in lower case."""
    return frozenset(word.casefold() for word in _TOKEN.findall(sentence))


def _days_apart(left: Fact, right: Fact) -> Traits:
    """Return whether one report is later than the other, by a day and by more."""
    if left.published is None or right.published is None:
        return {}
    days = abs((left.published - right.published).total_seconds()) / _DAY
    return {"a day apart": float(days >= 1), "days apart": float(days >= _SOME_DAYS)}
