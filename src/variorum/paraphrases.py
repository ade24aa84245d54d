"""Paraphrases: words by which reports tell one thing in different words ("leak", "escape"), by a table of our own.

Wider than :mod:`variorum.opposites`: words of one class need not mean the same, they answer one question. A clause
has a class of several words where it has all of them ("come", "light").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from variorum.opposites import Sense, places_of, sense_of
from variorum.word_lists import table_lines


@lru_cache(maxsize=1)
def _classes() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[tuple[frozenset[str], int], ...]]]:
    """Return the numbers of the classes of each word, and by first word the classes of several words."""
    single: dict[str, list[int]] = {}
    several: dict[str, list[tuple[frozenset[str], int]]] = {}
    for number, line in enumerate(table_lines("paraphrases.tsv")):
        for entry in line.split(","):
            words = entry.split()
            if len(words) == 1:
                single.setdefault(words[0], []).append(number)
            elif words:
                several.setdefault(words[0], []).append((frozenset(words), number))
    return {word: tuple(numbers) for word, numbers in single.items()}, {w: tuple(n) for w, n in several.items()}


@lru_cache(maxsize=20_000)
def classes_of(word: str) -> frozenset[int]:
    """Return the numbers of the classes in which a word stands alone."""
    return frozenset(_classes()[0].get(word, ()))


def phrase_classes(words: Iterable[str]) -> frozenset[int]:
    """Return the numbers of the classes of which a clause with these words has an entry of several words."""
    known = frozenset(words)
    several = _classes()[1]
    return frozenset(number for word in known if word in several for entry, number in several[word] if entry <= known)


def are_kin(one: str, other: str) -> bool:
    """Say whether two lemmas can tell one thing: one meaning, or a class in common."""
    # Nearly all pairs of words have nothing in common.
    return not _meanings(one).isdisjoint(_meanings(other)) and (
        not classes_of(one).isdisjoint(classes_of(other)) or sense_of(one, other) is Sense.SAME
    )


@lru_cache(maxsize=20_000)
def _meanings(word: str) -> frozenset[object]:
    """Return what a lemma has one of in common with each of its kin: itself, its classes, its places as an opposite."""
    return frozenset((word, *classes_of(word), *places_of(word)))


class Kin:
    """Lemmas among which the kin of others are looked up; most have none there, which is told without a look at all."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the lemmas in which kin are looked up."""
        self._words = tuple(dict.fromkeys(words))
        self._meanings = frozenset[object]().union(*map(_meanings, self._words))

    def of(self, word: str) -> list[str]:
        """Return the lemmas that are kin of another one, each once."""
        if _meanings(word).isdisjoint(self._meanings):
            return []
        return [other for other in self._words if are_kin(word, other)]


def share_at_least(one: Sequence[str], other: Sequence[str], least: float) -> bool:
    """Say whether two word lists, in lower case, share ``least`` of the longer one (:func:`share_worded_alike`)."""
    longest = max(1, len(one), len(other))
    if min(len(one), len(other)) / longest < least:
        return False
    # Whatever their order is, they share no more words than have kin on the other side.
    meanings = frozenset[object]().union(*map(_meanings, other))
    most = sum(not _meanings(word).isdisjoint(meanings) for word in one)
    return most / longest >= least and share_worded_alike(one, other) >= least


def share_worded_alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of the longer of two word lists, in lower case, that stands in a row in both.

    A word counts where the other list has it or one of its kin in its place: "we shall stay", "we will stay".
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    held = 0
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        if operation == "equal":
            held += end - start
        elif operation == "replace":
            pairs = zip(one[start:end], other[other_start:other_end], strict=False)
            held += sum(are_kin(left, right) for left, right in pairs)
    return held / max(1, len(one), len(other))
