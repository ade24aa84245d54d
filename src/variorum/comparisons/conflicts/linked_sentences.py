"""Linked sentences: the sentences of two reports that alignments surely join, by what they tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from variorum.comparisons.facts import Fact, statement_fact
from variorum.comparisons.readings import ReportIndex
from variorum.model.alignments import AlignedStory, AlignmentKind, Layer, Ref
from variorum.model.spans import Span

#: Score from which an alignment says alone that two sentences tell one thing.
_SURELY = 0.6

Indexes = Mapping[str, ReportIndex]


class Passage(Struct, frozen=True, order=True):
    """A sentence of one report."""

    siglum: str
    span: Span


class LinkedSentences(Struct, frozen=True):
    """Two sentences of different reports, and the score of the surest alignment between them."""

    left: Passage
    right: Passage
    score: float

    @property
    def is_sure(self) -> bool:
        """Say whether the alignment says alone that both tell one thing."""
        return self.score >= _SURELY


def linked_sentences(aligned: AlignedStory, indexes: Indexes) -> Iterator[LinkedSentences]:
    """Yield the sentences of every two reports that an alignment joins, in the order of the reports and their texts.

    A report of one sentence, a claim to check, is no part of this: nothing of a story says what it answers.
    """
    scores: dict[tuple[Passage, Passage], float] = {}
    for item in aligned.alignments:
        if item.kind is AlignmentKind.UNCERTAIN or item.layer not in (Layer.EVENT, Layer.STATEMENT):
            continue
        if any(indexes[ref.siglum].is_one_sentence for ref in (item.left, item.right)):
            continue
        left, right = sorted(_passage(ref, item.layer, indexes[ref.siglum]) for ref in (item.left, item.right))
        scores[left, right] = max(item.score, scores.get((left, right), 0.0))
    for (left, right), score in sorted(scores.items()):
        yield LinkedSentences(left, right, score)


def facts_in(passage: Passage, index: ReportIndex) -> list[Fact]:
    """Return the clauses of a sentence, in the order of the text."""
    return [statement_fact(index, item.id) for item in index.predicated_in(passage.span)]


def _passage(ref: Ref, layer: Layer, index: ReportIndex) -> Passage:
    """Return the sentence of an aligned event or statement."""
    told = index.events[ref.id].trigger if layer is Layer.EVENT else index.statements[ref.id].predicate
    return Passage(ref.siglum, index.in_sentence(told))
