"""Promises of how when and where are measured."""

from __future__ import annotations

import pytest

_TEXT = "A mill burned in Graz on Monday. That evening bakers sang. The mayor thanked them on Tuesday."


@pytest.fixture(scope="module")
def task(bench_module):
    """Return the module ``bench/tasks_when_and_where.py``."""
    return bench_module("tasks_when_and_where")


def _span(words: str) -> list[int]:
    """Return where words of the text stand."""
    return [_TEXT.index(words), _TEXT.index(words) + len(words)]


@pytest.mark.parametrize(
    ("told", "gold", "right"),
    [("That evening", "Monday", True), ("Monday", "That evening", False), ("Tuesday", "Monday", False)],
)
def test_other_words_for_the_same_day_are_right(task, annotate_text, told, gold, right):
    """A part of the day that the gold names is right; a whole day for a part of one, and another day, are wrong."""
    annotated = annotate_text(_TEXT)
    time = next(time for time in annotated.times if time.text.endswith(told) or told.endswith(time.text))
    assert task.is_then(time, _span(gold), annotated) is right


def test_a_verb_without_words_that_are_said_has_the_time_of_its_event(task):
    """Thanking is no quotation: what dates the event dates the saying."""
    saying = {"span": _span("thanked"), "time": _span("Tuesday")}
    gold = {
        "id": "A",
        "published": None,
        "text": _TEXT,
        "reference": None,
        "places": [],
        "events": [],
        "sayings": [saying],
    }
    assert task.tally_stories([{"id": "r", "reports": [gold], "clashes": []}]).saying_time.hits == 1
