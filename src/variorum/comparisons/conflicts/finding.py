"""Conflicts: groups of facts to the slots in which their readings cannot all be true, across reports and inside one.

Typed slots decide (de Marneffe, Rafferty and Manning 2008 for the types); wording never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from variorum.comparisons.conflicts.certainties import certainty_clash, is_talk, leaves_open
from variorum.comparisons.conflicts.contents import shares_core
from variorum.comparisons.conflicts.counts import are_counts_alike, counts_meet, tell_one_fate
from variorum.comparisons.conflicts.figures import counts_clash, is_update
from variorum.comparisons.conflicts.occasions import are_far_apart, are_one_deed, are_worded_as_one, is_time_of
from variorum.comparisons.conflicts.oppositions import opposite_clash
from variorum.comparisons.conflicts.polarities import claim_clash, polarity_clash, turns_round
from variorum.comparisons.conflicts.predicates import have_one_type, predicates_sense, shared_share
from variorum.comparisons.conflicts.roles import roles_clash
from variorum.comparisons.facts import Fact, FactGroup, Pair
from variorum.comparisons.slots.verdicts import Clash, places_clash, times_clash, weekday_of
from variorum.model.annotations import Certainty, TimeExpression, TimeType
from variorum.model.comparisons import Slot
from variorum.model.intervals import IntervalRelation
from variorum.model.quantities import PEOPLE, Quantity
from variorum.model.spans import Span
from variorum.opposites import Sense
from variorum.word_lists import listed

#: From here an alignment alone makes sure that both tell one thing; below, the predicates must fit or words be shared.
_SURE = 0.60
_SHARED = 0.34
_HALF = 0.5
#: Smaller figures are equal by chance.
_TELLING = 10
#: From here two clauses tell one thing whatever their words and count it; then, whatever their predicates are.
_BEYOND_DOUBT, _TOLD_ALIKE = 0.80, 0.90
#: A place from which another one is seen.
_FROM_AFAR = re.compile(
    r"\b(?:kilomet(?:re|er)s?|km|miles?) (?:(?:to the )?(?:north|south|east|west)(?:-?(?:east|west))?|away|inland)"
    r" (?:of|from) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
)
#: Reports this far apart may each tell of what is news to them; what lies so near to its report is.
_OWN_DAY = timedelta(days=2)
#: What does not happen to somebody or something again the next day.
_ONCE = listed("""
    arrest kill die murder assassinate execute behead bury inaugurate resign dismiss sack convict acquit abduct kidnap
    sink capsize collapse crash derail founder drown depose oust marry divorce
""")
#: How the length of one thing may hang on its clause: "for six years", "to six years", "after six years".
_LENGTHS = ({"point", "length"}, {"length", "end"}, {"length", "after"}, {"point", "end"})
#: How a thing is put that is told as more or less sure.
_TOLD = {
    Certainty.ASSERTED: "told as fact",
    Certainty.HEDGED: "told as rumour or possibility",
    Certainty.CONDITIONAL: "told on a condition",
    Certainty.FUTURE: "told as yet to come",
}
#: What holds from a day on.
_EFFECT = re.compile(
    r"\b(?:effect|in force|into force|appl(?:y|ies|ied)|valid|levied|due|begins?|starts?|opens?|available|on sale)\b",
    re.IGNORECASE,
)


class SlotReading(Struct, frozen=True):
    """What one fact has in the slot that differs."""

    fact: Fact
    value: str
    focus: Span

    @property
    def place(self) -> tuple[str, int]:
        """Return where the value stands: in which report, and its first offset."""
        return self.fact.ref.siglum, self.focus.start


class Conflict(Struct, frozen=True):
    """A slot whose readings exclude each other; ``within`` names the report that contradicts itself."""

    slot: Slot
    readings: tuple[SlotReading, ...]
    within: str | None
    clash: Clash
    update: bool = False
    """True when the later report merely knows more: shown, and not counted as a conflict."""
    judged: bool = False
    """True when two short texts were judged as wholes."""


def find_conflicts(group: FactGroup) -> tuple[Conflict, ...]:
    """Return the conflicts of a group of facts, at most one for a slot across reports."""
    found: dict[tuple[Slot, bool], list[Conflict]] = {}
    for pair in group.pairs():
        for conflict in _pair_conflicts(pair):
            found.setdefault((conflict.slot, conflict.update), []).append(conflict)
    return tuple(_join(slot, conflicts) for (slot, _), conflicts in found.items())


def _join(slot: Slot, conflicts: list[Conflict]) -> Conflict:
    """Make one conflict of the conflicts of a slot: a reading for each report and value, the surest reason first."""
    best = max(conflicts, key=lambda conflict: (not conflict.judged, conflict.clash.certainty))
    return Conflict(slot, readings_once((best, *conflicts)), None, best.clash, best.update, best.judged)


def readings_once(conflicts: Iterable[Conflict]) -> tuple[SlotReading, ...]:
    """Return the first reading of several conflicts for each report and value, in the order of the reports."""
    readings: dict[tuple[str, str], SlotReading] = {}
    for conflict in conflicts:
        for reading in conflict.readings:
            readings.setdefault((reading.fact.ref.siglum, reading.value.casefold()), reading)
    return tuple(sorted(readings.values(), key=lambda item: (item.fact.ref.siglum, item.focus)))


def _pair_conflicts(pair: Pair) -> Iterator[Conflict]:
    """Yield the conflicts of two facts of different reports."""
    left, right = pair.left, pair.right
    if pair.altered and pair.slot is not None:
        yield replace(conflict_of_truths(pair.slot, left, right, Clash(pair.altered, pair.score)), judged=True)
        return
    if pair.altered and turns_round(left, right):
        yield conflict_of_truths(Slot.POLARITY, left, right, Clash(pair.altered, pair.score))
        return
    if not (pair.sure or pair.lone):
        # a rumour of a thing is worded unlike the thing: the type of both events must do, or half of the words
        talk = have_one_type(left, right) and is_talk(left, right)
        alike = talk or (shares_core(left, right) and shared_share(left, right) >= _HALF)
        clash = certainty_clash(left, right, pair.score) if alike else None
        if clash is not None:
            yield conflict_of_truths(Slot.CERTAINTY, left, right, clash)
        return
    one_deed = pair.lone or are_deeds_told_alike(pair)
    if is_one_thing(pair) and one_deed:
        yield from place_conflicts(left, right)
        yield from time_conflicts(left, right)
    counted = one_deed or pair.score >= _SURE or _measure_one_thing(left, right)
    if (is_one_thing(pair) and counted) or pair.score >= _BEYOND_DOUBT:
        yield from quantity_conflicts(left, right, surely=pair.score >= _BEYOND_DOUBT)
    open_in_one = leaves_open(left) != leaves_open(right)
    denied = None if open_in_one else polarity_clash(left, right, pair.score)
    if clash := denied or ((claim_clash(left, right) or opposite_clash(left, right)) if pair.lone else None):
        yield conflict_of_truths(Slot.POLARITY, left, right, clash)
    elif clash := certainty_clash(left, right, pair.score):
        yield conflict_of_truths(Slot.CERTAINTY, left, right, clash)
    if clash := roles_clash(left, right):
        yield Conflict(
            Slot.ACTOR,
            (SlotReading(left, left.lemma, left.focus), SlotReading(right, right.lemma, right.focus)),
            None,
            clash,
        )


def are_deeds_told_alike(pair: Pair) -> bool:
    """Say whether two facts tell one deed, by their predicates or, beyond doubt, by all else that they say."""
    left, right = pair.left, pair.right
    return are_one_deed(left, right) or (pair.score >= _TOLD_ALIKE and are_worded_as_one(left, right))


def is_one_thing(pair: Pair) -> bool:
    """Say whether two aligned facts are surely one thing: a strong alignment, one predicate, or words in common."""
    return (
        have_one_type(pair.left, pair.right)
        or _measure_one_thing(pair.left, pair.right)
        or (pair.score >= _SURE and shared_share(pair.left, pair.right) > 0)
        or tell_one_fate(pair.left, pair.right)
        or predicates_sense(pair.left, pair.right) is Sense.SAME
        or shared_share(pair.left, pair.right) >= _SHARED
    )


def _measure_one_thing(left: Fact, right: Fact) -> bool:
    """Say whether both share a word, and a unit of measure, which few clauses of a story do, or count those who act.

    "Six men got away through a tunnel" and "nine inmates fled through a tunnel" are one escape.
    """
    if shared_share(left, right) <= 0:
        return False
    units = ({item.unit for item in fact.quantities if item.is_measured} for fact in (left, right))
    return bool(set.intersection(*units)) or (_counts_agents(left) and _counts_agents(right))


def _counts_agents(fact: Fact) -> bool:
    """Say whether a fact counts the people who act."""
    return any(item.counted in PEOPLE and item.counted in fact.agent[:1] for item in fact.quantities)


def _is_named(name: str, sentence: str) -> bool:
    """Say whether a sentence has a name as words of its own: "Syrian" does not name Syria.

    "Ninety kilometres to the north of Orvel" is not in Orvel.
    """
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", _FROM_AFAR.sub("", sentence)) is not None


def place_conflicts(left: Fact, right: Fact) -> Iterator[Conflict]:
    """Yield a conflict when no place where the one happens can be a place where the other does."""
    pairs = [
        (one, other)
        for one in left.places
        for other in right.places
        if (how := left.relation_of(one.id)) is not None and how == right.relation_of(other.id)
    ]
    if any(_is_named(one.name, right.sentence) or _is_named(other.name, left.sentence) for one, other in pairs):
        # "gains in Spain, Russia and Japan", "gains in Russia"
        return
    clashes = [(one, other, places_clash(one, other)) for one, other in pairs]
    if clashes and all(clash for _, _, clash in clashes):
        one, other, clash = clashes[0]
        if clash:
            readings = (SlotReading(left, one.name, one.span), SlotReading(right, other.name, other.span))
            yield Conflict(Slot.PLACE, readings, None, clash)


def time_conflicts(left: Fact, right: Fact) -> Iterator[Conflict]:
    """Yield a conflict when no time of the one fits any time of the other that hangs on it in the same way.

    How long and when are two questions: "jailed on Monday for six years".
    """
    pairs = [
        (one, other)
        for one in _finest(left)
        for other in _finest(right)
        if left.relation_of(one.id) == right.relation_of(other.id) or _hang_alike(left, right, one, other)
        if not _are_states(left, right, one, other)
        if is_time_of(left, one) and is_time_of(right, other) and not are_far_apart(left, one, right, other)
    ]
    lengths = [(one, other) for one, other in pairs if one.type is other.type is TimeType.DURATION]
    for kind in (lengths, [times for times in pairs if times not in lengths]):
        clashes = [(one, other, times_clash(one, other)) for one, other in kind]
        if clashes and all(clash for _, _, clash in clashes):
            one, other, clash = clashes[0]
            if clash and not are_two_occasions(left, right, one, other):
                readings = (SlotReading(left, one.text, one.span), SlotReading(right, other.text, other.span))
                yield Conflict(Slot.TIME, readings, None, clash)


def _are_states(left: Fact, right: Fact, one: TimeExpression, other: TimeExpression) -> bool:
    """Say whether both tell how far a count had come at a time of its own: "by Monday evening 300 had left"."""
    limits = {left.relation_of(one.id), right.relation_of(other.id)} == {"limit"}
    return limits and bool(left.quantities and right.quantities)


def _hang_alike(left: Fact, right: Fact, one: TimeExpression, other: TimeExpression) -> bool:
    """Say whether both give how long, or the day from which something holds: "on 1 May", "in force from 1 June"."""
    hangs = {left.relation_of(one.id), right.relation_of(other.id)}
    if one.type is other.type is TimeType.DURATION and hangs in _LENGTHS:
        # "to prison for six years", "a term of four years"; "freed after three days", "held for five days"
        return True
    points = [fact for fact, time in ((left, one), (right, other)) if fact.relation_of(time.id) == "point"]
    return hangs == {"point", "start"} and all(_EFFECT.search(fact.words) for fact in points)


def are_two_occasions(left: Fact, right: Fact, one: TimeExpression, other: TimeExpression) -> bool:
    """Say whether two reports of different days each tell of their own day: "this afternoon", "on Thursday evening"."""
    ends = ((left.published, one), (right.published, other))
    lags = [
        abs(published - time.interval.begin)
        for published, time in ends
        if published is not None and time.interval is not None and time.interval.begin is not None
    ]
    if len(lags) < len(ends) or left.published is None or right.published is None or _befalls_once(left, right):
        return False
    if all(_lies_ahead(published, time) for published, time in ends):
        # "lessons resume on Friday" is no news of the day
        return False
    return abs(left.published - right.published) >= _OWN_DAY and max(lags) <= _OWN_DAY


def _befalls_once(left: Fact, right: Fact) -> bool:
    """Say whether both tell of one thing to which this happens once in many days: a person arrested, a ship sunk."""
    done_to = [fact.patient[:1] or fact.agent[:1] for fact in (left, right)]
    once = set(left.predicates) & set(right.predicates) & _ONCE
    return bool(once) and done_to[0] == done_to[1] != ()


def _lies_ahead(published: datetime | None, time: TimeExpression) -> bool:
    """Say whether a time lies after the day of a report."""
    begin = time.interval.begin if time.interval else None
    return published is not None and begin is not None and begin.date() > published.date()


def _finest(fact: Fact) -> list[TimeExpression]:
    """Return the times of a fact without what another one makes finer: "Thursday of next week", "Monday at noon"."""
    days = [time for time in fact.times if weekday_of(time) is not None]
    return [
        time
        for time in fact.times
        if not any(_is_finer(other, time) for other in fact.times)
        and not (days and time not in days and time.interval is None and time.type is not TimeType.DURATION)
    ]


def _is_finer(time: TimeExpression, other: TimeExpression) -> bool:
    """Say whether a time lies within another one of its clause, so that it says all that the other says."""
    if time.id == other.id or time.interval is None or other.interval is None:
        return False
    return time.interval.relation_to(other.interval) is IntervalRelation.INSIDE


def quantity_conflicts(left: Fact, right: Fact, *, surely: bool = False) -> Iterator[Conflict]:
    """Yield a conflict for quantities that count the same and exclude each other, an update where time explains it.

    A figure that the other report has as well is told by both: "143 million, first put at 140 million". ``surely``
    says that both clauses tell one thing beyond doubt.
    """
    pairs = [
        (one, other)
        for one in left.quantities
        for other in right.quantities
        if counts_meet(one, other, left, right, surely=surely)
        if are_counts_alike(one, left, other, right)
    ]
    agreed = {item.id for one, other in pairs if counts_clash(one, other) is None for item in (one, other)}
    for one, other in pairs:
        clash = counts_clash(one, other)
        told = one.id in agreed or other.id in agreed or _is_told_by(one, right) or _is_told_by(other, left)
        if clash is None or told or _is_elsewhere(one, right, other, left):
            continue
        readings = (
            SlotReading(left, one.text, Span(one.start, one.end)),
            SlotReading(right, other.text, Span(other.start, other.end)),
        )
        why = is_update(one, other, left, right)
        yield Conflict(Slot.QUANTITY, readings, None, Clash(why, clash.certainty) if why else clash, why is not None)


def _is_told_by(quantity: Quantity, fact: Fact) -> bool:
    """Say whether a clause has a figure of the other one as well, whatever it counts there."""
    same = (item for item in fact.quantities if item.unit == quantity.unit)
    return any((item.low, item.high) == (quantity.low, quantity.high) for item in same)


def _is_elsewhere(one: Quantity, right: Fact, other: Quantity, left: Fact) -> bool:
    """Say whether a clause has the figure of the other in another unit: "77 per cent", "77 of every hundred"."""
    return any(
        item.id != beside.id and item.low == mine.low and (mine.low or 0) >= _TELLING
        for mine, beside, fact in ((one, other, right), (other, one, left))
        for item in fact.quantities
    )


def conflict_of_truths(slot: Slot, left: Fact, right: Fact, clash: Clash) -> Conflict:
    """Return a conflict about whether a thing is so."""
    return Conflict(slot, (truth_reading(left), truth_reading(right)), None, clash)


def truth_reading(fact: Fact) -> SlotReading:
    """Return how a fact is put, for people."""
    source = fact.attributed_to
    if fact.negated:
        how = f"denied by {source}" if source else "denied"
    elif fact.certainty is Certainty.ATTRIBUTED:
        how = f"on the word of {source or 'somebody'}"
    else:
        how = _TOLD[fact.certainty] + (f", on the word of {source}" if source else "")
    return SlotReading(fact, how, fact.focus)
