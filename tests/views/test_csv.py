"""Units as CSV: one row a reading, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json

import pytest
from tests.views.made import UNITS, made_comparison, plain_comparison

from variorum.views.csv import COLUMNS, neutral_cell, render_csv


def rows_of(comparison):
    """Read the CSV back."""
    return list(csv.DictReader(io.StringIO(render_csv(comparison), newline="")))


def test_one_row_a_reading():
    """There is one row for every reading of every unit, with its words and offsets."""
    rows = rows_of(made_comparison())
    assert len(rows) == sum(len(unit.readings) for unit in UNITS)
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0]["siglum"] == "A"
    assert rows[0]["spans"] == "0:76"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "＝1+1", "|cmd", "%0A=1"])
def test_formulas_are_neutral(cell):
    """A cell that a spreadsheet would run gets an apostrophe in front."""
    assert neutral_cell(cell).startswith("'")


def test_words_stay_as_they_are():
    """A plain cell is not changed."""
    assert neutral_cell("At least 40 = many") == "At least 40 = many"


def test_hostile_cells(shared):
    """No payload of the list of formula injections comes through at the start of a cell."""
    for line in (shared / "hostile/csv_formula.jsonl").read_text("utf-8").splitlines():
        payload = json.loads(line)["cell"]
        for row in rows_of(plain_comparison([payload or "x", "other"])):
            assert not any(value.lstrip().startswith(tuple("=+-@|%\t\r")) for value in row.values()), payload
