"""Lines of the terminal: headings, text with a hanging indent, and what is left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from variorum.model.comparisons import Reading, Unit
from variorum.views.rows import speaker_of, via_of
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank

if TYPE_CHECKING:
    from rich.console import Console

NAME = 60
"""Code points of a name."""

READINGS = 6
"""Readings of one row; the page shows all."""


def print_heading(console: Console, words: str) -> None:
    """Print a heading."""
    console.print()
    console.print(words, style="bold underline" if console.color_system else None)
    if not console.color_system:
        console.print("-" * min(len(words), console.width))


def print_indented(console: Console, words: str, indent: int, *, style: str | None = None) -> None:
    """Print text whose every line begins ``indent`` columns from the left."""
    from rich.padding import Padding  # noqa: PLC0415 - a view that is not asked for costs no import
    from rich.text import Text  # noqa: PLC0415 - as above

    console.print(Padding(Text(words, style=style or ""), (0, 0, 0, indent)))


def print_rest(console: Console, rest: int) -> None:
    """Say how many are left out here."""
    if rest > 0:
        console.print(f"  … and {rest:,} more; the page (--format html) shows all.")


def print_readings(console: Console, unit: Unit) -> None:
    """Print what each report has, those first that have a value, each in at most two lines or so."""
    ordered = sorted(unit.readings, key=lambda reading: (reading.value is None, siglum_rank(reading.siglum)))
    for reading in ordered[:READINGS]:
        print_indented(console, reading_line(reading, 2 * console.width - 30), 5)
    if len(ordered) > READINGS:
        print_indented(console, f"… and {len(ordered) - READINGS} more readings", 5)
    if unit.not_mentioned:
        print_indented(console, f"Not mentioned in {sigla_list(unit.not_mentioned)}", 5)


def reading_line(reading: Reading, limit: int) -> str:
    """Return a reading with its value and who speaks."""
    value = f"[{one_line(reading.value, limit=NAME)}] " if reading.value else ""
    named = speaker_of(reading)
    speaker = f" ({_who(named, via_of(reading))})" if named else ""
    return f"{reading.siglum}  {value}“{one_line(reading.text, limit=max(limit, 60))}”{speaker}"


def _who(speaker: str, via: str) -> str:
    """Return the speaker and through whom the words came."""
    return one_line(speaker, limit=NAME) + (f", via {one_line(via, limit=NAME)}" if via else "")


def sigla_list(sigla: Iterable[str]) -> str:
    """Return sigla as a list in words."""
    return ", ".join(sorted(sigla, key=siglum_rank))
