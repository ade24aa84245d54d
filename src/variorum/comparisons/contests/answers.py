"""Answers: what a sentence says to questions that have few answers, by a table of our own (``data/exclusions.tsv``).

Verdict, custody, life, damage, weapon, vehicle, the way in: of two answers to one question one is true of a thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from variorum.model.comparisons import Slot
from variorum.word_lists import listed, table_lines

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[.;:!?,]")
_DENIALS = listed("not never no nobody none nothing without nor neither cannot hardly barely instead rather")
_DENYING = ("refus", "den", "fail", "declin", "avoid", "prevent")
#: Words before a phrase within which a denial reaches it.
_REACH = 4
_BREAKS = frozenset(".;:!?")
#: Words of a sentence that are read.
_MOST = 120
#: Letters before a star.
_LEAST_STEM = 3


class Question(Struct, frozen=True):
    """A question with few answers."""

    number: int
    slot: Slot
    name: str


class Answer(Struct, frozen=True):
    """What a sentence answers to one question, and where."""

    question: Question
    value: int
    denied: bool
    start: int
    end: int

    def excludes(self, other: Answer) -> bool:
        """Say whether two answers to one question cannot both be true."""
        if self.question != other.question:
            return False
        if self.value == other.value:
            return self.denied != other.denied
        return not (self.denied or other.denied)


class _Phrase(Struct, frozen=True):
    """The words of a phrase; a star at the end stands for any ending, a low line for one word."""

    words: tuple[str, ...]
    question: Question
    value: int


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """Return the phrases by their first word, its star kept."""
    found: dict[str, list[_Phrase]] = {}
    for number, line in enumerate(table_lines("exclusions.tsv")):
        slot, name, *fields = line.split("\t")
        question = Question(number, Slot(slot), name)
        for value, field in enumerate(fields):
            for entry in field.split(","):
                words = tuple(entry.split())
                if words:
                    found.setdefault(words[0], []).append(_Phrase(words, question, value))
    return {word: tuple(phrases) for word, phrases in found.items()}


@lru_cache(maxsize=4_000)
def answers_in(sentence: str) -> tuple[Answer, ...]:
    """Return the answers of a sentence, with offsets in it, in text order; of two in one place the longer one."""
    tokens = [(match[0].casefold().replace("’", "'"), match.start(), match.end()) for match in _WORD.finditer(sentence)]
    words = [word for word, _, _ in tokens[:_MOST]]
    found: dict[tuple[int, int], Answer] = {}
    for at in range(len(words)):
        for phrase in sorted(_phrases_at(words, at), key=lambda item: len(item.words)):
            end = tokens[at + len(phrase.words) - 1][2]
            answer = Answer(phrase.question, phrase.value, _is_denied(words, at), tokens[at][1], end)
            found[phrase.question.number, at] = answer
    kept = [answer for answer in found.values() if not any(_covers(other, answer) for other in found.values())]
    return tuple(sorted(kept, key=_order))


def _phrases_at(words: list[str], at: int) -> Iterator[_Phrase]:
    """Yield the phrases whose words stand in a row from a place."""
    word = words[at]
    for key in (word, *(word[:length] + "*" for length in range(_LEAST_STEM, len(word) + 1))):
        yield from (phrase for phrase in _phrases().get(key, ()) if _stands_at(phrase.words, words, at))


def _order(answer: Answer) -> tuple[int, int]:
    """Return what answers are sorted by."""
    return answer.start, answer.question.number


def _covers(one: Answer, other: Answer) -> bool:
    """Say whether an answer stands in a longer one to the same question: "not guilty", "guilty"."""
    longer = one.end - one.start > other.end - other.start
    return one.question == other.question and longer and one.start <= other.start and other.end <= one.end


def _stands_at(phrase: tuple[str, ...], words: list[str], at: int) -> bool:
    """Say whether the words of a phrase stand in a row from a place."""
    if at + len(phrase) > len(words):
        return False
    return all(_fits(part, word) for part, word in zip(phrase, words[at:], strict=False))


def _fits(part: str, word: str) -> bool:
    """Say whether a word is one that a part of a phrase stands for."""
    if part.startswith("_"):
        return word.isalnum() and word.endswith(part[1:])
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def _is_denied(words: list[str], at: int) -> bool:
    """Say whether a denial stands shortly before a place, in the same clause."""
    for word in reversed(words[max(0, at - _REACH) : at]):
        if word in _BREAKS:
            return False
        if word in _DENIALS or word.endswith("n't") or word.startswith(_DENYING):
            return True
    return False
