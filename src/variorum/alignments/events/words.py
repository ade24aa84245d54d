"""Event words: words by which reports name one event ("heist", "robbery"), by a table of our own.

Narrower than :mod:`variorum.paraphrases`: any word of a class can stand for any other as the name of the event.
Words count by their roots, so that "robbed" has the class of "robbery".
"""

from __future__ import annotations

from functools import lru_cache

from variorum.word_lists import table_lines

#: Endings that make another part of speech of a word, the longest first: "arrest" and "arrests", "burial" and "bury".
_DERIVING = (
    "ements", "ations", "itions", "ances", "ences", "ement", "ation", "ition", "ments", "ings", "ions", "ance", "ence",
    "ment", "ures", "ing", "ion", "als", "ure", "ers", "ors", "ies", "ive", "al", "er", "or", "ed", "es", "s", "e", "y",
    "t",
)  # fmt: skip
#: Letters that a root has at least.
ROOT_LETTERS = 4


def root_of(lemma: str) -> str:
    """Return a word without an ending that makes another part of speech of it."""
    lemma = lemma.casefold()
    for ending in _DERIVING:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= ROOT_LETTERS:
            return lemma[: -len(ending)]
    return lemma


@lru_cache(maxsize=1)
def _classes() -> tuple[dict[str, frozenset[int]], dict[str, tuple[tuple[frozenset[str], int], ...]]]:
    """Return the numbers of the classes of each root, and by any root of theirs those of several words."""
    single: dict[str, set[int]] = {}
    several: dict[str, list[tuple[frozenset[str], int]]] = {}
    for number, line in enumerate(table_lines("event_words.tsv")):
        for entry in line.split(","):
            roots = frozenset(root_of(word) for word in entry.split())
            if len(roots) == 1:
                single.setdefault(min(roots), set()).add(number)
            elif roots:
                several.setdefault(min(roots), []).append((roots, number))
    return {root: frozenset(found) for root, found in single.items()}, {
        root: tuple(found) for root, found in several.items()
    }


def event_classes(lemma: str, words: str) -> frozenset[int]:
    """Return the numbers of the classes of a trigger: of its lemma, and of several of its words ("shot dead")."""
    single, several = _classes()
    roots = frozenset(root_of(word) for word in words.replace("-", " ").split())
    found = set(single.get(root_of(lemma), ()))
    if len(roots) > 1:
        found.update(number for root in roots for entry, number in several.get(root, ()) if entry <= roots)
    return frozenset(found)
