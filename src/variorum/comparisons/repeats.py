"""Repeats: rows that tell a reader nothing more than another row does."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.alignments import Layer
from variorum.model.comparisons import Relation, Slot, Unit

#: Slots whose values say how a thing is told and not what.
_WORDLESS = frozenset({Slot.POLARITY, Slot.CERTAINTY})
#: Relations of rows that may be dropped when another row says more.
_PLAIN = frozenset({Relation.AGREES, Relation.UNCERTAIN})


def without_repeats(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Keep of the conflicts that put the same values of one slot side by side the one with most weight.

    A headline and the first sentence often count the same dead; a reader needs one row for them.
    """
    best: dict[tuple[object, ...], int] = {}
    for number, unit in enumerate(units):
        key = _conflict_key(unit, number)
        known = best.setdefault(key, number)
        if (unit.weight, len(unit.readings)) > (units[known].weight, len(units[known].readings)):
            best[key] = number
    return tuple(units[number] for number in sorted(best.values()))


def _conflict_key(unit: Unit, number: int) -> tuple[object, ...]:
    """Return what makes two conflicts one; every other row stands for itself."""
    # What a report tells without a value of its own is no part of what conflicts.
    valued = [reading for reading in unit.readings if reading.value is not None]
    if unit.relation is not Relation.CONTRADICTS or len(valued) < 2:
        return (number,)
    values = sorted((reading.siglum, (reading.value or "").casefold()) for reading in valued)
    if unit.slot in _WORDLESS:
        # the value says how a thing is told, not what: the sentence it stands in does
        values += sorted((reading.siglum, reading.text[:40].casefold()) for reading in valued)
    return (unit.slot, unit.within, *values)


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
