"""Wholes: what speaks for two sentences excluding each other, all of their differences and leftovers together.

A difference of one slot says little alone: "three of his people were hurt", "nine were treated". That both sentences
are on the word of somebody, and nothing else of them differs, says more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from msgspec import Struct

from variorum.comparisons.conflicts.certainties import leaves_open
from variorum.comparisons.conflicts.contents import cores_meet, kin_share, shared_words
from variorum.comparisons.conflicts.finding import SlotReading, truth_reading
from variorum.comparisons.contests.differences import Difference, Traits, mirrored, traits_of
from variorum.comparisons.contests.leftovers import Leftover, leftovers
from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.contests.sayings import are_said_by_two, are_worded_apart
from variorum.comparisons.contests.truths import WHY
from variorum.comparisons.contests.unlike_words import unlike_traits
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.model.comparisons import Slot
from variorum.paraphrases import are_kin

#: Clauses of a sentence that are held against those of another one.
_MOST = 8
#: Cosine from which two sentences that no alignment joins, and that have no better partners, are judged as wholes.
_NEAR = 0.5
_TRUTHS = (Slot.POLARITY, Slot.CERTAINTY)
#: Why both readings of a slot cannot hold, where no rule says more.
_WHY = {
    **WHY,
    Slot.ATTRIBUTION: "one saying has one speaker",
    Slot.WORDING: "one saying was worded once",
    Slot.ACTOR: "one thing has one doer and one cause",
    Slot.TIME: "one thing has one time",
    Slot.PLACE: "one thing has one place",
    Slot.QUANTITY: "one thing is counted once",
}


class Whole(Struct, frozen=True):
    """Two sentences that are judged as wholes: the clauses that are nearest, what is left, and all traits."""

    left: Fact
    right: Fact
    leftovers: tuple[Leftover, Leftover]
    traits: Traits

    def difference(self, slot: Slot, indexes: Indexes) -> Difference:
        """Return what is left of both sentences as a difference of a slot."""
        facts = self.left, self.right
        readings = [_reading(slot, fact, rest, indexes) for fact, rest in zip(facts, self.leftovers, strict=True)]
        words = [
            indexes[item.fact.ref.siglum].words(item.focus) if slot in _TRUTHS else item.value for item in readings
        ]
        reason = f"{_WHY[slot]}: “{words[0]}” in one report, “{words[1]}” in the other"
        return Difference(slot, readings[0], readings[1], reason, self.traits, kind="whole")


def is_judged_whole(contest: Contest) -> bool:
    """Say whether an alignment joins two sentences, or both are near and have no better partners."""
    return contest.linked > 0 or (all(contest.first) and contest.near >= _NEAR)


def whole_of(contest: Contest, indexes: Indexes, chances: Iterable[tuple[Difference, float]]) -> Whole:
    """Return two sentences as a whole; ``chances`` are those of their differences, each judged alone."""
    pairs = product(*(side[:_MOST] for side in contest.clauses))
    left, right = min(pairs, key=lambda pair: _rank(*pair))
    rest = leftovers(contest, indexes)
    traits = {
        **traits_of(contest, left, right),
        **_party_traits(left, right),
        **_leftover_traits(*rest),
        **_value_traits(contest, rest, indexes),
        "said by two": float(are_said_by_two(contest, indexes)),
        "worded apart": float(are_worded_apart(contest, indexes)),
        "open in one": float(leaves_open(left) != leaves_open(right)),
        **_chance_traits(chances),
        **unlike_traits(left.sentence, right.sentence),
    }
    return Whole(left, right, rest, traits)


def _rank(left: Fact, right: Fact) -> tuple[bool, int, float, int, int]:
    """Return what the nearest clauses are chosen by."""
    near = not cores_meet(left, right), -len(shared_words(left, right)), -kin_share(left, right)
    return (*near, *mirrored(left.span.start, right.span.start))


def _party_traits(left: Fact, right: Fact) -> Traits:
    """Return whether the parties of two clauses and their sources are one, and how long their sentences are."""
    lengths = sorted(len(fact.sentence.split()) for fact in (left, right))
    sources = left.attributed_to, right.attributed_to
    return {
        "agents kin": float(_are_kin(left.agent, right.agent)),
        "patients kin": float(_are_kin(left.patient, right.patient)),
        "sources differ": float(None not in sources and sources[0] != sources[1]),
        "lengths": lengths[0] / max(1, lengths[1]),
    }


def _are_kin(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether the heads of two parties can be one."""
    return bool(one and other) and are_kin(one[0], other[0])


def _leftover_traits(one: Leftover, other: Leftover) -> Traits:
    """Return what kinds of words are left, and whether the other report tells them elsewhere."""
    counts = sorted(len(rest.words) for rest in (one, other))
    names, figures = (one.has_name, other.has_name), (one.has_figure, other.has_figure)
    elsewhere = one.elsewhere, other.elsewhere
    return {
        "nothing left of one": float(counts[0] == 0),
        "names left": float(all(names)),
        "name left of one": float(names[0] != names[1]),
        "new names left": float(one.has_new_name and other.has_new_name),
        "figures left": float(all(figures)),
        "figure left of one": float(figures[0] != figures[1]),
        "told elsewhere": sum(elsewhere) / 2,
        "one told elsewhere": max(elsewhere),
    }


def _value_traits(contest: Contest, rest: Sequence[Leftover], indexes: Indexes) -> Traits:
    """Return whether times, places and figures are among what is left of both sentences, and of one alone."""
    found: Traits = {}
    for name, values_in in (
        ("times", ReportIndex.times_in),
        ("places", ReportIndex.places_in),
        ("amounts", ReportIndex.quantities_in),
    ):
        left = [
            any(side.reaches(value.start, value.end) for value in values_in(indexes[end.siglum], end.span))
            for side, end in zip(rest, contest.ends, strict=True)
        ]
        found |= {f"{name} left": float(all(left)), f"{name} left of one": float(left[0] != left[1])}
    return found


def _chance_traits(chances: Iterable[tuple[Difference, float]]) -> Traits:
    """Return the highest chance of each kind of difference, and of all."""
    found = {"likeliest": 0.0}
    for difference, chance in chances:
        for name in (f"chance of {difference.kind.split()[0]}", "likeliest"):
            found[name] = max(found.get(name, 0.0), chance)
        found[f"has {difference.kind.split()[0]}"] = 1.0
    return found


def _reading(slot: Slot, fact: Fact, rest: Leftover, indexes: Indexes) -> SlotReading:
    """Return what is left of a clause as its reading of a slot, the clause itself where nothing is."""
    span = rest.stretch_in(fact.span) or fact.span
    if slot in _TRUTHS:
        reading = truth_reading(fact)
        return SlotReading(fact, reading.value, span)
    if slot is Slot.ATTRIBUTION and fact.attributed_to:
        return SlotReading(fact, fact.attributed_to, fact.focus)
    return SlotReading(fact, indexes[fact.ref.siglum].words(span), span)
