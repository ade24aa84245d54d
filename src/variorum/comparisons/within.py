"""Within: where one report contradicts itself, as conflicts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from variorum.comparisons.conflicts import Conflict, SlotReading, place_conflicts, quantity_conflicts
from variorum.comparisons.facts import Fact, FactGroup
from variorum.comparisons.slots import telling_clash, weekday_of
from variorum.comparisons.truths import predicates_sense
from variorum.model.annotations import Certainty, TimeExpression
from variorum.model.comparisons import Slot
from variorum.model.spans import Span
from variorum.opposites import Sense

#: Passages of one report in one group that are held against each other; more repeat themselves.
_PASSAGES = 20
#: What lies ahead of its telling is told before it happens.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|set to|plan\w*|due|schedul\w+|next|upcoming|later|ahead|going to|expect\w*|want\w*|"
    r"could|may|might|hope\w*|intend\w*|promis\w+|until|by|invit\w+|call\w* for|deadline)\b",
    re.IGNORECASE,
)


def find_self_conflicts(facts: Iterable[Fact], related: Iterable[tuple[Fact, Fact]]) -> tuple[Conflict, ...]:
    """Return where one report contradicts itself.

    ``facts`` are events and statements of one report: a report dated before what it tells of cannot be.
    ``related`` are pairs of facts of one report that tell the same thing at two places of the text.
    """
    found: dict[tuple[Slot, Span, Span], Conflict] = {}
    for fact in facts:
        for conflict in _telling_conflicts(fact):
            first, second = sorted(reading.focus for reading in conflict.readings)
            found.setdefault((conflict.slot, first, second), conflict)
    for one, other in related:
        conflicts = (
            *place_conflicts(one, other),
            *(quantity_conflicts(one, other) if predicates_sense(one, other) is Sense.SAME else ()),
            *_related_telling(one, other),
            *_related_telling(other, one),
        )
        for conflict in conflicts:
            first, second = sorted(reading.focus for reading in conflict.readings)
            within = Conflict(conflict.slot, conflict.readings, one.ref.siglum, conflict.clash)
            found.setdefault((conflict.slot, first, second), within)
    return tuple(found.values())


def _related_telling(one: Fact, other: Fact) -> Iterator[Conflict]:
    """Yield a conflict when one passage dates the telling before the time that the other gives to the thing told."""
    told = one.told_time
    if told is None or one.times or one.negated or other.negated:
        return
    if _AHEAD.search(other.sentence):
        return
    for time in other.times:
        if weekday_of(time) is not None and (clash := telling_clash(told, time)):
            readings = (SlotReading(one, told.text, told.span), SlotReading(other, time.text, time.span))
            yield Conflict(Slot.TIME, readings, one.ref.siglum, clash)


def _telling_conflicts(fact: Fact) -> Iterator[Conflict]:
    """Yield a conflict when what tells of the fact is dated before it."""
    told: TimeExpression | None = fact.told_time
    if told is None or fact.negated or fact.certainty not in (Certainty.ASSERTED, Certainty.ATTRIBUTED):
        return
    if _AHEAD.search(fact.sentence):
        return
    for time in fact.times:
        if time.id != told.id and weekday_of(time) is not None and (clash := telling_clash(told, time)):
            readings = (SlotReading(fact, told.text, told.span), SlotReading(fact, time.text, time.span))
            yield Conflict(Slot.TIME, readings, fact.ref.siglum, clash)


def pairs_within(group: FactGroup) -> Iterator[tuple[Fact, Fact]]:
    """Yield every two facts of one report that stand in one group."""
    for facts in group.by_report().values():
        yield from combinations(facts[:_PASSAGES], 2)
