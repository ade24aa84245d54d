"""Opposites: whether two words mean the same, the opposite, or something else, by a small table of our own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import lru_cache

from variorum.word_lists import table_lines

#: Beginnings that make the opposite of a word: "harmed", "unharmed".
_PREFIXES = ("un", "non-", "in", "im", "dis")
#: Shorter words that begin so are words of their own ("until", "dish").
_LEAST = 6


class Sense(StrEnum):
    """How the meanings of two words lie to each other."""

    SAME = "same"
    OPPOSITE = "opposite"
    OTHER = "other"


@lru_cache(maxsize=1)
def _sides() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the lines of the table as two sides; the second may be empty."""
    fields = (line.partition("\t") for line in table_lines("opposites.tsv"))
    return tuple((_words(left), _words(right)) for left, _, right in fields)


def _words(field: str) -> frozenset[str]:
    """Return the words of a field."""
    return frozenset(word.strip() for word in field.split(",") if word.strip())


def single_words() -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the lines of the table as two sides, without what is several words; the second may be empty."""
    for left, right in _sides():
        yield frozenset(word for word in left if " " not in word), frozenset(w for w in right if " " not in w)


@lru_cache(maxsize=1)
def _places() -> dict[str, frozenset[tuple[int, int]]]:
    """Return the places of each word in the table: the numbers of its lines and its sides there, 0 and 1."""
    found: dict[str, set[tuple[int, int]]] = {}
    for line, sides in enumerate(_sides()):
        for side, words in enumerate(sides):
            for word in words:
                found.setdefault(word, set()).add((line, side))
    return {word: frozenset(places) for word, places in found.items()}


def places_of(word: str) -> frozenset[tuple[int, int]]:
    """Return the places of a lemma in the table: two that mean the same have one in common, if they are not equal."""
    return _places().get(word, frozenset())


def opposites_among(words: Collection[str], others: Collection[str]) -> list[tuple[str, str]]:
    """Return each lemma of ``words`` with each of ``others`` that means the opposite, without a look at every pair."""
    known = frozenset[object]().union(*map(_places_and_forms, others))
    found = [word for word in words if not _places_and_forms_of_opposites(word).isdisjoint(known)]
    return [(word, other) for word in found for other in others if sense_of(word, other) is Sense.OPPOSITE]


@lru_cache(maxsize=20_000)
def _places_and_forms(word: str) -> frozenset[object]:
    """Return the places of a lemma in the table, itself, and what it may be the opposite of by its first letters."""
    return frozenset((word, *_shorter(word), *places_of(word)))


@lru_cache(maxsize=20_000)
def _places_and_forms_of_opposites(word: str) -> frozenset[object]:
    """Return the same of the opposites of a lemma: each has one of these."""
    return frozenset((word, *_shorter(word), *((line, 1 - side) for line, side in places_of(word))))


def _shorter(word: str) -> tuple[str, ...]:
    """Return what a word may be the opposite of by its first letters: "harmed" of "unharmed"."""
    return tuple(word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix) and len(word) >= _LEAST)


def has_sense(word: str) -> bool:
    """Say whether the table has a lemma: no other lemma has the meaning of one that it has not."""
    return word in _places()


@lru_cache(maxsize=20_000)
def sense_of(one: str, other: str) -> Sense:
    """Compare two lemmas."""
    if one == other:
        return Sense.SAME
    places, others = _places().get(one), _places().get(other)
    # Nearly all pairs of words end here: most words are not in the table, and few end as another.
    if places is not None and others is not None:
        if any((line, 1 - side) in others for line, side in places):
            return Sense.OPPOSITE
        if not places.isdisjoint(others):
            return Sense.SAME
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) >= _LEAST and longer.endswith(shorter) and longer.removesuffix(shorter) in _PREFIXES:
        return Sense.OPPOSITE
    return Sense.OTHER
