"""Likely rows: how likely it is that the sentences of two aligned clauses tell one thing at all.

Clauses of long reports are alike by chance, and each has its best among forty. Two things are known of their sentences
beside that: the chance that both tell the same (:mod:`variorum.alignments.sentences.pairs`), and the chance that any
sentence of the other report tells what their likeliest parts do (:mod:`variorum.alignments.sentences.elsewhere`). What
neither of the two sentences is likely to share is in doubt, however alike two of their clauses are.

And where both chances are good, two sentences tell one thing whatever clauses of theirs are aligned: one sentence may
tell what three of the other report do, and clause by clause it has one best.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from variorum.alignments.sentences.aligning import NEARLY, SentencePair, reason_of
from variorum.alignments.sentences.grounds import have_ground
from variorum.model.alignments import AlignedStory, Alignment, Layer, SentenceLink

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Chance below which two sentences tell the same no more than any two.
_LEAST = 0.005
_LAYERS = frozenset({Layer.EVENT, Layer.STATEMENT})
#: Chance from which two sentences tell one thing.
_SHARED = 0.4
#: Sentences that both reports have at least: what speaks for two is what they find in no other, and that says little
#: where there are few others.
_LEAST_SENTENCES = 8


def with_chances(aligned: AlignedStory, pairs: Iterable[SentencePair]) -> AlignedStory:
    """Return the story with its likely sentences, and alignments that say how likely theirs tell one thing.

    ``pairs`` are the story's :func:`~variorum.alignments.sentences.aligning.sentence_pairs`; its parts are known. A
    report of one sentence is put beside another by whoever compares them: nothing speaks against it.
    """
    told: dict[tuple[str, int], float] = {}
    for part in aligned.parts:
        key = part.siglum, part.sentence
        told[key] = max(told.get(key, 0.0), part.told)
    judged: dict[Alignment, float] = {}
    linked: list[SentenceLink] = []
    alike: dict[tuple[str, int, str, int], float] = {}
    for pair in pairs:
        if min(map(len, pair.sides)) > 1:
            chances = _chances(aligned, pair, told)
            one, other = pair.sigla
            alike |= {(one, row, other, at): found for (row, at), found in chances.from_(_LEAST).items()}
            links = [link for link in aligned.between(pair.sigla) if link.layer in _LAYERS]
            judged |= {
                link: max((chance for two in pair.joined([link]) for chance in chances.of(*two)), default=1.0)
                for link in links
            }
            linked += _linked(aligned, pair, chances)
    alignments = (replace(link, told=judged[link]) if link in judged else link for link in aligned.alignments)
    return replace(aligned, alignments=tuple(alignments), sentences=tuple(linked), alike=alike)


class _Chances(Struct, frozen=True, eq=False):
    """How likely every two sentences that are aligned as wholes tell one thing, in four places."""

    rows: dict[int, int]
    """Where in the table the sentences of the first report stand, by their numbers."""
    columns: dict[int, int]
    table: NDArray[np.float64]

    def of(self, row: int, column: int) -> tuple[float, ...]:
        """Return the chance of two sentences by their numbers, none where one is not aligned as a whole."""
        if row not in self.rows or column not in self.columns:
            return ()
        return (float(self.table[self.rows[row], self.columns[column]]),)

    def from_(self, least: float) -> dict[tuple[int, int], float]:
        """Return the chances of ``least`` and more, by the numbers of both sentences, in text order."""
        rows, columns = list(self.rows), list(self.columns)
        found = zip(*(places.tolist() for places in (self.table >= least).nonzero()), strict=True)
        return {(rows[row], columns[column]): float(self.table[row, column]) for row, column in found}


def _chances(aligned: AlignedStory, pair: SentencePair, told: dict[tuple[str, int], float]) -> _Chances:
    """Return how likely every two sentences of two reports tell one thing."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    numbers = [[item.number for item in side] for side in pair.sides]
    most = [
        np.array([told.get((siglum, number), 1.0) for number in found])
        for siglum, found in zip(pair.sigla, numbers, strict=True)
    ]
    table = pair.chances(aligned).astype(np.float64) * np.minimum.outer(*most)
    rows, columns = ({number: place for place, number in enumerate(found)} for found in numbers)
    return _Chances(rows, columns, table.round(4))


def _linked(aligned: AlignedStory, pair: SentencePair, chances: _Chances) -> list[SentenceLink]:
    """Return the sentences of two reports that likely tell one thing; none where nothing shows that the reports do."""
    if min(map(len, pair.sides)) < _LEAST_SENTENCES:
        return []
    places = chances.rows, chances.columns
    likely = {
        (row, column): chance
        for (row, column), chance in chances.from_(_SHARED).items()
        if _is_near(pair, places[0][row], places[1][column])
    }
    if not likely or not have_ground(aligned, pair, likely):
        return []
    return [
        SentenceLink(
            (pair.sigla[0], row),
            (pair.sigla[1], column),
            chance,
            reason_of(aligned, pair, places[0][row], places[1][column]),
        )
        for (row, column), chance in likely.items()
    ]


def _is_near(pair: SentencePair, row: int, column: int) -> bool:
    """Say whether the words of two sentences find each other nearly as well as those of the best match of either."""
    found = pair.words[row, column]
    return bool(found >= NEARLY * max(pair.words[row].max(), pair.words[:, column].max()))
