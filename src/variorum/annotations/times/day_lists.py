"""Days that share a month: "3-5 May", "from the 3rd to the 5th of May 2021", "June 5, 6 and 7"."""

from __future__ import annotations

import re

from variorum.annotations.times.calendar import TO_YEAR, month_date
from variorum.annotations.times.readings import Grammar, Match, Reading, Rules

RULES = Rules()
_DAY = r"(?:W,?)?t?[no]"
#: What stands between a day and the month that it shares with the days behind it.
_TO_MONTH = re.compile(rf"(?:,{_DAY}){{0,5}}(?:,?&|-){_DAY}F?M(?P<year>,?Y)?")
#: How many tokens before the last day of a row its month may stand.
_REACH = 10


@RULES.add(rf"{_DAY}(?={_TO_MONTH.pattern.replace('?P<year>', '?:')})")
def _before_month(grammar: Grammar, match: Match) -> Reading | None:
    """Read all days but the last of "5, 6 and 7 June 2020"."""
    row = _TO_MONTH.match(grammar.codes, match.end())
    assert row is not None
    last = row.end() - 1
    month_at, year_at = (row.start("year") - 1, last) if row["year"] else (last, None)
    return _day(grammar, match, match.end() - 1, month_at, year_at)


_BEHIND = (
    r"(?:(?<=M[no][&-])|(?<=M[no],[no]&)|(?<=M[no],[no],&)|(?<=M[no],[no],[no]&)|(?<=M[no],[no],[no],&)"
    r"|(?<=M[no],)(?=[no](?:,[no]){0,3},?&[no](?![uUYjMp%:KF]))|(?<=M[no],[no],)(?=[no](?:,[no]){0,2},?&[no](?![uUYjMp%:KF])))"
)


@RULES.add(rf"{_BEHIND}[no](?:,?Y|(?![uUYjMp%:KF]))")
def _behind_month(grammar: Grammar, match: Match) -> Reading | None:
    """Read all days but the first of "June 5, 6 and 7" and of "April 24-25, 1999"."""
    month_at = grammar.codes.rfind("M", max(0, match.start() - _REACH), match.start())
    year_at = match.end() - 1 if match.group()[-1] == "Y" else None
    if year_at is None and (ranged := TO_YEAR.match(grammar.codes, match.end())):
        year_at = ranged.end() - 1
    return _day(grammar, match, match.start(), month_at, year_at)


def _day(grammar: Grammar, match: Match, day_at: int, month_at: int, year_at: int | None) -> Reading | None:
    """Make the date of one day of a row, where it is written in figures."""
    if grammar.is_number_word(day_at) and "t" not in match.group():
        return None
    return month_date(grammar, match, month_at, day_at, year_at)
