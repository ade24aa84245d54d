"""Values: TIMEX3 values (TimeML 1.2.1) to intervals, never finer than the value."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from variorum.model.intervals import PART_HOURS, Granularity, Interval

_DAY = timedelta(days=1)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def add_months(day: date, months: int) -> date:
    """Move by months; the day is cut to the length of the month (31 March - 1 month = 29 February)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d{2})(?:-(?P<weekend>WE)|-(?P<weekday>[1-7]))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<part>MO|AF|EV|NI|MI|DT)|T(?P<clock>\d{2}:\d{2})(?::\d{2})?)?)?))?"
)


@lru_cache(maxsize=4096)
def interval_of_value(value: str) -> Interval | None:
    """Return the interval of a TIMEX3 value, never finer than it; None for durations, references and any X."""
    try:
        return _interval_of_value(value)
    except (ValueError, OverflowError):
        return None


def _between(begin: date, before: date | None, granularity: Granularity) -> Interval:
    """Make an interval of days; the calendar's end stands for a day after it."""
    return Interval(
        datetime.combine(begin, time()), datetime.combine(before, time()) if before else datetime.max, granularity
    )


def _interval_of_value(value: str) -> Interval | None:
    if re.fullmatch(r"\d{3}", value):
        return _years(int(value) * 10, 10, Granularity.DECADE)
    if re.fullmatch(r"\d{2}", value):
        return _years(int(value) * 100, 100, Granularity.CENTURY)
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year = int(match["year"])
    if match["week"]:
        return _week_interval(year, match)
    for key, length, granularity in (("quarter", 3, Granularity.QUARTER), ("half", 6, Granularity.HALF)):
        if match[key]:
            begin = date(year, length * (int(match[key]) - 1) + 1, 1)
            return _between(begin, _months_later(begin, length), granularity)
    if match["season"]:
        begin = date(year, SEASON_MONTHS[match["season"]], 1)
        return _between(begin, _months_later(begin, 3), Granularity.SEASON)
    if match["month"] is None:
        return _years(year, 1, Granularity.YEAR)
    if match["day"] is None:
        begin = date(year, int(match["month"]), 1)
        return _between(begin, _months_later(begin, 1), Granularity.MONTH)
    return _within_day(date(year, int(match["month"]), int(match["day"])), match)


def _within_day(day: date, match: re.Match[str]) -> Interval:
    """Return the interval of a day, a part of it, or a minute."""
    midnight = datetime.combine(day, time())
    if match["part"]:
        first, last = PART_HOURS[match["part"]]
        return Interval(midnight + timedelta(hours=first), midnight + timedelta(hours=last), Granularity.PART)
    if match["clock"]:
        hour, minute = (int(part) for part in match["clock"].split(":"))
        begin = midnight + timedelta(hours=hour, minutes=minute)
        return Interval(begin, begin + timedelta(minutes=1), Granularity.MINUTE)
    return _between(day, day + _DAY if day < date.max else None, Granularity.DAY)


def _months_later(begin: date, months: int) -> date | None:
    try:
        return add_months(begin, months)
    except OverflowError:
        return None


def _years(year: int, count: int, granularity: Granularity) -> Interval:
    first = max(1, year)
    return _between(date(first, 1, 1), date(year + count, 1, 1) if year + count <= 9999 else None, granularity)


def _week_interval(year: int, match: re.Match[str]) -> Interval:
    monday = date.fromisocalendar(year, int(match["week"]), 1)
    if match["weekday"]:
        day = monday + timedelta(days=int(match["weekday"]) - 1)
        return _between(day, day + _DAY, Granularity.DAY)
    if match["weekend"]:
        return _between(monday + timedelta(days=5), monday + timedelta(days=7), Granularity.WEEKEND)
    return _between(monday, monday + timedelta(days=7), Granularity.WEEK)


def either_midnight(interval: Interval) -> Interval:
    """Return what "midnight on Friday" leaves open: the one that begins Friday, or the one that ends it."""
    if interval.begin is None or interval.begin.year < 2:
        return interval
    return Interval(interval.begin - _DAY, interval.before, Granularity.DAY)


def span_interval(step: str, reference: Interval | None) -> Interval | None:
    """Return the interval of "the past two years" (``span:-2:Y``) and "the next ten days", as rough as their unit."""
    if reference is None or reference.begin is None or reference.before is None:
        return None
    _, amount, unit = step.split(":")
    granularity = {"D": Granularity.DAY, "W": Granularity.WEEK, "M": Granularity.MONTH, "Q": Granularity.QUARTER}.get(
        unit
    )
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120}.get(unit)
    try:
        if int(amount) < 0:
            day = reference.begin.date()
            far = (
                add_months(day, months * int(amount))
                if months
                else day + timedelta(days=int(amount) * (7 if unit == "W" else 1))
            )
            return Interval(datetime.combine(far, time()), reference.before, granularity or Granularity.YEAR)
        day = reference.before.date()
        far = (
            add_months(day, months * int(amount))
            if months
            else day + timedelta(days=int(amount) * (7 if unit == "W" else 1))
        )
        return Interval(reference.begin, datetime.combine(far, time()), granularity or Granularity.YEAR)
    except (OverflowError, ValueError):
        return None


def open_interval(interval: Interval | None, edge: str, mod: str | None = None) -> Interval | None:
    """Return what "since", "until", "before" or "after" makes of an interval."""
    if interval is None:
        return None
    if edge == "since":
        return Interval(interval.begin, None, interval.granularity)
    if edge == "until":
        return Interval(None, interval.before, interval.granularity)
    if edge == "before" and mod == "END":
        return Interval(None, interval.before, interval.granularity)  # "before the end of 2015"
    if edge == "before":
        return Interval(None, interval.begin, interval.granularity)
    if edge == "after":
        return Interval(interval.before, None, interval.granularity)
    return interval
