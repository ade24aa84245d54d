"""Timeline: dated units to entries with intervals, and the date of the event itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from variorum.comparisons.facts import FactGroup, event_fact, statement_fact
from variorum.comparisons.readings import ReportIndex, make_evidence, shorten
from variorum.comparisons.slots.verdicts import is_point_in_time
from variorum.model.alignments import Layer
from variorum.model.annotations import TimeExpression
from variorum.model.comparisons import Dating, Evidence, Relation, TimelineEntry, Unit
from variorum.model.intervals import Granularity, Interval
from variorum.model.quotations import QuotationType

#: A main event is dated by expressions at least this fine.
_FINE = frozenset({Granularity.MINUTE, Granularity.PART, Granularity.DAY, Granularity.WEEK, Granularity.MONTH})

#: A weekday, a day of the year or a month whose year is not known.
_DAY_OR_MONTH = re.compile(r"XXXX-(?:WXX-[1-7]|\d\d)")
#: Nobody says on which day a season or an evening begins.
_ROUGH = frozenset({Granularity.SEASON, Granularity.PART})


def story_date(groups: Sequence[FactGroup]) -> Interval | None:
    """Return the date of the main event, None where its row names none: a date of publication is not the event's."""
    main = _main_group(groups)
    return _interval_of(main) if main is not None else None


def publication_date(references: Iterable[Interval | None]) -> Interval | None:
    """Return the first date of publication, stated or inferred; the event lies at it or before."""
    known = [interval for interval in references if interval is not None]
    return min(
        known, key=lambda interval: (interval.begin or datetime.min, interval.before or datetime.max), default=None
    )


def story_time(groups: Sequence[FactGroup], indexes: dict[str, ReportIndex]) -> Evidence | None:
    """Return the words that say when the main event happened, where no date is known for them: "late Wednesday"."""
    main = _main_group(groups)
    if main is None or _interval_of(main) is not None:
        return None
    named = [(fact, time) for fact in main.facts for time in fact.times if _DAY_OR_MONTH.match(time.value)]
    if not named:
        return None
    fact, time = min(named, key=lambda item: (item[0].position, item[0].ref.siglum, item[1].start))
    return make_evidence(indexes[fact.ref.siglum], time.span)


def _main_group(groups: Sequence[FactGroup]) -> FactGroup | None:
    """Return the event that most reports tell highest up."""
    ranked = [
        (-len(group.by_report()), min(fact.position for fact in group.facts), number)
        for number, group in enumerate(groups)
        if group.layer is Layer.EVENT
    ]
    return groups[min(ranked)[2]] if ranked else None


def _interval_of(group: FactGroup) -> Interval | None:
    """Return the finest interval that a group's times give."""
    intervals = [
        time.interval
        for fact in group.facts
        for time in fact.times
        if time.interval and time.interval.is_closed and time.interval.granularity in _FINE
    ]
    return min(intervals, key=_length_then_begin, default=None)


def _length_then_begin(interval: Interval) -> tuple[float, datetime]:
    """Order intervals by length, then by their begin."""
    begin, before = interval.begin or datetime.min, interval.before or datetime.max
    return ((before - begin).total_seconds(), begin)


def timeline_entries(units: Sequence[Unit], indexes: dict[str, ReportIndex]) -> tuple[TimelineEntry, ...]:
    """Return an entry for each unit that is dated by its own words, in order of time; undated weekdays stand last."""
    made: dict[tuple[str, ...], TimelineEntry] = {}
    for unit in units:
        entry = _entry(unit, indexes)
        if entry is not None:
            key = tuple(f"{item.siglum}{item.span}" for item in entry.times)
            made.setdefault(key, entry)
    ordered = sorted(made.values(), key=lambda entry: (*_moment(entry.interval), entry.label, entry.gist))
    return tuple(
        TimelineEntry(
            f"l{number}",
            entry.interval,
            entry.label,
            entry.gist,
            entry.evidence,
            entry.times,
            entry.anchors,
            entry.units,
            entry.datings,
        )
        for number, entry in enumerate(ordered, 1)
    )


def _moment(interval: Interval | None) -> tuple[bool, datetime, datetime]:
    """Return a sorting key: dated before undated, then by begin and end."""
    if interval is None:
        return (True, datetime.max, datetime.max)
    return (False, interval.begin or interval.before or datetime.min, interval.before or datetime.max)


def _entry(unit: Unit, indexes: dict[str, ReportIndex]) -> TimelineEntry | None:
    """Return the entry of a unit, None when its words date nothing."""
    times: list[tuple[str, TimeExpression]] = []
    for reading in unit.readings:
        index = indexes[reading.siglum]
        for annotation in reading.annotations:
            times += [(reading.siglum, time) for time in _times_of(index, annotation) if is_point_in_time(time)]
    times = [(siglum, time) for siglum, time in dict.fromkeys(times) if time.interval or time.value.startswith("XXXX-")]
    if not times:
        return None
    resolved = [time.interval for _, time in times if time.interval]
    interval = min(resolved, key=_length_then_begin, default=None)
    label = next(time.text for _, time in times if time.interval == interval)
    return TimelineEntry(
        id="",
        interval=interval,
        label=label,
        gist=shorten(unit.gist, 120),
        evidence=tuple(
            Evidence(reading.siglum, reading.spans[0], reading.text) for reading in unit.readings if reading.spans
        ),
        times=tuple(make_evidence(indexes[siglum], time.span) for siglum, time in times),
        anchors=tuple(dict.fromkeys(time.anchor for _, time in times if time.anchor)),
        units=(unit.id,),
        datings=tuple(_dating(siglum, time) for siglum, time in times),
    )


def _dating(siglum: str, time: TimeExpression) -> Dating:
    """Return how a report dates something."""
    rough = time.mod is not None or (time.interval is not None and time.interval.granularity in _ROUGH)
    inferred = (time.anchor or "").startswith(("inferred ", "story "))
    return Dating(siglum, time.span, time.text, time.interval, rough, inferred)


def _times_of(index: ReportIndex, annotation: str) -> tuple[TimeExpression, ...]:
    """Return the times of an event, a statement, or what is told after somebody in the report's own words."""
    if annotation in index.events:
        return event_fact(index, annotation).times
    if annotation in index.statements and not _is_in_marks(index, index.statements[annotation].quotation):
        return statement_fact(index, annotation).times
    if annotation in index.quotations and not _is_in_marks(index, annotation):
        told = (item.id for item in index.statements.values() if item.quotation == annotation)
        return tuple(time for statement in told for time in statement_fact(index, statement).times)
    return ()


def _is_in_marks(index: ReportIndex, quotation: str | None) -> bool:
    """Say whether a statement stands in a quotation word for word: its "today" is that of who speaks."""
    return quotation is not None and index.quotations[quotation].type is not QuotationType.INDIRECT


def dated_first(units: Iterable[Unit]) -> list[Unit]:
    """Return units so that rows several reports share come before what one tells alone."""
    return sorted(units, key=lambda unit: unit.relation is Relation.ONLY)
