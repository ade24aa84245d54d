"""Conflicts: what cannot all be true, by weight; what weighs little is folded."""

from __future__ import annotations

from variorum.model.comparisons import Unit
from variorum.views.counts import Counts
from variorum.views.sections.values import Values

MINOR = 0.4
"""Conflicts that weigh less are folded: perhaps no one matter, or told far down."""

OPEN = 6
"""Conflicts that are open at first; the others show their values and open on demand."""


def conflict_values(counts: Counts) -> Values:
    """Return the ids of conflicts: those that a reader must see, those folded, and which of them are open."""
    ranked = sorted(counts.conflicts, key=lambda unit: -unit.weight)
    major = [unit.id for unit in ranked if not _is_minor(unit)]
    minor = [unit.id for unit in ranked if _is_minor(unit)]
    return {"major": major, "minor": minor, "open": set(major[:OPEN])}


def _is_minor(unit: Unit) -> bool:
    """Say whether a conflict weighs little."""
    return unit.weight < MINOR
