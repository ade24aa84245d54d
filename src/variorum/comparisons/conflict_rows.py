"""Conflict rows: what is chosen as conflicts as a reader needs it, one row for one question.

Of ten reports one says that 77 died, one 80, one nearly 80, four 84, in headlines, first sentences and quotations. Each
two of these passages are a conflict; a reader wants one row: how many died, and who gives which number. And where both
passages have the very same value, whatever else speaks against them, there is nothing to see.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.comparisons.acceptance.proposals import Proposal
from variorum.comparisons.conflicts.certainties import leaves_open
from variorum.comparisons.conflicts.counts import counts_meet, fate_of
from variorum.comparisons.conflicts.finding import Conflict, SlotReading, readings_once
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
    questions = [_question_of(proposal, indexes) for proposal in chosen]
    rows: list[list[int]] = []
    fates: list[frozenset[str]] = []
    row_of: dict[int, int] = {}
    known: dict[object, list[int]] = defaultdict(list)
    for number, question in enumerate(questions):
        # Of 200 reports there are thousands of conflicts: those with nothing in common are not held together.
        near = sorted({other for key in question.keys for other in known[key]})
        same: list[int] = []
        told = question.fates
        for place in sorted({row_of[other] for other in near if _are_one(question, questions[other])}):
            # A figure of nobody knows whom joins no row of the dead with one of the hurt.
            if len(told | fates[place]) <= 1:
                same, told = [*same, place], told | fates[place]
        first, *others = same or [len(rows)]
        if not same:
            rows.append([])
            fates.append(frozenset())
        fates[first] = told
        rows[first] += [one for place in others for one in rows[place]] + [number]
        for place in others:
            rows[place] = []
        row_of.update(dict.fromkeys(rows[first], first))
        for key in question.keys:
            known[key].append(number)
    return tuple(_whole([chosen[number] for number in row]) for row in rows if row)


class _Question(Struct, frozen=True, eq=False):
    """What a conflict of number asks; empty for any other."""

    kind: tuple[str | None, bool] = (None, False)
    """Inside which report, and whether it is an update."""
    counts: tuple[_Count, ...] = ()
    """Each figure with its clause."""
    places: frozenset[tuple[str, int]] = frozenset()
    """Where the figures stand."""
    figures: frozenset[float | None] = frozenset()
    fates: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[object]:
        """Return what two that put one question have one of in common."""
        return frozenset((*self.places, *self.figures))


def _question_of(proposal: Proposal, indexes: Mapping[str, ReportIndex]) -> _Question:
    """Return what a proposal asks."""
    conflict = proposal.conflict
    if conflict.slot is not Slot.QUANTITY:
        return _Question()
    counts = tuple(_counts(conflict, indexes))
    return _Question(
        (conflict.within, conflict.update),
        counts,
        frozenset(reading.place for reading in conflict.readings),
        frozenset(_figure_of(quantity) for quantity, _ in counts),
        frozenset(fate for count in counts if (fate := fate_of(*count)) is not None),
    )


def _are_one(one: _Question, other: _Question) -> bool:
    """Say whether two conflicts put one question of number."""
    if one.kind != other.kind or len(one.fates | other.fates) > 1:
        return False
    if not one.places.isdisjoint(other.places):
        return True
    if len(one.figures & other.figures) < _SHARED:
        return False
    pairs = ((a, b) for a in one.counts for b in other.counts if _figure_of(a[0]) == _figure_of(b[0]))
    return len({_figure_of(a[0]) for a, b in pairs if _meet(a, b)}) >= _SHARED


def _counts(conflict: Conflict, indexes: Mapping[str, ReportIndex]) -> Iterator[_Count]:
    """Yield the quantity of each reading with its clause."""
    for reading in conflict.readings:
        if (quantity := indexes[reading.fact.ref.siglum].quantity_at(reading.focus)) is not None:
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
    if len(found) == 1:
        return found[0]
    first, readings = found[0], readings_once(proposal.conflict for proposal in found)
    return replace(first, conflict=replace(first.conflict, readings=readings))
