"""Intervals of time with a granularity, under every time expression (TimeML values, EDTF in spirit).

An interval is ``[begin, before)`` in the text's own local time, without a zone.
An open end is None: "since 2016" has no ``before``.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct


class Granularity(StrEnum):
    """How fine the words are; an interval never claims to be finer than they were."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half of a year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    PART = "part of day"
    MINUTE = "minute"
    UNKNOWN = "unknown"


class IntervalRelation(StrEnum):
    """How two intervals lie to each other."""

    SAME = "same"
    INSIDE = "inside"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    APART = "apart"
    UNKNOWN = "unknown"


#: Hours at which parts of the day begin and end; wide, since nobody says when evening begins.
PART_HOURS = {"MO": (0, 12), "AF": (12, 18), "EV": (16, 24), "NI": (18, 30), "MI": (11, 14), "DT": (6, 20)}
#: Minutes east of Greenwich of the zones that news writes. "ET" and "IST" can be more than one and are left out.
ZONE_MINUTES = {
    "GMT": 0, "UTC": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "MSK": 180, "JST": 540, "KST": 540,
    "AEST": 600, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480,
    "PDT": -420,
}  # fmt: skip


_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")


def zone_minutes(zone: str | None) -> int | None:
    """Return the minutes east of Greenwich of "EST" or "+03:00"; None where there is no zone or it is not known."""
    if zone is None:
        return None
    if (offset := _OFFSET.fullmatch(zone)) is not None:
        minutes = 60 * int(offset[2]) + int(offset[3])
        return -minutes if offset[1] == "-" else minutes
    return ZONE_MINUTES.get(zone)


class Interval(Struct, frozen=True):
    """``[begin, before)``; either end may be None (open)."""

    begin: datetime | None
    before: datetime | None
    granularity: Granularity = Granularity.UNKNOWN

    def __post_init__(self) -> None:
        """Refuse reversed intervals."""
        if self.begin is not None and self.before is not None and self.begin >= self.before:
            raise ValueError(f"not an interval: [{self.begin}, {self.before})")

    @property
    def is_closed(self) -> bool:
        """Say whether both ends are known."""
        return self.begin is not None and self.before is not None

    def relation_to(self, other: Interval) -> IntervalRelation:
        """Say how this interval lies to ``other``; UNKNOWN when an interval has no end at all."""
        if (self.begin is None and self.before is None) or (other.begin is None and other.before is None):
            return IntervalRelation.UNKNOWN
        low, high = datetime.min, datetime.max
        begin, before = self.begin or low, self.before or high
        other_begin, other_before = other.begin or low, other.before or high
        if before <= other_begin or other_before <= begin:
            return IntervalRelation.APART
        if (begin, before) == (other_begin, other_before):
            return IntervalRelation.SAME
        if other_begin <= begin and before <= other_before:
            return IntervalRelation.INSIDE
        if begin <= other_begin and other_before <= before:
            return IntervalRelation.CONTAINS
        return IntervalRelation.OVERLAPS

    def gap_to(self, other: Interval) -> timedelta:
        """Return the time between two intervals, none where they meet or one is open on the side of the other."""
        ends = ((self.before, other.begin), (other.before, self.begin))
        gaps = (begin - before for before, begin in ends if before is not None and begin is not None)
        return max((timedelta(), *gaps))

    def earlier_by(self, minutes: int) -> Interval:
        """Return the interval moved back; it stays where the calendar ends."""
        try:
            begin, before = (end - timedelta(minutes=minutes) if end else None for end in (self.begin, self.before))
        except OverflowError:
            return self
        return Interval(begin, before, self.granularity)

    def intersection(self, other: Interval) -> Interval | None:
        """Return the time that both cover, as fine as the finer of the two; None when they are apart."""
        begins = [begin for begin in (self.begin, other.begin) if begin is not None]
        ends = [before for before in (self.before, other.before) if before is not None]
        begin, before = max(begins, default=None), min(ends, default=None)
        if begin is not None and before is not None and begin >= before:
            return None
        order = list(Granularity)
        known = [g for g in (self.granularity, other.granularity) if g is not Granularity.UNKNOWN]
        return Interval(begin, before, max(known, key=order.index, default=Granularity.UNKNOWN))

    def label(self) -> str:
        """Return the interval for people: "2024-07-24", "2024", "from 2016", "2024-07-18 to 2024-07-31"."""
        if self.begin is None and self.before is None:
            return "unknown"
        first = self.begin.date().isoformat() if self.begin else ""
        last = ((self.before - timedelta(microseconds=1)).date()).isoformat() if self.before else ""
        if self.begin is None:
            return f"until {last}"
        if self.before is None:
            return f"from {first}"
        if first == last:
            return first
        if first[4:] == "-01-01" and last[4:] == "-12-31":
            return first[:4] if first[:4] == last[:4] else f"{first[:4]} to {last[:4]}"
        if first[:7] == last[:7] and first.endswith("-01") and (self.before.day, self.before.hour) == (1, 0):
            return first[:7]
        return f"{first} to {last}"
