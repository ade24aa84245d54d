"""Pairings: the quoted sentences of two reports, paired one to one by how like they are, or with none.

A sentence without a verb ("a “terror corridor”") starts no pair by likeness, only by its very words; a short or
differently worded sentence may follow a neighbour that is paired, since translations keep the order. What one report
gives in two sentences and the other in one joins the pair that holds it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from variorum.alignments.quotations.held_words import are_worded_alike, is_held, share_marked, share_verbatim, word_runs
from variorum.alignments.quotations.likenesses import Likeness
from variorum.alignments.quotations.piece_matches import PieceMatches
from variorum.alignments.quotations.speakers import Speakers
from variorum.alignments.quotations.utterances import Piece, Side
from variorum.alignments.similarities import nearest
from variorum.alignments.wordings.alterations import is_altered_twin
from variorum.alignments.wordings.denials import count_denials
from variorum.alignments.wordings.likeness import STOP_WORDS
from variorum.limits import LIMITS
from variorum.model.annotations import AttributionKind

#: Probability from which two sentences of one speaker are one utterance, and a fragment in its very words.
_LEAST = 0.5
_LEAST_FRAGMENT = 0.3
#: The same for two of one speaker that have no nearer ones, and by how much each must be nearest.
_LEAST_NEAREST = 0.06
_NEAREST = 0.04
#: The same two where the speaker is not known to be one.
_LEAST_UNKNOWN = 0.45
_LEAST_UNKNOWN_NEAREST = 0.2
#: The same for sentences of few words, by one speaker.
_LEAST_SHORT = 0.65
#: The same where the order speaks for it: the sentence before or after is matched.
_LEAST_BESIDE = 0.05
#: The same where the speakers differ and the words too.
_LEAST_OTHER = 0.75
#: Where the speakers differ: nearly the same words, which then are a conflict of attribution.
_LEAST_VERBATIM = 0.8
#: Words that carry something which a fragment needs to start a match.
_FRAGMENT = 3
#: The same for a sentence with one that is taken, and the words that they must share beside what took it.
_LEAST_AGAIN = 0.5
_MORE = 2


class Paired(Struct, frozen=True):
    """Two sentences taken for one."""

    left: int
    right: int
    score: float
    cosine: float
    beside: bool = False
    """True when the order of neighbours decided."""
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
        self.similarities = near.cosines
        self.scores: dict[tuple[int, int], float] = {}
        self.free = (set(range(len(left.pieces))), set(range(len(right.pieces))))
        self.found: list[Paired] = []
        self.held: dict[tuple[int, int], set[str]] = defaultdict(set)
        self.places = [
            {(piece.quotation, piece.number): index for index, piece in enumerate(side.pieces)}
            for side in (left, right)
        ]

    def pair_up(self) -> list[Paired]:
        """Pair the sentences and return the pairs in text order."""
        if self.left.pieces and self.right.pieces:
            self._anchor()
            self._follow()
            self._absorb()
        return sorted(self.found, key=lambda item: (item.left, item.right))

    def pieces(self, pair: tuple[int, int]) -> tuple[Piece, Piece]:
        """Return the sentences of a pair."""
        return self.left.pieces[pair[0]], self.right.pieces[pair[1]]

    def _share(self, pair: tuple[int, int]) -> bool:
        """Say whether two sentences are the same or share a word that carries something."""
        one, other = self.pieces(pair)
        return one.stems == other.stems or not one.contents.isdisjoint(other.contents)

    def _score(self, pair: tuple[int, int]) -> float:
        """Return how probable it is that two sentences are one utterance."""
        if pair not in self.scores:
            one, other = self.pieces(pair)
            speakers = self.relation(one, other)
            self.scores[pair] = self.likeness.of(one, other, self.near.of(pair), speakers, linked=pair in self.linked)
        return self.scores[pair]

    def features(self, pair: tuple[int, int]) -> tuple[float, ...]:
        """Return what two sentences are judged by, for fitting the weights."""
        one, other = self.pieces(pair)
        speakers = self.relation(one, other)
        return self.likeness.features(one, other, self.near.of(pair), speakers, linked=pair in self.linked)

    def _take(self, pair: tuple[int, int], *, beside: bool = False, part: bool = False) -> Paired:
        """Match two sentences."""
        match = Paired(*pair, self._score(pair), float(self.similarities[pair]), beside, part)
        self.found.append(match)
        one, other = self.pieces(pair)
        self.held[0, pair[0]] |= other.contents
        self.held[1, pair[1]] |= one.contents
        self.free[0].discard(pair[0])
        self.free[1].discard(pair[1])
        return match

    def _anchor(self) -> None:
        """Match what is like by itself, best first; the earlier in the texts where two are equal."""
        # What is contained verbatim may be far in meaning as a vector: a fragment inside a long sentence.
        candidates = {*nearest(self.similarities), *self._sharing_runs()}
        # Without a word in common a match starts only where neither sentence has a nearer one.
        likely = [pair for pair in candidates if self._share(pair) or self.near.of(pair).most_rivals > 0]
        for pair in sorted(likely, key=lambda item: (-self._score(item), abs(item[0] - item[1]), item)):
            free = (pair[0] in self.free[0]) + (pair[1] in self.free[1])
            if free and self._anchors(pair) and (free == len(pair) or self._shares_out(pair)):
                self._take(pair, part=free < len(pair))

    def _follow(self) -> None:
        """Match the neighbours of matched sentences: translations keep the order."""
        waiting = list(self.found)
        while waiting:
            match = waiting.pop(0)
            for step in (1, -1):
                pair = self._beside(match, step)
                if pair and pair[0] in self.free[0] and pair[1] in self.free[1] and self._score(pair) >= _LEAST_BESIDE:
                    waiting.append(self._take(pair, beside=True))

    def _beside(self, match: Paired, step: int) -> tuple[int, int] | None:
        """Return the pair of sentences next to a match in both quotations."""
        one, other = self.pieces((match.left, match.right))
        row = self.places[0].get((one.quotation, one.number + step))
        column = self.places[1].get((other.quotation, other.number + step))
        return None if row is None or column is None else (row, column)

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

    def _shares_out(self, pair: tuple[int, int]) -> bool:
        """Say whether a sentence that is left is told in one that is taken, by what the two share besides.

        "The release was the outcome of talks that two states brokered" is told elsewhere in two utterances.
        """
        taken = 0 if pair[1] in self.free[1] else 1
        pieces = self.pieces(pair)
        if self._score(pair) < _LEAST_AGAIN or self.relation(*pieces) == "other":
            return False
        return len((pieces[0].contents & pieces[1].contents) - self.held[taken, pair[taken]]) >= _MORE

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

    def _anchors(self, pair: tuple[int, int]) -> bool:
        """Say whether two sentences start a match."""
        one, other = self.pieces(pair)
        if not self._says(0, one) and not self._says(1, other):
            return False
        speakers = self.relation(one, other)
        short, held = share_verbatim(one, other)
        carried = sum(stem not in STOP_WORDS for stem in short)
        if self.denies(one, other) and speakers != "same":
            # What one says and another denies is no utterance of both.
            return False
        if one.stems == other.stems and (one.whole or (one.short and speakers == "same")):
            # "Who are you?" carries nothing, and is told alike of one speaker.
            return carried >= 1 or (speakers == "same" and not (one.indirect or other.indirect))
        if speakers == "other" and held < _LEAST_VERBATIM * len(short):
            # Nearly the same words are a conflict about who said them.
            alike = not (one.indirect or other.indirect) and are_worded_alike(one, other)
            return alike or (one.whole and other.whole and self._score(pair) >= _LEAST_OTHER)
        sentences = all(piece.whole or piece.short for piece in (one, other))
        if (
            sentences
            and speakers in {"same", "unknown"}
            and self._share(pair)
            and is_altered_twin(one.text, other.text)
        ):
            # "The signature is genuine", "The signature is false": likeness of so few words says little.
            return True
        if speakers == "same" and not (one.whole or other.whole) and share_marked(one, other):
            # One word in marks, by one speaker: called it a “blunder”.
            return True
        if not (one.whole and other.whole):
            if sentences and speakers == "same" and self._score(pair) >= _LEAST_SHORT:
                # "The sea forgives slowly", "The sea forgives, but slowly".
                return not one.contents.isdisjoint(other.contents)
            # A fragment in its very words: “complex transformation processes”, or the beginning of a sentence.
            long = max(one.stems, other.stems, key=len)
            begins = speakers == "same" and len(short) > carried and long[: len(short)] == short
            return (
                carried >= (_FRAGMENT - 1 if begins else _FRAGMENT)
                and held >= _LEAST_VERBATIM * len(short)
                and self._score(pair) >= _LEAST_FRAGMENT
            )
        return self._score(pair) >= self._least(pair, speakers)

    def _says(self, side: int, piece: Piece) -> bool:
        """Say whether a report gives a sentence as said, and not only what somebody did with words."""
        quotation = (self.left, self.right)[side].quotations[piece.quotation]
        return quotation.kind is AttributionKind.QUOTATION

    def _least(self, pair: tuple[int, int], speakers: str) -> float:
        """Return the probability from which two sentences are one utterance, by who speaks and what lies near them."""
        nearest = self.near.of(pair).most_rivals > _NEAREST
        if speakers == "same":
            return _LEAST_NEAREST if nearest else _LEAST
        return _LEAST_UNKNOWN_NEAREST if nearest else _LEAST_UNKNOWN

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
