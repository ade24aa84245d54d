"""Blocks: what one report tells alone as runs of sentences on one topic, in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct, field

from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.topics import actors_in
from variorum.model.comparisons import CoverageBlock, Unit
from variorum.model.spans import Span, index_at, merge_spans

#: Sentences of one block; a longer run is told in several.
SENTENCES = 8
#: Actors that stand for a block.
ACTORS = 3


class _Block(Struct):
    """A block in the making."""

    group: str
    reason: str
    units: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    actors: Counter[str] = field(default_factory=Counter)
    sentences: list[int] = field(default_factory=list)


def coverage_blocks(index: ReportIndex, alone: Sequence[Unit]) -> tuple[CoverageBlock, ...]:
    """Return the rows that one report tells alone as blocks: neighbouring sentences of one group and one topic."""
    sentences = [sentence.span for sentence in index.annotated.sentences]
    blocks: list[_Block] = []
    for unit in sorted(alone, key=lambda unit: unit.readings[0].spans):
        (reading,) = unit.readings
        first = index_at(sentences, reading.spans[0].start) or 0
        last = index_at(sentences, max(reading.spans[-1].end - 1, reading.spans[0].start)) or first
        named = [actor for span in reading.spans for actor in actors_in(index, span)]
        group = unit.group or "detail"
        if not blocks or not _joins(index, blocks[-1], group, first, named):
            blocks.append(_Block(group, unit.reasons[-1] if unit.reasons else ""))
        block = blocks[-1]
        block.units.append(unit.id)
        block.spans += reading.spans
        block.actors.update(named)
        block.sentences += range(first, last + 1)
    return tuple(_finished(block) for block in blocks)


def _joins(index: ReportIndex, block: _Block, group: str, sentence: int, named: Sequence[str]) -> bool:
    """Say whether a passage goes on with a block: near, of one group, in one paragraph or about one of its actors."""
    if group != block.group or sentence - block.sentences[-1] > 1 or len(set(block.sentences)) >= SENTENCES:
        return False
    if index.sentence_of(sentence).paragraph == index.sentence_of(block.sentences[-1]).paragraph:
        return True
    return not named or not block.actors or bool(set(named) & set(block.actors))


def _finished(block: _Block) -> CoverageBlock:
    """Return a block with its spans joined and its actors ranked."""
    ranked = sorted(block.actors, key=lambda actor: (-block.actors[actor], actor))
    return CoverageBlock(
        group=block.group,
        units=tuple(block.units),
        spans=merge_spans(block.spans, gap=2),
        actors=tuple(ranked[:ACTORS]),
        reason=block.reason,
    )
