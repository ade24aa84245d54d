"""Quotations: the same utterance in two reports, whatever its translation, its cuts and its halves.

Each content is cut into sentences, which are paired (:mod:`variorum.alignments.quotations.pairings`); the pairs of two
quotations make an alignment, with how their words lie to each other and why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from variorum.alignments.neighbours import report_pairs
from variorum.alignments.positions import actors_by_report, speaks_for
from variorum.alignments.quotations.circumstances import differing_circumstances
from variorum.alignments.quotations.likenesses import Likeness
from variorum.alignments.quotations.pairings import Paired, Pairing
from variorum.alignments.quotations.piece_matches import PieceMatches, piece_odds
from variorum.alignments.quotations.speakers import Speakers
from variorum.alignments.quotations.utterances import Piece, linked_pieces, make_side, pieces_of_told
from variorum.alignments.quotations.variants import PairVariant, compare_quotations
from variorum.alignments.sentences.aligning import SentencePair, sentence_pairs
from variorum.alignments.wordings.matches import WordedReport, weigh, word_reports
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import QuotationType
from variorum.model.spans import Span, merge_spans

#: Chance from which a sentence of a report's own tells the utterance surely enough to say that it alters it.
_SURE_TOLD = 0.6


def align_quotations(
    aligned: AlignedStory, worded: Sequence[WordedReport] = (), pairs: Iterable[SentencePair] = ()
) -> tuple[Alignment, ...]:
    """Return the alignments of quotations of every two reports, in story and text order.

    A quotation may be aligned with several of the other report, when that report gives its sentences apart. ``worded``
    are the words of the reports and ``pairs`` the pairs of their sentences, where they are known already.
    """
    found: list[Alignment] = []
    for pairing in quotation_pairings(aligned, worded, pairs):
        found.extend(_alignments(pairing))
    return tuple(found)


def quotation_pairings(
    aligned: AlignedStory, worded: Sequence[WordedReport] = (), pairs: Iterable[SentencePair] = ()
) -> Iterator[Pairing]:
    """Yield the quoted sentences of every two reports, not paired yet."""
    sides = [
        make_side(siglum, annotated, actors)
        for (siglum, annotated), actors in zip(aligned.story.items(), actors_by_report(aligned), strict=True)
    ]
    names = {actor.id: actor.name for actor in aligned.actors}
    groups = speaks_for(aligned)
    likeness = Likeness(sides)
    worded = worded or word_reports(aligned.story.reports)
    told = [pieces_of_told(side) for side in sides]
    known = {pair.places: pair for pair in tuple(pairs) or sentence_pairs(aligned, worded)}
    for left, right in report_pairs(aligned.story):
        speakers = Speakers(sides[left], sides[right], names, groups)
        linked = linked_pieces(told[left], told[right], aligned.between((sides[left].siglum, sides[right].siglum)))
        sentences, pair = known.get((left, right)), (sides[left], sides[right])
        weighed = sentences.worded if sentences else weigh(worded[left], worded[right])
        near = PieceMatches(pair, weighed, piece_odds(aligned, pair, sentences))
        yield Pairing(*pair, likeness, near, speakers, linked)


def _alignments(pairing: Pairing) -> list[Alignment]:
    """Return the alignments of two reports, one for two quotations that share sentences."""
    by_pair: dict[tuple[int, int], list[Paired]] = defaultdict(list)
    for paired in pairing.pair_up():
        one, other = pairing.pieces((paired.left, paired.right))
        by_pair[one.quotation, other.quotation].append(paired)
    return [_alignment(pairing, pair, run) for pair, found in sorted(by_pair.items()) for run in _runs(pairing, found)]


def _runs(pairing: Pairing, found: Sequence[Paired]) -> list[list[Paired]]:
    """Return the pairs of two quotations, cut where an attribution interrupts both of them between sentences."""
    runs = [[found[0]]]
    for before, after in pairwise(found):
        gaps = [
            side.interrupted(side.pieces[one].spans[-1], side.pieces[two].spans[0])
            for side, one, two in (
                (pairing.left, before.left, after.left),
                (pairing.right, before.right, after.right),
            )
        ]
        if all(gaps):
            runs.append([])
        runs[-1].append(after)
    return runs


def _variant(pairing: Pairing, pair: tuple[int, int], run: list[Paired]) -> PairVariant:
    """Return how the words of two quotations lie to each other, and why."""
    pieces = [pairing.pieces((paired.left, paired.right)) for paired in run]
    variant = compare_quotations(
        pieces, pairing.unshared(pairing.left, pair[0], run, 0), pairing.unshared(pairing.right, pair[1], run, 1)
    )
    doubtful = any(piece.own for both in pieces for piece in both) and min(paired.score for paired in run) < _SURE_TOLD
    if any(paired.part for paired in run) or (doubtful and variant.kind is AlignmentKind.ALTERED):
        variant = PairVariant(AlignmentKind.REWORDED, ())
    if any(pairing.denies(*both) for both in pieces):
        reasons = (*variant.reasons, "said in one report, denied in the other")
        variant = replace(variant, kind=AlignmentKind.ALTERED, reasons=reasons)
    return variant


def _alignment(pairing: Pairing, pair: tuple[int, int], run: list[Paired]) -> Alignment:
    """Return the alignment of two quotations with its kind and reasons."""
    left, right = pairing.left, pairing.right
    quotation, other = left.quotations[pair[0]], right.quotations[pair[1]]
    pieces = [pairing.pieces((paired.left, paired.right)) for paired in run]
    variant = _variant(pairing, pair, run)
    told = any(piece.own for both in pieces for piece in both)
    reasons = ["told by one report in its own words" if told else pairing.speakers.reason(*pair), *variant.reasons]
    reasons.append(f"similar wording {max(paired.cosine for paired in run):.2f}")
    if QuotationType.INDIRECT in {quotation.type, other.type} and quotation.type is not other.type:
        reasons.append("direct in one report, indirect in the other")
    speaker = ("speaker",) if pairing.relation(*pieces[0]) in {"other", "state"} else ()
    return Alignment(
        layer=Layer.QUOTATION,
        left=Ref(left.siglum, quotation.id),
        right=Ref(right.siglum, other.id),
        kind=variant.kind,
        score=round(sum(paired.score for paired in run) / len(run), 4),
        reasons=tuple(reasons),
        left_spans=_spans(one for one, _ in pieces),
        right_spans=_spans(two for _, two in pieces),
        left_lacks=variant.left_lacks,
        right_lacks=variant.right_lacks,
        altered=variant.altered,
        differs=speaker + differing_circumstances(left.annotated, quotation, right.annotated, other),
    )


def _spans(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """Return where sentences stand; what is next to each other but for a blank is one stretch."""
    return merge_spans((span for piece in pieces for span in piece.spans), gap=1)
