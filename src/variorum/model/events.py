"""Events of one report, and how far from fact it puts them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from variorum.model.spans import Span


class Factuality(StrEnum):
    """How a report puts a thing (FactBank, coarse): told as fact, told as somebody's words, and so on."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    NEGATED = "negated"
    CONDITIONAL = "conditional"
    FUTURE = "future"
    POSSIBLE = "possible"
    """Rumoured, suspected, "may": JSON schema 1 prints it as ``conditional``; the comparison keeps it apart."""


#: The rule of events that are the saying of what is to come: "will meet".
INTENT = "intent"


class EventModality(StrEnum):
    """How far an event is from fact, whether or not it is negated or attributed ("will not meet" is to come)."""

    ACTUAL = "actual"
    FUTURE = "future"
    POSSIBLE = "possible"
    """Rumoured, suspected, "may"."""
    CONDITIONAL = "conditional"


class ScopeKind(StrEnum):
    """What a cue does to what stands in its scope."""

    NEGATION = "negation"
    FUTURE = "future"
    POSSIBILITY = "possibility"
    CONDITION = "condition"
    ATTRIBUTION = "attribution"


class Scope(Struct, frozen=True):
    """A cue ("failed", "may", "if", "said") and the stretch of text that it bears on."""

    kind: ScopeKind
    cue: Span
    span: Span


class Event(Struct, frozen=True):
    """Something that happens, in PLOVER's types or in none; participants are entity ids of the same report."""

    id: str
    start: int
    end: int
    """The clause that tells it."""
    trigger: Span
    lemma: str
    """Lemma of the trigger's head ("meet", "offensive")."""
    type: str
    """PLOVER type (CONSULT, ASSAULT, ...) or OTHER for events outside of it (earthquake, election, a sale)."""
    mode: str | None
    """PLOVER mode, or ours of an event outside of it ("disaster", "election"); None where neither has one."""
    source: tuple[str, ...]
    target: tuple[str, ...]
    time: str | None
    """Id of the time expression of the event itself."""
    place: str | None
    """Id of the place where it happened."""
    told_time: str | None
    """Id of the time expression of the report about it ("according to state media on Tuesday")."""
    factuality: Factuality
    attributed_to: str | None
    """Entity id of the nearest source, else its words; None in the outlet's own voice."""
    sentence: int
    """Index into the sentences."""
    negated: bool = False
    """True when it is said not to happen; also where it is told as possible or to come at the same time."""
    modality: EventModality = EventModality.ACTUAL
    scopes: tuple[Scope, ...] = ()
    """The cues that it stands under, with what they bear on."""
    quantities: tuple[str, ...] = ()
    time_carried: bool = False
    """True when time or place were carried over from another clause or sentence about the same event."""
    of_scene: tuple[str, ...] = ()
    """"place", "time": what is only that of the scene that the sentence goes on with, and so no evidence of its own."""
    confidence: float = 1.0
    rule: str = ""
    mentioned: bool = False
    """True when a noun only takes it up, and does not tell who did it to whom: "after the talks", "his visit"."""
    told_by: str | None = None
    """Id of the event that only promises, refuses, threatens or asks for this one, and is counted instead of it."""

    @property
    def coded(self) -> bool:
        """Say whether event data counts it under its type: it is told, and no other event tells it."""
        return self.told_by is None and not self.mentioned

    @property
    def coded_type(self) -> str:
        """Return the type under which event data counts it: OTHER where it is only mentioned or another tells it."""
        return self.type if self.coded else "OTHER"

    @property
    def coded_mode(self) -> str | None:
        """Return the mode that goes with it."""
        return self.mode if self.coded else None

    @property
    def content_type(self) -> str | None:
        """Return the type that it would have where it is not counted under it."""
        return None if self.coded else self.type

    @property
    def own_time(self) -> str | None:
        """Return the id of the time that is told of the event itself, and not only of the scene around it."""
        return None if "time" in self.of_scene else self.time

    @property
    def own_place(self) -> str | None:
        """Return the id of the place that is told of the event itself, and not only of the scene around it."""
        return None if "place" in self.of_scene else self.place

    @property
    def typed(self) -> bool:
        """Say whether the event has a type of PLOVER or a mode of ours; else it just happens ("painted")."""
        return self.type != "OTHER" or self.mode is not None

    @property
    def compared(self) -> bool:
        """Say whether rows are made from it: it has a type, and is more than the saying of what is to come."""
        return self.typed and self.rule != INTENT
