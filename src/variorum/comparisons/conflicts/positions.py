"""Positions: words that say where or when within a thing, of which one alone can be true ("the cellar", "the attic").

A gazetteer does not know floors, sides and points of the compass, and no calendar the minute of a match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.comparisons.conflicts.finding import Conflict, SlotReading
from variorum.comparisons.facts import Fact
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.comparisons import Slot
from variorum.model.spans import Span

_ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
#: A position by kind; the group is its value. What is compared has to be of one kind.
_KINDS = (
    (
        Slot.PLACE,
        re.compile(
            rf"\b(?:on|in|at|to|from) the (?P<value>basement|cellar|attic|loft|roof|ground floor|top floor|"
            rf"{_ORDINAL} floor|{_ORDINAL} storey)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Slot.PLACE,
        re.compile(r"\b(?P<value>under the sea|at sea|offshore|out at sea|on land|inland|ashore)\b", re.IGNORECASE),
    ),
    (
        Slot.PLACE,
        re.compile(r"\bon the (?P<value>left|right|northern|southern|eastern|western) (?:bank|side|shore|lane)\b"),
    ),
    (
        Slot.TIME,
        re.compile(rf"\b(?:in|after|by) the (?P<value>{_ORDINAL}) (?:minute|lap|round|inning)\b", re.IGNORECASE),
    ),
)
#: A point of the compass seen from a named place.
_COMPASS = re.compile(
    r"\b(?P<value>(?:north|south)(?:-?(?:east|west))?|east|west) of (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
#: How long ago something of another age was, in words too rough for a calendar.
_AGO = re.compile(
    r"\b(?P<value>(?P<number>\d{1,3}(?:\.\d{1,3})?) (?P<scale>thousand|million|billion) years) (?:ago|old|earlier)\b",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
#: Lengths of which the shorter is at least this share of the longer may be one, rounded.
_ROUNDED = 0.95
_ONE_MEANING = ({"basement", "cellar"}, {"attic", "loft"}, {"under the sea", "at sea", "offshore", "out at sea"},
                {"on land", "inland", "ashore"})  # fmt: skip
_CERTAINTY = 0.7


def position_conflicts(left: Fact, right: Fact) -> Iterator[Conflict]:
    """Yield a conflict where each of two clauses on one thing has one position of a kind, and they differ."""
    for slot, pattern in _KINDS:
        one, other = (_only(pattern, fact) for fact in (left, right))
        if one and other and _differ(one["value"].casefold(), other["value"].casefold()):
            yield _conflict(slot, left, one, right, other)
    one, other = (_only(_AGO, fact) for fact in (left, right))
    if one and other and min(_years(one), _years(other)) < _ROUNDED * max(_years(one), _years(other)):
        yield _conflict(Slot.TIME, left, one, right, other)
    one, other = (_only(_COMPASS, fact) for fact in (left, right))
    if one and other and one["name"] == other["name"] and _are_apart(one["value"], other["value"]):
        yield _conflict(Slot.PLACE, left, one, right, other)


def _years(match: re.Match[str]) -> float:
    """Return how many years ago something was."""
    return float(match["number"]) * _SCALES[match["scale"].casefold()]


def _only(pattern: re.Pattern[str], fact: Fact) -> re.Match[str] | None:
    """Return the one match in a clause; None for none and for several."""
    found = list(pattern.finditer(fact.words))
    return found[0] if len(found) == 1 else None


def _differ(one: str, other: str) -> bool:
    """Say whether two positions exclude each other."""
    return one != other and not any({one, other} <= words for words in _ONE_MEANING)


def _are_apart(one: str, other: str) -> bool:
    """Say whether two points of the compass exclude each other: "north" and "north-east" do not."""
    one, other = one.replace("-", ""), other.replace("-", "")
    return one not in other and other not in one


def _conflict(slot: Slot, left: Fact, one: re.Match[str], right: Fact, other: re.Match[str]) -> Conflict:
    """Return the conflict of two positions."""
    readings = tuple(
        SlotReading(fact, match[0], Span(fact.span.start + match.start(), fact.span.start + match.end()))
        for fact, match in ((left, one), (right, other))
    )
    return Conflict(slot, readings, None, Clash(f"“{one[0]}” and “{other[0]}” exclude each other", _CERTAINTY))
