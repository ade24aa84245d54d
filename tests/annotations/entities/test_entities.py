"""Who a report names: mentions, and which of them name the same person, group, state or place."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.annotations.entities.annotator import annotate_entities
from variorum.model.annotations import EntityType, MentionForm


@pytest.fixture(scope="module")
def entities_of(draft_of):
    """Return a function: text to its entities."""
    return lambda text, **metadata: annotate_entities(draft_of(text, **metadata))


def words(entity, text):
    """Return the words of an entity's mentions in order."""
    return [text[mention.start : mention.end] for mention in entity.mentions]


def named(entities, name):
    """Return the only entity of a name."""
    found = [entity for entity in entities if entity.name == name]
    assert len(found) == 1, [(entity.name, entity.type) for entity in entities]
    return found[0]


def of(entities, text, part):
    """Return the entity that has a mention with these words."""
    return next(entity for entity in entities if part in words(entity, text))


CABINET = (
    "President Ana Reyes met Interior Minister Luis Duarte on Monday. Reyes said she would resign. "
    "The president left, and the minister stayed. He was angry."
)


def test_title_belongs_to_the_mention_and_not_to_the_name(entities_of):
    """A mention holds the title, its head is the name, and the entity is called by the name alone."""
    reyes = named(entities_of(CABINET), "Ana Reyes")
    first = reyes.mentions[0]
    assert CABINET[first.start : first.end] == "President Ana Reyes"
    assert CABINET[first.head_start : first.head_end] == "Ana Reyes"
    assert reyes.type is EntityType.PERSON
    assert "president" in reyes.roles
    assert reyes.sector == "GOV"


def test_surname_nominal_and_pronoun_join_the_full_name(entities_of):
    """The surname, "she" and "the president" are the president; "the minister" and "he" are the minister."""
    entities = entities_of(CABINET)
    assert words(named(entities, "Ana Reyes"), CABINET) == ["President Ana Reyes", "Reyes", "she", "The president"]
    assert words(named(entities, "Luis Duarte"), CABINET) == ["Interior Minister Luis Duarte", "the minister", "He"]


def test_two_people_of_one_surname_stay_two(entities_of):
    """A brother and a sister are told apart by first names and by "Mr." and "Ms."."""
    text = "Ana Reyes and her brother Luis Reyes were arrested. Mr. Reyes denied it. Ms. Reyes said nothing."
    entities = entities_of(text)
    assert "Mr. Reyes" in words(named(entities, "Luis Reyes"), text)
    assert "Ms. Reyes" in words(named(entities, "Ana Reyes"), text)


def test_acronym_in_brackets_names_the_organisation(entities_of):
    """An acronym that brackets introduce is the same organisation, and so is "the board"."""
    text = (
        "The National Water Board (NWB) said that it would close. The NWB has 40 staff. The board was founded in 1990."
    )
    board = named(entities_of(text), "National Water Board")
    assert words(board, text) == ["National Water Board", "NWB", "it", "NWB", "The board"]


@pytest.mark.parametrize("nickname", ["(Lu)", "“Lu”"])
def test_a_nickname_stands_inside_one_name(entities_of, nickname):
    """The words "Luisa (Lu) Reyes" name one person, whom "Reyes" means later."""
    text = f"Deputy Luisa {nickname} Reyes was hurt on Monday. Reyes is a gardener."
    assert len(words(named(entities_of(text), "Luisa Reyes"), text)) == 3


def test_particles_do_not_part_a_person(entities_of):
    """One man is "al-Hadid", "Hadid" and "Karim al-Hadid"."""
    text = "Karim al-Hadid spoke on Friday. Hadid was angry. Critics of al-Hadid said that Karim Hadid had lied."
    hadid = [entity for entity in entities_of(text) if entity.type is EntityType.PERSON]
    assert len(hadid) == 1
    assert len([m for m in hadid[0].mentions if m.form is MentionForm.NAME]) == 4


def test_close_apposition_is_one_mention(entities_of):
    """A counterpart and his name ("his German counterpart Karl Weber") are one mention, with a country."""
    text = (
        "French Prime Minister Jean Dupont met his German counterpart Karl Weber in Paris."
        " Weber smiled. The German chancellor left."
    )
    weber = named(entities_of(text), "Karl Weber")
    assert words(weber, text) == ["his German counterpart Karl Weber", "Weber", "The German chancellor"]
    assert weber.country == "DEU"


def test_loose_apposition_joins_two_mentions(entities_of):
    """An apposition after a comma ("Clara Benett, the mayor of Tel Marin,") makes two mentions of one person."""
    text = "Clara Benett, the mayor of Tel Marin, opened the bridge. The mayor spoke for an hour."
    benett = named(entities_of(text), "Clara Benett")
    assert words(benett, text) == ["Clara Benett", "the mayor of Tel Marin", "The mayor"]


def test_capital_that_acts_is_the_government_and_else_a_place(entities_of):
    """Moscow that rejects is Russia; talks are held in Moscow the place."""
    text = "Moscow rejected the plan. Talks in Moscow went on. The Kremlin said the Russian government was ready."
    entities = entities_of(text)
    russia = named(entities, "Russia")
    assert russia.type is EntityType.STATE
    assert words(russia, text) == ["Moscow", "Kremlin", "the Russian government"] or words(russia, text) == [
        "Moscow",
        "The Kremlin",
        "the Russian government",
    ]
    moscow = named(entities, "Moscow")
    assert moscow.type is EntityType.PLACE
    assert moscow.country == "RUS"


def test_leader_of_a_country_is_its_president(entities_of):
    """By "the Russian leader" is meant the one president whom the report names; the country is learned from it."""
    text = (
        "President Pavel Orlov met his Turkish counterpart Kemal Aydin. The Russian leader offered help."
        " The Turkish leader declined."
    )
    entities = entities_of(text)
    assert "The Russian leader" in words(named(entities, "Pavel Orlov"), text)
    assert named(entities, "Pavel Orlov").country == "RUS"
    assert "The Turkish leader" in words(named(entities, "Kemal Aydin"), text)


@pytest.mark.parametrize("outlet", ["SANA", "Sky News", "Al Jazeera", "Reuters", "AFP", "TASS", "Xinhua", "BBC"])
def test_outlets_are_never_places_or_persons(entities_of, outlet):
    """A news agency or broadcaster is an organisation of the sector MED wherever its name stands."""
    text = f"{outlet} reported that talks had failed. Officials told {outlet} on Monday that nothing was signed."
    entity = of(entities_of(text), text, outlet)
    assert entity.type is EntityType.ORGANISATION
    assert entity.sector == "MED"
    assert len(entity.mentions) == 2


def test_a_newspaper_is_no_person_and_a_group_gives_its_sector(entities_of):
    """The noun before a name tells its kind, and an employer tells the sector of the one who works for it."""
    text = "The opposition newspaper Libera said so. Hamas leader Khalil Amin denied what the AFP news agency told."
    entities = entities_of(text)
    assert named(entities, "Libera").type is EntityType.ORGANISATION
    assert named(entities, "Khalil Amin").sector == "REB"
    assert words(named(entities, "AFP"), text) == ["the AFP news agency"]


def test_an_alias_is_known_by_the_name_of_the_table(entities_of):
    """Reports that write AFP and Agence France-Presse give the same key, and an unknown organisation gives none."""
    assert named(entities_of("AFP reported a fire."), "AFP").known_as == "Agence France-Presse"
    assert (
        named(entities_of("Agence France-Presse reported a fire."), "Agence France-Presse").known_as
        == "Agence France-Presse"
    )
    assert named(entities_of("The National Water Board met on Friday."), "National Water Board").known_as is None


def test_groups_are_entities_without_a_name(entities_of):
    """The words "the rebels" twice are one group, and "they" is theirs."""
    text = "The rebels had shelled the town. The rebels said they were attacked."
    rebels = of(entities_of(text), text, "The rebels")
    assert rebels.type is EntityType.GROUP
    assert not rebels.named
    assert words(rebels, text) == ["The rebels", "The rebels", "they"]


def test_unclear_pronoun_names_nobody(entities_of):
    """A pronoun with two equally good antecedents stays unresolved."""
    text = "There was a quarrel between Omar Fahim and Samir Nasser. Then he left."
    assert not [m for entity in entities_of(text) for m in entity.mentions if m.form is MentionForm.PRONOUN]


def test_words_in_quotation_marks_are_marked_as_quoted(entities_of):
    """A mention inside marks is somebody else's voice, and its roles are not the outlet's."""
    text = "Karim Hadid spoke on Friday. “The tyrant Hadid must go,” said Omar Fahim, an activist."
    hadid = named(entities_of(text), "Karim Hadid")
    assert [mention.quoted for mention in hadid.mentions] == [False, True]
    assert "tyrant" not in hadid.roles


def test_boilerplate_names_nobody(entities_of):
    """A line of boilerplate has no mentions."""
    text = "Ana Reyes spoke on Friday.\nREAD MORE: Luis Duarte resigns\nShe left."
    from variorum.model.spans import Span

    line = (Span(text.index("READ"), text.index("\nShe")),)
    assert all("Duarte" not in entity.name for entity in entities_of(text, boilerplate=line))


PIECES = [
    "President Ana Reyes", "Reyes", "the mayor", "the Russian leader", "Moscow", "SANA", "he", "she", "their", "(NWB)",
    "“", "”", "said", "met", "rejected", "the rebels", "Karim al-Hadid", ",", ".", "\n", "government", "’s", "Mr.",
    "of", "who", "North",
]  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
def test_mentions_are_spans_in_order_and_belong_to_one_entity(draft_of, pieces):
    """Whatever the words: spans lie in the text, heads in their mention, ids in order, nothing is named twice."""
    text = " ".join(pieces)
    if not text.strip():
        return
    entities = annotate_entities(draft_of(text))
    assert [entity.id for entity in entities] == [f"e{number}" for number in range(1, len(entities) + 1)]
    firsts = [entity.mentions[0].start for entity in entities]
    assert firsts == sorted(firsts)
    places = [(m.start, m.end, m.head_start) for entity in entities for m in entity.mentions]
    assert len(places) == len(set(places))
    for entity in entities:
        assert entity.name.strip()
        for mention in entity.mentions:
            assert 0 <= mention.start <= mention.head_start < mention.head_end <= mention.end <= len(text)
            assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]


@pytest.mark.parametrize(
    "text",
    [
        "Reyes " * 9000,
        "he she they it his her " * 2000,
        "the president the leader the group " * 1000,
        "Al-" * 10000,
    ],
    ids=["one name", "pronouns", "nominals", "hyphens"],
)
def test_monotonous_texts_are_answered(entities_of, text):
    """Texts of one name, of pronouns or of nominals alone are read without a failure."""
    assert isinstance(entities_of(text), tuple)


def test_a_capitalised_word_that_nothing_explains_is_somebody_where_it_takes_part(entities_of):
    """The parser knows no Arvona: as a subject, or behind "with", it is an entity all the same."""
    found = {entity.name for entity in entities_of("Arvona is about to restore full diplomatic ties with Gondrel.")}
    assert {"Arvona", "Gondrel"} <= found


HEADING = (
    "Harbour Herons Beat Belmar Gulls\n\nThe Harbour Herons won on Monday. The Belmar Gulls lost for the third time."
)


def test_names_of_a_heading_end_where_the_running_text_ends_them(entities_of):
    """Where every word has a capital, a deed between two names is part of neither."""
    entities = entities_of(HEADING)
    assert words(named(entities, "Harbour Herons"), HEADING) == ["Harbour Herons", "Harbour Herons"]
    assert not any("Beat" in word for entity in entities for word in words(entity, HEADING))


CHARGED = (
    "Young Driver Charged Quickly\n\nA driver was charged on Monday. Ana Reyes, who saw the crash, blamed herself."
)


def test_nouns_of_a_heading_are_no_names(entities_of):
    """What names a role, or stands in the text with a small letter, is no name with a capital in a heading."""
    entities = entities_of(CHARGED)
    drivers = [entity for entity in entities if any("river" in word for word in words(entity, CHARGED))]
    assert [entity.named for entity in drivers] == [False]


def test_relative_and_reflexive_pronouns_name_whom_their_clause_names(entities_of):
    """In "Ana Reyes, who ..., blamed herself" both pronouns are Ana Reyes."""
    reyes = named(entities_of(CHARGED), "Ana Reyes")
    assert words(reyes, CHARGED) == ["Ana Reyes", "who", "herself"]


def test_a_role_noun_at_the_beginning_of_a_heading_is_somebody(entities_of):
    """The parser may take the subject of a short heading for an adjective; a role noun is somebody all the same."""
    text = "Gunman kills 1, wounds 2 at lumber office"
    assert of(entities_of(text), text, "Gunman").type is EntityType.PERSON


def test_a_team_that_is_called_as_a_role_is(entities_of):
    """The Cardinals of a town are its team, by the short name too; cardinals are people."""
    text = "The Orvel Cardinals won on Monday. The Cardinals signed a keeper, and fans of the Cardinals cheered."
    team = named(entities_of(text), "Orvel Cardinals")
    assert team.type is EntityType.ORGANISATION
    assert len(team.mentions) == 3
