"""What a parser hangs in the wrong place and is put right."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.reports import Report


def told(text: str) -> tuple[list[str | None], list[tuple[str, str | None]]]:
    """Return the words of the times of the sayings, and of every event its trigger and time."""
    annotated = flow.annotate(Report("r", text, published="2026-05-20", language="en", outlet="o"), keep=False)
    words = {time.id: time.text for time in annotated.times}
    said = [words.get(quotation.said_time or "") for quotation in annotated.quotations]
    return said, [(event.trigger.text_of(text), words.get(event.time or "")) for event in annotated.events]


@pytest.mark.parametrize(
    ("text", "said", "event"),
    [
        ("Police said on Tuesday they had arrested a man on Monday.", "Tuesday", ("arrested", "Monday")),
        ("Police said on Tuesday two men had died.", "Tuesday", ("died", None)),
        ("Officials said Monday 12 people had drowned.", "Monday", ("drowned", None)),
        ("The bank said on May 3 it had sold its yacht.", "May 3", ("sold", None)),
        ("The union said the same day that pay had not risen since 2013.", "the same day", ("risen", "2013")),
    ],
)
def test_a_day_behind_a_verb_of_saying_is_that_of_the_saying(text, said, event):
    """The day right behind "said" dates the saying, whatever follows."""
    sayings, events = told(text)
    assert sayings == [said]
    assert event in events


def test_a_day_that_something_is_said_of_stays_where_it_is():
    """In "said Tuesday was a good day" the day is what was spoken of."""
    assert told("He said Tuesday was a good day.")[0] == [None]
