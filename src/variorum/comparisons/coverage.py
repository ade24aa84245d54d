"""Coverage: what each report tells that the others do not, in groups a reader can take in.

Standing in one report alone says nothing of slant (measured: AUC .50 on BASIL); the words are "not mentioned".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.comparisons.quotations import quotation_reading
from variorum.comparisons.readings import ReportIndex, make_reading
from variorum.comparisons.units import finish_unit, missing_sigla, spans_of
from variorum.model.alignments import Layer
from variorum.model.annotations import Quotation, QuotationType, Sentence, Statement
from variorum.model.comparisons import CoverageRow, Relation, Unit
from variorum.model.intervals import Interval
from variorum.model.spans import Span, merge_spans

#: A clause counts as shared when a shared unit covers at least this part of it.
SHARED_PART = 0.5
#: Clauses that end farther than this before the event are background, in days.
BACKGROUND_DAYS = 30
#: A direct quotation with fewer blanks is a phrase inside the sentence that it stands in.
SENTENCE_BLANKS = 4
_REACTIONS = frozenset({"SUPPORT", "REJECT", "ACCUSE", "REQUEST", "THREATEN", "PROTEST"})


def only_units(
    indexes: dict[str, ReportIndex], shared: Sequence[Unit], sigla: Sequence[str], event_date: Interval | None
) -> tuple[Unit, ...]:
    """Return a row for each quotation and each sentence or clause that one report alone tells."""
    units: list[Unit] = []
    for siglum in sorted(sigla):
        index = indexes[siglum]
        taken = spans_of(shared, siglum)
        quoted = [quotation for quotation in index.annotated.quotations if _is_alone(quotation, taken, index)]
        units += [_quotation_only(index, quotation, sigla) for quotation in quoted]
        taken = taken + [span for quotation in quoted for span in quotation.spans]
        units += _statements_only(index, taken, sigla, event_date)
    return tuple(units)


def _is_alone(quotation: Quotation, taken: list[Span], index: ReportIndex) -> bool:
    """Say whether somebody's own words stand in no shared row; a phrase in marks is told with its sentence."""
    spoken = (
        quotation.type is QuotationType.DIRECT
        and index.text[quotation.start : quotation.end].count(" ") >= SENTENCE_BLANKS
    )
    return spoken and all(_covered(span, taken, index.text) < SHARED_PART for span in quotation.spans)


def _quotation_only(index: ReportIndex, quotation: Quotation, sigla: Sequence[str]) -> Unit:
    """Return the row of a quotation that one report alone has."""
    reading = quotation_reading(index, quotation)
    speaker = index.actors([quotation.speaker_entity] if quotation.speaker_entity else [])
    unit = Unit(
        id="",
        layer=Layer.QUOTATION,
        relation=Relation.ONLY,
        within=None,
        slot=None,
        gist="",
        readings=(reading,),
        not_mentioned=missing_sigla(sigla, [reading]),
        score=round(quotation.confidence, 3),
        weight=0.0,
        reasons=("no other report has these words or words near to them",),
        actors=tuple(sorted(speaker)),
        group="quotation",
    )
    return finish_unit(unit, {index.siglum: index})


def _statements_only(
    index: ReportIndex, taken: list[Span], sigla: Sequence[str], event_date: Interval | None
) -> list[Unit]:
    """Return rows for what is left of each sentence: all of it where nothing is shared, else its clauses."""
    by_sentence: dict[int, list[Statement]] = {}
    for statement in index.annotated.statements:
        if _covered(statement.span, taken, index.text) < SHARED_PART:
            by_sentence.setdefault(statement.sentence, []).append(statement)
    units = []
    for number, statements in by_sentence.items():
        for span in _left_over(index, index.sentence_of(number).span, statements, taken):
            inside = [statement for statement in statements if span.contains(statement.span)]
            units.append(_only_unit(index, span, inside, sigla, _group_of(index, inside, event_date)))
    return units


def _only_unit(index: ReportIndex, span: Span, statements: list[Statement], sigla: Sequence[str], group: str) -> Unit:
    """Return the row of a passage that one report alone has."""
    source = next(
        (index.entity_name(item.source) or item.source_text for item in statements if item.source_text or item.source),
        None,
    )
    reading = make_reading(index, [span], annotations=[statement.id for statement in statements], speaker=source)
    actors = {actor for item in statements for actor in index.actors(part.entity for part in item.participants)}
    unit = Unit(
        id="",
        layer=Layer.STATEMENT,
        relation=Relation.ONLY,
        within=None,
        slot=None,
        gist="",
        readings=(reading,),
        not_mentioned=missing_sigla(sigla, [reading]),
        score=1.0,
        weight=0.0,
        reasons=("no passage of another report was found that tells this",),
        actors=tuple(sorted(actors)),
        group=group,
    )
    return finish_unit(unit, {index.siglum: index})


def _covered(span: Span, taken: Iterable[Span], text: str) -> float:
    """Return the part of the letters of ``span`` that ``taken`` covers, 0 to 1."""
    letters = [offset for offset in range(span.start, span.end) if text[offset].isalnum()]
    near = [other for other in taken if other.overlaps(span)]
    if not letters or not near:
        return 0.0
    return sum(any(other.start <= offset < other.end for other in near) for offset in letters) / len(letters)


def _left_over(index: ReportIndex, sentence: Span, statements: list[Statement], taken: list[Span]) -> list[Span]:
    """Return what to show of a sentence: all of it where most is not shared, else its clauses, neighbours joined."""
    if _covered(sentence, taken, index.text) < SHARED_PART / 2:
        return [sentence]
    clauses = merge_spans((statement.span for statement in statements), gap=2)
    return [clause for clause in clauses if index.text[clause.start : clause.end].count(" ") >= SENTENCE_BLANKS - 1]


def _group_of(index: ReportIndex, statements: list[Statement], event_date: Interval | None) -> str:
    """Return the group of a passage: ``quotation``, ``background``, ``reaction`` or ``detail``."""
    if any(statement.quotation for statement in statements):
        return "quotation"
    if _is_background(index, statements, event_date):
        return "background"
    types = {index.events[event].type for item in statements for event in item.events if event in index.events}
    if types & _REACTIONS or any(item.source or item.source_text for item in statements):
        return "reaction"
    return "detail"


def _is_background(index: ReportIndex, statements: list[Statement], event_date: Interval | None) -> bool:
    """Say whether all times of a passage end well before the event."""
    intervals = [index.times[time].interval for item in statements for time in item.times if time in index.times]
    ends = [interval.before for interval in intervals if interval is not None and interval.before is not None]
    if not ends or len(ends) < len(intervals) or event_date is None or event_date.begin is None:
        return False
    return (event_date.begin - max(ends)).days > BACKGROUND_DAYS


def coverage_rows(
    indexes: dict[str, ReportIndex], units: Sequence[Unit], shared: Sequence[Unit], sigla: Sequence[str]
) -> tuple[CoverageRow, ...]:
    """Return for each report how much of it is shared and what stands in it alone.

    ``units`` are the rows of the comparison with their ids, ``shared`` all that several reports tell, repeats included.
    """
    rows = []
    for siglum in sorted(sigla):
        index = indexes[siglum]
        sentences = [sentence for sentence in index.annotated.sentences if not sentence.boilerplate]
        told = _touched(sentences, spans_of(shared, siglum))
        groups: dict[str, list[str]] = {}
        for unit in units:
            if unit.relation is Relation.ONLY and unit.readings[0].siglum == siglum:
                groups.setdefault(unit.group or "detail", []).append(unit.id)
        boilerplate = sum(len(span) for span in index.annotated.report.boilerplate)
        rows.append(
            CoverageRow(
                siglum=siglum,
                characters=len(index.text) - boilerplate,
                sentences=len(sentences),
                shared=told,
                alone=len(sentences) - told,
                groups=tuple((group, tuple(ids)) for group, ids in sorted(groups.items())),
            )
        )
    return tuple(rows)


def _touched(sentences: Sequence[Sentence], spans: list[Span]) -> int:
    """Count the sentences that a span reaches into."""
    return sum(any(span.overlaps(sentence.span) for span in spans) for sentence in sentences)
