"""Clocks: how far two clock times of one thing lie apart, and what they leave open."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from variorum.model.annotations import TimeExpression
from variorum.model.intervals import Granularity, zone_minutes

#: Clock times of one thing may lie so far apart: told to the hour, or by the begin and the end of it.
_CLOCK_SLACK = timedelta(hours=2)
#: The same where one of them is told to the minute.
_MINUTE_SLACK = timedelta(hours=1)
_TO_MINUTE = re.compile(r"\d[.:](?!00|30)\d\d\b")
#: What says which half of the day a clock time is of, or that it is of the clock of 24 hours.
_HALF_TOLD = re.compile(
    r"(?i:\d ?[ap]\.? ?m\b|morning|afternoon|evening|night|noon|dawn|dusk|hours)|\b0\d|\d{4}|\dh|\b[A-Z]{3,4}\b"
    r"|[A-Z][a-z]+ time"
)
_NOON = 12
_HALF_DAY = timedelta(hours=12)
CLOCK = re.compile(r"(.*)T(\d\d):(\d\d)")


def are_clocks_apart(left: TimeExpression, right: TimeExpression, apart: timedelta) -> bool:
    """Say whether two clock times are too far apart to be one told roughly, or the begin and the end of one thing."""
    to_minute = any(_TO_MINUTE.search(time.text) for time in (left, right))
    return apart > (_MINUTE_SLACK if to_minute else _CLOCK_SLACK)


def clocks_apart(left: TimeExpression, right: TimeExpression) -> timedelta | None:
    """Return how far two clock times of one day lie apart, zones converted: "9 a.m. EST" and "14:00 GMT" not at all.

    None where only one has a zone, where a zone is not known, or where the days differ.
    """
    one, other = CLOCK.fullmatch(left.value), CLOCK.fullmatch(right.value)
    if one is None or other is None or {left.mod, right.mod} - {None, "APPROX"}:
        return None
    zones = [zone_minutes(time.zone) for time in (left, right)]
    if (left.zone or right.zone) and None in zones:
        return None
    days = [left.interval.begin if left.interval else None, right.interval.begin if right.interval else None]
    first, second = (timedelta(hours=int(clock[2]), minutes=int(clock[3])) for clock in (one, other))
    apart = first - second - timedelta(minutes=(zones[0] or 0) - (zones[1] or 0))
    if (_leaves_half_open(left) or _leaves_half_open(right)) and abs(apart) > _HALF_DAY / 2:
        apart -= _HALF_DAY if apart > timedelta() else -_HALF_DAY  # "at half past nine" may be in the evening
    if days[0] is not None and days[1] is not None:
        apart += _midnight(days[0], first) - _midnight(days[1], second)
        apart = min((apart + later for later in _either_midnight(left, right)), key=abs)
    elif one[1] != other[1]:
        return None
    return abs(apart) if abs(apart) < timedelta(days=1) else None


def _either_midnight(left: TimeExpression, right: TimeExpression) -> list[timedelta]:
    """Return by how much the times may lie apart besides: "midnight on Monday" may be a day after it begins."""
    wide = [time.interval is not None and time.interval.granularity is Granularity.DAY for time in (left, right)]
    return [timedelta(days=later - earlier) for later in range(1 + wide[0]) for earlier in range(1 + wide[1])]


def _leaves_half_open(time: TimeExpression) -> bool:
    """Say whether a clock time may be of the morning or the evening: "at 7.30", "half past nine"."""
    clock = CLOCK.fullmatch(time.value)
    hour = int(clock[2]) if clock else 0
    return 0 < hour <= _NOON and _HALF_TOLD.search(time.text) is None


def _midnight(begin: datetime, clock: timedelta) -> datetime:
    """Return the midnight before a clock time ("24:00" begins on the next day)."""
    return begin - min(clock, begin - datetime.min)
