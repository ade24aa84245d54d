"""Ages: a person has one age in two reports, unless time lies between them."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.comparisons import Relation, Slot
from variorum.model.reports import Report


def conflicts(one, other, dates=(None, None)):
    """Return the conflicting rows of two reports."""
    reports = [Report(name, text, published=date) for name, text, date in zip("ab", (one, other), dates, strict=True)]
    return [unit for unit in flow.compare(reports, keep=False).units if unit.relation is Relation.CONTRADICTS]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A six-year-old boy fell into a well near Osten.", "A five-year-old boy fell into a well near Osten."),
        ("Jon Harel, 34, was arrested on Monday.", "Police led away Jon Harel (43) after a long chase."),
        ("Jon Harel, 34, was arrested.", "The crowd jeered at Jon Harel, 36, a baker."),
        ("Jon Harel was arrested. He was 34 years old.", "The crowd jeered at Jon Harel, 36, a baker."),
    ],
)
def test_another_age_of_one_person_is_a_conflict_of_quantity(one, other):
    """Two ages of one person, by what happened or by the name, stand side by side with the words that give them."""
    (unit,) = conflicts(one, other)
    assert unit.slot is Slot.QUANTITY
    assert all(reading.value.startswith("age ") for reading in unit.readings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jon Harel, 34, was arrested on Monday.", "Police led away Jon Harel (34) after a long chase."),
        ("Jon Harel, 34, was arrested on Monday.", "Jon Harel, 30 when he was at the time a baker, sold bread."),
        ("Jon Harel, 34, was arrested.", "Police led away the driver, aged thirty-four."),
    ],
)
def test_one_age_or_one_of_another_time_is_no_conflict(one, other):
    """The same age in other words, and an age that somebody had once, exclude nothing."""
    assert not conflicts(one, other)


def test_reports_of_different_months_may_have_a_birthday_between_them():
    """Somebody grows older: reports of two years give two ages without a conflict."""
    one, other = "Jon Harel, 34, was arrested.", "Police led away Jon Harel, 35, in the morning."
    assert not conflicts(one, other, ("2020-05-01", "2021-03-01"))


def test_a_report_that_gives_two_ages_contradicts_itself():
    """Two ages of one person in one report are a conflict within it."""
    text = "Jon Harel, 34, was arrested on Monday. The court sent Jon Harel (43) to prison."
    (unit,) = conflicts(text, "A baker was arrested on Monday.")
    assert (unit.slot, unit.within) == (Slot.QUANTITY, "A")
