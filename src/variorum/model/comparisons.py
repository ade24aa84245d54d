"""The comparison of one story: units with their readings, and the tables and figures made from them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from variorum.model.alignments import Actor, Layer
from variorum.model.intervals import Interval
from variorum.model.reports import Refusal
from variorum.model.spans import Span
from variorum.model.stories import Story


class Relation(StrEnum):
    """What a unit's readings are to each other."""

    AGREES = "agrees"
    REWORDS = "rewords"
    CONTRADICTS = "contradicts"
    ONLY = "only"
    UNCERTAIN = "uncertain"


class Slot(StrEnum):
    """Where the readings of a conflict differ."""

    PLACE = "place"
    TIME = "time"
    QUANTITY = "quantity"
    ACTOR = "actor"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report has for a unit: always its exact words."""

    siglum: str
    spans: tuple[Span, ...]
    """The words of the reading, for a conflict with ``focus`` inside them."""
    text: str
    """The words at ``spans``, joined by " … "."""
    value: str | None = None
    """The slot's value, normalised for people ("at least 40 killed", "Wednesday evening")."""
    focus: tuple[Span, ...] = ()
    """The words that decide (the differing place, number, or words of a quotation)."""
    annotations: tuple[str, ...] = ()
    speaker: str | None = None
    """For quotations: who speaks, resolved; for statements: the source, if any."""
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of the comparison."""

    id: str
    layer: Layer
    relation: Relation
    within: str | None
    """Siglum of the report that contradicts itself, else None."""
    slot: Slot | None
    gist: str
    """What the row is about, in words of the reports."""
    readings: tuple[Reading, ...]
    not_mentioned: tuple[str, ...]
    """Sigla of the reports that have no reading."""
    score: float
    """0 to 1: how sure the alignment and the relation are."""
    weight: float
    """0 to 1: what a reader should see first stands first."""
    reasons: tuple[str, ...]
    actors: tuple[str, ...] = ()
    group: str | None = None
    """For what only one report tells: ``background``, ``reaction``, ``detail``, ``quotation``, ``context``."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One way in which a report names an actor."""

    text: str
    spans: tuple[Span, ...]
    kind: str
    """``name``, ``label``, ``loaded``, ``hedge``, ``attribution-doubt``."""
    marked: bool
    """True because another report calls the same actor otherwise and never so."""
    reason: str


@dataclass(frozen=True, slots=True)
class DesignationCell:
    """How one report names one actor, in one voice; expressions in order of use."""

    siglum: str
    quoted: bool
    expressions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class DesignationRow:
    """An actor and what each report calls it."""

    actor: str
    cells: tuple[DesignationCell, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of one report that something rests on."""

    siglum: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something dated."""

    id: str
    interval: Interval | None
    """None for what is dated only by a weekday of an unknown week; such entries carry ``label`` alone."""
    label: str
    """The date for people ("March 2023", "Wednesday evening")."""
    gist: str
    evidence: tuple[Evidence, ...]
    times: tuple[Evidence, ...]
    """The time expressions themselves."""
    anchors: tuple[str, ...]
    """How each inferred date was won."""
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An actor in the network."""

    actor: str
    name: str
    type: str
    mentions: tuple[tuple[str, int], ...]
    """(siglum, number of mentions)."""


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """What passes between two actors, with its words."""

    source: str
    target: str
    kind: str
    """``cooperation``, ``conflict``, ``speech`` or ``other``."""
    types: tuple[str, ...]
    """PLOVER types of the events behind it."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Actors and what passes between them."""

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place that reports name as a place."""

    gazetteer_id: str
    name: str
    country: str | None
    lat: float
    lon: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Who one report gives as source of what it tells."""

    siglum: str
    source: str
    """Name of the source as resolved in the report."""
    actor: str | None
    chain: tuple[str, ...]
    """From the outlet to the first source: ("A", "SANA", "Putin")."""
    evidence: tuple[Evidence, ...]
    hedged: int
    """How many of these are reported with a hedge."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What one report tells that the others do not, counted."""

    siglum: str
    characters: int
    """Length of the article text without boilerplate, in code points."""
    sentences: int
    shared: int
    """Sentences with at least one reading in a unit that another report shares."""
    alone: int
    """Sentences that stand in this report alone."""
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """(group, unit ids) of what it tells alone."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything found about one story; derived, can be rebuilt at will."""

    story: Story
    event_date: Interval | None
    actors: tuple[Actor, ...]
    units: tuple[Unit, ...]
    """Conflicts first by weight, then the other units in reading order."""
    designations: tuple[DesignationRow, ...]
    timeline: tuple[TimelineEntry, ...]
    network: Network
    map: tuple[MapPoint, ...]
    sources: tuple[SourceRow, ...]
    coverage: tuple[CoverageRow, ...]
    refusals: tuple[Refusal, ...] = ()
