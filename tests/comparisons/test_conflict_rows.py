"""Promises on conflict rows: one question of number is one row, and a reader sees what differs."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.comparisons import Relation, Slot
from variorum.model.reports import Report

FIRST = "A ferry sank off Torvik on Monday. Nine people died, the coast guard said. Forty people were injured."
SECOND = "Twelve people died when a ferry sank off Torvik on Monday. The coast guard said that sixty were injured."
THIRD = "A ferry sank off Torvik on Monday and seven people died. The mayor, Olav Brenn, spoke of a black day."


def _conflicts(*texts):
    reports = [Report(str(number), text, language="en") for number, text in enumerate(texts)]
    units = flow.compare(reports, keep=False).units
    return [unit for unit in units if unit.relation is Relation.CONTRADICTS]


def _values(unit):
    return {(reading.siglum, reading.value) for reading in unit.readings if reading.value}


def test_three_numbers_of_one_thing_are_one_row():
    """Who counts the dead otherwise than two others stands in one row with both."""
    counts = [_values(unit) for unit in _conflicts(FIRST, SECOND, THIRD) if unit.slot is Slot.QUANTITY]
    assert {("A", "Nine"), ("B", "Twelve"), ("C", "seven")} in counts
    assert len(counts) == 2


def test_the_dead_and_the_hurt_are_two_rows():
    """Two counts of two things stay apart, even where a report has both in one sentence."""
    texts = (
        "A ferry sank. Nine people died and forty were injured.",
        "A ferry sank. Twelve died and sixty were injured.",
    )
    rows = [_values(unit) for unit in _conflicts(*texts)]
    assert {("A", "Nine"), ("B", "Twelve")} in rows
    assert {("A", "forty"), ("B", "sixty")} in rows


def test_a_headline_that_counts_the_same_dead_is_in_the_row_of_the_text():
    """The same two figures of one thing in a headline and in a sentence are one question."""
    one = (
        "Ferry disaster kills nine people\n\nA ferry sank off Torvik on Monday. At least nine people died, police said."
    )
    two = "Ferry disaster kills twelve people\n\nA ferry sank off Torvik on Monday. Twelve people died, police said."
    assert len([unit for unit in _conflicts(one, two) if unit.slot is Slot.QUANTITY]) == 1


@pytest.mark.parametrize("day", ["26 June", "Monday"])
def test_no_row_has_one_value_on_both_sides(day):
    """Where both reports give the same day in the same words nothing differs."""
    one = f"The council will close the old bridge at Torvik on {day}. Ferries go on."
    two = f"Torvik's old bridge, the council had said, was to close on {day}. Ferries go on."
    assert not [unit for unit in _conflicts(one, two) if unit.slot is Slot.TIME]


def test_what_is_left_open_is_said_to_be():
    """A row that sets a fact against a rumour says which report tells which."""
    one = "A cold wind blew over the market. Roke fled to Brazil. Bread is dearer."
    two = "The lake was frozen. Tickets for the zoo cost six crowns. Roke is said to have fled to Brazil."
    (row,) = (unit for unit in _conflicts(one, two) if unit.slot is Slot.CERTAINTY)
    assert _values(row) == {("A", "told as fact"), ("B", "left open")}


def test_the_order_of_the_reports_changes_no_row():
    """One row for one question has the same readings and the same layer whichever report comes first."""
    rows = [
        sorted(
            (unit.layer, unit.slot, sorted(reading.text for reading in unit.readings)) for unit in _conflicts(*texts)
        )
        for texts in ((FIRST, SECOND, THIRD), (THIRD, SECOND, FIRST))
    ]
    assert rows[0] == rows[1]
