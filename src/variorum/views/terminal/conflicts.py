"""Conflicts in the terminal: by weight, those between reports before those inside one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.model.comparisons import Unit
from variorum.views.counts import Counts
from variorum.views.rows import reasons_of
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank
from variorum.views.terminal.lines import NAME, print_heading, print_indented, print_readings, print_rest

if TYPE_CHECKING:
    from rich.console import Console

SHOWN = 12
"""Conflicts shown at most of each kind."""

TENSIONS = 4
"""Possible tensions shown at most."""

VALUES = 4
"""Values in the line of a conflict."""


def print_conflicts(console: Console, counts: Counts) -> None:
    """Print the conflicts with their values, readings and the reason."""
    print_heading(console, f"Conflicts ({len(counts.conflicts)})")
    if not counts.conflicts:
        console.print("  None was found. That is no proof that there is none.")
    number = 0
    for units in (counts.across, counts.within):
        ranked = sorted(units, key=lambda unit: -unit.weight)
        for unit in ranked[:SHOWN]:
            number += 1
            _print_conflict(console, unit, number)
        print_rest(console, len(ranked) - SHOWN)


def _print_conflict(console: Console, unit: Unit, number: int) -> None:
    """Print one conflict."""
    where = f"inside {unit.within}" if unit.within else "between reports"
    values = _values(unit) or one_line(unit.gist, limit=2 * NAME)
    print_indented(console, f"{number}. {unit.slot or 'other'}, {where}: {values}", 2, style="bold")
    print_readings(console, unit)
    for reason in reasons_of(unit)[:2]:
        print_indented(console, f"because {one_line(reason, limit=2 * console.width)}", 5, style="dim")


def print_tensions(console: Console, units: Sequence[Unit]) -> None:
    """Print what may be a conflict and is counted as none."""
    if not units:
        return
    print_heading(console, f"Possible tensions ({len(units)})")
    console.print("  They may exclude each other, or tell of two things; no conflict is counted for them.", style="dim")
    for number, unit in enumerate(units[:TENSIONS], 1):
        print_indented(console, f"{number}. {unit.slot or 'other'}: {one_line(unit.gist, limit=2 * NAME)}", 2)
        print_readings(console, unit)
    print_rest(console, len(units) - TENSIONS)


def _values(unit: Unit) -> str:
    """Return the values against each other: "Three (A) ≠ Five (C)"."""
    found: dict[str, list[str]] = {}
    for reading in sorted(unit.readings, key=lambda reading: siglum_rank(reading.siglum)):
        if reading.value:
            sigla = found.setdefault(one_line(reading.value, limit=NAME), [])
            sigla += [reading.siglum] if reading.siglum not in sigla else []
    shown = [f"{value} ({', '.join(sigla)})" for value, sigla in found.items()]
    more = f" ≠ {len(shown) - VALUES} more values" if len(shown) > VALUES else ""
    return " ≠ ".join(shown[:VALUES]) + more if len(shown) > 1 else ""
