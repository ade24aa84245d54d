"""Timeline: dated units to entries with intervals, and the date of the event itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from variorum.comparisons.facts import FactGroup, event_fact, statement_fact
from variorum.comparisons.readings import ReportIndex, make_evidence, shorten
from variorum.comparisons.slots.verdicts import is_point_in_time
from variorum.comparisons.topics import BACKGROUND_DAYS
from variorum.model.alignments import Layer
from variorum.model.annotations import TimeExpression
from variorum.model.comparisons import Dating, Evidence, Relation, TimelineEntry, Unit
from variorum.model.intervals import Granularity, Interval
from variorum.model.quotations import QuotationType

#: A main event is dated by expressions at least this fine.
_FINE = frozenset({Granularity.MINUTE, Granularity.PART, Granularity.DAY, Granularity.WEEK, Granularity.MONTH})
_DAYS = frozenset({Granularity.MINUTE, Granularity.PART, Granularity.DAY})

#: A weekday, a day of the year or a month whose year is not known.
_DAY_OR_MONTH = re.compile(r"XXXX-(?:WXX-[1-7]|\d\d)")
#: Nobody says on which day a season or an evening begins.
_ROUGH = frozenset({Granularity.SEASON, Granularity.PART})
_BACKGROUND = timedelta(days=BACKGROUND_DAYS)
#: What no report tells in its first third (0 is the top) is not the main event.
TOP = 1 / 3


def story_date(groups: Sequence[FactGroup], published: Interval | None = None) -> Interval | None:
    """Return the date of the main event, None where no row of it names one; ``published`` is the first publication.

    A date of publication is not the event's. Where the row that most reports tell highest up has no date, or one that
    is background ("the attacks of 2001" in a report on the vote about them), the next row near the top that tells a day
    before the publication dates the event.
    """
    for place, group in enumerate(_main_groups(groups)):
        interval = _interval_of(group, published)
        if place and interval is not None and not _is_day_before(interval, published):
            continue
        if interval is not None:
            return interval
        if any(_DAY_OR_MONTH.match(time.value) for fact in group.facts for time in fact.times):
            return None  # "late Wednesday" of an unknown week is a date as well
    return None


def publication_date(references: Iterable[Interval | None]) -> Interval | None:
    """Return the first date of publication, stated or inferred; the event lies at it or before."""
    known = [interval for interval in references if interval is not None]
    return min(
        known, key=lambda interval: (interval.begin or datetime.min, interval.before or datetime.max), default=None
    )


def story_time(
    groups: Sequence[FactGroup], indexes: dict[str, ReportIndex], published: Interval | None = None
) -> Evidence | None:
    """Return the words that say when the main event happened, where no date is known for them: "late Wednesday"."""
    for place, group in enumerate(_main_groups(groups)):
        interval = _interval_of(group, published)
        if interval is not None and (not place or _is_day_before(interval, published)):
            return None
        named = [(fact, time) for fact in group.facts for time in fact.times if _DAY_OR_MONTH.match(time.value)]
        if named:
            fact, time = min(named, key=lambda item: (item[0].position, item[0].ref.siglum, item[1].start))
            return make_evidence(indexes[fact.ref.siglum], time.span)
    return None


def _main_groups(groups: Sequence[FactGroup]) -> list[FactGroup]:
    """Return the event that most reports tell highest up, and the next ones that several tell near the top."""
    ranked = sorted(
        (-len(group.by_report()), min(fact.position for fact in group.facts), number)
        for number, group in enumerate(groups)
        if group.layer is Layer.EVENT
    )
    return [
        groups[number]
        for place, (reports, position, number) in enumerate(ranked)
        if not place or (reports < -1 and position <= TOP)
    ]


def _interval_of(group: FactGroup, published: Interval | None) -> Interval | None:
    """Return the finest interval that a group's times give, without those that were over long before publication."""
    intervals = [
        time.interval
        for fact in group.facts
        for time in fact.times
        if time.interval
        and time.interval.is_closed
        and time.interval.granularity in _FINE
        and not _is_background(time.interval, published)
    ]
    return min(intervals, key=_length_then_begin, default=None)


def _is_day_before(interval: Interval, published: Interval | None) -> bool:
    """Say whether an interval is a day or finer, and begins before the first publication ends."""
    before = published.before if published else None
    return interval.granularity in _DAYS and (before is None or interval.begin is None or interval.begin < before)


def _is_background(interval: Interval, published: Interval | None) -> bool:
    """Say whether an interval was over so long before the first publication that it is no news."""
    begin = published.begin if published else None
    return begin is not None and interval.before is not None and begin - interval.before >= _BACKGROUND


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
    ordered = sorted(
        dated_once(list(made.values())), key=lambda entry: (*_moment(entry.interval), entry.label, entry.gist)
    )
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


def dated_once(entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """Return the entries but for those that another one dates alike, by the same words of a report and more."""
    kept: list[TimelineEntry] = []
    # An entry has all words of another one only when it has the first of them.
    by_word: dict[Evidence, list[tuple[TimelineEntry, frozenset[Evidence]]]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.times)):
        words = frozenset(entry.times)
        others = by_word.get(entry.times[0], ())
        if not any(words <= more and entry.label == other.label for other, more in others):
            kept.append(entry)
            for word in words:
                by_word.setdefault(word, []).append((entry, words))
    return kept


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
