"""Actors by a noun or a short name: the last joins, for what reports call by one noun alone ("the climber", "a man").

Descriptions of groups need a modifier in common too. A person is joined where each report has one bearer of the noun:
two men of a report stay two, and are no ground.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import DETERMINERS, ages_fit, can_be_one, countries_fit, described, singular
from variorum.alignments.actors.groups import is_counted
from variorum.alignments.actors.roles import ANYBODY, ANYBODY_ALONE
from variorum.alignments.wordings.names import fold_name
from variorum.limits import LIMITS
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from variorum.alignments.actors.clusters import Cluster

#: Types of what can be called by the last word of its name.
_BODIES = frozenset({EntityType.ORGANISATION, EntityType.GROUP, EntityType.OTHER})
#: Words before a noun that leave open who of them is meant.
_OTHERS = frozenset({"another", "other", "second", "third", "each", "every", "no", "any"})


def join_nouns(clusters: list[Cluster]) -> None:
    """Join unnamed people and groups of different reports by their noun, one of each report."""
    by_noun: dict[tuple[str, bool], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.nodes and not cluster.names and (noun := _noun(cluster)):
            by_noun[noun, cluster.is_person()].append(cluster)
    for noun, person in sorted(by_noun):
        same = sorted(_alone(by_noun[noun, person]) if person else by_noun[noun, person], key=_weight)
        for at, first in enumerate(same):
            for other in same[at + 1 : at + 1 + LIMITS.candidates] if first.nodes else ():
                if other.nodes and can_be_one(first, other) and _modifiers_fit(first, other, person=person):
                    first.absorb(other, f"the {noun} of each report")


def _noun(cluster: Cluster) -> str:
    """Return the noun of an unnamed cluster; "" where it can be anybody, or is a number of them."""
    node = cluster.nodes[0]
    words = described(node.description)
    if not words or (not node.is_person and is_counted(node.description)):
        return ""
    return "" if words[-1] in ANYBODY - ANYBODY_ALONE else words[-1]


def _modifiers_fit(one: Cluster, two: Cluster, *, person: bool) -> bool:
    """Say whether two descriptions have a modifier in common; of a person a bare noun fits all that say more."""
    if not ages_fit(one, two):
        return False
    left, right = _modifiers(one), _modifiers(two)
    return bool(left & right) or (person and not (left and right))


def _modifiers(cluster: Cluster) -> frozenset[str]:
    """Return the words that a description has beside its noun: "loyal", "orlov" of "forces loyal to Orlov"."""
    words = re.findall(r"[^\W_]+", cluster.nodes[0].description.casefold())[:12]
    return (
        frozenset(singular(word) for word in words)
        - DETERMINERS
        - {_noun(cluster), "to", "in", "on", "for", "from", "s"}
    )


def _alone(bearers: list[Cluster]) -> list[Cluster]:
    """Return the bearers of a noun that are the only one of each of their reports."""
    reports = Counter(position for cluster in bearers for position in cluster.reports)
    alone = (cluster for cluster in bearers if all(reports[position] == 1 for position in cluster.reports))
    return [cluster for cluster in alone if not _OTHERS & set(cluster.nodes[0].description.lower().split()[:2])]


def _weight(cluster: Cluster) -> tuple[int, int, str]:
    """Return the sort key: most mentions, then first in its report, then the words."""
    mentions = sum(len(node.entity.mentions) for node in cluster.nodes)
    return (-mentions, min(node.entity.mentions[0].start for node in cluster.nodes), cluster.nodes[0].description)


def join_last_words(clusters: list[Cluster]) -> None:
    """Join a body that a report calls by the last word of its name alone: "the Herons", "the Port Arden Herons"."""
    longer: dict[str, dict[int, Cluster]] = defaultdict(dict)
    short: list[tuple[str, Cluster]] = []
    for cluster in clusters:
        if not cluster.nodes or not cluster.names or cluster.nodes[0].entity.type not in _BODIES:
            continue
        names = [fold_name(alias) for alias in cluster.written()]
        if all(len(name) == 1 for name in names):
            short.append((names[0][0], cluster))
        for name in names:
            if len(name) > 1:
                longer[name[-1]][id(cluster)] = cluster
    for word, cluster in short:
        alive = [body for body in longer.get(word, {}).values() if body.nodes]
        if len(alive) == 1 and cluster.nodes and countries_fit(alive[0], cluster):
            alive[0].absorb(cluster, "the last word of its name")
