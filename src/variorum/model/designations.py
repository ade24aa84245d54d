"""How one report names and colours: designations, and the tone of sentences."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from variorum.model.spans import Span


class DesignationKind(StrEnum):
    """What a designation does."""

    LABEL = "label"
    LOADED = "loaded"
    HEDGE = "hedge"
    DOUBT = "attribution-doubt"


class Designation(Struct, frozen=True):
    """An expression that names or describes an actor ("strongman", "the tyrant"), or colours how something is told."""

    id: str
    start: int
    end: int
    text: str
    kind: DesignationKind
    entity: str | None
    polarity: str | None
    """``positive``, ``negative``, ``neutral`` where a named list says so, else None."""
    quoted: bool
    """True in words that are quoted: not the outlet's own voice. A clause that is only reported is in its words."""
    reason: str
    """Which construction or list fired ("title before a name", "appositive")."""


class Tone(Struct, frozen=True):
    """How one sentence speaks of an entity, as a model estimates it (target-dependent sentiment, NewsMTSC)."""

    id: str
    start: int
    end: int
    """The mention that stands for the entity in this sentence; the model reads it as a mask."""
    sentence: int
    """Index into the sentences."""
    entity: str
    polarity: str | None
    """``negative``, ``neutral``, ``positive``; None where the model is not sure enough."""
    scores: tuple[float, float, float]
    """Calibrated probabilities of negative, neutral and positive."""
    words: tuple[Span, ...]
    """The words that spoke most for the likeliest polarity, in the part of the model that reads single words."""
    quoted: bool
    """True where the sentence speaks of the entity in somebody's quoted words."""
