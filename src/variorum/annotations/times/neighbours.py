"""Neighbours: what time expressions of one text tell of each other, before any of them is resolved.

"The train left at 9 a.m. from Leeds on Monday": the clock is of the day behind it, whatever day was told before. One
day of the year is one date in the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Container

from msgspec.structs import replace

from variorum.annotations.times.values import interval_of_value
from variorum.model.annotations import TimeExpression, TimeType

#: Digits of the value of a decade; a century has two.
_DECADE_DIGITS = 3
#: How far behind a clock the day of its clause may stand, in characters.
_DAY_BEHIND = 60
#: A word that begins another clause or another noun's date: "at 9 a.m., after a vote on Monday".
_ELSEWHERE = re.compile(
    r"[.;:!?\n“”\"—]|\b(?:and|but|or|who|whom|whose|which|that|when|where|while|as|after|before|until|till|since"
    r"|because|if|about|over|of|to (?!the\b|an?\b)[a-z]\w*|for (?:the|an?|his|her|its|their)|[a-z]+ed)\b"
)
#: What leads to the day of a clause: "from Leeds on Monday", "from Leeds Monday".
_TO_DAY = re.compile(r"(?:^|.*[\s)])on (?:the )?$|(?:.*\w)? $")
_ON_DAY = re.compile(r"(?:^|.*[\s)])on (?:the )?$")
#: Words of saying, behind which the day is that of the saying where another was told before.
_SAYING = re.compile(r"\b(?:said|says|say|told|tells|added|wrote|writes)\b")
#: What stands between a day and a clock that is surely of it: "on Monday, shortly before 9 a.m.".
_DAY_THEN_CLOCK = re.compile(
    r",?(?: ?\(| (?:at|by|around|about|from|between|until|till|since|before|after|shortly|just|and|to)){0,5},? ?"
)
#: What joins two clocks of one day: "8 p.m. (1700 GMT)", "between 9 a.m. and 11 a.m.".
_CLOCK_AND_CLOCK = re.compile(
    r"(?: (?:local|[A-Z][a-z]{2,12}) time)? ?[(/]| ?[-–] ?|,? (?:and|to|until|till|or) (?:at |about |around )?"
)
#: What leads from a clock to the days on which it always is: "9 a.m. on Mondays", "from 9 a.m. to 5 p.m. daily".
_TO_HABIT = re.compile(r",? (?:on |each |to |and |until )?|-|–")
_HABIT_BEHIND = re.compile(
    r",? (?:(?:on )?(?:most )?(?:weekdays|weekends|school days|working days)|every (?:single )?day|a day)\b"
)
#: What stands between the two ends of a range or list of days.
_RANGE = re.compile(r",? ?(-|–|to|until|till|through|and|or|/) ?(?:on |the )?")
#: Joins of a range; "on Monday and Friday" is none.
_THROUGH = frozenset({"-", "–", "to", "until", "till", "through"})
_RANGE_DAY = re.compile(r"ref\|(?:md:(?P<day>\d\d-\d\d):[^|]+|wd:(?P<weekday>\d):(?P<way>[^|]+))(?P<edge>\|edge:\w+)?")
_WEEKDAY = re.compile(r"ref\|wd:(\d):[<>?~]+(\|edge:\w+)?")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: The end of the signature of a post that an article shows: "— Odda Zoo (@oddazoo) ".
_SIGNATURE = re.compile(r"\(@\w{1,30}\),? $")
#: How many times of one post are read against its date.
_POST_TIMES = 6
_LOOSE = re.compile(r"(?:ref|\?|t\d+)\|shift:0:D\|((?:clock|part):[\w:]+)(\|edge:\w+)?")
_DAY_STEP = re.compile(r"\|(?:wd:\d:[^|]+|md:[\d-]+:[^|]+|mdw:[\d-]+:\d|dom:\d+:[^|]+|shift:[-+]?\d+:D|hol:[^|]+)$")


def settle(text: str, expressions: list[TimeExpression], loose: Container[str]) -> list[TimeExpression]:
    """Return the expressions, each with what its neighbours tell; ``loose`` are clocks and parts of an unnamed day."""
    expressions = [_in_its_decade(t, next_) for t, next_ in zip(expressions, [*expressions[1:], None], strict=False)]
    past = {_month_day(t) for t in expressions if t.symbol.endswith(":<") or ":<|edge" in t.symbol} - {None}
    settled = [replace(t, symbol=t.symbol.replace(":~", ":<")) if _month_day(t) in past else t for t in expressions]
    return _date_posts(text, _free_habits(text, _bind_clocks(text, _settle_ranges(text, settled), loose)))


def _free_habits(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Give clocks of every day or week no day: "at 9 a.m. daily", "on Saturdays from 9 a.m. to noon"."""
    freed = list(times)
    for index in [*range(len(times) - 1, -1, -1), *range(len(times))]:
        time = freed[index]
        if not (clock := _LOOSE.fullmatch(time.symbol)):
            continue
        behind = freed[index + 1] if index + 1 < len(freed) else None
        before = freed[index - 1] if index else None
        if (
            _HABIT_BEHIND.match(text, time.end)
            or (behind and _is_habit(behind) and _TO_HABIT.fullmatch(text, time.end, behind.start))
            or (before and _is_habit(before) and _DAY_THEN_CLOCK.fullmatch(text, before.end, time.start))
        ):
            freed[index] = replace(time, type=TimeType.SET, symbol=f"?|shift:0:D|{clock[1]}")
    habits = {time.id for time, was in zip(freed, times, strict=True) if time is not was}
    return [_off_habits(time, habits) for time in freed]


def _off_habits(time: TimeExpression, habits: Container[str]) -> TimeExpression:
    """Return a clock that took up one of every day as one of the report's own day."""
    anchor, _, steps = time.symbol.partition("|")
    return replace(time, symbol="ref|" + steps) if anchor in habits else time


def _is_habit(time: TimeExpression) -> bool:
    """Say whether an expression is a set of days, or a clock of such days."""
    clock = time.symbol.startswith("?|") and _LOOSE.fullmatch(time.symbol) is not None
    return time.type is TimeType.SET and (clock or time.value in {"P1D", "P1W"} or "-W" in time.value)


def _in_its_decade(time: TimeExpression, behind: TimeExpression | None) -> TimeExpression:
    """Leave a day without its year where a decade or century right behind it says all: "on 4 May in the 1980s"."""
    if behind is None or _month_day(time) is None or not behind.value.isdecimal() or len(behind.value) > _DECADE_DIGITS:
        return time
    return replace(time, symbol="") if 0 <= behind.start - time.end <= len(" in ") else time


def _month_day(time: TimeExpression) -> str | None:
    """Return the day of the year that an expression names, or None."""
    step = time.symbol.removeprefix("ref|")
    return step[:8] if step.startswith("md:") else None


def _date_posts(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Read the times of a post against its own date: "Sad news today. — Odda Zoo (@oddazoo) May 28, 2031"."""
    dated = list(times)
    for index, date in enumerate(times):
        if (
            date.symbol
            or date.type is not TimeType.DATE
            or not _SIGNATURE.search(text, max(0, date.start - 40), date.start)
        ):
            continue
        line = text.rfind("\n", 0, date.start)
        for earlier in range(index - 1, max(-1, index - _POST_TIMES), -1):
            if times[earlier].end < line or not times[earlier].symbol.startswith("ref|"):
                break
            dated[earlier] = replace(dated[earlier], symbol=date.id + dated[earlier].symbol.removeprefix("ref"))
    return dated


def _settle_ranges(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Let the two ends of a range be of one stretch: "from 30 May to 2 June 2019", "from Monday to Friday"."""
    settled = list(times)
    for index in range(len(times) - 2, -1, -1):
        first, last = settled[index], settled[index + 1]
        join = _RANGE.fullmatch(text, first.end, last.start)
        if join is None or not (day := _RANGE_DAY.fullmatch(first.symbol)):
            continue
        if day["day"] and not last.symbol and _FULL_DAY.fullmatch(last.value):
            settled[index] = _of_year(first, day["day"], last.value)
        elif day["weekday"] and join[1] in _THROUGH and (other := _WEEKDAY.fullmatch(last.symbol)):
            settled[index : index + 2] = _in_a_row(first, last, day, other)
    return settled


def _of_year(time: TimeExpression, day: str, other: str) -> TimeExpression:
    """Return a day of the year in the year of the full date behind it, or in the one before: "Dec. 30 to Jan. 2"."""
    year = int(other[:4]) - (day > other[5:])
    value = f"{year:04d}-{day}"
    interval = interval_of_value(value)
    return replace(time, symbol="", value=value, interval=interval) if interval else time


def _in_a_row(
    first: TimeExpression, last: TimeExpression, day: re.Match[str], other: re.Match[str]
) -> tuple[TimeExpression, TimeExpression]:
    """Return two weekdays of which the second follows the first: both past, or both to come."""
    if day["way"] in ">?":
        return first, replace(last, symbol=f"ref|wd:{day['weekday']}:>|wd:{other[1]}:>>{other[2] or ''}")
    return replace(first, symbol=f"ref|wd:{other[1]}:<|wd:{day['weekday']}:<<{day['edge'] or ''}"), last


def _bind_clocks(text: str, times: list[TimeExpression], loose: Container[str]) -> list[TimeExpression]:
    """Give clocks the day that follows in their clause: "left at 9 a.m. from Leeds on Monday"."""
    bound = list(times)
    for index in range(len(times) - 2, -1, -1):
        clock, behind = bound[index], bound[index + 1]
        if clock.id not in loose or not (match := _LOOSE.fullmatch(clock.symbol)):
            continue
        if behind.symbol.startswith(clock.id + "|"):
            continue  # "the next day" after "9 a.m." takes up the clock itself
        before = times[index - 1] if index else None
        between = text[clock.end : behind.start]
        joined = _CLOCK_AND_CLOCK.fullmatch(between) and "clock:" in behind.symbol + behind.value.replace("T", "clock:")
        if joined or _is_its_day(text, clock, behind, before):
            bound[index] = _on_day(clock, behind, match[1], match[2] or "")
    return bound


def _is_its_day(text: str, clock: TimeExpression, day: TimeExpression, before: TimeExpression | None) -> bool:
    """Say whether the day behind a clock is that of the clock; one before it in the sentence asks for a clear "on"."""
    between = text[clock.end : day.start]
    if len(between) > _DAY_BEHIND or not _is_day(day) or text[day.end : day.end + 1] in {"'", "’"}:
        return False
    between = re.sub(r"^ ?\([^()]{0,40}\)|^\)", "", between)
    if _ELSEWHERE.search(between) or (before is not None and _is_day(before) and _SAYING.search(between)):
        return False  # "It left Bari on Tuesday. It called at Ulm at noon, the owner said on Wednesday."
    told = before is not None and _is_day(before) and not re.search(r"[.!?]\s|\n", text[before.end : clock.start])
    if not told:
        return _TO_DAY.fullmatch(between) is not None
    assert before is not None
    if _DAY_THEN_CLOCK.fullmatch(text[before.end : clock.start]):
        return False
    return "," not in between and _ON_DAY.fullmatch(between) is not None


def _is_day(time: TimeExpression) -> bool:
    """Say whether an expression is a day and no part of one."""
    if time.type is not TimeType.DATE:
        return False
    symbol = re.sub(r"\|edge:\w+$", "", time.symbol)
    return bool(_DAY_STEP.search(symbol)) if symbol else len(time.value) == len("2024-07-24")


def _on_day(clock: TimeExpression, day: TimeExpression, step: str, edge: str) -> TimeExpression:
    """Return a clock or part of the day on the day of another expression."""
    if day.symbol:
        steps = [part for part in day.symbol.split("|") if part.split(":")[0] not in {"clock", "part", "edge"}]
        return replace(clock, symbol="|".join([*steps, step]) + edge)
    value = f"{day.value[:10]}T{step.split(':', 1)[1]}"
    return replace(clock, symbol="", value=value, interval=interval_of_value(value))
