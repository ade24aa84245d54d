"""Differences: what differs between two wordings slot by slot, and how probable it is that it alters what was said.

Where a wording retells another in other words, no one rule tells an alteration from a free translation: "we shall stay
in the valley", "they were ready to give the valley up". What a reader weighs is weighed together: whether a denial
stands in one alone, opposites, numbers and names in each other's place, and how near the rest is. A logistic
regression, fitted by ``tools/fit_alterations.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import exp
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.similarities import cosines, vectors_of
from variorum.alignments.wordings.changed_names import lone_names
from variorum.alignments.wordings.contrasts import contrast, replaces, word_in
from variorum.alignments.wordings.denials import (
    carried_lemmas,
    denials_of,
    denied_words,
    denies,
    denying_words,
    is_turned,
    tells_else,
)
from variorum.alignments.wordings.figures import Figure
from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import STOP_WORDS, Word, words_of, written_out
from variorum.alignments.wordings.one_words import as_one_word
from variorum.alignments.wordings.opposite_words import exclude_each_other
from variorum.alignments.wordings.replacements import count_one_thing, lone_figures
from variorum.alignments.wordings.tails import without_last_sentences
from variorum.alignments.wordings.word_reading import read_words
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEATURES = ("denied in one", "denied softly", "denied, turned", "denied of shared", "denials", "opposites",
            "opposites near", "opposites agree", "rivals in place", "numbers", "numbers of one thing", "number in one",
            "names", "name in one", "cosine", "words", "shared", "denied or opposite", "denied and opposite",
            "coming in one", "words alone", "length", "denied, cosine", "denied, shared")  # fmt: skip
#: Fitted by ``tools/fit_alterations.py``; the constant first.
WEIGHTS = (-0.894, -0.545, 0.48, -1.146, 1.526, -0.283, 1.205, 0.571, -1.97, 2.639, 2.715, 3.211, 0.518, 3.443,
           0.53, -2.31, 2.83, -0.485, 2.178, 0.758, -0.165, 0.032, -0.07, 0.855, 0.838)  # fmt: skip
#: Likeness of two words where they stand from which one is in the place of the other.
_NEAR = 0.5
#: Words of a wording that are compared one by one.
_MOST = 60
_COMING = listed("will shall going would")
#: Of two things that are compared, the one is as much more as the other is less.
_MORE = listed("more less fewer bigger smaller larger higher lower longer shorter older younger better worse")

Pair = tuple[int, int]
"""The numbers of a word of the left and of the right wording."""


class Difference(Struct, frozen=True):
    """How two wordings differ."""

    chance: float
    """Probability that they cannot both have been said, 0 to 1."""
    words: tuple[str, str]
    """Of the left and the right one, what speaks most for it; both empty where no slot differs."""


class _Slots(Struct, frozen=True):
    """What two wordings have in the slots that are compared."""

    words: tuple[Sequence[Word], Sequence[Word]]
    alone: tuple[list[int], list[int]]
    """The words whose lemma the other wording has not."""
    alike: NDArray[np.float32]
    """How alike every two words are where they stand."""
    opposites: list[Pair]
    near: list[Pair]
    """Those of them that are alike enough to stand in each other's place."""
    agreeing: list[Pair]
    """Those that do so and agree, since one of them is denied."""
    rivals: list[Pair]
    figures: tuple[list[Figure], list[Figure]]
    lone: tuple[list[Word], list[Word]]
    """The names that the other wording has not."""
    names: list[Pair]
    """Those of them that stand in each other's place."""


def find_difference(left: str, right: str) -> Difference:
    """Return how two wordings differ, the same whichever comes first but for the sides."""
    texts = as_one_word(written_out(left)), as_one_word(written_out(right))
    slots = _read_slots(texts)
    values = _features(texts, slots)
    margin = WEIGHTS[0] + sum(weight * value for weight, value in zip(WEIGHTS[1:], values, strict=True))
    return Difference(round(1.0 / (1.0 + exp(-margin)), 4), _differing(slots))


def difference_features(left: str, right: str) -> tuple[float, ...]:
    """Return the values of ``FEATURES`` for two wordings, for fitting the weights."""
    texts = as_one_word(written_out(left)), as_one_word(written_out(right))
    return _features(texts, _read_slots(texts))


def _read_slots(texts: tuple[str, str]) -> _Slots:
    """Read what two wordings have in the slots that are compared."""
    one, two = without_last_sentences(*(words_of(text)[:_MOST] for text in texts))
    vectors = [rows[: len(side)] for rows, side in zip(read_words(texts), (one, two), strict=True)]
    alike: NDArray[np.float32] = (vectors[0] @ vectors[1].T).round(4)
    lemmas = [[lemma_of(word.text.casefold()) for word in side] for side in (one, two)]
    alone = [
        [at for at, lemma in enumerate(side) if lemma not in others]
        for side, others in ((lemmas[0], set(lemmas[1])), (lemmas[1], set(lemmas[0])))
    ]
    opposites = [(here, there) for here, there in product(*alone) if contrast(word_in(one, here), word_in(two, there))]
    best = set(_best_pairs(alike))
    rivals = [
        (here, there)
        for here, there in sorted(best)
        if lemmas[0][here] != lemmas[1][there]
        and replaces(one[here].text.casefold(), two[there].text.casefold())
        and _counted_alike(one, here, two, there)
    ]
    near = [pair for pair in opposites if pair in best or alike[pair] >= _NEAR]
    compared = all(any(word.text.casefold() == "than" for word in side) for side in (one, two))
    firm = [
        (here, there)
        for here, there in near
        if exclude_each_other(one, one[here], two, two[there])
        # "It costs more than it brings in", "it brings in less than it costs".
        and not (compared and {one[here].text.casefold(), two[there].text.casefold()} <= _MORE)
    ]
    agreeing = [pair for pair in near if pair not in firm]
    lone = lone_names(one, two), lone_names(two, one)
    # "The firm will be in Oslo", "Torvik Ltd will be in the capital": neither name stands in the other's place.
    names = [(here, there) for here, there in sorted(best) if one[here] in lone[0] and two[there] in lone[1]]
    figures = lone_figures(one, two)
    return _Slots((one, two), (alone[0], alone[1]), alike, opposites, firm, agreeing, rivals, figures, lone, names)


def _counted_alike(one: Sequence[Word], here: int, two: Sequence[Word], there: int) -> bool:
    """Say whether one number counts two words, or none: "two days", "two weeks"; not "seven days", "a week"."""
    counts = [side[at - 1].stem if at and side[at - 1].is_number else "" for side, at in ((one, here), (two, there))]
    return counts[0] == counts[1]


def _best_pairs(alike: NDArray[np.float32]) -> list[Pair]:
    """Return the words that are each other's nearest."""
    if not alike.size:
        return []
    there, here = alike.argmax(axis=1), alike.argmax(axis=0)
    return [(row, int(column)) for row, column in enumerate(there) if here[column] == row]


def _features(texts: tuple[str, str], slots: _Slots) -> tuple[float, ...]:
    """Return the values of ``FEATURES``, the same whichever wording comes first."""
    one, two = slots.words
    denials = [sum(map(denies, side)) for side in (one, two)]
    hardly, softly = (counts[0] % 2 != counts[1] % 2 for counts in (denials, (denials_of(one), denials_of(two))))
    denied = float(hardly and softly)
    own = [[side[at] for at in alone] for side, alone in zip(slots.words, slots.alone, strict=True)]
    turned = float(_is_turned(slots))
    vectors = vectors_of(texts)
    cosine = float(cosines(vectors[:1], vectors[1:])[0, 0])
    shared, placed = _shared(one, two), float(bool(slots.near or slots.agreeing))
    found = (
        round(float(slots.alike.max(axis=1).mean() + slots.alike.max(axis=0).mean()) / 2, 4) if slots.alike.size else 0
    )
    coming = [not _COMING.isdisjoint(word.text.casefold() for word in side) for side in (one, two)]
    carrying = sum(word.text.casefold() not in STOP_WORDS for word in (*own[0], *own[1]))
    return (
        denied,
        float(hardly != softly),
        denied * turned,
        denied * _denies_shared(one, two),
        float(sum(denials)),
        float(bool(slots.opposites)),
        float(bool(slots.near)),
        float(bool(slots.agreeing)),
        float(bool(slots.rivals)),
        float(all(slots.figures)),
        float(any(count_one_thing(*pair) for pair in product(*slots.figures))),
        float(bool(slots.figures[0]) != bool(slots.figures[1])),
        float(bool(slots.names)),
        float(bool(slots.lone[0]) != bool(slots.lone[1])),
        cosine,
        found,
        shared,
        float(denied != placed),
        denied * placed,
        float(coming[0] != coming[1]),
        float(carrying),
        float(min(len(one), len(two))),
        denied * cosine,
        denied * shared,
    )


def _denies_shared(one: Sequence[Word], two: Sequence[Word]) -> float:
    """Return 1 where one wording denies what the other tells: not "no stove was lit" where "the stoves stayed cold"."""
    for side, others in ((one, two), (two, one)):
        told = carried_lemmas(others)
        if any(lemma in told and not tells_else(side, lemma, others) for lemma in denied_words(side)):
            return 1.0
    return 0.0


def _shared(one: Sequence[Word], two: Sequence[Word]) -> float:
    """Return the share of what the wording that carries fewer words carries that the other has, or kin of it."""
    carried = [sorted(carried_lemmas(side)) for side in (one, two)]
    fewer, more = sorted(carried, key=lambda lemmas: (len(lemmas), lemmas))
    return sum(lemma in more or any(are_kin(lemma, other) for other in more) for lemma in fewer) / max(1, len(fewer))


def _differing(slots: _Slots) -> tuple[str, str]:
    """Return the words that speak most for an alteration: numbers, opposites, rivals, names, a denial."""
    one, two = slots.words
    counted = list(product(*slots.figures))
    for figure, other in counted:
        if len(counted) == 1 or count_one_thing(figure, other):
            return figure.text, other.text
    for here, there in (*slots.near, *slots.rivals, *slots.names):
        return one[here].text, two[there].text
    if _is_turned(slots):
        return "", ""
    for here, there in slots.opposites:
        return one[here].text, two[there].text
    return denying_words(one, two) if denials_of(one) % 2 != denials_of(two) % 2 else ("", "")


def _is_turned(slots: _Slots) -> bool:
    """Say whether words that only one wording has turn a denial round."""
    own = ([side[at] for at in alone] for side, alone in zip(slots.words, slots.alone, strict=True))
    return any(map(is_turned, slots.words, own))
