"""Other names: a person whom two reports name otherwise is shown, two persons and short forms are not."""

from __future__ import annotations

import pytest

from variorum.model.comparisons import Relation, Slot


def _values(compare_texts, one, other):
    """Return the values of the conflicts of actor of two reports."""
    return [
        {reading.value for reading in unit.readings}
        for unit in compare_texts(one, other).units
        if unit.relation is Relation.CONTRADICTS and unit.slot is Slot.ACTOR
    ]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "A fire destroyed the mill of Osten on Monday. Jon Harell of the fire brigade saw the smoke.",
            "The mill of Osten burned down on Monday. The roof fell in, said John Harell of the fire brigade.",
            {"Jon Harell", "John Harell"},
        ),
        (
            "Mara Dell won the race on Monday. She thanked her trainer, Ivo Lorm.",
            "Mara Dell won the race on Monday. Ivo Lorn, her trainer, was in tears.",
            {"Ivo Lorm", "Ivo Lorn"},
        ),
        (
            "The poet Tal Brun died at his home on Friday, his grandson Rob Harell said. He was 81.",
            "The poet Tal Brun died at his home on Friday, his grandson Nick Harell said. His books sold well.",
            {"Rob Harell", "Nick Harell"},
        ),
    ],
)
def test_a_person_with_two_names_is_a_conflict_of_actor(compare_texts, one, other, values):
    """Another spelling of a name is shown wherever it stands, another given name where both reports tell the same."""
    assert values in _values(compare_texts, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A fire destroyed the mill of Osten on Monday. Rob Harell saw the smoke.",
            "The mill of Osten burned down on Monday. The roof fell in, said Robert Harell.",
        ),
        (
            "A fire destroyed the mill of Osten on Monday. Bill Harell saw the smoke.",
            "The mill of Osten burned down on Monday. The roof fell in, said William Harell.",
        ),
        (
            "A fire destroyed the mill of Osten on Monday. Jon Harell and John Harell saw the smoke.",
            "The mill of Osten burned down on Monday. The roof fell in, said John Harell.",
        ),
        (
            "A fire destroyed the mill of Osten on Monday. Ada Harell saw the smoke.",
            "The mill of Osten burned down on Monday. The roof fell in, said Mayor Harell.",
        ),
    ],
)
def test_short_forms_titles_and_two_persons_are_no_conflict(compare_texts, one, other):
    """A short form and a title are no other name, and a report that has both names tells of two people."""
    assert not _values(compare_texts, one, other)
