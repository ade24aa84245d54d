"""The comparison of one story; its units, tables and figures have a module each."""

from __future__ import annotations

from msgspec import Struct

from variorum.model.accounts import AccountLine, Variant
from variorum.model.alignments import Actor
from variorum.model.coverage import CoverageBlock, CoverageRow, SharedText
from variorum.model.evidence import Evidence
from variorum.model.intervals import Interval
from variorum.model.namings import DesignationCell, DesignationRow, Expression, ToneRow, ToneStrip
from variorum.model.networks import EventGroup, EventReading, MapPoint, Network, NetworkEdge, NetworkNode, QuadRow
from variorum.model.reports import Refusal
from variorum.model.sourcing import LadderRow, LadderStep, Origin, Rung, SourceRow, Sourcing
from variorum.model.stories import Story
from variorum.model.timelines import Dating, TimelineEntry
from variorum.model.units import Reading, Relation, Slot, Unit, Wording

__all__ = [
    "AccountLine",
    "Comparison",
    "CoverageBlock",
    "CoverageRow",
    "Dating",
    "DesignationCell",
    "DesignationRow",
    "EventGroup",
    "EventReading",
    "Evidence",
    "Expression",
    "LadderRow",
    "LadderStep",
    "MapPoint",
    "Network",
    "NetworkEdge",
    "NetworkNode",
    "Origin",
    "QuadRow",
    "Reading",
    "Relation",
    "Rung",
    "SharedText",
    "Slot",
    "SourceRow",
    "Sourcing",
    "TimelineEntry",
    "ToneRow",
    "ToneStrip",
    "Unit",
    "Variant",
    "Wording",
]


class Comparison(Struct, frozen=True):
    """Everything found about one story; derived, can be rebuilt at will."""

    story: Story
    event_date: Interval | None
    """When the main event happened; None where no report dates it, whatever its own date of publication."""
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
    sourcing: tuple[Sourcing, ...] = ()
    shared_text: tuple[SharedText, ...] = ()
    account: tuple[AccountLine, ...] = ()
    tones: tuple[ToneRow, ...] = ()
    """How sentences speak of the actors that several reports name."""
    ladder: tuple[LadderRow, ...] = ()
    """By which words each report attributes to each source."""
    events: tuple[EventGroup, ...] = ()
    """The events of the story in the order in which they are told, those of several reports as one."""
    quads: tuple[QuadRow, ...] = ()
    """Who acts on whom how often, by PLOVER's quad classes and time."""
    event_time: Evidence | None = None
    """The words that say when the main event happened, where no date is known for them: "late Wednesday"."""
    things: tuple[Actor, ...] = ()
    """What the reports speak of more than once that is no actor; the JSON lists them after the actors."""
    tensions: tuple[Unit, ...] = ()
    """Readings that may exclude each other, too unsure for a conflict: they are counted nowhere."""
