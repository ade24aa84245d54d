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
    """Return the ids of conflicts between reports and inside one: those to see, those folded, and which are open."""
    across, across_minor = _by_weight(counts.across)
    within, within_minor = _by_weight(counts.within)
    return {
        "groups": [
            {"name": "Between reports", "major": across, "minor": across_minor},
            {"name": "Inside one report", "major": within, "minor": within_minor},
        ],
        "open": {*across[:OPEN], *within[: max(0, OPEN - len(across))]},
    }


def _by_weight(units: tuple[Unit, ...]) -> tuple[list[str], list[str]]:
    """Return the ids of conflicts by weight: those that a reader must see, and those of little weight."""
    ranked = sorted(units, key=lambda unit: -unit.weight)
    return [unit.id for unit in ranked if not _is_minor(unit)], [unit.id for unit in ranked if _is_minor(unit)]


def _is_minor(unit: Unit) -> bool:
    """Say whether a conflict weighs little."""
    return unit.weight < MINOR
