"""Contrasts: words of which one at most is true of a thing ("open", "closed"; "left", "right"; "all", "half", "none").

Opposites come from the table of the package; the sets below are closed: sides, seasons, colours, parts of a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import Word
from variorum.opposites import Sense, sense_of, single_words
from variorum.word_lists import listed, table_lines

#: Letters before "-est" without which a word is no superlative: "rest", "forest".
_LEAST_STEM = 4

Side = frozenset[str]
Places = dict[str, tuple[tuple[int, int], ...]]


def _sets(table: str) -> list[tuple[Side, ...]]:
    """Return the sets of a table, each with its sides: words of one meaning, phrases written with an underscore."""
    return [tuple(listed(side) for side in line.split("|")) for line in table_lines(table)]


def word_in(words: Sequence[Word], at: int) -> str:
    """Return a word in lower case, or the verb with the particle behind it where the table has the two: "giv_up"."""
    lower = words[at].text.casefold()
    if at + 1 < len(words) and (particle := words[at + 1].text.casefold()) in _particles():
        phrase = f"{lemma_of(lower)}_{particle}"
        return phrase if phrase in _places() else lower
    return lower


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    """Return the particles of the verbs in the table: "up", "out"."""
    return frozenset(word.partition("_")[2] for word in _places() if "_" in word)


def _forms_of(word: str) -> tuple[str, ...]:
    """Return the forms by which a word of the table is found: itself and its lemma, of a phrase the verb's."""
    verb, mark, particle = word.partition("_")
    return (lemma_of(verb) + mark + particle,) if mark else (word, lemma_of(word))


def _places_in(sets: Iterable[tuple[Side, ...]], forms: Callable[[str], Iterable[str]]) -> Places:
    """Return for each form of each word the numbers of its sets and its sides in them."""
    found: dict[str, dict[tuple[int, int], None]] = {}
    for number, sides in enumerate(sets):
        for side, words in enumerate(sides):
            for word in sorted(words):
                for form in forms(word):
                    found.setdefault(form, {})[number, side] = None
    return {word: tuple(places) for word, places in found.items()}


@lru_cache(maxsize=1)
def _rivals() -> Places:
    """Return the places of the words that have a rival where all else is equal.

    They are found in every number: "minutes" by its lemma, "minut"; "on" is no number of "one".
    """
    return _places_in(_sets("contrasts_in_place.txt"), _numbers_of)


def _numbers_of(word: str) -> tuple[str, ...]:
    """Return the forms by which a word is found in every number: itself and, of a longer one, its lemma."""
    return (word, word.removesuffix("e")) if word.endswith("e") and len(word) > _LEAST_STEM else (word,)


def replaces(one: str, other: str) -> bool:
    """Say whether a word in the place of another, all else being equal, tells something else: "must", "may"."""
    numbers = [dict(_rivals().get(word) or _rivals().get(lemma_of(word), ())) for word in (one, other)]
    shared = numbers[0].keys() & numbers[1].keys()
    return bool(shared) and all(numbers[0][number] != numbers[1][number] for number in shared)


@lru_cache(maxsize=1)
def _places() -> Places:
    """Return the places of the words that exclude others anywhere, opposites among them, and of their lemmas."""
    opposites = ((left, right) for left, right in single_words() if left and right)
    return _places_in((*_sets("contrasts.txt"), *opposites), _forms_of)


def _of(word: str) -> tuple[tuple[int, int], ...]:
    """Return the places of a word by the form that the table has of it: "heaviest" stands where "heavy" does."""
    forms = (word, lemma_of(word), *_plain_degree(word))
    return next((found for form in forms if (found := _places().get(form))), ())


def _plain_degree(word: str) -> tuple[str, ...]:
    """Return what a superlative, or a comparative in "-ier", can be the degree of; "forest" is none."""
    if word.endswith(("iest", "ier")):
        return (word.removesuffix("est").removesuffix("er").removesuffix("i") + "y",)
    stem = word.removesuffix("est")
    if stem == word or len(stem) < _LEAST_STEM:
        return ()
    return (stem, stem + "e", stem[:-1])


def stand_together(one: str, other: str) -> bool:
    """Say whether two words in lower case are opposites of the same: "glad", "pleased"."""
    sides = [set(_of(word)) for word in (one, other)]
    return not sides[0].isdisjoint(sides[1])


@lru_cache(maxsize=20_000)
def contrast(one: str, other: str) -> bool:
    """Say whether of two words in lower case one at most can be true of a thing."""
    if one == other or lemma_of(one) == lemma_of(other):
        return False
    numbers = [dict(_of(word)) for word in (one, other)]
    shared = numbers[0].keys() & numbers[1].keys()
    if shared:
        # "back" stands in two sets: what means the same in one of them is no contrast.
        return all(numbers[0][number] != numbers[1][number] for number in shared)
    return sense_of(one, other) is Sense.OPPOSITE
