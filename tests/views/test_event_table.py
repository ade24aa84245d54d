"""Promises of the event table: rows for pairs of actors, spans that re-slice, cells that nothing runs."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from variorum.errors import VariorumError
from variorum.views.event_table import (
    COLUMNS,
    event_rows,
    render_event_csv,
    render_event_jsonl,
    render_event_parquet,
)

DOCS = Path(__file__).parents[2] / "docs"


def test_a_row_for_every_pair_of_actors(annotate_text):
    """Two who condemn two others make four rows of one event."""
    rows = list(event_rows(annotate_text("Germany and Norway condemned Poland and Hungary on Monday.")))
    assert len({row["event_id"] for row in rows}) == 1
    pairs = {(row["actor_country"], row["recipient_country"]) for row in rows}
    assert pairs == {("DEU", "POL"), ("DEU", "HUN"), ("NOR", "POL"), ("NOR", "HUN")}
    assert {row["quad_code"] for row in rows} == {"verbal conflict"}


def test_every_row_shows_its_words(annotate_text):
    """The offsets of trigger and clause give back their words."""
    text = "At least 40 people were injured when gunmen attacked the town of Koper, the ministry said."
    rows = list(event_rows(annotate_text(text)))
    assert rows
    for row in rows:
        assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
        assert text[row["text_start"] : row["text_end"]] == row["text"]


def test_csv_and_json_lines_hold_the_same_rows(annotate_text):
    """Both formats have the columns in order and a line a row."""
    reports = [annotate_text("Germany will not attack Poland."), annotate_text("Norway sent aid to Hungary.")]
    table = list(csv.reader(io.StringIO(render_event_csv(reports))))
    lines = [json.loads(line) for line in render_event_jsonl(reports).splitlines()]
    assert table[0] == list(COLUMNS)
    assert len(table) - 1 == len(lines) > 1
    assert all(list(line) == list(COLUMNS) for line in lines)
    assert [row[COLUMNS_AT["polarity"]] for row in table[1:]] == [line["polarity"] for line in lines]


COLUMNS_AT = {column: number for number, column in enumerate(COLUMNS)}


@pytest.mark.parametrize("title", ["=1+1", "@SUM(A1)", "+cmd", "-2+3", "\t=1", "＝1"])
def test_no_cell_is_a_formula(annotate_text, title):
    """A headline that a spreadsheet would run is shown as text."""
    printed = render_event_csv([annotate_text("Germany attacked Poland on Monday.", title=title)])
    rows = list(csv.reader(io.StringIO(printed)))
    assert all(row[COLUMNS_AT["headline"]].startswith("'") for row in rows[1:])


def test_parquet_without_its_package_says_so(annotate_text, monkeypatch):
    """Without pyarrow the error names the package; nothing else breaks."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(VariorumError, match=r"X003.*pyarrow"):
        render_event_parquet([annotate_text("Germany attacked Poland on Monday.")])


def test_every_column_is_documented():
    """The page on the table names each column."""
    page = (DOCS / "event-table.md").read_text(encoding="utf-8")
    assert not [column for column in COLUMNS if f"`{column}`" not in page]
