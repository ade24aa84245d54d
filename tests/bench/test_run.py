"""The benchmark's own arithmetic: floors, the table, and what happens without gold."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def run(bench_module):
    """Return the module ``bench/run.py``."""
    return bench_module("run")


def row(run, ours, key="task measure"):
    """Return a row with a figure."""
    return run.Row(key, "task", "data", "measure", ours)


@pytest.mark.parametrize(
    ("floor", "ours", "failures"),
    [({"least": 50.0}, 50.0, 0), ({"least": 50.0}, 49.9, 1), ({"most": 2.0}, 2.0, 0), ({"most": 2.0}, 2.1, 1)],
)
def test_a_floor_holds(run, floor, ours, failures):
    """A figure may reach its floor or ceiling, and not pass it."""
    assert len(run.check_floors([row(run, ours)], {"task measure": floor})) == failures


def test_a_row_without_a_floor_fails(run):
    """Nothing is measured without a bound."""
    assert run.check_floors([row(run, 1.0)], {})


def test_the_table_has_a_line_for_each_row(run):
    """The table is Markdown with as many cells in each line."""
    lines = run.as_table([row(run, 1.5), row(run, 2.0)], {"task measure": {"least": 1.0}}).splitlines()
    assert len(lines) == 4
    assert {line.count("|") for line in lines} == {len(run.COLUMNS) + 1}
    assert "| 1.5 | >= 1 | - | no |" in lines[2]


def test_without_gold_tasks_are_left_out_with_the_reason(run, tmp_path):
    """A gold folder without data leaves the tasks out and says so."""
    rows, left_out = run.measure(tmp_path, ["quotations", "times", "language"])
    assert rows == []
    assert sum("no gold data" in line for line in left_out) == 3


def test_tasks_at_once_give_what_tasks_in_turn_give(run, tmp_path):
    """How many tasks run at once changes neither the rows nor their order, nor what is left out and why."""
    in_turn = run.measure(tmp_path, ["own quotations", "times", "language"])
    assert run.measure(tmp_path, ["own quotations", "times", "language"], 2) == in_turn
    assert set(run.TASKS) > run.TIMED
