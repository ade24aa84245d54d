"""Figures that count nothing: years, clock times, ages, scores, numbers of flights, sections and telephones."""

from __future__ import annotations

import re

from variorum.annotations.quantities.bounds import BOUND_ENDS
from variorum.annotations.quantities.numerals import Numeral, read_numeral
from variorum.annotations.quantities.units import CURRENCY_SIGNS, MEASURES
from variorum.annotations.trees import Trees
from variorum.calendar_words import MONTH_WORDS, SHORT_MONTHS
from variorum.word_lists import listed

_TIME_UNITS = listed("""
    second minute hour day night week weekend fortnight month quarter year decade century season yr sec min hr
""")
_MONTHS = MONTH_WORDS.union(f"{month}." for month in SHORT_MONTHS)
#: Nouns that number what they name: "Article 5", "Flight 370", "Room 101".
_LABELS = listed("""
    article section resolution flight number no no. nos. page chapter room channel category highway route
    interstate phase version volume paragraph clause bill protocol act amendment point item figure table level
    class grade tier stage step platform gate track line district ward zone sector unit block precinct boeing
    airbus type model form title rule proposition covid day week grade schedule appendix exhibit count psalm
    verse studio area camp apartment suite gate season episode part round lap game match super bowl world pier
    runway bus train tram terminal
""")
#: Before a "one" that counts nothing.
_BEFORE_ONE = frozenset({"no", "any", "every", "some", "each", "this", "that", "the"})
#: No age is higher, in years.
_OLDEST = 130
_CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "gmt", "utc", "local"})
_YEAR = re.compile(r"1[0-9]{3}\Z|20[0-9]{2}\Z")
#: Words before a bare four-digit number that let it be a year; anything else with a counted noun behind is a count.
_YEAR_CUES = listed("""
    in since by until till before after from of during the early late mid for and through to a this that - – ( '
    , '
""")


def is_label(trees: Trees, numeral: Numeral, first: int, after: int) -> bool:
    """Say whether a numeral numbers, dates or ages something instead of counting it."""
    start = numeral.first
    if _is_bare_one(trees, numeral, first, after) or _is_dated(trees, numeral, first, after):
        return True
    if _is_time(trees, numeral, after):
        return True
    if not trees.lower[start][0].isdigit():
        return False
    if _is_code(trees, numeral, first, after):
        return True
    if _YEAR.match(trees.lower[start]) and numeral.after == start + 1:
        before, _ = _beside(trees, numeral, first, after)
        return _is_year(trees, start, numeral.after, before, after)
    return _is_numbered(trees, numeral, first, after) or _belongs_to_name(trees, numeral, first, after)


def _beside(trees: Trees, numeral: Numeral, first: int, after: int) -> tuple[str, str]:
    """Return the words before and behind a numeral in its sentence, empty where there is none."""
    start, end = numeral.first, numeral.after
    return trees.lower[start - 1] if start > first else "", trees.lower[end] if end < after else ""


def _is_bare_one(trees: Trees, numeral: Numeral, first: int, after: int) -> bool:
    """Say whether a numeral is a "one" or an article that counts nothing: "no one", "the one that"."""
    start = numeral.first
    if numeral.after != start + 1 or trees.lower[start] not in ("one", "a", "an"):
        return False
    return not _counts_one(trees, start, after) or _beside(trees, numeral, first, after)[0] in _BEFORE_ONE


def _is_dated(trees: Trees, numeral: Numeral, first: int, after: int) -> bool:
    """Say whether a numeral is a clock time or stands beside a month."""
    before, following = _beside(trees, numeral, first, after)
    if following in _CLOCK:
        return True
    if before in _MONTHS and not _follows_month(trees, numeral.first, numeral.after, after):
        return True
    return following in _MONTHS and trees.lower[numeral.first][0].isdigit()


def _is_time(trees: Trees, numeral: Numeral, after: int) -> bool:
    """Say whether a numeral counts hours, days or years: "three weeks", "a 40-year-old"."""
    end = numeral.after
    if end < after and trees.lemmas[end] in _TIME_UNITS:
        return True
    if not _is_hyphened(trees, end, after):
        return False
    return trees.lemmas[end + 1] in _TIME_UNITS or trees.lower[end + 1] in ("year", "day")


def _is_hyphened(trees: Trees, end: int, after: int) -> bool:
    """Say whether a hyphen and a word stand behind a numeral."""
    return end + 1 < after and trees.lower[end] in ("-", "–")


def _is_code(trees: Trees, numeral: Numeral, first: int, after: int) -> bool:
    """Say whether a figure is part of a number that is read as signs: "3-4-3", "24/7", "(5)", "#12"."""
    lower, start, end = trees.lower, numeral.first, numeral.after
    before, following = _beside(trees, numeral, first, after)
    if before in ("-", "–", "/", ".", "#", "+", ":") and start - 1 > first and not _closes_range(lower, start, first):
        return True
    if _is_hyphened(trees, end, after) and lower[end + 1][0].isdigit() and _is_chain(lower, end, after):
        return True
    return following == "/" or (before == "(" and following == ")")


def _is_numbered(trees: Trees, numeral: Numeral, first: int, after: int) -> bool:
    """Say whether a figure is the number of what stands before it, or an age: "Article 5", "aged 19", "Reyes, 19,"."""
    before, following = _beside(trees, numeral, first, after)
    if before in _LABELS or (before in ("aged", "age", "ages") and numeral.high < _OLDEST):
        return True
    # "Oria Berlin, 19, recounts": an age between commas after a name or noun
    between = before == "," and following in (",", ".", "") and numeral.high < _OLDEST
    return between and numeral.first - 2 >= first and trees.is_noun(numeral.first - 2)


def _belongs_to_name(trees: Trees, numeral: Numeral, first: int, after: int) -> bool:
    """Say whether a figure belongs to the name before it: "Apollo 11", "Su 24"."""
    start = numeral.first
    return (
        start > first
        and trees.tags[start - 1] in ("NNP", "NNPS")
        and trees.heads[start] == start - 1
        and trees.deps[start] in ("nummod", "appos", "prep", "npadvmod")
        and trees.lower[start - 1] not in CURRENCY_SIGNS
        and not _follows_month(trees, start, numeral.after, after)
    )


def _follows_month(trees: Trees, start: int, end: int, after: int) -> bool:
    """Say whether a figure only happens to stand behind a month: "in January 27 people fell ill"."""
    month = start > 1 and trees.lower[start - 1] in _MONTHS and trees.lower[start - 2] == "in"
    return month and end < after and trees.tags[end] == "NNS"


def _counts_one(trees: Trees, at: int, after: int) -> bool:
    """Say whether "one" counts ("one soldier") and is no pronoun or part of "one of", "one another"."""
    following = trees.lower[at + 1] if at + 1 < after else ""
    if trees.lower[at] != "one" or following in ("another", "'s", "thing", "day", "time", "side", "hand", "-", "point"):
        return False
    return trees.deps[at] == "nummod" and trees.heads[at] > at


def _closes_range(lower: list[str], start: int, first: int) -> bool:
    """Say whether a figure ends a range such as "40-50" whose first half was no amount."""
    return start - 2 >= first and lower[start - 2][0].isdigit() and lower[start - 1] in ("-", "–")


def _is_chain(lower: list[str], end: int, after: int) -> bool:
    """Say whether more than two figures are chained ("555-123-4567"), or two that are no rising range ("3-2")."""
    if end + 3 < after and lower[end + 2] in ("-", "–") and lower[end + 3][0].isdigit():
        return True
    left, right = read_numeral(lower, end - 1, end), read_numeral(lower, end + 1, after)
    return left is None or right is None or left.low >= right.high


def _is_year(trees: Trees, start: int, end: int, before: str, after: int) -> bool:
    """Say whether a bare four-digit figure is a year: "in 2023", "the 2024 vote"; "2000 people" is a count."""
    counted = end < after and trees.tags[end] in ("NNS", "NNPS")
    if trees.lower[start - 1] in BOUND_ENDS and before != "to":
        return False
    if counted and (before not in _YEAR_CUES or trees.lemmas[end] in ("people", "soldier", "troop", "person")):
        return False
    return not (end < after and trees.lower[end] in MEASURES)
