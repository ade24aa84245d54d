"""Statement sides: the statements of each report of a story, and of two reports all that speaks for their being one.

What aligns statements and what fits its weights (``tools/train_statements.py``) read a story through here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.closeness import Closeness, closeness_of
from variorum.alignments.neighbours import report_pairs
from variorum.alignments.positions import actors_by_report, speaks_for
from variorum.alignments.sentences.aligning import SentencePair, sentence_pairs
from variorum.alignments.similarities import cosines, vectors_of
from variorum.alignments.statements.pairs import features_of, known_of
from variorum.alignments.statements.told import Told, told_in
from variorum.alignments.wordings.likeness import Weights
from variorum.alignments.wordings.matches import WordedReport, match_sentences, match_words, weigh, word_reports
from variorum.model.alignments import AlignedStory, Layer, Ref

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.known_values import KnownValues


class Side(Struct, frozen=True, eq=False):
    """The statements of one report."""

    siglum: str
    told: tuple[Told, ...]
    vectors: NDArray[np.float32]
    sentences: NDArray[np.float32]
    """Vectors of the sentences in which the statements stand."""
    worded: WordedReport


class SidePair(Struct, frozen=True, eq=False):
    """The statements of two reports, how close they are, and the aligned events of the story."""

    left: Side
    right: Side
    near: Closeness
    weights: Weights
    events: frozenset[tuple[Ref, Ref]]
    odds: NDArray[np.float64]
    """What speaks for the sentences of each two statements telling the same, as the logarithm of odds."""

    def are_linked(self, pair: tuple[int, int]) -> bool:
        """Say whether an event of one statement is aligned with one of the other."""
        one, two = self.left.told[pair[0]].statement, self.right.told[pair[1]].statement
        return any(
            (Ref(self.left.siglum, event), Ref(self.right.siglum, other)) in self.events
            for event in one.events
            for other in two.events
        )

    def known(self, pairs: Sequence[tuple[int, int]]) -> KnownValues:
        """Return what is known of pairs of statements before what they tell is compared."""
        return known_of((self.left.told, self.right.told), self.near, self.odds, pairs)

    def features(
        self, pair: tuple[int, int], *, linked: bool, known: Mapping[str, float] | None = None
    ) -> dict[str, float]:
        """Return the features of a pair of statements by name; ``known`` are those that are known already."""
        one, two = self.left.told[pair[0]], self.right.told[pair[1]]
        return features_of(one, two, self.known([pair]).of(0) if known is None else known, self.weights, linked=linked)


def side_pairs(
    aligned: AlignedStory,
    worded: Sequence[WordedReport] | None = None,
    pairs: Iterable[SentencePair] | None = None,
) -> Iterator[tuple[tuple[int, int], SidePair]]:
    """Yield every two reports, by their places in the story, that both have statements to align.

    ``worded`` are the words of the story's reports, ``pairs`` its pairs of sentences, where they were read before.
    """
    poles = speaks_for(aligned)
    told = [
        told_in(annotated, actors, poles)
        for (_, annotated), actors in zip(aligned.story.items(), actors_by_report(aligned), strict=True)
    ]
    worded = worded or word_reports(aligned.story.reports)
    pairs = sentence_pairs(aligned, worded) if pairs is None else pairs
    whole = {pair.places: pair for pair in pairs}
    sides = [
        Side(
            siglum,
            items,
            vectors_of([item.text for item in items]),
            vectors_of([item.sentence for item in items]),
            words,
        )
        for siglum, items, words in zip(aligned.story.sigla, told, worded, strict=True)
    ]
    events = frozenset((link.left, link.right) for link in aligned.alignments if link.layer is Layer.EVENT)
    for left, right in report_pairs(aligned.story):
        one, two = sides[left], sides[right]
        if one.told and two.told:
            weights = Weights(item.stems for side in (one, two) for item in side.told)
            pair = whole.get((left, right))
            near = _closeness(one, two, pair.worded if pair else weigh(one.worded, two.worded))
            yield (left, right), SidePair(one, two, near, weights, events, _odds(aligned, pair, one, two))


def _odds(aligned: AlignedStory, pair: SentencePair | None, left: Side, right: Side) -> NDArray[np.float64]:
    """Return what the sentences of each two statements say; nothing where a report has none to align."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    numbers = [[item.statement.sentence for item in side.told] for side in (left, right)]
    if pair is None:
        return np.zeros((len(numbers[0]), len(numbers[1])))
    return pair.odds_at(aligned, numbers[0], numbers[1])


def _closeness(left: Side, right: Side, worded: tuple[WordedReport, WordedReport]) -> Closeness:
    """Return the cosines of the statements of two reports, and how well their words find each other.

    ``worded`` are the words of both, weighed.
    """
    import numpy as np  # noqa: PLC0415  # as above

    numbers = [[item.statement.sentence for item in side.told] for side in (left, right)]
    clauses = [[side.worded.stretch(item.statement.span) for item in side.told] for side in (left, right)]
    # A sentence of three clauses is held against the others once.
    hosts = [sorted(set(found)) for found in numbers]
    at = [np.searchsorted(np.array(host), np.array(found)) for host, found in zip(hosts, numbers, strict=True)]
    return closeness_of(
        cosines(left.vectors, right.vectors),
        cosines(left.sentences, right.sentences),
        match_words(worded, clauses[0], clauses[1]),
        match_sentences(worded, hosts[0], hosts[1])[np.ix_(*at)],
        numbers[0],
        numbers[1],
    )
