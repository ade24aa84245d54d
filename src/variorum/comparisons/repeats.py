"""Repeats: rows that tell a reader nothing more than another row does."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

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

    A headline and the first sentence often count the same dead; a reader needs one row for them. Two reports that say
    "three" against the same "five" of a third one are one row too.
    """
    kept: dict[int, Unit] = {}
    # What a conflict may repeat or go on is looked up: of 200 reports there are thousands.
    alike: dict[tuple[Hashable, ...], list[int]] = {}
    ranked = sorted(range(len(units)), key=lambda at: (-units[at].weight, -len(units[at].readings), at))
    rank = {number: place for place, number in enumerate(ranked)}
    for number in ranked:
        unit = units[number]
        near = sorted({at for key in _repeated_by(unit) for at in alike.get(key, ())}, key=rank.__getitem__)
        if any(_is_repeated(unit, kept[at]) for at in near):
            continue
        whole = next((at for at in near if _goes_on(unit, kept[at])), None)
        if whole is not None:
            kept[whole] = _joined(kept[whole], unit)
            continue
        kept[number] = unit
        for key in _known_by(unit):
            alike.setdefault(key, []).append(number)
    return tuple(kept[number] for number in sorted(kept))


def _known_by(unit: Unit) -> Iterator[tuple[Hashable, ...]]:
    """Yield what a conflict is looked up by: the values of its slot; where these do not count, who tells it."""
    if unit.relation is not Relation.CONTRADICTS:
        return
    if unit.slot in _WORDLESS:
        for reading in _valued(unit):
            yield unit.within, unit.slot, reading.siglum
    else:
        yield unit.within, unit.slot, frozenset(_values(_valued(unit)))


def _repeated_by(unit: Unit) -> Iterator[tuple[Hashable, ...]]:
    """Yield what the conflicts that may hold another one are known by."""
    yield from _known_by(unit)
    if unit.slot is Slot.CERTAINTY:
        for _, _, siglum in _known_by(unit):
            yield unit.within, Slot.POLARITY, siglum


def _valued(unit: Unit) -> list[Reading]:
    """Return what conflicts: what a report tells without a value of its own is no part of it."""
    return [reading for reading in unit.readings if reading.value is not None]


def _is_repeated(unit: Unit, other: Unit) -> bool:
    """Say whether two conflicts of a slot have the same values; how a thing is told, in the same passages."""
    if {unit.relation, other.relation} != {Relation.CONTRADICTS} or unit.within != other.within:
        return False
    one, two = _valued(unit), _valued(other)
    if len(one) < _SIDES:
        return False
    if unit.slot is Slot.CERTAINTY and other.slot is Slot.POLARITY:
        # what one report denies the others tell as more or less sure: the row of the denial has it all
        return all(any(_is_same(reading, each) for each in two) for reading in one)
    if unit.slot != other.slot:
        return False
    if unit.slot in _WORDLESS:
        return all(any(_meet(reading, each) for each in two) for reading in one)
    return {*map(_told, one)} <= {*map(_told, two)} and _values(one) == _values(two)


def _told(reading: Reading) -> tuple[str, str]:
    """Return who tells which value."""
    return reading.siglum, (reading.value or "").casefold()


def _values(readings: Iterable[Reading]) -> set[str]:
    """Return the values that readings put against each other."""
    return {value for _, value in map(_told, readings)}


def _goes_on(unit: Unit, other: Unit) -> bool:
    """Say whether a conflict between reports puts the same values against each other, one of them in the same words."""
    if (unit.relation, other.relation, unit.slot) != (Relation.CONTRADICTS, Relation.CONTRADICTS, other.slot):
        return False
    if unit.within or other.within or unit.slot in _WORDLESS:
        return False
    one, two = _valued(unit), _valued(other)
    return _values(one) == _values(two) and any(_is_same(reading, each) for reading in one for each in two)


def _is_same(one: Reading, other: Reading) -> bool:
    """Say whether two readings of one report rest on the same words."""
    return (one.siglum, one.focus) == (other.siglum, other.focus)


def _joined(unit: Unit, other: Unit) -> Unit:
    """Return a conflict with what another one adds: the values of reports that it has none of."""
    known = {reading.siglum for reading in _valued(unit)}
    added = [reading for reading in _valued(other) if reading.siglum not in known]
    new = {reading.siglum for reading in added}
    kept = [reading for reading in unit.readings if reading.siglum not in new]
    return replace(
        unit,
        readings=tuple(sorted((*kept, *added), key=lambda reading: (reading.siglum, reading.focus))),
        not_mentioned=tuple(siglum for siglum in unit.not_mentioned if siglum not in new),
    )


def _meet(one: Reading, other: Reading) -> bool:
    """Say whether two readings of one report have words in common."""
    return one.siglum == other.siglum and any(a.overlaps(b) for a in one.spans for b in other.spans)


def without_parts(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Drop rows that agree and lie wholly inside another row of the same reports: they tell a reader nothing more."""
    ranked = sorted(
        range(len(units)), key=lambda number: (units[number].relation in _PLAIN, -_length(units[number]), number)
    )
    kept: list[int] = []
    reach = [_reach(unit) for unit in units]
    # The rows of each report: one that lies in another has no reading of a report that this has none of.
    of: dict[str, list[int]] = {}
    for number in ranked:
        unit = units[number]
        if unit.relation in _PLAIN:
            rarest = min((of.get(reading.siglum, []) for reading in unit.readings), key=len, default=kept)
            if any(_reaches(reach[other], reach[number]) and _lies_in(unit, units[other]) for other in rarest):
                continue
        kept.append(number)
        for siglum in dict.fromkeys(reading.siglum for reading in unit.readings):
            of.setdefault(siglum, []).append(number)
    return tuple(units[number] for number in sorted(kept))


def _reach(unit: Unit) -> dict[str, tuple[int, int]]:
    """Return by siglum where the readings of a row begin and end, whatever lies between."""
    found: dict[str, tuple[int, int]] = {}
    for reading in unit.readings:
        for span in reading.spans:
            start, end = found.get(reading.siglum, (span.start, span.end))
            found[reading.siglum] = min(start, span.start), max(end, span.end)
    return found


def _reaches(wide: Mapping[str, tuple[int, int]], narrow: Mapping[str, tuple[int, int]]) -> bool:
    """Say whether a row reaches as far as another in every report of it: only then can the other lie in it."""
    return all(
        siglum in wide and wide[siglum][0] <= start and end <= wide[siglum][1]
        for siglum, (start, end) in narrow.items()
    )


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
