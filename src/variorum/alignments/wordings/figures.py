"""Figures: the numbers of a wording, however they are written ("60", "sixty", "1.2 million", "the 3rd")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import isclose

from msgspec import Struct

from variorum.alignments.wordings.likeness import STOP_WORDS, Word
from variorum.calendar_words import MONTH_WORDS
from variorum.number_words import ORDINALS
from variorum.word_lists import listed

_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
           "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}  # fmt: skip
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
#: "about 1,200" and "1,187": a figure that is said to be near may lie this far off.
_NEAR = 0.1
_ABOUT = listed("about around nearly almost some roughly approximately more over under than least most up close")
#: Units in which one amount has another figure than in its neighbour's.
_UNITS = listed(
    """
    mile kilometre kilometer km metre meter feet foot yard inch pound kilogram kilo kg tonne ton acre hectare litre
    liter gallon degree fahrenheit celsius euro dollar sterling yen franc lira
    """
)
#: Parts of a whole, and their forms for several of them.
_PARTS = {"half": 2.0, "halves": 2.0, "third": 3.0, "quarter": 4.0, "fifth": 5.0, "sixth": 6.0, "eighth": 8.0,
          "tenth": 10.0}  # fmt: skip
_ARTICLES = listed("a an")
_TIMES = listed("second seconds minute minutes hour hours day days week weeks month months year years")
#: The unit of a part of a whole ("two thirds of them"): no amount in another unit is compared with it.
_SHARE = "share"
#: Words beside a number by which its place is known.
_BESIDE = 3


class Figure(Struct, frozen=True):
    """A number in a wording."""

    value: float
    text: str
    at: int
    """Number of its first word."""
    end: int
    """Number of the word after it."""
    about: bool
    """True where the words say that it is near, or a bound."""
    unit: str
    """The unit of measure or currency after it, or empty."""
    measured: str
    """The number with the words up to its unit."""
    beside: frozenset[str]
    """Stems of the words around it that carry something: the place by which two figures are compared."""
    dated: bool
    """True for the day or year beside a month, which counts nothing: "October 19"."""

    def equals(self, other: Figure) -> bool:
        """Say whether two figures can be one: equal, near where the words say so, or in different units."""
        if isclose(self.value, other.value, rel_tol=1e-6):
            # "10 miles", "10 kilometres": one figure of two measures.
            return not (self.unit and other.unit and self.unit != other.unit)
        if self.unit != other.unit:
            return True
        near = abs(self.value - other.value) <= _NEAR * max(self.value, other.value)
        return near and (self.about or other.about)


def read_figures(words: Sequence[Word]) -> Iterator[Figure]:
    """Yield the numbers of a wording: figures, number words, their products and sums ("two hundred and fifty")."""
    at = 0
    while at < len(words):
        value, end = _read_at(words, at)
        part, end = _read_part(words, at, value, end)
        number = value if part is None else part
        if number is None or (part is None and end == at + 1 and words[at].text.casefold() in {"one", "second"}):
            # "no one", "one of them", "a second": hardly ever a count.
            at = max(end, at + 1)
            continue
        around = (*words[max(0, at - _BESIDE) : at], *words[end : end + _BESIDE])
        units = [word.text.casefold().removesuffix("s") for word in words[end : end + 2]]
        yield Figure(
            number,
            " ".join(word.text for word in words[at:end]),
            at,
            end,
            about=any(word.text.casefold() in _ABOUT for word in words[max(0, at - _BESIDE) : at]),
            unit=next((unit for unit in units if unit in _UNITS), _SHARE if part is not None else ""),
            measured=" ".join(word.text for word in words[at : end + _to_unit(units)]),
            beside=frozenset(word.stem for word in around if word.text.casefold() not in STOP_WORDS),
            dated=any(_is_month(word) for word in (*words[max(0, at - 1) : at], *words[end : end + 1])),
        )
        at = end


def _is_month(word: Word) -> bool:
    """Say whether a word is a month; "may" and "march" are other words."""
    return word.text.istitle() and word.text.casefold() in MONTH_WORDS


def _to_unit(units: Sequence[str]) -> int:
    """Return how many of the words after a number reach to its unit, none where it has none."""
    return next((number for number, unit in enumerate(units, 1) if unit in _UNITS), 0)


def _read_at(words: Sequence[Word], at: int) -> tuple[float | None, int]:
    """Return the value of the numeral that starts at a word, None where none does, and where it ends."""
    total, value, end = 0.0, *_begin(words, at)
    while end < len(words):
        lower = words[end].text.casefold()
        read = _value_of(words[end])
        if lower in _SCALES and value is not None:
            value *= _SCALES[lower]
            if _SCALES[lower] >= 1e3:
                total, value = total + value, 0.0
        elif read is not None and (value is None or _adds(value, read, total)):
            value = read + (value or 0.0)
        elif value is not None and _lowered(words, end, 3) in (["and", "a", "half"], ["and", "a", "quarter"]):
            # "One and a half million".
            value, end = value + 1 / _PARTS[_lowered(words, end, 3)[2]], end + 2
        elif not (lower == "and" and value is not None and _joins(words, end, total + value)):
            break
        end += 1
    return (None if value is None else total + value), end


def _begin(words: Sequence[Word], at: int) -> tuple[float | None, int]:
    """Return what stands before a scale or a unit for its number: "a million", "half a million", "half a tonne"."""
    after = [*_lowered(words, at, 3), "", "", ""]
    half = after[0] == "half" and after[1] in _ARTICLES
    counted = after[2] if half else after[1]
    if (half or after[0] in _ARTICLES) and (counted in _SCALES or (counted in _UNITS and counted != "second")):
        return (0.5, at + 2) if half else (1.0, at + 1)
    return None, at


def _read_part(words: Sequence[Word], at: int, value: float | None, end: int) -> tuple[float | None, int]:
    """Return a part of a whole that starts at a word ("two thirds", "a quarter of"), None where none does."""
    lower = _lowered(words, end, 1)
    if value is not None and lower and lower[0].endswith("s") and lower[0].removesuffix("s") in _PARTS:
        return value / _PARTS[lower[0].removesuffix("s")], end + 1
    one = _lowered(words, at, 3)
    if len(one) > 2 and one[0] in {*_ARTICLES, "one"} and one[1] in _PARTS and one[2] == "of":
        return 1 / _PARTS[one[1]], at + 2
    return (None, end) if value is None else _read_share(words, value, end)


def _read_share(words: Sequence[Word], value: float, end: int) -> tuple[float | None, int]:
    """Return the share that a number and the words behind it make ("three out of four", "one in every ten"), or None.

    "One in ten minutes" is none.
    """
    behind = _lowered(words, end, 2)
    start = end + 2 if behind == ["out", "of"] else end + 1 if value == 1 and behind[:1] == ["in"] else end
    if start == end:
        return None, end
    start += _lowered(words, start, 1) == ["every"]
    whole, after = _read_at(words, start)
    if whole is None or whole <= value or not _TIMES.isdisjoint(_lowered(words, after, 1)):
        return None, end
    return value / whole, after


def _lowered(words: Sequence[Word], at: int, count: int) -> list[str]:
    """Return some words from a place in lower case."""
    return [word.text.casefold() for word in words[at : at + count]]


def _joins(words: Sequence[Word], at: int, value: float) -> bool:
    """Say whether "and" goes on with a numeral: "two hundred and fifty"."""
    following = _value_of(words[at + 1]) if at + 1 < len(words) else None
    return following is not None and value >= 100 and value % 100 == 0 and following < 100


def _adds(value: float, read: float, total: float) -> bool:
    """Say whether a number word goes on with the one before: "twenty five", "two hundred fifty"."""
    tens = 20 <= value < 100 and value % 10 == 0 and read < 10
    hundreds = value >= 100 and value % 100 == 0 and read < 100
    return (value == 0.0 and total > 0) or tens or hundreds


def _value_of(word: Word) -> float | None:
    """Return the value of a figure or number word, None for any other word and for a scale ("million")."""
    lower = word.text.casefold()
    if lower in _SCALES:
        return None
    if lower in ORDINALS:
        return float(ORDINALS[lower])
    if ordinal := _ORDINAL.match(lower):
        return float(ordinal.group(1))
    digits = lower.removesuffix("%")
    if _GROUPED.match(digits):
        digits = digits.replace(",", "")
    elif digits[:1].isdigit():
        digits = digits.replace(",", ".").replace(":", ".")
    else:
        digits = word.stem
    try:
        return float(digits) if digits[:1].isdigit() else None
    except ValueError:
        return None
