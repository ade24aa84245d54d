"""Told days: the day of "yesterday" in one report of a story, where another tells the date of what happened then.

"A kiln exploded in Koper yesterday" was written on 16 May if another report has the kiln of Koper explode on 15 May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from variorum.model.annotations import AnnotatedReport, Event, Reference, TimeExpression
from variorum.model.intervals import Granularity, Interval

#: "Yesterday", "last night", "today": days counted from that of the report.
_COUNTED = re.compile(r"ref\|shift:(-?[01]):D(?:\|part:\w\w)?")
_FINE = frozenset({Granularity.DAY, Granularity.PART, Granularity.MINUTE})
#: How many sentences of a report tell what its story is of.
_LEAD = 3
_DAY = timedelta(days=1)


def agree_days(reports: Sequence[AnnotatedReport]) -> tuple[Reference, ...]:
    """Return the references of reports, those without a date set by the days that others tell where all agree."""
    return tuple(_dated(report, [other for other in reports if other is not report]) for report in reports)


def _dated(report: AnnotatedReport, others: Sequence[AnnotatedReport]) -> Reference:
    """Return the reference of a report that its "yesterday" and the dates of other reports leave."""
    own = report.reference
    if own.basis == "published" or (own.interval is not None and own.interval.granularity in _FINE):
        return own
    found: dict[datetime, str] = {}
    for event, time in _lead_events(report):
        match = _COUNTED.fullmatch(time.symbol)
        if match is None:
            continue
        for other in others:
            for day in _days_of(event, report, other):
                words = f"“{time.text}” [{time.start}:{time.end}] is {day.date().isoformat()} of another report"
                found.setdefault(day - int(match[1]) * _DAY, words)
    if len(found) != 1:
        return own
    (day, evidence), *_ = found.items()
    interval = Interval(day, day + _DAY, Granularity.DAY)
    if own.interval is not None and own.interval.intersection(interval) is None:
        return own
    return Reference(interval, "story", evidence)


def _lead_events(report: AnnotatedReport) -> Iterator[tuple[Event, TimeExpression]]:
    """Yield the events of the first sentences of a report that have a time."""
    times = {time.id: time for time in report.times}
    for event in report.events:
        time = times.get(event.own_time or "")
        if event.sentence < _LEAD and time is not None:
            yield event, time


def _days_of(event: Event, report: AnnotatedReport, other: AnnotatedReport) -> Iterator[datetime]:
    """Yield the days on which another report has what is likely the same event: same verb, or same place."""
    place = _place_of(event, report)
    for candidate, time in _lead_events(other):
        interval = time.interval
        if interval is None or interval.begin is None or interval.granularity not in _FINE or candidate.negated:
            continue
        same = candidate.lemma == event.lemma or (place is not None and place == _place_of(candidate, other))
        if same and candidate.factuality == event.factuality:
            yield datetime.combine(interval.begin.date(), datetime.min.time())


def _place_of(event: Event, report: AnnotatedReport) -> str | None:
    """Return the id of the gazetteer of the place of an event."""
    return next((place.gazetteer_id for place in report.places if place.id == event.own_place), None)
