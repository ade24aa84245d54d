"""Actors: the entities of different reports that are one person, group, state or organisation.

Cross-document coreference within one story, precision first: a wrong join makes every later step wrong, a missed one
costs a row.
Joins go from the surest evidence to the weakest, and a weaker one never joins what a surer one kept apart:

1. the same Wikidata item, the same state by country code, the same full name;
2. spellings of one full name, acronyms, names with and without a generic noun;
3. a surname alone, when one person in the story alone bears it;
4. an age, office or role that one person alone bears ("a 59-year-old woman", "the Ruvian leader", "the gunman");
5. an unnamed group of the same description or kind, a government and its state, officials and whom they act for;
6. the words that both are quoted with;
7. a trained model that weighs nouns, modifiers, meaning and what is told of both: for whom no name tells.

What a reader decides by hand comes after all of them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import Cluster, collect_nodes
from variorum.alignments.actors.decisions import apply_decisions
from variorum.alignments.actors.descriptions import join_described
from variorum.alignments.actors.groups import join_kinds, join_unnamed
from variorum.alignments.actors.joins_by_age import join_ages
from variorum.alignments.actors.joins_by_name import (
    join_acronyms,
    join_namesakes,
    join_same_words,
    join_spellings,
    join_sure,
    join_surnames,
)
from variorum.alignments.actors.joins_by_noun import join_last_words, join_nouns
from variorum.alignments.actors.joins_by_quotation import join_speakers
from variorum.alignments.actors.likely_actors import join_likely
from variorum.alignments.actors.roles import join_chiefs, join_leaders, join_roles
from variorum.alignments.actors.states import join_bodies, join_governments, join_officers, join_parties
from variorum.alignments.wordings.names import fold_name
from variorum.model.alignments import Actor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model.alignments import ActorDecision
    from variorum.model.annotations import EntityType
    from variorum.model.stories import Story

#: The joins in their order; each takes the clusters and empties those that it joins to others.
_JOINS = (
    join_spellings,
    join_same_words,
    join_surnames,
    join_acronyms,
    join_namesakes,
    join_described,
    join_leaders,
    join_chiefs,
    join_ages,
    join_roles,
    join_unnamed,
    join_bodies,
    join_parties,
    join_governments,
    join_officers,
    join_kinds,
    join_last_words,
    join_nouns,
)


def align_actors(story: Story, decisions: Sequence[ActorDecision] = ()) -> tuple[Actor, ...]:
    """Return the actors of a story: every entity of every report belongs to exactly one.

    ``decisions`` are a reader's, carried out last; raises [C006] for one that names nothing.
    Actors that more reports and more mentions name come first; ids count in that order and do not depend on the sigla.
    """
    clusters = join_by_rules(story)
    join_likely(clusters, story)
    apply_decisions(clusters, decisions)
    found = [cluster for cluster in clusters if cluster.nodes]
    found.sort(key=_importance)
    return tuple(_actor(number, cluster) for number, cluster in enumerate(found, start=1))


def join_by_rules(story: Story) -> list[Cluster]:
    """Return the entities of a story as the rules join them, those that others took empty."""
    clusters = join_sure(collect_nodes(story))
    for join in _JOINS:
        join(clusters)
    join_speakers(clusters, story)
    return clusters


def _importance(cluster: Cluster) -> tuple[int, int, int, int]:
    """Return the sort key: most reports, most mentions, then story order."""
    mentions = sum(len(node.entity.mentions) for node in cluster.nodes)
    first = min((node.position, node.entity.mentions[0].start if node.entity.mentions else 0) for node in cluster.nodes)
    return (-len(cluster.reports), -mentions, *first)


def _actor(number: int, cluster: Cluster) -> Actor:
    """Return the actor of a cluster."""
    nodes = sorted(
        cluster.nodes, key=lambda node: (node.position, node.entity.mentions[0].start if node.entity.mentions else 0)
    )
    names: Counter[str] = Counter()
    types: Counter[EntityType] = Counter()
    countries: Counter[str] = Counter()
    sectors: Counter[str] = Counter()
    items: Counter[str] = Counter()
    for node in nodes:
        weight = max(1, len(node.entity.mentions))
        if node.entity.named or not any(other.entity.named for other in nodes):
            names[node.entity.name] += weight
            types[node.entity.type] += weight
        if node.entity.country:
            countries[node.entity.country] += weight
        if node.entity.sector:
            sectors[node.entity.sector] += weight
        if node.entity.wikidata:
            items[node.entity.wikidata] += weight
    person = cluster.is_person()
    name = min(names, key=lambda item: (person and len(fold_name(item)) < 2, -names[item], -len(item), item))
    return Actor(
        id=f"a{number}",
        name=name,
        type=min(types, key=lambda item: (-types[item], item.value)),
        entities=tuple(node.ref for node in nodes),
        country=_most(countries),
        reasons=tuple(dict.fromkeys(cluster.reasons)),
        sector=_most(sectors),
        wikidata=_most(items),
        by_hand=tuple(dict.fromkeys(cluster.by_hand)),
    )


def _most(counts: Counter[str]) -> str | None:
    """Return what was counted most, the first in the alphabet of equals; None of nothing."""
    return min(counts, key=lambda item: (-counts[item], item)) if counts else None
