"""Things across reports: what several reports speak of that is no actor, "the lower gate" of one and of the other.

By the head noun alone, of a name by all its words: that a story has a second gate is rarer than that two reports
describe one otherwise. Things join only things, never actors. What is named once in the whole story is left out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.alignments.actor_clusters import singular
from variorum.alignments.names import fold_name
from variorum.model.alignments import Actor, Ref
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from variorum.model.annotations import Entity
    from variorum.model.stories import Story


_Thing = list[tuple["Ref", "Entity"]]
"""Things of several reports taken for one."""


def align_things(story: Story) -> tuple[Actor, ...]:
    """Return the things that a story names more than once, those of most mentions first."""
    by_head: dict[str, _Thing] = defaultdict(list)
    for siglum, annotated in story.items():
        for entity in annotated.things:
            by_head[_head(entity, annotated.report.text)].append((Ref(siglum, entity.id), entity))
    found = [same for same in by_head.values() if _count(same) > 1]
    found.sort(key=lambda thing: (-len({ref.siglum for ref, _ in thing}), -_count(thing), _name(thing)))
    return tuple(
        Actor(
            f"n{number}",
            _name(thing),
            _type(thing),
            tuple(ref for ref, _ in thing),
            reasons=("same noun",) if len(thing) > 1 else (),
        )
        for number, thing in enumerate(found, start=1)
    )


def _head(entity: Entity, text: str) -> str:
    """Return the head noun of a thing, singular and folded; of a name all its words."""
    mention = entity.mentions[0]
    start = mention.start if entity.named else mention.head_start
    return singular(" ".join(fold_name(text[start : mention.end])))


def _count(thing: _Thing) -> int:
    """Return how often a story names a thing."""
    return sum(len(entity.mentions) for _, entity in thing)


def _name(thing: _Thing) -> str:
    """Return the longest description of a thing, the first in the alphabet of equals."""
    return min((entity.name for _, entity in thing), key=lambda name: (-len(name), name))


def _type(thing: _Thing) -> EntityType:
    """Return the type of a thing: a place where one report has a place."""
    places = any(entity.type is EntityType.PLACE for _, entity in thing)
    return EntityType.PLACE if places else EntityType.OTHER
