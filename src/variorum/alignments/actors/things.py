"""Things across reports: what several reports speak of that is no actor, "the lower gate" of one and of the other.

By the head noun alone, of a name by all its words: that a story has a second gate is rarer than that two reports
describe one otherwise; then by the trained model, "the gate" and "the barrier" say. Things join only things, never
actors. What is named once in the whole story is left out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import singular
from variorum.alignments.actors.likely import LIKELY, Likely, set_up
from variorum.alignments.actors.profiles import profiles_of
from variorum.alignments.wordings.names import fold_name
from variorum.limits import LIMITS
from variorum.model.alignments import Actor, Ref
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from variorum.model.annotations import Entity
    from variorum.model.stories import Story


_Thing = list[tuple["Ref", "Entity"]]
"""Things of several reports taken for one."""


def align_things(story: Story) -> tuple[Actor, ...]:
    """Return the things that a story names more than once, those of most mentions first."""
    things = things_of(story)
    likely = _join_likely(things, story)
    found = [same for same in things if _count(same) > 1]
    found.sort(key=lambda thing: (-len({ref.siglum for ref, _ in thing}), -_count(thing), _name(thing)))
    return tuple(
        Actor(
            f"n{number}",
            _name(thing),
            _type(thing),
            tuple(ref for ref, _ in thing),
            reasons=_reasons(thing, likely),
        )
        for number, thing in enumerate(found, start=1)
    )


def things_of(story: Story) -> list[_Thing]:
    """Return the things of a story, those of one head noun together."""
    by_head: dict[str, _Thing] = defaultdict(list)
    for siglum, annotated in story.items():
        for entity in annotated.things:
            by_head[_head(entity, annotated.report.text)].append((Ref(siglum, entity.id), entity))
    return list(by_head.values())


def _join_likely(things: list[_Thing], story: Story) -> set[Ref]:
    """Join the things that are one by the model; return those that it moved. What is taken leaves an empty list."""
    moved: set[Ref] = set()
    for kept, gone in likely_things(things, story).joins():
        moved.update(ref for ref, _ in things[gone])
        things[kept].extend(things[gone])
        things[gone] = []
    return moved


def likely_things(things: list[_Thing], story: Story) -> Likely:
    """Return the things with their portraits, ready to be joined; the numbers are those of the things."""
    weight = {ref: _count(thing) for thing in things for ref, _ in thing}
    profiles = profiles_of(story, things=True)
    profiles.sort(key=lambda profile: (-weight[profile.ref], profile.position, profile.first))
    del profiles[LIMITS.likely_actors :]
    at = {profile.ref: number for number, profile in enumerate(profiles)}
    groups = [[at[ref] for ref, _ in thing if ref in at] for thing in things]
    portraits, scene = set_up(profiles, groups, story)

    def named(one: int, two: int) -> bool:
        return bool(portraits[one].named and portraits[two].named)

    return Likely(portraits, scene, named, named)


def _reasons(thing: _Thing, likely: set[Ref]) -> tuple[str, ...]:
    """Return why the things of several places are taken for one."""
    moved = [ref for ref, _ in thing if ref in likely]
    same = len(thing) > 1 and len(moved) < len(thing) - 1
    return (*(("same noun",) if same else ()), *((LIKELY,) if moved else ()))


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
