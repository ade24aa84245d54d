"""Promises about clauses that tell two occurrences of a thing: their times, places and figures are no conflict."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.comparisons import Relation
from variorum.model.reports import Report

_OPENING = "The guild of Orvel met in its old hall."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another one is acted on
        (
            "Mayor Jon Rask endorsed Ada Lorn for the governorship on Tuesday.",
            "Mayor Jon Rask endorsed Otto Brehm for the governorship in 2008.",
        ),
        # one tells the deed, the other tells of it
        (
            "Jon Rask resigned from the guild on Tuesday, following many complaints about his bills.",
            "In a video in December announcing his resignation, Jon Rask continued to deny the complaints.",
        ),
        # the time of the telling
        (
            "The guild passed a resolution on Monday that praised the old motto.",
            "The resolution of the guild on the old motto feeds nobody, the mayor said Tuesday.",
        ),
        # a date that is a name
        (
            "Fifteen of the 19 pilots of the May 4 crash were from Halm.",
            "Fifteen of the pilots of 12 March were from Halm.",
        ),
    ],
)
def test_two_occasions(conflict_slots, one: str, other: str) -> None:
    """Two deeds of one kind, a deed and its telling, and dates in names do not conflict in time."""
    assert "time" not in conflict_slots(f"{_OPENING} {one}", f"{_OPENING} {other}")


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        ("The gulls of the cape died out 190 million years ago.", "They died out 220 million years ago.", "time"),
        (
            "It was the treasurer's driver who carried the letters to a flat in Kelmin.",
            "A clerk had delivered them to an apartment in Kelmin, the court heard.",
            "actor",
        ),
        ("The deficit of the guild will be 2.1 per cent.", "The gap amounts to 3.4 per cent.", "quantity"),
    ],
)
def test_one_occasion(conflict_slots, one: str, other: str, slot: str) -> None:
    """What is told of one occurrence in other words conflicts in the slot that differs."""
    assert slot in conflict_slots(f"{_OPENING} {one}", f"{_OPENING} {other}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Of the ten smiths who met in the yard, six are new.",
            "The bill that 33 smiths voted for was read on Monday.",
        ),
        (
            "Two smiths of the guild, Ada Lorn and Jon Rask, called for a vote.",
            "Three smiths of the guild — Otto Brehm, Ida Moor and Karl Wenn — called for a vote.",
        ),
    ],
)
def test_two_crowds(conflict_slots, one: str, other: str) -> None:
    """Figures of people whom a clause defines or whom the reports name one by one are not held against each other."""
    assert "quantity" not in conflict_slots(f"{_OPENING} {one}", f"{_OPENING} {other}")


@pytest.mark.parametrize(
    ("one", "other", "slots"),
    [
        ("Police arrested the baker Lena Orr on Monday.", "The baker Lena Orr was arrested on Wednesday.", {"time"}),
        ("The choir sang for the baker Lena Orr on Monday.", "The choir sang for Lena Orr on Wednesday.", set()),
    ],
)
def test_two_reports_of_two_days_tell_one_deed_where_it_happens_once(one: str, other: str, slots: set[str]) -> None:
    """Each report may tell of its own day, but nobody is arrested again two days later."""
    days = zip((one, other), ("2024-05-14", "2024-05-16"), strict=True)
    reports = [Report(day, f"{_OPENING} {text}", published=day) for text, day in days]
    units = flow.compare(reports, keep=False).units
    assert {str(unit.slot) for unit in units if unit.relation is Relation.CONTRADICTS} == slots
