"""Quotations: the same utterance in two reports, whatever its translation, its cuts and its halves.

Halves that an attribution interrupts are one quotation already. Each content is split into sentences, and sentences are
matched: half the cosine of their vectors, half the overlap of their words, by the same speaker or where one report
names none.
A sentence without a verb ("a “terror corridor”") starts no match by likeness, only by its very words; a short or
differently worded sentence may follow a neighbour that is matched, since translations keep the order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.alignments.positions import Actors, actors_by_report, report_pairs, speaks_for
from variorum.alignments.similarities import cosines, nearest, vectors_of
from variorum.alignments.wordings import STOP_WORDS, contents_of, differences, jaccard, verbatim_blocks, words_of
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import AnnotatedReport, Quotation, QuotationType
from variorum.model.spans import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Half cosine, half word overlap, from which two sentences of one speaker are one utterance. True pairs of translated
#: quotations measured .57 and more, the best false ones .41 (research on retold quotations).
_LEAST = 0.49
#: The same where the order speaks for it: the sentence before or after is matched.
_LEAST_BESIDE = 0.40
#: Where one report does not name the speaker.
_LEAST_UNKNOWN = 0.60
#: Where the speakers differ: only the same words, which then are a conflict of attribution.
_LEAST_OTHER_SPEAKER = 0.90
#: Fewer words start no match by likeness.
_ANCHOR_WORDS = 5
#: Equal words in a row that make a short piece part of a longer quotation.
_VERBATIM_WORDS = 3
#: Words that are compared one by one; a longer quotation is compared to there.
_MOST_WORDS = 400
_BREAK = re.compile(r"(?<=[.!?…])[”\"’')\]]{0,3}\s+(?=[“\"‘'(\[]{0,3}[A-Z0-9…])")
#: A full stop after these ends no sentence.
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|St|Lt|Col|No|vs|etc))\.$")


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """A sentence of a quotation."""

    quotation: int
    """Number of the quotation in its report."""
    number: int
    """Number of the sentence in its quotation."""
    text: str
    stems: tuple[str, ...]
    whole: bool
    """True for a sentence; False for a fragment, which starts no match by likeness."""


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """The quotations of one report, cut into sentences."""

    siglum: str
    annotated: AnnotatedReport
    quotations: tuple[Quotation, ...]
    pieces: tuple[_Piece, ...]
    speakers: tuple[str | None, ...]
    """Actor of each quotation's speaker."""
    vectors: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Match:
    """Two sentences taken for one."""

    left: int
    right: int
    score: float
    cosine: float
    beside: bool
    """True when the order of neighbours decided."""


def align_quotations(aligned: AlignedStory) -> tuple[Alignment, ...]:
    """Return the alignments of quotations of every two reports, in story and text order.

    A quotation may be aligned with several of the other report, when that report gives its sentences apart.
    """
    sides = [
        _side(siglum, annotated, actors)
        for (siglum, annotated), actors in zip(aligned.story.items(), actors_by_report(aligned), strict=True)
    ]
    names = {actor.id: actor.name for actor in aligned.actors}
    groups = speaks_for(aligned)
    found: list[Alignment] = []
    for left, right in report_pairs(aligned.story):
        found.extend(_align_sides(sides[left], sides[right], names, groups))
    return tuple(found)


def _side(siglum: str, annotated: AnnotatedReport, actors: Actors) -> _Side:
    """Cut the quotations of a report into sentences and encode them."""
    quotations = annotated.quotations[: LIMITS.statements]
    predicates: dict[str, list[Span]] = defaultdict(list)
    for statement in annotated.statements:
        if statement.quotation is not None:
            predicates[statement.quotation].append(statement.predicate)
    pieces: list[_Piece] = []
    for number, quotation in enumerate(quotations):
        for place, span in enumerate(_sentences_of(quotation, annotated)):
            text = span.text_of(annotated.report.text)
            words = words_of(text)
            if not words:
                continue
            told = any(span.contains(predicate) for predicate in predicates[quotation.id])
            ended = text.rstrip("”\"’' ")[-1:] in {".", "!", "?", ","} and text[:1].isupper()
            whole = len(words) >= _ANCHOR_WORDS and (told or ended or len(words) >= 2 * _ANCHOR_WORDS)
            pieces.append(_Piece(number, place, text, tuple(word.stem for word in words), whole))
        if len(pieces) >= LIMITS.statements:
            break
    # A speaker who is never named ("its owner", "an official") can be anybody.
    named = {entity.id for entity in annotated.entities if entity.named}
    speakers = tuple(
        actors.get(quotation.speaker_entity or "") if quotation.speaker_entity in named else None
        for quotation in quotations
    )
    return _Side(siglum, annotated, quotations, tuple(pieces), speakers, vectors_of([piece.text for piece in pieces]))


def _sentences_of(quotation: Quotation, annotated: AnnotatedReport) -> list[Span]:
    """Return the sentences of a quotation's content in text order, broken by the parser and at full stops."""
    text = annotated.report.text
    starts = {sentence.start for sentence in annotated.sentences if quotation.start < sentence.start < quotation.end}
    found = []
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
            if len(span):
                found.append(span)
            begin = cut
    return found


def _trimmed(span: Span, text: str) -> Span:
    """Return a span without blanks and quotation marks at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n\r“\"‘'”":
        start += 1
    while end > start and text[end - 1] in " \t\n\r“\"‘'”":
        end -= 1
    return Span(start, end)


def _align_sides(left: _Side, right: _Side, names: dict[str, str], groups: dict[str, str]) -> list[Alignment]:
    """Return the alignments of two reports' quotations."""
    if not left.pieces or not right.pieces:
        return []
    by_pair: dict[tuple[int, int], list[_Match]] = defaultdict(list)
    for match in _matches(left, right, groups):
        by_pair[left.pieces[match.left].quotation, right.pieces[match.right].quotation].append(match)
    return [
        _alignment(left, right, pair, sorted(matches, key=lambda m: (m.left, m.right)), names, groups)
        for pair, matches in sorted(by_pair.items())
    ]


def _matches(left: _Side, right: _Side, groups: dict[str, str]) -> list[_Match]:
    """Match sentences one to one: anchors by score first, then their neighbours in order."""
    similarities = cosines(left.vectors, right.vectors)
    scores: dict[tuple[int, int], tuple[float, float]] = {}
    for row, column in nearest(similarities):
        cosine = float(similarities[row, column])
        scores[row, column] = (_likeness(left.pieces[row], right.pieces[column], cosine), cosine)
    # What is contained verbatim may be far in meaning as a vector: a fragment inside a long sentence.
    scores.update(_contained(left, right, similarities))
    places = [
        {(piece.quotation, piece.number): index for index, piece in enumerate(side.pieces)} for side in (left, right)
    ]
    free_left, free_right = set(range(len(left.pieces))), set(range(len(right.pieces)))
    found: list[_Match] = []

    def take(pair: tuple[int, int], *, beside: bool) -> None:
        score, cosine = scores[pair]
        found.append(_Match(*pair, score, cosine, beside))
        free_left.discard(pair[0])
        free_right.discard(pair[1])

    ranked = sorted(scores, key=lambda pair: (-scores[pair][0], pair))
    for pair in ranked:
        if pair[0] in free_left and pair[1] in free_right and _anchors(left, right, pair, scores[pair][0], groups):
            take(pair, beside=False)
    # Translations keep the order: what stands next to a matched pair needs less.
    waiting = list(found)
    while waiting:
        match = waiting.pop(0)
        for step in (1, -1):
            following = _beside(left, right, match, step, places)
            if following is None or following[0] not in free_left or following[1] not in free_right:
                continue
            if following not in scores:
                cosine = float(similarities[following])
                one, two = left.pieces[following[0]], right.pieces[following[1]]
                scores[following] = (_likeness(one, two, cosine), cosine)
            if scores[following][0] >= _LEAST_BESIDE:
                take(following, beside=True)
                waiting.append(found[-1])
    return found


def _beside(
    left: _Side, right: _Side, match: _Match, step: int, places: list[dict[tuple[int, int], int]]
) -> tuple[int, int] | None:
    """Return the pair of sentences next to a match in both quotations."""
    one, two = left.pieces[match.left], right.pieces[match.right]
    row = places[0].get((one.quotation, one.number + step))
    column = places[1].get((two.quotation, two.number + step))
    return None if row is None or column is None else (row, column)


def _likeness(one: _Piece, two: _Piece, cosine: float) -> float:
    """Return half cosine, half word overlap."""
    if one.stems == two.stems:
        return 1.0
    return round(0.5 * max(cosine, 0.0) + 0.5 * jaccard(one.stems, two.stems), 4)


def _contained(
    left: _Side, right: _Side, similarities: NDArray[np.float32]
) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the pairs of which one holds the words of the other, in a row or in blocks; found by shared runs."""
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, piece in enumerate(right.pieces):
        for run in _runs(piece.stems):
            by_run[run].append(index)
    found: dict[tuple[int, int], tuple[float, float]] = {}
    for row, piece in enumerate(left.pieces):
        near = {column: None for run in _runs(piece.stems) for column in by_run.get(run, ())[: LIMITS.candidates]}
        for column in list(near)[: LIMITS.candidates]:
            short, long = sorted((piece.stems[:_MOST_WORDS], right.pieces[column].stems[:_MOST_WORDS]), key=len)
            blocks, words = verbatim_blocks(short, long, least=_VERBATIM_WORDS)
            carried = [stem for stem in short if stem not in STOP_WORDS]
            if blocks and words >= 0.8 * len(short) and len(carried) >= 2:
                cosine = float(similarities[row, column])
                found[row, column] = (round(0.9 * words / len(short) + 0.1 * max(cosine, 0.0), 4), cosine)
    return found


def _runs(stems: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the runs of words by which verbatim pieces are found, those of stop words alone left out."""
    runs = (
        stems[start : start + _VERBATIM_WORDS] for start in range(min(len(stems), _MOST_WORDS) - _VERBATIM_WORDS + 1)
    )
    return list(dict.fromkeys(run for run in runs if any(stem not in STOP_WORDS for stem in run)))


def _anchors(left: _Side, right: _Side, pair: tuple[int, int], score: float, groups: dict[str, str]) -> bool:
    """Say whether two sentences start a match."""
    one, two = left.pieces[pair[0]], right.pieces[pair[1]]
    speakers = _speakers(left, right, one, two, groups)
    if one.stems == two.stems:
        # The very words of one speaker, be they a fragment: “complex transformation processes”.
        carried = sum(stem not in STOP_WORDS for stem in one.stems)
        return carried >= (1 if one.whole else 2) if speakers == "same" else one.whole or carried >= 3
    if not (one.whole and two.whole) and score < 0.85:
        return False
    least = {"same": _LEAST, "unknown": _LEAST_UNKNOWN, "state": _LEAST_UNKNOWN, "other": _LEAST_OTHER_SPEAKER}[
        speakers
    ]
    indirect = any(
        side.quotations[piece.quotation].type is QuotationType.INDIRECT for side, piece in ((left, one), (right, two))
    )
    if indirect and not set(contents_of(one.text)) & set(contents_of(two.text)):
        return False
    return score >= (least + 0.05 if indirect else least)


def _speakers(left: _Side, right: _Side, one: _Piece, two: _Piece, groups: dict[str, str]) -> str:
    """Return how the speakers lie to each other: ``same``, ``unknown``, ``state`` (of one state) or ``other``."""
    speaker, other = left.speakers[one.quotation], right.speakers[two.quotation]
    if speaker is None or other is None:
        return "unknown"
    if speaker == other:
        return "same"
    return "state" if groups.get(speaker, "") == groups.get(other, " ") else "other"


def _alignment(
    left: _Side,
    right: _Side,
    pair: tuple[int, int],
    matches: list[_Match],
    names: dict[str, str],
    groups: dict[str, str],
) -> Alignment:
    """Return the alignment of two quotations with its kind and reasons."""
    quotation, other = left.quotations[pair[0]], right.quotations[pair[1]]
    first = matches[0]
    relation = _speakers(left, right, left.pieces[first.left], right.pieces[first.right], groups)
    speaker = names.get(left.speakers[pair[0]] or "")
    reasons = [
        {
            "same": f"same speaker: {speaker}",
            "unknown": "one report does not name the speaker",
            "state": f"both speak for one state: {speaker}, {names.get(right.speakers[pair[1]] or '')}",
            "other": f"speaker differs: {speaker}, {names.get(right.speakers[pair[1]] or '')}",
        }[relation]
    ]
    kind, why = _kind(left, right, pair, matches)
    reasons.extend(why)
    if any(match.beside for match in matches):
        reasons.append("same order of sentences")
    reasons.append(f"similar wording {max(match.cosine for match in matches):.2f}")
    if QuotationType.INDIRECT in {quotation.type, other.type} and quotation.type is not other.type:
        reasons.append("direct in one report, indirect in the other")
    score = sum(match.score for match in matches) / len(matches)
    return Alignment(
        layer=Layer.QUOTATION,
        left=Ref(left.siglum, quotation.id),
        right=Ref(right.siglum, other.id),
        kind=kind,
        score=round(min(1.0, score), 4),
        reasons=tuple(reasons),
    )


def _kind(left: _Side, right: _Side, pair: tuple[int, int], matches: list[_Match]) -> tuple[AlignmentKind, list[str]]:
    """Return how the words of two quotations lie to each other, and what differs."""
    kinds: list[AlignmentKind] = []
    reasons: list[str] = []
    for match in matches:
        kind, why = _piece_kind(left.pieces[match.left], right.pieces[match.right])
        kinds.append(kind)
        reasons.extend(why)
    for worst in (AlignmentKind.ALTERED, AlignmentKind.REWORDED, AlignmentKind.SPLICED):
        if worst in kinds:
            return worst, reasons
    texts = [
        [piece.stems for piece in side.pieces if piece.quotation == number]
        for side, number in ((left, pair[0]), (right, pair[1]))
    ]
    if texts[0] == texts[1]:
        return AlignmentKind.IDENTICAL, reasons
    skipped = any(two.left - one.left > 1 or two.right - one.right > 1 for one, two in pairwise(matches))
    reasons.append("one report leaves out words in between" if skipped else "one report gives less of it")
    return AlignmentKind.SPLICED if skipped else AlignmentKind.TRUNCATED, reasons


def _piece_kind(one: _Piece, two: _Piece) -> tuple[AlignmentKind, list[str]]:
    """Return how the words of two sentences lie to each other."""
    if one.stems == two.stems and not differences(one.text, two.text):
        return AlignmentKind.IDENTICAL, []
    short, long = sorted((one.stems[:_MOST_WORDS], two.stems[:_MOST_WORDS]), key=len)
    equal = SequenceMatcher(None, short, long, autojunk=False).ratio()
    found = differences(one.text, two.text)
    if found and equal >= 0.7:
        return AlignmentKind.ALTERED, [str(difference) for difference in found]
    blocks, words = verbatim_blocks(short, long, least=min(_VERBATIM_WORDS, len(short)))
    if short and words == len(short):
        return (AlignmentKind.TRUNCATED if blocks == 1 else AlignmentKind.SPLICED), []
    return AlignmentKind.REWORDED, []
