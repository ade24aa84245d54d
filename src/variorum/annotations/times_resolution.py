"""Resolving times: the symbolic form of a time expression, read against a date, to a TIMEX3 value and an interval.

A symbol is ``anchor|step|step ...``. The anchor is ``ref`` (the date of the report), ``t7`` (an earlier time
expression) or ``?``
(something the text does not give). Each step moves on: ``shift:-1:Y`` (last year), ``mon:3:=`` (March of that year),
``wd:3:<``
(Wednesday, the last one), ``part:EV``, ``clock:15:00``, ``edge:since``. Directions: ``<`` latest not after, ``<<``
before, ``>`` first not
before, ``>>`` after, ``?`` first not before unless far ahead, ``~`` latest not after unless the next one is near,
``=`` within the year, quarter or week arrived at.

Values are those of TIMEX3 (TimeML 1.2.1); what cannot be known stays ``X``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from variorum.model.intervals import Granularity, Interval

_DAY = timedelta(days=1)
_PATTERNS = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX",
    "DE": "XXX", "CE": "XX", "L": "X",
    "H": "XXXX-HX", "S": "XXXX-XX",
}  # fmt: skip
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
#: Hours at which parts of the day begin and end; wide, since nobody says when evening begins.
_PARTS = {"MO": (0, 12), "AF": (12, 18), "EV": (16, 24), "NI": (18, 30), "MI": (11, 14), "DT": (6, 20)}


@dataclass(frozen=True, slots=True)
class Point:
    """Where the steps have led: a TIMEX3 value, the first day of it where that is known, and how fine it is."""

    value: str
    day: date | None
    grain: str


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _point(day: date, grain: str) -> Point:
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


def _add_months(day: date, months: int) -> date:
    """Move by months; the day is cut to the length of the month (31 March - 1 month = 29 February)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _shift(point: Point, amount: int, unit: str, keep: str) -> Point:
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
        return Point(_PATTERNS.get(grain, "XXXX"), None, grain)
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "L": 12000}.get(unit)
    if months is not None:
        return _point(_add_months(point.day, months * amount), grain)
    days = {"D": 1, "W": 7, "WE": 7, "2W": 14}[unit]
    return _point(point.day + timedelta(days=days * amount), grain if grain in _PATTERNS else "D")


#: A date that the words do not place is the coming one when it is at most this many days ahead and the last one is
#: long gone.
_SOON = 60
_LONG_GONE = 200
_LONG_AHEAD = 290
_FAR = 100_000


def _undecided(candidates: list[date], ends: list[date], day: date, direction: str) -> str:
    """Correct a direction that leads too far.

    "Nov. 16" in a report of 30 October is ahead; "the Feb. 23 accord" in a report of March is past.
    """
    coming = _nearest(candidates, ends, day, ">>")
    passed = _nearest(candidates, ends, day, "<")
    ahead = (coming - day).days if coming else _FAR
    gone = (day - passed).days if passed else _FAR
    if direction == ">":
        return "<" if ahead > _LONG_AHEAD and gone < _FAR else ">"
    return ">" if ahead <= _SOON and gone > _LONG_GONE else "<"


def _nearest(candidates: list[date], ends: list[date], day: date, direction: str) -> date | None:
    """Return the candidate that a direction points to; ``ends`` are the days after each candidate."""
    if direction in {"~", "?"}:
        direction = _undecided(candidates, ends, day, ">" if direction == "?" else "~")
    if direction in {"<", "<<"}:
        passed = [c for c, e in zip(candidates, ends, strict=True) if (c <= day if direction == "<" else e <= day)]
        return max(passed, default=None)
    coming = [c for c, e in zip(candidates, ends, strict=True) if (e > day if direction == ">" else c > day)]
    return min(coming, default=None)


def _years_around(day: date) -> list[int]:
    return [year for year in (day.year - 1, day.year, day.year + 1) if 1 <= year <= 9999]


def _weekday(point: Point, weekday: int, direction: str) -> Point:
    if point.day is None:
        return Point(f"XXXX-WXX-{weekday}", None, "D")
    day = point.day
    ahead = (weekday - day.isoweekday()) % 7
    if direction == "=":
        return _point(day - timedelta(days=day.weekday()) + timedelta(days=weekday - 1), "D")
    if direction in {"<", "~"}:
        return _point(day - timedelta(days=(7 - ahead) % 7), "D")
    if direction == "<<":
        return _point(day - timedelta(days=7 - ahead), "D")
    return _point(day + timedelta(days=ahead or (7 if direction == ">>" else 0)), "D")


def _month(point: Point, month: int, direction: str) -> Point:
    if point.day is None:
        return Point(f"{point.value[:4] if point.grain == 'Y' else 'XXXX'}-{month:02d}", None, "M")
    if direction == "=":
        return _point(date(point.day.year, month, 1), "M")
    firsts = [date(year, month, 1) for year in _years_around(point.day)]
    found = _nearest(firsts, [_month_end(first) for first in firsts], point.day, direction)
    return _point(found, "M") if found else Point(f"XXXX-{month:02d}", None, "M")


def _month_end(first: date) -> date:
    return date.max if (first.year, first.month) == (9999, 12) else _add_months(first, 1)


def _month_day(point: Point, spec: str, direction: str) -> Point:
    """Resolve a day of the year: ``10-07``; a 29 February exists in leap years alone."""
    unknown = Point(f"{point.value[:4] if point.grain == 'Y' and point.day else 'XXXX'}-{spec}", None, "D")
    if point.day is None:
        return unknown
    month, number = int(spec[:2]), int(spec[3:])
    years = (
        [point.day.year] if direction == "=" else range(max(1, point.day.year - 8), min(9999, point.day.year + 8) + 1)
    )
    days = [date(year, month, number) for year in years if number <= monthrange(year, month)[1]]
    return _choose_day(days, point.day, direction, unknown)


def _weekday_date(point: Point, spec: str, weekday: int) -> Point:
    """Resolve "Wednesday, July 24": the nearest year in which that day is a Wednesday."""
    unknown = Point(f"XXXX-{spec}", None, "D")
    if point.day is None:
        return unknown
    month, number, day = int(spec[:2]), int(spec[3:]), point.day
    years = range(max(1, day.year - 6), min(9999, day.year + 5) + 1)
    days = [date(year, month, number) for year in years if number <= monthrange(year, month)[1]]
    fitting = [candidate for candidate in days if candidate.isoweekday() == weekday]
    return _point(min(fitting, key=lambda candidate: abs((candidate - day).days)), "D") if fitting else unknown


def _choose_day(days: list[date], day: date, direction: str, unknown: Point) -> Point:
    if direction == "=":
        return _point(days[0], "D") if days else unknown
    found = _nearest(days, [d + _DAY if d < date.max else d for d in days], day, direction)
    return _point(found, "D") if found else unknown


def _holiday(point: Point, spec: str, direction: str) -> Point:
    """Resolve a moving holiday: ``easter-2`` or ``5.1.-1`` (month, weekday, which; -1 is the last)."""
    unknown = Point("XXXX-XX-XX", None, "D")
    if point.day is None:
        return unknown
    years = [point.day.year] if direction == "=" else _years_around(point.day)
    days = []
    for year in years:
        if spec.startswith("easter"):
            if year > 1582:
                days.append(easter(year) + timedelta(days=int(spec[6:])))
            continue
        month, weekday, which = (int(part) for part in spec.split("."))
        length = monthrange(year, month)[1]
        matching = [date(year, month, d) for d in range(1, length + 1) if date(year, month, d).isoweekday() == weekday]
        days.append(matching[which - 1 if which > 0 else which])
    return _choose_day(days, point.day, direction, unknown)


def _quarter(point: Point, number: int, direction: str) -> Point:
    if point.day is None:
        return Point(f"{point.value[:4] if point.grain == 'Y' else 'XXXX'}-Q{number}", None, "Q")
    if direction == "=":
        return _point(date(point.day.year, 3 * number - 2, 1), "Q")
    firsts = [date(year, 3 * number - 2, 1) for year in _years_around(point.day)]
    ahead = (3 * number - 2 - point.day.month) % 12
    if direction in {">", "~", "?"} and (direction == "~" or ahead > 6):
        # Results are told after their quarter: "third-quarter net" in October is no forecast.
        direction = "<"
    found = _nearest(
        firsts, [_add_months(first, 3) if first.year < 9999 else date.max for first in firsts], point.day, direction
    )
    return _point(found, "Q") if found else Point(f"XXXX-Q{number}", None, "Q")


def _half(point: Point, number: int, direction: str) -> Point:
    if point.day is None:
        return Point(f"{point.value[:4] if point.grain == 'Y' else 'XXXX'}-H{number}", None, "H")
    year = point.day.year
    if direction in {"<", "<<", "~"} and number == 2 and point.day.month < 7 and point.grain != "Y":
        year -= 1
    return (
        Point(f"{year:04d}-H{number}", date(year, 6 * number - 5, 1), "H")
        if year
        else Point(f"XXXX-H{number}", None, "H")
    )


def _season(point: Point, season: str, direction: str) -> Point:
    if point.day is None:
        return Point(f"{point.value[:4] if point.grain == 'Y' else 'XXXX'}-{season}", None, "S")
    month = _SEASON_MONTHS[season]
    if direction == "=":
        return Point(f"{point.day.year:04d}-{season}", date(point.day.year, month, 1), "S")
    firsts = [date(year, month, 1) for year in _years_around(point.day)]
    found = _nearest(
        firsts, [_add_months(first, 3) if first.year < 9999 else date.max for first in firsts], point.day, direction
    )
    return Point(f"{found.year:04d}-{season}", found, "S") if found else Point(f"XXXX-{season}", None, "S")


def _weekend(point: Point, direction: str) -> Point:
    if point.day is None:
        return Point("XXXX-WXX-WE", None, "WE")
    monday = point.day - timedelta(days=point.day.weekday())
    weeks = {
        "<": -1 if point.day.weekday() < 5 else 0,
        "<<": -1,
        ">": 0,
        ">>": 1,
        "=": 0,
        "~": -1 if point.day.weekday() < 5 else 0,
    }[direction]
    return _point(monday + timedelta(days=7 * weeks), "WE")


def _step(point: Point, step: str) -> Point:
    """Take one step; raises OverflowError or ValueError where the calendar ends."""
    name, *arguments = step.split(":")
    if name == "shift":
        amount, unit, *keep = arguments
        return _shift(point, int(amount), unit, keep[0] if keep else "")
    if name == "wd":
        return _weekday(point, int(arguments[0]), arguments[1])
    if name == "mon":
        return _month(point, int(arguments[0]), arguments[1])
    if name == "md":
        return _month_day(point, *arguments)
    if name == "mdw":
        return _weekday_date(point, arguments[0], int(arguments[1]))
    if name == "hol":
        return _holiday(point, *arguments)
    if name == "q":
        return _quarter(point, int(arguments[0]), arguments[1])
    if name == "half":
        return _half(point, int(arguments[0]), arguments[1])
    if name == "sea":
        return _season(point, *arguments)
    if name == "we":
        return _weekend(point, arguments[0])
    if name == "part":
        return Point(point.value + "T" + arguments[0], point.day, "P")
    if name == "clock":
        return Point(point.value + "T" + ":".join(arguments), point.day, "T")
    return point


_FINEST = {"D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y"}


def follow_steps(steps: list[str], start: Point) -> str:
    """Return the TIMEX3 value that the steps lead to; X where the calendar ends or the start is not known."""
    point = start
    for step in steps:
        try:
            point = _step(point, step)
        except (OverflowError, ValueError):
            point = _step(Point("XXXX", None, "Y"), step)
    return point.value


def start_of(interval: Interval | None) -> tuple[Point, Point]:
    """Return the first and the last day of a reference as points; unknown ones when an end is open."""
    if interval is None or interval.begin is None or interval.before is None:
        unknown = Point("XXXX-XX-XX", None, "D")
        return unknown, unknown
    last = (interval.before - timedelta(microseconds=1)).date()
    return _point(interval.begin.date(), "D"), _point(last, "D")


def resolve_steps(steps: list[str], first: Point, last: Point) -> str:
    """Return the value where the first and the last day of the reference agree on it, else the one with X."""
    value = follow_steps(steps, first)
    if first == last or value == follow_steps(steps, last):
        return value
    return follow_steps(steps, Point("XXXX-XX-XX", None, "D"))


_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d{2})(?:-(?P<weekend>WE)|-(?P<weekday>[1-7]))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<part>MO|AF|EV|NI|MI|DT)|T(?P<clock>\d{2}:\d{2})(?::\d{2})?)?)?))?"
)


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
        begin = date(year, _SEASON_MONTHS[match["season"]], 1)
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
        first, last = _PARTS[match["part"]]
        return Interval(midnight + timedelta(hours=first), midnight + timedelta(hours=last), Granularity.PART)
    if match["clock"]:
        hour, minute = (int(part) for part in match["clock"].split(":"))
        begin = midnight + timedelta(hours=hour, minutes=minute)
        return Interval(begin, begin + timedelta(minutes=1), Granularity.MINUTE)
    return _between(day, day + _DAY if day < date.max else None, Granularity.DAY)


def _months_later(begin: date, months: int) -> date | None:
    try:
        return _add_months(begin, months)
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
                _add_months(day, months * int(amount))
                if months
                else day + timedelta(days=int(amount) * (7 if unit == "W" else 1))
            )
            return Interval(datetime.combine(far, time()), reference.before, granularity or Granularity.YEAR)
        day = reference.before.date()
        far = (
            _add_months(day, months * int(amount))
            if months
            else day + timedelta(days=int(amount) * (7 if unit == "W" else 1))
        )
        return Interval(reference.begin, datetime.combine(far, time()), granularity or Granularity.YEAR)
    except (OverflowError, ValueError):
        return None


def open_interval(interval: Interval | None, edge: str) -> Interval | None:
    """Return what "since", "until", "before" or "after" makes of an interval."""
    if interval is None:
        return None
    if edge == "since":
        return Interval(interval.begin, None, interval.granularity)
    if edge == "until":
        return Interval(None, interval.before, interval.granularity)
    if edge == "before":
        return Interval(None, interval.begin, interval.granularity)
    if edge == "after":
        return Interval(interval.before, None, interval.granularity)
    return interval
