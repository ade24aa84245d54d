"""Named buildings, streets, quarters and villages that the gazetteer does not know."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.annotations.tables.gazetteer import lookup
from variorum.model.reports import Report


def sites_of(text: str) -> list[tuple[str, str | None]]:
    """Return name and country of the sites of a text."""
    annotated = flow.annotate(Report("r", text, published="2026-05-20", language="en", outlet="o"), keep=False)
    return [(place.name, place.country) for place in annotated.places if place.kind == "site"]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("A fire broke out at the Grand Miro hotel in Kingston on Monday.", ("Grand Miro hotel", "JAM")),
        ("The summit opened in Dakar. At the Baobab Palace, a cook fainted.", ("Baobab Palace", "SEN")),
        ("Fans clashed outside Northgate Stadium, the mayor of Leeds said.", ("Northgate Stadium", "GBR")),
        ("Two men were stabbed in Veldwijk, a suburb of Ghent.", ("Veldwijk", "BEL")),
        ("A landslide hit the village of Orvel, near Graz.", ("Orvel", "AUT")),
        ("A potter collapsed in the Velmar quarter of Ghent.", ("Velmar quarter", "BEL")),
        ("Lima mourns. A vigil was held in the Sala Orvela, the sports hall next door.", ("Sala Orvela", "PER")),
        ("Miners of Lima walked out at the Orvel Alto pit.", ("Orvel Alto pit", "PER")),
        ("The march ended at Plaza Verde in Lima.", ("Plaza Verde", "PER")),
        ("He was treated at St. Mary's Hospital in London.", ("St. Mary's Hospital", "GBR")),
    ],
)
def test_a_named_site_is_a_place_in_its_town(text, site):
    """A name with a noun of a building or quarter, behind a preposition of place, lies in the town of the text."""
    assert sites_of(text) == [site]


@pytest.mark.parametrize(
    "text",
    [
        "A judge at the High Court in Leeds jailed a German hotel owner.",
        "The Miro Hotel Group of London sold a house.",
        "Dynamo Minsk Street Theatre performed in Tartu.",
        "At the Grand Miro hotel, a cook fainted.",
        "The question is straight from the Larsen school, a man in London said.",
    ],
)
def test_what_is_no_place_or_lies_nowhere_is_no_site(text):
    """Courts, companies, schools of thought, and sites of which no town is told, are left out."""
    assert sites_of(text) == []


def test_a_site_lies_in_its_town_and_has_its_coordinates():
    """The town contains the site, and both lie at one point."""
    text = "A fire broke out at the Grand Miro hotel in Kingston on Monday."
    annotated = flow.annotate(Report("r", text, published="2026-05-20", language="en", outlet="o"), keep=False)
    site, town = annotated.places
    assert town.gazetteer_id in site.within
    assert (site.lat, site.lon) == (town.lat, town.lon)
    assert text[site.start : site.end] == site.name
    assert not lookup(site.name)
    assert annotated.events[-1].place == site.id
