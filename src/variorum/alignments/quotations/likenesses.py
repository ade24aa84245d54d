"""Likenesses: how probable it is that two sentences of quotations are one utterance.

A logistic regression over what a reader looks at (``data/utterance_weights.json``): meaning, how well the words of both
find each other and by how much better than those of any other sentence, what the sentences around them share, rare
words, how much of the shorter one the longer one holds, who speaks and how often, and how either report gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, fsum, log
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.quotations.held_words import are_worded_alike, share_marked, share_verbatim
from variorum.alignments.quotations.utterances import Piece
from variorum.alignments.trained import trained_weights
from variorum.alignments.wordings.alterations import is_altered_twin
from variorum.alignments.wordings.likeness import STOP_WORDS, Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.known_values import KnownValues
    from variorum.alignments.quotations.utterances import Side


class Told(Struct, frozen=True):
    """What is known of a sentence of a report's own beside what the other report gives as said."""

    speaks: bool
    """True where it speaks of who says it."""
    beside: bool
    """True where the same is quoted in it, right before it or right behind it."""
    repeated: bool
    """True where it has the words that stand in marks."""


#: What no surroundings give of a sentence of a report's own; 0 for two sentences that are both said.
_OF_TOLD = ("told, of the speaker", "told, beside", "told, repeated")


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

    def features(
        self, one: Piece, other: Piece, known: Mapping[str, float], told: Told | None, *, denied: bool
    ) -> dict[str, float]:
        """Return what two sentences are judged by, by name; the same whichever sentence comes first.

        ``known`` is what their surroundings give, ``told`` what is known of one of a report's own, None for two that
        are both said or attributed; ``denied`` says that one report gives as said what the other one gives as denied.
        """
        shared = one.contents & other.contents
        least = min(self._sums[one.contents], self._sums[other.contents])
        short, held = share_verbatim(one, other)
        carried = sum(stem not in STOP_WORDS for stem in short)
        twins = bool(known["both sentences"]) and bool(shared) and is_altered_twin(one.text, other.text)
        return {
            **known,
            "containment": self._sum(shared) / least if least and len(shared) > 1 else 0.0,
            "shared": float(bool(shared)),
            "words shared": log(1 + len(shared)),
            "held": held / len(short),
            "held whole": float(held == len(short) and carried > 1),
            "carried": log(1 + carried),
            "of one word": float(carried < 2),
            "worded alike": float(are_worded_alike(one, other)),
            "in marks": float(share_marked(one, other)),
            "altered twins": float(twins),
            "denied in one": float(denied),
            "told, of the speaker": float(told is not None and told.speaks),
            "told, beside": float(told is not None and told.beside),
            "told, repeated": float(told is not None and told.repeated),
        }

    def of(self, one: Piece, other: Piece, features: Mapping[str, float]) -> float:
        """Return the probability, 0 to 1; the very same words of a whole sentence are sure."""
        if one.stems == other.stems and one.whole:
            return 1.0
        weights = trained_weights("utterance")
        margin = fsum([weights.get(name, 0.0) * value for name, value in features.items() if value])
        return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, margin)))), 4)

    @staticmethod
    def can_reach(
        least: float, known: KnownValues, worded_alike: NDArray[np.bool_], most_words: int
    ) -> NDArray[np.bool_]:
        """Say of each pair whether its probability can be ``least``, whatever words it has.

        ``known`` is what their surroundings give of the pairs, ``worded_alike`` tells which of them can be worded
        alike; the longest sentence has ``most_words``.
        """
        import numpy as np  # noqa: PLC0415  # only where something is aligned

        most = {
            "carried": np.full(len(worded_alike), log(1 + most_words)),
            "words shared": known.values["length"],
            "worded alike": worded_alike.astype(np.float64),
            **dict.fromkeys(_OF_TOLD, known.values["told"]),
        }
        return known.can_reach(least, trained_weights("utterance"), most)
