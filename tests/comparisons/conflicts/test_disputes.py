"""Promises about disputes: what one speaker tells and another denies, within one report and across two."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.comparisons import Relation, Unit
from variorum.model.reports import Report

BESIDE = "The ferry to Brill was late. Tickets for the zoo cost six crowns."


def disputes(*texts: str) -> list[Unit]:
    """Return the conflicts about whether a thing is so of reports with these texts."""
    reports = [Report(str(number), text, published="2024-05-15") for number, text in enumerate(texts)]
    comparison = flow.compare(reports, keep=False)
    return [unit for unit in comparison.units if unit.relation is Relation.CONTRADICTS and unit.slot == "polarity"]


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        (
            "The shipping line Norda sold rotten grain to the army, the weekly Lantern wrote.",
            "The director of Norda said that charges of Norda selling rotten grain to the army were baseless.",
        ),
        (
            "The opposition attacked the mayor for refusing to meet the nurses.",
            "A spokesman rejected reports that the mayor had refused a meeting with the nurses.",
        ),
    ],
)
def test_a_report_that_gives_a_claim_and_its_denial_shows_both(claim: str, denial: str) -> None:
    """Where one speaker denies what another one tells in the same report, both passages stand side by side."""
    first = f"{claim} The harbour was closed for an hour. {denial}"
    units = disputes(first, BESIDE)
    assert len(units) == 1
    assert units[0].within is not None
    assert len(units[0].readings) == 2


def test_a_denial_in_marks_answers_the_other_report() -> None:
    """What one report tells and somebody in the other one denies in his own words is a conflict across both."""
    one = "Adam Roke sold the paintings of the museum. The museum opened in 1904."
    other = '"I never sold the paintings of the museum," Adam Roke told reporters. It rained all day.'
    assert [unit.within for unit in disputes(one, other)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The council will raise the rent, the mayor said. The tenants' union has not raised its fees, its clerk said.",
        "Instead of sailing to Brill, the Orla carried coal, the owner said. The Orla carried coal, the master said.",
        "Lorna Vick said that she had not read the letter. Lorna Vick said that she reads many letters from fans.",
    ],
)
def test_two_things_are_no_dispute(text: str) -> None:
    """A denial of another thing, and what one speaker says of herself, are no dispute."""
    assert not disputes(text, BESIDE)


def test_a_dispute_is_told_once() -> None:
    """A claim that is denied in its own report is not set against the same denial once more."""
    claim = "The shipping line Norda sold rotten grain to the army, the weekly Lantern wrote."
    denial = "The director of Norda said that charges of Norda selling rotten grain to the army were baseless."
    units = disputes(f"{claim} {denial}", f"{BESIDE} Norda sold rotten grain to the army, said a farmer.")
    assert len(units) == 1


def test_a_denial_in_so_many_words_answers_the_claim_that_it_can_answer() -> None:
    """Who denies a swap answers whoever tells of the swap, not the sentence that merely sounds more like it."""
    units = disputes(
        "The 21 pilots of Orla came home. The pilots of Orla were exchanged for four smugglers near the border, "
        "a guard said. The minister Lai Rask denied that the 21 pilots of Orla were exchanged for smugglers.",
        BESIDE,
    )
    assert len(units) == 1
    assert any("near the border" in reading.text for reading in units[0].readings)


def test_a_claim_and_its_denial_may_share_a_sentence() -> None:
    """Two speakers who contradict each other in one sentence are shown like those in two."""
    units = disputes(
        "Ada Lorn said that the mill had dumped oil in the lake, but the owner Jon Rask denied that the mill dumped "
        "oil in the lake. It rained all day.",
        BESIDE,
    )
    assert len(units) == 1
    assert units[0].within is not None
