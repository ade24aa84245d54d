"""Times and places of two sentences that may answer one question, where the one cannot be the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from variorum.comparisons.conflicts.finding import SlotReading, are_two_occasions
from variorum.comparisons.conflicts.linked_slots import has_time, places_of_deed
from variorum.comparisons.conflicts.occasions import are_far_apart, is_time_of
from variorum.comparisons.contests.differences import Difference, host_of, mirrored, traits_of
from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.adverbials import place_relation, time_relation
from variorum.comparisons.slots.verdicts import Clash, places_clash, times_clash
from variorum.model.annotations import Place, TimeExpression, TimeType
from variorum.model.comparisons import Slot

#: Times or places of a sentence that are held against those of another one.
_MOST = 6

Value = TypeVar("Value", TimeExpression, Place)


@dataclass(frozen=True, slots=True)
class _Values(Generic[Value]):
    """Two times or places that exclude each other."""

    one: Value
    other: Value
    clash: Clash
    hangs: tuple[str | None, str | None]
    """How each hangs on its clause."""
    known: int
    """How many of the two reports have the value of the other one as well."""

    @property
    def rank(self) -> tuple[bool, bool, int, int, int]:
        """Return what the likeliest to answer one question is chosen by."""
        apart = self.hangs[0] != self.hangs[1]
        return (apart, None in self.hangs, self.known, *mirrored(self.one.start, self.other.start))

    @property
    def traits(self) -> dict[str, float]:
        """Return what speaks for both answering one question."""
        return {
            "certainty": self.clash.certainty,
            "hang apart": float(self.hangs[0] != self.hangs[1]),
            "known to one": float(self.known > 0),
            "known to both": float(self.known > 1),
        }


def time_differences(contest: Contest, indexes: Indexes) -> Iterator[Difference]:
    """Yield two times that exclude each other: those that hang on their clauses alike, and are told by one alone."""
    left, right = (indexes[passage.siglum] for passage in contest.ends)
    times = left.times_in(contest.left.span)[:_MOST], right.times_in(contest.right.span)[:_MOST]
    found = [
        _Values(
            one,
            other,
            clash,
            (time_relation(left.text, one.start), time_relation(right.text, other.start)),
            has_time(one, right) + has_time(other, left),
        )
        for one, other in product(*times)
        if (clash := times_clash(one, other)) is not None
    ]
    if not found:
        return
    best = min(found, key=lambda values: values.rank)
    one, other = best.one, best.other
    told = host_of(one.span, contest.clauses[0]), host_of(other.span, contest.clauses[1])
    if _tell_two_things(told, best) or are_two_occasions(*told, one, other):
        return
    values = [{time.value for time in side} for side in times]
    yield Difference(
        Slot.TIME,
        SlotReading(told[0], one.text, one.span),
        SlotReading(told[1], other.text, other.span),
        best.clash.reason,
        {
            **traits_of(contest, *told),
            **best.traits,
            "others agree": float(not values[0].isdisjoint(values[1])),
            "only one each": float(len(times[0]) == len(times[1]) == 1),
            "of one type": float(one.type is other.type),
            "lengths": float(one.type is other.type is TimeType.DURATION),
            "clocks": float(one.type is other.type is TimeType.TIME),
            "own words": float(len(one.value or "") == len(other.value or "")),
        },
        kind="time",
    )


def _tell_two_things(told: tuple[Fact, Fact], times: _Values[TimeExpression]) -> bool:
    """Say whether two times are not those of what is told, hang on it in two ways, or are of now and of long ago."""
    one, other = times.one, times.other
    lengths = one.type is other.type is TimeType.DURATION
    if times.hangs[0] != times.hangs[1] and not lengths:
        return True
    acted_on = told[0].targets, told[1].targets
    if all(acted_on) and acted_on[0].isdisjoint(acted_on[1]):
        return True
    of_it = is_time_of(told[0], one) and is_time_of(told[1], other)
    return not of_it or are_far_apart(told[0], one, told[1], other)


def place_differences(contest: Contest, indexes: Indexes) -> Iterator[Difference]:
    """Yield two places that exclude each other: those that hang on their clauses alike, and are told by one alone."""
    left, right = (indexes[passage.siglum] for passage in contest.ends)
    places = places_of_deed(contest.left.span, left)[:_MOST], places_of_deed(contest.right.span, right)[:_MOST]
    found = [
        _place_values(one, other, clash, left, right)
        for one, other in product(*places)
        if (clash := places_clash(one, other)) is not None
    ]
    if not found:
        return
    best = min(found, key=lambda values: values.rank)
    told = host_of(best.one.span, contest.clauses[0]), host_of(best.other.span, contest.clauses[1])
    names = [{place.name for place in side} for side in places]
    yield Difference(
        Slot.PLACE,
        SlotReading(told[0], best.one.name, best.one.span),
        SlotReading(told[1], best.other.name, best.other.span),
        best.clash.reason,
        {
            **traits_of(contest, *told),
            **best.traits,
            "loose": float(None in best.hangs),
            "others agree": float(not names[0].isdisjoint(names[1])),
            "only one each": float(len(places[0]) == len(places[1]) == 1),
        },
        kind="place",
    )


def _place_values(one: Place, other: Place, clash: Clash, left: ReportIndex, right: ReportIndex) -> _Values[Place]:
    """Return two places that exclude each other with what their reports make of them."""
    hangs = place_relation(left.text, one.start), place_relation(right.text, other.start)
    return _Values(one, other, clash, hangs, (one.name in right.text) + (other.name in left.text))
