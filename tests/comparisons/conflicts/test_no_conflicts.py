"""Promises about what looks like a conflict and is none: told by both, of a part, of before, of somebody else."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.comparisons import Relation
from variorum.model.reports import Report


def slots(one: str, other: str) -> list[str]:
    """Return the slots of the conflicts that two reports with these texts are shown with."""
    reports = [Report(str(number), text, published="2024-05-15") for number, text in enumerate((one, other))]
    comparison = flow.compare(reports, keep=False)
    return [str(unit.slot) for unit in comparison.units if unit.relation is Relation.CONTRADICTS]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Police arrested a male suspect in Orvel on Monday. The bridge was closed for an hour.",
            "Police made an arrest in Orvel on Monday. Buses stood still until noon.",
        ),
        (
            "Earlier the mayor of Brill had refused to apologise for the letter. The hall was full.",
            "The mayor of Brill apologised for the letter on Friday. It rained all day.",
        ),
        (
            "Of the nine deputies who met in the lobby, four want a new vote. The session ran late.",
            "The motion passed with 41 deputies in favour of a new vote. Nobody spoke for long.",
        ),
        (
            "The bill on harbours passed the Diet of Lorn on Friday. Flags were hung out.",
            "The Diet of Lorn approved the bill on harbours on Friday. A choir sang.",
        ),
        (
            "Eighteen people were critically injured in the fire at Orvel. The bridge was closed for an hour.",
            "About 100 people were injured in the fire at Orvel on Monday. Buses stood still until noon.",
        ),
        (
            "The lorry that hit the mill in Brill was 45 feet long. The hall was full.",
            "A baker of Brill stood 15 feet away from the lorry that hit the mill. It rained all day.",
        ),
        (
            "There is not yet a vaccine to be had in Lorn. Schools stay open.",
            "There is still no vaccine in Lorn. The ferries run as usual.",
        ),
    ],
)
def test_what_both_can_tell_is_no_conflict(one: str, other: str) -> None:
    """A suspect in custody, an earlier refusal, a part of a whole and two denials contradict nothing."""
    assert slots(one, other) == []


def test_what_one_report_tells_both_ways_is_no_conflict_of_two() -> None:
    """Where a report prints both sides itself, the other one, which prints them too, does not contradict it."""
    both = '"I am going to sell the mill. I am not going to sell the mill," Jon Rask said.'
    assert slots(f"{both} The rain had stopped.", f"{both} A band played.") == []


def test_whoever_says_i_is_not_the_outlet() -> None:
    """A sentence in the first person without a speaker is nobody's denial of what a named person tells."""
    one = "Lorna Vick said she served in the navy. Although I did not serve in the navy, I respect it."
    assert "polarity" not in slots(one, "The ferry to Brill was late. Tickets cost six crowns.")
