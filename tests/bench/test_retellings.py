"""Retellings are whole, and one in ten is held out of what is learnt."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def task(bench_module):
    """Return the module ``bench/tasks_retellings.py``."""
    return bench_module("tasks_retellings")


def test_every_statement_is_retold_contradicted_and_has_something_beside_it(task):
    """Two retellings, three contradictions with their kind, two others, and no statement twice."""
    stories = list(task.read_lines(task.DATA))
    assert len({story["statement"] for story in stories}) == len(stories)
    for story in stories:
        assert [len(story[name]) for name in ("same", "contradicting", "beside")] == [2, 3, 2]
        assert all(item["kind"] and item["text"] for item in story["contradicting"])


def test_one_in_ten_is_held_out(task):
    """What is measured is a tenth, chosen by the words alone."""
    share = len(task.held_out()) / len(list(task.read_lines(task.DATA)))
    assert 0.07 < share < 0.13
