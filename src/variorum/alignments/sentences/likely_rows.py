"""Likely rows: how likely it is that the sentences of two aligned clauses tell one thing at all.

Clauses of long reports are alike by chance, and each has its best among forty. Two things are known of their sentences
beside that: the chance that both tell the same (:mod:`variorum.alignments.sentences.pairs`), and the chance that any
sentence of the other report tells what their likeliest parts do (:mod:`variorum.alignments.sentences.elsewhere`). What
neither of the two sentences is likely to share is in doubt, however alike two of their clauses are.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from variorum.alignments.sentences.aligning import SentencePair
from variorum.model.alignments import AlignedStory, Alignment, Layer

_Chances = dict[tuple[int, int], float]
"""Of two sentences by their numbers."""
_LAYERS = frozenset({Layer.EVENT, Layer.STATEMENT})


def with_chances(aligned: AlignedStory, pairs: Iterable[SentencePair]) -> AlignedStory:
    """Return the story whose alignments of events and statements say how likely their sentences tell one thing.

    ``pairs`` are the story's :func:`~variorum.alignments.sentences.aligning.sentence_pairs`; its parts are known. A
    report of one sentence is put beside another by whoever compares them: nothing speaks against it.
    """
    told: dict[tuple[str, int], float] = {}
    for part in aligned.parts:
        key = part.siglum, part.sentence
        told[key] = max(told.get(key, 0.0), part.told)
    judged: dict[Alignment, float] = {}
    for pair in pairs:
        if min(map(len, pair.sides)) > 1:
            chances = _chances(aligned, pair)
            links = (link for link in aligned.between(pair.sigla) if link.layer in _LAYERS)
            judged |= {link: _likely(link, pair, chances, told) for link in links}
    links = (replace(link, told=judged[link]) if link in judged else link for link in aligned.alignments)
    return replace(aligned, alignments=tuple(links))


def _chances(aligned: AlignedStory, pair: SentencePair) -> _Chances:
    """Return the chance of every two sentences that are aligned as wholes."""
    left, right = ([item.number for item in side] for side in pair.sides)
    table = pair.chances(aligned).tolist()
    return {
        (row, column): chance
        for row, found in zip(left, table, strict=True)
        for column, chance in zip(right, found, strict=True)
    }


def _likely(link: Alignment, pair: SentencePair, chances: _Chances, told: dict[tuple[str, int], float]) -> float:
    """Return the best chance that the sentences of an alignment have; 1 where nothing is known of them."""
    found = [
        chances[row, column] * min(told.get((pair.sigla[0], row), 1.0), told.get((pair.sigla[1], column), 1.0))
        for row, column in pair.joined([link])
        if (row, column) in chances
    ]
    return round(max(found, default=1.0), 4)
