"""Promises of which place a name means: neighbours, countries and what it lies in decide before size."""

from __future__ import annotations

import pytest

from variorum.annotations.places.distances import distance
from variorum.annotations.tables.gazetteer import lookup


def _found(annotate_text, text: str) -> dict[str, tuple[str | None, str]]:
    """Return country and kind of each place by its words."""
    return {text[p.start : p.end]: (p.country, p.kind) for p in annotate_text(text).places}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A barn burned down near Hamilton, an hour from Toronto.", "Hamilton", "CAN"),
        ("Potters in Córdoba sold their kilns, said the council in Seville.", "Córdoba", "ESP"),
        ("She rowed from Calais to Dover in a bathtub.", "Dover", "GBR"),
        ("A kayak drifted ashore near Victoria, on Vancouver Island.", "Victoria", "CAN"),
        ("The mayor of Aberdeen, South Dakota, shut the rink.", "Aberdeen", "USA"),
        ("SAN JOSE, Calif. (Pelican Wire) - A crane fell on Sunday.", "SAN JOSE", "USA"),
        ("Divers searched the wreck off Oban. Scotland has paid for the search.", "Oban", "GBR"),
    ],
)
def test_what_lies_near_or_around_decides_between_namesakes(annotate_text, text, words, country):
    """Another town near by, a state behind a comma or the country of the text tells which place of a name is meant."""
    assert _found(annotate_text, text)[words][0] == country


def test_a_country_in_the_text_makes_no_small_town_of_a_large_division(annotate_text):
    """Florida stays the state in a report that names Cuba, England the country in one on the United States."""
    found = _found(annotate_text, "The storm left Cuba on Friday and is expected in Florida on Sunday.")
    assert found["Florida"] == ("USA", "division")
    found = _found(annotate_text, "The United States lent a bell to a chapel in England.")
    assert found["England"] == ("GBR", "division")


def test_what_is_called_a_state_or_a_town_is_one(annotate_text):
    """The words "Katsina state" name the division, "the town of Katsina" the town."""
    assert _found(annotate_text, "Herders met in Katsina state on Sunday.")["Katsina"] == ("NGA", "division")
    assert _found(annotate_text, "Herders met in the town of Katsina on Sunday.")["Katsina"] == ("NGA", "city")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A glider crashed near Nome on Wednesday.", "Nome"),
        ("A landslide buried the road to Mussoorie on Monday.", "Mussoorie"),
        ("Smoke rose from the old cinema of Zadar.", "Zadar"),
        ("The ferry left an hour after leaving Bandar Abbas.", "Bandar Abbas"),
        ("Thousands sang in Batumi and Kutaisi that evening.", "Kutaisi"),
        ("Rain stopped play at Headingley on Thursday.", "Headingley"),
    ],
)
def test_what_leads_to_a_name_makes_a_place_of_it(annotate_text, text, words):
    """Words like near, the road to, the cinema of, or a row with another town: no parser's type is needed."""
    assert words in _found(annotate_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "Critics put their trust in Hart for years.",
        "The capsule will return to Earth on Friday.",
        "HORSLEY: Good evening, and welcome.",
        "The arrest of Hamilton surprised nobody.",
    ],
)
def test_a_town_of_that_name_is_not_enough(annotate_text, text):
    """A small town of a name makes no place of a person, a planet or who speaks in a transcript."""
    assert _found(annotate_text, text) == {}


def test_a_division_that_acts_is_a_government_and_else_a_place(annotate_text):
    """The words "Bavaria has banned fireworks" tell of those who govern it, "shops in Bavaria" of a place."""
    text = "Bavaria has banned fireworks. Shops in Bavaria closed."
    assert [place.use.value for place in annotate_text(text).places] == ["government", "place"]


def test_an_airport_governs_nobody(annotate_text):
    """A palace stands for those who govern there, a stadium or an airport does not."""
    (place,) = annotate_text("Heathrow has asked its staff to stay at home.").places
    assert place.use.value == "place"


def test_small_towns_are_found_only_when_asked_for():
    """A lookup gives small towns to those who ask for them, since many are surnames and words."""
    assert not lookup("Nome")
    assert lookup("Nome", towns=True)[0].country == "USA"


def test_a_distance_is_that_of_the_map():
    """From Oslo to Bergen it is some 300 kilometres, there and back, and none to itself."""
    oslo, bergen = lookup("Oslo")[0], lookup("Bergen")[0]
    assert 290 < distance(oslo, bergen) < 320
    assert distance(oslo, bergen) == distance(bergen, oslo)
    assert distance(oslo, oslo) == 0


def test_two_names_that_may_be_many_are_the_towns_that_lie_side_by_side(annotate_text):
    """Of the towns called Dumfries and Kendal only two lie near to each other: those are meant."""
    found = _found(annotate_text, "Looms were sold in Dumfries on Tuesday, the last to a dealer from Kendal.")
    assert found["Dumfries"][0] == found["Kendal"][0] == "GBR"


def test_a_government_is_informed_and_is_the_first_to_protest(annotate_text):
    """A capital that is informed, or the first to do something, stands for those who govern."""
    for text in ("Dublin was informed in May.", "Brasília was the first to protest."):
        (place,) = annotate_text(text).places
        assert place.use.value == "government"


def test_the_largest_of_its_name_is_meant_where_the_words_call_for_a_town(annotate_text):
    """What "limped into" leads to is surely a town: the largest of its name, or that of a country which is told."""
    assert _found(annotate_text, "A trawler limped into Aberdeen on Monday.")["Aberdeen"][0] == "GBR"
    hinted = "A trawler limped into Aberdeen on Monday. South Dakota has no coast, the United States said."
    assert _found(annotate_text, hinted)["Aberdeen"][0] == "USA"


def test_a_distance_or_direction_starts_from_a_place(annotate_text):
    """What "ten miles from" and "north of" lead to is a place, whatever a parser takes its name for."""
    assert _found(annotate_text, "Herders found a crater, forty kilometres from Goma.")["Goma"][0] == "COD"
