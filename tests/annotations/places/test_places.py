"""Promises of the gazetteer and of places: typed names, containment, use, qualifiers, and what is left out."""

from __future__ import annotations

import time

import pytest

from variorum.annotations.tables.gazetteer import (
    country_of_capital,
    country_of_demonym,
    country_of_name,
    lookup,
    place_of_id,
)
from variorum.model.annotations import PlaceUse


@pytest.fixture
def places_of(annotate_text):
    """Return a function: text to (words, name, use) of each place."""

    def read(text):
        report = annotate_text(text)
        for place in report.places:
            assert text[place.start : place.end]
        return [(text[p.start : p.end], p.name, p.use.value) for p in report.places]

    return read


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Syrian", ("SYR", "Syria")),
        ("Turks", ("TUR", "Turkey")),
        ("Burkinabe", ("BFA", "Burkina Faso")),
        ("Dutch", ("NLD", "Netherlands")),
    ],
)
def test_demonyms_name_their_country(word, country):
    """Adjectives and demonyms lead to a country; in lower case they do not."""
    assert country_of_demonym(word) == country
    assert country_of_demonym(word.lower()) is None


@pytest.mark.parametrize(
    ("name", "alpha3"),
    [
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("UK", "GBR"),
        ("U.S.", "USA"),
        ("the United Kingdom", "GBR"),
        ("Ivory Coast", "CIV"),
    ],
)
def test_countries_are_found_by_their_names(name, alpha3):
    """Names, other names and abbreviations of a country; "us" is a pronoun."""
    assert country_of_name(name)[0] == alpha3
    assert country_of_name("us") is None


def test_capitals_lead_to_their_country():
    """Ankara is the capital of Turkey; Izmir is no capital."""
    assert country_of_capital("Ankara") == ("TUR", "Turkey")
    assert country_of_capital("Izmir") is None


def test_a_palace_lies_in_its_city_country_and_continent():
    """Containment goes from near to far."""
    kremlin = lookup("Kremlin")[0]
    names = [place_of_id(identifier).name for identifier in kremlin.within]
    assert names[0] == "Moscow"
    assert names[-2:] == ["Russia", "Europe"]


def test_every_city_and_country_has_what_contains_it():
    """A city lies in its country, and a country place carries its own code."""
    damascus, syria = lookup("Damascus")[0], lookup("Syria")[0]
    assert syria.id in damascus.within
    assert (syria.kind, syria.country) == ("country", "SYR")


def test_the_capital_comes_before_towns_of_its_name():
    """Moscow is in Russia unless the text says otherwise."""
    assert lookup("Moscow")[0].country == "RUS"


def test_a_place_and_a_government(places_of):
    """Ankara is a place in "in Ankara" and a government in "Ankara rejected"."""
    found = places_of("Ankara rejected the plan on Friday. The ministers had met in Ankara a day before.")
    assert [use for _, _, use in found] == [PlaceUse.GOVERNMENT, PlaceUse.PLACE]


def test_relations_are_between_governments(places_of):
    """Ties between two capitals are ties between governments."""
    found = places_of("Relations between Oslo and Stockholm have cooled since the spring.")
    assert [(name, use) for _, name, use in found] == [("Oslo", "government"), ("Stockholm", "government")]


def test_a_direction_is_a_qualifier(annotate_text):
    """The place of "northern Norway" is Norway, northern."""
    (place,) = annotate_text("The avalanche struck a village in northern Norway.").places
    assert (place.name, place.qualifier, place.country) == ("Norway", "northern", "NOR")


def test_a_demonym_alone_is_no_place_but_its_border_is(annotate_text):
    """The Swedish border is Sweden, border; "the Norwegian minister" is nowhere."""
    report = annotate_text("The Norwegian minister inspected a bridge near the Swedish border.")
    assert [(p.name, p.qualifier) for p in report.places] == [("Sweden", "border")]


def test_persons_and_organisations_are_no_places(places_of):
    """A surname that is a town, and an agency whose letters are a city, are no places."""
    found = places_of("President Victoria Hamilton told the Lima Steel Company that talks would go on in Lisbon.")
    assert [name for _, name, _ in found] == ["Lisbon"]


def test_a_small_town_without_a_hint_is_left_out(places_of):
    """Precision first: a name that several small towns share stays out, and so does a name within a longer one."""
    assert places_of("A mill burned down in Fairview.") == []
    assert places_of("A mill burned down in Damascus Springs.") == []


def test_an_ambiguous_name_is_decided_by_the_countries_of_the_text(annotate_text):
    """Tripoli in a text on Lebanon is the Lebanese one."""
    report = annotate_text(
        "Lebanon buried its dead. Lebanese troops entered Tripoli, and shops in Lebanon stayed shut."
    )
    assert {p.country for p in report.places} == {"LBN"}


def test_many_names_are_read_in_a_few_seconds(draft_of):
    """A text of thousands of names does not stall the places."""
    from variorum.annotations.places.annotator import annotate_places

    draft = draft_of(" ".join(f"Paris and Norwegian Oslo{n} met Moscow." for n in range(800)))
    begin = time.process_time()
    annotate_places(draft)
    assert time.process_time() - begin < 3


def test_the_harbour_of_a_town_is_a_place_whatever_its_name_is_taken_for(places_of):
    """The words “the harbour of Koper” make a place of a small town, there and where its name stands again."""
    found = places_of("The old tanker sank in the harbour of Koper on Tuesday. Koper reported no oil on its beaches.")
    assert ("Koper", "Koper") in {(words, name) for words, name, _ in found}


@pytest.mark.parametrize(
    ("text", "words", "country", "kind"),
    [
        ("OSLO, July 24 (Nordkyst) - Divers found the wreck.", "OSLO", "NOR", "city"),
        ("DOHA (Kestrel) - Talks will resume.", "DOHA", "QAT", "city"),
        ("Storms hit Valencia and Murcia in Spain.", "Valencia", "ESP", "city"),
        ("He moved from Melbourne, Australia, to Melbourne, Florida.", "Melbourne", "AUS", "city"),
        ("He moved from London, Ontario, to Leeds.", "Ontario", "CAN", "division"),
        ("Voters in Georgia and Alabama went to the polls.", "Georgia", "USA", "division"),
        ("Georgia and Armenia opened the pass.", "Georgia", "GEO", "country"),
        ("The envoys met in Skopje.", "Skopje", "MKD", "city"),
        ("Inspectors will tour Alabama next month.", "Alabama", "USA", "division"),
        ("The governor of Punjab, India, met farmers.", "Punjab", "IND", "division"),
    ],
)
def test_the_grammar_and_the_neighbours_of_a_name_decide_what_it_is(annotate_text, text, words, country, kind):
    """Datelines, "in Spain", a row of states: what stands around a name says which place it is."""
    found = {(text[p.start : p.end], p.country, p.kind) for p in annotate_text(text).places}
    assert (words, country, kind) in found


def test_a_dateline_is_a_place_and_never_a_government(places_of):
    """“NAIROBI, Nov 2 (Savanna Wire) -” says where the report was written, whatever verb follows."""
    found = places_of("NAIROBI, Nov 2 (Savanna Wire) - Envoys signed a truce in Pretoria.")
    assert ("NAIROBI", "Nairobi", "place") in found


def test_what_an_outlet_or_a_person_is_called_after_is_no_place(places_of):
    """“Syria TV” and “India Rose Carter” are no places."""
    assert places_of("Syria TV interviewed India Rose Carter, the singer, for an hour.") == []


def test_envoys_of_a_state_and_mediation_by_a_capital_are_of_governments(places_of):
    """Those who act for a state act: “envoys of Egypt”, “mediation by Doha”."""
    found = places_of("Envoys of Egypt praised the mediation by Doha.")
    assert [use for _, _, use in found] == ["government", "government"]


def test_a_month_behind_a_preposition_is_no_town(places_of):
    """“In March” is a time, though March is a town."""
    assert places_of("The commission will come in March.") == []


def test_a_small_town_is_taken_where_nothing_speaks_against_it(places_of):
    """The only town of its name stands after a preposition of place, and no other country is named."""
    assert [place[0] for place in places_of("Police arrested four men in Lourdes.")] == ["Lourdes"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A fishing boat sank off Bari on Tuesday.", ["Bari"]),
        ("The coast guard said that the yacht had sunk off Bari on Monday.", ["Bari"]),
        ("The coach called off Bari on Friday.", []),
    ],
)
def test_off_leads_to_a_place_at_sea(places_of, text, names):
    """Sinking off Bari names a place, whatever a parser makes of it; "called off" is one verb."""
    assert [place[0] for place in places_of(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Rescuers found the climbers near Etna.", "Mount Etna", "ITA"),
        ("A barge sank on the Rhine on Monday.", "Rhine", None),
        ("The boat reached Lampedusa at dawn.", "Lampedusa", "ITA"),
        ("The shelling of Kherson killed four people.", "Kherson", "UKR"),
        ("The army bombed Hama on Monday.", "Hama", "SYR"),
    ],
)
def test_mountains_rivers_islands_and_what_is_shelled_are_places(annotate_text, text, name, country):
    """Features of the land are known, and what is shelled or bombed is a place whatever a parser takes it for."""
    assert [(place.name, place.country) for place in annotate_text(text).places] == [(name, country)]


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Rebels took Goma on Monday.", "Goma", "Goma", "COD"),
        ("Oslo and Santiago condemned the raid.", "Santiago", "Santiago", "CHL"),
        ("A yacht exploded off Valletta.", "Valletta", "Valletta", "MLT"),
        ("VALLETTA, 6 July 2031 - Two cooks drowned.", "VALLETTA", "Valletta", "MLT"),
        ("Aid reached Gaza through Rafah.", "Rafah", "Rafah", "PSE"),
        ("He was born in Salvador and died in Recife.", "Salvador", "Salvador", "BRA"),
        ("They fled Congo for Brazzaville.", "Congo", "Republic of the Congo", "COG"),
        ("They flew over the Atlantic.", "Atlantic", "Atlantic Ocean", None),
        ("They climbed the Eiffel Tower on Sunday.", "Eiffel Tower", "Eiffel Tower", "FRA"),
    ],
)
def test_what_is_done_and_the_other_cities_of_a_text_tell_a_place(annotate_text, text, words, name, country):
    """Verbs that take places, names in a row, datelines of any order, and the countries of other cities decide."""
    place = next(p for p in annotate_text(text).places if text[p.start : p.end] == words)
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Israel Adesola was arrested in Lagos.", "Israel"),
        ("Virginia Rossi and Milan Kovac met in Trieste.", "Milan"),
        ("Porto beat Sevilla in Lisbon.", "Sevilla"),
    ],
)
def test_first_names_and_teams_are_no_places(annotate_text, text, name):
    """A first name before a surname that nothing types, and the team of a town, are no places."""
    assert name not in [place.name for place in annotate_text(text).places]


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("Vienna has protested to Prague over the dam.", "Prague", "government"),
        ("Vienna wrote to Prague on Friday.", "Prague", "government"),
        ("The president of Ghana opened a clinic.", "Ghana", "place"),
        ("Envoys of Ghana met the bishop.", "Ghana", "government"),
        ("A bus from Vienna to Prague burned out.", "Prague", "place"),
    ],
)
def test_whom_one_speaks_to_governs_and_what_a_president_heads_does_not(places_of, text, name, use):
    """A capital that is written or protested to is a government; the country of a president is a place."""
    assert (name, use) in {(words, found) for words, _, found in places_of(text)}


@pytest.mark.parametrize("text", ["Real Madrid lost on Sunday.", "Air France landed late."])
def test_a_club_and_a_company_called_after_a_place_are_none(places_of, text):
    """The word before a name says that it is a club or a company."""
    assert places_of(text) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Duesseldorf", "Düsseldorf"),
        ("Medellin", "Medellín"),
        ("Malmo", "Malmö"),
        ("Bariloche", "San Carlos de Bariloche"),
    ],
)
def test_a_city_is_shown_by_its_own_name(name, shown):
    """Whatever spelling finds a city, the name that is shown is the one that news write."""
    assert lookup(name)[0].name == shown


@pytest.mark.parametrize("name", ["West Midlands", "Scheldt", "Andes", "Bay of Biscay", "Kent", "Lake Constance"])
def test_a_county_a_range_a_river_and_a_sea_are_known(name):
    """Regions and waters of news are in the table."""
    assert lookup(name)[0].kind in {"region", "sea"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A hurricane hit Florida on Monday.", "Florida", "USA"),
        ("Hail fell in Tuscany on Monday.", "Tuscany", "ITA"),
        ("They reached the summit of K2 on Monday.", "K2", None),
        ("The harbour master of Bergen closed the port.", "Bergen", "NOR"),
    ],
)
def test_a_division_and_a_local_name_are_found(annotate_text, text, name, country):
    """Well-known divisions win over small namesakes; "the harbour master of" leads to a town."""
    found = {(text[place.start : place.end], place.country) for place in annotate_text(text).places}
    assert (name, country) in found
