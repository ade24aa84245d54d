"""Who acts on whom, and where: the network, the events of a story, the quad classes, the map."""

from __future__ import annotations

from msgspec import Struct

from variorum.model.evidence import Evidence
from variorum.model.intervals import Interval
from variorum.model.plover import QuadClass


class NetworkNode(Struct, frozen=True):
    """An actor in the network."""

    actor: str
    name: str
    type: str
    mentions: tuple[tuple[str, int], ...]
    """(siglum, number of mentions)."""


class NetworkEdge(Struct, frozen=True):
    """What passes between two actors, with its words."""

    source: str
    target: str
    kind: str
    """``cooperation``, ``conflict``, ``speech`` or ``other``."""
    types: tuple[str, ...]
    """PLOVER types of the events behind it."""
    evidence: tuple[Evidence, ...]


class Network(Struct, frozen=True):
    """Actors and what passes between them."""

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]


class EventReading(Struct, frozen=True):
    """What one report tells of an event, all its mentions taken together."""

    siglum: str
    events: tuple[str, ...]
    """Ids of the events of the report, in text order."""
    evidence: tuple[Evidence, ...]
    """The clause of each."""
    sources: tuple[str, ...]
    """Actor ids."""
    targets: tuple[str, ...]
    times: tuple[str, ...]
    """The words that date it."""
    places: tuple[str, ...]
    """Names of the gazetteer."""
    quantities: tuple[str, ...]
    """The words of its amounts."""
    factuality: tuple[str, ...]
    attributed_to: tuple[str, ...]
    adds: tuple[str, ...]
    """Slots that no other report of the group fills: ``source``, ``target``, ``time``, ``place``, ``quantity``."""


class EventGroup(Struct, frozen=True):
    """One event of the story."""

    id: str
    type: str
    """PLOVER type, or OTHER."""
    mode: str | None
    interval: Interval | None
    """When it happened, by the finest time that a report gives."""
    readings: tuple[EventReading, ...]


class QuadRow(Struct, frozen=True):
    """How often one actor acts on another in one quad class and time."""

    source: str
    """Actor id."""
    target: str
    quad: QuadClass
    interval: Interval | None
    groups: tuple[str, ...]
    """Event groups counted once each, however many reports tell them."""
    reports: tuple[tuple[str, tuple[str, ...]], ...]
    """The groups that each report tells, by siglum."""


class MapPoint(Struct, frozen=True):
    """A place that reports name as a place."""

    gazetteer_id: str
    name: str
    country: str | None
    lat: float
    lon: float
    evidence: tuple[Evidence, ...]
    kind: str = "city"
    """``country``, ``division``, ``city``, ``landmark``, ``region``, ``sea``, ``continent``: how vague the point is."""
