"""Whom the reports of a story give as source, by which words, and how many sources stand behind a claim."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from variorum.model.evidence import Evidence
from variorum.model.spans import Span


class Rung(StrEnum):
    """How far a report stands off from what it hands on, from near to far."""

    SAID = "said"
    """Told as somebody's words: said, told, according to."""
    DESCRIBED = "described"
    """A name left to somebody: described as, termed, called."""
    CLAIMED = "claimed"
    """Held at arm's length: claimed, reportedly, alleged."""
    SCARE_QUOTES = "scare quotes"
    """A word in marks that nobody is said to have said."""


class LadderStep(Struct, frozen=True):
    """One word of attribution of one source in one report, with its places."""

    rung: Rung
    cue: str
    spans: tuple[Span, ...]


class LadderRow(Struct, frozen=True):
    """By which words one report attributes to one source; steps from the nearest rung to the farthest."""

    siglum: str
    source: str | None
    """Name of the source; None for what the report leaves to nobody in particular."""
    actor: str | None
    steps: tuple[LadderStep, ...]


class SourceRow(Struct, frozen=True):
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
    units: tuple[str, ...] = ()
    """Rows of the comparison that rest on it in this report."""


class Origin(Struct, frozen=True):
    """One source behind a claim, however many reports pass it on."""

    name: str | None
    """The source as a report names it; None where the reports give none and tell it in their own voice."""
    actor: str | None
    sigla: tuple[str, ...]
    """The reports whose telling goes back to it."""
    chains: tuple[tuple[str, ...], ...]
    """For each of ``sigla`` the way from the report to the source."""
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...]
    """Why several reports go back to one source ("the same agency: Telor"); empty where one report does."""


class Sourcing(Struct, frozen=True):
    """How many independent sources stand behind a claim that several reports tell."""

    unit: str
    origins: tuple[Origin, ...]
    named: int
    """Sources that are named and independent of each other, as far as the words show."""
    single: bool
    """True where everything goes back to one source."""
