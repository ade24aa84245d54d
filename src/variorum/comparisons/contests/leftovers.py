"""Leftovers: the words of a sentence that the other one of a contest has not, nor any paraphrase of them.

Two sentences with one frame exclude each other by what is left of both: two names, two figures, two ways of a deed.
What is left of one alone, and what the other report tells elsewhere, is no more than told in addition.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.readings import ReportIndex
from variorum.model.spans import Span
from variorum.paraphrases import Kin
from variorum.word_lists import listed

_EMPTY = listed("""
    a an the of to in on at by for from with and or but as that which who whom whose this these those it its he she
    they them his her their him i me we us our you your my mine is are was were be been being am has have had having do
    does did doing done will would shall should can could may might must not no nor so than then there here what when
    where how why if while after before because since until into onto over under up down out off about against between
    through during also too very more most only own same other such one
""")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_ENDING = re.compile(r"(?<=\w{3})(?:ingly|edly|ing|ies|ed|es|ly|['’]s|s|e)$")
#: Words of a sentence that are read, and of a stretch that is shown.
_MOST, _SHOWN = 80, 12


class _Word(Struct, frozen=True):
    """A word of a report that carries something."""

    start: int
    end: int
    word: str
    root: str
    is_name: bool


class Leftover(Struct, frozen=True):
    """What of one sentence the other one does not tell."""

    words: tuple[_Word, ...]
    elsewhere: float
    """Share of the words that the other report has in another place."""
    has_new_name: bool
    """True where a name of these words stands nowhere in the other report."""

    @property
    def has_name(self) -> bool:
        """Say whether a name is left."""
        return any(word.is_name for word in self.words)

    @property
    def has_figure(self) -> bool:
        """Say whether a figure in digits is left."""
        return any(word.word[0].isdigit() for word in self.words)

    def reaches(self, start: int, end: int) -> bool:
        """Say whether a word that is left stands between two offsets."""
        return any(word.start < end and start < word.end for word in self.words)

    def stretch_in(self, span: Span) -> Span | None:
        """Return the stretch of a clause from its first word that is left on, or None where none is."""
        inside = [word for word in self.words if span.start <= word.start and word.end <= span.end][:_SHOWN]
        return Span(inside[0].start, inside[-1].end) if inside else None


def leftovers(contest: Contest, indexes: Indexes) -> tuple[Leftover, Leftover]:
    """Return what is left of each of two sentences."""
    left, right = (indexes[passage.siglum] for passage in contest.ends)
    told = [
        _words_in(index.words(passage.span), passage.span.start)
        for index, passage in zip((left, right), contest.ends, strict=True)
    ]
    return _left_of(told[0], told[1], right), _left_of(told[1], told[0], left)


def _left_of(own: tuple[_Word, ...], others: tuple[_Word, ...], report: ReportIndex) -> Leftover:
    """Return what the words of another sentence leave of one; ``report`` is that of the other sentence."""
    roots, kin = {other.root for other in others}, Kin(other.word for other in others)
    rest = tuple(item for item in own if item.root not in roots and not kin.of(item.word))
    known = _roots_of(report.text)
    return Leftover(
        rest,
        sum(item.root in known for item in rest) / len(rest) if rest else 0.0,
        any(item.is_name and item.root not in known for item in rest),
    )


@lru_cache(maxsize=4_000)
def _words_in(sentence: str, start: int) -> tuple[_Word, ...]:
    """Return the words of a sentence that carry something; a name is what is written large inside of it."""
    return tuple(
        _Word(
            start + match.start(),
            start + match.end(),
            match[0].casefold(),
            _root(match[0]),
            match.start() > 0 and match[0][0].isupper(),
        )
        for match in _found(sentence)[:_MOST]
    )


def _found(text: str) -> list[re.Match[str]]:
    """Return the words of a text that carry something."""
    return [match for match in _WORD.finditer(text) if match[0].casefold() not in _EMPTY]


@lru_cache(maxsize=512)
def _roots_of(text: str) -> frozenset[str]:
    """Return the words of a report without their endings."""
    return frozenset(_root(match[0]) for match in _found(text))


def _root(word: str) -> str:
    """Return a word without its ending, in lower case."""
    return _ENDING.sub("", word.casefold())
