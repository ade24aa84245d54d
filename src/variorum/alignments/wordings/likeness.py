"""Wordings: the words of a stretch of text, and how alike two stretches are.

Words are compared by their stems, so that "worsens" and "worsened" are one word; weights are inverse document
frequencies over the sentences of the story, so that what every sentence says counts little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from math import fsum, log

from msgspec import Struct

from variorum.alignments.wordings.names import plain_letters
from variorum.limits import LIMITS
from variorum.number_words import ONES, TENS
from variorum.word_lists import listed
from variorum.word_spans import WORD, word_spans

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
#: Number words, so that "two" and "three" differ as numbers do.
NUMERALS = {word: str(value) for word, value in (ONES | TENS).items()} | {
    "dozen": "12", "hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000",
}  # fmt: skip
_SUFFIXES = ("ically", "ations", "ation", "ingly", "ments", "ment", "ions", "ings", "edly", "ally", "ion", "ing",
             "ies", "ied", "ily", "ed", "es", "er", "ly", "s", "e", "y")  # fmt: skip


#: Longest first; "'s" after these words is always "is".
_CONTRACTIONS = (("can't", "can not"), ("cannot", "can not"), ("won't", "will not"), ("n't", " not"), ("'re", " are"),
                 ("'ve", " have"), ("'ll", " will"), ("'m", " am"), ("it's", "it is"), ("It's", "It is"),
                 ("that's", "that is"), ("That's", "That is"), ("there's", "there is"),
                 ("There's", "There is"))  # fmt: skip


class Word(Struct, frozen=True):
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
    for match in WORD.finditer(text[: LIMITS.pattern_characters]):
        word = match.group().replace("’", "'")
        between = text[end : match.start()]
        first = not words or any(mark in between for mark in '.!?:“"')
        words.append(Word(word, stem_of(word.casefold()), first))
        end = match.end()
    return tuple(words)


def written_out(text: str) -> str:
    """Return a text with its contractions written out: "it's" and "it is" are one."""
    text = text.replace("’", "'")
    for short, long in _CONTRACTIONS:
        text = text.replace(short, long)
    return text


def word_places(text: str) -> list[tuple[int, int, str]]:
    """Return where each word of a text starts and ends, and its stem."""
    return [(start, end, stem_of(text[start:end].replace("’", "'").casefold())) for start, end in word_spans(text)]


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


def shared_words(one: str, two: str) -> list[str]:
    """Return the content words that two texts share, whatever their endings: the shorter form of each, in order.

    Of two forms that differ in capitals alone, the one with fewer.
    """
    forms: dict[str, set[str]] = {}
    stems = {*contents_of(one)} & {*contents_of(two)} - STOP_WORDS
    for word in (*words_of(one), *words_of(two)):
        if word.stem in stems:
            forms.setdefault(word.stem, set()).add(word.text)
    shortest = (
        min(found, key=lambda text: (len(text), text.casefold(), sum(map(str.isupper, text)), text))
        for found in forms.values()
    )
    return sorted(shortest, key=lambda text: (text.casefold(), text))


class _Rarity(dict[str, float]):
    """Weights of words, each found when it is first asked for."""

    def __init__(self, counts: Counter[str]) -> None:
        """Take in how many documents each word stands."""
        super().__init__()
        self.documents = 0
        self._counts = counts

    def __missing__(self, word: str) -> float:
        """Find the weight of a word."""
        weight = self[word] = log(1 + self.documents / (1 + self._counts[word]))
        return weight


class Weights:
    """Inverse document frequencies of words over the clauses of two reports (Sparck Jones 1972)."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        """Count in how many documents each word stands."""
        self._counts: Counter[str] = Counter()
        self._known = _Rarity(self._counts)
        self._sums: dict[frozenset[str], float] = {}
        for document in documents:
            self._counts.update(set(document))
            self._known.documents += 1

    def of(self, word: str) -> float:
        """Return the weight of a word, from 0 upwards."""
        return self._known[word]

    def sum_of(self, words: Iterable[str]) -> float:
        """Return the weight of a set of words, the same in any order."""
        return fsum(map(self._known.__getitem__, words))

    def overlap(self, one: Iterable[str], other: Iterable[str]) -> float:
        """Return the weighted Jaccard overlap of two sets of words, 0 to 1."""
        left, right = frozenset(one), frozenset(other)
        shared = self.sum_of(left & right)
        whole = self._whole(left) + self._whole(right) - shared
        return shared / whole if whole else 0.0

    def containment(self, one: Iterable[str], other: Iterable[str]) -> float:
        """Return how much of the lighter set the other one holds, 0 to 1."""
        left, right = frozenset(one), frozenset(other)
        least = min(self._whole(left), self._whole(right))
        return self.sum_of(left & right) / least if least else 0.0

    def _whole(self, words: frozenset[str]) -> float:
        """Return the weight of a set that is compared with many others."""
        known = self._sums.get(words)
        if known is None:
            known = self._sums[words] = self.sum_of(words)
        return known


def jaccard(one: Iterable[str], other: Iterable[str]) -> float:
    """Return the Jaccard overlap of words as sets."""
    left, right = set(one), set(other)
    return len(left & right) / len(left | right) if left or right else 0.0


def verbatim_blocks(short: Sequence[str], long: Sequence[str], *, least: int) -> tuple[int, int]:
    """Return how many blocks of ``least`` or more equal words both share in order, and their words."""
    if not least or _runs(tuple(short), least).isdisjoint(_runs(tuple(long), least)):
        return 0, 0
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    sizes = [block.size for block in blocks if block.size >= least]
    return len(sizes), sum(sizes)


@lru_cache(maxsize=2_000)
def _runs(words: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    """Return the runs of so many words: what shares none shares no block. A sentence is held against many."""
    return frozenset(zip(*(words[start:] for start in range(length)), strict=False))


def is_negated(text: str) -> bool:
    """Say whether a text holds an odd number of negations, roughly: any at all."""
    return any(_negates(word) for word in words_of(text))


def _negates(word: Word) -> bool:
    """Say whether a word negates."""
    lower = word.text.casefold()
    return lower in NEGATIONS or lower.endswith("n't")
