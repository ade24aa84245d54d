"""Conflicts: groups of facts to the slots in which their readings cannot all be true, across reports and inside one.

Typed slots decide (de Marneffe, Rafferty and Manning 2008 for the types); wording never does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from variorum.comparisons.facts import Fact, FactGroup
from variorum.comparisons.slots import (
    Clash,
    places_clash,
    quantities_clash,
    telling_clash,
    times_clash,
)
from variorum.model.annotations import Certainty, TimeExpression
from variorum.model.comparisons import Slot
from variorum.model.spans import Span

#: Told as fact or as somebody's word: what a rumour stands against.
_FIRM = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.FUTURE})
#: Event types in which it matters who does it to whom; a meeting has two sides and no direction.
_DIRECTED = frozenset({"ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "AID", "CONCEDE", "REQUEST"})


@dataclass(frozen=True, slots=True)
class SlotReading:
    """What one fact has in the slot that differs."""

    fact: Fact
    value: str
    focus: Span


@dataclass(frozen=True, slots=True)
class Conflict:
    """A slot whose readings exclude each other; ``within`` names the report that contradicts itself."""

    slot: Slot
    readings: tuple[SlotReading, ...]
    within: str | None
    clash: Clash


def find_conflicts(group: FactGroup) -> tuple[Conflict, ...]:
    """Return the conflicts of a group of facts, at most one for a slot across reports."""
    found: dict[Slot, list[Conflict]] = {}
    for left, right in group.pairs():
        for conflict in _pair_conflicts(left, right):
            found.setdefault(conflict.slot, []).append(conflict)
    return tuple(_join(slot, conflicts) for slot, conflicts in found.items())


def _join(slot: Slot, conflicts: list[Conflict]) -> Conflict:
    """Make one conflict of the conflicts of a slot: a reading for each report and value, the surest reason first."""
    best = max(conflicts, key=lambda conflict: conflict.clash.certainty)
    readings: dict[tuple[str, str], SlotReading] = {}
    for conflict in (best, *conflicts):
        for reading in conflict.readings:
            readings.setdefault((reading.fact.ref.siglum, reading.value.casefold()), reading)
    ordered = sorted(readings.values(), key=lambda item: (item.fact.ref.siglum, item.focus))
    return Conflict(slot, tuple(ordered), None, best.clash)


def _pair_conflicts(left: Fact, right: Fact) -> Iterator[Conflict]:
    """Yield the conflicts of two facts of different reports."""
    for one, other in ((one, other) for one in left.places for other in right.places):
        if clash := places_clash(one, other):
            yield Conflict(
                Slot.PLACE,
                (SlotReading(left, one.name, one.span), SlotReading(right, other.name, other.span)),
                None,
                clash,
            )
    yield from _time_conflicts(left, right)
    yield from _quantity_conflicts(left, right)
    if clash := _polarity_clash(left, right):
        yield Conflict(Slot.POLARITY, (_truth_reading(left), _truth_reading(right)), None, clash)
    elif clash := _certainty_clash(left, right):
        yield Conflict(Slot.CERTAINTY, (_truth_reading(left), _truth_reading(right)), None, clash)
    if clash := _roles_clash(left, right):
        yield Conflict(
            Slot.ACTOR,
            (SlotReading(left, left.lemma, left.focus), SlotReading(right, right.lemma, right.focus)),
            None,
            clash,
        )


def _time_conflicts(left: Fact, right: Fact) -> Iterator[Conflict]:
    """Yield a conflict when no time of the one fits any time of the other."""
    pairs = [(one, other) for one in left.times for other in right.times]
    clashes = [(one, other, times_clash(one, other)) for one, other in pairs]
    if clashes and all(clash for _, _, clash in clashes):
        one, other, clash = clashes[0]
        if clash:
            readings = (SlotReading(left, one.text, one.span), SlotReading(right, other.text, other.span))
            yield Conflict(Slot.TIME, readings, None, clash)


def _quantity_conflicts(left: Fact, right: Fact) -> Iterator[Conflict]:
    """Yield a conflict for quantities that count the same and exclude each other."""
    for one in left.quantities:
        for other in right.quantities:
            if one.counts_the_same(other) and (clash := quantities_clash(one, other)):
                readings = (
                    SlotReading(left, one.text, Span(one.start, one.end)),
                    SlotReading(right, other.text, Span(other.start, other.end)),
                )
                yield Conflict(Slot.QUANTITY, readings, None, clash)


def _polarity_clash(left: Fact, right: Fact) -> Clash | None:
    """Say whether the one denies what the other tells."""
    if left.negated == right.negated or Certainty.CONDITIONAL in (left.certainty, right.certainty):
        return None
    if left.lemma != right.lemma and left.type != right.type:
        return None
    denied, told = (left, right) if left.negated else (right, left)
    on_word_of = [f" on the word of {fact.attributed_to}" if fact.attributed_to else "" for fact in (denied, told)]
    return Clash(f"denied in one report{on_word_of[0]}, told in the other{on_word_of[1]}", 0.8)


def _certainty_clash(left: Fact, right: Fact) -> Clash | None:
    """Say whether the one tells as fact, or as somebody's word, what the other calls possible or a rumour."""
    for firm, hedged in ((left, right), (right, left)):
        if firm.certainty in _FIRM and hedged.certainty is Certainty.HEDGED and firm.quotation is None:
            how = {Certainty.ASSERTED: "as a fact", Certainty.FUTURE: "as settled"}.get(
                firm.certainty, f"on the word of {firm.attributed_to or 'a source'}"
            )
            return Clash(f"told {how} in one report, as possible or rumoured in the other", 0.8)
    return None


def _truth_reading(fact: Fact) -> SlotReading:
    """Return how a fact is put, for people."""
    how = "denied" if fact.negated else str(fact.certainty)
    return SlotReading(fact, f"{how} ({fact.attributed_to})" if fact.attributed_to else how, fact.focus)


def _roles_clash(left: Fact, right: Fact) -> Clash | None:
    """Say whether the reports swap who does it to whom."""
    if left.type not in _DIRECTED or left.type != right.type:
        return None
    if left.sources and left.targets and left.sources == right.targets and left.targets == right.sources:
        return Clash("who acts and who is acted on are swapped", 0.8)
    return None


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
            *_related_places(one, other),
            *_quantity_conflicts(one, other),
            *_related_telling(one, other),
            *_related_telling(other, one),
        )
        for conflict in conflicts:
            first, second = sorted(reading.focus for reading in conflict.readings)
            within = Conflict(conflict.slot, conflict.readings, one.ref.siglum, conflict.clash)
            found.setdefault((conflict.slot, first, second), within)
    return tuple(found.values())


def _related_places(one: Fact, other: Fact) -> Iterator[Conflict]:
    """Yield a conflict of place between two tellings of one thing in one report."""
    for left in one.places:
        for right in other.places:
            if clash := places_clash(left, right):
                yield Conflict(
                    Slot.PLACE,
                    (SlotReading(one, left.name, left.span), SlotReading(other, right.name, right.span)),
                    None,
                    clash,
                )


def _related_telling(one: Fact, other: Fact) -> Iterator[Conflict]:
    """Yield a conflict when one passage dates the telling before the time that the other gives to the thing told."""
    told = one.told_time
    if told is None or one.times or one.negated or other.negated:
        return
    for time in other.times:
        if clash := telling_clash(told, time):
            readings = (SlotReading(one, told.text, told.span), SlotReading(other, time.text, time.span))
            yield Conflict(Slot.TIME, readings, one.ref.siglum, clash)


def _telling_conflicts(fact: Fact) -> Iterator[Conflict]:
    """Yield a conflict when what tells of the fact is dated before it."""
    told: TimeExpression | None = fact.told_time
    if told is None or fact.negated or fact.certainty not in (Certainty.ASSERTED, Certainty.ATTRIBUTED):
        return
    for time in fact.times:
        if time.id != told.id and (clash := telling_clash(told, time)):
            readings = (SlotReading(fact, told.text, told.span), SlotReading(fact, time.text, time.span))
            yield Conflict(Slot.TIME, readings, fact.ref.siglum, clash)


def pairs_within(group: FactGroup) -> Iterator[tuple[Fact, Fact]]:
    """Yield every two facts of one report that stand in one group."""
    for facts in group.by_report().values():
        yield from combinations(facts, 2)
