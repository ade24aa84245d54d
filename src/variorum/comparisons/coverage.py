"""Coverage: what each report tells that the others do not, in groups a reader can take in.

Standing in one report alone says nothing of slant (measured: AUC .50 on BASIL); the words are "not mentioned".
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from variorum.comparisons.blocks import coverage_blocks
from variorum.comparisons.quotations import quotation_reading
from variorum.comparisons.readings import ReportIndex, make_reading
from variorum.comparisons.remainders import SHARED_PART, TOLD, Parts, covered, left_over
from variorum.comparisons.topics import QUOTED_BLANKS, Topic, actors_in, carried, topic_of
from variorum.comparisons.units import finish_unit, missing_sigla, spans_of
from variorum.model.alignments import Layer
from variorum.model.annotations import Quotation, QuotationType, Sentence
from variorum.model.comparisons import CoverageRow, Reading, Relation, SharedText, Unit
from variorum.model.intervals import Interval
from variorum.model.spans import Span

#: Why a passage counts as told by one: no row has its sentence, or one has it for something else that it tells.
_NOT_FOUND = "no passage of another report was found that tells this"
_UNLIKELY = "another report tells something that its sentence tells, and hardly this"


def only_units(
    indexes: dict[str, ReportIndex],
    shared: Sequence[Unit],
    sigla: Sequence[str],
    event_date: Interval | None,
    parts: Parts,
    doubted: Container[tuple[str, int]] = (),
) -> tuple[Unit, ...]:
    """Return a row for each quotation and each sentence or part of one that one report alone tells.

    ``doubted`` are sentences, by siglum and number, of which a row says that another report likely tells them.
    """
    units: list[Unit] = []
    cast = frozenset(actor for unit in shared for actor in unit.actors)
    conflicts = [unit for unit in shared if unit.relation is Relation.CONTRADICTS]
    for siglum in sorted(sigla):
        index = indexes[siglum]
        taken = spans_of(shared, siglum)
        quoted = [quotation for quotation in index.annotated.quotations if _is_alone(quotation, taken, index, parts)]
        units += [_quotation_only(index, quotation, sigla) for quotation in quoted]
        spoken = [*spans_of(conflicts, siglum), *(span for quotation in quoted for span in quotation.spans)]
        passages = [
            (number, span)
            for number, sentence in enumerate(index.annotated.sentences)
            if not sentence.boilerplate and (siglum, number) not in doubted
            for span in left_over(index, number, taken, spoken, parts)
        ]
        units += _passages_only(index, passages, taken, sigla, event_date, cast)
    return tuple(units)


def _is_alone(quotation: Quotation, taken: list[Span], index: ReportIndex, parts: Parts) -> bool:
    """Say whether somebody's own words stand in no shared row, nor are told in other words in one that they touch.

    A phrase in marks is told with its sentence.
    """
    spoken = (
        quotation.type is QuotationType.DIRECT
        and index.text[quotation.start : quotation.end].count(" ") >= QUOTED_BLANKS
    )
    if not spoken or any(covered(span, taken, index.text) >= SHARED_PART for span in quotation.spans):
        return False
    sentences = [index.in_sentence(span) for span in quotation.spans]
    touched = any(span.overlaps(sentence) for span in taken for sentence in sentences)
    return not touched or parts.told(index, quotation.spans) < TOLD


def _quotation_only(index: ReportIndex, quotation: Quotation, sigla: Sequence[str]) -> Unit:
    """Return the row of a quotation that one report alone has."""
    return _told_by_one(
        index,
        quotation_reading(index, quotation),
        sigla,
        layer=Layer.QUOTATION,
        score=round(quotation.confidence, 3),
        reasons=("no other report has these words or words near to them",),
        actors=index.actors([quotation.speaker_entity] if quotation.speaker_entity else []),
        group="quotation",
    )


def _told_by_one(
    index: ReportIndex,
    reading: Reading,
    sigla: Sequence[str],
    *,
    layer: Layer,
    score: float,
    reasons: tuple[str, ...],
    actors: Iterable[str],
    group: str,
) -> Unit:
    """Return the row of what one report alone has."""
    unit = Unit(
        id="",
        layer=layer,
        relation=Relation.ONLY,
        within=None,
        slot=None,
        gist="",
        readings=(reading,),
        not_mentioned=missing_sigla(sigla, [reading]),
        score=score,
        weight=0.0,
        reasons=reasons,
        actors=tuple(sorted(actors)),
        group=group,
    )
    return finish_unit(unit, {index.siglum: index})


def _passages_only(
    index: ReportIndex,
    passages: Sequence[tuple[int, Span]],
    taken: Sequence[Span],
    sigla: Sequence[str],
    event_date: Interval | None,
    cast: frozenset[str],
) -> list[Unit]:
    """Return the rows of passages, given with the numbers of their sentences, each with its topic.

    ``taken`` is what rows of several reports have.
    """
    topics = carried(
        (topic_of(index, span, event_date, cast), _goes_on(index, passages, place))
        for place, (_, span) in enumerate(passages)
    )
    units = []
    for (number, span), topic in zip(passages, topics, strict=True):
        beside = any(other.overlaps(index.sentence_of(number).span) for other in taken)
        units.append(_only_unit(index, span, sigla, topic, _UNLIKELY if beside else _NOT_FOUND))
    return units


def _goes_on(index: ReportIndex, passages: Sequence[tuple[int, Span]], place: int) -> bool:
    """Say whether a passage follows on the one before it: in one paragraph, or the next sentence about the same."""
    if place == 0:
        return False
    (before, earlier), (number, span) = passages[place - 1], passages[place]
    if index.sentence_of(before).paragraph == index.sentence_of(number).paragraph:
        return True
    return number - before <= 1 and bool(set(actors_in(index, earlier)) & set(actors_in(index, span)))


def _only_unit(index: ReportIndex, span: Span, sigla: Sequence[str], topic: Topic, why: str) -> Unit:
    """Return the row of a passage that one report alone has."""
    statements = index.predicated_in(span)
    source = next(
        (index.entity_name(item.source) or item.source_text for item in statements if item.source_text or item.source),
        None,
    )
    reading = make_reading(index, [span], annotations=[statement.id for statement in statements], speaker=source)
    return _told_by_one(
        index,
        reading,
        sigla,
        layer=Layer.STATEMENT,
        score=1.0,
        reasons=(why, topic.reason),
        actors={actor for item in statements for actor in index.actors(part.entity for part in item.participants)},
        group=topic.group,
    )


def coverage_rows(
    indexes: dict[str, ReportIndex],
    units: Sequence[Unit],
    shared: Sequence[Unit],
    sigla: Sequence[str],
    copies: Sequence[SharedText] = (),
) -> tuple[CoverageRow, ...]:
    """Return for each report how much of it is shared and what stands in it alone.

    ``units`` are the rows of the comparison with their ids, ``shared`` all that several reports tell, repeats included,
    ``copies`` the passages that reports share word for word.
    """
    rows = []
    for siglum in sorted(sigla):
        index = indexes[siglum]
        sentences = [sentence for sentence in index.annotated.sentences if not sentence.boilerplate]
        told = _touched(sentences, spans_of(shared, siglum))
        groups: dict[str, list[str]] = {}
        alone = [unit for unit in units if unit.relation is Relation.ONLY and unit.readings[0].siglum == siglum]
        for unit in alone:
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
                blocks=coverage_blocks(index, alone),
                copied=sum(item.words for item in copies if any(part.siglum == siglum for part in item.passages)),
            )
        )
    return tuple(rows)


def _touched(sentences: Sequence[Sentence], spans: list[Span]) -> int:
    """Count the sentences that a span reaches into."""
    return sum(any(span.overlaps(sentence.span) for span in spans) for sentence in sentences)
