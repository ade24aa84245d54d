"""Things and short names across reports: what several reports speak of in one noun."""

from __future__ import annotations

from variorum.alignments.actors import align_actors
from variorum.alignments.things import align_things


def count_of(story_of, *makers):
    """Return the number of actors of a story."""
    return len(align_actors(story_of(*makers)))


def test_one_noun_of_two_reports_is_one_thing(maker, story_of):
    """The gate of two reports is one thing, and what the story names once is none."""
    one, two = maker("Water broke the lower gate."), maker("Divers looked at the gate and a lamp.")
    one.thing("the lower gate", "gate")
    two.thing("the gate", "gate")
    two.thing("a lamp", "lamp")
    things = align_things(story_of(one, two))
    assert [(thing.name, len(thing.entities)) for thing in things] == [("the lower gate", 2)]


def test_two_reports_of_one_climber(maker, story_of):
    """The climber of one report and a climber of another are one where each report has one."""
    one, two = maker("The climber fell."), maker("A climber was found.")
    one.entity("The climber", named=False, roles=("climber",))
    two.entity("A climber", named=False, roles=("climber",))
    assert count_of(story_of, one, two) == 1


def test_a_team_by_the_last_word_of_its_name(maker, story_of):
    """The Herons are the Port Arden Herons where the story has no others."""
    one, two = maker("The Port Arden Herons won."), maker("The Herons won.")
    one.entity("Port Arden Herons", kind="organisation")
    two.entity("Herons", kind="organisation")
    assert count_of(story_of, one, two) == 1


def test_two_teams_of_one_last_word_stay_apart(maker, story_of):
    """The Herons are nobody's where two teams are called so."""
    one, two = maker("The Port Arden Herons met the Lake Belmar Herons."), maker("The Herons won.")
    one.entity("Port Arden Herons", kind="organisation")
    one.entity("Lake Belmar Herons", kind="organisation")
    two.entity("Herons", kind="organisation")
    assert count_of(story_of, one, two) == 3
