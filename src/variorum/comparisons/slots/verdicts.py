"""Slots: two values of one slot to the verdict whether both can be true, with the reason in words.

Compatible is not conflicting: granularity ("2023", "October 2023"), containment (Moscow, Russia), rounding and bounds
("1,200", "more than 1,000") agree. Where the words do not decide, nothing is said.
"""

from __future__ import annotations

import re
from datetime import timedelta
from math import asin, cos, radians, sin, sqrt

from msgspec import Struct

from variorum.comparisons.slots.clocks import CLOCK, are_clocks_apart, clocks_apart
from variorum.model.annotations import Place, PlaceUse, TimeExpression, TimeType
from variorum.model.intervals import PART_HOURS, Granularity, Interval, IntervalRelation

#: Two towns closer than this may be one place told in two ways (a suburb, an airport), in kilometres.
NEAR_KM = 25.0
#: Two regions of one country lie apart from here on; their points are rough.
APART_KM = 200.0
_OPPOSITE_SIDES = (("north", "south"), ("east", "west"))
#: A night is told as the evening before or the morning after: times of day closer than this do not contradict.
NIGHT = timedelta(hours=14)
#: Clocks of one event are often those of its parts.
_CLOCK_CERTAINTY = 0.7
#: Parts of one day are told of one thing when they lie closer than this, in hours: "in the evening", "at night".
_PARTS_APART = 4
#: Point-like kinds: two different ones exclude each other. A site stands where its town does.
POINTS = frozenset({"city", "landmark", "site"})
#: Kinds of which two different ones exclude each other, wherever they lie.
_APART_KINDS = frozenset({"sea", "division"})

_DURATION = re.compile(r"PT?(\d+(?:\.\d+)?)([A-Z]+)")
#: Lengths of which the one is at least this share of the other may be one, rounded.
_DURATION_SLACK = 0.8
_YEAR = re.compile(r"\b\d{4}\b")
_NAMED_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
#: What says of which week a day is.
_BY_WEEKS = re.compile(r"\bweeks?\b|\bfortnight\b|after next|before last", re.IGNORECASE)
_BARE_DAY = re.compile(r"(?:the )?\d{1,2}(?:st|nd|rd|th)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CALENDAR_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_CALENDAR = re.compile(r"(?:XXXX|\d{4})-(\d\d)(?:-(\d\d))?")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
#: Modifiers of a time that name its beginning or end, and how many months apart two months touch, of a year's.
_EDGES, _NEXT_MONTHS, _MONTHS = frozenset({"START", "END"}), frozenset({0, 1, 11}), 12
#: The symbol of "two days before the vote".
_COUNTED = re.compile(r"t\d+\|(?:from|shift):([-+]?\d{1,4}):([DW])")
#: A bare weekday so many days after that of its telling is rather ahead of it than of the week before.
_AHEAD_DAYS = (1, 2)
_WEEK_HOURS = 7 * 24
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Clash(Struct, frozen=True):
    """Two values that cannot both be true."""

    reason: str
    certainty: float
    """0 to 1: how sure it is that they exclude each other."""


def places_clash(left: Place, right: Place) -> Clash | None:
    """Say whether one thing cannot have happened at both places."""
    if PlaceUse.GOVERNMENT in (left.use, right.use):
        return None
    if _one_holds_the_other(left, right):
        return _sides_clash(left, right)
    names = f"{left.name} and {right.name}"
    if left.country and right.country and left.country != right.country:
        return Clash(f"{names} lie in different countries", 1.0)
    if left.kind == right.kind and left.kind in _APART_KINDS:
        return Clash(f"{names} are different places", 0.8)
    if "site" in (left.kind, right.kind) and None in (left.lat, right.lat):
        return None
    if left.kind == right.kind == "region" and left.country == right.country is not None:
        return Clash(f"{names} are different regions", 0.6) if _distance(left, right) > APART_KM else None
    if (
        left.kind in POINTS
        and right.kind in POINTS
        and left.country == right.country
        and _distance(left, right) > NEAR_KM
    ):
        return Clash(f"{names} are different places", 0.9)
    return None


def _sides_clash(left: Place, right: Place) -> Clash | None:
    """Say whether one place is told with two opposite sides of it: "northern Mali", "southern Mali"."""
    if left.gazetteer_id != right.gazetteer_id or not (left.qualifier and right.qualifier):
        return None
    if not any({_side(left, pair), _side(right, pair)} == set(pair) for pair in _OPPOSITE_SIDES):
        return None
    one, other = (f"{place.qualifier} {place.name}" for place in (left, right))
    return Clash(f"{one} and {other} are opposite parts", 0.8)


def _side(place: Place, pair: tuple[str, str]) -> str | None:
    """Return which of two sides of a place is told."""
    words = (place.qualifier or "").replace("-", "")
    return next((side for side in pair if side in words), None)


def _one_holds_the_other(left: Place, right: Place) -> bool:
    """Say whether the places are the same or one lies in the other."""
    return (
        left.gazetteer_id == right.gazetteer_id
        or left.gazetteer_id in right.within
        or right.gazetteer_id in left.within
        or (left.kind == "country" and left.country is not None and left.country == right.country)
        or (right.kind == "country" and right.country is not None and right.country == left.country)
    )


def _distance(left: Place, right: Place) -> float:
    """Return the great-circle distance in kilometres; infinite when a place has no coordinates."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return float("inf")
    phi1, phi2 = radians(left.lat), radians(right.lat)
    half = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(right.lon - left.lon) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, half)))


def weekday_of(time: TimeExpression) -> int | None:
    """Return 1 (Monday) to 7 for an expression that names one day, else None."""
    if (match := _WEEKDAY.match(time.value)) is not None:
        return int(match.group(1))
    if time.interval and time.interval.begin and time.interval.granularity in (Granularity.DAY, Granularity.PART):
        return time.interval.begin.isoweekday()
    return None


def weekday_name(number: int) -> str:
    """Return the English name of an ISO weekday number."""
    return _WEEKDAY_NAMES[number - 1]


def is_point_in_time(time: TimeExpression) -> bool:
    """Say whether an expression places something in time (not a duration, a set, or a vague "now")."""
    counted = time.type is TimeType.DURATION and not time.is_length and time.interval is not None
    return counted or (time.type in (TimeType.DATE, TimeType.TIME) and not time.value.endswith("_REF"))


def times_clash(left: TimeExpression, right: TimeExpression) -> Clash | None:
    """Say whether one thing cannot have happened at both times."""
    if any(time.type is TimeType.DURATION and not is_point_in_time(time) for time in (left, right)):
        return _durations_clash(left, right)
    if not (is_point_in_time(left) and is_point_in_time(right)):
        return None
    if (apart := clocks_apart(left, right)) is not None:
        words = f"“{left.text}” and “{right.text}” are different times of day"
        return Clash(words, _CLOCK_CERTAINTY) if are_clocks_apart(left, right, apart) else None
    if _worded_alike(left, right):
        return None
    named = all(_NAMED_DAY.search(time.text) and not _BY_WEEKS.search(time.text) for time in (left, right))
    if named and left.anchor and right.anchor and weekday_of(left) == weekday_of(right) is not None:
        # "Sunday" of two reports of one event is one Sunday, whatever the tenses around it suggest.
        return _parts_clash(left, right)
    if (side := _open_side(left)) is not None and side == _open_side(right):
        # "until Wednesday" reaches back without an end, "since 2002" on: the day or year that is named counts
        return _named_ends_clash(left, right)
    if _is_counted_from(left, right) or _is_counted_from(right, left):
        return None
    if left.interval and right.interval:
        return _intervals_clash(left, right, left.interval, right.interval)
    if _are_other_days(left, right):
        return Clash(f"“{left.text}” and “{right.text}” are different days of any year", 0.9)
    first, second = weekday_of(left), weekday_of(right)
    if first is None or second is None:
        return None
    if first == second:
        return _parts_clash(left, right)
    one_night = _is_part_of_day(left, right) and not _are_one_part(left, right) and _hours_apart(left, right) < NIGHT
    if (second - first) % 7 in (1, 6) and one_night:
        return None
    return Clash(f"{weekday_name(first)} and {weekday_name(second)} are different days", 0.8)


def _is_counted_from(counted: TimeExpression, origin: TimeExpression) -> bool:
    """Say whether one time may be counted from the other: "a day before the fire" is no other day of the fire."""
    match = _COUNTED.fullmatch(counted.symbol)
    begins = [time.interval.begin if time.interval else None for time in (counted, origin)]
    if match is None or begins[0] is None or begins[1] is None:
        return False
    return (begins[0] - begins[1]).days == int(match[1]) * (7 if match[2] == "W" else 1)


def _worded_alike(left: TimeExpression, right: TimeExpression) -> bool:
    """Say whether two resolved times have the same words: "midnight" of two reports of one event is one midnight."""
    if None in (left.interval, right.interval):
        return False
    bare = [_BARE_DAY.fullmatch(time.text.casefold()) for time in (left, right)]
    if any(bare) and left.value[-2:] == right.value[-2:]:
        # "the 12th" of a month that its sentence names elsewhere
        return True
    # "May 4" of a year that the words leave open, "May 4, 2018", "2 p.m." of that day
    years_open = not (_YEAR.search(left.text) and _YEAR.search(right.text))
    return left.text.casefold() == right.text.casefold() or (
        years_open and _DAY.match(left.value) is not None and left.value[4:10] == right.value[4:10]
    )


def _are_other_days(left: TimeExpression, right: TimeExpression) -> bool:
    """Say whether two dates differ in month or day, the year of one being unknown: "1 May", "1 July"."""
    one, other = (_CALENDAR.fullmatch(time.value) for time in (left, right))
    mods = {left.mod, right.mod} - {None, "MID"}
    if one is None or other is None or not mods <= _EDGES:
        return False
    if mods:
        # "late April" may be told as "early May"
        return (int(one[1]) - int(other[1])) % _MONTHS not in _NEXT_MONTHS
    if "MID" in (left.mod, right.mod):
        return one[1] != other[1]
    days = one[2], other[2]
    return one[1] != other[1] or (None not in days and days[0] != days[1])


def _open_side(time: TimeExpression) -> str | None:
    """Return on which side a time stretches without an end from what it names, None where it is closed."""
    if time.interval is None or time.interval.is_closed or _CALENDAR_DATE.fullmatch(time.value) is None:
        return None
    return "before" if time.interval.begin is None else "after"


def _named_ends_clash(left: TimeExpression, right: TimeExpression) -> Clash | None:
    """Compare what two stretches are open from: "since 2002" and "since March 2002" may be one, "since 2003" is not."""
    if left.value.startswith(right.value) or right.value.startswith(left.value):
        return None
    if "APPROX" in (left.mod, right.mod):
        return None
    what = "days" if _DAY.fullmatch(left.value) and _DAY.fullmatch(right.value) else "times"
    return Clash(f"“{left.text}” and “{right.text}” are different {what}", 0.9)


def _durations_clash(left: TimeExpression, right: TimeExpression) -> Clash | None:
    """Compare two exact lengths of time in one unit: "after an hour", "after four hours"."""
    one, other = (_DURATION.fullmatch(time.value) for time in (left, right))
    if one is None or other is None or left.mod or right.mod or one.group(2) != other.group(2):
        return None
    first, second = float(one.group(1)), float(other.group(1))
    if min(first, second) > _DURATION_SLACK * max(first, second):
        return None
    return Clash(f"“{left.text}” and “{right.text}” are different lengths of time", 0.7)


def _intervals_clash(left: TimeExpression, right: TimeExpression, one: Interval, other: Interval) -> Clash | None:
    """Compare two resolved times; a part of a day reaches into the night around it."""
    if one.relation_to(other) is not IntervalRelation.APART:
        return None
    if one.begin and other.begin and one.begin.date() == other.begin.date():
        return _parts_clash(left, right)
    if _is_part_of_day(left, right) and one.gap_to(other) < NIGHT and not _are_one_part(left, right):
        return None
    if (left.mod or right.mod) in ("APPROX", "BEFORE", "AFTER"):
        return None
    if (left.mod or right.mod) in ("START", "END") and one.gap_to(other) < NIGHT:
        return None  # "late on Monday" and "early on Tuesday", "late April" and "early May"
    return Clash(f"{_dated(left)} and {_dated(right)} do not overlap", 1.0)


def _parts_clash(left: TimeExpression, right: TimeExpression) -> Clash | None:
    """Compare two times of one day: its morning and its evening lie apart, what touches may be one time."""
    hours = [_hours_of_day(time) for time in (left, right)]
    rough = any(time.zone or time.mod == "APPROX" for time in (left, right))
    if None in hours or rough or all(CLOCK.fullmatch(time.value) for time in (left, right)):
        return None
    (one, one_end), (other, other_end) = (hour for hour in hours if hour is not None)
    if max(other - one_end, one - other_end) < _PARTS_APART:
        return None
    return Clash(f"“{left.text}” and “{right.text}” are different times of one day", _CLOCK_CERTAINTY)


def _hours_of_day(time: TimeExpression) -> tuple[float, float] | None:
    """Return the hours in which a time of the day lies, None for a whole day."""
    if (clock := CLOCK.fullmatch(time.value)) is not None:
        hour = int(clock[2]) + int(clock[3]) / 60
        return hour, hour
    return PART_HOURS.get(time.value.partition("T")[2])


def _dated(time: TimeExpression) -> str:
    """Return the words of a time, the date they were read as and what they were read against."""
    if time.interval is None or not time.anchor:
        return f"“{time.text}”"
    return f"“{time.text}” ({time.interval.label()}, read against {time.anchor})"


def _is_part_of_day(left: TimeExpression, right: TimeExpression) -> bool:
    """Say whether one of the two is finer than a day."""
    return TimeType.TIME in (left.type, right.type) or any(
        time.interval is not None and time.interval.granularity in (Granularity.PART, Granularity.MINUTE)
        for time in (left, right)
    )


def _are_one_part(left: TimeExpression, right: TimeExpression) -> bool:
    """Say whether both are the same part of their days, named: "Sunday night", "Monday night"."""
    parts = [time.value.partition("T")[2] for time in (left, right)]
    return (
        parts[0] == parts[1] and parts[0] in PART_HOURS and all(_NAMED_DAY.search(time.text) for time in (left, right))
    )


def _hours_apart(left: TimeExpression, right: TimeExpression) -> timedelta:
    """Return the time between two days or parts of days of an unknown week, the shorter way round."""
    (one, one_end), (other, other_end) = (_hours_of_week(time) for time in (left, right))
    ahead, behind = (other - one) % _WEEK_HOURS, (one - other) % _WEEK_HOURS
    return timedelta(hours=max(0, min(ahead - (one_end - one), behind - (other_end - other))))


def _hours_of_week(time: TimeExpression) -> tuple[int, int]:
    """Return the first hour and the hour after the last of a day or part of a day, counted from Monday."""
    midnight = 24 * ((weekday_of(time) or 1) - 1)
    if (clock := CLOCK.fullmatch(time.value)) is not None:
        return midnight + int(clock[2]), midnight + int(clock[2])
    first, last = PART_HOURS.get(time.value.partition("T")[2], (0, 24))
    return midnight + first, midnight + last


def telling_clash(told: TimeExpression, happened: TimeExpression) -> Clash | None:
    """Say whether a report of the time ``told`` cannot tell of something that ``happened`` when it says.

    "... met late Wednesday, media reported on Tuesday": weekdays of one report are days of one week unless it says
    otherwise, so the Wednesday is taken for the one nearest to the Tuesday.
    """
    if not (is_point_in_time(told) and is_point_in_time(happened)):
        return None
    first, second = weekday_of(told), weekday_of(happened)
    day, event = _label(told, first), _label(happened, second)
    if told.interval and happened.interval:
        before, begin = told.interval.before, happened.interval.begin
        if before and begin and before <= begin and begin - before < timedelta(days=400):
            return Clash(f"a report of {day} cannot tell of what happened on {event}", 0.9)
    if first is None or second is None:
        return None
    both_bare = any(_WEEKDAY.match(time.value) or time.anchor for time in (told, happened))
    if both_bare and (second - first) % 7 in _AHEAD_DAYS:
        return Clash(
            f"a report of {day} cannot tell of what happened on {event}, unless a day of the week before is meant", 0.8
        )
    return None


def _label(time: TimeExpression, weekday: int | None) -> str:
    """Return the day for people."""
    return weekday_name(weekday) if weekday else f"“{time.text}”"
