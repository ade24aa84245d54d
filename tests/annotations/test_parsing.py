"""Where sentences begin, before the parser decides on the rest."""

from __future__ import annotations

import pytest

from variorum.annotations.parsing import load_pipeline


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Officers said that on Nov. 24 they seized a ship that on Oct. 19 took 600 tons of oil on board.", 1),
        ("ULMEN, Norway (Odda Post) — A ferry ran aground on rocks off Lantrey on Monday night, police said.", 1),
        ("The ship called there on Oct. 3. Then 12 people left it.", 2),
    ],
)
def test_no_sentence_begins_inside_a_date_or_at_a_comma(text, sentences):
    """A shortened month before its day and a place in capitals before a comma end no sentence."""
    assert len(list(load_pipeline()(text).sents)) == sentences
