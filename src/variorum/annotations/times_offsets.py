"""Offsets: lengths of time told from another event: "a day after he met the mayor", "two days before the vote".

The value stays the length that the words say. Where the text dates what the length is counted from, the expression gets
an interval too, as rough as its unit; where it does not, it gets none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from variorum.annotations.times_resolution import follow_steps, point_of_value
from variorum.annotations.times_values import interval_of_value
from variorum.model.annotations import TimeExpression, TimeType
from variorum.model.intervals import Granularity, Interval

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_FROM = re.compile(r" (?:(?P<after>after|following|since)|before|ahead of|prior to) ", re.IGNORECASE)
#: How far behind "after" the date of what the length is counted from may stand, in characters.
_REACH = 100
#: A clause of its own, or the next one: "a day after the vote, he left on Friday".
_CLAUSE_END = re.compile(r"[.,;:!?\n“”\"—()]|\b(?:and|but|or|who|which|that|when|while|because)\b")
#: "The vote", "her release", "the first round": what the length is counted from.
_EVENT = re.compile(r"(?:(?:the|its|his|her|their|an?|this|that) )(?:[a-z]+ ){0,2}?([a-z]{3,20})(?=[.,;:!?)]|$| [a-z])")
#: How that event is dated elsewhere: "the vote on Sunday", "the vote is due on Sunday", "Sunday's vote".
_DATED_BEHIND = re.compile(
    r"(?: (?:was|is|will be|be|due|set|held|scheduled|planned|took place|takes place)){0,3},? (?:on|for|in) "
)
_DATED_BEFORE = re.compile(r"(?:['’]s?)? (?:[a-z]+ )?")
_ORDER = (Granularity.YEAR, Granularity.MONTH, Granularity.WEEK, Granularity.DAY, Granularity.PART, Granularity.MINUTE)
_ROUGHEST = {"Y": 0, "M": 1, "W": 2, "D": 3}
#: Longest list of places at which an event's noun is looked up.
_MENTIONS = 20
#: "More than a week after the vote" is no week.
_NOT_SO_LONG = frozenset({"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})


def find_origins(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Return the expressions; lengths counted from a dated event carry the symbol of it."""
    return [_with_origin(text, times, index) for index in range(len(times))]


def _with_origin(text: str, times: list[TimeExpression], index: int) -> TimeExpression:
    """Return an expression with the date that it is counted from, where it is such a length."""
    time = times[index]
    length = _LENGTH.fullmatch(time.value) if time.type is TimeType.DURATION and not time.symbol else None
    counted = _FROM.match(text, time.end) if length else None
    if length is None or counted is None or time.mod in _NOT_SO_LONG:
        return time
    behind = times[index + 1] if index + 1 < len(times) else None
    origin = behind if behind and _is_of_clause(text, counted.end(), behind) else _of_event(text, times, counted.end())
    if origin is None or origin.type not in (TimeType.DATE, TimeType.TIME) or origin.value.endswith("_REF"):
        return time
    sign = "+" if counted["after"] else "-"
    return replace(time, symbol=f"{origin.id}|from:{sign}{length[1]}:{length[2]}")


def _is_of_clause(text: str, start: int, time: TimeExpression) -> bool:
    """Say whether a time stands in the clause that begins at an offset."""
    return 0 <= time.start - start <= _REACH and not _CLAUSE_END.search(text, start, time.start)


def _of_event(text: str, times: list[TimeExpression], start: int) -> TimeExpression | None:
    """Return the only date that the text gives what is named at an offset: "two days before the vote"."""
    match = _EVENT.match(text, start)
    if match is None:
        return None
    noun = re.compile(rf"\b{match[1]}\b")
    starts = {time.start: time for time in times if time.type in (TimeType.DATE, TimeType.TIME)}
    ends = {time.end: time for time in starts.values()}
    found: set[str] = set()
    for number, mention in enumerate(noun.finditer(text)):
        if number >= _MENTIONS:
            break
        dated = _DATED_BEHIND.match(text, mention.end())
        if dated and dated.end() in starts:
            found.add(starts[dated.end()].id)
        for gap in range(1, 24):
            if mention.start() - gap in ends and _DATED_BEFORE.fullmatch(text, mention.start() - gap, mention.start()):
                found.add(ends[mention.start() - gap].id)
    dates = [time for time in starts.values() if time.id in found]
    return dates[0] if dates and len({(time.symbol, time.value) for time in dates}) == 1 else None


def interval_from(step: str, origin: TimeExpression) -> Interval | None:
    """Return the interval of ``from:+2:D`` (two days after) told from an expression, as rough as its unit."""
    _, amount, unit = step.split(":")
    rough = interval_of_value(origin.value)
    if rough is None or rough.granularity not in _ORDER or _ORDER.index(rough.granularity) < _ROUGHEST[unit]:
        return None
    return interval_of_value(follow_steps([f"shift:{int(amount)}:{unit}"], point_of_value(origin.value)))
