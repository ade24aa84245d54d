"""Retellings: what one report quotes and another tells in a sentence of its own that speaks of the speaker.

"He put the number of the sick at forty", "Reyes gave the reason: the pump had failed" are no quotations by any cue;
that they give what somebody said is known from the other report, which quotes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.closeness import rivals
from variorum.alignments.quotations.pairings import Pairing
from variorum.alignments.quotations.utterances import ANCHOR_WORDS, Piece, Side, make_piece
from variorum.alignments.wordings.matches import WordedReport, match_words
from variorum.limits import LIMITS
from variorum.model.annotations import AttributionKind
from variorum.model.retellings import as_retold
from variorum.model.spans import Span, index_at, trim_span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.model.annotations import Statement

#: How well the words of a quoted sentence and of a retelling must find each other, and by how much better than those of
#: any other sentence of either report.
_LEAST = 0.42
_MARGIN = 0.11
#: Share of a sentence that stands in quotations from which it is no telling of the report's own.
_QUOTED = 0.5
_COLON = re.compile(r": (?=\S)")
_THAT = re.compile(r"\bthat ")


class Retold(Struct, frozen=True, eq=False):
    """A quoted sentence and the sentence that retells it."""

    piece: Piece
    telling: Telling
    quoted_left: bool
    """True where the left report quotes and the right one tells."""
    score: float
    """How well their words find each other."""


class Telling(Struct, frozen=True, eq=False):
    """A sentence of a report's own that speaks of somebody."""

    statement: Statement
    """The first clause of it outside quotations, for which it stands."""
    actor: str
    """Of whom it speaks."""
    piece: Piece


def _tellings_of(side: Side, speakers: AbstractSet[str] | None) -> tuple[Telling, ...]:
    """Return the sentences of a report that speak of one of ``speakers`` and stand in no quotation, in text order.

    None for the speakers returns all that stand in no quotation, whole and of nobody.
    """
    annotated = side.annotated
    quoted = [span for quotation in annotated.quotations for span in quotation.spans]
    first: dict[int, Statement] = {}
    for statement in annotated.statements:
        if statement.quotation is None:
            first.setdefault(statement.sentence, statement)
    found = []
    for number, actor, mention in _mentioned(side, speakers) if speakers is not None else _whole(first):
        sentence, told = annotated.sentences[number], first.get(number)
        span = _told(sentence.span, mention, annotated.report.text) if mention else sentence.span
        is_quoted = sum(span.overlap(other) for other in quoted) > _QUOTED * len(span)
        if told is None or sentence.boilerplate or is_quoted:
            continue
        piece = make_piece(0, 0, (span,), as_retold(told), annotated, [told.predicate])
        if piece is not None and len(piece.stems) >= ANCHOR_WORDS:
            found.append(Telling(told, actor, piece))
    return tuple(found)


def _whole(first: Iterable[int]) -> list[tuple[int, str, None]]:
    """Return the numbers of sentences as they are given where nobody is spoken of."""
    return [(number, "", None) for number in sorted(first)]


def _mentioned(side: Side, speakers: AbstractSet[str]) -> list[tuple[int, str, Span]]:
    """Return which sentences speak of which of ``speakers``, and where they do so first."""
    spans = [sentence.span for sentence in side.annotated.sentences]
    found: dict[tuple[int, str], Span] = {}
    for entity in side.annotated.entities:
        actor = side.actors.get(entity.id)
        if actor is None or actor not in speakers:
            continue
        for mention in entity.mentions:
            number = index_at(spans, mention.start)
            if number is not None:
                found.setdefault((number, actor), Span(mention.start, mention.end))
    return [(number, actor, span) for (number, actor), span in sorted(found.items())]


def _told(sentence: Span, mention: Span, text: str) -> Span:
    """Return what a sentence tells, without the words for who says it where these stand at its edge."""
    words = sentence.text_of(text)
    before, behind = mention.start - sentence.start, mention.end - sentence.start
    if colon := _COLON.search(words, behind):
        span = Span(sentence.start + colon.end(), sentence.end)
    elif that := _THAT.search(words, behind):
        span = Span(sentence.start + that.end(), sentence.end)
    elif (comma := words.rfind(", ", 0, before)) > 0 and comma > len(words) / 2:
        span = Span(sentence.start, sentence.start + comma)
    else:
        span = sentence
    return trim_span(span if len(span) * 3 >= len(sentence) else sentence, text)


def find_retold(pairing: Pairing, worded: tuple[WordedReport, WordedReport]) -> list[Retold]:
    """Return what one report quotes and the other retells, of what is not paired; ``worded`` are their words, weighed.

    A quoted sentence has one retelling at most, and the reverse.
    """
    return [*_retold(pairing, worded, 0), *_retold(pairing, worded, 1)]


def _retold(pairing: Pairing, worded: tuple[WordedReport, WordedReport], quoting: int) -> Iterator[Retold]:
    """Yield what one side quotes and the other retells, best first."""
    side, other = (pairing.left, pairing.right)[:: -1 if quoting else 1]
    rows = [index for index in sorted(pairing.free[quoting]) if _is_said(side, side.pieces[index])]
    speakers = {side.speakers[side.pieces[index].quotation] or "" for index in rows}
    tellings = free_tellings(pairing, other, 1 - quoting, speakers) if rows else []
    if not tellings:
        return
    words, margins = _matches(side, other, worded[:: -1 if quoting else 1], tellings)
    taken: set[int] = set()
    likely = [
        (row, column)
        for row in rows
        for column, telling in enumerate(tellings)
        if telling.actor == side.speakers[side.pieces[row].quotation]
        and words[row, column] >= _LEAST
        and margins[row, column] >= _MARGIN
    ]
    for row, column in sorted(likely, key=lambda pair: (-words[pair], pair)):
        place = -1 - column
        if not {row, place} & taken:
            taken |= {row, place}
            yield Retold(side.pieces[row], tellings[column], not quoting, float(words[row, column]))


def _is_said(side: Side, piece: Piece) -> bool:
    """Say whether a sentence is given as said by somebody whom the report names."""
    said = side.quotations[piece.quotation].kind is AttributionKind.QUOTATION
    return said and side.speakers[piece.quotation] is not None and (piece.whole or piece.short)


def free_tellings(pairing: Pairing, side: Side, place: int, speakers: AbstractSet[str] | None) -> list[Telling]:
    """Return the tellings of a report, of one of ``speakers`` or of anybody, that overlap no paired sentence of it."""
    paired = [
        span for index, piece in enumerate(side.pieces) if index not in pairing.free[place] for span in piece.spans
    ]
    found = (telling for telling in _tellings_of(side, speakers))
    free = [it for it in found if not any(it.piece.spans[0].overlaps(span) for span in paired)]
    return free[: LIMITS.statements]


def _matches(
    side: Side, other: Side, worded: Sequence[WordedReport], tellings: Sequence[Telling]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return how well the words of quoted sentences and tellings find each other, and by how much better than others.

    A quoted sentence's rivals are all other sentences of the telling report, a telling's are all that is quoted.
    """
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    quoted, told = worded
    rows = [quoted.stretch(max(piece.spans, key=len)) for piece in side.pieces]
    columns = [told.stretch(telling.piece.spans[0]) for telling in tellings]
    words = match_words((quoted, told), rows, columns)
    sentences = [sentence.span for sentence in other.annotated.sentences]
    whole = match_words((quoted, told), rows, [told.stretch(span) for span in sentences])
    places = [index_at(sentences, telling.piece.spans[0].start) or 0 for telling in tellings]
    across = words - _rivals(whole)[:, places]
    down = words - _rivals(words.T).T
    return words, np.minimum(across, down).round(4)


def _rivals(words: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return, for each cell, the best of the others in its row, 0 where there is none."""
    import numpy as np  # noqa: PLC0415  # as above

    if words.shape[1] < 2:
        return np.zeros_like(words)
    return rivals(words, np.arange(words.shape[1]))[0]
