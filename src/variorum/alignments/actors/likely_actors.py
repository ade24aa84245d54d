"""Likely actors: unnamed people, groups and bodies joined by the trained model, with each other and with named ones.

"The company" of one report is the shipping company that another names: its noun, its number, what it does and how much
a report speaks of it tell. Whom reports name stay as the names have them: two names are never one person here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import ages_fit, countries_fit
from variorum.alignments.actors.joins_by_age import genders_fit
from variorum.alignments.actors.likely import LIKELY, Likely, set_up
from variorum.alignments.actors.portrait_pairs import are_set_apart, are_two_names
from variorum.alignments.actors.profiles import profiles_of
from variorum.alignments.actors.roles import ANYBODY, ANYBODY_ALONE, KIN
from variorum.alignments.wordings.names import fold_name
from variorum.limits import LIMITS
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from variorum.alignments.actors.clusters import Cluster
    from variorum.alignments.actors.portraits import Portrait
    from variorum.alignments.actors.profiles import Profile
    from variorum.model.stories import Story

#: Why somebody without a name is taken for one who has one.
ALONE = "nobody else who is named may be meant"
#: What no person is.
_NO_PERSON = frozenset({EntityType.STATE, EntityType.PLACE, EntityType.GROUP, EntityType.EVENT})


def join_likely(clusters: list[Cluster], story: Story) -> None:
    """Join the clusters that are one by the model, the likeliest first; then people with whom alone may be meant."""
    likely = likely_actors(clusters, story)
    for kept, gone in likely.joins():
        clusters[kept].absorb(clusters[gone], LIKELY)
    people = [number for number, portrait in likely.portraits.items() if portrait.people * 2 > 1]
    people.sort(key=lambda number: (-likely.portraits[number].mentions, number))
    named = [number for number in people if likely.portraits[number].has_name(likely.scene.nouns)]
    open_ = [number for number in people if _may_be_named(likely.portraits[number])]
    for kept, gone in likely.only_joins(open_[: LIMITS.likely_people], named[: LIMITS.likely_people]):
        clusters[kept].absorb(clusters[gone], ALONE)


def _may_be_named(portrait: Portrait) -> bool:
    """Say whether somebody without a name is one whom a report may name: no relative, nobody else, no mere official."""
    new = portrait.anew and not portrait.in_lead
    if portrait.named or portrait.another or new or portrait.plural * 2 > portrait.size:
        return False
    anybody = bool(portrait.heads) and portrait.heads.keys() <= ANYBODY - ANYBODY_ALONE
    return not anybody and portrait.heads.keys().isdisjoint(KIN)


def likely_actors(clusters: list[Cluster], story: Story) -> Likely:
    """Return the clusters with their portraits, ready to be joined; the numbers are those of the clusters."""
    profiles = _profiles(clusters, story)
    at = {profile.ref: number for number, profile in enumerate(profiles)}
    groups = [[at[node.ref] for node in cluster.nodes if node.ref in at] for cluster in clusters]
    portraits, scene = set_up(profiles, groups, story)

    def apart(one: int, two: int) -> bool:
        left, right = portraits[one], portraits[two]
        known = _are_apart(clusters[one], clusters[two])
        return known or are_set_apart(left, right) or are_two_names(left, right, scene)

    def rivals(one: int, two: int) -> bool:
        return portraits[one].has_name(scene.nouns) and portraits[two].has_name(scene.nouns)

    return Likely(portraits, scene, apart, rivals)


def _profiles(clusters: list[Cluster], story: Story) -> list[Profile]:
    """Return the profiles of the entities that are compared: those of the actors of most mentions, within the limit."""
    weight = {
        node.ref: sum(len(other.entity.mentions) for other in cluster.nodes)
        for cluster in clusters
        for node in cluster.nodes
    }
    found = profiles_of(story, things=False)
    found.sort(key=lambda profile: (-weight[profile.ref], profile.position, profile.first))
    return found[: LIMITS.likely_actors]


def _owns(one: Cluster, two: Cluster) -> bool:
    """Say whether a description of one tells that it is somebody of the other: "Reyes's counterpart" is not Reyes."""
    owners = {
        word
        for node in one.nodes
        if not node.entity.named
        for phrase in node.description.replace("’", "'").split("'s ")[:-1]
        for word in fold_name(phrase)[-1:]
    }
    return bool(owners) and any(name[-1:] and name[-1] in owners for name in two.names)


def _are_apart(one: Cluster, two: Cluster) -> bool:
    """Say whether two clusters never are one, whatever the model says."""
    if not countries_fit(one, two) or not ages_fit(one, two) or _owns(one, two) or _owns(two, one):
        return True
    if one.is_person() and two.is_person() and not genders_fit(one, two):
        return True
    types = [{node.entity.type for node in cluster.nodes} for cluster in (one, two)]
    holders = [{node.holder for node in cluster.nodes if node.holder} for cluster in (one, two)]
    # "Harbour Front fighters" are not the fighters of anybody else; "the Belmar Lines driver" may be "the driver".
    told = all(holders) or any(EntityType.GROUP in found for found in types)
    if told and holders[0] != holders[1]:
        return True
    masters = [{node.master for node in cluster.nodes if node.master} for cluster in (one, two)]
    if all(masters) and masters[0].isdisjoint(masters[1]):
        return True  # "the Orlov government" is not "the Reyes government", whatever "the government" is
    person = [EntityType.PERSON in found for found in types]
    return person[0] != person[1] and bool(types[person[0]] & _NO_PERSON)
