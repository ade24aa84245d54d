"""Scene weights: a scorer of what an event's place or time may be, one weight a feature.

Candidates are scored by the sum of their weights against none at all, which scores nothing. The weights are fitted by
``tools/train_scenes.py`` and kept in ``data/scene_weights.json``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.fitted_weights import fitted_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: One thing that an event's place or time may be: its id and its features.
Candidate = tuple[str, "frozenset[str]"]


def choose(slot: str, candidates: Sequence[Candidate]) -> str | None:
    """Return the candidate of the highest score above nothing, the first of several alike; None without one."""
    weights: Mapping[str, float] = fitted_weights("scene")[slot]
    best, found = 0.0, None
    for identity, features in candidates:
        score = sum(weights.get(feature, 0.0) for feature in sorted(features))
        if score > best:
            best, found = score, identity
    return found


def features_of(role: str, traits: Iterable[str], own: Iterable[str], *, near: bool) -> frozenset[str]:
    """Return the features of a candidate: its role, alone and with the paragraph, the traits and what is its own."""
    where = f"{role} {'in' if near else 'outside'} the paragraph"
    told = {role, where}
    for trait in traits:
        told.update((f"event {trait}", f"{role} * {trait}"))
        if trait in ("pronoun", "it"):
            told.add(f"{where} * {trait}")
    for mark in own:
        told.update((mark, f"{role} * {mark}"))
    return frozenset(told)


def step_of(count: int, *steps: int) -> str:
    """Return the step that a count falls into: "3" for up to three."""
    return next((str(step) for step in steps if count <= step), "more")
