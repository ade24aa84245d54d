"""Tellings: the sentences of a report's own, in nobody's words, that may give what another report quotes.

"He put the number of the sick at forty", "The statement was as short: the pump had failed" are no quotations by any
cue; that they give what somebody said is known from the other report, which quotes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import words_of
from variorum.limits import LIMITS
from variorum.model.annotations import AttributionKind
from variorum.model.spans import Span, index_at
from variorum.word_lists import listed

if TYPE_CHECKING:
    from variorum.alignments.positions import Actors
    from variorum.model.annotations import AnnotatedReport, Quotation, Statement

_Item = TypeVar("_Item")
#: Share of a sentence that stands in quotations from which it is no telling of the report's own.
_QUOTED = 0.5
#: Lemmas of words that say that something is told, by whomever.
_SAYING = listed(
    """
    say tell ask call announce report confirm deny claim add describe warn admit explain accuse allege insist urge plead
    believe think expect hope plan agree testify rule write post tweet statement interview account according spokesman
    spokeswoman spokesperson official authority source document filing letter
    """
)


class Telling(Struct, frozen=True, eq=False):
    """A sentence of a report's own."""

    statement: Statement
    """The first clause of it outside quotations, for which it stands."""
    span: Span
    actors: frozenset[str]
    """Of whom it speaks."""
    told_by: frozenset[str]
    """Who is quoted in it, right before it or right behind it."""
    saying: bool
    """True where a word of it says that something is told."""


def tellings_of(annotated: AnnotatedReport, actors: Actors, quotations: Sequence[Quotation]) -> tuple[Telling, ...]:
    """Return the sentences of a report that stand in no quotation, in text order; ``actors`` are its entities'."""
    said = [item for item in quotations if item.kind is AttributionKind.QUOTATION]
    first: dict[int, Statement] = {}
    inside = {item.id for item in said}
    for statement in annotated.statements:
        if statement.quotation not in inside:
            first.setdefault(statement.sentence, statement)
    spans = [sentence.span for sentence in annotated.sentences]
    quoted = _by_sentence(spans, ((span, item) for item in said for span in item.spans))
    named = _by_sentence(
        spans,
        (
            (Span(mention.start, mention.end), actors[entity.id])
            for entity in annotated.entities
            if entity.id in actors
            for mention in entity.mentions
        ),
    )
    found = []
    for number, statement in sorted(first.items()):
        sentence = annotated.sentences[number]
        within = sum(sentence.span.overlap(span) for item in quoted[number] for span in item.spans)
        if sentence.boilerplate or within > _QUOTED * len(sentence.span):
            continue
        beside = (item for place in (number - 1, number, number + 1) for item in quoted.get(place, ()))
        speakers = (actors.get(item.speaker_entity or "") for item in beside)
        words = words_of(sentence.span.text_of(annotated.report.text))
        found.append(
            Telling(
                statement,
                sentence.span,
                frozenset(named[number]),
                frozenset(actor for actor in speakers if actor is not None),
                any(lemma_of(word.text.casefold()) in _SAYING for word in words),
            )
        )
    return tuple(found[: LIMITS.statements])


def _by_sentence(spans: Sequence[Span], items: Iterable[tuple[Span, _Item]]) -> dict[int, list[_Item]]:
    """Return what begins in each sentence, or goes on into it."""
    found: dict[int, list[_Item]] = defaultdict(list)
    for span, item in items:
        first, last = (index_at(spans, offset) for offset in (span.start, max(span.start, span.end - 1)))
        if first is not None:
            for number in range(first, (first if last is None else last) + 1):
                found[number].append(item)
    return found
