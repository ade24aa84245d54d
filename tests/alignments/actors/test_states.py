"""Promises on states as actors, and on unnamed groups: who acts for a state, and who does not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from variorum.alignments.actors.aligning import align_actors
from variorum.model.annotations import Mention, MentionForm

RUVIA = {"country": "RUV"}


def joined(story_of, *makers):
    """Return how many actors the story has, and the reasons."""
    actors = align_actors(story_of(*makers))
    return len(actors), {reason for actor in actors for reason in actor.reasons}


def beside_a_state(maker, words, kind="group", **fields):
    """Return two reports: Ruvia in the first, an unnamed body or group in the second."""
    one, two = maker("Ruvia closed the border."), maker(f"{words} closed the border.")
    one.entity("Ruvia", "state", **RUVIA)
    two.entity(words, kind, named=False, **fields)
    return one, two


@pytest.mark.parametrize("words", ["Ruvian officials", "The Ruvian envoys", "Ruvian troops", "Ruvia's representatives"])
def test_officials_and_forces_act_for_the_state(maker, story_of, words):
    """Unnamed officials, envoys and troops of a state are its actor, with the reason."""
    count, reasons = joined(story_of, *beside_a_state(maker, words, **RUVIA))
    assert count == 1
    assert reasons == {"those who act for the state"}


@pytest.mark.parametrize("sector", ["GOV", "MIL", "SPY"])
def test_bodies_of_the_state_act_for_it(maker, story_of, sector):
    """What reports call the watchers of a state, and know for a body of it, is its actor, whatever the noun."""
    assert joined(story_of, *beside_a_state(maker, "Ruvian watchers", **RUVIA, sector=sector))[0] == 1
    assert joined(story_of, *beside_a_state(maker, "Ruvian watchers", **RUVIA, sector="CVL"))[0] == 2


@pytest.mark.parametrize(
    "words",
    [
        "Ruvian opposition leaders", "Ruvia-backed forces", "former Ruvian officials", "Ruvian rebel forces",
        "Ruvian athletes", "Ruvian scientists", "Ruvian students", "anti-Ruvian forces",
    ],
)  # fmt: skip
def test_who_does_not_act_for_the_state(maker, story_of, words):
    """Opposition, rebels, backed forces, former officials and athletes are actors of their own."""
    assert joined(story_of, *beside_a_state(maker, words, **RUVIA))[0] == 2


def test_officials_of_another_state_stay_apart(maker, story_of):
    """Officials of Sunland are not Ruvia."""
    assert joined(story_of, *beside_a_state(maker, "Sunland officials", country="SUN"))[0] == 2


def test_the_people_as_one_party(maker, story_of):
    """The Ruvians warned, the state; Ruvians were asleep, the people."""
    one, two = maker("Ruvia closed the border."), maker("The Ruvians warned of war. Nobody heard the Ruvians.")
    one.entity("Ruvia", "state", **RUVIA)
    two.entity("Ruvians", "group", **RUVIA)
    assert joined(story_of, one, two) == (1, {"the people for the state"})
    three = maker("Many Ruvians were asleep.")
    three.entity("Ruvians", "group", **RUVIA)
    assert joined(story_of, one, three)[0] == 2


def test_the_government_of_a_person(maker, story_of):
    """The Vance administration is the state whose president Vance is, where a report says so."""
    one, two = maker("President Dorel Vance of Ruvia spoke."), maker("The Vance administration spoke.")
    one.entity("Dorel Vance", roles=("president",), **RUVIA)
    one.entity("Ruvia", "state", **RUVIA)
    two.entity("The Vance administration", "organisation", named=False, sector="GOV")
    assert "government of the state" in joined(story_of, one, two)[1]


def test_officials_of_an_organisation(maker, story_of):
    """NWB officials act for the NWB."""
    one, two = maker("The NWB met."), maker("NWB officials met.")
    one.entity("NWB", "organisation")
    two.entity("NWB officials", "group", named=False)
    assert joined(story_of, one, two) == (1, {"those who act for the organisation"})


def test_other_words_for_one_group(maker, story_of):
    """The migrants, the immigrants from Ruvia and members of the caravan are one group; two migrants are others."""
    one, two = (
        maker("The migrants waited. Two migrants left."),
        maker("Immigrants from Ruvia and members of the caravan."),
    )
    one.entity("The migrants", "group", named=False)
    one.entity("Two migrants", "group", named=False)
    two.entity("Immigrants from Ruvia", "group", named=False)
    two.entity("members of the caravan", "group", named=False)
    assert joined(story_of, one, two) == (2, {"another word for the same group"})


def test_groups_of_two_countries_stay_two(maker, story_of):
    """Ruvian rebels and Sunland insurgents are two groups."""
    one, two = maker("Ruvian rebels left."), maker("Sunland insurgents left.")
    one.entity("Ruvian rebels", "group", named=False, country="RUV")
    two.entity("Sunland insurgents", "group", named=False, country="SUN")
    assert joined(story_of, one, two)[0] == 2


def test_an_actor_has_sector_and_item(maker, story_of):
    """An actor says the sector and the Wikidata item that its entities have."""
    one, two = maker("The NWB met."), maker("The NWB met again.")
    for item in (one, two):
        item.entity("NWB", "organisation", sector="GOV", wikidata="Q1")
    (actor,) = align_actors(story_of(one, two))
    assert (actor.sector, actor.wikidata) == ("GOV", "Q1")


def test_a_party_and_its_national_committee(maker, story_of):
    """The Harbour Party and the Harbour National Committee are one, and top Harbour officials act for it."""
    one, two = (
        maker("The Harbour Party sued."),
        maker("The Harbour National Committee sued, top Harbour officials said."),
    )
    one.entity("Harbour Party", "organisation", sector="PTY")
    two.entity("Harbour National Committee", "organisation", sector="PTY")
    two.entity("top Harbour officials", "group", named=False)
    count, reasons = joined(story_of, one, two)
    assert count == 1
    assert "the committee of the party" in reasons


def test_the_only_body_of_its_kind(maker, story_of):
    """The navy is the Ruvian Navy, the only one of the story; where there are two, it is neither."""
    one, two = maker("The Ruvian Navy sank a boat."), maker("The navy sank a boat.")
    one.entity("Ruvian Navy", "organisation")
    two.entity("The navy", "organisation", named=False)
    assert joined(story_of, one, two) == (1, {"the only navy of the story"})
    one.entity("boat", "other", named=False)
    three = maker("The Sunland Navy watched.")
    three.entity("Sunland Navy", "organisation")
    assert "the only navy of the story" not in joined(story_of, one, two, three)[1]


def test_groups_by_their_owner(maker, story_of):
    """His allies are Orlov's allies, where he is Orlov; his allies of somebody else are others."""
    one, two = maker("Pavel Orlov left. Orlov's allies wept."), maker("Pavel Orlov left and his allies wept.")
    one.entity("Pavel Orlov")
    one.entity("Orlov's allies", "group", named=False)
    two.entity("Pavel Orlov")
    start = two.text.index("his")
    orlov = two.layers["entities"][0]
    pronoun = Mention(start, start + 3, MentionForm.PRONOUN, start, start + 3)
    two.layers["entities"][0] = replace(orlov, mentions=(*orlov.mentions, pronoun))
    two.entity("his allies", "group", named=False)
    assert joined(story_of, one, two)[0] == 2


def test_a_number_of_people_is_the_same_number_of_people(maker, story_of):
    """Twelve people of two reports are one group, and neither of them is thirteen people."""
    one, two = maker("Twelve people died. Thirteen people were hurt."), maker("Twelve people were killed.")
    one.entity("Twelve people", "group", named=False)
    one.entity("Thirteen people", "group", named=False)
    two.entity("Twelve people", "group", named=False)
    assert joined(story_of, one, two) == (2, {"same description: twelve people"})
