"""Likely joins: whom no name tells is joined by what reports tell of both, and words that set two apart are kept."""

from __future__ import annotations

import pytest

from variorum.alignments.actors.aligning import align_actors
from variorum.alignments.actors.clusters import Cluster, collect_nodes
from variorum.alignments.actors.likely import Likely, candidate_pairs, set_up
from variorum.alignments.actors.likely_actors import likely_actors
from variorum.alignments.actors.portrait_pairs import are_set_apart, features_of
from variorum.alignments.actors.portraits import portrait_of
from variorum.alignments.actors.profiles import profiles_of

PERSON = {"named": False}
GROUP = {"kind": "group", "named": False}


def _portraits(maker, story_of, left, right, options):
    """Return the portraits of what two reports call by a nominal each, and their scene."""
    one, two = maker(f"On Monday {left} waited."), maker(f"On Monday {right} left.")
    one.entity(left, **options)
    two.entity(right, **options)
    story = story_of(one, two)
    portraits, scene = set_up(profiles_of(story, things=False), [[0], [1]], story)
    return portraits[0], portraits[1], scene


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
    one, two, _ = _portraits(maker, story_of, left, right, options)
    assert are_set_apart(one, two)
    assert are_set_apart(two, one)


@pytest.mark.parametrize(
    ("left", "right", "options"),
    [("the driver", "an old driver", PERSON), ("the sailors", "the 21 sailors", GROUP), ("the boy", "a boy", PERSON)],
)
def test_words_that_leave_it_open(maker, story_of, left, right, options):
    """A driver may be old, sailors may be 21, and a boy is first called a boy."""
    one, two, _ = _portraits(maker, story_of, left, right, options)
    assert not are_set_apart(one, two)


def test_a_pair_has_the_same_features_in_either_order(maker, story_of):
    """Which report comes first makes no difference."""
    one, two, scene = _portraits(maker, story_of, "the old driver", "a driver of the harbour", PERSON)
    assert candidate_pairs({0: one, 1: two}, scene) == [(0, 1)]
    assert features_of(one, two, scene) == features_of(two, one, scene)


def test_who_joins_first_makes_no_difference_to_a_portrait(maker, story_of):
    """What the reports together tell of somebody does not depend on the order in which it is put together."""
    made = maker("The driver waited. A driver of the harbour left. The old driver slept.")
    for words in ("The driver", "A driver of the harbour", "The old driver"):
        made.entity(words, named=False)
    profiles = profiles_of(story_of(made, maker("Nobody saw it.")), things=False)
    one, two, three = (portrait_of([number], profiles) for number in range(3))
    left, right = one.joined(two).joined(three), three.joined(one).joined(two)
    assert sorted(left.members) == sorted(right.members) == [0, 1, 2]
    for name in ("mentions", "heads", "modifiers", "sentences", "words", "best_rank", "definite"):
        assert getattr(left, name) == getattr(right, name)


def _joins(maker, story_of, rivals=()):
    """Return the joins of the driver of one report with a driver of each of two others."""
    reports = [maker(f"{words} fled the harbour.") for words in ("The driver", "A driver", "An old driver")]
    for report, words in zip(reports, ("The driver", "A driver", "An old driver"), strict=True):
        report.entity(words, named=False)
    story = story_of(*reports)
    portraits, scene = set_up(profiles_of(story, things=False), [[0], [1], [2]], story)
    return list(Likely(portraits, scene, lambda *_: False, lambda *pair: tuple(sorted(pair)) in rivals).joins())


def test_everybody_who_fits_is_joined(maker, story_of):
    """The driver, a driver and an old driver of three reports are one."""
    assert len(_joins(maker, story_of)) == 2


def test_two_names_leave_it_open(maker, story_of):
    """Whom two of different names fit alike is neither."""
    assert _joins(maker, story_of, rivals={(0, 1), (0, 2), (1, 2)}) == []


def test_two_named_people_are_never_one(maker, story_of):
    """However alike two reports tell of them, two people who have names stay two."""
    one, two = maker("The driver Ana Arden fled the harbour."), maker("The driver Mila Belmar fled the harbour.")
    one.entity("Ana Arden", roles=("driver",))
    two.entity("Mila Belmar", roles=("driver",))
    assert len(align_actors(story_of(one, two))) == 2


@pytest.mark.parametrize(
    ("noun", "kind", "left", "right", "apart"),
    [
        ("driver", "person", "Belmar Lines", "", False),
        ("driver", "person", "Belmar Lines", "Port Arden", True),
        ("fighters", "group", "Belmar Lines", "", True),
    ],
)
def test_whose_they_are(maker, story_of, noun, kind, left, right, apart):
    """The Belmar Lines driver may be the driver, never the driver of Port Arden; fighters are those of one body."""
    one, two = maker(f"The {noun} fled the harbour."), maker(f"The {noun} left Ruvia.")
    for made in (one, two):
        made.entity(f"The {noun}", kind, named=False)
    story = story_of(one, two)
    clusters = [Cluster([node]) for node in collect_nodes(story)]
    for cluster, holder in zip(clusters, (left, right), strict=True):
        cluster.nodes[0].holder = holder
    assert likely_actors(clusters, story).apart(0, 1) is apart


@pytest.mark.parametrize(("left", "right", "apart"), [("arden", "belmar", True), ("arden", "", False)])
def test_whose_body_it_is(maker, story_of, left, right, apart):
    """The Arden council is not the Belmar council, and may be the council."""
    one, two = maker("The council met at the harbour."), maker("The council left Ruvia.")
    for made in (one, two):
        made.entity("The council", "organisation", named=False)
    story = story_of(one, two)
    clusters = [Cluster([node]) for node in collect_nodes(story)]
    for cluster, master in zip(clusters, (left, right), strict=True):
        cluster.nodes[0].master = master
    assert likely_actors(clusters, story).apart(0, 1) is apart


@pytest.mark.parametrize(
    ("left", "right", "named", "apart"),
    [
        ("banks", "the bank", False, True),
        ("banks", "Belmar Bank", True, True),
        ("the bank", "Belmar Bank", True, False),
        ("banks", "big banks", False, False),
    ],
)
def test_several_bodies_are_not_one(maker, story_of, left, right, named, apart):
    """Banks are neither the bank nor Belmar Bank; the bank may be."""
    one, two = maker(f"On Monday {left} waited."), maker(f"On Monday {right} left.")
    one.entity(left, "organisation", named=False)
    two.entity(right, "organisation", named=named)
    story = story_of(one, two)
    portraits, _ = set_up(profiles_of(story, things=False), [[0], [1]], story)
    assert are_set_apart(portraits[0], portraits[1]) is are_set_apart(portraits[1], portraits[0]) is apart


@pytest.mark.parametrize(("second", "joins"), [(-3.0, [(1, 0)]), (-1.2, [])])
def test_the_only_one_who_may_be_meant_is_meant(maker, story_of, monkeypatch, second, joins):
    """Of two who are named one fits the driver, if little; where the other fits nearly as well it stays open."""
    report = maker("The driver fled. Ana Arden waved. Mila Belmar slept.")
    report.entity("The driver", named=False)
    for name in ("Ana Arden", "Mila Belmar"):
        report.entity(name)
    story = story_of(report, maker("Nobody saw it."))
    portraits, scene = set_up(profiles_of(story, things=False), [[0], [1], [2]], story)
    monkeypatch.setattr(Likely, "_odds", lambda _, __, other: {1: -0.5, 2: second}[other])
    likely = Likely(portraits, scene, lambda *_: False, lambda *_: False)
    assert list(likely.only_joins([0], [1, 2])) == joins
