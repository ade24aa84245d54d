"""Plain words: words in lower case without accents, so that spellings of one name can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=512)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in plain letters."""
    return frozenset(plain(word) for word in _WORD.findall(text))


def has_words(text: str, words: Sequence[str]) -> bool:
    """Say whether a text has words, in plain letters, one right behind the other."""
    return f" {' '.join(words)} " in _plain_text(text)


@lru_cache(maxsize=512)
def _plain_text(text: str) -> str:
    """Return the words of a text in plain letters, apart by blanks."""
    return f" {' '.join(plain(word) for word in _WORD.findall(text))} "


def plain(word: str) -> str:
    """Return a word in lower case without accents."""
    return "".join(letter for letter in normalize("NFKD", word.casefold()) if not combining(letter))
