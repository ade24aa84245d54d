"""Rivals: conflicts between clauses that no alignment joins, or joins as told alike, in the slots that both fill.

Two clauses answer one question where the predicate of the one has a paraphrase in the other and each is among the
nearest of the other in meaning. What decides is the slot: two places, two counts, a denial.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from variorum.comparisons.conflicts.certainties import doubt_clash, leaves_open
from variorum.comparisons.conflicts.contents import cores_meet, kin_share, shared_words, shares_core, tell_main_event
from variorum.comparisons.conflicts.counterparts import Counterpart
from variorum.comparisons.conflicts.doers import doers_clash
from variorum.comparisons.conflicts.finding import (
    Conflict,
    SlotReading,
    conflict_of_truths,
    place_conflicts,
    quantity_conflicts,
    time_conflicts,
)
from variorum.comparisons.conflicts.occasions import are_one_deed, state_alike
from variorum.comparisons.conflicts.oppositions import opposite_clash
from variorum.comparisons.conflicts.polarities import denial_clash, negation_clash
from variorum.comparisons.conflicts.positions import position_conflicts
from variorum.comparisons.conflicts.predicates import differ
from variorum.comparisons.conflicts.small_places import small_place_conflict
from variorum.comparisons.conflicts.told_by_both import is_told_by_both
from variorum.comparisons.readings import ReportIndex
from variorum.model.comparisons import Slot

#: Words that two clauses must share, and the share of the poorer clause or the nearness that they need besides.
_LEAST_SHARED = 2
_LEAST_SHARE = 0.4
_LEAST_NEAR = 0.5
_LINKED_NEAR = 0.45
_CORE_NEAR = 0.4
#: What tells one deed in words of one meaning; what an alignment joins, whatever its words are.
_DEED_NEAR = 0.55
_TOLD_NEAR = 0.65
#: What needs no alignment to be told alike.
_SURELY_NEAR = 0.6


class _Rival(Struct, frozen=True):
    """A conflict of two clauses and how near in meaning they are."""

    conflict: Conflict
    near: float

    @property
    def places(self) -> set[tuple[Slot, str, int, str]]:
        """Return the sentences that it sets against another report, by slot."""
        one, other = (reading.fact for reading in self.conflict.readings)
        slot = self.conflict.slot
        return {
            (slot, one.ref.siglum, one.sentence_start, other.ref.siglum),
            (slot, other.ref.siglum, other.sentence_start, one.ref.siglum),
        }


def rival_conflicts(
    pairs: Iterable[Counterpart], indexes: Mapping[str, ReportIndex], known: Iterable[Conflict]
) -> tuple[Conflict, ...]:
    """Return the conflicts of clauses near in meaning, the nearest first, each sentence once for a slot.

    ``pairs`` are clauses that may answer one question, ``known`` conflicts that are shown already.
    """
    found = [_Rival(conflict, pair.near) for pair in pairs for conflict in _conflicts_of(pair, indexes)]
    found = [rival for rival in found if not is_told_by_both(rival.conflict, indexes)]
    found.sort(key=lambda rival: (-rival.near, sorted(reading.fact.words for reading in rival.conflict.readings)))
    taken = set[tuple[Slot, str, int, str]]()
    for conflict in known:
        for one in conflict.readings:
            for other in conflict.readings:
                taken.add((conflict.slot, one.fact.ref.siglum, one.fact.sentence_start, other.fact.ref.siglum))
    kept = []
    for rival in found:
        if taken.isdisjoint(rival.places):
            taken |= rival.places
            kept.append(rival.conflict)
    return tuple(kept)


def _conflicts_of(pair: Counterpart, indexes: Mapping[str, ReportIndex]) -> Iterator[Conflict]:
    """Yield the conflicts of two clauses."""
    left, right, near = pair.left, pair.right, pair.near
    shared, core = shared_words(left, right), shares_core(left, right)
    if not (pair.linked or pair.nearest or (core and len(shared) >= _LEAST_SHARED)):
        return
    if _answer_alike(pair):
        if are_one_deed(left, right):
            yield from place_conflicts(left, right)
            if conflict := small_place_conflict(left, right, indexes):
                yield conflict
            yield from time_conflicts(left, right)
        yield from position_conflicts(left, right)
    if clash := doers_clash(pair, indexes):
        readings = tuple(SlotReading(fact, " ".join(fact.agent[:1]), fact.focus) for fact in (left, right))
        yield Conflict(Slot.ACTOR, readings, None, clash)
    if pair.linked and state_alike(left, right):
        yield from quantity_conflicts(left, right, surely=True)
    elif core and (len(shared) >= _LEAST_SHARED or near >= _LEAST_NEAR) and are_one_deed(left, right):
        yield from quantity_conflicts(left, right, surely=pair.linked)
    if found := _truth_conflict(pair):
        yield found


def _truth_conflict(pair: Counterpart) -> Conflict | None:
    """Return the conflict of two clauses about whether a thing is so; far apart they must be surely near in meaning."""
    left, right = pair.left, pair.right
    surely = pair.linked or (pair.nearest and pair.near >= _SURELY_NEAR)
    if leaves_open(left) != leaves_open(right):
        clash = doubt_clash(pair) if surely or _tell_one_deed(pair) else None
        return conflict_of_truths(Slot.CERTAINTY, left, right, clash) if clash else None
    clash = None
    if shares_core(left, right) and (pair.linked or pair.nearest):
        clash = denial_clash(left, right, pair.near)
    if clash is None and surely:
        clash = opposite_clash(left, right)
    if clash is None and pair.linked and pair.nearest and pair.near >= _TOLD_NEAR:
        clash = negation_clash(left, right)
    return conflict_of_truths(Slot.POLARITY, left, right, clash) if clash else None


def _tell_one_deed(pair: Counterpart) -> bool:
    """Say whether two clauses tell one deed in words enough to need no alignment: "fell down a deep well"."""
    left, right = pair.left, pair.right
    shared = shared_words(left, right)
    told = any(one in left.predicates and other in right.predicates for one, other in shared)
    return told and pair.near >= _DEED_NEAR and len(shared) >= _LEAST_SHARED and not differ(left.patient, right.patient)


def _answer_alike(pair: Counterpart) -> bool:
    """Say whether two clauses ask where and when for one thing.

    What happened at all and where it began needs no other word: "it happened near Orvel", "the scene is the quay".
    """
    left, right, near = pair.left, pair.right, pair.near
    shared = shared_words(left, right)
    if shared and pair.linked and near >= _LINKED_NEAR:
        return True
    if not shares_core(left, right):
        return False
    if len(shared) >= _LEAST_SHARED and (kin_share(left, right) >= _LEAST_SHARE or near >= _LEAST_NEAR):
        return True
    return tell_main_event(left, right) or (pair.nearest and near >= _CORE_NEAR and cores_meet(left, right))
