"""Occasions: whether two times can be those of one event, as far as their words say.

Times that lie a few days apart may be one event told with a wrong day; which one is right is not decided here, only
that they are near. Times further apart are two occasions ("the meeting on Wednesday", "their meeting in March 2023").
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import StrEnum

from variorum.model.annotations import Reference, TimeExpression, TimeType
from variorum.model.intervals import Granularity, Interval, IntervalRelation

_WEEKDAY = re.compile(r"W[\dX]{2}-(\d)")
_MONTH = re.compile(r"[\dX]{4}-(\d\d)")
#: A value that says more than "some day" or "the past".
_DATED = re.compile(r"[\dX]{4}(?=.*\d)|\d")
_WHOLE_MONTH = re.compile(r"[\dX]{4}-\d\d")
#: A day and what is finer.
_FINE = frozenset({Granularity.DAY, Granularity.PART, Granularity.MINUTE})
#: Days between two times that can still be one event with a day confused: a weekday wrong, a date line.
_NEAR = timedelta(days=4)
#: Days before the report's date in which what it tells without a date is taken to lie.
_RECENT = timedelta(days=14)


class TimeFit(StrEnum):
    """How two times lie to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    NEAR = "near"
    APART = "apart"
    UNKNOWN = "unknown"


def times_fit(one: TimeExpression | None, other: TimeExpression | None) -> TimeFit:
    """Say how the times of two events lie to each other; UNKNOWN when one has none that can be compared."""
    if one is None or other is None or one.is_length or other.is_length:
        return TimeFit.UNKNOWN
    if one.at_greenwich is not None and other.at_greenwich is not None:
        # "9 a.m. EST" is "14:00 GMT"
        return _intervals_fit(one.at_greenwich, other.at_greenwich)
    if one.value == other.value and _DATED.match(one.value):
        return TimeFit.SAME
    if one.interval is not None and other.interval is not None:
        return _intervals_fit(one.interval, other.interval)
    day, other_day = weekday_of(one), weekday_of(other)
    if day is not None and other_day is not None:
        return TimeFit.NEAR if day != other_day else TimeFit.SAME
    month, other_month = _MONTH.match(one.value), _MONTH.match(other.value)
    if month is not None and other_month is not None:
        # "in March" of a year that nothing tells, "in March 2023".
        return TimeFit.COMPATIBLE if month.group(1) == other_month.group(1) else TimeFit.APART
    return TimeFit.UNKNOWN


def _intervals_fit(one: Interval, other: Interval) -> TimeFit:
    """Say how two intervals fit: the same, one inside the other, near or apart."""
    relation = one.relation_to(other)
    if relation is IntervalRelation.UNKNOWN:
        return TimeFit.UNKNOWN
    if relation is IntervalRelation.APART:
        fine = one.granularity in _FINE and other.granularity in _FINE
        return TimeFit.NEAR if fine and one.gap_to(other) <= _NEAR else TimeFit.APART
    if not (one.is_closed and other.is_closed):
        # "since 2016" holds everything after it.
        return TimeFit.UNKNOWN
    if relation is IntervalRelation.SAME or {one.granularity, other.granularity} <= _FINE:
        return TimeFit.SAME
    return TimeFit.COMPATIBLE


def weekday_of(time: TimeExpression) -> int | None:
    """Return the day of the week, 1 for Monday, of a time as fine as a day; None for others."""
    if match := _WEEKDAY.search(time.value):
        return int(match.group(1))
    if time.interval is not None and time.interval.begin is not None and time.interval.granularity in _FINE:
        return time.interval.begin.isoweekday()
    return None


def is_past(time: TimeExpression | None, reference: Reference) -> bool:
    """Say whether a time lies clearly before the days that the report is about ("in March 2023", "in 2011")."""
    if time is None:
        return False
    if time.interval is None:
        return time.type is TimeType.DATE and _WHOLE_MONTH.fullmatch(time.value) is not None
    if time.interval.before is None:
        return False
    if reference.interval is not None and reference.interval.begin is not None:
        return time.interval.before < reference.interval.begin - min(_RECENT, reference.interval.begin - datetime.min)
    # No date known: a month or a year is told of what lies back, a day of what is news.
    return time.interval.granularity not in _FINE
