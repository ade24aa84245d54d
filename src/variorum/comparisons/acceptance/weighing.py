"""Weighing: the chance that a careful reader accepts a conflict that is proposed.

The weights are those of logistic regressions: between long reports on readers' verdicts (``tools/train_acceptance.py``,
kept in ``data/acceptance_weights.json``), between short ones on the conflicts of our own stories
(``tools/train_short_acceptance.py``, ``data/short_acceptance_weights.json``).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, fsum

from variorum.comparisons.contests.differences import Traits
from variorum.fitted_weights import fitted_weights


def acceptance(traits: Traits, *, short: bool = False) -> float:
    """Return the chance, 0 to 1, that a reader accepts a conflict with these traits; ``short`` says between what."""
    weights: Mapping[str, float] = fitted_weights("short_acceptance" if short else "acceptance")["weights"]
    return 1.0 / (1.0 + exp(-fsum(weights.get(name, 0.0) * value for name, value in traits.items())))
