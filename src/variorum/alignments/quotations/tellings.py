"""Tellings: the sentences of a report's own, in nobody's words, that may give what another report quotes.

"He put the number of the sick at forty", "The statement was as short: the pump had failed" are no quotations by any
cue; that they give what somebody said is known from the other report, which quotes it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from variorum.alignments.wordings.denials import carried_lemmas
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
_FIRST_PERSON = listed("i me my mine we us our ours i'm i've i'll i'd we're we've we'll")
#: Words in marks, one to a dozen.
_MARKED = re.compile(r"[“\"‘]([^“”\"‘’]{3,100})[”\"’]")


class Telling(Struct, frozen=True, eq=False):
    """A sentence of a report's own."""

    statement: Statement
    """The first clause of it outside quotations, for which it stands."""
    span: Span
    actors: frozenset[str]
    """Of whom it speaks."""
    within: tuple[int, ...]
    """The numbers of what is said or attributed in it."""
    beside: tuple[int, ...]
    """The numbers of what is said right before it or right behind it."""
    saying: bool
    """True where a word of it says that something is told."""
    first_person: bool
    """True where somebody speaks of himself: marks, or words for who says it, that were not understood."""
    marks: frozenset[str]
    """Lemmas of its words in marks that carry something."""


def tellings_of(annotated: AnnotatedReport, actors: Actors, quotations: Sequence[Quotation]) -> tuple[Telling, ...]:
    """Return the sentences of a report that stand in no quotation, in text order; ``actors`` are its entities'."""
    said = {number for number, item in enumerate(quotations) if item.kind is AttributionKind.QUOTATION}
    first: dict[int, Statement] = {}
    inside = {quotations[number].id for number in said}
    for statement in annotated.statements:
        if statement.quotation not in inside:
            first.setdefault(statement.sentence, statement)
    spans = [sentence.span for sentence in annotated.sentences]
    told = _by_sentence(spans, ((span, number) for number, item in enumerate(quotations) for span in item.spans))
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
        within = dict.fromkeys(told[number])
        quoted = sum(sentence.span.overlap(span) for item in said & within.keys() for span in quotations[item].spans)
        if sentence.boilerplate or quoted > _QUOTED * len(sentence.span):
            continue
        beside = {item: None for place in (number - 1, number + 1) for item in told.get(place, ()) if item in said}
        text = sentence.span.text_of(annotated.report.text)
        words = [word.text.casefold() for word in words_of(text)]
        found.append(
            Telling(
                statement,
                sentence.span,
                frozenset(named[number]),
                tuple(within),
                tuple(beside),
                any(lemma_of(word) in _SAYING for word in words),
                not _FIRST_PERSON.isdisjoint(words),
                frozenset(lemma for marked in _MARKED.findall(text) for lemma in carried_lemmas(words_of(marked))),
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
