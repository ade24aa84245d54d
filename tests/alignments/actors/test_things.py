"""Things and short names across reports: what several reports speak of in one noun."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.alignments.actors.aligning import align_actors
from variorum.alignments.actors.things import align_things


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


def test_groups_of_two_descriptions_stay_apart(maker, story_of):
    """Forces loyal to one leader are not the forces that another state backs."""
    one, two = maker("Forces loyal to Orlov fled."), maker("Ruvian-backed forces came.")
    one.entity("Forces loyal to Orlov", kind="group", named=False)
    two.entity("Ruvian-backed forces", kind="group", named=False)
    assert count_of(story_of, one, two) == 2


def test_groups_with_a_word_in_common_are_one(maker, story_of):
    """The flooded valley farmers are the valley farmers."""
    one, two = maker("The flooded valley farmers left."), maker("Valley farmers left.")
    one.entity("The flooded valley farmers", kind="group", named=False)
    two.entity("Valley farmers", kind="group", named=False)
    assert count_of(story_of, one, two) == 1


def test_fighters_of_a_named_organisation_are_no_others(maker, story_of):
    """Harbour Front gunmen are not the militants of another report, who can be anybody's."""
    one, two = maker("Harbour Front gunmen fled."), maker("The militants fled.")
    one.entity("Harbour Front", kind="organisation")
    one.entity("Harbour Front gunmen", kind="group", named=False)
    one.layers["entities"][-1] = _headed(one.layers["entities"][-1])
    two.entity("The militants", kind="group", named=False)
    assert count_of(story_of, one, two) == 3


def _headed(entity):
    """Return an entity whose mention is headed by its last word, "gunmen"."""
    mention = entity.mentions[0]
    return replace(entity, mentions=(replace(mention, head_start=mention.end - len("gunmen")),))


def test_the_company_of_one_report_is_the_company_that_another_names(maker, story_of):
    """The company is the shipping company Belmar Lines, which each report speaks of and no other company beside it."""
    one = maker("The shipping company Belmar Lines stopped its ferries. Belmar Lines sold tickets.")
    two = maker("The company stopped its ferries on Monday. The company sold tickets.")
    one.entity("Belmar Lines", kind="organisation", roles=("company",), mentions=["Belmar Lines", "Belmar Lines"])
    two.entity("The company", kind="organisation", named=False, roles=("company",))
    assert count_of(story_of, one, two) == 1


def test_which_of_two_companies_is_meant_stays_open(maker, story_of):
    """The company is neither of two companies that have names."""
    one, two = maker("The company Belmar Lines met the company Arden Freight."), maker("The company closed.")
    one.entity("Belmar Lines", kind="organisation", roles=("company",))
    one.entity("Arden Freight", kind="organisation", roles=("company",))
    two.entity("The company", kind="organisation", named=False, roles=("company",))
    assert count_of(story_of, one, two) == 3
