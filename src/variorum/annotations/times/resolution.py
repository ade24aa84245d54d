"""Resolving times: the steps of a time expression followed from a date, to a TIMEX3 value.

What cannot be known stays ``X``; where the first and the last day of the reference disagree, nothing is chosen.
"""

from __future__ import annotations

from datetime import timedelta

from variorum.annotations.times.points import Point, point_of_day
from variorum.annotations.times.steps import take_step
from variorum.annotations.times.values import interval_of_value
from variorum.model.intervals import Granularity, Interval


def follow_steps(steps: list[str], start: Point) -> str:
    """Return the TIMEX3 value that the steps lead to; X where the calendar ends or the start is not known."""
    point = start
    for step in steps:
        try:
            point = take_step(point, step)
        except (OverflowError, ValueError):
            point = take_step(Point("XXXX", None, "Y"), step)
    return point.value


def start_of(interval: Interval | None) -> tuple[Point, Point]:
    """Return the first and the last day of a reference as points; unknown ones when an end is open."""
    if interval is None or interval.begin is None or interval.before is None:
        unknown = Point("XXXX-XX-XX", None, "D")
        return unknown, unknown
    last = (interval.before - timedelta(microseconds=1)).date()
    return point_of_day(interval.begin.date(), "D"), point_of_day(last, "D")


def resolve_steps(steps: list[str], first: Point, last: Point) -> str:
    """Return the value where the first and the last day of the reference agree on it, else the one with X."""
    value = follow_steps(steps, first)
    if first == last or value == follow_steps(steps, last):
        return value
    return follow_steps(steps, Point("XXXX-XX-XX", None, "D"))


def point_of_value(value: str) -> Point:
    """Return where a value that stands in the text begins, as an anchor for others."""
    interval = interval_of_value(value)
    if interval is None or interval.begin is None:
        return Point(value, None, "D")
    grains = {
        Granularity.YEAR: "Y", Granularity.MONTH: "M", Granularity.WEEK: "W", Granularity.DECADE: "DE",
        Granularity.CENTURY: "CE", Granularity.QUARTER: "Q", Granularity.SEASON: "S",
    }  # fmt: skip
    return Point(value, interval.begin.date(), grains.get(interval.granularity, "D"))
