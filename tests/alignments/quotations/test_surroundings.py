"""Promises on surroundings: what they rule out could not have been one utterance."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.alignments.quotations.aligning import quotation_pairings
from variorum.model.reports import Report
from variorum.stories.gathering import gather_story

LEFT = (
    "The ferry terminal at Torvik burned down on Monday. “We heard two bangs before the roof came down,” said Ines"
    " Halvard, the harbour master. She denied that fuel had been stored there. Mayor Olav Brenn said that the town"
    " would rebuild it within a year. “Nobody was inside, and that is a miracle,” he told the Sund Mail. The police"
    " said that two men were being questioned."
)
RIGHT = (
    "Two bangs were heard before the roof of Torvik's terminal collapsed, the harbour master Ines Halvard said."
    " According to her no fuel was kept in it. The mayor called it a miracle that nobody had been inside. Olav Brenn"
    " promised a new terminal in twelve months. “Two men are being questioned,” a police spokeswoman said."
)


@pytest.fixture(scope="module")
def pairing():
    """Return the quoted sentences of two reports."""
    reports = [Report(name, text, language="en") for name, text in (("a", LEFT), ("b", RIGHT))]
    gathered = gather_story([flow.annotate(report, keep=False) for report in reports], story_id="s", title=None)
    (made,) = quotation_pairings(*flow.align_told(gathered))
    return made


def test_no_pair_that_is_likely_by_its_words_is_ruled_out_before_they_are_read(pairing):
    """All candidates whose chance is enough are among those that are looked at, and most others are not."""
    candidates = pairing.candidates()
    likely = pairing._likely()
    assert {pair for pair in candidates if pairing.score(pair) >= 0.35} <= set(likely) <= set(candidates)
    assert len(likely) < len(candidates)


def test_what_is_known_of_many_pairs_at_once_is_what_is_known_of_each(pairing):
    """A pair has the same features whether it is read alone or among others."""
    pairs = pairing.candidates()
    together = pairing._know(pairs)
    for number, pair in enumerate(pairs):
        assert together.of(number) == pairing._know([pair]).of(0)
