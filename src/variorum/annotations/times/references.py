"""References: the date that a report's relative times are read against, stated by the outlet or inferred from the text.

What is inferred is an interval, as wide as honesty asks: a report that says "As of 2024" was written in 2024; one
whose latest year
is 2019 was written in 2019 or at any time after.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from variorum.annotations.times.annotator import tag_times
from variorum.annotations.times.reference_bounds import narrow_reference
from variorum.annotations.times.tenses import FUTURE, Tenses, tenses_of
from variorum.annotations.times.values import interval_of_value
from variorum.calendar_words import SHORT_WEEKDAYS, WEEKDAYS
from variorum.model.annotations import UNKNOWN_REFERENCE, Reference, TimeExpression
from variorum.model.intervals import Granularity, Interval
from variorum.model.reports import Report

#: A dateline or a line with the date of publication stands in the first lines.
_HEAD = 600
_DATELINE = re.compile(
    # "MOSCOW, ", "GAZA CITY, Gaza Strip, ", "LIMA (Reuters), "
    r"(?:[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,3},? ){1,3}(?:\([^()\n]{1,40}\),? )?$"
)
_AFTER_DATELINE = re.compile(r"[ ,]{0,2}(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)?[ ]{0,2}(?:[-–—_]|\([A-Z])")
_PUBLISHED_LINE = re.compile(
    r"(?:published|posted|updated|last updated|date|first published)(?: on| at)?[: ]{1,3}(?:[A-Z][a-z]+day,? )?$",
    re.IGNORECASE,
)
#: What may stand beside the date of publication in a line of its own: "Updated 3:15 PM EDT, Wed July 24, 2024".
_LABELS = frozenset({
    "", "published", "posted", "updated", "modified", "first", "last", "date", "on", "at", "and",
    *WEEKDAYS, *SHORT_WEEKDAYS,
})  # fmt: skip
_BYLINE = frozenset({"by", "and", "of", "for", "the", "in"})
_BETWEEN = re.compile(r"[\s|,.:;·•–—/()&-]+")
_ZONE = re.compile(r"[A-Z]{2,4}")
#: Longest such line, in characters.
_DATE_LINE = 120
_AS_OF = re.compile(r"\bas of(?: (?:early|late|mid-?|the (?:end|beginning|start) of))? ?$", re.IGNORECASE)
#: How long after the last day that a report tells of it is written, where its dateline says so.
_NEWS = timedelta(days=31)
_STATED = re.compile(r"(\d{4})(?:-(\d{2}))?")


def read_reference(report: Report) -> Reference:
    """Return the publication date of ``report`` where it is stated, else what the text tells of it."""
    stated = _stated_interval(report.published or "")
    if stated:
        return Reference(stated, "published", report.published or "")
    return infer_reference(report.text)


def _stated_interval(published: str) -> Interval | None:
    """Return the day (or the month or year, where no more is said) of an ISO 8601 date; None for anything else."""
    text = published.strip()
    if _STATED.fullmatch(text):
        return interval_of_value(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return interval_of_value(text[:10]) if re.match(r"\d{4}-\d{2}-\d{2}\b", text) else None
    return interval_of_value(moment.date().isoformat())


def infer_reference(text: str) -> Reference:
    """Return what ``text`` itself tells about the date on which it was written."""
    times = [time for time in tag_times(text, UNKNOWN_REFERENCE) if time.type in {"DATE", "TIME"}]
    absolute = [time for time in times if not time.symbol and time.interval is not None]
    for time in absolute:
        if time.start > _HEAD:
            break
        if _is_full_day(time) and (_is_stated(text, time) or _is_only_line_of_date(text, time, times)):
            return Reference(_day_of(time), "inferred", _evidence(time))
    reference = _infer_from_years(text, absolute)
    return narrow_reference(text, times, _refine_by_dateline(text, times, reference))


def _is_stated(text: str, time: TimeExpression) -> bool:
    """Say whether a date in the head of a text is that of the report: a dateline, or "Published July 24, 2024"."""
    line = text[max(0, text.rfind("\n", 0, time.start) + 1) : time.start]
    if len(line) > 120:
        return False
    return bool(_PUBLISHED_LINE.search(line)) or _is_dateline(text, line, time)


def _is_full_day(time: TimeExpression) -> bool:
    """Say whether a time is a day of its own, or a clock time of one."""
    return time.interval is not None and time.interval.granularity in {Granularity.DAY, Granularity.MINUTE}


def _is_only_line_of_date(text: str, time: TimeExpression, times: list[TimeExpression]) -> bool:
    """Say whether a date has a line of its own and no other date has; a chronicle has many such lines."""
    return _is_line_of_date(text, time, times) and not any(
        _is_full_day(other) and _day_of(other) != _day_of(time) and _is_line_of_date(text, other, times)
        for other in times
    )


def _is_line_of_date(text: str, time: TimeExpression, times: list[TimeExpression]) -> bool:
    """Say whether a line has nothing but a date and who wrote: "By Odda Zoo | July 24, 2024"."""
    start, end = text.rfind("\n", 0, time.start) + 1, text.find("\n", time.end)
    if not 0 < end - start <= _DATE_LINE:
        return False
    beside = "".join(
        "" if any(other.start <= at < other.end for other in times) else text[at] for at in range(start, end)
    )
    words = _BETWEEN.split(beside)
    byline = next((word for word in words if word), "").lower() == "by" and any(
        word[:1].isupper() for word in words[1:]
    )
    return all(
        word.lower() in _LABELS or _ZONE.fullmatch(word) or (byline and (word[0].isupper() or word in _BYLINE))
        for word in words
    )


def _is_dateline(text: str, line: str, time: TimeExpression) -> bool:
    """Say whether a date stands in "MOSCOW, July 24 (Reuters) -"."""
    return bool(_DATELINE.fullmatch(line) and _AFTER_DATELINE.match(text, time.end))


def _day_of(time: TimeExpression) -> Interval | None:
    return interval_of_value(time.value[:10])


def _evidence(time: TimeExpression) -> str:
    """Return the words a date rests on, with their offsets."""
    return f"“{time.text}” [{time.start}:{time.end}]"


def _as_of_evidence(text: str, time: TimeExpression) -> str:
    """Return the words "as of 2024" with their offsets."""
    match = _AS_OF.search(text, max(0, time.start - 40), time.start)
    start = match.start() if match else time.start
    return f"“{text[start : time.end]}” [{start}:{time.end}]"


def _infer_from_years(text: str, absolute: list[TimeExpression]) -> Reference:
    """Return the interval that "as of" or the latest explicit date in the past leaves open."""
    tenses = tenses_of(text)
    latest: TimeExpression | None = None
    as_of: TimeExpression | None = None
    for time in absolute:
        interval = interval_of_value(time.value)
        if interval is None or interval.begin is None:
            continue
        if _AS_OF.search(text[max(0, time.start - 40) : time.start]):
            as_of = time if as_of is None or time.value > as_of.value else as_of
        elif _is_past(text, time, tenses) and (latest is None or interval.begin > _begin(latest)):
            latest = time
    if as_of is not None:
        bounds = interval_of_value(as_of.value)
        assert bounds is not None
        if latest is not None and bounds.begin and bounds.before and bounds.begin < _begin(latest) < bounds.before:
            return Reference(
                Interval(_begin(latest), bounds.before, bounds.granularity),
                "inferred",
                _as_of_evidence(text, as_of) + ", " + _evidence(latest),
            )
        if latest is None or bounds.before is None or _begin(latest) < bounds.before:
            return Reference(bounds, "inferred", _as_of_evidence(text, as_of))
    if latest is not None:
        return Reference(
            Interval(_begin(latest), None, Granularity.UNKNOWN), "inferred", _evidence(latest) + ", or later"
        )
    return UNKNOWN_REFERENCE


def _begin(time: TimeExpression) -> datetime:
    interval = interval_of_value(time.value)
    assert interval is not None
    assert interval.begin is not None
    return interval.begin


def _is_past(text: str, time: TimeExpression, tenses: Tenses) -> bool:
    """Say whether a date is spoken of as past; goals and plans ("by 2030") are not."""
    words = text[max(0, time.start - 12) : time.start].lower().split()
    if words and words[-1].rstrip(",(") == "tomorrow":
        return False
    if words and words[-1] in {"by", "until", "till", "before", "through", "to"}:
        return False
    return tenses.direction_at(time.start, time.end) != FUTURE


def _refine_by_dateline(text: str, times: list[TimeExpression], reference: Reference) -> Reference:
    """Let a dateline without a year ("MOSCOW, July 24 (Reuters) -") choose the day where the year is known."""
    for time in times:
        if time.start > _HEAD:
            return reference
        match = re.fullmatch(r"XXXX-(\d{2}-\d{2})", time.value)
        line = text[max(0, text.rfind("\n", 0, time.start) + 1) : time.start]
        if match is None or len(line) > 120 or not _is_dateline(text, line, time):
            continue
        interval = reference.interval
        if interval is None or interval.begin is None:
            return reference
        if interval.before is None:
            # "from 22 July 2024 on" and "July 24" in the dateline: the report follows what it tells by days
            soon = interval_of_value(f"{interval.begin.year:04d}-{match[1]}")
            near = soon is not None and soon.begin is not None and timedelta() <= soon.begin - interval.begin <= _NEWS
            return Reference(soon, "inferred", f"{_evidence(time)}, {reference.evidence}") if near else reference
        years = {interval.begin.year, (interval.before - timedelta(microseconds=1)).year}
        days = [day for year in sorted(years) if (day := interval_of_value(f"{year:04d}-{match[1]}"))]
        if len(days) == 1:
            return Reference(days[0], "inferred", f"{_evidence(time)}, {reference.evidence}")
        return reference
    return reference
