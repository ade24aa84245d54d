"""Weighing: how likely two readings, or two sentences as wholes, exclude each other, and in which slot.

The weights of the traits are those of logistic regressions (``tools/train_contests.py``), kept in
``data/contest_weights.json``: one for each kind of difference, one for two sentences as wholes, one for each slot.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, fsum, log

from variorum.comparisons.contests.differences import Difference, Traits
from variorum.fitted_weights import fitted_weights
from variorum.model.comparisons import Slot

#: Pairs of sentences of the stories that the weights come from, one story with another. Longer reports have more pairs
#: that only look alike, and hardly more conflicts: the chance of each goes down.
_PAIRS = 18
#: How much more that counts, for single differences and for wholes: in long reports most sentences that look alike tell
#: two things.
_OF_ONE, _OF_WHOLES = 2.0, 3.0


def chance_of(difference: Difference, pairs: int = 1) -> float:
    """Return the chance that both readings of a difference cannot be true; 0 for a kind without weights.

    ``pairs`` is how many pairs of sentences two reports have.
    """
    weights: Mapping[str, float] | None = fitted_weights("contest")["weights"].get(difference.kind)
    if weights is None:
        return 0.0
    return _chance(_score(weights, difference.traits) - _OF_ONE * _among(pairs))


def whole_chance(traits: Traits, pairs: int = 1) -> float:
    """Return the chance that two sentences with these traits exclude each other, among so many pairs."""
    return _chance(_score(fitted_weights("contest")["whole"]["conflict"], traits) - _OF_WHOLES * _among(pairs))


def _among(pairs: int) -> float:
    """Return the log of how many times more pairs of sentences two reports have than those of the stories."""
    return log(max(1.0, pairs / _PAIRS))


def slot_chances(traits: Traits) -> dict[Slot, float]:
    """Return, of two sentences with these traits that exclude each other, how likely it is in each slot."""
    slots: Mapping[str, Mapping[str, float]] = fitted_weights("contest")["slots"]
    scores = {slot: _score(weights, traits) for slot, weights in sorted(slots.items())}
    most = max(scores.values())
    powers = {slot: exp(score - most) for slot, score in scores.items()}
    whole = fsum(powers.values())
    return {Slot(slot): power / whole for slot, power in powers.items()}


def _score(weights: Mapping[str, float], traits: Traits) -> float:
    """Return the weighted sum of traits."""
    return fsum([weights.get(name, 0.0) * value for name, value in traits.items() if value])


def _chance(score: float) -> float:
    """Return the chance that a score stands for."""
    return 1.0 / (1.0 + exp(-score))
