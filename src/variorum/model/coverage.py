"""What one report tells alone, and what several have word for word."""

from __future__ import annotations

from msgspec import Struct

from variorum.model.evidence import Evidence
from variorum.model.spans import Span


class SharedText(Struct, frozen=True):
    """A passage that several reports have word for word."""

    id: str
    words: int
    passages: tuple[Evidence, ...]


class CoverageBlock(Struct, frozen=True):
    """Consecutive sentences of one report that it tells alone, on one topic."""

    group: str
    """``background``, ``reaction``, ``detail``, ``quotation`` or ``context``."""
    units: tuple[str, ...]
    spans: tuple[Span, ...]
    """Its words, in text order."""
    actors: tuple[str, ...]
    """Who is named in it, those named most first."""
    reason: str
    """The evidence for the group ("dated before the event: “in 2019”")."""


class CoverageRow(Struct, frozen=True):
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
    blocks: tuple[CoverageBlock, ...] = ()
    """The same by topic, in the order of the text."""
    copied: int = 0
    """Words that another report has word for word."""
