"""The terminal summary: what was compared, what was found, conflicts first."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from variorum.model.comparisons import Comparison, DesignationCell, Unit
from variorum.views.counts import Counts, count_units, plural, slot_counts
from variorum.views.dates import readable_interval
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports, report_name, siglum_rank, story_title

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_QUOTATIONS = 12
_ACTORS = 12
_FIRST_LINES = 3
_READING = 320
_GIST = 160
_NAME = 60


def render_text(comparison: Comparison, *, width: int = 100, color: bool = False) -> str:
    """Return a summary of ``comparison`` for a terminal of ``width`` columns; ANSI colours only when asked for."""
    from rich.console import Console  # noqa: PLC0415 - a view that is not asked for costs no import

    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width, 40),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    counts = count_units(comparison)
    _print_head(console, comparison, counts)
    _print_conflicts(console, counts)
    _print_quotations(console, counts)
    _print_names(console, comparison)
    _print_alone(console, comparison)
    _print_end(console, comparison, counts)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _heading(console: Console, words: str) -> None:
    """Print a heading."""
    console.print()
    console.print(words, style="bold underline" if console.color_system else None)
    if not console.color_system:
        console.print("-" * min(len(words), console.width))


def _print_head(console: Console, comparison: Comparison, counts: Counts) -> None:
    """Print what was compared and what was found, in numbers."""
    console.print(one_line(story_title(comparison.story)), style="bold")
    lengths = {row.siglum: row for row in comparison.coverage}
    for siglum, annotated in ordered_reports(comparison.story):
        row = lengths.get(siglum)
        characters = row.characters if row else len(annotated.report.text)
        facts = [plural(characters, "character")]
        if annotated.report.published:
            facts.append(f"published {one_line(annotated.report.published, limit=40)}")
        console.print(f"  {siglum}  {one_line(report_name(siglum, annotated))} ({', '.join(facts)})")
    if comparison.event_date:
        console.print(f"  The event: {readable_interval(comparison.event_date)}")
    console.print()
    for line in found_lines(counts):
        console.print(f"  {line}")


def found_lines(counts: Counts) -> list[str]:
    """Return what was found, in numbers, one line a kind."""
    slots = ", ".join(f"{slot} {count}" for slot, count in slot_counts(counts.across))
    lines = [
        f"{plural(len(counts.across), 'conflict')} between reports" + (f" ({slots})" if slots else ""),
        f"{plural(len(counts.within), 'conflict')} inside one report",
        (
            f"{plural(len(counts.reworded_quotations), 'quotation')} worded differently, "
            f"{len(counts.same_quotations)} alike"
        ),
        f"{plural(len(counts.agreed), 'other thing')} told by more than one report",
        f"{plural(len(counts.alone), 'thing')} told by one report only",
    ]
    if counts.uncertain:
        lines.append(f"{len(counts.uncertain)} uncertain, counted apart")
    return lines


def _print_conflicts(console: Console, counts: Counts) -> None:
    """Print every conflict with its readings and reasons."""
    _heading(console, f"Conflicts ({len(counts.conflicts)})")
    if not counts.conflicts:
        console.print("  None was found. That is no proof that there is none.")
    for number, unit in enumerate(counts.conflicts, 1):
        where = f"inside {unit.within}" if unit.within else "between reports"
        console.print(f"  {number}. {unit.slot or 'other'}, {where}: {one_line(unit.gist, limit=_GIST)}", style="bold")
        _print_readings(console, unit)
        for reason in unit.reasons:
            console.print(f"       because {one_line(reason, limit=_READING)}", style="dim")


def _print_readings(console: Console, unit: Unit) -> None:
    """Print what each report has, with hanging indent."""
    from rich.padding import Padding  # noqa: PLC0415 - as above

    for reading in unit.readings:
        value = f"[{one_line(reading.value, limit=_NAME)}] " if reading.value else ""
        speaker = f" ({_who(reading.speaker, reading.via)})" if reading.speaker else ""
        words = one_line(reading.text, limit=_READING)
        console.print(Padding(f"{reading.siglum}  {value}“{words}”{speaker}", (0, 0, 0, 5)))
    if unit.not_mentioned:
        console.print(f"     Not mentioned in {_sigla(unit.not_mentioned)}")


def _who(speaker: str, via: str | None) -> str:
    """Return the speaker and through whom the words came."""
    return one_line(speaker, limit=_NAME) + (f", via {one_line(via, limit=_NAME)}" if via else "")


def _sigla(sigla: Iterable[str]) -> str:
    """Return sigla as a list in words."""
    return ", ".join(sorted(sigla, key=siglum_rank))


def _print_quotations(console: Console, counts: Counts) -> None:
    """Print the quotations that reports word differently."""
    if not counts.reworded_quotations:
        return
    _heading(console, f"Quotations worded differently ({len(counts.reworded_quotations)})")
    for number, unit in enumerate(counts.reworded_quotations[:_QUOTATIONS], 1):
        speaker = next((reading.speaker for reading in unit.readings if reading.speaker), None)
        console.print(f"  {number}. {one_line(speaker or 'speaker not named', limit=_NAME)}", style="bold")
        _print_readings(console, unit)
    _print_rest(console, len(counts.reworded_quotations) - _QUOTATIONS)


def _print_rest(console: Console, rest: int) -> None:
    """Say how many are left out here."""
    if rest > 0:
        console.print(f"  … and {rest:,} more; the page (--format html) shows all.")


def _print_names(console: Console, comparison: Comparison) -> None:
    """Print who is called what, own voice apart from quoted voice."""
    rows = [row for row in comparison.designations if any(cell.expressions for cell in row.cells)]
    if not rows:
        return
    names = {actor.id: actor.name for actor in comparison.actors}
    _heading(console, f"Who is called what ({len(rows)})")
    sigla = [siglum for siglum, _ in ordered_reports(comparison.story)]
    table = _grid(console, sigla)
    for row in rows[:_ACTORS]:
        cells = {siglum: [cell for cell in row.cells if cell.siglum == siglum] for siglum in sigla}
        table.add_row(
            one_line(names.get(row.actor, row.actor), limit=_NAME), *(_cell(cells[siglum]) for siglum in sigla)
        )
    console.print(table)
    console.print("  * stands beside what only that report uses for the actor; “ ” stands around quoted voice.")
    _print_rest(console, len(rows) - _ACTORS)


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
            words = one_line(expression.text, limit=_NAME)
            text = f"“{words}”" if cell.quoted else words
            times = f" ×{len(expression.spans)}" if len(expression.spans) > 1 else ""
            parts.append(f"{'*' if expression.marked else ''}{text}{times}")
    return ", ".join(parts) or "—"


def _print_alone(console: Console, comparison: Comparison) -> None:
    """Print how much each report tells alone, and the first lines of it."""
    units = {unit.id: unit for unit in comparison.units}
    rows = sorted(comparison.coverage, key=lambda row: siglum_rank(row.siglum))
    if not rows:
        return
    _heading(console, "Told by one report only")
    for row in rows:
        size = f"{plural(row.characters, 'character')}, {plural(row.sentences, 'sentence')}, {row.alone:,} alone"
        console.print(f"  {row.siglum}  {size}", style="bold")
        for group, ids in row.groups:
            console.print(f"     {group} ({len(ids)})")
            for unit_id in ids[:_FIRST_LINES]:
                if unit_id in units:
                    console.print(f"       - {one_line(units[unit_id].gist, limit=max(console.width - 10, 30))}")


def _print_end(console: Console, comparison: Comparison, counts: Counts) -> None:
    """Print what is uncertain, what was refused, and what the letters mean."""
    if comparison.refusals:
        _heading(console, f"Not taken ({len(comparison.refusals)})")
        for refusal in comparison.refusals:
            console.print(f"  [{refusal.code}] {one_line(refusal.name)}: {one_line(refusal.reason)}")
    if counts.uncertain:
        console.print()
        console.print(
            f"Uncertain: {plural(len(counts.uncertain), 'row')} that may or may not be one thing; not counted above.",
            style="dim",
        )
    console.print()
    legend = "; ".join(
        f"{siglum} = {one_line(report_name(siglum, annotated))}"
        for siglum, annotated in ordered_reports(comparison.story)
    )
    console.print(f"Sigla: {legend}", style="dim")
