"""Conflicts: what cannot all be true, by weight; what weighs little or says nothing new is folded."""

from __future__ import annotations

from variorum.model.comparisons import Unit
from variorum.views.counts import Counts
from variorum.views.sections.values import Values

MINOR = 0.4
"""Conflicts that weigh less are folded: perhaps no one matter, or told far down."""

OPEN = 6
"""Conflicts that are open at first; the others show their values and open on demand."""

FIRST = 60
"""Conflicts that stand one below the other; those of less weight behind them are folded."""

MANY = 6
"""Of more conflicts than this, those whose values all stand in a heavier one on the same question are folded."""


def conflict_values(counts: Counts) -> Values:
    """Return the ids of conflicts between reports and inside one: those to see, those folded, and which are open."""
    groups = [
        {"name": "Between reports", **_by_weight(counts.across)},
        {"name": "Inside one report", **_by_weight(counts.within)},
    ]
    across, within = (group["major"] for group in groups)
    return {
        "groups": groups,
        "first": FIRST,
        "open": {*across[:OPEN], *within[: max(0, OPEN - len(across))]},
    }


def _by_weight(units: tuple[Unit, ...]) -> dict[str, list[str]]:
    """Return the ids of conflicts by weight: those that a reader must see, repeated ones, those of little weight."""
    ranked = sorted(units, key=lambda unit: -unit.weight)
    major = [unit for unit in ranked if not _is_minor(unit)]
    repeated = _repeated(major) if len(major) > MANY else set()
    return {
        "major": [unit.id for unit in major if unit.id not in repeated],
        "repeated": [unit.id for unit in major if unit.id in repeated],
        "minor": [unit.id for unit in ranked if _is_minor(unit)],
    }


def _repeated(ranked: list[Unit]) -> set[str]:
    """Return the ids of conflicts whose values all stand in one before them on the same question.

    Where twenty reports tell of the dead, "three ≠ five" comes once for each of their sentences.
    """
    shown: list[tuple[str, set[str]]] = []
    repeated = set()
    for unit in ranked:
        slot, values = str(unit.slot), {reading.value.casefold() for reading in unit.readings if reading.value}
        if values and any(slot == other and values <= wider for other, wider in shown):
            repeated.add(unit.id)
        else:
            shown.append((slot, values))
    return repeated


def _is_minor(unit: Unit) -> bool:
    """Say whether a conflict weighs little."""
    return unit.weight < MINOR
