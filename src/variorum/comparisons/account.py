"""The account: one text of the event in order of time, every line in the words of one report (an edition, extractive).

Which report's words a line has is decided by one rule for all: of the passages that tell what several reports share,
the one that tells most of it is taken; of equals the one with most dates, places, numbers and named actors; of equals
the longer; of equals the first in the alphabet. What that passage tells is told, and the choice goes on with the rest
(greedy set cover). What one report tells alone follows in its own words. Nothing is rewritten.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from variorum.comparisons.readings import ReportIndex, joined_words
from variorum.comparisons.timeline import TOP
from variorum.comparisons.topics import actors_in
from variorum.model.annotations import TimeExpression, TimeType
from variorum.model.comparisons import AccountLine, CoverageBlock, CoverageRow, Reading, Relation, Slot, Unit, Variant
from variorum.model.intervals import Interval, IntervalRelation
from variorum.model.spans import Span, index_at, merge_spans

#: A reading that reaches over more sentences gives its first one only.
SENTENCES = 4
#: Groups whose undated lines stand with the line before them in their report, not at the event.
_ASIDE = frozenset({"background", "context"})


class _Passage(Struct, frozen=True):
    """Whole sentences of one report that a line may consist of."""

    siglum: str
    first: int
    last: int
    """Indexes of its sentences, both inclusive."""
    span: Span


class _Placed(Struct, frozen=True):
    """A line and what it is ordered by."""

    line: AccountLine
    position: float
    """Where it stands in its report, 0 (top) to 1 (end)."""


def account_lines(
    units: Sequence[Unit],
    coverage: Sequence[CoverageRow],
    indexes: dict[str, ReportIndex],
    event_date: Interval | None,
) -> tuple[AccountLine, ...]:
    """Return the account of a story: what several reports tell, and in lines of their own what one alone tells."""
    shared = [unit for unit in units if unit.relation not in (Relation.ONLY, Relation.UNCERTAIN)]
    chosen = _chosen(shared, indexes)
    placed = [_shared_line(passage, told, indexes) for passage, told in chosen]
    for row in coverage:
        printed = [passage.span for passage, _ in chosen if passage.siglum == row.siglum]
        for block in row.blocks:
            rest = tuple(span for span in block.spans if not any(line.contains(span) for line in printed))
            if rest:
                placed.append(_line_alone(indexes[row.siglum], replace(block, spans=rest)))
    ordered = _in_time(placed, event_date)
    return tuple(replace(line, id=f"k{number}") for number, line in enumerate(ordered, 1))


def _chosen(units: Sequence[Unit], indexes: dict[str, ReportIndex]) -> list[tuple[_Passage, list[Unit]]]:
    """Return passages that together tell every unit, each with the units that are told by it."""
    telling: dict[_Passage, set[int]] = {}
    for number, unit in enumerate(units):
        for reading in unit.readings:
            telling.setdefault(_passage_of(reading, indexes[reading.siglum]), set())
            telling[_passage_of(reading, indexes[reading.siglum])].add(number)
    _add_inner(telling)
    ranks = {passage: _rank(passage, indexes[passage.siglum]) for passage in telling}
    # What a passage adds only ever shrinks, so that the top of the heap is right once its count is current.
    heap = [(-len(told), ranks[passage], number) for number, (passage, told) in enumerate(telling.items())]
    passages = list(telling)
    heapq.heapify(heap)
    left = set(range(len(units)))
    chosen: list[tuple[_Passage, list[Unit]]] = []
    while heap and left:
        count, rank, number = heapq.heappop(heap)
        adds = telling[passages[number]] & left
        if len(adds) < -count:
            if adds:
                heapq.heappush(heap, (-len(adds), rank, number))
            continue
        chosen.append((passages[number], [units[place] for place in sorted(adds)]))
        left -= adds
    return chosen


def _passage_of(reading: Reading, index: ReportIndex) -> _Passage:
    """Return the sentences that hold a reading: those of its deciding words, else of its first words."""
    sentences = index.sentence_spans
    span = reading.focus[0] if reading.focus else Span(reading.spans[0].start, reading.spans[-1].end)
    first = index_at(sentences, span.start)
    if first is None:
        return _Passage(reading.siglum, -span.start - 1, -span.start - 1, reading.spans[0])
    last = index_at(sentences, max(span.start, span.end - 1))
    if last is None or last - first >= SENTENCES:
        last = first
    return _Passage(reading.siglum, first, last, Span(sentences[first].start, sentences[last].end))


def _add_inner(telling: dict[_Passage, set[int]]) -> None:
    """Let a passage tell also what a passage inside it tells."""
    by_sentence: dict[tuple[str, int], list[_Passage]] = {}
    for passage in telling:
        by_sentence.setdefault((passage.siglum, passage.first), []).append(passage)
    for passage, told in telling.items():
        for sentence in range(passage.first, passage.last + 1):
            for inner in by_sentence.get((passage.siglum, sentence), ()):
                if inner is not passage and inner.last <= passage.last:
                    told.update(telling[inner])


def _rank(passage: _Passage, index: ReportIndex) -> tuple[int, int, str]:
    """Return the sort key of equal passages: fullest, then longest, then by the alphabet."""
    filled = bisect_left(index.slot_starts, passage.span.end) - bisect_left(index.slot_starts, passage.span.start)
    filled += len(actors_in(index, passage.span))
    return (-filled, -len(passage.span), index.words(passage.span))


def _shared_line(passage: _Passage, units: Sequence[Unit], indexes: dict[str, ReportIndex]) -> _Placed:
    """Return the line of a passage, with what the other reports have for each of its units."""
    index = indexes[passage.siglum]
    variants = tuple(_variant(unit, passage) for unit in units)
    sigla = {reading.siglum for unit in units for reading in unit.readings} | {passage.siglum}
    return _Placed(
        _line(index, (passage.span,), sigla, variants, _time_of(passage, units, indexes), None),
        index.position(passage.span.start),
    )


def _variant(unit: Unit, passage: _Passage) -> Variant:
    """Return the apparatus of one unit: its words in the line, and the readings outside of it."""
    own = [reading for reading in unit.readings if _lies_in(reading, passage)]
    lemma = merge_spans(span for reading in own for span in (reading.focus or reading.spans))
    return Variant(
        unit=unit.id,
        lemma=tuple(span for span in lemma if span.overlaps(passage.span)),
        readings=tuple(reading for reading in unit.readings if reading not in own),
    )


def _lies_in(reading: Reading, passage: _Passage) -> bool:
    """Say whether a reading has its words, or the words that decide, in a passage."""
    return reading.siglum == passage.siglum and any(
        span.overlaps(passage.span) for span in (reading.focus or reading.spans)
    )


def _line_alone(index: ReportIndex, block: CoverageBlock) -> _Placed:
    """Return the line of what one report tells alone: a block of its coverage, dated by the first date in it."""
    line = _line(index, block.spans, (index.siglum,), (), _first_time(index, block.spans[0]), block.group)
    return _Placed(replace(line, units=block.units), index.position(block.spans[0].start))


def _line(
    index: ReportIndex,
    spans: tuple[Span, ...],
    sigla: Iterable[str],
    variants: tuple[Variant, ...],
    dated: TimeExpression | None,
    group: str | None,
) -> AccountLine:
    """Return a line in the words of one report."""
    return AccountLine(
        id="",
        siglum=index.siglum,
        spans=spans,
        text=joined_words(index.text, spans),
        sigla=tuple(sorted(sigla)),
        units=tuple(variant.unit for variant in variants),
        variants=variants,
        interval=dated.interval if dated else None,
        label=dated.text if dated else "",
        group=group,
    )


def _time_of(passage: _Passage, units: Sequence[Unit], indexes: dict[str, ReportIndex]) -> TimeExpression | None:
    """Return the time of the first thing that a line tells and that a report dates: "held late Wednesday".

    A thing is dated by the report whose words the line has, else by another that tells it. What a later clause of the
    line tells, or the same report elsewhere, dates no line: "held late Wednesday ... after the truce of 2015".
    """
    home = indexes[passage.siglum]
    for unit in sorted(units, key=lambda unit: _first_place(unit, passage)):
        own = [reading for reading in unit.readings if _lies_in(reading, passage)]
        others = [reading for reading in unit.readings if reading.siglum != passage.siglum]
        for readings in (own, others):
            times = [time for reading in readings for time in _times(reading, indexes[reading.siglum])]
            if times and (unit.slot is not Slot.TIME or readings is own):
                return min(times, key=lambda time: (time not in home.annotated.times, *_fineness(time)))
    return None


def _first_place(unit: Unit, passage: _Passage) -> int:
    """Return where a unit stands in a passage."""
    own = (reading for reading in unit.readings if _lies_in(reading, passage))
    return min((reading.spans[0].start for reading in own), default=passage.span.end)


def _times(reading: Reading, index: ReportIndex) -> list[TimeExpression]:
    """Return the times that place what a reading tells: those of its events, else of its statements.

    They stand in its sentences: a day that is told elsewhere would be a date that the line does not bear out.
    """
    passage = _passage_of(reading, index).span
    events = [index.events[item] for item in reading.annotations if item in index.events]
    statements = [index.statements[item] for item in reading.annotations if item in index.statements]
    for statement in statements:
        told = (index.events[item] for item in statement.events if item in index.events)
        events += [event for event in told if event.typed and event.trigger.overlaps(statement.predicate)]
    ids: list[str | None] = [event.time for event in events]
    if not any(ids):
        ids = [time for statement in statements if statement.quotation is None for time in statement.times]
    times = (index.times[item] for item in ids if item in index.times)
    return [time for time in times if _places(time) and passage.contains(time.span)]


def _first_time(index: ReportIndex, span: Span) -> TimeExpression | None:
    """Return the time of the first clause of a passage that one report tells alone."""
    for statement in index.predicated_in(span):
        times = [index.times[item] for item in statement.times if item in index.times]
        if statement.quotation is None and (fixing := [time for time in times if _fixes(time)]):
            return min(fixing, key=_fineness)
        if index.sentence_of(statement.sentence).start > span.start:
            return None
    return None


def _places(time: TimeExpression) -> bool:
    """Say whether an expression places something: a date, or a day or month that no date is known for."""
    return _fixes(time) or (time.type in (TimeType.DATE, TimeType.TIME) and time.value.startswith("XXXX-"))


def _fixes(time: TimeExpression) -> bool:
    """Say whether an expression gives a moment or a stretch with a begin."""
    return time.type in (TimeType.DATE, TimeType.TIME) and time.interval is not None and time.interval.begin is not None


def _fineness(time: TimeExpression) -> tuple[bool, float, datetime]:
    """Order times by whether they are dates, how fine they are, then by when they begin."""
    interval = time.interval
    begin = (interval.begin if interval else None) or datetime.min
    before = (interval.before if interval else None) or datetime.max
    return (interval is None, (before - begin).total_seconds(), begin)


def _in_time(placed: Sequence[_Placed], event_date: Interval | None) -> list[AccountLine]:
    """Order lines by time; without a date of its own a line stands at the event, an aside with the line before it.

    Of the lines at the event the one that dates it is the first, so that none stands under an earlier date.
    """
    # "2012 or later" is no date.
    event, first = _event_moment(placed, event_date if event_date and event_date.is_closed else None)
    keyed: list[tuple[datetime, bool, float, str, AccountLine]] = []
    last: dict[str, datetime] = {}
    for item in sorted(placed, key=lambda item: (item.position, item.line.text)):
        line = item.line
        moment = line.interval.begin if line.interval else None
        if moment is None:
            moment = last.get(line.siglum, event) if line.group in _ASIDE else event
        last[line.siglum] = moment
        keyed.append((moment, line is not first, item.position, line.text, line))
    return [line for *_, line in sorted(keyed, key=lambda key: key[:4])]


def _may_date_event(item: _Placed, event_date: Interval | None) -> bool:
    """Say whether the date of a line can be that of the event."""
    if event_date is None or item.line.interval is None:
        return item.position <= TOP
    return event_date.relation_to(item.line.interval) is not IntervalRelation.APART


def _event_moment(placed: Sequence[_Placed], event_date: Interval | None) -> tuple[datetime, AccountLine | None]:
    """Return when the event is told to begin, and the line of its date that most reports tell highest up.

    Without a date of the event, what stands further down dates none ("he was hired in 2012"): undated lines come first.
    """
    ranked = [
        (-len(item.line.sigla), item.position, item.line.interval.begin, item.line.text, item.line)
        for item in placed
        if item.line.group is None
        and item.line.interval
        and item.line.interval.begin
        and _may_date_event(item, event_date)
    ]
    if ranked:
        _, _, begin, _, line = min(ranked, key=lambda item: item[:4])
        return begin, line
    return (event_date.begin if event_date else None) or datetime.min, None
