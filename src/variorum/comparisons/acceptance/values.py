"""Values: how two values of a slot lie to each other, as far as it says whether they answer one question."""

from __future__ import annotations

import re
from math import log

from rapidfuzz.distance import Levenshtein

from variorum.comparisons.acceptance.proposals import Readings
from variorum.comparisons.acceptance.settings import Setting
from variorum.comparisons.conflicts.counts import counts_meet, fate_of, is_former, is_partial
from variorum.comparisons.conflicts.figures import counts_clash, is_update
from variorum.comparisons.conflicts.finding import SlotReading, are_two_occasions
from variorum.comparisons.conflicts.linked_slots import has_time
from variorum.comparisons.conflicts.occasions import are_far_apart, is_time_of
from variorum.comparisons.contests.differences import Traits
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.adverbials import time_relation
from variorum.comparisons.slots.verdicts import times_clash
from variorum.model.annotations import TimeExpression, TimeType
from variorum.model.comparisons import Slot
from variorum.model.quantities import Quantity

_WORD = re.compile(r"[^\W_]+")
_CLOCK = re.compile(r"\d[:.]\d\d|\b(?:a\.?m|p\.?m|noon|midnight)\b|o['’]clock", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
_YEAR = re.compile(r"(?:in |since |early |late )?(?:1[0-9]|20)\d\d")
_TRUTHS = frozenset({Slot.POLARITY, Slot.CERTAINTY})
#: Words and ratios beyond which more say no more.
_MOST_WORDS, _MOST_RATIO = 15, 3.0
#: Figures apart by less than a quarter; days apart that are told of one thing; figures told of many things.
_NEAR, _DAYS, _SMALL = 0.25, 3, 10
_DAY = 86_400
#: Share of letters from which two values are nearly one.
_NEARLY = 0.7


def value_traits(slot: Slot, readings: Readings, setting: Setting) -> Traits:
    """Return how the two values lie to each other, by their words, then by what they are."""
    left, right = (setting.indexes[reading.fact.ref.siglum] for reading in readings)
    one, other = readings
    found = _word_traits(slot, readings, (left, right))
    if slot is Slot.TIME:
        times = _time_at(one, left), _time_at(other, right)
        if times[0] is not None and times[1] is not None:
            found |= _time_traits((times[0], times[1]), readings, (left, right))
    if slot is Slot.QUANTITY:
        amounts = left.quantity_at(one.focus), right.quantity_at(other.focus)
        if amounts[0] is not None and amounts[1] is not None:
            found |= _amount_traits((amounts[0], amounts[1]), readings, (left, right))
    if slot is Slot.PLACE:
        places = [
            index.places_in(index.in_sentence(item.focus)) for item, index in zip(readings, (left, right), strict=True)
        ]
        found["one place each"] = float(all(len({place.gazetteer_id for place in side}) == 1 for side in places))
    return found


def _word_traits(slot: Slot, readings: Readings, ends: tuple[ReportIndex, ReportIndex]) -> Traits:
    """Return what the words of two values say; of how a thing is told, those of its predicate count."""
    values = [
        (index.words(reading.focus) if slot in _TRUTHS else reading.value).casefold()
        for index, reading in zip(ends, readings, strict=True)
    ]
    known = [value in index.text.casefold() for value, index in zip(values, ends[::-1], strict=True)]
    longest = max(len(_WORD.findall(value)) for value in values)
    found = {"longest value": min(_MOST_WORDS, longest) / _MOST_WORDS, "value known": float(any(known))}
    if slot in (Slot.ACTOR, Slot.TIME, Slot.QUANTITY):
        likeness = Levenshtein.normalized_similarity(*values)
        found[f"{slot} in nearly the same letters"] = float(_NEARLY <= likeness < 1.0)
    return found


def _time_at(reading: SlotReading, index: ReportIndex) -> TimeExpression | None:
    """Return the time that a reading has."""
    return next((time for time in index.times_in(reading.focus) if time.span == reading.focus), None)


def _time_traits(
    times: tuple[TimeExpression, TimeExpression], readings: Readings, ends: tuple[ReportIndex, ReportIndex]
) -> Traits:
    """Return how two times lie to each other, and whether they hang alike on what is told."""
    hangs = [time_relation(index.text, time.start) for index, time in zip(ends, times, strict=True)]
    one, other = (time.interval for time in times)
    first, second = (interval.begin if interval else None for interval in (one, other))
    kinds = [_kind(time) for time in times]
    facts = readings[0].fact, readings[1].fact
    known = has_time(times[0], ends[1]), has_time(times[1], ends[0])
    beside = [index.times_in(index.in_sentence(time.span)) for index, time in zip(ends, times, strict=True)]
    return {
        "times hang apart": float(hangs[0] != hangs[1]),
        "times of two kinds": float(kinds[0] != kinds[1]),
        "two years": float(kinds[0] == kinds[1] == "year"),
        "two clocks": float(kinds[0] == kinds[1] == "clock"),
        "two lengths": float(kinds[0] == kinds[1] == TimeType.DURATION.value),
        "two weekdays": float(kinds[0] == kinds[1] == "weekday"),
        "times of one grain": float(one is not None and other is not None and one.granularity == other.granularity),
        "times within days": float(
            first is not None and second is not None and abs((first - second).total_seconds()) <= _DAYS * _DAY
        ),
        "times of what is told": float(all(map(is_time_of, facts, times))),
        "times far apart": float(are_far_apart(facts[0], times[0], facts[1], times[1])),
        "times of two occasions": float(are_two_occasions(*facts, *times)),
        "time known": float(any(known)),
        "both times known": float(all(known)),
        "one time each": float(all(len(side) == 1 for side in beside)),
        "times exclude": float(times_clash(*times) is not None),
    }


def _kind(time: TimeExpression) -> str:
    """Return how a time is worded."""
    if _CLOCK.search(time.text):
        return "clock"
    if _WEEKDAY.search(time.text):
        return "weekday"
    return "year" if _YEAR.fullmatch(time.text) else time.type.value


def _amount_traits(
    amounts: tuple[Quantity, Quantity], readings: Readings, ends: tuple[ReportIndex, ReportIndex]
) -> Traits:
    """Return how two amounts lie to each other, and whether they count what has one name."""
    one, other = amounts
    left, right = (reading.fact for reading in readings)
    values = [(item.low if item.low is not None else item.high) or 0.0 for item in amounts]
    low, high = sorted(values)
    ratio = min(_MOST_RATIO, log(high / low)) if low > 0 else _MOST_RATIO
    known = (one.low, one.high) in ends[1].figures, (other.low, other.high) in ends[0].figures
    fates = fate_of(one, left), fate_of(other, right)
    beside = [
        [item for item in index.quantities_in(index.in_sentence(reading.focus)) if item.unit == one.unit]
        for index, reading in zip(ends, readings, strict=True)
    ]
    figures = [{(item.low, item.high) for item in side} for side in beside]
    return {
        "amounts of one noun": float(one.counted is not None and one.counted == other.counted),
        "amounts of two nouns": float(None not in (one.counted, other.counted) and one.counted != other.counted),
        "amounts of one role": float(one.role is not None and one.role == other.role),
        "amounts of one fate": float(fates[0] == fates[1] is not None),
        "amounts of two fates": float(fates[0] != fates[1]),
        "amounts meet": float(counts_meet(one, other, left, right)),
        "amounts of two units": float(one.unit != other.unit),
        "amounts measured": float(one.is_measured and other.is_measured),
        "amounts of money or shares": float(one.unit is not None and not one.is_measured),
        "amounts apart": ratio / _MOST_RATIO,
        "amounts near": float(0 < ratio <= _NEAR),
        "amounts in digits": float(one.text[:1].isdigit() and other.text[:1].isdigit()),
        "amounts rough": float(one.approximate or other.approximate),
        "amounts exclude": float(counts_clash(one, other) is not None),
        "a small amount": float(low < _SMALL),
        "a part": float(is_partial(one, left) or is_partial(other, right)),
        "a former amount": float(is_former(one, left) or is_former(other, right)),
        "an update": float(is_update(one, other, left, right) is not None),
        "amount known": float(any(known)),
        "both amounts known": float(all(known)),
        "one amount each": float(all(len(side) == 1 for side in beside)),
        "other amounts agree": float(not figures[0].isdisjoint(figures[1])),
    }
