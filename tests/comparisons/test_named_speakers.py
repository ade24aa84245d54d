"""Promises about who is given as the speaker of the same words."""

from __future__ import annotations

import pytest

_OPENING = "The mill at Orvel burned down on Monday. Nobody was hurt."


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
        (
            "“We had oiled the wheel only last week,” said the miller Jon Rask.",
            "“We had oiled the wheel only last week,” the treasurer of the guild, Ada Lorn, mused.",
        ),
        (
            "Peter Lindqvist leads the mill. “We had oiled the wheel only last week,” he said.",
            "“We had oiled the wheel only last week,” said the cook Ada Lorn, while Peter Lindqvist poured tea.",
        ),
    ],
)
def test_the_same_words_of_two_people(conflict_slots, one: str, other: str) -> None:
    """Nearly the same words in marks, given to two people by name, are a conflict of attribution."""
    assert "attribution" in conflict_slots(f"{_OPENING} {one}", f"{_OPENING} {other}")


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
            "Peter Lindqvist leads the mill. “We had oiled the wheel only last week,” he said.",
            "“We had oiled the wheel only last week,” said the cook Ada Lorn.",
        ),
        (
            "Peter Lindqvist leads the mill, and Ada Lorn cooks. “We had oiled the wheel only last week,” she said.",
            "“We had oiled the wheel only last week,” said the cook Ada Lorn, while Peter Lindqvist poured tea.",
        ),
        (
            "“We had oiled the wheel only last week,” said the miller, Jon Rask.",
            "“The wheel will turn again before the harvest is in,” the guild's treasurer, Ada Lorn, said.",
        ),
    ],
)
def test_one_speaker_named_otherwise(conflict_slots, one: str, other: str) -> None:
    """A speaker without a name, or with a part of it, one whom a pronoun may mean, and other words are no conflict."""
    assert "attribution" not in conflict_slots(f"{_OPENING} {one}", f"{_OPENING} {other}")
