"""Answers: short reports of one meaning."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.errors import VariorumError
from variorum.model.comparisons import Relation
from variorum.model.reports import Report


def relations(*texts):
    """Return the relations of the shared rows of reports with these texts."""
    comparison = flow.compare([Report(f"r{n}", text) for n, text in enumerate(texts)], keep=False)
    return {unit.relation for unit in comparison.units} - {Relation.ONLY}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("largest shareholder", "biggest shareholder"),
        ("until May 2031", "May 2031"),
        ("to cut the price of fuel", "bring down fuel prices"),
    ],
)
def test_answers_of_one_meaning_agree(one, other):
    """Two answers that say the same in few words stand in one row, though neither has a verb."""
    assert Relation.AGREES in relations(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("three more years", "two more years"), ("Finland", "Norway"), ("the cost of fuel", "a quarrel of two ministers")],
)
def test_other_figures_countries_and_things_are_other_answers(one, other):
    """Answers with other figures, of other countries or about something else do not agree."""
    assert Relation.AGREES not in relations(one, other)


def test_a_claim_can_be_told_in_the_same_words_by_two():
    """Two reports of the same few words are two witnesses; longer equal texts are one report."""
    assert relations("Norway", "Norway") == {Relation.AGREES}
    long = "The harbour of Velisk was closed on Monday after a ferry had run aground on a bank of sand there."
    with pytest.raises(VariorumError, match="C001"):
        flow.compare([Report("a", long), Report("b", long)], keep=False)
