"""Promises about what is judged a conflict by all that is known of two sentences."""

from __future__ import annotations

import pytest

import variorum
from variorum import flow
from variorum.comparisons.contests.differences import Difference
from variorum.comparisons.contests.judging import CONFLICT, TENSION
from variorum.comparisons.contests.weighing import chance_of, slot_chances, whole_chance
from variorum.model.comparisons import Relation, Slot
from variorum.model.reports import Report


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A trial over a sunken barge has ended in Orvel. The mate, Jon Rask, was acquitted.",
            "A trial over a sunken barge has ended in Orvel. The mate, Jon Rask, got eight months.",
        ),
        (
            "The dye works in Orvel had a fire. The back door was locked when the crew came.",
            "The dye works in Orvel had a fire. The back door stood open when the crew came.",
        ),
        (
            "A glider crashed near Halm. The pilot is still in hospital.",
            "A glider crashed near Halm. The pilot has gone home.",
        ),
    ],
)
def test_answers_that_exclude_each_other_are_a_conflict(conflict_slots, one: str, other: str) -> None:
    """Two reports that answer one question so that one of them must be wrong contradict each other."""
    assert "polarity" in conflict_slots(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A trial over a sunken barge has ended in Orvel. The mate, Jon Rask, was acquitted.",
            "A trial over a sunken barge has ended in Orvel. The court cleared the mate, Jon Rask.",
        ),
        (
            "A trial over a sunken barge has ended in Orvel. The mate, Jon Rask, was acquitted.",
            "A trial over a sunken barge has ended in Orvel. The owner, Mara Dell, got eight months.",
        ),
    ],
)
def test_answers_about_two_or_of_one_meaning_are_no_conflict(conflict_slots, one: str, other: str) -> None:
    """One answer in other words, and another answer about somebody else, contradict nothing."""
    assert not conflict_slots(one, other)


def test_what_no_weights_know_is_nothing() -> None:
    """A difference of a kind that was never judged has no chance of being a conflict."""
    unknown = Difference(Slot.ACTOR, None, None, "", {"bias": 1.0}, kind="of another kind")  # type: ignore[arg-type]
    assert chance_of(unknown) == 0.0
    assert 0.0 < TENSION < CONFLICT < 1.0


def test_a_second_signal_proposes_a_tension_and_no_conflict() -> None:
    """What a model of the user calls a contradiction stands apart: it is counted among no conflicts and in no row."""
    texts = ("A fair opened in Orvel. Jon Rask baked the bread.", "A fair opened in Orvel. Jon Rask bought the bread.")
    reports = [Report(f"r{number}", text, language="en") for number, text in enumerate(texts)]
    plain = flow.compare(reports, keep=False)
    comparison = variorum.compare(
        reports, keep=False, signal=lambda one, other: 0.9 * ("bread" in one and "bread" in other)
    ).comparison
    assert comparison.units == plain.units
    assert len(comparison.tensions) == len(plain.tensions) + 1
    assert {unit.relation for unit in comparison.tensions} == {Relation.UNCERTAIN}
    assert all("bread" in reading.text for reading in comparison.tensions[-1].readings)


def test_two_sentences_exclude_each_other_in_one_slot() -> None:
    """Of two sentences that differ the chances of all slots add up to one; what is left of both speaks for its slot."""
    times, places = ({"bias": 1.0, f"{name} left": 1.0, f"has {name[:-1]}": 1.0} for name in ("times", "places"))
    assert sum(slot_chances(times).values()) == pytest.approx(1.0)
    assert slot_chances(times)[Slot.TIME] > slot_chances(places)[Slot.TIME]
    assert slot_chances(places)[Slot.PLACE] > slot_chances(times)[Slot.PLACE]


@pytest.mark.parametrize(
    ("slot", "one", "other"),
    [
        ("time", "The rope was cut on Friday evening, the warden said.", "It was cut on Sunday, said the ferryman."),
        ("attribution", "“The rope was old,” said the warden.", "“The rope was old,” the ferryman, Per Lorn, said."),
    ],
)
def test_a_conflict_of_wholes_has_its_slot(conflict_slots, slot: str, one: str, other: str) -> None:
    """Sentences that exclude each other as wholes do so in the slot in which their words differ, if in any."""
    opening = "A ferry drifted off near Orvel with nine people on board."
    assert set(conflict_slots(f"{opening} {one}", f"{opening} {other}")) <= {slot}


def test_what_looks_alike_conflicts_less_likely_in_long_reports() -> None:
    """The more pairs of sentences two reports have, the more must speak for two of them excluding each other."""
    traits = {"bias": 1.0, "near": 0.8, "linked": 1.0, "score": 0.9}
    difference = Difference(Slot.POLARITY, None, None, "", traits, kind="denial")  # type: ignore[arg-type]
    for chance in (
        [whole_chance(traits, pairs) for pairs in (1, 18, 60, 200)],
        [chance_of(difference, pairs) for pairs in (1, 18, 60, 200)],
    ):
        assert chance[0] == chance[1] > chance[2] > chance[3] > 0.0
