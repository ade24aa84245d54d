"""Quarters, halves and business years: "the third quarter", "the year-ago period", "the second half of 2023"."""

from __future__ import annotations

import re

from variorum.annotations.times.calendar import relation_steps
from variorum.annotations.times.readings import OPEN, Grammar, Match, Reading, Rules, dated

RULES = Rules()


@RULES.add(
    r"(?:t?Y'?\$?|[lxh]u'|t[vw]u')o-?u",
    r"t?(?:ju-[gb]|u-?[gb])?\$?(?:\.)?o-?u(?:F?(?:\$u?)?Y|F?[lxh]u|F(?:t[vwc]|t)?\$?u)",
    r"t?(?:\.?u-?[gb])\$?o-?u",
    r"t?\$?(?:c|J)?\$?o-?u",
)
def _quarter(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the third quarter", "third quarter of 1989", "last year's fourth quarter", "the year-ago third quarter"."""
    o_at = match.end() - 1 - match.group()[::-1].index("o")
    number = grammar.int_at(o_at)
    unit_at = next(i for i in range(o_at, match.end()) if grammar.codes[i] == "u")
    if grammar.text_at(unit_at) != "Q" or not 1 <= number <= 4:
        return None
    year_at = grammar.find(match, "Y")
    if year_at is not None:
        return Reading(match.start(), match.end(), "DATE", value=f"{grammar.int_at(year_at):04d}-Q{number}")
    head = match.group()
    relation_at = grammar.find(match, "lxhvw")
    if relation_at is not None and grammar.codes[relation_at + 1] == "u" and grammar.text_at(relation_at + 1) == "Y":
        relation = relation_steps(grammar, relation_at)
        assert relation is not None
        return dated(match, relation[0], f"q:{number}:=", anchor=relation[1])
    if re.search(r"u-?[gb]", head[: o_at - match.start()]):
        return dated(match, f"q:{number}:{OPEN}", "shift:-1:Y:~")
    if unit_at + 1 < match.end():
        return None
    return dated(match, f"q:{number}:{OPEN}")


@RULES.add(r"ɋ(?:F?\$?,?Y)?")
def _numbered_quarter(grammar: Grammar, match: Match) -> Reading:
    """Read "Q2 2024"."""
    number = grammar.int_at(match.start())
    if len(match.group()) > 1:
        return Reading(match.start(), match.end(), "DATE", value=f"{grammar.int_at(match.end() - 1):04d}-Q{number}")
    return dated(match, f"q:{number}:{OPEN}")


@RULES.add(r"ηF?Y")
def _numbered_half(grammar: Grammar, match: Match) -> Reading:
    """Read "H1 2024"."""
    year, number = grammar.int_at(match.end() - 1), grammar.int_at(match.start())
    return Reading(match.start(), match.end(), "DATE", value=f"{year:04d}-H{number}")


@RULES.add(r"t?(?:J|c|h|H|l|x|v)?u-?[gb](?:u|K)", r"t?\.?u-[gb](?:u|K)")
def _year_earlier_quarter(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the year-ago quarter", "the year-earlier period"."""
    last = grammar.codes[match.end() - 1]
    if last == "u" and grammar.text_at(match.end() - 1) != "Q":
        return None
    return dated(match, "shift:0:Q", "shift:-1:Y:~", anchor="quarter")


@RULES.add(r"t?[Jch]K", r"tu(?=[^uUY])", r"[hHJ]u", r"t[Jc]u")
def _the_quarter(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the quarter", "the latest period", "this quarter"."""
    last = grammar.codes[match.end() - 1]
    unit = "Q" if last == "K" else grammar.text_at(match.end() - 1)
    if unit != "Q":
        return None
    # Results are told after their quarter: "the latest quarter" is the last one that is over.
    current = match.group()[0] in "hc" or "c" in match.group()
    return dated(match, "shift:0:Q", anchor="ref" if current else "latest")


@RULES.add(r"t\$?u(?=Ω)", r"(?<=δ)t[jJ]?\$?u", r"tj?\$u")
def _the_year(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the year ended March 31", "for the year", "the fiscal year"."""
    if grammar.text_at(match.end() - 1) != "Y":
        return None
    if grammar.codes[match.end() : match.end() + 1] == "Ω":
        return Reading(match.start(), match.end(), "DURATION", value="P1Y")
    return dated(match, "shift:0:Y")
