"""The terminal summary: what was compared, what was found, conflicts first, then what agrees, then the rest."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from variorum.model.comparisons import Comparison
from variorum.views.counts import Counts, count_units, doubt_of_one_event, plural, slot_counts
from variorum.views.dates import event_words
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports, report_name, story_title
from variorum.views.terminal.account import print_account
from variorum.views.terminal.conflicts import print_conflicts, print_tensions
from variorum.views.terminal.coverage import print_alone, print_sources
from variorum.views.terminal.lines import NAME, print_heading, print_indented, print_readings, print_rest
from variorum.views.terminal.names import print_names

if TYPE_CHECKING:
    from rich.console import Console

QUOTATIONS = 8
"""Quotations worded differently shown at most."""

_TITLE = 120
"""Code points of the title of a report."""


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
    print_conflicts(console, counts)
    print_tensions(console, comparison.tensions)
    print_account(console, comparison)
    _print_quotations(console, counts)
    print_alone(console, comparison)
    print_sources(console, comparison)
    print_names(console, comparison)
    _print_end(console, comparison, counts)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _print_head(console: Console, comparison: Comparison, counts: Counts) -> None:
    """Print what was compared and what was found, in numbers."""
    console.print(one_line(story_title(comparison.story)), style="bold")
    lengths = {row.siglum: row for row in comparison.coverage}
    for siglum, annotated in ordered_reports(comparison.story):
        row = lengths.get(siglum)
        characters = row.characters if row else len(annotated.report.text)
        facts = [plural(characters, "character")]
        if annotated.report.published:
            facts.append(f"published {one_line(annotated.report.published)[:10]}")
        name = one_line(report_name(siglum, annotated))
        console.print(f"  {siglum}  {name} ({', '.join(facts)})")
        if annotated.report.outlet and annotated.report.title:
            print_indented(console, one_line(annotated.report.title, limit=_TITLE), 5)
    if when := event_words(comparison):
        console.print(f"  The event: {when}")
    console.print()
    if doubt := doubt_of_one_event(comparison):
        print_indented(console, doubt, 2, style="bold")
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


def _print_quotations(console: Console, counts: Counts) -> None:
    """Print the quotations that reports word differently."""
    if not counts.reworded_quotations:
        return
    print_heading(console, f"Quotations worded differently ({len(counts.reworded_quotations)})")
    for number, unit in enumerate(counts.reworded_quotations[:QUOTATIONS], 1):
        speaker = next((reading.speaker for reading in unit.readings if reading.speaker), None)
        console.print(f"  {number}. {one_line(speaker or 'speaker not named', limit=NAME)}", style="bold")
        print_readings(console, unit)
    print_rest(console, len(counts.reworded_quotations) - QUOTATIONS)


def _print_end(console: Console, comparison: Comparison, counts: Counts) -> None:
    """Print what is uncertain, what was refused, and what the letters mean."""
    if comparison.refusals:
        print_heading(console, f"Not taken ({len(comparison.refusals)})")
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
