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


def test_clause_of_one_report_is_named_beside_the_row_of_its_sentence(compare_texts):
    """A sentence whose one half is shared has a row, and its other half stands among what one report tells."""
    other = "A barge struck the old bridge in Velmora on Tuesday, but the baker Otto Lind sold almond cakes all day."
    comparison = compare_texts(BRIDGE, other)
    assert any(unit.relation == "agrees" for unit in comparison.units)
    assert any("almond cakes" in words and "barge" not in words for words in alone(comparison))
    unit = next(unit for unit in comparison.units if unit.relation == "only" and "almond" in unit.readings[0].text)
    assert "another report tells something that its sentence tells" in unit.reasons[0]


def test_every_sentence_is_accounted_for(compare_texts):
    """Each sentence that tells something stands in a row of several reports or in one of what one report tells."""
    other = (
        BRIDGE + " Divers searched the river. Nobody knows why the barge had left its course. The school stays shut."
    )
    comparison = compare_texts(BRIDGE + " Trains go by Lindau until May.", other)
    for siglum, annotated in comparison.story.items():
        spans = [
            span
            for unit in comparison.units
            for reading in unit.readings
            if reading.siglum == siglum
            for span in reading.spans
        ]
        assert all(any(span.overlaps(sentence.span) for span in spans) for sentence in annotated.sentences)


def test_who_speaks_is_no_row_beside_the_words(compare_texts):
    """A quotation that one report has stands in its row with its speaker, who is told no second time."""
    said = "“Nobody warned the bakers of the flood,” the harbour master Otto Lind of Velmora said."
    words = alone(compare_texts(BRIDGE, f"The old bridge in Velmora collapsed on Tuesday. {said}"))
    assert any("bakers" in row for row in words)
    assert not any(row.startswith("the harbour master") for row in words)


def test_line_of_the_date_is_no_row(compare_texts):
    """When each of two reports was updated stands in both, and is nothing that they tell."""
    one, other = "Updated: Tuesday 14 May 2012 9:40", "Posted: Tuesday 14 May 2012 8:20"
    comparison = compare_texts(f"{one}\n\n{BRIDGE}", f"{other}\n\n{BRIDGE} Divers searched the river.")
    words = [reading.text for unit in comparison.units for reading in unit.readings]
    assert any("collapsed" in text for text in words)
    assert not any("9:40" in text or "8:20" in text for text in words)
