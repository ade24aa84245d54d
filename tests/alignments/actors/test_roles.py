"""Promises on actors by role: leaders, chiefs and those whom one role tells apart; and who stays two."""

from __future__ import annotations

from variorum.alignments.actors.aligning import align_actors

RUVIA = {"country": "RUV"}


def actors_of(story_of, *makers):
    """Return the actors as sets of (siglum, id)."""
    return [{(ref.siglum, ref.id) for ref in actor.entities} for actor in align_actors(story_of(*makers))]


def test_an_unnamed_leader_is_the_leader_of_the_state(maker, story_of):
    """Who is the Ruvian strongman to one report is President Orlov of Ruvia to another."""
    one, two = maker("President Pavel Orlov left."), maker("The Ruvian strongman left.")
    one.entity("Pavel Orlov", roles=("president",), **RUVIA)
    two.entity("The Ruvian strongman", named=False, roles=("strongman",), **RUVIA)
    assert len(actors_of(story_of, one, two)) == 1


def test_a_prime_minister_is_not_the_president(maker, story_of):
    """Two offices of one state are two people."""
    one, two = maker("President Pavel Orlov left."), maker("The Ruvian prime minister left.")
    one.entity("Pavel Orlov", roles=("president",), **RUVIA)
    two.entity("The Ruvian prime minister", named=False, roles=("prime minister",), **RUVIA)
    assert len(actors_of(story_of, one, two)) == 2


def test_two_leaders_of_one_state_leave_it_open(maker, story_of):
    """Where a story names two leaders of Ruvia, an unnamed one is neither."""
    one, two = maker("Pavel Orlov and Mila Orlov left."), maker("The Ruvian leader left.")
    one.entity("Pavel Orlov", roles=("leader",), **RUVIA)
    one.entity("Mila Orlov", roles=("leader",), **RUVIA)
    two.entity("The Ruvian leader", named=False, roles=("leader",), **RUVIA)
    assert len(actors_of(story_of, one, two)) == 3


def test_the_chief_of_a_body_is_its_director(maker, story_of):
    """The N.W.B. chief and the former NWB director are one; the chief of another body is not."""
    one, two = maker("The former NWB director left."), maker("The N.W.B. chief met the Dorel chief.")
    one.entity("The former NWB director", named=False, roles=("director",))
    two.entity("The N.W.B. chief", named=False, roles=("chief",))
    two.entity("the Dorel chief", named=False, roles=("chief",))
    assert {("A", "e1"), ("B", "e1")} in actors_of(story_of, one, two)


def test_the_only_gunman_of_each_report_is_one(maker, story_of):
    """A role that one person alone bears in each report tells who is meant."""
    one, two, three = maker("The gunman fled."), maker("A gunman fled."), maker("Gunman Tom Arden fled.")
    one.entity("The gunman", named=False, roles=("gunman",))
    two.entity("A gunman", named=False, roles=("gunman",))
    three.entity("Tom Arden", roles=("gunman",))
    assert len(actors_of(story_of, one, two, three)) == 1


def test_anybody_stays_anybody(maker, story_of):
    """A resident, an official and a spokesman of two reports are two each."""
    one, two = maker("A resident, an official and a spokesman spoke."), maker("A resident, an official, a spokesman.")
    for item in (one, two):
        for role in ("resident", "official", "spokesman"):
            item.entity(role, named=False, roles=(role,))
    assert len(actors_of(story_of, one, two)) == 6


def test_two_bearers_in_a_report_are_no_ground(maker, story_of):
    """Where one report has two drivers, the driver of another report is neither."""
    one, two = maker("A first driver hit another driver."), maker("The driver fled.")
    one.entity("A first driver", named=False, roles=("driver",))
    one.entity("another driver", named=False, roles=("driver",))
    two.entity("The driver", named=False, roles=("driver",))
    assert len(actors_of(story_of, one, two)) == 3


def test_two_names_are_two_people(maker, story_of):
    """The driver of one report is not joined where two drivers have names."""
    one, two, three = maker("Driver Ana Reyes fled."), maker("Driver Tom Arden fled."), maker("The driver fled.")
    one.entity("Ana Reyes", roles=("driver",))
    two.entity("Tom Arden", roles=("driver",))
    three.entity("The driver", named=False, roles=("driver",))
    assert len(actors_of(story_of, one, two, three)) == 3


def test_given_name_and_surname_of_one_report_are_one(maker, story_of):
    """Reyes, whom a guest calls Ana, is Ana Reyes of the other report."""
    one, two = maker("Reyes smiled. Ana, a guest said, is kind."), maker("Ana Reyes smiled.")
    one.entity("Reyes")
    one.entity("Ana")
    two.entity("Ana Reyes")
    assert len(actors_of(story_of, one, two)) == 1


def test_whom_reports_call_by_the_surname(maker, story_of):
    """Vance alone is Dorel Vance, whom another report calls so too, and not his wife, who is named in full."""
    one, two, three = maker("Vance, Dorel Vance, met Mara Vance."), maker("Vance left."), maker("Mara Vance left.")
    one.entity("Dorel Vance", mentions=["Dorel Vance", "Vance,"])
    one.entity("Mara Vance")
    two.entity("Vance")
    three.entity("Mara Vance")
    found = actors_of(story_of, one, two, three)
    assert {("A", "e1"), ("B", "e1")} in found
    assert {("A", "e2"), ("C", "e1")} in found


WORDS = "Every gate of the harbour will open by spring"


def _quoted(maker, speaker, **fields):
    """Return a report in which somebody says the words."""
    item = maker(f"“{WORDS},” {speaker} said.")
    item.quotation(WORDS, speaker=item.entity(speaker, **fields))
    return item


def test_who_says_the_same_words_is_one(maker, story_of):
    """The strongman whom one report quotes with what Orlov says in another is Orlov, and the reason says so."""
    one, two = _quoted(maker, "Pavel Orlov"), _quoted(maker, "the strongman", named=False, roles=("strongman",))
    (actor,) = align_actors(story_of(one, two))
    assert actor.reasons == ("the same quotation",)


def test_a_spokesman_is_not_whom_he_speaks_for(maker, story_of):
    """A spokesman who says what the minister says in another report is another person; so are two names."""
    one, two = _quoted(maker, "Pavel Orlov"), _quoted(maker, "a spokesman", named=False, roles=("spokesman",))
    assert len(actors_of(story_of, one, two)) == 2
    assert len(actors_of(story_of, one, _quoted(maker, "Ana Reyes"))) == 2


def test_who_is_as_old_is_the_same_person_across_reports(maker, story_of):
    """A 59-year-old woman of one report is Ana Keels, 59, of another, and not a woman of 31."""
    one, two = maker("A 59-year-old woman died."), maker("Ana Keels, 59, died. A 31-year-old woman saw it.")
    one.entity("A 59-year-old woman", named=False, roles=("woman",))
    two.entity("Ana Keels")
    two.entity("A 31-year-old woman", named=False, roles=("woman",))
    assert sorted(map(len, actors_of(story_of, one, two))) == [1, 2]


def test_two_names_of_one_age_leave_it_open(maker, story_of):
    """Where a story names two people of one age, an unnamed one is neither by the age."""
    one, two = maker("A 59-year-old survivor spoke."), maker("Ana Keels, 59, died. Luis Orte, 59, died.")
    one.entity("A 59-year-old survivor", named=False, roles=("survivor",))
    two.entity("Ana Keels")
    two.entity("Luis Orte")
    assert sorted(map(len, actors_of(story_of, one, two))) == [1, 1, 1]


def test_a_man_is_no_woman_of_his_age(maker, story_of):
    """A man of 59 is not the woman of 59 of another report."""
    one, two = maker("A 59-year-old man died."), maker("A 59-year-old woman died.")
    one.entity("A 59-year-old man", named=False, roles=("man",))
    two.entity("A 59-year-old woman", named=False, roles=("woman",))
    assert sorted(map(len, actors_of(story_of, one, two))) == [1, 1]


def test_the_lawyer_of_one_person_is_one(maker, story_of):
    """Whose lawyer somebody is tells who it is in two reports; the lawyer of another is somebody else."""
    one, two = maker("The Reyes attorney left."), maker("Reyes's lawyer met Low's lawyer.")
    one.entity("The Reyes attorney", named=False, roles=("attorney",))
    two.entity("Reyes's lawyer", named=False, roles=("lawyer",))
    two.entity("Low's lawyer", named=False, roles=("lawyer",))
    assert {("A", "e1"), ("B", "e1")} in actors_of(story_of, one, two)
