"""Surroundings: what is known of pairs of quoted sentences before their words are held against each other."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from variorum.alignments.known_values import KnownValues, ends_of
from variorum.alignments.quotations.held_words import ALIKE, words_compared
from variorum.alignments.quotations.turns import Turns
from variorum.alignments.quotations.utterances import share_in_marks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.quotations.piece_matches import PieceMatches
    from variorum.alignments.quotations.speakers import Speakers
    from variorum.alignments.quotations.utterances import Side


class Surroundings:
    """What stands around the quoted sentences of two reports."""

    def __init__(
        self,
        sides: tuple[Side, Side],
        said: tuple[Sequence[bool], Sequence[bool]],
        near: PieceMatches,
        speakers: Speakers,
        linked: AbstractSet[tuple[int, int]],
    ) -> None:
        """Read two reports.

        ``said`` tells for each sentence whether it is given as said, and not as what somebody did with words; ``near``
        how near their words are; ``linked`` are those whose events or statements are aligned.
        """
        import numpy as np  # noqa: PLC0415  # only where something is aligned

        self._near, self._linked = near, linked
        pieces = [side.pieces for side in sides]
        self._quotations = [np.array([piece.quotation for piece in of], dtype=np.int64) for of in pieces]
        self._relations = speakers.tables()
        same = self._relations["same"][np.ix_(*self._quotations)]
        self._turns = Turns((np.array(said[0], dtype=np.int64), np.array(said[1], dtype=np.int64)), same)
        self._said = [np.array(of, dtype=np.float64) for of in said]
        ranks = [list(accumulate((not piece.own for piece in of), initial=0)) for of in pieces]
        self._many = float(max(of[-1] for of in ranks))
        # Where in the order of all that is said, 0 to 1.
        self._places = [np.minimum(1.0, np.array(of[:-1]) / max(1, of[-1] - 1)) for of in ranks]
        flags = ("own", "whole", "short", "indirect")
        self._flags = [
            {name: np.array([getattr(piece, name) for piece in of], dtype=bool) for name in flags} for of in pieces
        ]
        self._words = [np.array([len(piece.stems) for piece in of], dtype=np.float64) for of in pieces]
        self._contents = [np.array([len(piece.contents) for piece in of], dtype=np.float64) for of in pieces]
        self._compared = [np.array([len(words_compared(piece)) for piece in of], dtype=np.float64) for of in pieces]
        self._saying = [
            np.array([side.tellings[piece.quotation].saying if piece.own else False for piece in side.pieces])
            for side in sides
        ]
        self._marked = [
            np.array(
                [0.0 if piece.own else share_in_marks(piece, side.quotations[piece.quotation]) for piece in side.pieces]
            )
            for side in sides
        ]

    def of(self, pairs: Sequence[tuple[int, int]]) -> KnownValues:
        """Return what is known of pairs of sentences; the same whichever report comes first."""
        import numpy as np  # noqa: PLC0415  # as above

        at = ends_of(pairs)
        quotations = tuple(numbers[places] for numbers, places in zip(self._quotations, at, strict=True))
        relation = {name: table[quotations].astype(np.float64) for name, table in self._relations.items()}
        near = {name: table[at].astype(np.float64) for name, table in self._near.tables.items()}
        flags = {
            name: [of[name][places] for of, places in zip(self._flags, at, strict=True)] for name in self._flags[0]
        }
        of_pieces = (self._said, self._places, self._words, self._contents, self._saying, self._marked)
        said, places, words, contents, saying, marked = (
            [values[numbers] for values, numbers in zip(both, at, strict=True)] for both in of_pieces
        )
        told = (flags["own"][0] | flags["own"][1]).astype(np.float64)
        whole = flags["whole"][0].astype(np.int64) + flags["whole"][1]
        indirect = sum((one & ~own).astype(np.int64) for one, own in zip(flags["indirect"], flags["own"], strict=True))
        sentences = np.logical_and(*(one | short for one, short in zip(flags["whole"], flags["short"], strict=True)))
        few, turns = self._turns.few[at], self._turns.apart[at]
        values = {
            "bias": np.ones(len(pairs)),
            **near,
            "cosine": np.maximum(self._near.cosines[at].astype(np.float64), 0.0),
            "speakers alike": self._near.speakers[quotations].astype(np.float64),
            "words, one speaker": near["words"] * relation["same"],
            "sentences, one speaker": near["sentences"] * relation["same"],
            "length": np.log(1 + np.minimum(*contents)),
            "lengths differ": np.abs(np.log(words[0] / words[1])),
            "many": np.full(len(pairs), np.log(1 + self._many)),
            "one speaker": relation["same"],
            "two speakers": relation["other"],
            "speaker unknown": relation["unknown"],
            "one of few": few,
            "turns apart": turns,
            "apart": np.abs(places[0] - places[1]),
            "linked": np.array([pair in self._linked for pair in pairs], dtype=np.float64),
            "said by both": (said[0] + said[1] > 1).astype(np.float64),
            "one indirect": (indirect == 1).astype(np.float64),
            "both indirect": (indirect > 1).astype(np.float64),
            "both whole": (whole > 1).astype(np.float64),
            "none whole": (whole < 1).astype(np.float64),
            "part and whole": ((whole == 1) & ~sentences).astype(np.float64),
            "both sentences": sentences.astype(np.float64),
            "told": told,
            "told, words": told * near["words"],
            "told, words more": told * near["words more than both rivals"],
            "told, sentences": told * near["sentences"],
            "told, sentences more": told * near["sentences more than both rivals"],
            "told, saying": np.where(flags["own"][0], saying[0], saying[1]) * told,
            # Of a sentence of a report's own: how much of it the other report has in marks.
            "told, in marks": np.where(flags["own"][0], marked[1], marked[0]) * told,
        }
        return KnownValues(values)

    def fit_in_length(self, pairs: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
        """Say of each pair whether two sentences of so many words can be worded alike."""
        import numpy as np  # noqa: PLC0415  # as above

        words = [counts[places] for counts, places in zip(self._compared, ends_of(pairs), strict=True)]
        return np.minimum(*words) >= ALIKE * np.maximum(*words)
