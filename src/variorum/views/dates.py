"""Intervals as people and machines write them (ISO 8601, EDTF level 0)."""

from __future__ import annotations

from datetime import datetime, timedelta

from variorum.calendar_words import MONTH_NAMES
from variorum.model.comparisons import AccountLine, Comparison
from variorum.model.intervals import Granularity, Interval
from variorum.views.shown import one_line


def iso_moment(moment: datetime | None) -> str | None:
    """Return a moment as ISO 8601 to the second, without a zone; None for an open end."""
    return moment.isoformat(timespec="seconds") if moment else None


def iso_interval(interval: Interval | None) -> str | None:
    """Return an interval in EDTF: ``2023``, ``2023-03``, ``2023-03-05`` or two days with a slash; ``..`` is open."""
    if interval is None or (interval.begin is None and interval.before is None):
        return None
    if (whole := _whole_period(interval)) is not None:
        return whole
    begin = interval.begin.date().isoformat() if interval.begin else ".."
    last = (interval.before - timedelta(microseconds=1)).date().isoformat() if interval.before else ".."
    return begin if begin == last else f"{begin}/{last}"


def _whole_period(interval: Interval) -> str | None:
    """Return ``2023`` or ``2023-03`` for exactly one year or month, else None."""
    begin, before = interval.begin, interval.before
    if begin is None or before is None or (begin.day, begin.hour, begin.minute, begin.second) != (1, 0, 0, 0):
        return None
    months = (before.year - begin.year) * 12 + before.month - begin.month
    if before != before.replace(day=1, hour=0, minute=0, second=0, microsecond=0):
        return None
    if months == 12 and begin.month == 1:
        return f"{begin.year:04}"
    return f"{begin.year:04}-{begin.month:02}" if months == 1 else None


def readable_interval(interval: Interval | None) -> str:
    """Return an interval for people, never finer than its granularity: "March 2023", "24 July 2024", "since 2016"."""
    if interval is None or (interval.begin is None and interval.before is None):
        return "date not known"
    begin, before = interval.begin, interval.before
    if begin is None:
        assert before is not None
        return f"until {_readable(before - timedelta(microseconds=1), interval.granularity)}"
    if before is None:
        return f"since {_readable(begin, interval.granularity)}"
    if (whole := _whole_period(interval)) is not None:
        return _readable(begin, Granularity.YEAR if len(whole) == 4 else Granularity.MONTH)
    last = before - timedelta(microseconds=1)
    if interval.granularity is Granularity.MINUTE:
        return f"{_readable(begin, Granularity.DAY)}, {begin:%H:%M}"
    if begin.date() == last.date():
        return _readable(begin, Granularity.DAY)
    return _readable_range(begin, last)


def readable_moment(published: str) -> str:
    """Return a date or date-time of ISO 8601 for people ("13 March 2025, 09:30 UTC+01:00"), other words as they are."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    day = _readable(moment, Granularity.DAY)
    if len(published) <= len("2025-03-13"):
        return day
    return f"{day}, {moment:%H:%M}{f' {moment.tzinfo}' if moment.tzinfo else ''}"


def event_words(comparison: Comparison) -> str | None:
    """Return when the main event took place, for people: its date, else the words for it ("late Wednesday")."""
    if comparison.event_time is not None:
        return one_line(comparison.event_time.text, limit=40)
    return readable_interval(comparison.event_date) if comparison.event_date else None


def label_and_day(line: AccountLine) -> tuple[str, str]:
    """Return the words that date a line of the account, and its date where the words do not say it themselves."""
    label = one_line(line.label, limit=40) if line.label else ""
    day = readable_interval(line.interval) if line.interval else ""
    return label, "" if day == line.label else day


def _readable_range(begin: datetime, last: datetime) -> str:
    """Return several days, months or years, each part said once: "22 to 28 July 2024", "July to September 2024"."""
    whole_months = begin.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months and (begin.month, last.month) == (1, 12):
        return f"{begin.year} to {last.year}"
    granularity = Granularity.MONTH if whole_months else Granularity.DAY
    first, end = _readable(begin, granularity), _readable(last, granularity)
    if begin.year == last.year:
        first = first.removesuffix(f" {begin.year}")
        if begin.month == last.month:
            first = first.removesuffix(f" {MONTH_NAMES[begin.month - 1]}")
    return f"{first} to {end}"


def _readable(moment: datetime, granularity: Granularity) -> str:
    """Return one moment at a granularity."""
    if granularity in {Granularity.CENTURY, Granularity.DECADE, Granularity.YEAR}:
        return str(moment.year)
    if granularity in {Granularity.MONTH, Granularity.SEASON}:
        return f"{MONTH_NAMES[moment.month - 1]} {moment.year}"
    return f"{moment.day} {MONTH_NAMES[moment.month - 1]} {moment.year}"
