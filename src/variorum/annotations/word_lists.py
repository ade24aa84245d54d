"""Lists of words as they stand in code: one text of words, apart by blanks."""

from __future__ import annotations


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text that blanks part."""
    return frozenset(text.split())
