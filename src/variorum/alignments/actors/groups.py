"""Actors that are unnamed groups: the same description, or another word for the same kind of people ("immigrants")."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import DETERMINERS, described
from variorum.model.annotations import EntityType
from variorum.word_lists import listed

if TYPE_CHECKING:
    from variorum.alignments.actors.clusters import Cluster, Node

#: Groups that are others each time they are named.
_ANYBODY = listed(
    "people person man woman child official source expert analyst critic other leader member victim one country"
)
#: Words for one kind of group among which reports choose; each line is a kind.
_KINDS = {
    word: kind
    for kind, words in enumerate(
        (
            "migrant|immigrant|refugee|asylum seeker|asylum-seeker|caravan|migrant caravan|seeker",
            "protester|protestor|demonstrator|marcher",
            "rebel|insurgent",
            "militant|fighter|gunman",
            "terrorist|extremist|jihadist|islamist",
            "soldier|troop",
            "pirate|brigand|bandit|raider|hijacker|buccaneer",
            "lawmaker|legislator|parliamentarian|congressman",
            "climber|mountaineer",
            "shopper|customer",
            "defendant|accused",
            "worker|employee|staffer",
            "cop|police|policeman",
        )
    )
    for word in words.split("|")
}
#: A group of a number, or a part of one, is another group each time: "two migrants", "dozens of rebels".
_COUNTED = re.compile(
    r"^\W*(?:about|at least|nearly|some|several|many|few|other|more|most|both|another|dozens|scores|hundreds|thousands|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,.]*)\b",
    re.IGNORECASE,
)
#: What stands before a group that is named by its members: "the group of migrants", "members of the caravan".
_WHOLE = re.compile(r"^(?:the |a |an )?(?:group|member|crowd|number|wave|stream)s? of (?:the )?", re.IGNORECASE)
#: What stands after the noun of a nominal: "immigrants from Central America".
_TAIL = re.compile(
    r"(?<!group)(?<!member)(?<!members)(?<!groups) (?:from|who|in|at|near|with|against|that|of)\b.*", re.DOTALL
)
#: A kind that so many clusters of a story bear is a list, not one group.
_MOST_OF_KIND = 60


def join_unnamed(clusters: list[Cluster]) -> None:
    """Join unnamed groups and people of the same description, when it says more than a bare noun."""
    by_description: dict[tuple[object, ...], Cluster] = {}
    for cluster in clusters:
        if not cluster.nodes or cluster.names:
            continue
        node = cluster.nodes[0]
        words = tuple(word for word in described(node.description) if word not in DETERMINERS)
        if (counted := _COUNTED.match(node.description)) is not None:
            rest = described(node.description[counted.end() :])
            words = (counted.group().strip().casefold(), *rest)  # "two rebels" are not "the rebels"
        group = not node.is_person and bool(words) and words[-1] not in _ANYBODY
        told = len(words) >= 2 or bool(words and (node.entity.country or node.entity.wikidata)) or group
        if not told:
            continue
        # "a spokesman" of two ministries are two: a person needs the same role as well.
        roles = tuple(sorted(node.entity.roles)) if node.is_person else ()
        key = (node.entity.type, words, node.entity.country, roles)
        known = by_description.setdefault(key, cluster)
        if known is not cluster and not known.reports & cluster.reports:
            known.absorb(cluster, f"same description: {' '.join(words)}")


def is_counted(description: str) -> bool:
    """Say whether a description is of a number or a part of a group: "two migrants", "dozens of rebels"."""
    return _COUNTED.match(description) is not None


def join_kinds(clusters: list[Cluster]) -> None:
    """Join unnamed groups of one kind, also inside a report: "the migrants", "Ruvian immigrants", "the caravan".

    Fighters of a named organisation are no other fighters.
    Two countries or two modifiers in one story keep all of them apart but those that say nothing more.
    """
    kinds: dict[tuple[int, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.nodes and not cluster.names and (kind := _kind_of(cluster.nodes[0])) is not None:
            kinds[kind, cluster.nodes[0].holder].append(cluster)
    for key in sorted(kinds):
        same = kinds[key][:_MOST_OF_KIND]
        countries = {country for cluster in same for country in cluster.countries}
        if len(countries) > 1:
            same = [cluster for cluster in same if not cluster.countries]
        for other in same[1:]:
            same[0].absorb(other, "another word for the same group")


def _kind_of(node: Node) -> int | None:
    """Return the kind of an unnamed group, None for other groups and for a number of people."""
    if node.entity.type not in (EntityType.GROUP, EntityType.ORGANISATION) or _COUNTED.match(node.description):
        return None
    words = described(_WHOLE.sub("", _TAIL.sub("", node.description)))
    return _KINDS.get(words[-1]) if words and len(words) <= 4 else None
