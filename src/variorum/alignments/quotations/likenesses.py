"""Likenesses: how probable it is that two sentences of quotations are one utterance.

A logistic regression over what a reader looks at: meaning (cosine of vectors), how well the words of both find each
other and by how much better than those of any other sentence, shared rare words, how much of the shorter one the longer
one holds, words in a row, and whether the same person speaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, fsum, log
from typing import TYPE_CHECKING

from variorum.alignments.quotations.utterances import Piece
from variorum.alignments.wordings.likeness import Weights, verbatim_blocks

if TYPE_CHECKING:
    from variorum.alignments.quotations.piece_matches import Near
    from variorum.alignments.quotations.utterances import Side

FEATURES = ("cosine", "overlap", "containment", "verbatim", "same", "other", "indirect", "length", "linked",
            "words", "words more than both rivals", "words more than one of rivals")  # fmt: skip
#: Fitted by ``tools/fit_quotations.py`` on the open parts of our utterances and those opened since.
WEIGHTS = (-5.85, 2.92, 0.74, 1.83, -0.42, 1.63, -0.65, 1.1, -0.07, 1.5, 2.69, 3.96, 2.08)
#: Words that are compared one by one; a longer sentence is compared to there.
MOST_WORDS = 400
#: Probability where the words in marks of one sentence are in the marks of the other.
_SAME_MARKED = 0.75
#: Equal words in a row that count as verbatim.
VERBATIM_WORDS = 3


class Likeness:
    """Probabilities that two sentences are one utterance, in one story."""

    def __init__(self, sides: Iterable[Side]) -> None:
        """Weigh words by how many quoted sentences of the story have them."""
        contents = [piece.contents for side in sides for piece in side.pieces]
        weights = Weights(contents)
        self._weights = {word: weights.of(word) for words in contents for word in words}
        self._sums = {words: self._sum(words) for words in set(contents)}

    def _sum(self, words: Iterable[str]) -> float:
        """Return the weight of words together, the same in any order."""
        return fsum(self._weights[word] for word in words)

    def features(self, one: Piece, other: Piece, near: Near, speakers: str, *, linked: bool) -> tuple[float, ...]:
        """Return the values of ``FEATURES``, the same whichever sentence comes first.

        ``linked`` says that an event or statement of the one is aligned with one of the other.
        """
        shared = one.contents & other.contents
        common = self._sum(shared)
        sums = (self._sums[one.contents], self._sums[other.contents])
        whole, least = sums[0] + sums[1] - common, min(sums)
        return (
            max(near.cosine, 0.0),
            common / whole if whole else 0.0,
            common / least if least and len(shared) > 1 else 0.0,
            _verbatim_share(one, other) if shared else 0.0,
            float(speakers == "same"),
            float(speakers == "other"),
            float(one.indirect or other.indirect),
            log(1 + min(len(one.contents), len(other.contents))),
            float(linked),
            near.words,
            near.most_rivals,
            near.one_rival,
        )

    def of(self, one: Piece, other: Piece, near: Near, speakers: str, *, linked: bool) -> float:
        """Return the probability, 0 to 1; the very same words are sure."""
        if one.stems == other.stems:
            return 1.0
        values = self.features(one, other, near, speakers, linked=linked)
        margin = WEIGHTS[0] + sum(weight * value for weight, value in zip(WEIGHTS[1:], values, strict=True))
        chance = round(1.0 / (1.0 + exp(-margin)), 4)
        shared = one.own & other.own
        if len(shared) > 1 and shared in (one.own, other.own) and speakers != "other":
            # The words in marks are the same, whatever stands around them: reports “do not accord with the facts”.
            return max(chance, _SAME_MARKED)
        return chance


def _verbatim_share(one: Piece, other: Piece) -> float:
    """Return the share of the shorter sentence's words that stand in rows in the other one."""
    short, long = sorted((one.stems[:MOST_WORDS], other.stems[:MOST_WORDS]), key=lambda stems: (len(stems), stems))
    _, words = verbatim_blocks(short, long, least=min(VERBATIM_WORDS, len(short)))
    return words / len(short)
