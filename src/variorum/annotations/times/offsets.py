"""Offsets: lengths of time told from another event: "a day after he met the mayor", "two days before the vote".

The value stays the length that the words say. Where the text dates what the length is counted from, the expression gets
an interval too, as rough as its unit; where it does not, it gets none.
"""

from __future__ import annotations

import re
from itertools import islice

from msgspec.structs import replace

from variorum.annotations.times.resolution import follow_steps, point_of_value
from variorum.annotations.times.values import interval_of_value
from variorum.model.annotations import TimeExpression, TimeType
from variorum.model.intervals import Granularity, Interval

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_DAY_BEFORE = re.compile(r" (?:before|after) ")
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
_DATED_BEFORE = re.compile(r"(?:['’]s?)? (?:(?!the|an?\b|his|her|its|their)[a-z]+ )?")
_ORDER = (Granularity.YEAR, Granularity.MONTH, Granularity.WEEK, Granularity.DAY, Granularity.PART, Granularity.MINUTE)
_ROUGHEST = {"Y": 0, "M": 1, "W": 2, "D": 3}
#: At how many places an event's noun is looked up, and how far before it its date may end, in characters.
_MENTIONS = 20
_BESIDE = 24
#: "More than a week after the vote" is no week.
_NOT_SO_LONG = frozenset({"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})


def find_origins(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Return the expressions; lengths counted from a dated event carry the symbol of it."""
    origins = _Origins(text, times)
    return [origins.counted(index) for index in range(len(times))]


class _Origins:
    """Finds the dates of what lengths are counted from, in one text."""

    def __init__(self, text: str, times: list[TimeExpression]) -> None:
        """Keep the points in time by where they begin and end."""
        self._text = text
        self._times = times
        points = [time for time in times if _is_point(time)]
        self._beginning = {time.start: time for time in points}
        self._ending = {time.end: time for time in points}
        self._dates: dict[str, TimeExpression | None] = {}

    def counted(self, index: int) -> TimeExpression:
        """Return an expression with the date that it is counted from, where it is such a length."""
        time = self._times[index]
        if time.symbol.startswith("?|shift:") and (told := _DAY_BEFORE.match(self._text, time.end)):
            # "The day before the vote on Sunday": a day where the vote is dated, none where it is not.
            origin = self._origin_of(index, told.end())
            return replace(time, symbol=origin.id + time.symbol[1:]) if origin else time
        if time.type is not TimeType.DURATION or time.symbol or time.mod in _NOT_SO_LONG:
            return time
        length, counted = _LENGTH.fullmatch(time.value), _FROM.match(self._text, time.end)
        origin = self._origin_of(index, counted.end()) if length and counted else None
        if length is None or counted is None or origin is None:
            return time
        sign = "+" if counted["after"] else "-"
        return replace(time, symbol=f"{origin.id}|from:{sign}{length[1]}:{length[2]}")

    def _origin_of(self, index: int, start: int) -> TimeExpression | None:
        """Return the date of what is told at an offset behind an expression, where the text has it."""
        time = self._times[index]
        behind = self._times[index + 1] if index + 1 < len(self._times) else None
        if behind is None or not _is_of_clause(self._text, start, behind):
            match = _EVENT.match(self._text, start)
            behind = self._date_of(match[1]) if match else None
        if behind is None or behind.start not in self._beginning or behind.symbol.startswith(time.id + "|"):
            return None
        return behind if behind.id != time.id else None

    def _date_of(self, noun: str) -> TimeExpression | None:
        """Return the only date that the text gives what a noun names: "the vote is on Sunday"."""
        if noun not in self._dates:
            dates = [time for mention in self._mentions(noun) if (time := self._date_beside(*mention))]
            same = len({(time.symbol, time.value) for time in dates}) == 1
            self._dates[noun] = dates[0] if same else None
        return self._dates[noun]

    def _mentions(self, noun: str) -> list[tuple[int, int]]:
        """Return where a noun stands, a bounded number of times."""
        found = re.finditer(rf"\b{noun}\b", self._text)
        return [match.span() for match in islice(found, _MENTIONS)]

    def _date_beside(self, start: int, end: int) -> TimeExpression | None:
        """Return the date of one mention of an event: "the vote on Sunday", "Sunday's vote"."""
        if (dated := _DATED_BEHIND.match(self._text, end)) and dated.end() in self._beginning:
            return self._beginning[dated.end()]
        for at in range(start - 1, max(0, start - _BESIDE), -1):
            if at in self._ending and _DATED_BEFORE.fullmatch(self._text, at, start):
                return self._ending[at]
        return None


def _is_point(time: TimeExpression) -> bool:
    """Say whether an expression is a day, a year or a clock that something is told from."""
    told = not time.symbol.startswith("?|") and not time.value.endswith("_REF")
    return told and time.type in (TimeType.DATE, TimeType.TIME)


def _is_of_clause(text: str, start: int, time: TimeExpression) -> bool:
    """Say whether a time stands in the clause that begins at an offset."""
    return 0 <= time.start - start <= _REACH and not _CLAUSE_END.search(text, start, time.start)


def interval_from(step: str, origin: TimeExpression) -> Interval | None:
    """Return the interval of ``from:+2:D`` (two days after) told from an expression, as rough as its unit."""
    _, amount, unit = step.split(":")
    rough = interval_of_value(origin.value)
    if rough is None or rough.granularity not in _ORDER or _ORDER.index(rough.granularity) < _ROUGHEST[unit]:
        return None
    return interval_of_value(follow_steps([f"shift:{int(amount)}:{unit}"], point_of_value(origin.value)))
