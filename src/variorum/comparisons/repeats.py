"""Repeats: rows that tell a reader nothing more than another row does."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.alignments import Layer
from variorum.model.comparisons import Reading, Relation, Slot, Unit

#: Slots whose values say how a thing is told and not what.
_WORDLESS = frozenset({Slot.POLARITY, Slot.CERTAINTY})
#: Relations of rows that may be dropped when another row says more.
_PLAIN = frozenset({Relation.AGREES, Relation.UNCERTAIN})
#: Readings without which nothing conflicts.
_SIDES = 2


def without_repeats(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Keep of the conflicts that put one thing side by side the one with most weight.

    A headline and the first sentence often count the same dead; a reader needs one row for them.
    """
    kept: list[int] = []
    for number in sorted(range(len(units)), key=lambda at: (-units[at].weight, -len(units[at].readings), at)):
        if not any(_is_repeated(units[number], units[other]) for other in kept):
            kept.append(number)
    return tuple(units[number] for number in sorted(kept))


def _is_repeated(unit: Unit, other: Unit) -> bool:
    """Say whether two conflicts of a slot have the same values; how a thing is told, in the same passages."""
    if {unit.relation, other.relation} != {Relation.CONTRADICTS}:
        return False
    if (unit.slot, unit.within) != (other.slot, other.within):
        return False
    # What a report tells without a value of its own is no part of what conflicts.
    one, two = ([item for item in each.readings if item.value is not None] for each in (unit, other))
    if unit.slot in _WORDLESS:
        return len(one) >= _SIDES and all(any(_meet(reading, each) for each in two) for reading in one)
    if len(one) < _SIDES:
        return False
    values = [sorted((item.siglum, (item.value or "").casefold()) for item in each) for each in (one, two)]
    return values[0] == values[1]


def _meet(one: Reading, other: Reading) -> bool:
    """Say whether two readings of one report have words in common."""
    return one.siglum == other.siglum and any(a.overlaps(b) for a in one.spans for b in other.spans)


def without_parts(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Drop rows that agree and lie wholly inside another row of the same reports: they tell a reader nothing more."""
    ranked = sorted(
        range(len(units)), key=lambda number: (units[number].relation in _PLAIN, -_length(units[number]), number)
    )
    kept: list[int] = []
    for number in ranked:
        unit = units[number]
        if unit.relation not in _PLAIN or not any(_lies_in(unit, units[other]) for other in kept):
            kept.append(number)
    return tuple(units[number] for number in sorted(kept))


def _length(unit: Unit) -> int:
    """Return the length of all readings of a row, in code points."""
    return sum(len(span) for reading in unit.readings for span in reading.spans)


def _lies_in(unit: Unit, other: Unit) -> bool:
    """Say whether every reading of ``unit`` lies in the readings of ``other`` for the same report.

    An utterance lies in no event or statement: that a speaker was quoted alike is more than what the row tells.
    """
    if unit.layer is Layer.QUOTATION and other.layer is not Layer.QUOTATION:
        return False
    return all(
        any(
            whole.siglum == reading.siglum
            and all(any(big.contains(span) for big in whole.spans) for span in reading.spans)
            for whole in other.readings
        )
        for reading in unit.readings
    )
