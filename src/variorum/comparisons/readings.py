"""Readings: annotations of one report to the words that stand in a row of the comparison."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice, takewhile
from typing import TYPE_CHECKING, TypeVar

from variorum.model.annotations import (
    AnnotatedReport,
    Event,
    MentionForm,
    Place,
    Quotation,
    Sentence,
    Statement,
    TimeExpression,
)
from variorum.model.comparisons import Evidence, Reading
from variorum.model.quantities import Quantity
from variorum.model.spans import Span, index_at, merge_spans, trim_span

if TYPE_CHECKING:
    from variorum.comparisons.conflicts.singled_out import Doer
    from variorum.comparisons.facts import Fact

#: Longest gist, in code points: it must fit a line of the page.
GIST_CHARACTERS = 160


Placed = TypeVar("Placed", TimeExpression, Place, Quantity)


class ReportIndex:
    """Look-ups into one annotated report by id and by offset; built once a comparison."""

    def __init__(self, siglum: str, annotated: AnnotatedReport, actor_of: dict[str, str]) -> None:
        """Index ``annotated``; ``actor_of`` gives the actor id of each of its entities."""
        self.siglum = siglum
        self.annotated = annotated
        self.text = annotated.report.text
        self.actor_of = actor_of
        self.entities = {entity.id: entity for entity in annotated.entities}
        self.times = {time.id: time for time in annotated.times}
        self.places = {place.id: place for place in annotated.places}
        self.quantities = {quantity.id: quantity for quantity in annotated.quantities}
        self.quotations = {item.id: item for item in (*annotated.quotations, *annotated.attributions)}
        self.events = {event.id: event for event in annotated.events}
        self.statements = {statement.id: statement for statement in annotated.statements}
        self.is_one_sentence = annotated.sentence_count == 1
        self.published = _instant(annotated.report.published)
        self.hosts: dict[str, list[Statement]] = {}
        for statement in annotated.statements:
            for event_id in statement.events:
                self.hosts.setdefault(event_id, []).append(statement)
        self.sentence_spans = [sentence.span for sentence in annotated.sentences]
        self.quotations_in: dict[int, list[Quotation]] = {}
        for quotation in annotated.quotations:
            for number in dict.fromkeys(number for span in quotation.spans for number in self.sentences_at(span)):
                self.quotations_in.setdefault(number, []).append(quotation)
        self.verbatim = sorted(span for quotation in annotated.quotations for span in quotation.verbatim)
        #: Where the nouns of nominals stand, in text order.
        self.nouns = sorted(
            Span(mention.head_start, mention.head_end)
            for entity in annotated.entities
            for mention in entity.mentions
            if mention.form is MentionForm.NOMINAL
        )
        self.longest_verbatim = max(map(len, self.verbatim), default=0)
        self.cues = sorted(
            (quotation.cue.start, number)
            for number, quotation in enumerate(annotated.quotations)
            if quotation.cue is not None
        )
        self.statements_in: dict[int, list[Statement]] = {}
        for statement in annotated.statements:
            self.statements_in.setdefault(statement.sentence, []).append(statement)
        self.time_starts = [time.start for time in annotated.times]
        self.place_starts = [place.start for place in annotated.places]
        self.quantity_starts = [quantity.start for quantity in annotated.quantities]
        self.figures = {(quantity.low, quantity.high) for quantity in annotated.quantities}
        self.counted = Counter(quantity.counted for quantity in annotated.quantities)
        self.predicates = sorted(
            (statement.predicate.start, number) for number, statement in enumerate(annotated.statements)
        )
        self.triggers = sorted((event.trigger.start, number) for number, event in enumerate(annotated.events))
        starts = [time.start for time in annotated.times] + [place.start for place in annotated.places]
        self.slot_starts = sorted(starts + [quantity.start for quantity in annotated.quantities])
        self.named_mentions = sorted(
            (mention.start, actor_of[entity.id])
            for entity in annotated.entities
            if entity.named and entity.id in actor_of
            for mention in entity.mentions
        )
        #: Its statements as facts, each made when it is first asked for (:mod:`variorum.comparisons.facts`).
        self.facts: dict[str, Fact] = {}
        #: Who does something in a sentence, likewise (:mod:`variorum.comparisons.contests.doers`).
        self.doers: dict[Span, list[Doer]] = {}

    def times_in(self, span: Span) -> list[TimeExpression]:
        """Return the time expressions that lie in a span, in text order."""
        return _lying_in(span, self.annotated.times, self.time_starts)

    def places_in(self, span: Span) -> list[Place]:
        """Return the places that are named in a span, in text order."""
        return _lying_in(span, self.annotated.places, self.place_starts)

    def quantities_in(self, span: Span) -> list[Quantity]:
        """Return the quantities that lie in a span, in text order."""
        return _lying_in(span, self.annotated.quantities, self.quantity_starts)

    def quantity_at(self, span: Span) -> Quantity | None:
        """Return the quantity that a span begins with, None where it begins with none."""
        return next((item for item in self.quantities_in(span) if item.start == span.start), None)

    def predicated_in(self, span: Span) -> list[Statement]:
        """Return the statements whose predicates lie in a span, in text order."""
        first, after = bisect_left(self.predicates, (span.start, -1)), bisect_left(self.predicates, (span.end, -1))
        numbers = sorted(number for _, number in self.predicates[first:after])
        found = [self.annotated.statements[number] for number in numbers]
        return [statement for statement in found if span.contains(statement.predicate)]

    def events_in(self, span: Span) -> list[Event]:
        """Return the events whose triggers lie in a span, in text order."""
        first, after = bisect_left(self.triggers, (span.start, -1)), bisect_left(self.triggers, (span.end, -1))
        found = [self.annotated.events[number] for number in sorted(number for _, number in self.triggers[first:after])]
        return [event for event in found if span.contains(event.trigger)]

    def verbatim_over(self, span: Span) -> list[Span]:
        """Return the words in quotation marks that a span shares some with, in text order."""
        reach = max(0, span.start - self.longest_verbatim)
        first = bisect_left(self.verbatim, Span(reach, reach))
        found = takewhile(lambda words: words.start < span.end, islice(self.verbatim, first, None))
        return [words for words in found if words.overlaps(span)]

    def cued_in(self, span: Span) -> list[Quotation]:
        """Return the quotations whose cues lie in a span, in text order."""
        first, after = bisect_left(self.cues, (span.start, -1)), bisect_left(self.cues, (span.end, -1))
        found = [self.annotated.quotations[number] for number in sorted(number for _, number in self.cues[first:after])]
        return [quotation for quotation in found if quotation.cue is not None and span.contains(quotation.cue)]

    def sentences_at(self, span: Span) -> range:
        """Return the indexes of the sentences that a span reaches over; none where it lies in no sentence."""
        first = index_at(self.sentence_spans, span.start)
        last = index_at(self.sentence_spans, max(span.start, span.end - 1))
        if first is None:
            return range(0)
        return range(first, (first if last is None else last) + 1)

    def in_sentence(self, span: Span) -> Span:
        """Return a span with all of the sentences that it reaches over."""
        found = self.sentences_at(span)
        if not found:
            return span
        first, last = self.sentence_spans[found[0]], self.sentence_spans[found[-1]]
        return Span(min(span.start, first.start), max(span.end, last.end))

    def words(self, span: Span) -> str:
        """Return the words at ``span``."""
        return self.text[span.start : span.end]

    def position(self, offset: int) -> float:
        """Return where ``offset`` lies in the text, 0 (top) to 1 (end)."""
        return offset / max(1, len(self.text))

    def sentence_of(self, index: int) -> Sentence:
        """Return a sentence by its index."""
        return self.annotated.sentences[index]

    def passage(self, focus: Span, clause: Span) -> Span:
        """Return the clause where it holds the words in focus, else the sentence that does: "held late Wednesday"."""
        if clause.contains(focus):
            return clause
        sentences = (self.sentence_spans[number] for number in self.sentences_at(focus))
        return next((span for span in sentences if span.contains(focus)), clause)

    def actors(self, entity_ids: Iterable[str]) -> frozenset[str]:
        """Return the actors behind entities of this report."""
        return frozenset(self.actor_of[entity] for entity in entity_ids if entity in self.actor_of)

    def entity_name(self, entity_id: str | None) -> str | None:
        """Return the name of an entity of this report; words that are no id are returned as they are."""
        if entity_id is None:
            return None
        entity = self.entities.get(entity_id)
        return entity.name if entity else entity_id

    def host_of(self, event: Event) -> Statement | None:
        """Return the statement whose predicate is the event's trigger, else the shortest that holds it, else None."""
        hosts = self.hosts.get(event.id, [])
        telling = [host for host in hosts if host.predicate.overlaps(event.trigger)]
        return min(telling or hosts, key=lambda host: (len(host.span), host.start), default=None)

    def event_span(self, event: Event) -> Span:
        """Return the clause that tells an event."""
        host = self.host_of(event)
        return host.span if host else Span(event.start, event.end)


def _lying_in(span: Span, items: Sequence[Placed], starts: Sequence[int]) -> list[Placed]:
    """Return those of the annotations in text order that lie in a span; ``starts`` are their first offsets."""
    first, after = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return [item for item in items[first:after] if item.end <= span.end]


def _instant(published: str | None) -> datetime | None:
    """Return the time of publication without its zone (UTC where one is given); None for what is no ISO 8601."""
    try:
        instant = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return instant.astimezone(UTC).replace(tzinfo=None) if instant.tzinfo else instant


def joined_words(text: str, spans: Iterable[Span]) -> str:
    """Return the words at ``spans`` on one line, stretches joined by an ellipsis."""
    return " … ".join(" ".join(text[span.start : span.end].split()) for span in spans)


def make_reading(
    index: ReportIndex,
    spans: Iterable[Span],
    *,
    value: str | None = None,
    focus: Iterable[Span] = (),
    annotations: Iterable[str] = (),
    speaker: str | None = None,
    via: str | None = None,
) -> Reading:
    """Return a reading whose text is re-sliced from the report; focus outside the spans widens them."""
    focus = tuple(sorted(set(focus)))
    trimmed = [trim_span(span, index.text) for span in (*spans, *focus)]
    merged = tuple(span for span in merge_spans(trimmed) if len(span))
    return Reading(
        siglum=index.siglum,
        spans=merged,
        text=joined_words(index.text, merged),
        value=value,
        focus=focus,
        annotations=tuple(dict.fromkeys(annotations)),
        speaker=speaker,
        via=via,
    )


def make_evidence(index: ReportIndex, span: Span) -> Evidence:
    """Return the words at ``span`` as evidence."""
    return Evidence(index.siglum, span, joined_words(index.text, (span,)))


def shorten(text: str, limit: int = GIST_CHARACTERS) -> str:
    """Return ``text`` cut at a word boundary, with an ellipsis where something was cut."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
