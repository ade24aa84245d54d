"""Conflict rows: what is chosen as conflicts as a reader needs it, one row for one question.

Of ten reports one says that 77 died, one 80, one nearly 80, four 84, in headlines, first sentences and quotations. Each
two of these passages are a conflict; a reader wants one row: how many died, and who gives which number. And where both
passages have the very same value, whatever else speaks against them, there is nothing to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from variorum.comparisons.acceptance.proposals import Proposal
from variorum.comparisons.conflicts.certainties import leaves_open
from variorum.comparisons.conflicts.counts import counts_meet, fate_of
from variorum.comparisons.conflicts.finding import Conflict, SlotReading
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.model.annotations import TimeExpression
from variorum.model.comparisons import Slot
from variorum.model.quantities import Quantity

#: Slots whose values are words of the reports, and not how a thing is told.
_VALUED = frozenset({Slot.TIME, Slot.PLACE, Slot.QUANTITY})
_LEFT_OPEN = "left open"
_Count = tuple[Quantity, Fact]
#: Figures that two conflicts without a passage in common must share to put one question.
_SHARED = 2
_FIGURE = re.compile(r"\d[\d,]{0,20}(?:\.\d{1,9})?")


def visible(chosen: Sequence[Proposal], indexes: Mapping[str, ReportIndex]) -> tuple[Proposal, ...]:
    """Return what is chosen where a reader can see what differs: two values, or one that stands for two times.

    What the words of a clause leave open is said to be left open, whatever the clause is by its form.
    """
    shown = (replace(item, conflict=_as_told(item.conflict)) for item in chosen)
    return tuple(item for item in shown if _is_visible(item.conflict, indexes))


def _as_told(conflict: Conflict) -> Conflict:
    """Return a conflict of certainty with what its clauses leave open: "said to have fled" is no fact."""
    if conflict.slot is not Slot.CERTAINTY or len({reading.value for reading in conflict.readings}) > 1:
        return conflict
    readings = (
        replace(reading, value=_LEFT_OPEN) if leaves_open(reading.fact) else reading for reading in conflict.readings
    )
    return replace(conflict, readings=tuple(readings))


def _is_visible(conflict: Conflict, indexes: Mapping[str, ReportIndex]) -> bool:
    """Say whether the readings of a conflict have more than one value."""
    if conflict.slot not in _VALUED or len({reading.value.casefold() for reading in conflict.readings}) > 1:
        return True
    if conflict.slot is not Slot.TIME:
        return False
    # "On Tuesday" is another day in the report of another week.
    return len({time.interval for reading in conflict.readings for time in _times_at(reading, indexes)}) > 1


def _times_at(reading: SlotReading, indexes: Mapping[str, ReportIndex]) -> list[TimeExpression]:
    """Return the times of a reading."""
    return indexes[reading.fact.ref.siglum].times_in(reading.focus)


def join_counts(chosen: Sequence[Proposal], indexes: Mapping[str, ReportIndex]) -> tuple[Proposal, ...]:
    """Return what is chosen, conflicts of number that put one question as one, in the place of the first of them.

    Two put one question where a figure of one passage stands in both, or where the same figures of both count the same
    thing, and not the dead in one and the hurt in the other. A report against itself is joined with itself alone, and
    no update with a conflict.
    """
    joined: list[list[Proposal]] = []
    for proposal in chosen:
        near = [place for place, found in enumerate(joined) if any(_are_one(proposal, one, indexes) for one in found)]
        if not near:
            joined.append([proposal])
            continue
        first, *others = near
        joined[first] += [*(one for place in others for one in joined[place]), proposal]
        for place in reversed(others):
            del joined[place]
    return tuple(found[0] if len(found) == 1 else _whole(found) for found in joined)


def _are_one(one: Proposal, other: Proposal, indexes: Mapping[str, ReportIndex]) -> bool:
    """Say whether two conflicts put one question of number."""
    left, right = one.conflict, other.conflict
    if not left.slot is right.slot is Slot.QUANTITY or (left.within, left.update) != (right.within, right.update):
        return False
    mine, theirs = list(_counts(left, indexes)), list(_counts(right, indexes))
    if len({fate for count in (*mine, *theirs) if (fate := fate_of(*count)) is not None}) > 1:
        return False
    places = {_place_of(reading) for reading in left.readings}
    if any(_place_of(reading) in places for reading in right.readings):
        return True
    same = {_figure_of(a[0]) for a in mine for b in theirs if _figure_of(a[0]) == _figure_of(b[0]) and _meet(a, b)}
    return len(same) >= _SHARED


def _place_of(reading: SlotReading) -> tuple[str, int]:
    """Return where the figure of a reading stands."""
    return reading.fact.ref.siglum, reading.focus.start


def _counts(conflict: Conflict, indexes: Mapping[str, ReportIndex]) -> Iterator[_Count]:
    """Yield the quantity of each reading with its clause."""
    for reading in conflict.readings:
        for quantity in indexes[reading.fact.ref.siglum].quantities_in(reading.focus):
            if quantity.start == reading.focus.start:
                yield quantity, reading.fact


def _figure_of(quantity: Quantity) -> float | None:
    """Return the figure of a quantity, whatever stands before it: 80 of "nearly 80", 42 of "forty-two"."""
    if (match := _FIGURE.search(quantity.text)) is not None:
        return float(match[0].replace(",", ""))
    return quantity.low if quantity.low is not None else quantity.high


def _meet(one: _Count, other: _Count) -> bool:
    """Say whether two quantities count one thing: by what is counted, or by what became of it."""
    fates = fate_of(*one), fate_of(*other)
    if None not in fates and one[0].unit is None is other[0].unit:
        return fates[0] == fates[1]
    return counts_meet(one[0], other[0], one[1], other[1])


def _whole(found: Sequence[Proposal]) -> Proposal:
    """Return conflicts of one question as one: a reading for each report and value, and the reason of the first."""
    readings: dict[tuple[str, str], SlotReading] = {}
    for proposal in found:
        for reading in proposal.conflict.readings:
            readings.setdefault((reading.fact.ref.siglum, reading.value.casefold()), reading)
    ordered = sorted(readings.values(), key=lambda item: (item.fact.ref.siglum, item.focus))
    first = found[0]
    return replace(first, conflict=replace(first.conflict, readings=tuple(ordered)))
