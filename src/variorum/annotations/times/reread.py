"""Times against a reference: relative expressions get their values, and get them anew when the reference changes.

Neither a parse nor the words of the text are needed: what an expression is counted from stands in its symbol.
"""

from __future__ import annotations

import re
from datetime import timedelta

from msgspec.structs import replace

from variorum.annotations.times.offsets import interval_from
from variorum.annotations.times.points import Point
from variorum.annotations.times.resolution import point_of_value, resolve_steps, start_of
from variorum.annotations.times.values import (
    either_midnight,
    interval_of_value,
    open_interval,
    span_interval,
)
from variorum.model.annotations import Reference, TimeExpression
from variorum.model.intervals import Interval

_HOURS = re.compile(r"shift:(-?\d{1,4}):T([HMS])")
#: "Midnight on Friday"; "on Friday, at midnight".
_EITHER_MIDNIGHT = re.compile(r"\|midnight$|^t\d+\|shift:0:D\|clock:24:00$")
_SECONDS = {"H": 3600, "M": 60, "S": 1}


def resolve_again(times: tuple[TimeExpression, ...], reference: Reference) -> tuple[TimeExpression, ...]:
    """Return the time expressions, every relative one resolved against ``reference``; no parse is needed."""
    known = {time.id: time for time in times}
    resolved: dict[str, TimeExpression] = {}
    for time in times:
        # What an expression is counted from may stand behind it: "a day after the vote on Monday".
        waiting = {time.id: time} if time.id not in resolved else {}
        anchor = time.symbol.partition("|")[0]
        while anchor in known and anchor not in resolved and anchor not in waiting:
            waiting[anchor] = known[anchor]
            anchor = known[anchor].symbol.partition("|")[0]
        for one in reversed(waiting.values()):
            resolved[one.id] = _resolve(one, reference, resolved) if one.symbol else one
    return tuple(resolved[time.id] for time in times)


def _resolve(time: TimeExpression, reference: Reference, known: dict[str, TimeExpression]) -> TimeExpression:
    """Resolve one expression by its symbol."""
    anchor, *steps = time.symbol.split("|")
    edge = next((step[5:] for step in steps if step.startswith("edge:")), "")
    steps = [step for step in steps if not step.startswith("edge:")]
    if steps[0].startswith("span:"):
        interval = span_interval(steps[0], reference.interval)
        return replace(time, interval=interval, anchor=_reference_words(reference) if interval else None)
    if steps[0].startswith("from:"):
        origin = known.get(anchor)
        interval = interval_from(steps[0], origin) if origin else None
        return replace(time, interval=interval, anchor=_words_of(origin) if origin and interval else None)
    if anchor == "ref":
        first, last = start_of(reference.interval)
        words = _reference_words(reference)
    elif anchor in known:
        earlier = known[anchor]
        first = last = point_of_value(earlier.value)
        words = _words_of(earlier)
    else:
        first = last = Point("XXXX-XX-XX", None, "D")
        words = ""
    value = resolve_steps(steps, first, last)
    if anchor == "ref" and (hours := _HOURS.fullmatch(steps[0])):
        interval = _moved(reference.interval, int(hours[1]) * _SECONDS[hours[2]])
        return replace(time, value=value, interval=interval, anchor=words if interval else None)
    interval = open_interval(interval_of_value(value), edge, time.mod)
    # "Late on Monday ... shortly before midnight": which of the two midnights is told.
    if anchor not in known or not _is_late(known[anchor]):
        interval = _loosened(interval, time)
    return replace(time, value=value, interval=interval, anchor=(words or None) if interval else None)


def _is_late(time: TimeExpression) -> bool:
    """Say whether an expression is the end of a day: "late on Monday", "Monday night"."""
    return time.mod == "END" or time.value.endswith(("TEV", "TNI"))


def _moved(interval: Interval | None, seconds: int) -> Interval | None:
    """Return a closed interval moved by seconds: "two hours ago" of a day's report began two hours before the day."""
    if interval is None or interval.begin is None or interval.before is None:
        return None
    try:
        shift = timedelta(seconds=seconds)
        return Interval(interval.begin + shift, interval.before + shift, interval.granularity)
    except OverflowError:
        return None


def _words_of(time: TimeExpression) -> str:
    """Return the words that another expression is counted from, with their offsets."""
    return f"“{time.text}” [{time.start}:{time.end}]"


def _loosened(interval: Interval | None, time: TimeExpression) -> Interval | None:
    """Return what words leave open: "more than two years ago" is then or before, "midnight on Friday" is one of two."""
    if interval is not None and _EITHER_MIDNIGHT.search(time.symbol):
        return either_midnight(interval)
    if interval is None or "|shift:-" not in time.symbol:
        return interval
    if time.mod in {"MORE_THAN", "EQUAL_OR_MORE"}:
        return Interval(None, interval.before, interval.granularity)
    if time.mod in {"LESS_THAN", "EQUAL_OR_LESS"}:
        return Interval(interval.begin, None, interval.granularity)
    return interval


def _reference_words(reference: Reference) -> str:
    """Say in words what a date was resolved against."""
    if reference.interval is None:
        return ""
    return f"{reference.basis} {reference.interval.label()}" + (
        f" ({reference.evidence})" if reference.evidence else ""
    )
