"""Times of sayings that are told once for several."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.reports import Report


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ('The mayor spoke to reporters in Oslo on Monday. "We are ready," she said.', ["Monday"]),
        ('The mayor faced the press in Split on Monday. "This will not do," Toni Baric said.', ["Monday"]),
        ('Ana Kos said on Monday that the dam was safe. "Nobody is at risk," she added.', ["Monday", "Monday"]),
        ('Ana Kos said on Monday that the dam was safe. "It is not," said Pavel Holm.', ["Monday", None]),
        ('A bridge fell on Monday. "It was loud," said Pavel Holm.', [None]),
        ('The mayor spoke to reporters on Monday. "We are ready," she says.', [None]),
    ],
)
def test_a_saying_takes_the_day_of_the_speaker_or_the_occasion(text, times):
    """The same speaker goes on, or an occasion for speaking is told; another speaker and another event date nothing."""
    annotated = flow.annotate(Report("r", text, published="2026-05-20", language="en", outlet="o"), keep=False)
    words = {time.id: time.text for time in annotated.times}
    assert [words.get(quotation.said_time or "") for quotation in annotated.quotations] == times
