"""Promises on retellings: what one report quotes and another tells in a sentence of its own."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.comparisons import Relation
from variorum.model.reports import Report

QUOTED = (
    "The mill at Torvik stood still on Monday. “Forty of my people are sick, and the wheel will not turn,” said Ines"
    " Halvard, who owns it. The council met in the evening. A new road was opened in Sund."
)


def _quotation_rows(told):
    reports = [
        Report("a", QUOTED, outlet="Torvik Post", published="2024-05-07", language="en"),
        Report("b", told, outlet="Sund Mail", published="2024-05-07", language="en"),
    ]
    comparison = flow.compare(reports, keep=False)
    return [unit for unit in comparison.units if unit.layer == "quotation" and unit.relation is not Relation.ONLY]


@pytest.mark.parametrize(
    "told",
    [
        "Torvik has no flour. Ines Halvard put the number of her sick people at forty. The road to Sund is open.",
        "For Ines Halvard the reason is plain: forty of her workers are sick and the wheel cannot turn. Sund is quiet.",
    ],
)
def test_a_sentence_of_its_own_joins_what_is_quoted(told):
    """A sentence that tells what another report quotes stands in the row of the quotation, spoken by nobody."""
    (unit,) = _quotation_rows(told)
    assert len({reading.siglum for reading in unit.readings}) == 2
    own = next(reading for reading in unit.readings if reading.text.rstrip(".") not in QUOTED)
    assert "forty" in own.text
    assert own.speaker is None


def test_a_number_that_a_retelling_alters_is_a_conflict():
    """What a report quotes and another one retells with another number is altered."""
    (unit,) = _quotation_rows(
        "Ines Halvard put the number of sick people at sixty, and the wheel would not turn. The road to Sund is open."
    )
    assert unit.relation is Relation.CONTRADICTS


@pytest.mark.parametrize(
    "told",
    [
        "Ines Halvard has bought a second mill in Sund. The road is open.",
        "Torvik has no flour. Forty sacks were left at the mill, and the wheel was painted. The road to Sund is open.",
    ],
)
def test_other_sentences_join_nothing(told):
    """What a report tells of the speaker or of her matter otherwise is no utterance of hers."""
    assert not _quotation_rows(told)
