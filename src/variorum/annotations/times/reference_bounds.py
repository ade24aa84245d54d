"""Bounds: what words like "yesterday" and dates still to come tell of the day on which a text was written.

"Yesterday (July 23)" names the day; "Tuesday (July 23)" leaves the week after it; "will open on July 30, 2024" was
written on that day at the latest. What stands in quotation marks was said at a time of its own and counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from variorum.annotations.times.values import add_months, interval_of_value
from variorum.model.annotations import Reference, TimeExpression
from variorum.model.intervals import Granularity, Interval

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
#: Today, yesterday, tomorrow as the times annotator writes them.
_DEICTIC = re.compile(r"ref\|shift:(-1|0|1):D(?:\|part:\w\w)?")
#: "Last year", "two years ago", "this month".
_DEICTIC_SPAN = re.compile(r"ref\|shift:(-?\d{1,2}):([YM])(?::~)?")
_IN_SPAN = re.compile(r"(?:, ?| ?\(|,? in )(?:in )?")
_SPANS = {"Y": (re.compile(r"(\d{4})(?:-\d\d)?"), 12), "M": (re.compile(r"(\d{4}-\d\d)"), 1)}
_TONIGHT = "ref|shift:0:D|part:NI"
#: What stands between two words for one day: "yesterday (July 23)", "Tuesday, July 23,".
_BESIDE = re.compile(r"(?:, ?| ?\(| )(?:a |on |the |in )?")
_BRACKET = re.compile(r" \(")
_MONTH_DAY = re.compile(r"XXXX-(\d\d-\d\d)")
_FULL_DAY = re.compile(r"(\d{4}-\d\d-\d\d)")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_COMING = re.compile(
    r"(?:\b(?:will|shall|(?:is|are) (?:to|due|set|scheduled|expected|planned))\b|['’]ll\b)[^.;:!?\n“”\"]{0,60}$"
)
#: Longest stretch of years in which a day without a year is looked for.
_YEARS = 3


def narrow_reference(text: str, times: Sequence[TimeExpression], reference: Reference) -> Reference:
    """Return ``reference`` cut to what days beside each other and dates still to come leave of it."""
    for interval, evidence in (*_told_days(text, times, reference), *_coming_days(text, times)):
        known = reference.interval
        cut = interval if known is None else known.intersection(interval)
        if cut is None or cut == known or not _is_narrower(cut, known):
            continue
        words = evidence + (f", {reference.evidence}" if reference.evidence else "")
        reference = Reference(cut, "inferred", words)
    return reference


def _is_narrower(cut: Interval, known: Interval | None) -> bool:
    """Say whether an interval leaves less than the known one."""
    return known is None or (cut.begin, cut.before) != (known.begin, known.before)


def _told_days(text: str, times: Sequence[TimeExpression], reference: Reference) -> Iterator[tuple[Interval, str]]:
    """Yield what two words for one day tell: "yesterday, July 23", "Tuesday (July 23)"."""
    for one, other in pairwise(times):
        between = text[one.end : other.start]
        if not _BESIDE.fullmatch(between) or _is_quoted(text, one.start):
            continue
        evidence = f"“{text[one.start : other.end]}” [{one.start}:{other.end}]"
        for told, dated in ((one, other), (other, one)):
            if _IN_SPAN.fullmatch(between) and (span := _span_of(told, dated)) is not None:
                yield span, evidence
            day = _day_of(dated, reference.interval)
            if day is None:
                continue
            if (shift := _shift_of(told)) is not None:
                yield _days(day - shift * _DAY, _DAY), evidence
            elif _WEEKDAY.match(told.value) and _BRACKET.fullmatch(between):
                # A day that an editor puts behind a weekday is of the week that the report is written in.
                yield _days(day, _WEEK), evidence


def _span_of(told: TimeExpression, dated: TimeExpression) -> Interval | None:
    """Return the year or month of the report that "last year, in 2023" or "this month, May 2031" tells."""
    match = _DEICTIC_SPAN.fullmatch(told.symbol) if not told.text.endswith("earlier") else None
    pattern, months = _SPANS[match[2]] if match else (None, 0)
    day = pattern.fullmatch(dated.value) if pattern and not dated.symbol else None
    interval = interval_of_value(day[1]) if day else None
    if match is None or interval is None or interval.begin is None:
        return None
    try:
        begin = add_months(interval.begin.date(), -int(match[1]) * months)
    except OverflowError:
        return None
    return interval_of_value(begin.isoformat()[: 4 if match[2] == "Y" else 7])


def _shift_of(time: TimeExpression) -> int | None:
    """Return how many days after its text "yesterday", "today" or "tomorrow" is."""
    match = _DEICTIC.fullmatch(time.symbol)
    return int(match[1]) if match and time.symbol != _TONIGHT else None


def _day_of(time: TimeExpression, known: Interval | None) -> datetime | None:
    """Return the day of a date; one without a year takes the only year that the interval leaves."""
    if (full := _FULL_DAY.match(time.value)) and not time.symbol:
        interval = interval_of_value(full[1])
        return interval.begin if interval else None
    match = _MONTH_DAY.match(time.value)
    if match is None or known is None or known.begin is None or known.before is None:
        return None
    last = (known.before - timedelta(microseconds=1)).year
    if last - known.begin.year > _YEARS:
        return None
    days = [interval_of_value(f"{year:04d}-{match[1]}") for year in range(known.begin.year, last + 1)]
    fitting = [day.begin for day in days if day and day.begin and known.begin - _DAY <= day.begin <= known.before]
    return fitting[0] if len(fitting) == 1 else None


def _days(begin: datetime, length: timedelta) -> Interval:
    """Return an interval of days; the calendar's end closes it."""
    before = begin + length if datetime.max - begin > length else datetime.max
    return Interval(begin, before, Granularity.DAY if length == _DAY else Granularity.WEEK)


def _coming_days(text: str, times: Sequence[TimeExpression]) -> Iterator[tuple[Interval, str]]:
    """Yield the upper bounds that explicit dates set that are still to come when the text is written."""
    for time in times:
        interval = interval_of_value(time.value) if not time.symbol else None
        if interval is None or interval.before is None or interval.granularity is not Granularity.DAY:
            continue
        if _COMING.search(text, max(0, time.start - 90), time.start) and not _is_quoted(text, time.start):
            yield Interval(None, interval.before), f"“{time.text}” [{time.start}:{time.end}] still to come"


def _is_quoted(text: str, offset: int) -> bool:
    """Say whether an offset lies in quotation marks of its paragraph."""
    before = text[max(0, text.rfind("\n", 0, offset) + 1) : offset]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1
