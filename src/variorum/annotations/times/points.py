"""Points: a date as fine as the words that led to it, and moving on from it by days, months or years."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import Struct

from variorum.annotations.times.values import add_months

_PATTERNS = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX",
    "DE": "XXX", "CE": "XX", "L": "X",
    "H": "XXXX-HX", "S": "XXXX-XX",
}  # fmt: skip


class Point(Struct, frozen=True):
    """Where the steps have led: a TIMEX3 value, the first day of it where that is known, and how fine it is."""

    value: str
    day: date | None
    grain: str


#: A weekday of no known week, a day of no known year.
_LOOSE_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_LOOSE_DATE = re.compile(r"XXXX-\d\d-\d\d")


def _week(day: date) -> str:
    """Return the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def point_of_day(day: date, grain: str) -> Point:
    """Return the point of ``grain`` that holds ``day``."""
    year = day.year
    if grain == "D":
        return Point(f"{year:04d}-{day.month:02d}-{day.day:02d}", day, grain)
    if grain in {"W", "WE"}:
        monday = day - timedelta(days=day.weekday())
        return Point(_week(monday) + ("-WE" if grain == "WE" else ""), monday, grain)
    if grain == "M":
        return Point(f"{year:04d}-{day.month:02d}", day.replace(day=1), grain)
    if grain == "Q":
        quarter = (day.month - 1) // 3
        return Point(f"{year:04d}-Q{quarter + 1}", date(year, 3 * quarter + 1, 1), grain)
    if grain == "DE":
        return Point(f"{year // 10:03d}", date(max(1, year // 10 * 10), 1, 1), grain)
    if grain == "CE":
        return Point(f"{year // 100:02d}", date(max(1, year // 100 * 100), 1, 1), grain)
    return Point(f"{year:04d}", date(year, 1, 1), "Y")


def _loose_day(value: str, days: int) -> str | None:
    """Return the day some days from one of no known week or year: the day after "Monday" is a Tuesday."""
    weekday = _LOOSE_WEEKDAY.match(value)
    if weekday is not None:
        return f"XXXX-WXX-{(int(weekday[1]) - 1 + days) % 7 + 1}"
    day = _LOOSE_DATE.match(value)
    return day[0] if day is not None and not days else None


def shift(point: Point, amount: int, unit: str, keep: str) -> Point:
    """Move by ``amount`` units; the result is as fine as the unit, or as the point where ``keep`` says so."""
    grain = (
        point.grain
        if keep == "~" and point.grain in {"Q", "M"} and unit == "Y"
        else keep
        if keep not in {"", "~"}
        else unit
    )
    grain = "D" if grain.startswith("T") else grain
    if unit.startswith("T"):
        # Hours and minutes before a day that has no clock: even the day is not certain.
        return Point("XXXX-XX-XX", None, "D")
    if point.day is None:
        kept = _loose_day(point.value, amount) if unit == grain == "D" else None
        return Point(kept or _PATTERNS.get(grain, "XXXX"), None, grain)
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "L": 12000}.get(unit)
    if months is not None:
        return point_of_day(add_months(point.day, months * amount), grain)
    days = {"D": 1, "W": 7, "WE": 7, "2W": 14}[unit]
    return point_of_day(point.day + timedelta(days=days * amount), grain if grain in _PATTERNS else "D")
