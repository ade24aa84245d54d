"""Utterances: the quotations of one report cut into the sentences by which they are matched.

Halves that an attribution interrupts inside a sentence ("We will come," she said, "when you ask.") are one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from variorum.alignments.positions import Actors
from variorum.alignments.quotations.tellings import Telling, tellings_of
from variorum.alignments.similarities import vectors_of
from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import STOP_WORDS, contents_of, words_of, written_out
from variorum.limits import LIMITS
from variorum.model.alignments import Alignment
from variorum.model.annotations import AnnotatedReport, Quotation, QuotationType
from variorum.model.retellings import as_retold
from variorum.model.spans import Span
from variorum.word_lists import listed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Fewer words start no match by likeness.
ANCHOR_WORDS = 5
#: Sentences of quotations that begin before a place and are looked at for it.
_NESTED = 6
#: Code points read between two sentences of a quotation.
_BETWEEN = 200
#: Fewer words with a verb or a full stop are no sentence.
_SENTENCE_WORDS = 3
#: Share of the words of a mixed quotation from which the words in marks stand for it.
_MOSTLY = 0.6
_BREAK = re.compile(r"(?<=[.!?…])[”\"’')\]]{0,3}\s+(?=[“\"‘'(\[]{0,3}[A-Z0-9…])")
#: A full stop after these ends no sentence.
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|St|Lt|Col|No|vs|etc))\.$")
#: Words that make a clause: "the road was still closed".
_FINITE = listed("is are was were has have had will would can could must shall should may might isn't wasn't don't")
_MARKS = " \t\n\r“\"‘'”’"


class Piece(Struct, frozen=True, eq=False):
    """A sentence of a quotation."""

    quotation: int
    """Number of the quotation in its report."""
    number: int
    """Number of the sentence in its quotation."""
    spans: tuple[Span, ...]
    """Where it stands; two where an attribution interrupts it."""
    text: str
    stems: tuple[str, ...]
    contents: frozenset[str]
    """Stems of the words that carry what is told."""
    whole: bool
    """True for a sentence; False for a fragment, which starts no match by likeness."""
    short: bool
    """True for a sentence of fewer words than ``ANCHOR_WORDS``: it needs more likeness to start a match."""
    indirect: bool
    marked: str
    """Of a mixed quotation that is mostly in marks, the words in marks; else empty."""
    marks: frozenset[str]
    """Lemmas of the words in marks that carry something."""
    own: bool = False
    """True for a sentence of the report's own, in nobody's words."""


class Side(Struct, frozen=True, eq=False):
    """The quotations of one report, cut into sentences."""

    siglum: str
    annotated: AnnotatedReport
    actors: Actors
    """The actors of its entities."""
    quotations: tuple[Quotation, ...]
    """What is said or attributed, and behind it each telling, read as a quotation of nobody."""
    pieces: tuple[Piece, ...]
    speakers: tuple[str | None, ...]
    """Actor of each quotation's speaker, None where the report does not name one."""
    described: tuple[tuple[str, ...], ...]
    """Stems of the words for each speaker who is not named: "the coast guard" of two reports is one."""
    vectors: NDArray[np.float32]
    tellings: dict[int, Telling]
    """The sentences of the report's own, by the number of the quotation as which each is read."""

    def interrupted(self, before: Span, after: Span) -> bool:
        """Say whether the report puts in own words between two sentences of a quotation."""
        between = self.annotated.report.text[before.end : max(before.end, after.start)]
        return any(character.isalpha() for character in between[:_BETWEEN])


def said_in(annotated: AnnotatedReport) -> tuple[Quotation, ...]:
    """Return the quotations of a report and what else it attributes to somebody, in text order.

    What one report quotes another one tells as an act or a thought: "she spoke of a bang", "he thought it too late".
    """
    found = (*annotated.quotations, *annotated.attributions)
    return tuple(sorted(found, key=lambda item: (item.start, item.end, item.id)))


def make_side(siglum: str, annotated: AnnotatedReport, actors: Actors) -> Side:
    """Cut the quotations of a report into sentences and encode them."""
    quotations = said_in(annotated)[: LIMITS.statements]
    predicates: dict[str, list[Span]] = defaultdict(list)
    for statement in annotated.statements:
        if statement.quotation is not None:
            predicates[statement.quotation].append(statement.predicate)
    pieces: list[Piece] = []
    for number, quotation in enumerate(quotations):
        for place, spans in enumerate(_sentences_of(quotation, annotated)):
            piece = make_piece(number, place, spans, quotation, annotated, predicates[quotation.id])
            if piece is not None:
                pieces.append(piece)
        if len(pieces) >= LIMITS.statements:
            break
    tellings: dict[int, Telling] = {}
    for telling in tellings_of(annotated, actors, quotations):
        quotation = as_retold(telling.statement)
        piece = make_piece(len(quotations), 0, (telling.span,), quotation, annotated, [telling.statement.predicate])
        if piece is not None and len(piece.stems) >= ANCHOR_WORDS and len(pieces) < LIMITS.statements:
            tellings[len(quotations)] = telling
            quotations = (*quotations, quotation)
            pieces.append(replace(piece, own=True))
    pieces.sort(key=lambda piece: piece.spans)
    # A speaker who is never named ("its owner", "an official") can be anybody.
    named = {entity.id for entity in annotated.entities if entity.named}
    speakers = tuple(
        actors.get(quotation.speaker_entity or "") if quotation.speaker_entity in named else None
        for quotation in quotations
    )
    return Side(
        siglum,
        annotated,
        actors,
        quotations,
        tuple(pieces),
        speakers,
        tuple(_described(quotation, annotated) for quotation in quotations),
        vectors_of([piece.text for piece in pieces]),
        tellings,
    )


def linked_pieces(
    left: Mapping[str, Sequence[int]], right: Mapping[str, Sequence[int]], alignments: Iterable[Alignment]
) -> frozenset[tuple[int, int]]:
    """Return the sentences of quotations of two reports in which what ``alignments`` of the two join stands.

    ``left`` and ``right`` are the :func:`pieces_of_told` of both.
    """
    found: set[tuple[int, int]] = set()
    for item in alignments:
        rows, columns = left.get(item.left.id, ()), right.get(item.right.id, ())
        found.update((row, column) for row in rows for column in columns)
    return frozenset(found)


def pieces_of_told(side: Side) -> dict[str, list[int]]:
    """Return for each event and statement the sentences of quotations in which it stands."""
    annotated = side.annotated
    focus = {statement.id: statement.predicate for statement in annotated.statements}
    focus.update((event.id, event.trigger) for event in annotated.events)
    spans = sorted((span, index) for index, piece in enumerate(side.pieces) for span in piece.spans)
    found: dict[str, list[int]] = defaultdict(list)
    for told, place in focus.items():
        # One quotation may stand in another: "SANA reported that he said ...".
        last = bisect_right(spans, (Span(place.start, place.start), len(spans)))
        for span, index in spans[max(0, last - _NESTED) : last + 1]:
            if span.contains(place):
                found[told].append(index)
    return found


def _described(quotation: Quotation, annotated: AnnotatedReport) -> tuple[str, ...]:
    """Return the words that carry something of how a report describes a speaker."""
    words = quotation.speaker.text_of(annotated.report.text) if quotation.speaker else ""
    return contents_of((quotation.speaker_canonical or words)[:200])


def make_piece(
    number: int,
    place: int,
    spans: tuple[Span, ...],
    quotation: Quotation,
    annotated: AnnotatedReport,
    predicates: list[Span],
) -> Piece | None:
    """Return a sentence of a quotation, None where it has no words."""
    text = " ".join(span.text_of(annotated.report.text) for span in spans)
    words = words_of(text)
    if not words:
        return None
    told = any(span.contains(predicate) for predicate in predicates for span in spans)
    told = told or not _FINITE.isdisjoint(_lowered(text))
    ended = text.rstrip("”\"’' ")[-1:] in {".", "!", "?", ","} and text[:1].isupper()
    whole = len(words) >= ANCHOR_WORDS and (told or ended or len(words) >= 2 * ANCHOR_WORDS)
    short = not whole and len(words) >= _SENTENCE_WORDS and (told or ended)
    indirect = quotation.type is QuotationType.INDIRECT
    stems = tuple(word.stem for word in words_of(written_out(text)))
    marked = " ".join(
        span.text_of(annotated.report.text)
        for span in quotation.verbatim
        if quotation.type is QuotationType.MIXED and any(part.contains(span) for part in spans)
    )
    mostly = marked if len(words_of(marked)) >= _MOSTLY * len(words) else ""
    own = text if quotation.type is QuotationType.DIRECT else marked
    marks = frozenset(lemma_of(word) for word in _lowered(own) if word not in STOP_WORDS)
    return Piece(
        number,
        place,
        spans,
        text,
        stems,
        frozenset(contents_of(written_out(text))),
        whole,
        short,
        indirect,
        mostly,
        marks,
    )


def _lowered(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.text.casefold() for word in words_of(text)]


def _sentences_of(quotation: Quotation, annotated: AnnotatedReport) -> list[tuple[Span, ...]]:
    """Return the sentences of a quotation's content in text order, broken by the parser and at full stops."""
    text = annotated.report.text
    starts = {sentence.start for sentence in annotated.sentences if quotation.start < sentence.start < quotation.end}
    found: list[tuple[Span, ...]] = []
    for part in quotation.spans:
        cuts = {start for start in starts if part.start < start < part.end}
        words = part.text_of(text)[: LIMITS.pattern_characters]
        cuts.update(
            part.start + match.end()
            for match in _BREAK.finditer(words)
            if not _ABBREVIATION.search(words[: match.start()][-8:])
        )
        begin = part.start
        for cut in [*sorted(cuts), part.end]:
            span = _trimmed(Span(begin, cut), text)
            if len(span) and begin == part.start and found and _goes_on(found[-1][-1], span, text):
                found[-1] = (*found[-1], span)
            elif len(span):
                found.append((span,))
            begin = cut
    return found


def _goes_on(before: Span, after: Span, text: str) -> bool:
    """Say whether a half of a quotation goes on in the next one: it ends no sentence, and the next starts small."""
    ended = text[before.start : before.end].rstrip(_MARKS)[-1:] in {".", "!", "?"}
    return not ended and text[after.start].islower()


def _trimmed(span: Span, text: str) -> Span:
    """Return a span without blanks and quotation marks at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


def share_in_marks(piece: Piece, quotation: Quotation) -> float:
    """Return how much of a sentence of a quotation stands in marks, 0 to 1."""
    marked = sum(span.overlap(part) for span in piece.spans for part in quotation.verbatim)
    return marked / sum(map(len, piece.spans))


def overlapping_pieces(pieces: Sequence[Piece]) -> dict[int, list[int]]:
    """Return for each sentence of a report's own what is said in it, and the reverse: they are no two utterances."""
    found: dict[int, list[int]] = defaultdict(list)
    said = [number for number, piece in enumerate(pieces) if not piece.own]
    for number, piece in enumerate(pieces):
        for other in said if piece.own else ():
            if any(span.overlaps(piece.spans[0]) for span in pieces[other].spans):
                found[number].append(other)
                found[other].append(number)
    return found
