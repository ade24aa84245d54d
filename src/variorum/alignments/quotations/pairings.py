"""Pairings: the quoted sentences of two reports, paired one to one by how like they are, or with none.

The likeliest pairs are taken first. What one report gives in two sentences and the other in one joins the pair that
holds it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.quotations.held_words import are_worded_alike, is_held, share_marked, share_verbatim, word_runs
from variorum.alignments.quotations.likenesses import Likeness, Told
from variorum.alignments.quotations.piece_matches import PieceMatches
from variorum.alignments.quotations.repeated_words import RepeatedWords
from variorum.alignments.quotations.speakers import Speakers
from variorum.alignments.quotations.surroundings import Surroundings
from variorum.alignments.quotations.utterances import Piece, Side, overlapping_pieces
from variorum.alignments.similarities import nearest
from variorum.alignments.wordings.denials import count_denials
from variorum.alignments.wordings.likeness import STOP_WORDS
from variorum.limits import LIMITS
from variorum.model.annotations import AttributionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.alignments.known_values import KnownValues

#: Probability from which two sentences are one utterance.
_LEAST = 0.35
#: The same where the speakers differ: whoever of them said it, it is a conflict.
_LEAST_OTHER = 0.55
#: The same for a sentence of a report's own, which is in nobody's words.
_LEAST_TOLD = 0.45
#: The same for an utterance that a report tells again: on top in short, in its place in the speaker's words.
_LEAST_TWICE = 0.4
#: Words that carry something which a fragment needs to be an utterance.
_FRAGMENT = 3
#: Sentences of a report's own that are held against what is said in the other, those whose words are nearest.
_TOLD = 4


class Paired(Struct, frozen=True):
    """Two sentences taken for one."""

    left: int
    right: int
    score: float
    cosine: float
    part: bool = False
    """True when one of them is told in another match too, so that what differs here may stand there."""


class Pairing:
    """The quotations of two reports while they are matched."""

    def __init__(
        self,
        left: Side,
        right: Side,
        likeness: Likeness,
        near: PieceMatches,
        speakers: Speakers,
        linked: AbstractSet[tuple[int, int]] = frozenset(),
    ) -> None:
        """Take two reports and what is known of the whole story.

        ``linked`` are the sentences whose events or statements are aligned.
        """
        self.left, self.right, self.likeness, self.near = left, right, likeness, near
        self.speakers, self.linked = speakers, linked
        self._said = [
            [
                not piece.own and side.quotations[piece.quotation].kind is AttributionKind.QUOTATION
                for piece in side.pieces
            ]
            for side in (left, right)
        ]
        self._overlapping = [overlapping_pieces(side.pieces) for side in (left, right)]
        self._repeated = RepeatedWords((left, right))
        self._surroundings = Surroundings((left, right), (self._said[0], self._said[1]), near, speakers, linked)
        self.similarities = near.cosines
        self._known: dict[tuple[int, int], tuple[KnownValues, int]] = {}
        self._scores: dict[tuple[int, int], float] = {}
        self.free = (set(range(len(left.pieces))), set(range(len(right.pieces))))
        self.found: list[Paired] = []
        self.places = [
            {(piece.quotation, piece.number): index for index, piece in enumerate(side.pieces)}
            for side in (left, right)
        ]

    def pair_up(self) -> list[Paired]:
        """Pair the sentences and return the pairs in text order."""
        if self.left.pieces and self.right.pieces:
            self._anchor()
            self._absorb()
        return sorted(self.found, key=lambda item: (item.left, item.right))

    def pieces(self, pair: tuple[int, int]) -> tuple[Piece, Piece]:
        """Return the sentences of a pair."""
        return self.left.pieces[pair[0]], self.right.pieces[pair[1]]

    def _telling(self, pair: tuple[int, int]) -> Told | None:
        """Return what is known of the sentence of a report's own beside what the other report says; None without."""
        one, other = self.pieces(pair)
        if not (one.own or other.own):
            return None
        piece, said, side, sayer = (
            (one, other, self.left, self.right) if one.own else (other, one, self.right, self.left)
        )
        telling, speaker = side.tellings[piece.quotation], sayer.speakers[said.quotation]
        return Told(
            speaks=speaker is not None and speaker in telling.actors,
            beside=speaker is not None and speaker in telling.told_by,
            repeated=self._repeated.are_repeated(said, piece, sayer),
        )

    def _know(self, pairs: Sequence[tuple[int, int]]) -> KnownValues:
        """Read and keep what the surroundings of pairs give."""
        known = self._surroundings.of(pairs)
        self._known.update((pair, (known, number)) for number, pair in enumerate(pairs))
        return known

    def score(self, pair: tuple[int, int]) -> float:
        """Return how probable it is that two sentences are one utterance."""
        if pair not in self._scores:
            self._scores[pair] = self.likeness.of(*self.pieces(pair), self.features(pair))
        return self._scores[pair]

    def features(self, pair: tuple[int, int]) -> dict[str, float]:
        """Return what two sentences are judged by."""
        if pair not in self._known:
            self._know([pair])
        known, number = self._known[pair]
        one, other = self.pieces(pair)
        return self.likeness.features(one, other, known.of(number), self._telling(pair), denied=self.denies(one, other))

    def candidates(self) -> list[tuple[int, int]]:
        """Return the pairs that can be one utterance, in text order."""
        return [pair for pair in self._near() if self._may_be_one(pair)]

    def _near(self) -> list[tuple[int, int]]:
        """Return the pairs that are near each other in meaning or in words, in text order.

        What is contained verbatim may be far in meaning as a vector: a fragment inside a long sentence.
        """
        if not self.left.pieces or not self.right.pieces:
            return []
        found = {*nearest(self.similarities), *self._sharing_runs()}
        found = {pair for pair in found if not any(piece.own for piece in self.pieces(pair))}
        return sorted({*found, *self._told()})

    def _likely(self) -> list[tuple[int, int]]:
        """Return the candidates whose chance can be enough, in text order: a few of all of them."""
        pairs = self._near()
        known, longest = self._know(pairs), max((len(piece.stems) for piece in self.left.pieces), default=0)
        # That two are worded alike says most, so that it is looked at where all hangs on it.
        alike = self._surroundings.fit_in_length(pairs)
        sure, able = (self.likeness.can_reach(_LEAST, known, fits, longest) for fits in (alike & False, alike))
        return [
            pair
            for pair, is_sure, is_able in zip(pairs, sure, able, strict=True)
            if (is_sure or (is_able and are_worded_alike(*self.pieces(pair))) or self._are_equal(pair))
            and self._may_be_one(pair)
        ]

    def _are_equal(self, pair: tuple[int, int]) -> bool:
        """Say whether two sentences have the very same words."""
        one, other = self.pieces(pair)
        return one.stems == other.stems

    def _told(self) -> Iterator[tuple[int, int]]:
        """Yield what is said in one report with the sentences of the other's own whose words are nearest, and back."""
        for pair in self.near.nearest_in_words(_TOLD):
            one, other = self.pieces(pair)
            if one.own != other.own:
                yield pair

    def _may_be_one(self, pair: tuple[int, int]) -> bool:
        """Say whether a report gives the one or the other as said, and not one of two as said what another denies."""
        one, other = self.pieces(pair)
        same = self.relation(one, other) == "same"
        if not (self._said[0][pair[0]] or self._said[1][pair[1]]) or (self.denies(one, other) and not same):
            return False
        if one.whole and other.whole:
            return True
        if sum(stem not in STOP_WORDS for stem in share_verbatim(one, other)[0]) >= _FRAGMENT:
            return True
        # "Who are you?", and one word in marks: called it a “blunder”.
        sentences = all(piece.whole or piece.short for piece in (one, other))
        return same and (sentences or (not one.whole and not other.whole and share_marked(one, other)))

    def _take(self, pair: tuple[int, int], *, part: bool = False) -> None:
        """Match two sentences."""
        self.found.append(Paired(*pair, self.score(pair), float(self.similarities[pair]), part))
        for free, overlapping, place in zip(self.free, self._overlapping, pair, strict=True):
            free.discard(place)
            free.difference_update(overlapping.get(place, ()))

    def _anchor(self) -> None:
        """Match what is like by itself, best first; the earlier in the texts where two are equal."""
        for pair in sorted(self._likely(), key=lambda item: (-self.score(item), abs(item[0] - item[1]), item)):
            free = (pair[0] in self.free[0]) + (pair[1] in self.free[1])
            if free == len(pair) and self._is_sure(pair):
                self._take(pair)
            elif free and not any(piece.own for piece in self.pieces(pair)) and self._is_told_twice(pair):
                self._take(pair, part=True)

    def _is_sure(self, pair: tuple[int, int]) -> bool:
        """Say whether two sentences are likely enough one utterance."""
        one, other = self.pieces(pair)
        if one.own or other.own:
            return self.score(pair) >= _LEAST_TOLD
        return self.score(pair) >= (_LEAST_OTHER if self.relation(one, other) == "other" else _LEAST)

    def _absorb(self) -> None:
        """Match what one report gives in two sentences and the other in one, inside quotations that are matched."""
        for match in tuple(self.found):
            one, other = self.pieces((match.left, match.right))
            for row, piece in self._neighbours(0, one):
                if is_held(piece, other):
                    self._take((row, match.right))
            for column, piece in self._neighbours(1, other):
                if is_held(piece, one):
                    self._take((match.left, column))

    def _is_told_twice(self, pair: tuple[int, int]) -> bool:
        """Say whether a sentence that is left is the same utterance as one that is taken, of no other speaker."""
        return self.score(pair) >= _LEAST_TWICE and self.relation(*self.pieces(pair)) not in {"other", "state"}

    def _neighbours(self, side: int, piece: Piece) -> Iterator[tuple[int, Piece]]:
        """Yield the free sentences beside one in its quotation."""
        pieces = (self.left, self.right)[side].pieces
        for step in (-1, 1, 2):
            index = self.places[side].get((piece.quotation, piece.number + step))
            if index is not None and index in self.free[side]:
                yield index, pieces[index]

    def _sharing_runs(self) -> set[tuple[int, int]]:
        """Return the pairs that share words in a row."""
        by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, piece in enumerate(self.right.pieces):
            for run in word_runs(piece.stems):
                by_run[run].append(index)
        found: set[tuple[int, int]] = set()
        for row, piece in enumerate(self.left.pieces):
            near = {
                column: None for run in word_runs(piece.stems) for column in by_run.get(run, ())[: LIMITS.candidates]
            }
            found.update((row, column) for column in list(near)[: LIMITS.candidates])
        return found

    def denies(self, one: Piece, other: Piece) -> bool:
        """Say whether one report gives as said what the other one gives as denied."""
        denied = [self.left.quotations[one.quotation].denied, self.right.quotations[other.quotation].denied]
        return denied[0] != denied[1] and count_denials(one.text) % 2 == count_denials(other.text) % 2

    def relation(self, one: Piece, other: Piece) -> str:
        """Return how the speakers of two sentences lie to each other."""
        return self.speakers.relation(one.quotation, other.quotation)

    def unshared(self, side: Side, quotation: int, paired: list[Paired], place: int) -> list[Piece]:
        """Return the sentences of a quotation, those left out that are matched with another quotation."""
        mine = {(match.left, match.right)[place] for match in paired}
        return [
            piece
            for index, piece in enumerate(side.pieces)
            if piece.quotation == quotation and (index in mine or index in self.free[place])
        ]
