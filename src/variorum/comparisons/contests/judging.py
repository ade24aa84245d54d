"""Judging: how likely two answers exclude each other, and which of them are conflicts and which possible tensions.

The weights of the traits are those of logistic regressions, one for each kind of difference
(``tools/train_contests.py``), kept in ``data/contest_weights.json``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp, fsum, log

from variorum.comparisons.conflicts.finding import Conflict, conflict_of_truths
from variorum.comparisons.conflicts.told_by_both import is_told_by_both
from variorum.comparisons.contests.amounts import amount_differences
from variorum.comparisons.contests.differences import Difference
from variorum.comparisons.contests.doers import doer_differences
from variorum.comparisons.contests.exclusions import exclusions
from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.contests.times_and_places import place_differences, time_differences
from variorum.comparisons.contests.truths import truth_differences
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.comparisons import Slot

#: Chance from which two answers are shown as a conflict; from the lower one on, as a possible tension.
CONFLICT, TENSION = 0.45, 0.25
#: That for figures, of which rules of their own find nearly all: what is left counts two things, mostly.
_SURE_OF_FIGURES = 0.75
#: Pairs of sentences of the stories that the weights come from, one story with another. Longer reports have more pairs
#: that only look alike, and hardly more conflicts: the chance of each goes down.
_PAIRS = 18
#: What a second signal must give two sentences to propose a tension.
SIGNALLED = 0.5
#: Possible tensions that are shown at most.
_TENSIONS = 12

Signal = Callable[[str, str], float]
"""A second signal, an entailment model say: a sentence of each of two reports to the chance that they contradict."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A difference and the chance that both of its readings cannot be true."""

    difference: Difference
    chance: float

    @property
    def is_conflict(self) -> bool:
        """Say whether it is likely enough to be shown as a conflict."""
        return self.chance >= (_SURE_OF_FIGURES if self.difference.slot is Slot.QUANTITY else CONFLICT)

    @property
    def conflict(self) -> Conflict:
        """Return the difference as a conflict."""
        difference = self.difference
        clash = Clash(difference.reason, self.chance)
        return Conflict(difference.slot, (difference.left, difference.right), None, clash)

    @property
    def places(self) -> frozenset[tuple[str, int, str]]:
        """Return the sentences that it sets against another report."""
        return frozenset(_places_of(self.conflict))


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    """Return the weights of each kind by name of trait."""
    text = files("variorum").joinpath("data", "contest_weights.json").read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = json.loads(text)["weights"]
    return weights


def chance_of(difference: Difference, pairs: int = 1) -> float:
    """Return the chance that both readings of a difference cannot be true; 0 for a kind without weights.

    ``pairs`` is how many pairs of sentences two reports have.
    """
    weights = _weights().get(difference.kind)
    if weights is None:
        return 0.0
    score = fsum(weights.get(name, 0.0) * value for name, value in difference.traits.items())
    return 1.0 / (1.0 + exp(log(max(1.0, pairs / _PAIRS)) - score))


def differences(contest: Contest, indexes: Indexes) -> Iterator[Difference]:
    """Yield all differences of two sentences that may answer one question."""
    yield from time_differences(contest, indexes)
    yield from place_differences(contest, indexes)
    yield from amount_differences(contest, indexes)
    yield from doer_differences(contest, indexes)
    yield from truth_differences(contest)
    yield from exclusions(contest, indexes)


def judged(held: Iterable[Contest], indexes: Indexes, known: Iterable[Conflict]) -> tuple[Judged, ...]:
    """Return the differences that may be conflicts, the likeliest first, each sentence once against another report.

    ``known`` are conflicts that are shown already.
    """
    contested = tuple(held)
    pairs = Counter((contest.left.siglum, contest.right.siglum) for contest in contested)
    found = [
        Judged(difference, chance)
        for contest in contested
        for difference in differences(contest, indexes)
        if (chance := round(chance_of(difference, pairs[contest.left.siglum, contest.right.siglum]), 4)) >= TENSION
    ]
    found.sort(
        key=lambda item: (
            -item.chance,
            sorted(side.fact.words for side in item.conflict.readings),
            item.difference.slot,
        )
    )
    taken = {place for conflict in known for place in _places_of(conflict)}
    kept = []
    for item in found:
        if taken.isdisjoint(item.places) and not is_told_by_both(item.conflict, indexes):
            taken |= item.places
            kept.append(item)
    return tuple(kept)


def conflicts_among(found: Iterable[Judged]) -> tuple[Conflict, ...]:
    """Return those that are likely enough to be shown as conflicts."""
    return tuple(item.conflict for item in found if item.is_conflict)


def tensions_among(found: Iterable[Judged], proposed: Iterable[Conflict] = ()) -> tuple[Conflict, ...]:
    """Return the likeliest of those that are no more than possible tensions, then what a second signal proposes."""
    judged_so = tuple(found)
    taken = frozenset().union(*(item.places for item in judged_so))
    beside = (conflict for conflict in proposed if taken.isdisjoint(_places_of(conflict)))
    return (*(item.conflict for item in judged_so if not item.is_conflict), *beside)[:_TENSIONS]


def signalled(held: Iterable[Contest], signal: Signal | None) -> tuple[Conflict, ...]:
    """Return the sentences that a second signal calls a contradiction: it can propose a tension, never a conflict."""
    if signal is None:
        return ()
    found = []
    for contest in held:
        left, right = (facts[0] for facts in contest.clauses)
        if (chance := signal(left.sentence, right.sentence)) >= SIGNALLED:
            clash = Clash("a second signal calls the two sentences a contradiction", round(chance, 4))
            found.append(conflict_of_truths(Slot.POLARITY, left, right, clash))
    return tuple(sorted(found, key=lambda item: (-item.clash.certainty, item.readings[0].fact.words)))


def _places_of(conflict: Conflict) -> Iterator[tuple[str, int, str]]:
    """Yield the sentences that a conflict sets against another report."""
    for one in conflict.readings:
        for other in conflict.readings:
            if one.fact.ref.siglum != other.fact.ref.siglum:
                yield one.fact.ref.siglum, one.fact.sentence_start, other.fact.ref.siglum
