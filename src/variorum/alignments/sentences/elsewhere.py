"""Elsewhere: how likely each part of a sentence is told by another report at all.

Two sentences that tell the same seldom tell nothing else: "the ferry sank off Velisk, and divers searched all night"
beside "a ferry has gone down near Velisk". What the words of a part find in the other report, beside what the whole
sentence finds there, says which part is shared. The weights are those of a logistic regression
(``tools/train_parts.py``), kept in ``data/part_weights.json``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, fsum, log
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.sentences.aligning import SentencePair, sentence_pairs
from variorum.alignments.sentences.parts import Cut, parts_of, quoted_parts
from variorum.alignments.sentences.tellings import chances_of_telling
from variorum.alignments.similarities import cosines, vectors_of
from variorum.alignments.trained import trained_weights
from variorum.alignments.wordings.matches import Stretch, WordedReport, best_in_sentences
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Layer, SentencePart
from variorum.model.spans import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.model.annotations import AnnotatedReport

#: Cosine from which a word has found its like.
_FOUND = 0.75
#: Most names that the other report has nowhere which count.
_MOST_LOST = 3
#: Bound of the odds of a sentence: a chance of 0 and one of 1 are no certainties.
_LEAST_CHANCE = 0.002
#: Chance of a sentence where a report has one: what speaks for two sentences is what they find in no other one.
_NO_RIVALS = 0.5
#: The best sentences beside the best one whose mean says how near a part is to anything.
_CROWD = 3
#: By how much the best is taken to be nearer where a report has one sentence: about as much as most are elsewhere.
_NO_CROWD = 0.1


class _Side(Struct, frozen=True):
    """One report of a pair as it is held against the other one."""

    annotated: AnnotatedReport
    own: WordedReport
    other: WordedReport
    chances: Mapping[int, float]
    """Of each sentence by its number, the best chance that it tells the same as a sentence of the other report."""
    partners: Mapping[int, Sequence[int]]
    """The sentences of the other report that each one is joined with."""
    quoted: frozenset[Span]
    """The parts in which this report quotes somebody word for word."""
    best: NDArray[np.float32]
    """What each word of this report finds in each sentence of the other one that has words."""
    stems: frozenset[str]
    """The stems of all words of the sentences of the other report."""
    behind: Mapping[Span, float]
    """Of each part, by how much it is farther from what its sentence is joined with than the nearest part of it is."""


def told_elsewhere(aligned: AlignedStory, pairs: Iterable[SentencePair] | None = None) -> tuple[SentencePart, ...]:
    """Return the parts of all sentences of a story with the chance that any other report tells them.

    ``pairs`` are the story's :func:`sentence_pairs`, where they were made before.
    """
    chances: dict[tuple[str, int, Span], float] = {}
    for siglum, number, span, features in part_features(aligned, pairs):
        key = siglum, number, span
        chances[key] = max(chances.get(key, 0.0), _chance(features))
    order = {siglum: place for place, siglum in enumerate(aligned.story.sigla)}
    tells = {siglum: chances_of_telling(annotated) for siglum, annotated in aligned.story.items()}
    parts = (SentencePart(*key, told, tells[key[0]][key[2]]) for key, told in chances.items())
    return tuple(sorted(parts, key=lambda part: (order[part.siglum], part.span)))


def part_features(
    aligned: AlignedStory, pairs: Iterable[SentencePair] | None = None
) -> Iterator[tuple[str, int, Span, dict[str, float]]]:
    """Yield siglum, number of the sentence, span and features of each part against each other report."""
    cut = {siglum: tuple(parts_of(annotated)) for siglum, annotated in aligned.story.items()}
    quoted = {siglum: quoted_parts(annotated, cut[siglum]) for siglum, annotated in aligned.story.items()}
    for pair in sentence_pairs(aligned) if pairs is None else pairs:
        for siglum, side in zip(pair.sigla, _sides(aligned, pair, cut, quoted), strict=True):
            for number, parts in cut[siglum]:
                for span in parts:
                    if features := _features(side, number, span):
                        yield siglum, number, span, features


def _chance(features: Mapping[str, float]) -> float:
    """Return the chance that another report tells a part with these features, rounded to four places."""
    weights = trained_weights("part")
    score = fsum([weights.get(name, 0.0) * value for name, value in features.items() if value])
    return round(1.0 / (1.0 + exp(-score)), 4)


def _sides(
    aligned: AlignedStory, pair: SentencePair, cut: Mapping[str, Cut], quoted: Mapping[str, frozenset[Span]]
) -> Iterator[_Side]:
    """Yield both reports of a pair, each held against the other."""
    links = aligned.between(pair.sigla)
    joined = pair.joined(link for link in links if link.layer is not Layer.UNTYPED)
    chances = pair.chances(aligned)
    for here, there in ((0, 1), (1, 0)):
        annotated = aligned.story.reports[pair.places[here]]
        table = chances if here == 0 else chances.T
        partners: dict[int, list[int]] = {}
        for numbers in sorted(joined):
            partners.setdefault(numbers[here], []).append(numbers[there])
        lone = min(map(len, pair.sides)) == 1
        best = table.max(axis=1, initial=0.0).tolist()
        yield _Side(
            annotated,
            pair.worded[here],
            pair.worded[there],
            {item.number: _NO_RIVALS if lone else chance for item, chance in zip(pair.sides[here], best, strict=True)},
            partners,
            quoted[pair.sigla[here]],
            best_in_sentences(pair.worded[here], pair.worded[there], _filled(pair.worded[there].sentences)),
            _stems_in(pair.worded[there], pair.worded[there].sentences),
            _behind(annotated.report.text, cut[pair.sigla[here]], partners, pair, there),
        )


def _behind(
    text: str, cut: Cut, partners: Mapping[int, Sequence[int]], pair: SentencePair, there: int
) -> dict[Span, float]:
    """Return by how much each part of a joined sentence is farther from its partners than the nearest part is.

    A sentence of one part, or that is joined with none, has no part that is behind another.
    """
    places = {item.number: place for place, item in enumerate(pair.sides[there])}
    found = {number: [places[other] for other in others if other in places] for number, others in partners.items()}
    held = [(number, parts) for number, parts in cut if len(parts) > 1 and found.get(number)]
    words = [span.text_of(text)[: LIMITS.pattern_characters] for _, parts in held for span in parts]
    if not words:
        return {}
    near = cosines(vectors_of(words), pair.claused[there].sentences)
    behind: dict[Span, float] = {}
    for number, parts in held:
        best = near[len(behind) : len(behind) + len(parts)][:, found[number]].max(axis=1)
        behind |= {span: round(float(best.max() - value), 4) for span, value in zip(parts, best, strict=True)}
    return behind


def _features(side: _Side, number: int, span: Span) -> dict[str, float]:
    """Return the features of a part; none where it has no words that are read."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    first, after = side.own.stretch(span)
    heavy = side.own.weights[first:after]
    total = float(heavy.sum())
    if not total or not side.best.size:
        return {}
    best = side.best[first:after]
    found = heavy @ best / total
    ranked = np.sort(found)[::-1]
    partners = _stems_in(side.other, [side.other.sentences[place] for place in side.partners.get(number, ())])
    sentence = side.annotated.sentences[number].span
    chance = side.chances.get(number, 0.0)
    return {
        "bias": 1.0,
        "best over crowd": float(ranked[0] - ranked[1 : 1 + _CROWD].mean()) if len(ranked) > 1 else _NO_CROWD,
        "words found": float(heavy[best.max(axis=1) > _FOUND].sum()) / total,
        "stems partner": _share_of(side.own.stems[first:after], heavy, partners),
        "names lost": min(_MOST_LOST, _names_lost(side, first, after, sentence.start)),
        "odds": log((chance + _LEAST_CHANCE) / (1 + _LEAST_CHANCE - chance)),
        "not read": float(number not in side.chances),
        "beside": max(side.chances.get(other, 0.0) for other in (number - 1, number + 1)),
        "behind": side.behind.get(span, 0.0),
        "quoted": float(span in side.quoted),
        "share of sentence": len(span) / len(sentence),
        "words": log(1 + after - first),
        "place": number / len(side.annotated.sentences),
    }


def _names_lost(side: _Side, first: int, after: int, start: int) -> int:
    """Count the words of a stretch that are written as names, the first of a sentence apart, and stand nowhere else."""
    text = side.annotated.report.text
    words = zip(side.own.starts[first:after], side.own.stems[first:after], strict=True)
    return sum(text[at].isupper() and at != start and stem not in side.stems for at, stem in words)


def _filled(stretches: Iterable[Stretch]) -> list[int]:
    """Return the numbers of the stretches that have words."""
    return [number for number, (first, after) in enumerate(stretches) if after > first]


def _stems_in(worded: WordedReport, stretches: Iterable[Stretch]) -> frozenset[str]:
    """Return the stems of the words in stretches of a report."""
    return frozenset(stem for first, after in stretches for stem in worded.stems[first:after])


def _share_of(stems: Sequence[str], heavy: NDArray[np.float32], there: frozenset[str]) -> float:
    """Return the share of the weight of words whose stems are among those of another report."""
    shared = sum(float(weight) for stem, weight in zip(stems, heavy, strict=True) if stem in there)
    return shared / float(heavy.sum())
