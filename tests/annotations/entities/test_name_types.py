"""Promises on the types of one name within a report."""

from __future__ import annotations

import pytest

from variorum.annotations.entities.name_types import settle_types
from variorum.annotations.entities.phrases import Found
from variorum.model.annotations import EntityType, MentionForm

ORGANISATION, PERSON, PLACE = EntityType.ORGANISATION, EntityType.PERSON, EntityType.PLACE


def names(*pairs):
    """Return mentions of names with their types, one a sentence."""
    return [
        Found(number, number + 1, number, number + 1, MentionForm.NAME, type_, number, name)
        for number, (name, type_) in enumerate(pairs)
    ]


@pytest.mark.parametrize(
    ("pairs", "types"),
    [
        ([("Gannets", PERSON), ("Gannets", ORGANISATION)], [ORGANISATION, ORGANISATION]),
        ([("Gannets", PERSON), ("Gannets", PERSON), ("Gannets", ORGANISATION)], [PERSON] * 3),
        ([("Imre Halasz", PLACE), ("Imre Halasz", PERSON)], [PERSON, PERSON]),
        ([("Halasz", PLACE), ("Imre Halasz", PERSON)], [PLACE, PERSON]),
        ([("Paris", PLACE), ("Paris", PERSON)], [PLACE, PERSON]),
    ],
)
def test_one_name_has_one_type(pairs, types):
    """Most mentions decide; a surname is left to those who bear it, and a town of the gazetteer stays one."""
    found = names(*pairs)
    settle_types(found)
    assert [mention.type for mention in found] == types


def test_towns_that_the_parser_takes_for_bodies_are_places(annotate_text):
    """A known town stays a place after "the harbour of", after a verb of moving, and beside another town."""
    report = annotate_text(
        "A barge burned in the harbour of Koper. The mayor of Trieste, Ana Belmar, came. "
        "Hotels in Piran and Izola lost guests. The minister travelled to Trieste on Wednesday."
    )
    types = {entity.name: entity.type for entity in report.entities}
    assert [types[name] for name in ("Koper", "Trieste", "Piran", "Izola")] == [EntityType.PLACE] * 4


def test_a_vessel_named_behind_its_noun_is_no_body(annotate_text):
    """A ship is a thing with a name in "another ferry of his company, the Diana"."""
    report = annotate_text("In October another ferry of his company, the Diana, ran aground. Nobody was hurt.")
    assert {entity.name: entity.type for entity in report.entities if entity.named}["Diana"] is EntityType.OTHER


def named(report, words):
    """Return the names of the entities whose mentions are these words."""
    return {
        entity.name
        for entity in report.entities
        for mention in entity.mentions
        if report.report.text[mention.start : mention.end] == words
    }


def test_a_surname_that_is_a_body_elsewhere_is_the_person_of_the_report(annotate_text):
    """A broadcaster's name alone is the guest of that surname, but where the report spells out the broadcaster."""
    guest = "Former harbour master Imre Fox warned of the swell on Monday. "
    assert named(annotate_text(guest + "“Stay away,” Fox said."), "Fox") == {"Imre Fox"}
    assert "Imre Fox" not in named(annotate_text(guest + "Fox News came. “Stay away,” Fox said."), "Fox")


def test_a_surname_that_is_a_role_elsewhere_is_the_person_of_the_report(annotate_text):
    """Whoever is called Cook is one person each time, and no cook."""
    report = annotate_text(
        "The port's spokesman, Peter Cook, spoke on Monday. Cook declined to say more. Later Cook left the quay."
    )
    assert named(report, "Cook") == {"Peter Cook"}


def test_a_body_is_called_by_the_first_word_of_its_name(annotate_text):
    """The first word alone is short for the only body that begins with it."""
    report = annotate_text(
        "The brewer Orlan Holdings Ltd. lost money in May. Orlan Holdings closed. “We are sorry,” Orlan said."
    )
    assert len({entity.id for entity in report.entities if entity.name.startswith("Orlan")}) == 1
