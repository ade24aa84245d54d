"""Wordings: how alike two stretches of text are, and what exactly differs between them.

Words are compared by their stems, so that "worsens" and "worsened" are one word; weights are inverse document
frequencies over the sentences of the story, so that what every sentence says counts little.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from math import log

from variorum.alignments.names import fold_name, is_spelling_of, listed, plain_letters
from variorum.limits import LIMITS

_WORD = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+")
#: Words that carry little of what is told.
STOP_WORDS = listed(
    """
    a an the this that these those and or but nor so if as than then of in on at by for from to into onto with without
    about over under between among through during before after since until while be is are was were been being am do
    does did have has had having will would shall should can could may might must i me my we us our you your he him his
    she her it its they them their who whom whose which what when where why how there here not no very also too just
    only more most such own same other some any each every both all s t d ll re ve m said say says saying told tell
    tells
    """
)
#: Words that turn a statement into its opposite.
NEGATIONS = listed(
    """
    not no never none nobody nothing nowhere neither nor cannot without n't refuse refused refuses deny denied denies
    fail failed fails
    """
)
#: Words of a change that can turn a sentence into its opposite; longer ones reword it.
_SHORT_CHANGE = 3
#: Number words, so that "two" and "three" differ as numbers do.
NUMERALS = (
    {
        word: str(value)
        for value, word in enumerate(
            (
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
                "twenty",
            )
        )
    }
    | {
        word: str(10 * value)
        for value, word in enumerate(("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=3)
    }
    | {"dozen": "12", "hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000"}
)
_SUFFIXES = ("ically", "ations", "ation", "ingly", "ments", "ment", "ions", "ings", "edly", "ally", "ion", "ing",
             "ies", "ied", "ily", "ed", "es", "er", "ly", "s", "e", "y")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with its stem."""

    text: str
    stem: str
    first: bool
    """True for the first word of a sentence, whose capital says nothing."""

    @property
    def is_name(self) -> bool:
        """Say whether the word is written as a name inside a sentence."""
        return self.text[0].isupper() and not self.first and self.stem not in {"i", "i'm", "i'll", "i've"}

    @property
    def is_number(self) -> bool:
        """Say whether the word is a figure or a number word."""
        return self.stem[:1].isdigit()


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order."""
    words: list[Word] = []
    end = 0
    for match in _WORD.finditer(text[: LIMITS.pattern_characters]):
        word = match.group().replace("’", "'")
        between = text[end : match.start()]
        first = not words or any(mark in between for mark in '.!?:“"')
        words.append(Word(word, stem_of(word.casefold()), first))
        end = match.end()
    return tuple(words)


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """Return a word without its commonest endings, a number in figures: cruder than Porter's, enough for overlap."""
    word = plain_letters(word).removesuffix("'s")
    if word in NUMERALS or word[:1].isdigit():
        return NUMERALS.get(word, word.replace(",", ""))
    if not word.isalpha() or len(word) <= 4:
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    # "planned" and "plans", "worries" and "worry".
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiousl" else word


def contents_of(text: str) -> tuple[str, ...]:
    """Return the stems of the content words, in order."""
    return tuple(word.stem for word in words_of(text) if word.text.casefold() not in STOP_WORDS and len(word.text) > 1)


class Weights:
    """Inverse document frequencies of words over the clauses of a story (Sparck Jones 1972)."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        """Count in how many documents each word stands."""
        self._counts: Counter[str] = Counter()
        self._total = 0
        for document in documents:
            self._counts.update(set(document))
            self._total += 1

    def of(self, word: str) -> float:
        """Return the weight of a word, from 0 upwards."""
        return log(1 + self._total / (1 + self._counts[word]))

    def overlap(self, one: Iterable[str], other: Iterable[str]) -> float:
        """Return the weighted Jaccard overlap of two sets of words, 0 to 1."""
        left, right = set(one), set(other)
        # Sorted: the order of a sum decides its last bit.
        whole = sum(self.of(word) for word in sorted(left | right))
        return sum(self.of(word) for word in sorted(left & right)) / whole if whole else 0.0

    def containment(self, one: Iterable[str], other: Iterable[str]) -> float:
        """Return how much of the lighter set the other one holds, 0 to 1."""
        left, right = set(one), set(other)
        least = min(sum(self.of(word) for word in sorted(side)) for side in (left, right))
        return sum(self.of(word) for word in sorted(left & right)) / least if least else 0.0


def jaccard(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the Jaccard overlap of two lists of words as sets."""
    left, right = set(one), set(other)
    return len(left & right) / len(left | right) if left or right else 0.0


def verbatim_blocks(short: Sequence[str], long: Sequence[str], *, least: int) -> tuple[int, int]:
    """Return how many blocks of ``least`` or more equal words both share in order, and their words."""
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    sizes = [block.size for block in blocks if block.size >= least]
    return len(sizes), sum(sizes)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two wordings that could turn the meaning."""

    kind: str
    """``number``, ``negation`` or ``name``."""
    left: str
    right: str

    def __str__(self) -> str:
        """Return the difference in words."""
        if self.kind == "negation":
            return f"negated in one: “{self.left or self.right}”"
        return f"{self.kind} differs: “{self.left}”, “{self.right}”"


def is_negated(text: str) -> bool:
    """Say whether a text holds an odd number of negations, roughly: any at all."""
    return any(_negates(word) for word in words_of(text))


def _negates(word: Word) -> bool:
    """Say whether a word negates."""
    lower = word.text.casefold()
    return lower in NEGATIONS or lower.endswith("n't")


def differences(left: str, right: str) -> tuple[Difference, ...]:
    """Return the differences of number, negation and name between two near-identical wordings.

    A number or name differs only where one stands in the place of the other: what one side merely leaves out is no
    difference, nor are two spellings of one name.
    """
    one, two = words_of(left), words_of(right)
    matcher = SequenceMatcher(None, [word.stem for word in one], [word.stem for word in two], autojunk=False)
    found: list[Difference] = []
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        if operation == "replace":
            found.extend(_replaced(one[start:end], two[other_start:other_end]))
        if operation != "equal" and max(end - start, other_end - other_start) <= _SHORT_CHANGE:
            # "closed", "not closed"; a long stretch that is left out may hold a negation of its own.
            negating = [
                [word.text for word in side if _negates(word)] for side in (one[start:end], two[other_start:other_end])
            ]
            if bool(negating[0]) != bool(negating[1]):
                found.append(Difference("negation", " ".join(negating[0]), " ".join(negating[1])))
    return tuple(found)


def _replaced(one: Sequence[Word], two: Sequence[Word]) -> list[Difference]:
    """Return numbers and names that stand in each other's place."""
    found = []
    numbers = [[word for word in side if word.is_number] for side in (one, two)]
    if all(numbers) and {word.stem for word in numbers[0]} != {word.stem for word in numbers[1]}:
        found.append(Difference("number", *(" ".join(word.text for word in side) for side in numbers)))
    names = [[word for word in side if word.is_name] for side in (one, two)]
    if all(names) and not any(_same_name(left, right) for left in names[0] for right in names[1]):
        found.append(Difference("name", *(" ".join(word.text for word in side) for side in names)))
    return found


def _same_name(left: Word, right: Word) -> bool:
    """Say whether two words are spellings of one name."""
    one, two = fold_name(left.text), fold_name(right.text)
    return bool(one and two) and is_spelling_of(one[-1], two[-1])
