"""Positions: reports by their place in the story, and their entities as actors.

Nothing in aligning may depend on sigla, which are labels: reports are known by their place in the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from variorum.model.alignments import AlignedStory, Ref
from variorum.model.annotations import EntityType
from variorum.model.stories import Story

Actors = dict[str, str]
"""Entity ids of one report to actor ids."""


def report_pairs(story: Story) -> Iterator[tuple[int, int]]:
    """Yield the places of every two reports of a story, the earlier one first."""
    return combinations(range(len(story.reports)), 2)


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
