"""Statements of one report: each clause as one thing told."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from variorum.model.spans import Span


class Participant(Struct, frozen=True):
    """An argument of a statement."""

    role: str
    """``agent``, ``patient`` or ``other`` (indirect objects, prepositional arguments)."""
    entity: str
    start: int
    end: int


class Certainty(StrEnum):
    """How sure the text is of a statement."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    """Rumoured, alleged, reportedly, may, might."""
    CONDITIONAL = "conditional"
    FUTURE = "future"


class Statement(Struct, frozen=True):
    """A clause read as one thing told (claim detection, open information extraction)."""

    id: str
    start: int
    end: int
    sentence: int
    """Index into the sentences."""
    predicate: Span
    lemma: str
    """Lemma of the predicate, with its particle or light-verb noun ("hold talk", "call for")."""
    participants: tuple[Participant, ...]
    times: tuple[str, ...]
    places: tuple[str, ...]
    quantities: tuple[str, ...]
    events: tuple[str, ...]
    negated: bool
    certainty: Certainty
    source: str | None
    """Entity id of whom the text gives as source of this, else None (the outlet's own voice)."""
    source_text: str | None
    told_time: str | None
    """Id of the time expression that dates the telling, not the thing told."""
    quotation: str | None
    """Id of the quotation in whose content the clause stands, or None."""
    lemmas: tuple[str, ...]
    """Content-word lemmas of the clause, lower case, in text order, names included."""
    agent: tuple[str, ...] = ()
    """Content-word lemmas of who acts, the head first, whether it is an entity or not: ``porter``, ``night``."""
    patient: tuple[str, ...] = ()
    """Content-word lemmas of who or what is acted on, the head first."""

    @property
    def span(self) -> Span:
        """Return the clause as a span."""
        return Span(self.start, self.end)
