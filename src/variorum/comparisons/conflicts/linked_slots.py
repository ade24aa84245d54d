"""Linked slots: when, where and how many in aligned sentences whose clauses alone do not say it.

"The accident happened at 7.40" and "shortly before six the wheels lost their grip": no word says that both tell one
thing, their sentences do. So only a slot counts that hardly anything else of a story fills. "A pilot died when his
aircraft came down near Orvel" has the place of the crash in another clause: the one place of a sentence is that of all
that it tells. Neither report may have the value of the other anywhere: a report that has both tells of two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec.structs import replace

from variorum.comparisons.conflicts.counts import are_counts_alike, fate_of, is_former, is_partial
from variorum.comparisons.conflicts.figures import counts_clash, is_update
from variorum.comparisons.conflicts.finding import (
    Conflict,
    SlotReading,
    are_deeds_told_alike,
    is_one_thing,
    place_conflicts,
    quantity_conflicts,
    time_conflicts,
)
from variorum.comparisons.conflicts.occasions import is_time_of
from variorum.comparisons.facts import Fact, FactGroup, Pair
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.adverbials import place_relation, time_relation
from variorum.comparisons.slots.clocks import are_clocks_apart, clocks_apart
from variorum.comparisons.slots.verdicts import Clash, times_clash, weekday_of
from variorum.model.annotations import Place, TimeExpression, TimeType
from variorum.model.comparisons import Slot
from variorum.model.quantities import Quantity
from variorum.model.spans import Span
from variorum.word_lists import listed

Indexes = Mapping[str, ReportIndex]

#: From here an alignment of clauses stands by itself, not by their sentences.
_SURE = 0.5
#: Nouns that count anything, and so say too little of what is counted.
_ANYTHING = listed(
    "people person man woman child member official other one day time year thing case point part side way number"
)
#: Before a figure: it is a whole of which something else is told.
_OF_THE = re.compile(r"\bof (?:the|its|their|his|her|our|these|those) $", re.IGNORECASE)
#: Before a place: who tells, not what happened.
_TELLER = re.compile(
    r"\b(?:said|says|told|according|reported|officials?|administration|authorit\w+|government|minist\w+|police|"
    r"prosecutors?|spokes\w+|agency|office|sources?|court|embassy|reporters?)\b[^,;:]{0,60}$",
    re.IGNORECASE,
)
#: Times of one report that are looked through for the value of the other.
_TIMES = 400


def linked_slot_conflicts(group: FactGroup, indexes: Indexes) -> tuple[Conflict, ...]:
    """Return the first conflict of each slot of clauses that an alignment surely joins."""
    found: dict[Slot, Conflict] = {}
    for pair in group.sure_pairs():
        if not pair.lone:
            for conflict in _pair_conflicts(pair, indexes):
                found.setdefault(conflict.slot, conflict)
    return tuple(found.values())


def _pair_conflicts(pair: Pair, indexes: Indexes) -> Iterator[Conflict]:
    """Yield the conflicts of two clauses: of what only their sentences say, then of hours, ends and lengths."""
    if is_one_thing(pair) and are_deeds_told_alike(pair):
        yield from _sentence_conflicts(pair, indexes)
    for slot_times in (_hour_of, _end_of, *((_length_of,) if pair.score >= _SURE else ())):
        one, other = slot_times(pair.left), slot_times(pair.right)
        if one is None or other is None:
            continue
        clash = times_clash(one, other)
        known = has_time(one, indexes[pair.right.ref.siglum]) or has_time(other, indexes[pair.left.ref.siglum])
        if clash and not known:
            yield _time_conflict(pair, one, other, clash)
    for conflict in quantity_conflicts(pair.left, pair.right):
        if all(_is_share(reading) for reading in conflict.readings) and not conflict.update:
            yield conflict
    if pair.score >= _SURE:
        yield from _label_conflicts(pair, indexes)


def _sentence_conflicts(pair: Pair, indexes: Indexes) -> Iterator[Conflict]:
    """Yield the conflicts of places and times of which a clause has none and its sentence has one."""
    left, right = (_widened(fact, indexes[fact.ref.siglum]) for fact in (pair.left, pair.right))
    if left is pair.left and right is pair.right:
        return
    ends = indexes[left.ref.siglum], indexes[right.ref.siglum]
    for conflict in (*place_conflicts(left, right), *time_conflicts(left, right)):
        one, other = conflict.readings
        if not (_has_value(one, left, ends[1]) or _has_value(other, right, ends[0])):
            yield conflict


def _widened(fact: Fact, index: ReportIndex) -> Fact:
    """Return a fact with the one place and the one time of its sentence where its clause has none."""
    if fact.places and fact.times:
        return fact
    sentence = index.in_sentence(fact.span)
    places = [] if fact.places else places_of_deed(sentence, index)
    times = index.times_in(sentence) if not fact.times else []
    if len({place.gazetteer_id for place in places}) == 1:
        hangs = (*fact.hangs, (places[0].id, place_relation(index.text, places[0].start)))
        fact = replace(fact, places=(places[0],), hangs=hangs)
    if len(times) == 1:
        hangs = (*fact.hangs, (times[0].id, time_relation(index.text, times[0].start)))
        fact = replace(fact, times=tuple(times), hangs=hangs)
    return fact


def places_of_deed(sentence: Span, index: ReportIndex) -> list[Place]:
    """Return the places of a sentence; none where one of them is that of who tells: "an official in Orvel said"."""
    places = index.places_in(sentence)
    told = any(_TELLER.search(index.text[sentence.start : place.start]) for place in places)
    return [] if told else places


def _has_value(reading: SlotReading, fact: Fact, index: ReportIndex) -> bool:
    """Say whether a report has the place or time of a reading of the other one, anywhere."""
    time = next((time for time in fact.times if time.span == reading.focus), None)
    return has_time(time, index) if time else reading.value in index.text


def _label_conflicts(pair: Pair, indexes: Indexes) -> Iterator[Conflict]:
    """Yield where aligned sentences count one noun that each report counts once: "45 tourists", "38 tourists"."""
    one, other = (_counted_in(fact, indexes[fact.ref.siglum]) for fact in (pair.left, pair.right))
    for noun in sorted(one.keys() & other.keys()):
        left, right = one[noun], other[noun]
        clash = counts_clash(left, right)
        if clash is None or fate_of(left, pair.left) != fate_of(right, pair.right):
            continue
        if _has_figure(left, indexes[pair.right.ref.siglum]) or _has_figure(right, indexes[pair.left.ref.siglum]):
            continue
        if not are_counts_alike(left, pair.left, right, pair.right):
            continue
        if is_former(left, pair.left) or is_former(right, pair.right) or is_update(left, right, pair.left, pair.right):
            continue
        readings = tuple(
            SlotReading(fact, item.text, Span(item.start, item.end))
            for fact, item in ((pair.left, left), (pair.right, right))
        )
        yield Conflict(Slot.QUANTITY, readings, None, clash)


def _has_figure(quantity: Quantity, index: ReportIndex) -> bool:
    """Say whether a report has a figure anywhere, whatever it counts there."""
    return (quantity.low, quantity.high) in index.figures


def _counted_in(fact: Fact, index: ReportIndex) -> dict[str, Quantity]:
    """Return the quantities of the sentence of a fact by what they count, where the report counts it once."""
    sentence = index.in_sentence(fact.span)
    found = {
        item.counted: item
        for item in index.quantities_in(sentence)
        if item.counted and item.unit is None and item.counted not in _ANYTHING
    }
    return {
        noun: item
        for noun, item in found.items()
        if index.counted[noun] == 1
        and not is_partial(item, fact)
        and not _OF_THE.search(index.text[sentence.start : item.start])
    }


def _time_conflict(pair: Pair, one: TimeExpression, other: TimeExpression, clash: Clash) -> Conflict:
    """Return the conflict of two times."""
    readings = (SlotReading(pair.left, one.text, one.span), SlotReading(pair.right, other.text, other.span))
    return Conflict(Slot.TIME, readings, None, clash)


def _hour_of(fact: Fact) -> TimeExpression | None:
    """Return the one clock time at which a clause says that something happened."""
    return _only(fact, [time for time in fact.times if clocks_apart(time, time) is not None], "point")


def _end_of(fact: Fact) -> TimeExpression | None:
    """Return the one day until which a clause says that something goes on."""
    return _only(fact, [time for time in fact.times if weekday_of(time) is not None], "end")


def _length_of(fact: Fact) -> TimeExpression | None:
    """Return the one length of time that a clause says something lasts: "freed after three days", "valid for ten"."""
    return _only(fact, [time for time in fact.times if time.type is TimeType.DURATION], "length", "after")


def _only(fact: Fact, times: list[TimeExpression], *hangs: str) -> TimeExpression | None:
    """Return the one time of a clause, where it hangs on the clause in such a way and tells when it happened."""
    if len(times) != 1 or fact.relation_of(times[0].id) not in hangs or not is_time_of(fact, times[0]):
        return None
    return times[0]


def has_time(time: TimeExpression, index: ReportIndex) -> bool:
    """Say whether a report has a time, or one that is as good as it, anywhere."""
    return any(_is_as_good(time, other) for other in islice(index.annotated.times, _TIMES))


def _is_as_good(time: TimeExpression, other: TimeExpression) -> bool:
    """Say whether two times have one value, or are clock times of one hour or so."""
    if (apart := clocks_apart(time, other)) is not None:
        return not are_clocks_apart(time, other, apart)
    return time.value == other.value


def _is_share(reading: SlotReading) -> bool:
    """Say whether the figure of a reading is a share of a whole, in per cent."""
    fact = reading.fact
    return any(item.unit == "percent" and item.start == reading.focus.start for item in fact.quantities)
