"""Judging: which sentences that may answer one question are in conflict, and which in possible tension.

A difference alone must be likely enough. Sentences that are aligned, or have no better partners, are judged as wholes
too, by all of their differences together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from variorum.comparisons.conflicts.finding import Conflict, conflict_of_truths
from variorum.comparisons.conflicts.told_by_both import is_told_by_both
from variorum.comparisons.contests.amounts import amount_differences
from variorum.comparisons.contests.differences import Difference
from variorum.comparisons.contests.doers import doer_differences
from variorum.comparisons.contests.exclusions import exclusions
from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.contests.sayings import (
    are_retold,
    are_said_by_two,
    are_worded_apart,
    is_part,
    may_be_said_by_one,
)
from variorum.comparisons.contests.times_and_places import place_differences, time_differences
from variorum.comparisons.contests.truths import speak_of_themselves, truth_differences
from variorum.comparisons.contests.weighing import chance_of, slot_chances, whole_chance
from variorum.comparisons.contests.wholes import is_judged_whole, whole_of
from variorum.comparisons.facts import Fact
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.comparisons import Slot

#: Chance from which two answers are shown as a conflict; from the lower one on, as a possible tension.
CONFLICT, TENSION = 0.45, 0.25
#: Chance from which it is proposed at all, whatever the number of sentences of both reports is.
PROPOSED = 0.07
#: That for two sentences as wholes in the other slots than those of sayings.
_SURE_OF_WHOLES = 0.65
#: That for figures, of which rules of their own find nearly all: what is left counts two things, mostly.
_SURE_OF_FIGURES = 0.75
#: Pairs of sentences that are judged as wholes at most: of 200 reports on one event nearly all tell the same.
_WHOLES = 2_000
#: What a second signal must give two sentences to propose a tension.
SIGNALLED = 0.5

_OF_SAYINGS = frozenset({Slot.ATTRIBUTION, Slot.WORDING})

Signal = Callable[[str, str], float]
"""A second signal, an entailment model say: a sentence of each of two reports to the chance that they contradict."""


class Judged(Struct, frozen=True):
    """A difference and the chance that both of its readings cannot be true."""

    difference: Difference
    chance: float
    contest: Contest
    """The two sentences."""
    alone: float
    """The chance whatever the number of sentences of both reports is."""
    whole: float
    """Chance that they exclude each other by all of their differences together; 0 where they are not judged so."""
    grounded: bool = True
    """False where nothing but the likeness of other sentences says that they conflict in this slot."""
    barred: bool = False
    """True where the words speak against it: a report has both values, or one speaker may have said it once; and of two
    sentences as wholes where it is less likely than a possible tension."""
    slots: Mapping[Slot, float] = {}
    """How likely it is in each slot that two sentences exclude each other as wholes, if they do; else empty."""

    @property
    def is_conflict(self) -> bool:
        """Say whether it is likely enough to be shown as a conflict."""
        return self.grounded and self.chance >= self._least and not is_known(self.difference)

    @property
    def _least(self) -> float:
        """Return the chance from which it is a conflict."""
        if self.difference.slot in _OF_SAYINGS:
            return CONFLICT
        if self.is_of_values:
            return _SURE_OF_WHOLES
        return _SURE_OF_FIGURES if self.difference.slot is Slot.QUANTITY else CONFLICT

    @property
    def is_of_values(self) -> bool:
        """Say whether it is two sentences as wholes in another slot than those of sayings."""
        return self.is_whole and self.difference.slot not in _OF_SAYINGS

    @property
    def is_whole(self) -> bool:
        """Say whether all differences of the two sentences were judged together."""
        return self.difference.kind == "whole"

    @property
    def conflict(self) -> Conflict:
        """Return the difference as a conflict."""
        difference = self.difference
        clash = Clash(difference.reason, self.chance)
        return Conflict(difference.slot, (difference.left, difference.right), None, clash)


def is_known(difference: Difference) -> bool:
    """Say whether either report has the time or place of the other one as well: it tells of two things."""
    return difference.kind in ("time", "place") and difference.traits.get("known to one", 0.0) > 0


def differences(contest: Contest, indexes: Indexes) -> Iterator[Difference]:
    """Yield all differences of two sentences that may answer one question."""
    yield from time_differences(contest, indexes)
    yield from place_differences(contest, indexes)
    yield from amount_differences(contest, indexes)
    yield from doer_differences(contest, indexes)
    yield from truth_differences(contest)
    yield from exclusions(contest, indexes)


def judged(held: Iterable[Contest], indexes: Indexes) -> tuple[Judged, ...]:
    """Return the differences that may be conflicts, the likeliest first."""
    contested = tuple(held)
    pairs = Counter((contest.left.siglum, contest.right.siglum) for contest in contested)
    whole = _wholes(contested, indexes)
    judgements = (
        item
        for number, contest in enumerate(contested)
        for item in _judgements(
            contest, indexes, pairs[contest.left.siglum, contest.right.siglum], whole=number in whole
        )
    )
    found = sorted(
        judgements,
        key=lambda item: (
            not item.is_conflict,
            -item.chance,
            sorted(side.fact.words for side in item.conflict.readings),
            item.difference.slot,
        ),
    )
    return tuple(item for item in found if not is_told_by_both(item.conflict, indexes))


def _wholes(contested: tuple[Contest, ...], indexes: Indexes) -> frozenset[int]:
    """Return which sentences are judged as wholes: those that tell two things, the surest aligned ones of very many."""
    numbers = [number for number, contest in enumerate(contested) if is_judged_whole(contest)]
    if len(numbers) > _WHOLES:
        numbers.sort(key=lambda number: (-contested[number].linked, -contested[number].near, number))
        least = contested[numbers[_WHOLES]]
        numbers = [number for number in numbers if contested[number].linked > least.linked]
    return frozenset(number for number in numbers[:_WHOLES] if not are_retold(contested[number], indexes))


def _judgements(contest: Contest, indexes: Indexes, pairs: int, *, whole: bool) -> Iterator[Judged]:
    """Yield the differences of two sentences, each by its own traits, among so many pairs of two reports.

    As a ``whole`` as well, what they likeliest exclude each other by: it can be a conflict where the sentences have a
    difference of that slot of their own, or two sayings; else it is a possible tension.
    """
    found = tuple(differences(contest, indexes))
    chance = 0.0
    if whole:
        both = whole_of(contest, indexes, [(difference, chance_of(difference)) for difference in found])
        slots = slot_chances(both.traits)
        whole_difference = both.difference(max(slots, key=slots.__getitem__), indexes)
        difference, best = _valued(whole_difference, found)
        chance = round(whole_chance(both.traits, pairs), 4)
        alone = round(whole_chance(both.traits), 4)
        grounded = best is not None and not is_known(best)
        if difference.slot in _OF_SAYINGS:
            grounded = _is_grounded(difference, contest, indexes)
        barred = alone < TENSION or (not grounded and _is_barred(difference, best, contest, indexes))
        yield Judged(difference, chance, contest, alone, chance, grounded=grounded, barred=barred, slots=slots)
    for difference in found:
        alone = round(chance_of(difference), 4)
        own = round(chance_of(difference, pairs), 4)
        yield Judged(difference, own, contest, alone, chance, barred=_tells_two_things(difference))


def _valued(whole: Difference, found: Iterable[Difference]) -> tuple[Difference, Difference | None]:
    """Return what two sentences exclude each other by as wholes, with the values of the likeliest difference of a slot.

    And that difference, None where there is none of the slot.
    """
    best = max((item for item in found if item.slot is whole.slot), key=chance_of, default=None)
    if best is None:
        return whole, None
    return replace(whole, left=best.left, right=best.right, reason=best.reason), best


def _is_barred(difference: Difference, best: Difference | None, contest: Contest, indexes: Indexes) -> bool:
    """Say whether the words speak against two sentences excluding each other as wholes in a slot.

    ``best`` is their likeliest difference of the slot.
    """
    if difference.slot is Slot.WORDING:
        return True
    if difference.slot is Slot.ATTRIBUTION:
        return may_be_said_by_one(contest, indexes)
    speaks = difference.slot is Slot.POLARITY and any(speak_of_themselves(fact) for fact in _facts(difference))
    return speaks or (best is not None and _tells_two_things(best))


def _facts(difference: Difference) -> tuple[Fact, Fact]:
    """Return the clauses of both readings."""
    return difference.left.fact, difference.right.fact


def _tells_two_things(difference: Difference) -> bool:
    """Say whether either report has the value of the other one too, or two places hang on their clauses in two ways."""
    apart = difference.kind == "place" and difference.traits.get("hang apart", 0.0) > 0
    return apart or is_known(difference)


def _is_grounded(difference: Difference, contest: Contest, indexes: Indexes) -> bool:
    """Say whether the words of both sentences bear out that one saying was worded, or is ascribed, in two ways."""
    if difference.slot is Slot.WORDING:
        return are_worded_apart(contest, indexes) and not is_part(difference.left.value, difference.right.value)
    return are_said_by_two(contest, indexes)


def signalled(held: Iterable[Contest], signal: Signal | None) -> tuple[Conflict, ...]:
    """Return the sentences that a second signal calls a contradiction: it can propose a tension, never a conflict."""
    if signal is None:
        return ()
    found = []
    for contest in held:
        left, right = (facts[0] for facts in contest.clauses)
        if (chance := signal(left.sentence, right.sentence)) >= SIGNALLED:
            clash = Clash("a second signal calls the two sentences a contradiction", round(chance, 4))
            found.append(conflict_of_truths(Slot.POLARITY, left, right, clash))
    return tuple(sorted(found, key=lambda item: (-item.clash.certainty, item.readings[0].fact.words)))
