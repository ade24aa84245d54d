"""What a report speaks of that is nobody: noun phrases as entities beside the actors."""

from __future__ import annotations

import pytest

from variorum.annotations.entities.annotator import annotate_entities
from variorum.annotations.entities.things import annotate_things
from variorum.limits import LIMITS


@pytest.fixture(scope="module")
def things_of(draft_of):
    """Return a function: text to its things, as the words of their mentions."""

    def read(text):
        draft = draft_of(text)
        draft.entities = annotate_entities(draft)
        return [[text[m.start : m.end] for m in thing.mentions] for thing in annotate_things(draft)]

    return read


def test_a_thing_named_again_is_one(things_of):
    """The lower gate and the gate are one thing."""
    assert ["the lower gate", "the gate"] in things_of("Water broke the lower gate. Divers looked at the gate.")


def test_modifiers_tell_two_things_apart(things_of):
    """A police car and a rescue car are two things."""
    things = things_of("A police car burned. A rescue car came.")
    assert ["A police car"] in things
    assert ["A rescue car"] in things


def test_who_is_an_actor_is_no_thing(things_of):
    """Persons and bodies are entities, and none of them comes back as a thing."""
    things = things_of("Mayor Ana Reyes opened the bridge. The mayor smiled.")
    assert things == [["the bridge"]]


def test_a_name_before_the_noun_stays_the_name_of_its_own(things_of):
    """The ferry of a company that has a name is a thing, and the name is no part of it."""
    assert ["ferry"] in things_of("A Belmar Lines ferry ran aground near the quay on Monday.")


def test_things_stay_within_their_limit(things_of):
    """A text of nothing but nouns gives no more things than the limit says."""
    text = "The gate of the wall of the road of the lake burned. " * 1_500
    assert len(things_of(text)) <= LIMITS.things


def test_a_single_thing_of_a_state_is_a_thing(things_of):
    """A German trawler is one thing, the trawler of the next sentence; what is Germany's in general is told by it."""
    things = things_of("A German trawler sank off the quay. The trawler was old. German influence faded.")
    assert ["trawler", "The trawler"] in things
    assert not any("influence" in mention for mentions in things for mention in mentions)


def test_counted_things_of_a_state_are_things(things_of):
    """Five trawlers from a state are no more that state than one is."""
    assert ["trawlers"] in things_of("Two German trawlers sank.")


def test_a_word_used_as_a_noun_is_a_thing(things_of):
    """The wounded are spoken of as a noun is; what only describes is nothing by itself."""
    assert ["The wounded"] in things_of("The bus turned over. The wounded were taken to a clinic.")
    assert not any("wounded" in mention for thing in things_of("The men were wounded.") for mention in thing)
