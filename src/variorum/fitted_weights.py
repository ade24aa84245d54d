"""Fitted weights: what the scripts in ``tools/`` fit and the scorers of every step read."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=16)
def fitted_weights(kind: str) -> dict[str, Any]:
    """Return what ``data/<kind>_weights.json`` keeps: weights, or tables of them, by name.

    One object for all callers: nobody may change it. Raises FileNotFoundError for a kind that was never fitted.
    """
    text = files("variorum").joinpath("data", f"{kind}_weights.json").read_text(encoding="utf-8")
    fitted: dict[str, Any] = json.loads(text)
    return fitted
