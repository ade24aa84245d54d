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
