"""Positions: entities of the reports of a story as actors, by the place of the report in the story.

Nothing in aligning may depend on sigla, which are labels: reports are known by their place in the story.
"""

from __future__ import annotations

from variorum.model.alignments import AlignedStory, Ref
from variorum.model.annotations import EntityType

Actors = dict[str, str]
"""Entity ids of one report to actor ids."""


def actors_by_report(aligned: AlignedStory) -> list[Actors]:
    """Return, for each report in story order, the actor of every entity."""
    index = aligned.actor_index()
    return [
        {entity.id: actor for entity in annotated.entities if (actor := index.get(Ref(siglum, entity.id)))}
        for siglum, annotated in aligned.story.items()
    ]


def speaks_for(aligned: AlignedStory) -> dict[str, str]:
    """Return the state that an actor is or can stand for: a leader, an office, the state itself.

    Keys are actor ids, values ISO 3166-1 alpha-3. Private persons are not told apart here: it is weak evidence.
    """
    kinds = {EntityType.STATE, EntityType.ORGANISATION, EntityType.PERSON}
    return {actor.id: actor.country for actor in aligned.actors if actor.country and actor.type in kinds}
