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
_CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "gmt", "utc", "local"})
_YEAR = re.compile(r"1[0-9]{3}\Z|20[0-9]{2}\Z")
#: Words before a bare four-digit number that let it be a year; anything else with a counted noun behind is a count.
_YEAR_CUES = listed("""
    in since by until till before after from of during the early late mid for and through to a this that - – ( '
    , '
""")


def is_label(trees: Trees, numeral: Numeral, first: int, after: int) -> bool:
    """Say whether a numeral numbers, dates or ages something instead of counting it."""
    lower, tags = trees.lower, trees.tags
    start, end = numeral.first, numeral.after
    before = lower[start - 1] if start > first else ""
    following = lower[end] if end < after else ""
    figure = lower[start][0].isdigit()
    if lower[start] in ("one", "a", "an") and end == start + 1 and not _counts_one(trees, start, after):
        return True
    follows_month = _follows_month(trees, start, end, after)
    if following in _CLOCK or (before in _MONTHS and not follows_month) or (following in _MONTHS and figure):
        return True
    if (
        lower[start] == "one"
        and end == start + 1
        and before in ("no", "any", "every", "some", "each", "this", "that", "the")
    ):
        return True
    stem = trees.lemmas[end] if end < after else ""
    hyphened = following in ("-", "–") and end + 1 < after
    if stem in _TIME_UNITS or (
        hyphened and (trees.lemmas[end + 1] in _TIME_UNITS or lower[end + 1] in ("year", "day"))
    ):
        return True
    if not figure:
        return False
    if before in ("-", "–", "/", ".", "#", "+", ":") and start - 1 > first and not _closes_range(lower, start, first):
        return True
    if hyphened and lower[end + 1][0].isdigit() and _is_chain(lower, end, after):
        return True
    if following == "/" or (before == "(" and following == ")"):
        return True
    if _YEAR.match(lower[start]) and end == start + 1:
        return _is_year(trees, start, end, before, after)
    if (before in _LABELS or (before in ("aged", "age", "ages") and numeral.high < 130)) and lower[start - 1] != "over":
        return True
    # "Oria Berlin, 19, recounts": an age between commas after a name or noun
    if (
        before == ","
        and following in (",", ".", "")
        and numeral.high < 130
        and start - 2 >= first
        and trees.is_noun(start - 2)
    ):
        return True
    # "Apollo 11", "Su 24": the figure belongs to the name before it
    return (
        tags[start - 1] in ("NNP", "NNPS")
        and start > first
        and trees.heads[start] == start - 1
        and trees.deps[start] in ("nummod", "appos", "prep", "npadvmod")
        and before not in CURRENCY_SIGNS
        and not follows_month
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
