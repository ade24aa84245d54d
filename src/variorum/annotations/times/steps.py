"""Steps: the symbolic form of a time expression, taken step by step from a date to a TIMEX3 value.

A symbol is ``anchor|step|step ...``. The anchor is ``ref`` (the date of the report), ``t7`` (an earlier time
expression) or ``?`` (something the text does not give). Each step moves on: ``shift:-1:Y`` (last year), ``mon:3:=``
(March of that year), ``wd:3:<`` (Wednesday, the last one), ``part:EV``, ``clock:15:00``, ``edge:since``. Directions:
``<`` latest not after, ``<<`` before, ``>`` first not before, ``>>`` after, ``?`` first not before unless far ahead,
``~`` latest not after unless the next one is near, ``=`` within the year, quarter or week arrived at.

Values are those of TIMEX3 (TimeML 1.2.1); what cannot be known stays ``X``.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date, timedelta

from variorum.annotations.times.points import Point, point_of_day, shift
from variorum.annotations.times.values import SEASON_MONTHS, add_months

_DAY = timedelta(days=1)


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
        return point_of_day(day - timedelta(days=day.weekday()) + timedelta(days=weekday - 1), "D")
    if direction in {"<", "~"}:
        return point_of_day(day - timedelta(days=(7 - ahead) % 7), "D")
    if direction == "<<":
        return point_of_day(day - timedelta(days=7 - ahead), "D")
    return point_of_day(day + timedelta(days=ahead or (7 if direction == ">>" else 0)), "D")


def _month(point: Point, month: int, direction: str) -> Point:
    if point.day is None:
        return Point(f"{point.value[:4] if point.grain == 'Y' else 'XXXX'}-{month:02d}", None, "M")
    if direction == "=":
        return point_of_day(date(point.day.year, month, 1), "M")
    firsts = [date(year, month, 1) for year in _years_around(point.day)]
    found = _nearest(firsts, [_month_end(first) for first in firsts], point.day, direction)
    return point_of_day(found, "M") if found else Point(f"XXXX-{month:02d}", None, "M")


def _month_end(first: date) -> date:
    return date.max if (first.year, first.month) == (9999, 12) else add_months(first, 1)


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


def _day_of_month(point: Point, number: int, direction: str) -> Point:
    """Resolve "the 12th": of this month or of one beside it that has such a day."""
    unknown = Point(f"XXXX-XX-{number:02d}", None, "D")
    if point.day is None:
        return unknown
    days = []
    for months in range(-2, 3):
        first = add_months(point.day.replace(day=1), months)
        if number <= monthrange(first.year, first.month)[1]:
            days.append(first.replace(day=number))
    # Neighbouring months are nearer than neighbouring years: what the words leave open is the last one.
    return _choose_day(days, point.day, "<" if direction in {"~", "?"} else direction, unknown)


def _weekday_date(point: Point, spec: str, weekday: int) -> Point:
    """Resolve "Wednesday, July 24": the nearest year in which that day is a Wednesday."""
    unknown = Point(f"XXXX-{spec}", None, "D")
    if point.day is None:
        return unknown
    month, number, day = int(spec[:2]), int(spec[3:]), point.day
    years = range(max(1, day.year - 6), min(9999, day.year + 5) + 1)
    days = [date(year, month, number) for year in years if number <= monthrange(year, month)[1]]
    fitting = [candidate for candidate in days if candidate.isoweekday() == weekday]
    return point_of_day(min(fitting, key=lambda candidate: abs((candidate - day).days)), "D") if fitting else unknown


def _choose_day(days: list[date], day: date, direction: str, unknown: Point) -> Point:
    if direction == "=":
        return point_of_day(days[0], "D") if days else unknown
    found = _nearest(days, [d + _DAY if d < date.max else d for d in days], day, direction)
    return point_of_day(found, "D") if found else unknown


def _holiday(point: Point, spec: str, direction: str) -> Point:
    """Resolve a moving holiday: ``easter-2``, or ``5.1.-1`` (month, weekday, which; -1 is the last).

    ``11.4.4.1`` is the day after the fourth Thursday of November.
    """
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
        month, weekday, which, *later = (int(part) for part in spec.split("."))
        length = monthrange(year, month)[1]
        matching = [date(year, month, d) for d in range(1, length + 1) if date(year, month, d).isoweekday() == weekday]
        days.append(matching[which - 1 if which > 0 else which] + timedelta(days=sum(later)))
    return _choose_day(days, point.day, direction, unknown)


def _nth_weekday(point: Point, which: int, weekday: int) -> Point:
    """Resolve "the first Monday" of the month that the steps have led to; -1 is the last."""
    if point.day is None:
        return Point("XXXX-XX-XX", None, "D")
    year, month = point.day.year, point.day.month
    length = monthrange(year, month)[1]
    days = [date(year, month, d) for d in range(1, length + 1) if date(year, month, d).isoweekday() == weekday]
    if which > len(days):
        return Point("XXXX-XX-XX", None, "D")  # "the fifth Tuesday" of a month that has four
    return point_of_day(days[which - 1 if which > 0 else which], "D")


def _day_of(point: Point, which: int) -> Point:
    """Resolve "the first day" of the month or year that the steps have led to; -1 is the last."""
    if point.day is None:
        return Point("XXXX-XX-XX", None, "D")
    first = point.day
    length = monthrange(first.year, first.month)[1] if point.grain == "M" else 365 + isleap(first.year)
    if not 1 <= (which if which > 0 else length) <= length:
        return Point("XXXX-XX-XX", None, "D")
    return point_of_day(first + timedelta(days=which - 1 if which > 0 else length - 1), "D")


def _quarter(point: Point, number: int, direction: str) -> Point:
    if point.day is None:
        return Point(f"{point.value[:4] if point.grain == 'Y' else 'XXXX'}-Q{number}", None, "Q")
    if direction == "=":
        return point_of_day(date(point.day.year, 3 * number - 2, 1), "Q")
    firsts = [date(year, 3 * number - 2, 1) for year in _years_around(point.day)]
    ahead = (3 * number - 2 - point.day.month) % 12
    if direction in {">", "~", "?"} and (direction == "~" or ahead > 6):
        # Results are told after their quarter: "third-quarter net" in October is no forecast.
        direction = "<"
    found = _nearest(
        firsts, [add_months(first, 3) if first.year < 9999 else date.max for first in firsts], point.day, direction
    )
    return point_of_day(found, "Q") if found else Point(f"XXXX-Q{number}", None, "Q")


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
    month = SEASON_MONTHS[season]
    if direction == "=":
        return Point(f"{point.day.year:04d}-{season}", date(point.day.year, month, 1), "S")
    firsts = [date(year, month, 1) for year in _years_around(point.day)]
    found = _nearest(
        firsts, [add_months(first, 3) if first.year < 9999 else date.max for first in firsts], point.day, direction
    )
    return Point(f"{found.year:04d}-{season}", found, "S") if found else Point(f"XXXX-{season}", None, "S")


def _weekend(point: Point, direction: str) -> Point:
    if point.day is None:
        return Point("XXXX-WXX-WE", None, "WE")
    monday = point.day - timedelta(days=point.day.weekday())
    weeks = {
        "?": 0,
        "<": -1 if point.day.weekday() < 5 else 0,
        "<<": -1,
        ">": 0,
        ">>": 1,
        "=": 0,
        "~": -1 if point.day.weekday() < 5 else 0,
    }[direction]
    return point_of_day(monday + timedelta(days=7 * weeks), "WE")


def take_step(point: Point, step: str) -> Point:
    """Take one step; raises OverflowError or ValueError where the calendar ends."""
    name, *arguments = step.split(":")
    if name == "shift":
        amount, unit, *keep = arguments
        return shift(point, int(amount), unit, keep[0] if keep else "")
    if name == "wd":
        return _weekday(point, int(arguments[0]), arguments[1])
    if name == "mon":
        return _month(point, int(arguments[0]), arguments[1])
    if name == "md":
        return _month_day(point, *arguments)
    if name == "dom":
        return _day_of_month(point, int(arguments[0]), arguments[1])
    if name == "mdw":
        return _weekday_date(point, arguments[0], int(arguments[1]))
    if name == "day":
        return _day_of(point, int(arguments[0]))
    if name == "nth":
        return _nth_weekday(point, int(arguments[0]), int(arguments[1]))
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
    if name == "ovn":
        return shift(point, 0 if arguments[0] in {">", "?"} else -1, "D", "")
    if name == "part":
        return Point(point.value + "T" + arguments[0], point.day, "P")
    if name == "midnight":
        return Point(point.value + "T24:00", point.day, "T")
    if name == "clock":
        return Point(point.value + "T" + ":".join(arguments), point.day, "T")
    return point
