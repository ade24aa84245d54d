"""Lists of words as they stand in code: one text of words, apart by blanks."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written as text."""
    return frozenset(words.split())
