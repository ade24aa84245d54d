"""Parts of longer times: "the end of May", "the last day of June", "the second half of 2023".

A part is never finer than its words: "the last week of March" is that month, towards its end.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from variorum.annotations.times.points import Point
from variorum.annotations.times.readings import Grammar, Match, Reading, Rules
from variorum.annotations.times.resolution import follow_steps
from variorum.annotations.times.values import interval_of_value

RULES = Rules()
#: What a part is part of: a month, a year, a decade, or one told by "last", "this", "the".
_WHOLE = r"F(?=[MY$]|t?[ELD]?-?G|[lxhc]u|t[vwc]?u|Hu)"
_BARE = re.compile(r"tu(?!-?[gbN])")
#: Grains of values by their length: "199", "2019", "2019-05".
_GRAINS = {2: "CE", 3: "DE", 4: "Y", 7: "M"}
_EDGES = {1: "START", -1: "END"}


def read_whole(grammar: Grammar, index: int) -> Reading | None:
    """Return the month, year, decade or week that begins at a token: "May", "last year", "the month"."""
    inner = grammar.read_at(index, dates_only=True)
    if inner is not None:
        return inner
    bare = _BARE.match(grammar.codes, index)
    if bare is None or grammar.text_at(bare.end() - 1) not in {"M", "Y", "W", "Q", "DE", "CE"}:
        return None
    return Reading(index, bare.end(), "DATE", steps=(f"shift:0:{grammar.text_at(bare.end() - 1)}",))


def _grain_of(whole: Reading) -> str:
    """Return how long a whole is: M of "May" and "last month", Y of "2019" and "this year"."""
    if not whole.steps:
        return _GRAINS.get(len(whole.value), "") if "X" not in whole.value and "_" not in whole.value else ""
    name, *arguments = whole.steps[-1].split(":")
    return "M" if name == "mon" else arguments[1] if name == "shift" else ""


def _part(whole: Reading, match: Match, step: str) -> Reading | None:
    """Make the reading of a part of a whole that a step leads to."""
    if whole.steps:
        return replace(whole, start=match.start(), steps=(*whole.steps, step))
    interval = interval_of_value(whole.value)
    if interval is None or interval.begin is None:
        return None
    point = Point(whole.value, date(interval.begin.year, interval.begin.month, 1), _grain_of(whole))
    value = follow_steps([step], point)
    return None if "X" in value else replace(whole, start=match.start(), value=value)


def _which(grammar: Grammar, match: Match) -> int:
    """Return which part is meant: 3 of "the third", -1 of "the last" and "the closing"."""
    index = grammar.find(match, "olλE")
    assert index is not None
    return {"l": -1, "E": 1}.get(grammar.codes[index], grammar.int_at(index))


@RULES.add(rf"t?[olλ]m{_WHOLE}")
def _half(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the second half of 2023", "the last half of the year", "the first half of May"."""
    which = {1: 1, 2: 2, -1: 2}.get(_which(grammar, match))
    whole = read_whole(grammar, match.end())
    if which is None or whole is None:
        return None
    if _grain_of(whole) == "Y":
        return _part(whole, match, f"half:{which}:=")
    if _grain_of(whole) in {"M", "DE", "CE"}:
        return replace(whole, start=match.start(), mod="START" if which == 1 else "END")
    return None


@RULES.add(rf"t?[olλ]u{_WHOLE}")
def _unit(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the last day of June", "the first week of next month", "the final quarter of 2021"."""
    read = {"D": _day, "W": _week, "Q": _quarter, "M": _month}.get(grammar.text_at(match.end() - 2))
    whole = read_whole(grammar, match.end()) if read else None
    return read(whole, match, _which(grammar, match)) if read and whole else None


def _day(whole: Reading, match: Match, which: int) -> Reading | None:
    """Read "the last day of June", "the first day of 2020"."""
    return _part(whole, match, f"day:{which}") if _grain_of(whole) in {"M", "Y"} else None


def _week(whole: Reading, match: Match, which: int) -> Reading | None:
    """Read "the last week of March": that month; the words do not say which seven days."""
    if _grain_of(whole) not in {"M", "Y"}:
        return None
    return replace(whole, start=match.start(), mod=_EDGES.get(which, "MID" if _grain_of(whole) == "M" else None))


def _quarter(whole: Reading, match: Match, which: int) -> Reading | None:
    """Read "the last quarter of 2021", "the opening quarter of last year"."""
    number = 4 if which == -1 else which
    return _part(whole, match, f"q:{number}:=") if _grain_of(whole) == "Y" and 1 <= number <= 4 else None


def _month(whole: Reading, match: Match, which: int) -> Reading | None:
    """Read "the last month of 2021", "the third month of the year"."""
    number = 12 if which == -1 else which
    return _part(whole, match, f"mon:{number}:=") if _grain_of(whole) == "Y" and 1 <= number <= 12 else None


@RULES.add(rf"t?[olλE]U{_WHOLE}")
def _units(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the closing weeks of 2019", "the first days of May": that year or month, at its edge."""
    whole, which = read_whole(grammar, match.end()), _which(grammar, match)
    fits = whole is not None and _grain_of(whole) in {"M", "Y", "DE", "CE"} and which in _EDGES
    return replace(whole, start=match.start(), mod=_EDGES[which]) if whole and fits else None


@RULES.add(r"[AL]?t?[BNE]F(?=[tMYlxhvwcHs#Wk$d])", r"[BN]-?(?=Y)")
def _edge(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the end of November", "the beginning of this year"."""
    whole = read_whole(grammar, match.end()) if match.end() < len(grammar.codes) else None
    return replace(whole, start=match.start(), mod=grammar.mod_of(match)) if whole else None
