"""The account in the terminal: what several reports tell, in order of time, with the values that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model.comparisons import AccountLine, Comparison, Relation, Unit
from variorum.views.dates import label_and_day
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank
from variorum.views.terminal.lines import NAME, print_heading, print_indented, print_rest, sigla_list

if TYPE_CHECKING:
    from rich.console import Console

SHOWN = 16
"""Lines shown at most."""

_LINE = 300
"""Code points of a line."""


def print_account(console: Console, comparison: Comparison) -> None:
    """Print the lines of the account that several reports tell; what one tells alone is in the page."""
    lines = [line for line in comparison.account if line.group is None]
    if not lines:
        return
    units = {unit.id: unit for unit in comparison.units}
    print_heading(console, f"The account: what several tell, in the words of one ({len(lines)})")
    last = ("", "")
    for line in lines[:SHOWN]:
        label, day = dated = label_and_day(line)
        if label and dated != last:
            console.print(f"  {label} ({day})" if day else f"  {label}", style="bold")
            last = dated
        sigla = " ".join([line.siglum, *sorted((s for s in line.sigla if s != line.siglum), key=siglum_rank)])
        print_indented(console, f"{one_line(line.text, limit=_LINE)} [{sigla}]", 4)
        _print_variants(console, line, units)
    print_rest(console, len(lines) - SHOWN)


def _print_variants(console: Console, line: AccountLine, units: dict[str, Unit]) -> None:
    """Print the values that contradict the line, each once with the reports that have it."""
    found: dict[str, dict[str, set[str]]] = {}
    for variant in line.variants:
        unit = units.get(variant.unit)
        if unit is None or unit.relation is not Relation.CONTRADICTS:
            continue
        for reading in variant.readings:
            if reading.value:
                values = found.setdefault(unit.slot or "other", {})
                values.setdefault(one_line(reading.value, limit=NAME), set()).add(reading.siglum)
    for slot, values in found.items():
        told = sorted(f"{value} ({sigla_list(sigla)})" for value, sigla in values.items())
        print_indented(console, f"≠ {slot}: {'; '.join(told)}", 6)
