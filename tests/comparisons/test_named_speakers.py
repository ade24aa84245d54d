"""Promises about who is given as the speaker of the same words."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.comparisons import Relation
from variorum.model.reports import Report

_OPENING = "The mill at Orvel burned down on Monday. Nobody was hurt."


def slots(one: str, other: str) -> set[str]:
    """Return the slots of the conflicts of two reports that begin alike."""
    reports = [Report(name, f"{_OPENING} {text}", published="2024-05-15") for name, text in (("a", one), ("b", other))]
    comparison = flow.compare(reports, keep=False)
    return {str(unit.slot) for unit in comparison.units if unit.relation is Relation.CONTRADICTS}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“We had oiled the wheel only last week,” said the miller, Jon Rask.",
            "“We had oiled the wheel only last week,” the guild's treasurer, Ada Lorn, said.",
        ),
        (
            "“We shall stay here until the council picks up the telephone,” said Jon Rask, a miller.",
            "“We will stay here until the council picks up the phone,” said Ada Lorn, who leads the guild.",
        ),
    ],
)
def test_the_same_words_of_two_people(one: str, other: str) -> None:
    """Nearly the same words in marks, given to two people by name, are a conflict of attribution."""
    assert "attribution" in slots(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“We had oiled the wheel only last week,” said Kelmin Mills Ltd.",
            "“We had oiled the wheel only last week,” said the miller, Jon Rask.",
        ),
        (
            "“We had oiled the wheel only last week,” said the miller, Jon Rask.",
            "“We had oiled the wheel only last week,” the miller said.",
        ),
        (
            "“We had oiled the wheel only last week,” said the miller, Jon Rask.",
            "“We had oiled the wheel only last week,” Mr Rask said.",
        ),
        (
            "“We had oiled the wheel only last week,” said the miller, Jon Rask.",
            "“The wheel will turn again before the harvest is in,” the guild's treasurer, Ada Lorn, said.",
        ),
    ],
)
def test_one_speaker_named_otherwise(one: str, other: str) -> None:
    """A speaker without a name, or with a part of it, and other words by another are no conflict."""
    assert "attribution" not in slots(one, other)
