"""Promises on judgements: what somebody says against or for another is an event."""

from __future__ import annotations

import pytest

from variorum.model.annotations import Factuality


@pytest.fixture(scope="module")
def judged(annotate_text):
    """Return a function: text to type, source names, target names and factuality of its typed events."""

    def read(text):
        annotated = annotate_text(text)
        names = {entity.id: entity.name for entity in annotated.entities}
        return [
            (event.type, [names[one] for one in event.source], [names[one] for one in event.target], event.factuality)
            for event in annotated.events
            if event.coded_type != "OTHER"
        ]

    return read


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("The minister called Tom Bell a coward.", "ACCUSE", ["minister"], ["Tom Bell"]),
        ("Tom Bell described the Norland government as corrupt.", "ACCUSE", ["Tom Bell"], ["Norland government"]),
        ("The minister called Tom Bell a hero.", "SUPPORT", ["minister"], ["Tom Bell"]),
        ("Tom Bell is a coward, Ana Reyes said.", "ACCUSE", ["Ana Reyes"], ["Tom Bell"]),
        ("The report is not accurate, Tom Bell said.", "REJECT", ["Tom Bell"], []),
        ("Ana Reyes is angry at Norland.", "ACCUSE", ["Ana Reyes"], ["Norland"]),
    ],
)
def test_blame_praise_and_denial_are_events_of_who_utters_them(judged, text, kind, source, target):
    """Words that evaluate, given to somebody by name or said of them, tell ACCUSE, SUPPORT or REJECT."""
    assert judged(text) == [(kind, source, target, Factuality.ASSERTED)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister called Tom Bell a lawyer.",
        "Tom Bell is not a coward, Ana Reyes said.",
        "Tom Bell would be a coward if he left, Ana Reyes said.",
        "I am a coward, Tom Bell said.",
    ],
)
def test_plain_denied_and_supposed_words_judge_nobody(judged, text):
    """A word that does not evaluate, is denied, is only supposed or is said of oneself is no event."""
    assert judged(text) == []
