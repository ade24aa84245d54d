"""Linked times: when two sentences that an alignment joins put one deed, each at one time that only its report has.

"The poll took place on 8 April" and "on 15 April, when people voted, the river rose" date the vote in a clause that
does not tell of it: the one time of a sentence is that of all that it tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from msgspec import Struct

from variorum.comparisons.conflicts.contents import shares_core
from variorum.comparisons.conflicts.finding import Conflict, SlotReading, are_two_occasions
from variorum.comparisons.conflicts.linked_sentences import Indexes, LinkedSentences, Passage, facts_in
from variorum.comparisons.conflicts.linked_slots import has_time
from variorum.comparisons.conflicts.occasions import are_far_apart, are_one_deed, is_time_of
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.adverbials import time_relation
from variorum.comparisons.slots.verdicts import times_clash
from variorum.model.annotations import TimeExpression, TimeType
from variorum.model.comparisons import Slot


class _Dated(Struct, frozen=True):
    """A sentence with its one time."""

    facts: tuple[Fact, ...]
    host: Fact
    """The clause in which the time stands."""
    time: TimeExpression
    hangs: str


def linked_time_conflicts(link: LinkedSentences, indexes: Indexes) -> Iterator[Conflict]:
    """Yield where two linked sentences put one deed at two times, neither known to the other report."""
    if not link.is_sure:
        return
    ends = indexes[link.left.siglum], indexes[link.right.siglum]
    one, other = _dated(link.left, ends[0]), _dated(link.right, ends[1])
    if one is None or other is None or not _hang_alike(one, other):
        return
    clash = times_clash(one.time, other.time)
    if clash is None or has_time(one.time, ends[1]) or has_time(other.time, ends[0]):
        return
    apart = are_far_apart(one.host, one.time, other.host, other.time)
    pairs = product(one.facts, other.facts)
    told_once = any(shares_core(left, right) and are_one_deed(left, right) for left, right in pairs)
    if told_once and not apart and not are_two_occasions(one.host, other.host, one.time, other.time):
        readings = tuple(SlotReading(item.host, item.time.text, item.time.span) for item in (one, other))
        yield Conflict(Slot.TIME, readings, None, clash)


def _dated(passage: Passage, index: ReportIndex) -> _Dated | None:
    """Return a sentence with its one date or time of day, None where it has several, or it is that of its telling."""
    facts = tuple(facts_in(passage, index))
    times = [time for time in index.times_in(passage.span) if time.type in (TimeType.DATE, TimeType.TIME)]
    if not facts or len(times) != 1 or any(fact.negated for fact in facts):
        return None
    host = next((fact for fact in facts if fact.span.contains(times[0].span)), facts[0])
    if not is_time_of(host, times[0]):
        return None
    return _Dated(facts, host, times[0], time_relation(index.text, times[0].start))


def _hang_alike(one: _Dated, other: _Dated) -> bool:
    """Say whether both are when something was, or the one lies behind the end of the other: "before May", "in June"."""
    if one.hangs == other.hangs == "point":
        return True
    for end, point in ((one, other), (other, one)):
        if (end.hangs, point.hangs) == ("limit", "point") and end.time.interval and point.time.interval:
            limit, begin = end.time.interval.before, point.time.interval.begin
            return limit is not None and begin is not None and limit <= begin
    return False
