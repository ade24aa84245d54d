"""Promises of airports, bases, borders and names of old: where they are, and what stays a person or a company."""

from __future__ import annotations

import pytest

from variorum.annotations.tables.gazetteer import lookup


def found(annotated):
    """Return words, name and country of each place."""
    return [(annotated.report.text[p.start : p.end], p.name, p.country) for p in annotated.places]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A cargo plane landed at Ben Gurion airport on Monday.", ("Ben Gurion airport", "Ben Gurion Airport", "ISR")),
        ("Two drones hit Dubai International Airport on Monday.", ("Dubai", "Dubai", "ARE")),
        ("The crew of the Cork naval base slept.", ("Cork", "Cork", "IRL")),
        ("Fog closed Engels air base on Monday.", ("Engels air base", "Engels Air Base", "RUS")),
    ],
)
def test_an_airport_or_base_is_where_its_town_is(annotate_text, text, place):
    """A facility that the table knows is a place of its own, another is at the town that it is called after."""
    assert place in found(annotate_text(text))


@pytest.mark.parametrize("text", ["Odda Zoo airport opened on Monday.", "Prices of base metals fell in June."])
def test_an_airport_called_after_a_person_and_base_metals_are_nowhere(annotate_text, text):
    """What no table knows, and what only has the noun, is no place."""
    assert not found(annotate_text(text))


def test_both_countries_of_a_border_are_places(annotate_text):
    """The Syrian-Turkish border is one of Syria and one of Turkey."""
    annotated = annotate_text("Guards fired across the Syrian-Turkish border on Monday.")
    assert [(place.name, place.qualifier) for place in annotated.places] == [("Syria", "border"), ("Turkey", "border")]


@pytest.mark.parametrize(
    ("name", "shown", "kind"),
    [
        ("Stalingrad", "Volgograd", "city"),
        ("Ceylon", "Sri Lanka", "country"),
        ("Zaire", "Democratic Republic of the Congo", "country"),
        ("Lourenço Marques", "Maputo", "city"),
        ("Firenze", "Florence", "city"),
        ("Hull", "Kingston upon Hull", "city"),
        ("USSR", "Soviet Union", "region"),
        ("Bagram Airfield", "Bagram Air Base", "landmark"),
        ("Bay of Pigs", "Bay of Pigs", "sea"),
        ("Strait of Sicily", "Strait of Sicily", "sea"),
        ("Falklands", "Falkland Islands", "country"),
    ],
)
def test_names_of_old_and_in_the_language_of_the_place_are_known(name, shown, kind):
    """A place is found by what it was called, and by what those who live there call it."""
    entry = lookup(name)[0]
    assert (entry.name, entry.kind) == (shown, kind)


def test_a_state_that_is_no_more_has_no_country_of_today():
    """The Soviet Union is not filed under one of the states that followed it."""
    assert lookup("Soviet Union")[0].country is None
