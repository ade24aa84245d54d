"""Entities: who and what a report names, each with all its mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.entities.clusters import HONORIFICS
from variorum.annotations.entities.coreference import join_mentions
from variorum.annotations.entities.mentions import find_mentions
from variorum.annotations.tables import actors as tables
from variorum.annotations.tables import gazetteer
from variorum.model.annotations import Entity, EntityType, Mention, MentionForm
from variorum.registry import annotator

if TYPE_CHECKING:
    from variorum.annotations.entities.clusters import Cluster
    from variorum.annotations.entities.phrases import Found
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Draft

_ARTICLES = ("the ", "a ", "an ", "this ", "that ", "these ", "those ", "some ")


@annotator(gives="entities", version="32")
def annotate_entities(draft: Draft) -> tuple[Entity, ...]:
    """Return the entities of a report in the order of their first mention; every mention belongs to one of them."""
    from variorum.annotations.trees import trees_of  # noqa: PLC0415  # beside the parse that it reads

    trees = trees_of(draft)
    taken: set[tuple[int, int, int]] = set()
    built = []
    for cluster in join_mentions(draft, find_mentions(draft)):
        mentions = _mentions_of(cluster, trees, taken)
        if mentions:
            built.append((mentions, cluster))
    built.sort(key=lambda pair: (pair[0][0].start, -pair[0][0].end, pair[0][0].head_start))
    return tuple(_entity(f"e{number}", mentions, cluster, draft) for number, (mentions, cluster) in enumerate(built, 1))


def _mentions_of(cluster: Cluster, trees: Trees, taken: set[tuple[int, int, int]]) -> tuple[Mention, ...]:
    """Return the mentions of a cluster as spans in text order; no place in the text names two entities."""
    mentions = []
    for found in cluster.mentions:
        mention = _mention(found, trees)
        place = (mention.start, mention.end, mention.head_start)
        if place not in taken:
            taken.add(place)
            mentions.append(mention)
    return tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.head_start)))


def _mention(found: Found, trees: Trees) -> Mention:
    """Return a found mention with its offsets."""
    starts, ends = trees.starts, trees.ends
    return Mention(
        starts[found.first],
        ends[found.after - 1],
        found.form,
        starts[found.head],
        ends[found.head_after - 1],
        found.quoted,
    )


def _entity(identifier: str, mentions: tuple[Mention, ...], cluster: Cluster, draft: Draft) -> Entity:
    """Return the entity of a cluster."""
    named = any(found.form is MentionForm.NAME for found in cluster.mentions)
    roles = dict.fromkeys(
        role.noun
        for found in sorted(cluster.mentions, key=lambda found: found.first)
        if not found.quoted
        for role in found.roles
        if role.noun not in HONORIFICS
    )
    return Entity(
        identifier,
        _name(mentions, cluster, draft.report.text),
        cluster.type,
        mentions,
        cluster.country,
        cluster.sector,
        _item(cluster, draft),
        tuple(roles),
        named or (cluster.type is EntityType.STATE and cluster.country is not None),
        next((found.key[4:] for found in cluster.mentions if found.key and found.key.startswith("org:")), None),
    )


def _item(cluster: Cluster, draft: Draft) -> str | None:
    """Return the Wikidata item of a cluster: that of the table of organisations, or of states on the report's day."""
    if cluster.type is EntityType.STATE and cluster.country and cluster.wikidata is None:
        return tables.state_item(cluster.country, draft.report.published)
    return cluster.wikidata


def _name(mentions: tuple[Mention, ...], cluster: Cluster, text: str) -> str:
    """Return the fullest proper name without titles; a state's is the gazetteer's; else the first nominal."""
    if cluster.type is EntityType.STATE and cluster.country and (name := gazetteer.country_name(cluster.country)):
        return name
    names = [found.name.removesuffix("'s") for found in cluster.mentions if found.form is MentionForm.NAME]
    if names:
        return max(names, key=lambda name: (len(name.split()), len(name)))
    first = next((mention for mention in mentions if mention.form is MentionForm.NOMINAL), mentions[0])
    name = " ".join(text[first.start : first.end].split())
    return next((name[len(article) :] for article in _ARTICLES if name.lower().startswith(article)), name)
