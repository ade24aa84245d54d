"""Promises on intents: saying what one will do is an event of its own, beside the deed that is to come."""

from __future__ import annotations

import pytest

from variorum.model.annotations import INTENT, Factuality


@pytest.fixture(scope="module")
def intents(annotate_text):
    """Return a function: text to (type, names of who acts and who is acted on) of the intents in it."""

    def read(text):
        annotated = annotate_text(text)
        names = {entity.id: entity.name for entity in annotated.entities}
        return [
            (event.type, [names[entity] for entity in event.source], [names[entity] for entity in event.target])
            for event in annotated.events
            if event.rule == INTENT
        ]

    return read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway will meet Poland in Vienna.", "AGREE"),
        ("Norway said that it would help Poland.", "AGREE"),
        ("Norway will not meet Poland.", "REJECT"),
        ("Norway will attack Poland.", "THREATEN"),
    ],
)
def test_a_promise_a_refusal_and_a_threat_are_told_by_will(intents, text, kind):
    """The word "will" with a deed of cooperation is AGREE, "will not" REJECT, and with a deed of conflict THREATEN."""
    assert intents(text) == [(kind, ["Norway"], ["Poland"])]


@pytest.mark.parametrize(
    "text", ["If Norway will meet Poland, Hungary is glad.", "Norway met Poland.", "Poland will be attacked by Norway."]
)
def test_conditions_facts_and_passives_tell_no_intent(intents, text):
    """Nothing is announced by a condition, by what happened, or by those to whom it will be done."""
    assert intents(text) == []


def test_the_deed_stands_beside_its_announcement_and_alone_is_compared(annotate_text):
    """Of "will meet" the meeting is to come; rows of the comparison are made from it, not from the announcement."""
    deed, intent = sorted(annotate_text("Norway will meet Poland.").events, key=lambda event: event.rule == INTENT)
    assert (deed.type, deed.factuality, deed.compared) == ("CONSULT", Factuality.FUTURE, True)
    assert (intent.type, intent.compared) == ("AGREE", False)


@pytest.mark.parametrize(
    ("text", "lemma", "telling"),
    [
        ("Norland agreed to withdraw its troops from Velisk.", "withdraw", "AGREE"),
        ("The Norland government refused to meet the envoy of Arvona.", "meet", "REJECT"),
        ("President Reyes will visit Arvona on Tuesday.", "visit", "AGREE"),
        ("Norland threatened to bomb the harbour of Arvona.", "bomb", "THREATEN"),
    ],
)
def test_what_is_only_said_is_coded_once(annotate_text, text, lemma, telling):
    """A deed that is promised, refused or threatened is counted as the promise, refusal or threat alone."""
    events = {event.id: event for event in annotate_text(text).events}
    deed = next(event for event in events.values() if event.lemma == lemma)
    assert (deed.coded_type, deed.coded_mode, events[deed.told_by].type) == ("OTHER", None, telling)
    assert deed.type != "OTHER"


def test_what_took_place_is_coded_itself(annotate_text):
    """A deed that was agreed to and done is counted as done."""
    events = annotate_text("Norland agreed to a truce on Monday and withdrew its troops from Velisk on Tuesday.").events
    assert next(event for event in events if event.lemma == "withdraw").told_by is None
