"""Likenesses: how probable it is that two sentences of quotations are one utterance.

A logistic regression over what a reader looks at (``data/utterance_weights.json``): meaning, how well the words of both
find each other and by how much better than those of any other sentence, what the sentences around them share, rare
words, how much of the shorter one the longer one holds, who speaks and how often, and how either report gives it.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, fsum, log
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.quotations.held_words import are_worded_alike, share_marked, share_verbatim
from variorum.alignments.quotations.utterances import Piece
from variorum.alignments.trained import trained_weights
from variorum.alignments.wordings.alterations import is_altered_twin
from variorum.alignments.wordings.likeness import STOP_WORDS, Weights

if TYPE_CHECKING:
    from variorum.alignments.quotations.piece_matches import Near
    from variorum.alignments.quotations.utterances import Side


class Told(Struct, frozen=True):
    """What is known of a sentence of a report's own beside what the other report gives as said."""

    speaks: bool
    """True where it speaks of who says it."""
    beside: bool
    """True where the same is quoted in it, right before it or right behind it."""
    saying: bool
    """True where a word of it says that something is told."""
    repeated: bool
    """True where it has the words that stand in marks."""
    marked: float
    """How much of it the other report has in marks, 0 to 1."""


class Between(Struct, frozen=True):
    """What lies between two sentences besides their words."""

    speakers: str
    """How their speakers lie to each other (:meth:`Speakers.relation`)."""
    linked: bool
    """True where an event or statement of the one is aligned with one of the other."""
    said: int
    """In how many reports it is given as said, 0 to 2, and not as what somebody did with words."""
    denied: bool
    """True where one report gives it as said and the other one as denied."""
    few: float
    """1 where either report has one sentence of this speaker, less where it has more, 0 for two speakers."""
    turns: float
    """How far apart they are in the order of what this speaker says, 0 to 1."""
    apart: float
    """How far apart they are in the order of all that is said, 0 to 1."""
    many: int
    """How many sentences are quoted in the report that has more of them."""
    telling: Told | None = None
    """Of a sentence of a report's own; None for two sentences that are both said or attributed."""


def _told_features(near: Near, told: Told | None) -> dict[str, float]:
    """Return what a sentence of a report's own is judged by besides, by name; all 0 for two that are said."""
    is_told = float(told is not None)
    return {
        "told": is_told,
        "told, words": is_told * near.words,
        "told, words more": is_told * near.most_rivals,
        "told, sentences": is_told * near.sentences,
        "told, sentences more": is_told * near.sentences_most,
        "told, of the speaker": float(told is not None and told.speaks),
        "told, beside": float(told is not None and told.beside),
        "told, saying": float(told is not None and told.saying),
        "told, repeated": float(told is not None and told.repeated),
        "told, in marks": told.marked if told is not None else 0.0,
    }


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

    def features(self, one: Piece, other: Piece, near: Near, between: Between) -> dict[str, float]:
        """Return what two sentences are judged by, by name; the same whichever sentence comes first."""
        shared = one.contents & other.contents
        least = min(self._sums[one.contents], self._sums[other.contents])
        short, held = share_verbatim(one, other)
        carried = sum(stem not in STOP_WORDS for stem in short)
        whole = one.whole + other.whole
        indirect = sum(piece.indirect and not piece.own for piece in (one, other))
        sentences = all(piece.whole or piece.short for piece in (one, other))
        twins = sentences and bool(shared) and is_altered_twin(one.text, other.text)
        same = float(between.speakers == "same")
        return {
            "bias": 1.0,
            "cosine": max(near.cosine, 0.0),
            "words": near.words,
            "words more than both rivals": near.most_rivals,
            "words more than one of rivals": near.one_rival,
            "sentences": near.sentences,
            "sentences more than both rivals": near.sentences_most,
            "sentences more than one of rivals": near.sentences_one,
            "words, one speaker": near.words * same,
            "sentences, one speaker": near.sentences * same,
            "containment": self._sum(shared) / least if least and len(shared) > 1 else 0.0,
            "shared": float(bool(shared)),
            "length": log(1 + min(len(one.contents), len(other.contents))),
            "lengths differ": abs(log(len(one.stems) / len(other.stems))),
            "many": log(1 + between.many),
            "words shared": log(1 + len(shared)),
            "held": held / len(short),
            "held whole": float(held == len(short) and carried > 1),
            "carried": log(1 + carried),
            "of one word": float(carried < 2),
            "worded alike": float(are_worded_alike(one, other)),
            "in marks": float(share_marked(one, other)),
            "altered twins": float(twins),
            "one speaker": same,
            "two speakers": float(between.speakers == "other"),
            "speaker unknown": float(between.speakers == "unknown"),
            "one of few": between.few,
            "turns apart": between.turns,
            "apart": between.apart,
            "linked": float(between.linked),
            "said by both": float(between.said > 1),
            "denied in one": float(between.denied),
            "one indirect": float(indirect == 1),
            "both indirect": float(indirect > 1),
            "both whole": float(whole > 1),
            "none whole": float(whole < 1),
            "part and whole": float(whole == 1 and not sentences),
            "both sentences": float(sentences),
            "words of one": near.words_of_one,
            "words of both": near.words_of_both,
            "speakers alike": near.speakers,
            **_told_features(near, between.telling),
        }

    def of(self, one: Piece, other: Piece, near: Near, between: Between) -> float:
        """Return the probability, 0 to 1; the very same words of a whole sentence are sure."""
        if one.stems == other.stems and one.whole:
            return 1.0
        weights = trained_weights("utterance")
        values = self.features(one, other, near, between)
        margin = fsum([weights.get(name, 0.0) * value for name, value in values.items() if value])
        return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, margin)))), 4)
