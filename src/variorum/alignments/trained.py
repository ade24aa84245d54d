"""Trained weights: those of the logistic regressions by which pairs of two reports are joined, by name of feature."""

from __future__ import annotations

from variorum.fitted_weights import fitted_weights


def trained_weights(kind: str) -> dict[str, float]:
    """Return the weight of each feature by name, out of ``data/<kind>_weights.json``."""
    weights: dict[str, float] = fitted_weights(kind)["weights"]
    return weights
