"""Promises on events that have no type: what happens is found whatever the verb or noun."""

from __future__ import annotations

import pytest

from variorum.model.annotations import Factuality


@pytest.fixture(scope="module")
def told(annotate_text):
    """Return a function: text to its events without a type, by lemma."""

    def read(text):
        annotated = annotate_text(text)
        return {event.lemma: event for event in annotated.events if not event.typed}

    return read


@pytest.mark.parametrize(
    ("text", "lemma", "factuality"),
    [
        ("The duchess painted the boat in March.", "paint", Factuality.ASSERTED),
        ("The duchess did not paint the boat.", "paint", Factuality.NEGATED),
        ("The duchess plans to paint the boat in June.", "paint", Factuality.FUTURE),
        ("The duchess may paint the boat.", "paint", Factuality.POSSIBLE),
        ("If the duchess paints the boat, the cook will go.", "paint", Factuality.CONDITIONAL),
        ("The orchestra gave a concert in Bergen on Sunday.", "concert", Factuality.ASSERTED),
        ("A flash of light preceded the disappearance of the yacht.", "disappearance", Factuality.ASSERTED),
        ("The witness failed to appear before the panel in May.", "appear", Factuality.NEGATED),
        ("The guests may not have heard the alarm.", "hear", Factuality.POSSIBLE),
        ("No offer was ever made to keep the mill open.", "offer", Factuality.NEGATED),
        ("The fire in the old mill by the river was set by a clerk.", "set", Factuality.ASSERTED),
        ("Two weeks later, the regent called an election.", "call", Factuality.ASSERTED),
        ("Barring a breakdown, the tram will run.", "breakdown", Factuality.CONDITIONAL),
    ],
)
def test_whatever_happens_is_an_event_with_its_factuality(told, text, lemma, factuality):
    """A verb or noun without a PLOVER type tells an event, and whether it happened, was denied or is to come."""
    event = told(text)[lemma]
    assert (event.type, event.mode, event.factuality) == ("OTHER", None, factuality)


def test_an_event_without_a_type_has_its_time_place_and_participants(annotate_text, told):
    """Time, place and who acts are read for events without a type as for the others."""
    text = "Marta Kovacs painted the boat in Bergen on Sunday."
    annotated, event = annotate_text(text), told(text)["paint"]
    words = {item.id: text[item.start : item.end] for item in (*annotated.times, *annotated.places)}
    names = {entity.id: entity.name for entity in annotated.entities}
    assert (words[event.time], words[event.place]) == ("Sunday", "Bergen")
    assert [names[entity] for entity in event.source] == ["Marta Kovacs"]


@pytest.mark.parametrize(
    "text", ["The vineyard belongs to the duchess.", "The cook said that it was late.", "Nobody knows why."]
)
def test_states_thoughts_and_sayings_are_no_events(told, text):
    """Belonging, knowing and saying tell nothing that happens."""
    assert not told(text)


def test_the_verb_that_frames_an_event_is_none_itself(told):
    """Of "plans to paint" and "began painting" the painting alone is an event."""
    assert set(told("The duchess plans to paint the boat. The cook began painting the pans.")) == {"paint"}


def test_what_has_a_type_is_told_with_it_alone(annotate_text):
    """A word gives one event: "attacked" is an assault and no event without a type beside it."""
    annotated = annotate_text("Norway attacked Poland on Monday.")
    assert [(event.lemma, event.type) for event in annotated.events] == [("attack", "ASSAULT")]
