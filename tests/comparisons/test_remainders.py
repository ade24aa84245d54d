"""What is left of a sentence that several reports tell is shown where no row of the sentence tells it."""

from __future__ import annotations

import pytest

BRIDGE = "The old bridge in Velmora collapsed on Tuesday after a barge struck its pillar, the mayor Ana Reyes said."


def alone(comparison):
    """Return the words of the rows that the second report tells alone."""
    return [unit.readings[0].text for unit in comparison.units if unit.relation == "only" and "A" in unit.not_mentioned]


@pytest.mark.parametrize(
    ("tail", "told"),
    [
        ("and divers searched the muddy river for the missing captain all night", True),
        ("as all the pictures show", False),
    ],
)
def test_clause_left_of_a_shared_sentence_is_told_by_one_where_it_tells_something(compare_texts, tail, told):
    """A clause of its own words has a row; one with hardly a word that carries something has none."""
    other = f"The old bridge in Velmora collapsed on Tuesday after a barge struck its pillar, {tail}."
    comparison = compare_texts(BRIDGE, other)
    assert any(tail.split(maxsplit=1)[1] in words for words in alone(comparison)) is told


def test_clause_that_the_other_passage_of_its_row_has_is_not_told_by_one(compare_texts):
    """What the other report tells in the very sentence beside it is no row of one report."""
    other = "A barge struck the pillar of the old bridge in Velmora, and the old bridge collapsed on Tuesday."
    assert not any("collapsed" in words or "barge" in words for words in alone(compare_texts(BRIDGE, other)))
