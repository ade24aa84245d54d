"""Variants: how the words of two quotations of one utterance lie to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise

from variorum.alignments.alterations import find_alterations
from variorum.alignments.likenesses import MOST_WORDS
from variorum.alignments.utterances import Piece
from variorum.alignments.wordings import STOP_WORDS, Word, words_of
from variorum.model.alignments import AlignmentKind

#: Share of equal words from which a number, negation or name that differs is an alteration and no other sentence.
_NEARLY = 0.5
#: Longest words left out that are said, in code points.
_SHOWN = 240
#: Fewer equal words in a row are no stretch of a cut quotation.
_STRETCH = 2


@dataclass(frozen=True, slots=True)
class PairVariant:
    """The class of two quotations, and why."""

    kind: AlignmentKind
    reasons: tuple[str, ...]
    left_lacks: str = ""
    """What the left quotation leaves out of the right one."""
    right_lacks: str = ""


def compare_quotations(
    matched: Sequence[tuple[Piece, Piece]], left: Sequence[Piece], right: Sequence[Piece]
) -> PairVariant:
    """Return the class of two quotations by their matched sentences; ``left`` and ``right`` are all their sentences.

    Sentences that are matched with one and the same other are compared as one.
    """
    runs = _runs(matched)
    variants = [_compare(*run) for run in runs]
    reasons = [reason for variant in variants for reason in variant.reasons]
    lacks = [" … ".join(text for text in texts if text)
             for texts in zip(*((v.left_lacks, v.right_lacks) for v in variants), strict=True)]  # fmt: skip
    kinds = {variant.kind for variant in variants}
    for worst in (AlignmentKind.ALTERED, AlignmentKind.REWORDED):
        if worst in kinds:
            return PairVariant(worst, tuple(reasons))
    outside, between = _left_out(matched, left, right)
    lacks = [" … ".join(text for text in pair if text)[:_SHOWN] for pair in zip(lacks, outside, strict=True)]
    if not any(lacks):
        return PairVariant(AlignmentKind.IDENTICAL, tuple(reasons))
    spliced = between or AlignmentKind.SPLICED in kinds
    reasons.append("one report leaves out words in between" if spliced else "one report gives less of it")
    kind = AlignmentKind.SPLICED if spliced else AlignmentKind.TRUNCATED
    return PairVariant(kind, tuple(reasons), lacks[0], lacks[1])


def _runs(matched: Sequence[tuple[Piece, Piece]]) -> list[tuple[list[Piece], list[Piece]]]:
    """Return the matched sentences, those that share one as one run."""
    runs: list[tuple[list[Piece], list[Piece]]] = []
    for one, other in matched:
        if runs and (one in runs[-1][0] or other in runs[-1][1]):
            runs[-1][0].extend([one] if one not in runs[-1][0] else [])
            runs[-1][1].extend([other] if other not in runs[-1][1] else [])
        else:
            runs.append(([one], [other]))
    return runs


def _left_out(
    matched: Sequence[tuple[Piece, Piece]], left: Sequence[Piece], right: Sequence[Piece]
) -> tuple[tuple[str, str], bool]:
    """Return the sentences that one quotation alone has, as what the other lacks, and whether they lie in between."""
    kept = ({one.number for one, _ in matched}, {other.number for _, other in matched})
    extra = [[piece for piece in side if piece.number not in numbers]
             for side, numbers in zip((left, right), kept, strict=True)]  # fmt: skip
    between = any(
        min(numbers) < piece.number < max(numbers)
        for pieces, numbers in zip(extra, kept, strict=True)
        for piece in pieces
    )
    texts = [" ".join(piece.text for piece in pieces) for pieces in extra]
    return (texts[1], texts[0]), between


def _compare(left: Sequence[Piece], right: Sequence[Piece]) -> PairVariant:
    """Return the class of two stretches that say the same."""
    texts = [" ".join(piece.text for piece in side) for side in (left, right)]
    one, two = (plain_words(text)[:MOST_WORDS] for text in texts)
    stems = [[word.stem for word in side] for side in (one, two)]
    if stems[0] == stems[1]:
        return PairVariant(AlignmentKind.IDENTICAL, ())
    if not all(stems):
        return PairVariant(AlignmentKind.REWORDED, ())
    swapped = (len(stems[0]), stems[0]) > (len(stems[1]), stems[1])
    short, long = (two, one) if swapped else (one, two)
    matcher = SequenceMatcher(None, [w.stem for w in short], [w.stem for w in long], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    held = sum(block.size for block in blocks)
    alterations = find_alterations(*texts)
    indirect = any(piece.indirect for piece in (*left, *right))
    carried = [{w.stem for w in side if w.text.casefold() not in STOP_WORDS} for side in (short, long)]
    near = held / len(short) >= _NEARLY or len(carried[0] & carried[1]) >= _NEARLY * len(carried[0])
    if alterations and near and held < len(short):
        return PairVariant(AlignmentKind.ALTERED, tuple(str(item) for item in alterations))
    if alterations and any(item.kind == "negation" for item in alterations) and not indirect and len(long) - held <= 2:
        # "will be closed", "will not be closed": nothing is lacking but the negation.
        return PairVariant(AlignmentKind.ALTERED, tuple(str(item) for item in alterations))
    if held == len(short) and all(block.size >= min(_STRETCH, len(short)) for block in blocks):
        return _cut(long, blocks, swapped=swapped)
    return PairVariant(AlignmentKind.REWORDED, ())


def _cut(long: Sequence[Word], blocks: Sequence[Match], *, swapped: bool) -> PairVariant:
    """Return how a stretch is cut out of a longer one: in one piece or in several."""
    kept = {place for block in blocks for place in range(block.b, block.b + block.size)}
    lacking = [" ".join(run) for run in _stretches([(word.text, place in kept) for place, word in enumerate(long)])]
    lacks = " … ".join(lacking)[:_SHOWN]
    inner = any(two.b > one.b + one.size for one, two in pairwise(blocks))
    kind = AlignmentKind.SPLICED if inner else AlignmentKind.TRUNCATED
    return PairVariant(kind, (), "" if swapped else lacks, lacks if swapped else "")


def _stretches(words: Sequence[tuple[str, bool]]) -> list[list[str]]:
    """Return the runs of words that are not kept."""
    runs: list[list[str]] = []
    open_run = False
    for word, kept in words:
        if kept:
            open_run = False
        elif open_run:
            runs[-1].append(word)
        else:
            runs.append([word])
            open_run = True
    return runs


def plain_words(text: str) -> list[Word]:
    """Return the words of a text, contractions written out: "it's" and "it is" are the same words."""
    return list(words_of(_written_out(text)))


def _written_out(text: str) -> str:
    """Return a text with its contractions written out."""
    text = text.replace("’", "'")
    for short, long in _CONTRACTIONS:
        text = text.replace(short, long)
    return text


_CONTRACTIONS = (("can't", "can not"), ("cannot", "can not"), ("won't", "will not"), ("n't", " not"), ("'re", " are"),
                 ("'ve", " have"), ("'ll", " will"), ("'m", " am"), ("it's", "it is"), ("It's", "It is"),
                 ("that's", "that is"), ("That's", "That is"), ("there's", "there is"),
                 ("There's", "There is"))  # fmt: skip
