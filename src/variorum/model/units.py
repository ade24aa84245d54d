"""Units of a comparison: the rows, and what each report has for one."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from variorum.model.alignments import AlignmentKind, Layer
from variorum.model.spans import Span


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


class Reading(Struct, frozen=True):
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


class Wording(Struct, frozen=True):
    """How two reports word one utterance."""

    left: str
    """Siglum of the report that comes first in the story."""
    right: str
    kind: AlignmentKind
    """``identical``, ``truncated``, ``spliced``, ``reworded``, ``altered`` or ``uncertain``."""
    differs: tuple[str, ...] = ()
    """What else the two give differently: ``speaker``, ``venue``, ``date``."""
    left_lacks: str = ""
    """Words of the right one that the left one leaves out."""
    right_lacks: str = ""


class Unit(Struct, frozen=True):
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
    wordings: tuple[Wording, ...] = ()
    """For an utterance that several reports quote: how every two of them word it."""
