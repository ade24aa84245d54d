"""Contrasts: words of which one at most is true of a thing ("open", "closed"; "left", "right"; "all", "half", "none").

Opposites come from the table of the package; the sets below are closed: sides, seasons, colours, parts of a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from variorum.alignments.wordings.lemmas import lemma_of
from variorum.opposites import Sense, sense_of, single_words
from variorum.word_lists import listed, table_lines

#: Letters before "-est" without which a word is no superlative: "rest", "forest".
_LEAST_STEM = 4

Side = frozenset[str]
Places = dict[str, tuple[tuple[int, int], ...]]


def _sets(table: str) -> list[tuple[Side, ...]]:
    """Return the sets of a table, each with its sides: words of one meaning."""
    return [tuple(listed(side) for side in line.split("|")) for line in table_lines(table)]


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

    A lemma stands for its word ("minut" for "minute") unless it is a word of its own: "should" is listed for itself.
    """
    sets = _sets("contrasts_in_place.txt")
    own = {word for sides in sets for words in sides for word in words}
    return _places_in(sets, lambda word: (word,) if lemma_of(word) in own else (word, lemma_of(word)))


def replaces(one: str, other: str) -> bool:
    """Say whether a word in the place of another, all else being equal, tells something else: "must", "may"."""
    numbers = [dict(_rivals().get(word) or _rivals().get(lemma_of(word), ())) for word in (one, other)]
    shared = numbers[0].keys() & numbers[1].keys()
    return bool(shared) and all(numbers[0][number] != numbers[1][number] for number in shared)


@lru_cache(maxsize=1)
def _places() -> Places:
    """Return the places of the words that exclude others anywhere, opposites among them, and of their lemmas."""
    opposites = ((left, right) for left, right in single_words() if left and right)
    return _places_in((*_sets("contrasts.txt"), *opposites), lambda word: (word, lemma_of(word)))


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
