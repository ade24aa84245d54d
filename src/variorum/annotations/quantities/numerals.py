"""Numerals: words and digits to the interval of values that they allow ("1,200", "two dozen", "tens of thousands").

Works on lower-case tokens alone. What a vague numeral may stand for is a convention, written down here in one table,
wide enough that two reports are never set against each other over it: "dozens" is two dozen to just under a hundred.
"""

from __future__ import annotations

import math
import re

from msgspec import Struct
from msgspec.structs import replace

from variorum import number_words

#: Numerals are intervals of floats, so these are floats too.
UNITS = {word: float(value) for word, value in number_words.ONES.items()}
TENS = {word: float(value) for word, value in number_words.TENS.items()}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
#: Short for a scale after an amount of money ("£5m", "$3bn", "$40k").
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
#: Plural numerals without a figure: what they may stand for, both ends included.
VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 99_999.0),
    "millions": (2e6, 99_999_999.0),
    "billions": (2e9, 99_999_999_999.0),
    "several": (3.0, 12.0),
    "few": (2.0, 9.0),
    "handful": (2.0, 9.0),
    "couple": (2.0, 3.0),
}
_TIMES_OF = {"tens": (20.0, 99.999), "hundreds": (200.0, 999.999), "dozens": (24.0, 99.999), "scores": (40.0, 199.999)}
_PLURAL_SCALES = {"thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}
_FRACTIONS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(\.\d{1,6})?(k|m|mn|mln|bn|b|tn|trn|\+)?\Z")
#: Signs of money that are written together with the figure behind them: "SKr2.9bn", "HK$5bn", "Rs500".
_GLUED = re.compile(
    r"(?P<sign>(?:us|au?|ca?|hk|nz|s|r)\$|skr|nkr|dkr|chf|usd|eur|gbp|rs\.?)(?P<figure>\d[\d.,]{0,20}[a-z]{0,3})\Z"
)
#: Tokens that a numeral can begin with.
OPENERS = frozenset({*UNITS, *TENS, *VAGUE, "tens", "half", "a", "an"} - {"few", "handful", "couple"})
#: "about" and the like widen by this share of the figure, down and up; "nearly" down alone, "just over" up alone.
APPROXIMATION = 0.1


class Numeral(Struct, frozen=True):
    """A numeral: tokens ``[first, after)`` and the values it allows."""

    first: int
    after: int
    low: float
    high: float
    vague: bool = False
    """The words themselves are no figure ("dozens", "a third")."""
    share: bool = False
    """A share of a whole, in percent ("a third of", "one in five")."""
    short: bool = False
    """Written with a short scale, which outside of money may mean a unit ("5m")."""
    more: bool = False
    """Written with a plus ("50+")."""
    sign: str = ""
    """The sign of money that is written together with the figure."""


def widen(low: float, high: float, down: float, up: float, *, whole: bool) -> tuple[float, float]:
    """Return the interval widened by shares of its ends, to whole numbers outwards where things are counted."""
    low, high = low * (1 - down), high * (1 + up)
    if whole:
        return float(math.floor(low + 1e-9)), float(math.ceil(high - 1e-9))
    return round(low, 6), round(high, 6)


def read_digits(token: str) -> tuple[float, str] | None:
    """Return (value, suffix) of a token of digits ("1,200", "3.5", "3bn", "50+"), or None."""
    match = _DIGITS.match(token)
    if match is None:
        return None
    return float(match[1].replace(",", "") + (match[2] or "")), match[3] or ""


def read_numeral(lower: list[str], first: int, last: int) -> Numeral | None:
    """Return the longest numeral that begins at token ``first`` and ends before ``last``, or None."""
    word = lower[first]
    if word[0].isdigit():
        return _read_figure(lower, first, last)
    if word not in OPENERS:
        return _read_glued(lower, first, last)
    return _read_share(lower, first, last) or _read_vague(lower, first, last) or _read_words(lower, first, last)


def _read_glued(lower: list[str], first: int, last: int) -> Numeral | None:
    """Read a figure that is written together with its sign of money: "SKr2.9bn", "CHF5 million"."""
    glued = _GLUED.match(lower[first])
    if glued is None:
        return None
    numeral = _read_figure([glued["figure"], *lower[first + 1 : min(last, first + 3)]], 0, min(last - first, 3))
    if numeral is None:
        return None
    return replace(numeral, first=first, after=first + numeral.after, sign=glued["sign"])


def _at(lower: list[str], at: int, last: int) -> str:
    """Return the token at ``at``, or nothing behind the end."""
    return lower[at] if at < last else ""


def _read_figure(lower: list[str], first: int, last: int) -> Numeral | None:
    """Read digits with what multiplies them: "1.2 million", "1.9-million-barrel", "3bn"."""
    read = read_digits(lower[first])
    if read is None:
        return None
    value, suffix = read
    at, short = first + 1, suffix in SHORT_SCALES
    value *= SHORT_SCALES.get(suffix, 1.0)
    if _at(lower, at, last) == "in" and suffix == "" and _at(lower, at + 1, last) and 0 < value < 100:
        share = _read_ratio(lower, first, value, at)
        if share is not None:
            return share
    scale_at = at + 1 if _at(lower, at, last) == "-" else at
    scale = _at(lower, scale_at, last)
    if scale in SCALES:
        value, at = value * SCALES[scale], scale_at + 1
    elif scale_at == at and scale.removesuffix(".") in SHORT_SCALES and not short:
        # "£1.2m." ends its sentence with its scale
        value, at, short = value * SHORT_SCALES[scale.removesuffix(".")], at + 1, True
    elif scale in ("dozen", "hundred"):
        value, at = value * (12 if scale == "dozen" else 100), scale_at + 1
    return Numeral(first, at, value, value, short=short, more=suffix == "+")


def _read_ratio(lower: list[str], first: int, value: float, at: int) -> Numeral | None:
    """Read "one in five", "3 in 10" as a share."""
    whole = read_digits(lower[at + 1])
    base = whole[0] if whole else UNITS.get(lower[at + 1]) or TENS.get(lower[at + 1])
    if not base or base not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000) or value >= base:
        return None
    low, high = widen(100 * value / base, 100 * value / base, APPROXIMATION, APPROXIMATION, whole=False)
    return Numeral(first, at + 2, low, high, vague=True, share=True)


def _read_share(lower: list[str], first: int, last: int) -> Numeral | None:
    """Read "a third of", "two-thirds of", "half of", "half the", "one in five"."""
    word, at = lower[first], first + 1
    over = 1.0
    if word in UNITS and word != "zero":
        over = UNITS[word]
        if _at(lower, at, last) == "in" and over >= 1:
            return _read_ratio(lower, first, over, at) if at + 1 < last else None
        if _at(lower, at, last) == "-":
            at += 1
    elif word == "half":
        at = first
    elif word not in ("a", "an"):
        return None
    part = _at(lower, at, last)
    base = _FRACTIONS.get(part) or _FRACTIONS.get(part.removesuffix("s"))
    following = _at(lower, at + 1, last)
    if (
        base is None
        or over >= base
        or not (following == "of" or (part == "half" and following in ("the", "its", "their")))
    ):
        return None
    article, scale = _at(lower, at + 2, last), _at(lower, at + 3, last)
    if article in ("a", "an") and scale in SCALES:
        # "a quarter of a million" is no share
        amount = SCALES[scale] * over / base
        return Numeral(first, at + 4, *widen(amount, amount, APPROXIMATION, APPROXIMATION, whole=True), vague=True)
    low, high = widen(100 * over / base, 100 * over / base, APPROXIMATION, APPROXIMATION, whole=False)
    return Numeral(first, at + 1, low, min(high, 100.0), vague=True, share=True)


def _read_vague(lower: list[str], first: int, last: int) -> Numeral | None:
    """Read numerals without a figure: "tens of thousands", "several hundred", "a few", "a couple of dozen"."""
    at = first
    if lower[at] == "a" and _at(lower, at + 1, last) in ("few", "handful", "couple"):
        at += 1
    word = lower[at]
    if word in _TIMES_OF and _at(lower, at + 1, last) == "of" and _at(lower, at + 2, last) in _PLURAL_SCALES:
        low, high = _TIMES_OF[word]
        scale = _PLURAL_SCALES[lower[at + 2]]
        return Numeral(first, at + 3, low * scale, math.floor(high * scale), vague=True)
    if word not in VAGUE or (at == first and word in ("few", "handful", "couple")):
        return None
    low, high = VAGUE[word]
    following = at + 2 if _at(lower, at + 1, last) == "of" else at + 1
    scale_word = _at(lower, following, last).removesuffix("s")
    unit = {"dozen": 12.0, "hundred": 100.0, **SCALES}.get(scale_word)
    if unit is not None and word in ("several", "few", "couple"):
        return Numeral(first, following + 1, low * unit, (4 if word == "couple" else 10) * unit - 1, vague=True)
    return Numeral(first, at + 1, low, high, vague=True)


def _read_words(lower: list[str], first: int, last: int) -> Numeral | None:
    """Read "twenty-five", "two hundred and six thousand", "a hundred", "half a million", "two dozen"."""
    if lower[first] == "half":
        word = _at(lower, first + 2, last) if _at(lower, first + 1, last) in ("a", "an") else ""
        halved = {"dozen": 6.0, "million": 5e5, "billion": 5e8}.get(word)
        if halved is None:
            return None
        return Numeral(first, first + 3, *widen(halved, halved, 0.1, 0.1, whole=True), vague=True)
    total, group, at, article = 0.0, 0.0, first, False
    end = first
    while at < last and at - first < 14:
        word = lower[at]
        if word in ("a", "an") and at == first:
            group, article = 1.0, True
        elif word in TENS:
            group += TENS[word]
        elif word in UNITS:
            group += UNITS[word]
        elif word == "hundred" and group:
            group *= 100
        elif word == "dozen" and group:
            group *= 12
        elif word in SCALES and group:
            total, group = total + group * SCALES[word], 0.0
        elif word in ("-", "and") and at > first and not article and _continues(lower, at, last, word):
            at += 1
            continue
        else:
            break
        at += 1
        end = at
    if end == first or (article and end == first + 1):
        return None
    value = total + group
    round_figure = article or lower[end - 1] == "dozen"
    if round_figure and end - first > 1:
        return Numeral(first, end, *widen(value, value, 0.1, 0.1, whole=True), vague=True)
    return Numeral(first, end, value, value)


def _continues(lower: list[str], at: int, last: int, joint: str) -> bool:
    """Say whether a hyphen or "and" joins two parts of one numeral ("twenty-five", "two hundred and six")."""
    before, after = lower[at - 1], _at(lower, at + 1, last)
    if joint == "and":
        return before == "hundred" and (after in UNITS or after in TENS)
    return (before in TENS and after in UNITS) or after in SCALES or after in ("hundred", "dozen")
