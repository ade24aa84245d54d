"""Positions: words that say where or when within a thing, of which one alone can be true ("the cellar", "the attic").

A gazetteer does not know floors, sides and points of the compass, and no calendar the minute of a match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from variorum.comparisons.conflicts.finding import Conflict, SlotReading
from variorum.comparisons.facts import Fact
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.comparisons import Slot
from variorum.model.spans import Span
from variorum.number_words import ONES, ORDINALS

_ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"
_NUMBERS = {**ORDINALS, **{word: number for word, number in ONES.items() if number}}
_NUMBER_WORD = "|".join(word for word in _NUMBERS if word not in ORDINALS)
#: A position by kind; the group is its value. What is compared has to be of one kind.
_KINDS = (
    (
        Slot.PLACE,
        re.compile(
            r"\b(?:on|in|at|to|from) the (?P<value>basement|cellar|attic|loft|roof|(?:ground|top) floor|"
            rf"{_ORDINAL} (?:floor|storey))\b",
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
)
#: Things of which there is a numbered series, by the slot that their number fills: "the fourth round", "gate 12".
_SERIES = {
    Slot.PLACE: "floor|storey|story|deck|gate|platform|lane|runway|pier|track|terminal|row|ward|hall|exit|junction",
    Slot.TIME: "minute|lap|round|inning|set|quarter|over|stage|heat|ballot|attempt|act",
}
_NUMBERED = {
    slot: re.compile(
        rf"\b(?:(?P<ordinal>{_ORDINAL})[ -](?P<thing>{things})"
        rf"|(?P<named>{things}) (?:no\. ?|number )?(?P<number>\d{{1,3}}|{_NUMBER_WORD}))\b(?!-)",
        re.IGNORECASE,
    )
    for slot, things in _SERIES.items()
}
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
    first, second = _positions_in(left.words), _positions_in(right.words)
    for (slot, _), one, other in zip(_KINDS, first.kinds, second.kinds, strict=True):
        if one and other and _differ(one["value"].casefold(), other["value"].casefold()):
            yield _conflict(slot, left, one, right, other)
    for slot, one, other in zip(_NUMBERED, first.numbered, second.numbered, strict=True):
        if one and other and _of_one_series(one, other) and _number(one) != _number(other):
            yield _conflict(slot, left, one, right, other)
    one, other = first.ago, second.ago
    if one and other and min(_years(one), _years(other)) < _ROUNDED * max(_years(one), _years(other)):
        yield _conflict(Slot.TIME, left, one, right, other)
    one, other = first.compass, second.compass
    if one and other and one["name"] == other["name"] and _are_apart(one["value"], other["value"]):
        yield _conflict(Slot.PLACE, left, one, right, other)


class _Positions(Struct, frozen=True):
    """The positions in the words of a clause, None where it has none of a kind, or several."""

    kinds: tuple[re.Match[str] | None, ...]
    numbered: tuple[re.Match[str] | None, ...]
    ago: re.Match[str] | None
    compass: re.Match[str] | None


@lru_cache(maxsize=20_000)
def _positions_in(words: str) -> _Positions:
    """Return the positions in the words of a clause, read once for all clauses that it is held against."""
    return _Positions(
        tuple(_only(pattern, words) for _, pattern in _KINDS),
        tuple(_only(pattern, words) for pattern in _NUMBERED.values()),
        _only(_AGO, words),
        _only(_COMPASS, words),
    )


def _of_one_series(one: re.Match[str], other: re.Match[str]) -> bool:
    """Say whether two numbers count things of one name."""
    return (one["thing"] or one["named"]).casefold() == (other["thing"] or other["named"]).casefold()


def _number(match: re.Match[str]) -> int:
    """Return the number that a thing of a series has: 4 for "the fourth round", "round four" and "round 4"."""
    word = (match["ordinal"] or match["number"]).casefold()
    return _NUMBERS[word] if word in _NUMBERS else int(word.rstrip("dhnrst"))  # "3rd", "4th"


def _years(match: re.Match[str]) -> float:
    """Return how many years ago something was."""
    return float(match["number"]) * _SCALES[match["scale"].casefold()]


def _only(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Return the one match in the words of a clause; None for none and for several."""
    found = list(pattern.finditer(words))
    return found[0] if len(found) == 1 else None


def _differ(one: str, other: str) -> bool:
    """Say whether two positions exclude each other; what both number is told apart by its numbers."""
    if all(_NUMBERED[Slot.PLACE].fullmatch(value) for value in (one, other)):
        return False
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
