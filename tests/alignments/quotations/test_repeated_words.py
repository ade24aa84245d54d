"""Promises on repeated words: what one report has in marks and another in a sentence of its own."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.reports import Report

QUOTED = (
    "The bridge at Torvik closed on Monday. The lower span would stay shut “until further notice,” the council said."
    " A ferry takes cars to Sund. Ines Halvard, who runs it, said: “The queue reached the old mill before noon today.”"
)


def _joined(told):
    reports = [
        Report("a", QUOTED, outlet="Torvik Post", published="2024-05-07", language="en"),
        Report("b", told, outlet="Sund Mail", published="2024-05-07", language="en"),
    ]
    comparison = flow.compare(reports, keep=False)
    rows = [unit for unit in comparison.units if unit.layer == "quotation"]
    return [unit for unit in rows if len({reading.siglum for reading in unit.readings}) == 2]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Torvik has no bridge. The lower span is shut until further notice. Nobody was hurt.", "until further notice"),
        ("Torvik has no bridge. The queue reached the old mill before noon today. Nobody was hurt.", "the old mill"),
    ],
)
def test_words_in_marks_that_another_report_has_as_its_own_are_one_utterance(told, words):
    """A sentence with the very words that another report has in marks stands in the row of that quotation."""
    (unit,) = _joined(told)
    assert all(words in reading.text for reading in unit.readings)
    assert {reading.speaker is None for reading in unit.readings} == {True, False}


@pytest.mark.parametrize(
    "told",
    [
        "Torvik has no bridge. The school has no teacher, until further notice. Nobody was hurt.",
        "Torvik has no bridge. The queue for the ferry is long. Nobody was hurt.",
    ],
)
def test_words_of_another_matter_are_none(told):
    """Words in marks that stand beside another thing say nothing of where they are from."""
    assert not _joined(told)


def test_one_speaks_for_the_other():
    """What a body says in one report, in the other by a person named with it, is one utterance, told in own words."""
    reports = [
        Report(
            "a",
            "A seal left the Torvik Zoo on Monday. The seal climbed over a low wall and swam to the harbour, the Torvik"
            " Zoo said in a statement. The Torvik Zoo opened in 1931.",
            published="2024-05-07",
            language="en",
        ),
        Report(
            "b",
            "Ines Halvard of the Torvik Zoo spoke to reporters on Monday. The seal climbed over the low wall and swam"
            " into the harbour, zoo director Ines Halvard said. Halvard thanked the crew of a ferry.",
            published="2024-05-07",
            language="en",
        ),
    ]
    rows = [unit for unit in flow.compare(reports, keep=False).units if unit.layer == "quotation"]
    assert any("climbed" in unit.readings[0].text for unit in rows)
