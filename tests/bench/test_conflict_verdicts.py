"""What readers found in groups of real reports is met by both passages, and what nobody found is counted apart."""

from __future__ import annotations

import json

import pytest

from variorum.model.spans import Span


@pytest.fixture(scope="module")
def task(bench_module):
    """Return the module ``bench/tasks_conflict_verdicts.py``."""
    return bench_module("tasks_conflict_verdicts")


def test_a_conflict_is_found_by_both_of_its_passages(task):
    """Words of both ends must be shown; a doubtful find is no miss, and showing it is nobody's mistake."""
    row = {
        "found": [
            {"slot": "time", "sure": True, "a": [0, 10, 40], "b": [1, 0, 30]},
            {"slot": "place", "sure": True, "a": [0, 50, 80], "b": [2, 0, 30]},
            {"slot": "actor", "sure": False, "a": [1, 60, 90], "b": [2, 60, 90]},
        ],
        "judged": [],
    }
    shown = [
        ("time", [(0, Span(12, 38)), (1, Span(5, 25))]),
        ("place", [(0, Span(52, 78)), (1, Span(0, 30))]),
        ("actor", [(1, Span(60, 90)), (2, Span(60, 90))]),
    ]
    assert task.count(row, shown) == (2, 1, 1)


def test_what_readers_accepted_is_not_nobodys(task):
    """A conflict that readers accepted when it was shown counts as theirs, in its slot alone."""
    judged = [{"slot": "quantity", "accepted": True, "readings": [[0, 5, 10], [1, 5, 10]]}]
    passages = [(0, Span(0, 20)), (1, Span(0, 20))]
    row = {"found": [], "judged": judged}
    assert task.count(row, [("quantity", passages)]) == (0, 0, 0)
    assert task.count(row, [("time", passages)]) == (0, 0, 1)


def test_no_word_of_a_report_is_kept(task):
    """A verdict is numbers and names of slots."""
    for line in task.DATA.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for item in row["found"]:
            assert all(isinstance(at, int) for end in "ab" for at in item[end])
            assert set(item) <= {"a", "b", "slot", "sure", "update"}
        for item in row["judged"]:
            assert set(item) == {"slot", "accepted", "readings"}
