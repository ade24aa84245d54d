"""Promises about conflicts between short reports."""

from __future__ import annotations

_OPENING = "The footbridge at Orvel gave way on Monday. Nobody was on it."
_SAID = "“The planks were sound, we had walked them the day before,”"


def test_two_people_who_are_described_otherwise_are_two_speakers(conflict_slots) -> None:
    """Words that one report gives to an engineer and the other one to a minister are a conflict of attribution."""
    one = f"{_OPENING} {_SAID} said the engineer of the guild."
    other = f"{_OPENING} {_SAID} the minister of works told the council."
    assert "attribution" in conflict_slots(one, other)


def test_a_name_and_a_description_may_be_one_speaker(conflict_slots) -> None:
    """A report that names nobody does not contradict the one that does."""
    one = f"{_OPENING} {_SAID} said Ada Lorn."
    other = f"{_OPENING} {_SAID} the engineer of the guild said."
    assert "attribution" not in conflict_slots(one, other)


def test_two_sentences_with_nothing_in_common_are_no_conflict(conflict_slots) -> None:
    """What is told in passing of two things, in one place of either report, is no conflict."""
    one = "A cold wind blew over the market. Roke fled to Brazil. Bread is dearer."
    other = "The lake was frozen. Tickets for the zoo cost six crowns. Roke is said to have fled to Brazil."
    assert "place" not in conflict_slots(one, other)
