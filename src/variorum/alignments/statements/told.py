"""Told: the statements of one report that are aligned, with the actors, times, places and quantities in their slots."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from msgspec import Struct

from variorum.alignments.positions import Actors
from variorum.alignments.wordings.likeness import contents_of, is_negated
from variorum.limits import LIMITS
from variorum.model.annotations import AnnotatedReport, QuotationType, Statement, TimeExpression
from variorum.model.quantities import Quantity
from variorum.model.spans import Span, index_at, merge_spans

#: Content words below which a clause is no statement to align ("he said so").
_LEAST_WORDS = 2


class Told(Struct, frozen=True, eq=False):
    """A statement of a report with its slots resolved."""

    statement: Statement
    text: str
    stems: frozenset[str]
    agents: frozenset[str]
    actors: frozenset[str]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    places: frozenset[str]
    sentence: str
    sentence_stems: frozenset[str]
    cast: frozenset[str]
    """Who is named in the sentence: the states that actors speak for, else the actors."""
    states: frozenset[str]
    """The states among them."""
    heads: frozenset[str]
    """The states that the agents speak for."""
    negated: bool
    position: float
    """Where the statement stands in its report, 0 (top) to 1 (end)."""


def told_in(annotated: AnnotatedReport, actors: Actors, poles: dict[str, str]) -> tuple[Told, ...]:
    """Return the statements of a report that are aligned: outside of direct speech, each text once.

    ``poles`` are the states that actors can stand for (:func:`variorum.alignments.positions.speaks_for`).
    """
    text = annotated.report.text
    times = {time.id: time for time in annotated.times}
    quantities = {quantity.id: quantity for quantity in annotated.quantities}
    places = {place.id: place.gazetteer_id for place in annotated.places}
    direct = {quotation.id for quotation in annotated.quotations if quotation.type is QuotationType.DIRECT}
    verbatim = merge_spans(span for quotation in annotated.quotations for span in quotation.verbatim)
    casts = _casts(annotated, actors, poles)
    states = frozenset(poles.values())
    seen: set[tuple[str, ...]] = set()
    found: list[Told] = []
    for statement in annotated.statements:
        if len(found) >= LIMITS.statements:
            break
        words = statement.span.text_of(text)[: LIMITS.pattern_characters]
        stems = contents_of(words)
        if (
            statement.quotation in direct
            or stems in seen
            or len(set(stems)) < _LEAST_WORDS
            or _covered(statement, verbatim)
        ):
            continue
        seen.add(stems)
        roles = [(part.role, actors[part.entity]) for part in statement.participants if part.entity in actors]
        found.append(
            Told(
                statement=statement,
                text=words,
                stems=frozenset(stems),
                agents=frozenset(actor for role, actor in roles if role == "agent"),
                actors=frozenset(actor for _, actor in roles),
                times=tuple(times[item] for item in statement.times if item in times),
                quantities=tuple(quantities[item] for item in statement.quantities if item in quantities),
                places=frozenset(places[item] for item in statement.places if item in places),
                sentence=(
                    whole := annotated.sentences[statement.sentence].span.text_of(text)[: LIMITS.pattern_characters]
                ),
                sentence_stems=frozenset(contents_of(whole)),
                negated=statement.negated or is_negated(words),
                position=statement.start / max(1, len(text)),
                cast=casts.get(statement.sentence, frozenset()),
                states=casts.get(statement.sentence, frozenset()) & states,
                heads=frozenset(poles[actor] for role, actor in roles if role == "agent" and actor in poles),
            )
        )
    return tuple(found)


def _casts(annotated: AnnotatedReport, actors: Actors, poles: dict[str, str]) -> dict[int, frozenset[str]]:
    """Return who is named in each sentence, a leader and his state as one."""
    spans = [sentence.span for sentence in annotated.sentences]
    found: dict[int, set[str]] = defaultdict(set)
    for entity in annotated.entities:
        actor = actors.get(entity.id)
        if actor is None or not entity.named:
            continue
        for mention in entity.mentions:
            index = index_at(spans, mention.start)
            if index is not None:
                found[index].add(poles.get(actor, actor))
    return {index: frozenset(cast) for index, cast in found.items()}


def _covered(statement: Statement, verbatim: tuple[Span, ...]) -> bool:
    """Say whether a clause stands inside quotation marks."""
    index = bisect_right(verbatim, Span(statement.start, 10**12)) - 1
    return index >= 0 and verbatim[index].contains(statement.span)
