"""Linked slots: the hour, the end, the share that two aligned clauses give when their predicates say nothing of it.

"The accident happened at 7.40" and "shortly before six the wheels lost their grip": no word says that both tell one
thing, their sentences do. So only a slot counts that hardly anything else of a story fills, and only where neither
report has the value of the other anywhere: a report that has both tells of two things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from variorum.comparisons.clocks import are_clocks_apart, clocks_apart
from variorum.comparisons.conflicts import Conflict, SlotReading, quantity_conflicts
from variorum.comparisons.facts import Fact, FactGroup, Pair
from variorum.comparisons.occasions import is_time_of
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots import Clash, times_clash, weekday_of
from variorum.model.annotations import TimeExpression
from variorum.model.comparisons import Slot

Indexes = Mapping[str, ReportIndex]

#: Aligned clauses of one group that are looked at; more repeat themselves.
_PAIRS = 20
#: Times of one report that are looked through for the value of the other.
_TIMES = 400


def linked_slot_conflicts(group: FactGroup, indexes: Indexes) -> tuple[Conflict, ...]:
    """Return the first conflict of each slot of clauses that an alignment surely joins."""
    found: dict[Slot, Conflict] = {}
    for pair in islice(group.pairs(), _PAIRS):
        if pair.sure and not pair.lone:
            for conflict in _pair_conflicts(pair, indexes):
                found.setdefault(conflict.slot, conflict)
    return tuple(found.values())


def _pair_conflicts(pair: Pair, indexes: Indexes) -> Iterator[Conflict]:
    """Yield the conflicts of two clauses, those of hours before those of days."""
    for slot_times in (_hour_of, _end_of):
        one, other = slot_times(pair.left), slot_times(pair.right)
        if one is None or other is None:
            continue
        clash = times_clash(one, other)
        known = _has_time(one, indexes[pair.right.ref.siglum]) or _has_time(other, indexes[pair.left.ref.siglum])
        if clash and not known:
            yield _time_conflict(pair, one, other, clash)
    for conflict in quantity_conflicts(pair.left, pair.right):
        if all(_is_share(reading) for reading in conflict.readings) and not conflict.update:
            yield conflict


def _time_conflict(pair: Pair, one: TimeExpression, other: TimeExpression, clash: Clash) -> Conflict:
    """Return the conflict of two times."""
    readings = (SlotReading(pair.left, one.text, one.span), SlotReading(pair.right, other.text, other.span))
    return Conflict(Slot.TIME, readings, None, clash)


def _hour_of(fact: Fact) -> TimeExpression | None:
    """Return the one clock time at which a clause says that something happened."""
    return _only(fact, [time for time in fact.times if clocks_apart(time, time) is not None], "point")


def _end_of(fact: Fact) -> TimeExpression | None:
    """Return the one day until which a clause says that something goes on."""
    return _only(fact, [time for time in fact.times if weekday_of(time) is not None], "end")


def _only(fact: Fact, times: list[TimeExpression], hangs: str) -> TimeExpression | None:
    """Return the one time of a clause, where it hangs on the clause in this way and tells when it happened."""
    if len(times) != 1 or fact.relation_of(times[0].id) != hangs or not is_time_of(fact, times[0]):
        return None
    return times[0]


def _has_time(time: TimeExpression, index: ReportIndex) -> bool:
    """Say whether a report has a time, or one that is as good as it, anywhere."""
    return any(_is_as_good(time, other) for other in islice(index.annotated.times, _TIMES))


def _is_as_good(time: TimeExpression, other: TimeExpression) -> bool:
    """Say whether two times have one value, or are clock times of one hour or so."""
    if (apart := clocks_apart(time, other)) is not None:
        return not are_clocks_apart(time, other, apart)
    return time.value == other.value


def _is_share(reading: SlotReading) -> bool:
    """Say whether the figure of a reading is a share of a whole, in per cent."""
    fact = reading.fact
    return any(item.unit == "percent" and item.start == reading.focus.start for item in fact.quantities)
