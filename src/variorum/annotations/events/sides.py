"""Sides of an event: nobody faces the state that they act for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model.entities import Entity

#: Sectors of those who act for their state.
_OF_STATE = frozenset({"GOV", "MIL", "SPY"})


def without_own_state(source: Sequence[str], target: Sequence[str], entities: Mapping[str, Entity]) -> list[str]:
    """Return the targets without the state for which all sources act.

    "President Reyes denied it in Norland": Reyes and Norland are one side, and no dyad.
    """
    states = {_state_of(entities[entity]) for entity in source}
    own = next(iter(states)) if len(states) == 1 else None
    return [
        entity
        for entity in target
        if own is None or entities[entity].type is not EntityType.STATE or entities[entity].country != own
    ]


def _state_of(entity: Entity) -> str | None:
    """Return the state that an entity is or acts for, or None: people of a country do not act for it."""
    if entity.type is EntityType.STATE:
        return entity.country
    return entity.country if entity.sector in _OF_STATE else None
