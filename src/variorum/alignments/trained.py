"""Trained weights: those of the logistic regressions by which pairs of two reports are joined, by name of feature."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=8)
def trained_weights(kind: str) -> dict[str, float]:
    """Return the weight of each feature by name, out of ``data/<kind>_weights.json``."""
    text = files("variorum").joinpath("data", f"{kind}_weights.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights
