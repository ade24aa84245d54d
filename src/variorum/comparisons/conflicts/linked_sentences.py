"""Linked sentences: the sentences of two reports that alignments surely join, by what they tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.comparisons.readings import ReportIndex
from variorum.model.alignments import AlignedStory, AlignmentKind, Layer, Ref
from variorum.model.spans import Span

Indexes = Mapping[str, ReportIndex]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A sentence of one report."""

    siglum: str
    span: Span


@dataclass(frozen=True, slots=True)
class LinkedSentences:
    """Two sentences of different reports, and the score of the surest alignment between them."""

    left: Passage
    right: Passage
    score: float


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


def _passage(ref: Ref, layer: Layer, index: ReportIndex) -> Passage:
    """Return the sentence of an aligned event or statement."""
    told = index.events[ref.id].trigger if layer is Layer.EVENT else index.statements[ref.id].predicate
    return Passage(ref.siglum, index.in_sentence(told))
