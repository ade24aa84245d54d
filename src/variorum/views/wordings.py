"""Word differences between the wordings of one utterance (Ratcliff and Obershelp, through difflib)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations

from msgspec import Struct

_WORD = re.compile(r"\w{1,60}(?:['’\-]\w{1,40}){0,4}")

READINGS = 8
"""More wordings of one utterance than this are shown without marks."""

WORDS = 300
"""Wordings longer than this, in words, are shown without marks: the matcher is quadratic."""


class Piece(Struct, frozen=True):
    """A stretch of a wording."""

    text: str
    differs: bool
    """True for words that another report does not have at this place."""


def compare_wordings(texts: Sequence[str]) -> list[tuple[Piece, ...]]:
    """Return each text in pieces, in the order given; case, kind of apostrophe and punctuation make no difference.

    Every wording is compared with every other one, so the marks do not depend on the order of the reports.
    """
    words = [list(_WORD.finditer(text)) for text in texts]
    if not 2 <= len(texts) <= READINGS or any(len(found) > WORDS for found in words):
        return [(Piece(text, differs=False),) for text in texts]
    keys = [[_key(match.group()) for match in found] for found in words]
    differs = [[False] * len(found) for found in words]
    for one, other in combinations(range(len(texts)), 2):
        # The matcher may choose differently when its arguments change places: the order of the words decides, not ours.
        first, second = sorted((one, other), key=lambda index: keys[index])
        for index, same in zip((first, second), _matched(keys[first], keys[second]), strict=True):
            differs[index] = [old or not found for old, found in zip(differs[index], same, strict=True)]
    return [_pieces(text, found, marks) for text, found, marks in zip(texts, words, differs, strict=True)]


def _key(word: str) -> str:
    """Return what words are compared by."""
    return word.casefold().replace("’", "'")


def _matched(left: list[str], right: list[str]) -> tuple[list[bool], list[bool]]:
    """Say of every word whether the other wording has it in the same order."""
    in_left, in_right = [False] * len(left), [False] * len(right)
    for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        in_left[block.a : block.a + block.size] = [True] * block.size
        in_right[block.b : block.b + block.size] = [True] * block.size
    return in_left, in_right


def _pieces(text: str, words: list[re.Match[str]], differs: list[bool]) -> tuple[Piece, ...]:
    """Cut a text into runs of words that differ and the rest."""
    pieces: list[Piece] = []
    done = index = 0
    while index < len(words):
        if not differs[index]:
            index += 1
            continue
        last = index
        while last + 1 < len(words) and differs[last + 1]:
            last += 1
        start, end = words[index].start(), words[last].end()
        pieces += [Piece(text[done:start], differs=False), Piece(text[start:end], differs=True)]
        done, index = end, last + 1
    pieces.append(Piece(text[done:], differs=False))
    return tuple(piece for piece in pieces if piece.text)
