"""Within: where one report contradicts itself, as conflicts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from variorum.comparisons.conflicts.counts import fate_of, is_partial
from variorum.comparisons.conflicts.figures import counts_clash
from variorum.comparisons.conflicts.finding import (
    Conflict,
    SlotReading,
    place_conflicts,
    quantity_conflicts,
    time_conflicts,
)
from variorum.comparisons.conflicts.occasions import are_one_deed, is_time_of
from variorum.comparisons.conflicts.predicates import predicates_sense
from variorum.comparisons.facts import Fact, FactGroup
from variorum.comparisons.slots.verdicts import telling_clash, weekday_of
from variorum.model.alignments import Layer
from variorum.model.annotations import Certainty, TimeExpression
from variorum.model.comparisons import Slot
from variorum.model.spans import Span
from variorum.opposites import Sense
from variorum.word_lists import listed

#: Passages of one report in one group that are held against each other; more repeat themselves.
_PASSAGES = 20
#: People who must take part in both of two things that are likened.
_CAST = 2
#: What lies ahead of its telling is told before it happens.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|set to|plan\w*|due|schedul\w+|next|upcoming|later|ahead|going to|expect\w*|want\w*|"
    r"could|may|might|hope\w*|intend\w*|promis\w+|until|by|invit\w+|call\w* for|deadline)\b",
    re.IGNORECASE,
)


_TOLD = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED})
#: Words of a count of another time, or of one that is put right.
_ANOTHER_COUNT = re.compile(
    r"\b(?:at first|initially|originally|earlier|previous\w*|later|rose|risen|now|so far|another|other|more|further|"
    r"then|"
    r"last (?:week|month|year)|\d{4}|ago|in all|total|including|among)\b",
    re.IGNORECASE,
)
#: Words of another time or another turn of the same.
_ANOTHER_TIME = re.compile(
    r"\b(?:again|already|re-?[a-z]+ed|second|third|twice|times|another|previous\w*|earlier|later|before|first|last"
    r"|initially|originally|each|every|\d{4}|ago|since|more|also)\b",
    re.IGNORECASE,
)
#: Predicates that tell something: two of them in one sentence tell two things, each at its time.
_TELLING = listed("say tell report write announce add state argue claim tweet post disclose reveal confirm")
#: Words before a noun that liken it to what was told before: "a similar visit to".
_LIKENING = re.compile(r"\b(?:similar|another|second|third|further|repeat)\s+$", re.IGNORECASE)


def find_self_conflicts(facts: Iterable[Fact], related: Iterable[tuple[Fact, Fact]]) -> tuple[Conflict, ...]:
    """Return where one report contradicts itself.

    ``facts`` are events and statements of one report: a report dated before what it tells of cannot be, and what is
    likened to an earlier visit to one place was no visit to another.
    ``related`` are pairs of facts of one report that tell the same thing at two places of the text.
    """
    found: dict[tuple[Slot, Span, Span], Conflict] = {}
    facts = tuple(facts)
    for conflict in (*_likened_conflicts(facts), *_repeated_conflicts(facts)):
        first, second = sorted(reading.focus for reading in conflict.readings)
        found.setdefault((conflict.slot, first, second), conflict)
    for fact in facts:
        for conflict in _telling_conflicts(fact):
            first, second = sorted(reading.focus for reading in conflict.readings)
            found.setdefault((conflict.slot, first, second), conflict)
    for conflict in _count_conflicts(facts):
        first, second = sorted(reading.focus for reading in conflict.readings)
        found.setdefault((conflict.slot, first, second), conflict)
    for one, other in related:
        conflicts = (
            *(place_conflicts(one, other) if are_one_deed(one, other) else ()),
            *(quantity_conflicts(one, other) if predicates_sense(one, other) is Sense.SAME else ()),
            *(_related_telling(one, other) if are_one_deed(one, other) else ()),
            *(_related_telling(other, one) if are_one_deed(other, one) else ()),
        )
        for conflict in conflicts:
            first, second = sorted(reading.focus for reading in conflict.readings)
            within = Conflict(conflict.slot, conflict.readings, one.ref.siglum, conflict.clash)
            found.setdefault((conflict.slot, first, second), within)
    return tuple(found.values())


def _repeated_conflicts(facts: Sequence[Fact]) -> Iterator[Conflict]:
    """Yield where one deed is told twice with two times: "Moyo was arrested on Saturday ... arrested on Thursday"."""
    dated = [fact for fact in facts if fact.layer is Layer.EVENT and fact.times and len(fact.targets) == 1]
    for one, other in combinations(dated[:_PASSAGES], 2):
        if one.sentence_start != other.sentence_start and _tell_once(one, other):
            for conflict in time_conflicts(one, other):
                yield Conflict(conflict.slot, conflict.readings, one.ref.siglum, conflict.clash)


def _tell_once(one: Fact, other: Fact) -> bool:
    """Say whether two passages tell one deed to one person or thing: "Moyo was arrested on Saturday", "on Thursday".

    What happens more than once is told as such: "again", "a second time", "in 2011".
    """
    told = all(not fact.negated and fact.certainty in _TOLD for fact in (one, other))
    alike = one.lemma == other.lemma and one.targets == other.targets
    return told and alike and not any(_ANOTHER_TIME.search(fact.sentence) for fact in (one, other))


def _count_conflicts(facts: Sequence[Fact]) -> Iterator[Conflict]:
    """Yield where two sentences count otherwise the same people with the same fate: "two guards", "four guards"."""
    counted = [
        (fact, item)
        for fact in facts
        if fact.layer is Layer.STATEMENT and not fact.negated and fact.certainty in _TOLD
        for item in fact.quantities
        if item.counted
        and fate_of(item, fact)
        and not is_partial(item, fact)
        and not _ANOTHER_COUNT.search(fact.sentence)
    ]
    for (one, first), (other, second) in combinations(counted[:_PASSAGES], 2):
        if one.sentence_start == other.sentence_start or first.counted != second.counted or (one.times and other.times):
            continue
        if fate_of(first, one) == fate_of(second, other) and (clash := counts_clash(first, second)):
            readings = tuple(
                SlotReading(fact, item.text, Span(item.start, item.end))
                for fact, item in ((one, first), (other, second))
            )
            yield Conflict(Slot.QUANTITY, readings, one.ref.siglum, clash)


def _likened_conflicts(facts: Sequence[Fact]) -> Iterator[Conflict]:
    """Yield a conflict where "a similar visit to Moscow" follows a visit of the same people to another country."""
    likened = [
        fact
        for fact in facts
        if fact.layer is Layer.EVENT
        and fact.places
        and _LIKENING.search(fact.sentence[: max(0, fact.focus.start - fact.sentence_start)])
    ]
    for fact in likened[:_PASSAGES]:
        cast = frozenset[str]().union(*(item.actors for item in facts if item.sentence_start == fact.sentence_start))
        first = [
            other
            for other in facts
            if other.layer is Layer.EVENT
            and other.type == fact.type
            and other.places
            and other not in likened
            and len(other.actors) >= _CAST
            and other.actors <= cast
        ]
        for other in first[:_PASSAGES]:
            for conflict in place_conflicts(other, fact):
                yield Conflict(conflict.slot, conflict.readings, fact.ref.siglum, conflict.clash)


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
    if _AHEAD.search(fact.sentence) or not _TELLING.isdisjoint(fact.predicates):
        return
    own = [time for time in fact.times if time.id != told.id and is_time_of(fact, time)]
    for time in own:
        if weekday_of(time) is not None and (clash := telling_clash(told, time)):
            readings = (SlotReading(fact, told.text, told.span), SlotReading(fact, time.text, time.span))
            yield Conflict(Slot.TIME, readings, fact.ref.siglum, clash)


def pairs_within(group: FactGroup) -> Iterator[tuple[Fact, Fact]]:
    """Yield every two facts of one report that stand in one group."""
    for facts in group.by_report().values():
        yield from combinations(facts[:_PASSAGES], 2)
