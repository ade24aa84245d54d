"""Weeks: days told by weeks: "a week on Friday", "Monday week", "the Friday after next", "Wednesday of last week"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.annotations.times.amounts import AMOUNT, read_amount
from variorum.annotations.times.calendar import relation_steps
from variorum.annotations.times.readings import Grammar, Match, Reading, Rules, dated

RULES = Rules()
#: Most weeks that a day is told from another.
_MOST = 99
#: What makes "a week" before "on Friday" a length of time, and what makes it none all the same: "due for a week on".
_LASTING = re.compile(
    r"\b(?:for|in|within|lasted|took|takes?|spent|over|after|than|each|every|per|once|twice|times) $", re.IGNORECASE
)
_PLANNED = re.compile(r"\b(?:set|due|planned|scheduled|booked|slated|billed|called|fixed) for $", re.IGNORECASE)
_SINCE = re.compile(r" (?:since|after|before)\b")
_OWNED = re.compile(r"['’]")
#: "Tuesday last", and no "Tuesday last year".
_ENDS = re.compile(r"[.,;:!?)”\"]|$|\n| (?:in|at|on|and|but|when|to (?:the|a)|by|with|from|for|after|before)\b")


@RULES.add(rf"{AMOUNT}i?l?W", rf"{AMOUNT}T")
def _week_on(grammar: Grammar, match: Match) -> Reading | None:
    """Read "a week on Friday", "a fortnight today", "two weeks tomorrow", "a week last Friday"."""
    amount = read_amount(grammar, match)
    text, start, end = grammar.tokens.text, grammar.tokens.starts[match.start()], grammar.tokens.ends[match.end() - 1]
    weeks = _weeks(amount)
    counted = match.group()[-1] == "T" and grammar.counts_before(match.start())
    if weeks is None or counted or _OWNED.match(text, end):
        return None
    before = text[max(0, start - 24) : start]
    if _LASTING.search(before) and not _PLANNED.search(before):
        return None
    return _counted(grammar, match, weeks)


def _counted(grammar: Grammar, match: Match, weeks: int) -> Reading | None:
    """Make the reading of some weeks from the day that ends a match."""
    last, link = match.end() - 1, match.group()[match.end("unit") - match.start() : -1]
    if grammar.codes[last] == "T":
        day = grammar.tokens.values[last]
        if not isinstance(day, int) or _SINCE.match(grammar.tokens.text, grammar.tokens.ends[last]):
            return None
        return dated(match, f"shift:{day}:D", f"shift:{weeks if day >= 0 else -weeks}:W:D")
    weekday = grammar.int_at(last)
    if link == "l":
        return dated(match, f"wd:{weekday}:<<", f"shift:-{weeks}:W:D")
    if link != "i" or grammar.word_at(last - 1) != "on":
        return None
    return dated(match, f"wd:{weekday}:>>", f"shift:{weeks}:W:D")


def _weeks(amount: tuple[str, str] | None) -> int | None:
    """Return the number of weeks of an amount, None where it is none of whole weeks."""
    if amount is None or amount[1] not in {"W", "2W"} or not amount[0].isdigit():
        return None
    weeks = int(amount[0]) * (2 if amount[1] == "2W" else 1)
    return weeks if 1 <= weeks <= _MOST else None


@RULES.add(r"Wu")
def _day_week(grammar: Grammar, match: Match) -> Reading | None:
    """Read "Monday week", "Thursday fortnight": the Monday after the next."""
    unit = grammar.text_at(match.end() - 1)
    word = grammar.tokens.text[grammar.tokens.starts[match.end() - 1] : grammar.tokens.ends[match.end() - 1]]
    if unit not in {"W", "2W"} or not word.islower():
        return None
    return dated(match, f"wd:{grammar.int_at(match.start())}:>>", f"shift:{2 if unit == '2W' else 1}:W:D")


@RULES.add(r"t?Wβl(?![WuUM])", r"t?Wφx(?![WuUM])")
def _day_after_next(grammar: Grammar, match: Match) -> Reading:
    """Read "the Friday after next", "the Tuesday before last"."""
    weekday_at = grammar.find(match, "W")
    assert weekday_at is not None
    later = match.group()[-1] == "x"
    direction, sign = (">>", "") if later else ("<<", "-")
    return dated(match, f"wd:{grammar.int_at(weekday_at)}:{direction}", f"shift:{sign}1:W:D")


@RULES.add(r"(?P<mod>[EL]?)Wp?(?:F|,|iF?)?(?:t?[lxwvH]|h|tw)u")
def _day_of_week(grammar: Grammar, match: Match) -> Reading | None:
    """Read "Friday of next week", "Wednesday last week", "Tuesday evening this week"."""
    weekday_at, part_at = grammar.find(match, "W"), grammar.find(match, "p")
    assert weekday_at is not None
    relation = relation_steps(grammar, match.end() - 2) if grammar.text_at(match.end() - 1) == "W" else None
    if relation is None:
        return None
    steps, anchor = (relation[0], f"wd:{grammar.int_at(weekday_at)}:="), relation[1]
    reading = dated(match, *steps, anchor=anchor, mod=grammar.mod_of(match))
    if part_at is None:
        return reading
    return replace(reading, type="TIME", steps=(*steps, "part:" + grammar.text_at(part_at)))


@RULES.add(r"W[lx](?![WuUMkps#])")
def _day_last(grammar: Grammar, match: Match) -> Reading | None:
    """Read "Tuesday last", "Monday next"."""
    if not _ENDS.match(grammar.tokens.text, grammar.tokens.ends[match.end() - 1]):
        return None
    direction = "<<" if match.group()[-1] == "l" else ">>"
    return dated(match, f"wd:{grammar.int_at(match.start())}:{direction}")
