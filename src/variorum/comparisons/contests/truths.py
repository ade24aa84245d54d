"""Truths of two sentences that may answer one question: what the one denies, leaves open or turns round."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from msgspec.structs import replace

from variorum.comparisons.conflicts.certainties import leaves_open, tells_of_another_case
from variorum.comparisons.conflicts.contents import LIGHT, content_of, cores_meet, kin_share, shared_words
from variorum.comparisons.conflicts.denials import (
    comes_to_the_same,
    count_denials,
    denies_for_itself,
    is_denied,
    is_limited,
)
from variorum.comparisons.conflicts.finding import truth_reading
from variorum.comparisons.conflicts.predicates import have_other_doers
from variorum.comparisons.contests.differences import Difference, Traits, mirrored, tell_of_two_times, traits_of
from variorum.comparisons.contests.pairing import Contest
from variorum.comparisons.facts import Fact
from variorum.model.annotations import Certainty
from variorum.model.comparisons import Slot
from variorum.opposites import opposites_among

_SPEAKERS = frozenset({"I", "i", "we"})
#: What is told for sure.
_FIRM = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.FUTURE})
#: What is told as no more than possible.
_LOOSE = frozenset({Certainty.HEDGED, Certainty.CONDITIONAL})
#: Clauses of a sentence that are held against those of another one.
_MOST = 8
#: Why both readings cannot hold.
WHY = {
    Slot.POLARITY: "one report denies or turns round what the other tells",
    Slot.CERTAINTY: "told in one report, left open in the other",
}
_KINDS = {Slot.POLARITY: "denial", Slot.CERTAINTY: "doubt"}


def truth_differences(contest: Contest) -> Iterator[Difference]:
    """Yield where one sentence denies, and where one leaves open, what the other tells: the nearest clauses of each."""
    found: dict[Slot, list[tuple[tuple[float, ...], Fact, Fact]]] = {}
    for left, right in product(*(side[:_MOST] for side in contest.clauses)):
        # "did not seem to bite": who denies a thing leaves it open no more
        doubted = left.negated == right.negated and _may_be_doubted(left, right)
        doubted = doubted and not _is_doubt_of_another(left, right)
        slots = [Slot.POLARITY] * _may_be_turned(left, right) + [Slot.CERTAINTY] * doubted
        if slots:
            rank = (-float(cores_meet(left, right)), -len(shared_words(left, right)), -kin_share(left, right))
            for slot in slots:
                found.setdefault(slot, []).append(((*rank, *mirrored(left.span.start, right.span.start)), left, right))
    for slot, items in sorted(found.items()):
        _, left, right = min(items, key=lambda item: item[0])
        if slot is Slot.POLARITY and _can_both_be_true(left, right):
            continue
        own = _turned(left, right) if slot is Slot.POLARITY else _doubt(left, right)
        traits = {**traits_of(contest, left, right), **own}
        if traits["denials differ"] or not traits["worded as one"]:
            yield Difference(slot, truth_reading(left), truth_reading(right), WHY[slot], traits, kind=_KINDS[slot])


def _is_doubt_of_another(left: Fact, right: Fact) -> bool:
    """Say whether what the one leaves open is of another case: "may have erred on other days"."""
    return tells_of_another_case(left, right) or tells_of_another_case(right, left)


def speak_of_themselves(fact: Fact) -> bool:
    """Say whether a clause is what somebody says in a quotation of himself or herself."""
    return bool(fact.quotation) and not _SPEAKERS.isdisjoint(fact.agent[:1])


def _can_both_be_true(left: Fact, right: Fact) -> bool:
    """Say whether the one tells of another time or of somebody else, or denies what the other does not tell."""
    if not {left.certainty, right.certainty} <= _FIRM or any(
        leaves_open(fact) or is_limited(fact) for fact in (left, right)
    ):
        return True
    if speak_of_themselves(left) or speak_of_themselves(right):
        # "I apologise", said the mayor, who had not before
        return True
    if tell_of_two_times(left, right) or (have_other_doers(left, right) and not left.actors & right.actors):
        return True
    denials = count_denials(left), count_denials(right)
    ways = [(left, right)] * (denials[0] >= denials[1]) + [(right, left)] * (denials[1] >= denials[0])
    return any(
        comes_to_the_same(one, other) or (count_denials(one) > 0 and denies_for_itself(one, other))
        for one, other in ways
    )


def _may_be_turned(left: Fact, right: Fact) -> bool:
    """Say whether one of two clauses alone denies something, or has the opposite of a word of the other."""
    return _differ_in_denials(left, right) or bool(_opposites(left, right))


def _may_be_doubted(left: Fact, right: Fact) -> bool:
    """Say whether one of two clauses alone leaves something open, or is told as no more than possible."""
    return _is_open(left)[0] != _is_open(right)[0] or (left.certainty in _LOOSE) != (right.certainty in _LOOSE)


def _differ_in_denials(left: Fact, right: Fact) -> bool:
    """Say whether one of two clauses alone denies what it tells: a denial of a denial tells it."""
    return _told_in(left)[0] % 2 != _told_in(right)[0] % 2 or left.negated != right.negated


def _turned(left: Fact, right: Fact) -> Traits:
    """Return what speaks for the one denying the other."""
    parity = _differ_in_denials(left, right)
    opposites = _opposites(left, right)
    told = {*left.predicates, *right.predicates} - LIGHT
    shared = shared_words(left, right)
    denied = [(one, other) for one, other in shared if is_denied(one, left) != is_denied(other, right)]
    return {
        "parity": float(parity),
        "negated apart": float(left.negated != right.negated),
        "opposites": float(len(opposites) > 0),
        "opposite predicates": float(any(not told.isdisjoint(pair) for pair in opposites)),
        "opposites and parity": float(bool(opposites) and parity),
        "shared word denied": float(bool(denied)),
        "predicate denied": float(any(not told.isdisjoint(pair) for pair in denied)),
    }


def _opposites(left: Fact, right: Fact) -> list[tuple[str, str]]:
    """Return the words of two clauses that are opposites."""
    return opposites_among(_told_in(left)[1], _told_in(right)[1])


@lru_cache(maxsize=4_000)
def _is_open(fact: Fact) -> tuple[bool, bool]:
    """Say whether a clause and whether its sentence leaves something open; a clause is asked for each that it meets."""
    return leaves_open(fact), leaves_open(replace(fact, words=fact.sentence))


@lru_cache(maxsize=4_000)
def _told_in(fact: Fact) -> tuple[int, tuple[str, ...]]:
    """Return how many words of a clause deny something, and its words of content."""
    return count_denials(fact), tuple(sorted((content_of(fact).lemmas | {*fact.predicates, fact.lemma}) - LIGHT))


def _doubt(left: Fact, right: Fact) -> Traits:
    """Return what speaks for the one leaving open what the other tells."""
    opened, sentences = zip(_is_open(left), _is_open(right), strict=True)
    loose = left.certainty in _LOOSE, right.certainty in _LOOSE
    return {
        "open in one": float(opened[0] != opened[1]),
        "open in one sentence": float(sentences[0] != sentences[1]),
        "hedged in one": float(loose[0] != loose[1]),
        "asserted other": float(Certainty.ASSERTED in (left.certainty, right.certainty)),
        "attributed other": float(Certainty.ATTRIBUTED in (left.certainty, right.certainty)),
        "denied": float(left.negated),
        "whether": float(any("whether" in fact.sentence.casefold() for fact in (left, right))),
        "predicate shared": float(
            any(one in left.predicates or other in right.predicates for one, other in shared_words(left, right))
        ),
    }
