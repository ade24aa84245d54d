"""Seasons and holidays: "last spring", "the winter of 1994", "Christmas Day", "Thanksgiving 2012"."""

from __future__ import annotations

import re
from datetime import date

from variorum.annotations.times.calendar import relation_steps
from variorum.annotations.times.points import Point
from variorum.annotations.times.readings import OPEN, Grammar, Match, Reading, Rules, dated
from variorum.annotations.times.resolution import follow_steps
from variorum.annotations.times.words import HOLIDAYS

RULES = Rules()
#: Words that lead to a season: "by the autumn".
_LEADING = frozenset({"by", "since", "until", "till", "before", "after", "during", "throughout"})


@RULES.add(
    r"[lxhP]s",
    r"h[PC]s",
    r"t?(?:[ELDBN]-?(?:Ft?)?)?s(?:F|,)?Y",
    r"[AELD]?t?(?:[ELD]-?)?s(?=[^.YF]|$)",
    r"t?(?:[ELD]-?)?s",
)
def _season(grammar: Grammar, match: Match) -> Reading | None:
    """Read "last spring", "this past spring", "the winter of 1994", "the summer"."""
    index = grammar.find(match, "s")
    assert index is not None
    season, mod = grammar.text_at(index), grammar.mod_of(match)
    if mod == "MORE_THAN":
        return None  # "over the summer" is no more than the summer
    year_at = grammar.find(match, "Y")
    if year_at is not None:
        return Reading(match.start(), match.end(), "DATE", value=f"{grammar.int_at(year_at):04d}-{season}", mod=mod)
    first = grammar.codes[match.start()]
    if first == "h" and "P" not in match.group():
        return dated(match, "shift:0:Y", f"sea:{season}:=", mod=mod)
    if first in "lhPx":
        return dated(match, f"sea:{season}:{'>>' if first == 'x' else '<<'}", mod=mod)
    word = grammar.tokens.ends[index] - grammar.tokens.starts[index]
    # "the fall of Kabul", "spring to mind", "to fall": other words unless the text says that a season is meant.
    if season in {"FA", "SP"} and word <= 6 and not _in_the(grammar, match):
        return None
    return dated(match, f"sea:{season}:{OPEN}", mod=mod)


def _in_the(grammar: Grammar, match: Match) -> bool:
    """Say whether "in" or "in the" stands before a season, and "of" does not follow it."""
    if grammar.has_before(match.start(), _LEADING) and grammar.codes[match.end() : match.end() + 1] != "F":
        return "t" in match.group()
    before = grammar.codes[max(0, match.start() - 2) : match.start()] + match.group()
    return bool(re.search(r"it?[ELD]?-?s$", before)) and grammar.codes[match.end() : match.end() + 1] != "F"


@RULES.add(r"#[lxh]u")
def _holiday_of_year(grammar: Grammar, match: Match) -> Reading | None:
    """Read "Ash Wednesday last year", "Christmas this year"."""
    relation = relation_steps(grammar, match.end() - 2) if grammar.text_at(match.end() - 1) == "Y" else None
    return dated(match, relation[0], f"{_holiday_step(grammar, match.start())}:=") if relation else None


def _holiday_step(grammar: Grammar, index: int) -> str:
    """Return the step to the holiday at a token, without its direction."""
    spec = HOLIDAYS[grammar.text_at(index)]
    if isinstance(spec, str):
        return f"md:{spec}" if spec[0].isdigit() else f"hol:{spec}"
    return f"hol:{'.'.join(map(str, spec))}"


@RULES.add(r"#u", r"[lxhe]?#(?:[,Fi]?Y)?")
def _holiday(grammar: Grammar, match: Match) -> Reading | None:
    """Read "Christmas Day", "last Thanksgiving", "Easter week"."""
    index = grammar.find(match, "#")
    assert index is not None
    spec, step = HOLIDAYS[grammar.text_at(index)], _holiday_step(grammar, index)
    if match.group().endswith("u"):
        if grammar.text_at(match.end() - 1) != "W":
            return None
        return dated(match, f"{step}:{OPEN}", "shift:0:W")
    first = grammar.codes[match.start()]
    if first == "e":
        return Reading(
            match.start(),
            match.end(),
            "SET",
            value="XXXX-" + spec if isinstance(spec, str) and spec[0].isdigit() else "P1Y",
        )
    if match.group().endswith("Y"):
        year = grammar.int_at(match.end() - 1)
        value = follow_steps([f"{step}:="], Point(f"{year:04d}", date(year, 1, 1), "Y"))
        return Reading(match.start(), match.end(), "DATE", value=value)
    direction = {"l": "<<", "x": ">>"}.get(first, OPEN)
    return dated(match, f"{step}:{direction}")
