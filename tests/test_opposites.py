"""Opposites and adverbials: small tables of words."""

from __future__ import annotations

import pytest

from variorum.comparisons.slots.adverbials import is_modifier, place_relation, time_relation
from variorum.opposites import Sense, has_sense, opposites_among, sense_of


@pytest.mark.parametrize(
    ("one", "other", "sense"),
    [
        ("rise", "fall", Sense.OPPOSITE),
        ("kill", "die", Sense.SAME),
        ("willing", "unwilling", Sense.OPPOSITE),
        ("road", "bridge", Sense.OTHER),
    ],
)
def test_the_sense_of_two_words_is_the_same_both_ways(one, other, sense):
    """Swapping two words changes nothing about how their meanings lie."""
    assert sense_of(one, other) is sense
    assert sense_of(other, one) is sense


def test_a_word_outside_the_table_means_the_same_as_no_other():
    """Only words of the table are compared one by one; any other is the same as itself alone."""
    assert has_sense("kill")
    assert not has_sense("bridge")
    assert sense_of("bridge", "kill") is not Sense.SAME


def test_opposites_are_found_without_a_look_at_every_pair():
    """What is looked up in two lists is what a comparison of every two words finds."""
    one = ["rise", "willing", "road", "unharmed", "kill", "dish", "inactive"]
    two = ["fall", "unwilling", "harmed", "die", "bridge", "active", "h"]
    pairs = {(a, b) for a in one for b in two if sense_of(a, b) is Sense.OPPOSITE}
    assert {("rise", "fall"), ("willing", "unwilling"), ("unharmed", "harmed")} <= pairs
    assert set(opposites_among(one, two)) == pairs
    assert set(opposites_among(two, one)) == {(b, a) for a, b in pairs}


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("burned in the harbour of Koper", "Koper", "where"),
        ("came from Koper", "Koper", "whence"),
        ("sailed to Koper", "Koper", "whither"),
        ("the mayor of Koper", "Koper", None),
    ],
)
def test_a_place_hangs_by_its_preposition(text, name, relation):
    """Where, whence and whither are told apart; what a place belongs to is none of them."""
    assert place_relation(text, text.index(name)) == relation


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("the strike lasts until Friday", "end"),
        ("in force from Friday", "start"),
        ("it happened late on Friday", "point"),
        ("shortly after Friday", "point"),
        ("after Friday", "after"),
    ],
)
def test_a_time_hangs_by_its_preposition(text, relation):
    """Begin, end and point are told apart."""
    assert time_relation(text, text.index("Friday")) == relation


def test_a_country_before_a_noun_modifies_it():
    """The outpost is not in the United States."""
    text = "an attack on a U.S. outpost in Benghazi"
    assert is_modifier(text, text.index(" outpost"))
    assert not is_modifier(text, len(text))
