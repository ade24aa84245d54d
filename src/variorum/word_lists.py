"""Lists of words: in code one text of words, apart by blanks; in the tables of the package a line each."""

from __future__ import annotations

from importlib.resources import files


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written as text."""
    return frozenset(words.split())


def table_lines(name: str) -> list[str]:
    """Return the lines of a table of the package, without comments and empty lines."""
    table = (files("variorum") / "data" / name).read_text(encoding="utf-8")
    return [line for line in table.splitlines() if line and not line.startswith("#")]
