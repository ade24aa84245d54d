"""Who is called what, in the terminal: a table for few reports, a list for many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model.comparisons import Comparison, DesignationCell
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports
from variorum.views.terminal.lines import NAME, print_heading, print_indented, print_rest

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

ACTORS = 8
"""Actors shown at most."""

COLUMN = 22
"""Least width of a column: with narrower ones a list is easier to read."""


def print_names(console: Console, comparison: Comparison) -> None:
    """Print who is called what, own voice apart from quoted voice; actors of several reports alone."""
    rows = [row for row in comparison.designations if len({cell.siglum for cell in row.cells if cell.expressions}) > 1]
    if not rows:
        return
    names = {actor.id: one_line(actor.name, limit=NAME) for actor in comparison.actors}
    print_heading(console, f"Who is called what ({len(rows)})")
    sigla = [siglum for siglum, _ in ordered_reports(comparison.story)]
    as_table = console.width >= COLUMN * (len(sigla) + 1)
    table = _grid(console, sigla)
    for row in rows[:ACTORS]:
        name = names.get(row.actor, row.actor)
        cells = {siglum: _cell([cell for cell in row.cells if cell.siglum == siglum]) for siglum in sigla}
        if as_table:
            table.add_row(name, *cells.values())
        else:
            console.print(f"  {name}", style="bold")
            for siglum, words in cells.items():
                if words != "—":
                    print_indented(console, f"{siglum}  {words}", 5)
    if as_table:
        console.print(table)
    console.print("  * stands beside what only that report uses for the actor; “ ” stands around quoted voice.")
    print_rest(console, len(rows) - ACTORS)


def _grid(console: Console, sigla: list[str]) -> Table:
    """Return the empty table of actors by reports."""
    from rich import box  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above

    table = Table(box=box.SIMPLE_HEAD if console.width < 80 else box.SIMPLE, width=console.width, show_lines=False)
    table.add_column("Actor", ratio=2)
    for siglum in sigla:
        table.add_column(siglum, ratio=3)
    return table


def _cell(cells: list[DesignationCell]) -> str:
    """Return the expressions of one report for one actor."""
    parts = []
    for cell in sorted(cells, key=lambda cell: cell.quoted):
        for expression in sorted(cell.expressions, key=lambda expression: expression.kind == "name"):
            words = one_line(expression.text, limit=NAME)
            text = f"“{words}”" if cell.quoted else words
            times = f" ×{len(expression.spans)}" if len(expression.spans) > 1 else ""
            parts.append(f"{'*' if expression.marked else ''}{text}{times}")
    return ", ".join(parts) or "—"
