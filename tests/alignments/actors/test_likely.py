"""Likely joins: whom no name tells is joined by what reports tell of both, and words that set two apart are kept."""

from __future__ import annotations

import pytest

from variorum.alignments.actors.aligning import align_actors
from variorum.alignments.actors.likely import candidate_pairs, likely_joins
from variorum.alignments.actors.profile_pairs import are_apart, features_of, rarities
from variorum.alignments.actors.profiles import encode_profiles, profiles_of

PERSON = {"named": False}
GROUP = {"kind": "group", "named": False}


def _profiles(maker, story_of, left, right, options):
    """Return the profiles of what two reports call by a nominal each, and their story."""
    one, two = maker(f"On Monday {left} waited."), maker(f"On Monday {right} left.")
    one.entity(left, **options)
    two.entity(right, **options)
    story = story_of(one, two)
    return profiles_of(story, things=False), story


@pytest.mark.parametrize(
    ("left", "right", "options"),
    [
        ("the man", "another man", PERSON),
        ("the four sailors", "the 21 sailors", GROUP),
        ("the child", "the child's uncle", PERSON),
        ("an old official", "a harbour official", PERSON),
    ],
)
def test_words_that_set_two_apart(maker, story_of, left, right, options):
    """Another man is not the man, four are not 21, an uncle not the child, and an official can be anybody."""
    (one, two), _ = _profiles(maker, story_of, left, right, options)
    assert are_apart(one, two)
    assert are_apart(two, one)


@pytest.mark.parametrize(
    ("left", "right", "options"),
    [("the driver", "an old driver", PERSON), ("the sailors", "the 21 sailors", GROUP), ("the boy", "a boy", PERSON)],
)
def test_words_that_leave_it_open(maker, story_of, left, right, options):
    """A driver may be old, sailors may be 21, and a boy is first called a boy."""
    (one, two), _ = _profiles(maker, story_of, left, right, options)
    assert not are_apart(one, two)


def test_a_pair_has_the_same_features_in_either_order(maker, story_of):
    """Which report comes first makes no difference."""
    profiles, story = _profiles(maker, story_of, "the old driver", "a driver of the harbour", PERSON)
    vectors, rarity = encode_profiles(profiles, story), rarities(profiles)
    one, two = profiles
    assert candidate_pairs(profiles, vectors) == [(0, 1)]
    assert features_of(one, two, (0, 1), vectors, rarity) == features_of(two, one, (1, 0), vectors, rarity)


def test_the_likeliest_join_comes_first():
    """Groups are joined from the best odds down to even ones, and never those that are told apart."""
    odds = {(0, 1): 1.0, (1, 2): 3.0, (2, 3): -1.0, (0, 3): 5.0}
    joins = list(likely_joins([[0], [1], [2], [3]], odds, lambda *pair: pair == (0, 3), lambda *_: False))
    assert joins == [(1, 2), (0, 1)]


def test_two_names_leave_it_open():
    """Whom two of different names fit alike is neither."""
    odds = {(0, 1): 2.0, (0, 2): 1.5}
    rivals = {(1, 2), (2, 1)}
    assert list(likely_joins([[0], [1], [2]], odds, lambda *_: False, lambda *pair: pair in rivals)) == []


def test_two_named_people_are_never_one(maker, story_of):
    """However alike two reports tell of them, two people who have names stay two."""
    one, two = maker("The driver Ana Arden fled the harbour."), maker("The driver Mila Belmar fled the harbour.")
    one.entity("Ana Arden", roles=("driver",))
    two.entity("Mila Belmar", roles=("driver",))
    assert len(align_actors(story_of(one, two))) == 2
