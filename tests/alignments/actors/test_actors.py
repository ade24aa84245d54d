"""Promises on actors: what is one across reports, and what stays two."""

from __future__ import annotations

import pytest

from variorum.alignments.actors.aligning import align_actors


def _groups(story):
    return {actor.name: tuple((ref.siglum, ref.id) for ref in actor.entities) for actor in align_actors(story)}


def _pair(maker, story_of, left, right):
    """Return the actors of two reports that name one thing each."""
    one, two = maker(f"{left[0]} spoke at length."), maker(f"{right[0]} spoke again.")
    one.entity(left[0], **left[1])
    two.entity(right[0], **right[1])
    return align_actors(story_of(one, two))


PERSON = {"kind": "person"}
ORGANISATION = {"kind": "organisation"}
MARAVIA = {"kind": "state", "country": "MRV"}
MINISTRY = {"kind": "organisation", "country": "MRV"}
HILLS = {"kind": "group", "named": False, "country": "MRV"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Imre Halasz", PERSON), ("Imre Halász", PERSON)),
        (("Samir al-Dakkar", PERSON), ("Samir Dakkar", PERSON)),
        (("Volodimir Zarenskyy", PERSON), ("Volodymyr Zarensky", PERSON)),
        (("Luis Tomas Veltri", PERSON), ("Tomas Veltri", PERSON)),
        (("Luisa (Lu) Veltri", PERSON), ("Lu Veltri", PERSON)),
        (("J. Adeyo", PERSON), ("Joseph Adeyo", PERSON)),
        (("Joseph Adeyo", PERSON), ("Adeyo", PERSON)),
        (("Maravian Public News Agency", ORGANISATION), ("MPNA", ORGANISATION)),
        (("Free Harbour group", {"kind": "group"}), ("Free Harbour", ORGANISATION)),
        (("Maravia", MARAVIA), ("Republic of Maravia", MARAVIA)),
        (("Gannets", PERSON), ("Gannets", ORGANISATION)),
        (("hill militias", HILLS), ("Hill militia", HILLS)),
    ],
)  # fmt: skip
def test_one_actor(maker, story_of, left, right):
    """Spellings, particles, initials, surnames, acronyms, generic nouns and country codes name one actor."""
    assert len(_pair(maker, story_of, left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Ana Reyes", PERSON), ("Carlos Reyes", PERSON)),
        (("Reyes", {"kind": "person", "country": "MRV"}), ("Ana Reyes", {"kind": "person", "country": "SUN"})),
        (("Defence Ministry", MINISTRY), ("Defence Ministry", MINISTRY | {"country": "SUN"})),
        (("North Tavria", {"kind": "state", "country": "NTV"}), ("South Tavria", {"kind": "state", "country": "STV"})),
        (("a spokesman", {"kind": "person", "named": False}), ("A spokesman", {"kind": "person", "named": False})),
        (("Jordan", {"kind": "person"}), ("Jordan", {"kind": "state", "country": "JOR"})),
        (("Velisk", {"kind": "place"}), ("Velisk Veltri", PERSON)),
    ],
)  # fmt: skip
def test_two_actors(maker, story_of, left, right):
    """Two people of one surname, ministries of two states and bare nominals stay two."""
    assert len(_pair(maker, story_of, left, right)) == 2


def test_surname_with_two_bearers(maker, story_of):
    """A surname that two people of the story bear joins neither, unless the office tells which."""
    one, two = maker("Ana Reyes met Carlos Reyes."), maker("Reyes left early.")
    one.entity("Ana Reyes", roles=("minister",))
    one.entity("Carlos Reyes", roles=("judge",))
    two.entity("Reyes")
    assert len(align_actors(story_of(one, two))) == 3
    three = maker("Judge Reyes left early.")
    three.entity("Reyes", roles=("judge",))
    assert _groups(story_of(one, three))["Carlos Reyes"] == (("A", "e2"), ("B", "e1"))


def test_government_and_state(maker, story_of):
    """An unnamed government of a country is its state; the reason says so."""
    one, two = maker("Maravia closed the border."), maker("The regime closed the border.")
    one.entity("Maravia", "state", country="MRV")
    two.entity("The regime", "organisation", named=False, country="MRV", sector="GOV")
    (actor,) = align_actors(story_of(one, two))
    assert actor.name == "Maravia"
    assert actor.reasons == ("government of the state",)


def test_name_and_order(maker, story_of):
    """An actor bears its most frequent full name; actors that more reports name come first."""
    one = maker("Veltri, Tomas Veltri and a guard. Veltri left. Zora Amsel stayed. Zora Amsel sang. Zora Amsel slept.")
    one.entity("Zora Amsel")
    one.entity("Tomas Veltri", mentions=["Veltri"])
    two = maker("Veltri won.")
    two.entity("Veltri")
    actors = align_actors(story_of(one, two))
    assert [(actor.id, actor.name) for actor in actors] == [("a1", "Tomas Veltri"), ("a2", "Zora Amsel")]


def test_sigla_are_labels(maker, story_of):
    """Other sigla change the labels in the actors and nothing else."""
    makers = []
    for text in ("Ana Reyes met Joseph Adeyo.", "Adeyo met Reyes.", "A. Reyes met Adeyo."):
        item = maker(text)
        for name in sorted(set(text.strip(".").split(" met "))):
            item.entity(name)
        makers.append(item)
    plain = align_actors(story_of(*makers))
    other = align_actors(story_of(*makers, sigla="CBA"))
    label = dict(zip("ABC", "CBA", strict=True))
    assert [(a.id, a.name, a.reasons) for a in plain] == [(a.id, a.name, a.reasons) for a in other]
    assert [[(label[r.siglum], r.id) for r in a.entities] for a in plain] == [
        [(r.siglum, r.id) for r in a.entities] for a in other
    ]


def test_every_entity_has_one_actor(maker, story_of):
    """Each entity belongs to exactly one actor."""
    one, two = maker("Ana Reyes, the MPNA and a guard."), maker("Reyes and the mayor.")
    one.entity("Ana Reyes")
    one.entity("MPNA", "organisation")
    one.entity("a guard", named=False)
    two.entity("Reyes")
    two.entity("the mayor", named=False)
    refs = [(ref.siglum, ref.id) for actor in align_actors(story_of(one, two)) for ref in actor.entities]
    assert sorted(refs) == [("A", "e1"), ("A", "e2"), ("A", "e3"), ("B", "e1"), ("B", "e2")]


def test_bounded(maker, story_of):
    """Twenty thousand entities of one surname are answered in a few seconds."""
    one, two = maker("Given0 Same and others."), maker("Same spoke.")
    for number in range(20_000):
        one.entity(f"Given{number} Same", mentions=["Same"])
    two.entity("Same")
    assert len(align_actors(story_of(one, two))) >= 20_000
