"""Grammar of time expressions: all rules in the order in which they are tried, over the tokens of one text."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.annotations.times import calendar as times_calendar
from variorum.annotations.times import clocks as times_clocks
from variorum.annotations.times import day_lists as times_day_lists
from variorum.annotations.times import durations as times_durations
from variorum.annotations.times import parts as times_parts
from variorum.annotations.times import quarters as times_quarters
from variorum.annotations.times import relative as times_relative
from variorum.annotations.times import seasons as times_seasons
from variorum.annotations.times import weeks as times_weeks
from variorum.annotations.times import years as times_years
from variorum.annotations.times.readings import Grammar, Reading, Rules
from variorum.annotations.times.tokens import Tokens

#: The first rule that agrees wins: clocks before dates, days told by weeks before other days, parts before
#: their wholes, dates before amounts.
_RULES = Rules(
    [
        rule
        for module in (
            times_clocks,
            times_weeks,
            times_parts,
            times_day_lists,
            times_calendar,
            times_years,
            times_seasons,
            times_quarters,
            times_relative,
            times_durations,
        )
        for rule in module.RULES.rules
    ]
)
_ANYWHERE = _RULES.anywhere()


def read_times(tokens: Tokens) -> Iterator[Reading]:
    """Yield the readings of a text from left to right; they do not overlap."""
    return Grammar(tokens, _RULES, _ANYWHERE).readings()
