"""Variants: how the words of two quotations of one utterance lie to each other."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

from msgspec import Struct

from variorum.alignments.quotations.held_words import MOST_WORDS
from variorum.alignments.quotations.utterances import Piece
from variorum.alignments.wordings.alterations import Alteration, find_alterations, is_altered_twin
from variorum.alignments.wordings.contrasts import contrast
from variorum.alignments.wordings.denials import LIGHT_WORDS
from variorum.alignments.wordings.differences import find_difference
from variorum.alignments.wordings.figures import read_figures
from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import STOP_WORDS, words_of, written_out
from variorum.alignments.wordings.names import plain_letters
from variorum.alignments.wordings.substitutions import find_substitution
from variorum.model.alignments import AlignmentKind
from variorum.paraphrases import are_kin

#: Share of equal words from which a number, negation or name that differs is an alteration and no other sentence.
_NEARLY = 0.5
#: The same for words that carry something.
_NEARLY_CARRIED = 0.4
#: Longest words left out that are said, in code points.
_SHOWN = 240
#: A negation adds this many words at most: "do not".
_ADDED = 2
#: Chance from which what differs slot by slot alters what was said, and words of a wording that are compared so.
MOST_CHANGED = 0.87
_COMPARED = 3
#: Fewer equal words in a row are no stretch of a cut quotation.
_STRETCH = 2


class PairVariant(Struct, frozen=True):
    """The class of two quotations, and why."""

    kind: AlignmentKind
    reasons: tuple[str, ...]
    left_lacks: str = ""
    """What the left quotation leaves out of the right one."""
    right_lacks: str = ""
    altered: tuple[tuple[str, str], ...] = ()
    """The words of the left and of the right one that alter it."""


def compare_quotations(
    matched: Sequence[tuple[Piece, Piece]], left: Sequence[Piece], right: Sequence[Piece]
) -> PairVariant:
    """Return the class of two quotations by their matched sentences.

    ``left`` and ``right`` are their sentences that no other quotation has: what one of them alone has is lacking in the
    other. Sentences that are matched with one and the same other are compared as one.
    """
    variants = [_compare(*run) for run in _runs(matched)]
    reasons = [reason for variant in variants for reason in variant.reasons]
    kinds = {variant.kind for variant in variants}
    for worst in (AlignmentKind.ALTERED, AlignmentKind.REWORDED):
        if worst in kinds:
            altered = tuple(pair for variant in variants for pair in variant.altered)
            return PairVariant(worst, tuple(reasons), altered=altered)
    outside, between = _left_out(matched, left, right)
    left_lacks = _shown([*(variant.left_lacks for variant in variants), outside[0]])
    right_lacks = _shown([*(variant.right_lacks for variant in variants), outside[1]])
    if not left_lacks and not right_lacks:
        return PairVariant(AlignmentKind.IDENTICAL, tuple(reasons))
    spliced = between or AlignmentKind.SPLICED in kinds
    reasons.append("one report leaves out words in between" if spliced else "one report gives less of it")
    kind = AlignmentKind.SPLICED if spliced else AlignmentKind.TRUNCATED
    return PairVariant(kind, tuple(reasons), left_lacks, right_lacks)


def _shown(texts: Sequence[str]) -> str:
    """Return stretches left out as one text of bounded length."""
    return " … ".join(text for text in texts if text)[:_SHOWN]


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
    return compare_wordings(*(" ".join(piece.marked or piece.text for piece in side) for side in (left, right)))


def compare_wordings(left: str, right: str, *, most: float = MOST_CHANGED) -> PairVariant:
    """Return the class of two wordings of one utterance.

    ``most`` is the chance from which what differs slot by slot alters it where no rule says so.
    """
    texts = left, right
    one, two = _plain(left), _plain(right)
    if one.keys == two.keys:
        return PairVariant(AlignmentKind.IDENTICAL, ())
    if not one.keys or not two.keys:
        return PairVariant(AlignmentKind.REWORDED, ())
    swapped = (len(one.keys), one.keys) > (len(two.keys), two.keys)
    short, long = (two, one) if swapped else (one, two)
    matcher = SequenceMatcher(None, short.keys, long.keys, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    held = sum(block.size for block in blocks)
    window = long
    if held == len(short.keys):
        # "Rain was the cause", "Rain was not the cause, the wind was": what goes on behind alters nothing.
        window = long.cut(blocks[0].b, blocks[-1].b + blocks[-1].size)
        words = " ".join(short.words), " ".join(window.words)
        texts = (words[1], words[0]) if swapped else words
    alterations = find_alterations(*texts)
    near = held < len(short.keys) or len(window.keys) - held <= _ADDED or is_altered_twin(*texts)
    if alterations and near and _near(short, long, held, alterations):
        return PairVariant(
            AlignmentKind.ALTERED,
            tuple(str(item) for item in alterations),
            altered=tuple((item.left, item.right) for item in alterations),
        )
    if not alterations and (substituted := find_substitution(*texts)):
        reason = f"in each other's place: “{substituted[0]}”, “{substituted[1]}”"
        return PairVariant(AlignmentKind.ALTERED, (reason,), altered=(substituted,))
    if held == len(short.keys) and all(block.size >= min(_STRETCH, len(short.keys)) for block in blocks):
        return _cut(long, blocks, swapped=swapped)
    return _changed(*texts, most)


def _changed(left: str, right: str, most: float) -> PairVariant:
    """Return the class of two wordings that no rule calls altered, by what differs in them slot by slot."""
    if most >= 1 or min(len(words_of(text)) for text in (left, right)) < _COMPARED:
        return PairVariant(AlignmentKind.REWORDED, ())
    difference = find_difference(left, right)
    if difference.chance < most or not any(difference.words):
        return PairVariant(AlignmentKind.REWORDED, ())
    shown = ", ".join(f"“{words}”" for words in difference.words if words)
    reason = f"likely not the same, chance {difference.chance:.2f}: {shown}"
    return PairVariant(AlignmentKind.ALTERED, (reason,), altered=(difference.words,))


def _near(short: _Plain, long: _Plain, held: int, alterations: Sequence[Alteration]) -> bool:
    """Say whether two wordings are near enough, what differs apart, for one to be an alteration of the other."""
    differing = {
        word.text.casefold() for item in alterations for text in (item.left, item.right) for word in words_of(text)
    }
    carried = [
        {lemma_of(key) for key in side.keys if key not in STOP_WORDS and key not in differing | LIGHT_WORDS}
        for side in (short, long)
    ]
    fewer, more = sorted(carried, key=lambda words: (len(words), sorted(words)))
    shared = sum(word in more or any(are_kin(word, other) for other in more) for word in fewer)
    if shared and any(map(_stands_out, alterations)):
        return True
    return held >= _NEARLY * len(short.keys) or shared >= _NEARLY_CARRIED * max(1, len(fewer))


def _stands_out(item: Alteration) -> bool:
    """Say whether names, opposites or counts of one thing differ beside a word that both have: that is enough."""
    return item.kind in ("name", "number") or (
        item.kind == "opposite" and contrast(item.left.casefold(), item.right.casefold())
    )


def _cut(long: _Plain, blocks: Sequence[Match], *, swapped: bool) -> PairVariant:
    """Return how a stretch is cut out of a longer one: in one piece or in several."""
    kept = {place for block in blocks for place in range(block.b, block.b + block.size)}
    lacking = _stretches([(word, place in kept) for place, word in enumerate(long.words)])
    lacks = " … ".join(" ".join(run) for run in lacking)[:_SHOWN]
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


class _Plain(Struct, frozen=True):
    """The words of a stretch as they are compared: contractions written out, numbers as figures."""

    words: tuple[str, ...]
    keys: tuple[str, ...]

    def cut(self, start: int, end: int) -> _Plain:
        """Return a stretch of it."""
        return _Plain(self.words[start:end], self.keys[start:end])


def _plain(text: str) -> _Plain:
    """Return the words of a text and what they are compared by: "it's" and "it is", "1,200" and "twelve hundred"."""
    words = words_of(written_out(text))
    figures = {figure.at: figure for figure in read_figures(words)}
    shown: list[str] = []
    keys: list[str] = []
    at = 0
    while at < len(words) and len(keys) < MOST_WORDS:
        figure = figures.get(at)
        shown.append(figure.text if figure else words[at].text)
        keys.append(f"{figure.value:g}" if figure else _spelling(words[at].text.casefold()))
        at = figure.end if figure else at + 1
    return _Plain(tuple(shown), tuple(keys))


def _spelling(word: str) -> str:
    """Return a word without the differences between British and American spelling, and between spellings of names."""
    word = plain_letters(word).removesuffix("'s")
    for british, american in (("isation", "ization"), ("ise", "ize"), ("our", "or"), ("tre", "ter"), ("lled", "led")):
        if len(word) > len(british) + 2 and word.endswith(british):
            return word.removesuffix(british) + american
    return word
