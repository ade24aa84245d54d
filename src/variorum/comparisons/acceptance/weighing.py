"""Weighing: the chance that a careful reader accepts a conflict that is proposed.

The weights are those of a logistic regression (``tools/train_acceptance.py``), kept in
``data/acceptance_weights.json``.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, fsum

from variorum.comparisons.contests.differences import Traits
from variorum.fitted_weights import fitted_weights


def acceptance(traits: Traits) -> float:
    """Return the chance, 0 to 1, that a reader accepts a conflict with these traits."""
    weights: Mapping[str, float] = fitted_weights("acceptance")["weights"]
    return 1.0 / (1.0 + exp(-fsum(weights.get(name, 0.0) * value for name, value in traits.items())))
