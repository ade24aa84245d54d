"""Sameness: proposals between long reports whose two readings plainly say nothing that differs.

Each of two sentences has the figure of the other ("ages 16 and 6", "6 and 16"), a value is all that its sentence says
(the date line of a page), or both tell a thing alike surely, each on the word of somebody.
"""

from __future__ import annotations

from variorum.comparisons.acceptance.proposals import Proposal, Readings
from variorum.comparisons.acceptance.settings import Setting
from variorum.comparisons.conflicts.counts import count_two_things
from variorum.comparisons.facts import Fact
from variorum.model.annotations import Certainty
from variorum.model.comparisons import Slot
from variorum.model.spans import Span

#: Share of a sentence from which a value is all that it says.
_ALL = 0.5
_UNVALUED = frozenset({Slot.POLARITY, Slot.CERTAINTY, Slot.WORDING, Slot.ATTRIBUTION})


def says_the_same(proposal: Proposal, setting: Setting) -> bool:
    """Say whether no two readings of a proposal say anything that differs."""
    slot = proposal.conflict.slot
    return all(_are_same(slot, pair, setting) for pair in proposal.pairs())


def _are_same(slot: Slot, readings: Readings, setting: Setting) -> bool:
    """Say whether two readings say nothing that differs."""
    if slot is Slot.CERTAINTY:
        return _is_told(readings[0].fact) == _is_told(readings[1].fact)
    if slot in _UNVALUED:
        return False
    if any(len(reading.focus) >= _ALL * len(reading.fact.sentence) for reading in readings):
        return True
    return slot is Slot.QUANTITY and (_have_each_other(readings, setting) or _are_of_two_things(readings, setting))


def _is_told(fact: Fact) -> tuple[Certainty, bool]:
    """Return how surely a clause tells its thing, and whether it denies it."""
    return fact.certainty, fact.negated


def _are_of_two_things(readings: Readings, setting: Setting) -> bool:
    """Say whether two figures measure two things: "45 feet long", "15 feet away"."""
    counts = [
        [(item, reading.fact) for item in setting.indexes[reading.fact.ref.siglum].quantities_in(reading.focus)]
        for reading in readings
    ]
    return any(count_two_things(*one, *other) for one in counts[0] for other in counts[1])


def _have_each_other(readings: Readings, setting: Setting) -> bool:
    """Say whether the sentence of one reading has the figure of the other."""
    figures = []
    for reading in readings:
        index = setting.indexes[reading.fact.ref.siglum]
        sentence = Span(reading.fact.sentence_start, reading.fact.sentence_start + len(reading.fact.sentence))
        beside = index.quantities_in(sentence)
        own = {(item.low, item.high) for item in beside if item.start == reading.focus.start}
        figures.append((own, {(item.low, item.high) for item in beside}))
    (one, beside_one), (other, beside_other) = figures
    return not one.isdisjoint(beside_other) or not other.isdisjoint(beside_one)
