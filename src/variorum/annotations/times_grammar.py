"""Grammar of time expressions: all rules in the order in which they are tried, over the tokens of one text."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.annotations import (
    times_calendar,
    times_clocks,
    times_durations,
    times_quarters,
    times_relative,
    times_seasons,
    times_weeks,
    times_years,
)
from variorum.annotations.times_readings import Grammar, Reading, Rules
from variorum.annotations.times_tokens import Tokens

#: The first rule that agrees wins: clocks before dates, days told by weeks before other days, dates before amounts.
_RULES = Rules(
    [
        rule
        for module in (
            times_clocks,
            times_weeks,
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
