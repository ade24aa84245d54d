"""Pairs of sentences: how probable it is that two sentences of two reports tell the same, all pairs at once.

The weights are those of a logistic regression (``tools/train_sentences.py``), kept in ``data/sentence_weights.json`` by
name. What counts most is how well the words of both find each other where they stand, and by how much better than
those of any other sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.closeness import beside, rivals
from variorum.alignments.sentences.clauses import ClausedSentences, clause_cosines
from variorum.alignments.sentences.slots import Slots, slot_features
from variorum.alignments.trained import trained_weights
from variorum.alignments.wordings.likeness import STOP_WORDS, Weights, contents_of, words_of
from variorum.alignments.wordings.margins import word_margins
from variorum.alignments.wordings.matches import WordedReport, best_in_sentences, both_ways, found_in
from variorum.limits import LIMITS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.model.annotations import AnnotatedReport

#: The feature that alignments of events add to those of the texts.
SAME_EVENT = "same event"
#: Content words below which a sentence is not aligned ("He declined.").
_LEAST_WORDS = 2


class Sentenced(Struct, frozen=True):
    """A sentence of a report that may tell what another report tells."""

    number: int
    stems: frozenset[str]
    names: frozenset[str]
    """Stems that are written as names."""


def sentences_of(annotated: AnnotatedReport) -> tuple[Sentenced, ...]:
    """Return the sentences of a report that tell something, each text once, ``LIMITS.sentences`` at most."""
    found: dict[frozenset[str], Sentenced] = {}
    for number, sentence in enumerate(annotated.sentences):
        if sentence.boilerplate or len(found) >= LIMITS.sentences:
            continue
        words = sentence.span.text_of(annotated.report.text)[: LIMITS.pattern_characters]
        stems = frozenset(contents_of(words)) - STOP_WORDS
        if len(stems) >= _LEAST_WORDS:
            names = frozenset(word.stem for word in words_of(words) if word.text[0].isupper())
            found.setdefault(stems, Sentenced(number, stems, names & stems))
    return tuple(found.values())


def sentence_features(
    sides: tuple[Sequence[Sentenced], Sequence[Sentenced]],
    worded: tuple[WordedReport, WordedReport],
    claused: tuple[ClausedSentences, ClausedSentences],
    slots: tuple[Sequence[Slots], Sequence[Slots]],
    weights: Weights,
) -> dict[str, NDArray[np.float32]]:
    """Return each feature by name as a table, rows for the left sentences, columns for the right ones.

    ``weights`` weighs content words. Whether two sentences tell one event comes in later (:func:`same_event`).
    """
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    left, right = sides
    places = np.arange(len(left)), np.arange(len(right))
    rows, columns = (
        [report.sentences[item.number] for item in side] for side, report in zip(sides, worded, strict=True)
    )
    numbers = [[item.number for item in side] for side in sides]
    best = best_in_sentences(*worded, numbers[1]), best_in_sentences(*worded[::-1], numbers[0])
    words = both_ways(found_in(worded[0], rows, best[0]), found_in(worded[1], columns, best[1]).T)
    clauses, clause_in_sentence = clause_cosines(*claused)
    overlap, containment, carried, named = _shared(left, right, weights)
    lengths = [np.array([len(item.stems) for item in side], dtype=np.float32) for side in sides]
    shorter = np.minimum(lengths[0][:, None], lengths[1][None, :])
    return {
        "bias": np.ones_like(words),
        "words": words,
        "words, squared": words**2,
        "words beside": beside(words, *places),
        **_beyond("words", words, crowd=True),
        **word_margins(worded, rows, columns, best),
        "clauses": clauses,
        **_beyond("clauses", clauses, crowd=False),
        "clause and sentence": clause_in_sentence,
        "overlap": overlap,
        **_beyond("overlap", overlap, crowd=False),
        "containment": containment,
        "carried words": np.minimum(2, carried / 4),
        "names in common": np.minimum(2, named / 4),
        **slot_features(*slots),
        "apart in the texts": np.abs(places[0][:, None] / len(left) - places[1][None, :] / len(right)),
        "lengths differ": np.abs(np.log((1 + lengths[0][:, None]) / (1 + lengths[1][None, :]))),
        "short": 1 / (1 + shorter),
    }


def _beyond(name: str, table: NDArray[np.float32], *, crowd: bool) -> dict[str, NDArray[np.float32]]:
    """Return by how much each cell is more than the best others of its row and its column, the less and the more."""
    import numpy as np  # noqa: PLC0415  # as above

    across, down = rivals(table, np.arange(table.shape[1])), rivals(table.T, np.arange(table.shape[0]))
    found = {}
    for index, what in enumerate(("rivals", "crowd") if crowd else ("rivals",)):
        more = table - across[index], table - down[index].T
        found[f"{name} more than both {what}"] = np.minimum(*more)
        found[f"{name} more than one of {what}"] = np.maximum(*more)
    return found


def _shared(
    left: Sequence[Sentenced], right: Sequence[Sentenced], weights: Weights
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Return the weighted overlap, the containment, and the weight of shared words and of shared names."""
    import numpy as np  # noqa: PLC0415  # as above

    index = {
        word: place
        for place, word in enumerate(sorted({word for side in (left, right) for item in side for word in item.stems}))
    }

    def table(side: Sequence[Sentenced], *, names: bool) -> NDArray[np.float32]:
        """Return which words each sentence has, in square roots of their weights."""
        found = np.zeros((len(side), len(index)), dtype=np.float32)
        for row, item in enumerate(side):
            for word in item.names if names else item.stems:
                found[row, index[word]] = weights.of(word) ** 0.5
        return found

    one, two = table(left, names=False), table(right, names=False)
    shared = one @ two.T
    sums = (one**2).sum(axis=1)[:, None], (two**2).sum(axis=1)[None, :]
    named = table(left, names=True) @ table(right, names=True).T
    overlap = shared / np.maximum(sums[0] + sums[1] - shared, 1e-6)
    return (
        overlap.round(4),
        (shared / np.maximum(np.minimum(*sums), 1e-6)).round(4),
        (shared - named).round(4),
        named.round(4),
    )


def same_event(
    sides: tuple[Sequence[Sentenced], Sequence[Sentenced]], linked: frozenset[tuple[int, int]]
) -> NDArray[np.float32]:
    """Return for each pair whether both tell one event: ``linked`` are the numbers of the sentences that do."""
    import numpy as np  # noqa: PLC0415  # as above

    left, right = sides
    rows = {item.number: row for row, item in enumerate(left)}
    columns = {item.number: column for column, item in enumerate(right)}
    found = np.zeros((len(left), len(right)), dtype=np.float32)
    for one, two in linked:
        if one in rows and two in columns:
            found[rows[one], columns[two]] = 1
    return found


def sentence_odds(features: dict[str, NDArray[np.float32]]) -> NDArray[np.float64]:
    """Return the logarithm of the odds of each pair that both tell the same, as far as these features say."""
    import numpy as np  # noqa: PLC0415  # as above

    weights = trained_weights("sentence")
    total = np.zeros(next(iter(features.values())).shape, dtype=np.float64)
    for name in sorted(features):
        total += weights.get(name, 0.0) * features[name]
    return total


def sentence_chances(odds: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the probability of each pair that both tell the same, 0 to 1, rounded to four places."""
    import numpy as np  # noqa: PLC0415  # as above

    chances: NDArray[np.float32] = (1 / (1 + np.exp(-odds.clip(-30, 30)))).round(4).astype(np.float32)
    return chances
