"""The timeline of a story: what is dated, and how each report dates it."""

from __future__ import annotations

from msgspec import Struct

from variorum.model.evidence import Evidence
from variorum.model.intervals import Interval
from variorum.model.spans import Span


class Dating(Struct, frozen=True):
    """How one report dates something: its words, the interval under them, and how sure its ends are."""

    siglum: str
    span: Span
    text: str
    interval: Interval | None
    """None where the words name a weekday of an unknown week."""
    rough: bool = False
    """True where the words leave the ends open to some days or months: "early", "about", "some", a season."""
    inferred: bool = False
    """True where it was read against a date of publication that no outlet states."""


class TimelineEntry(Struct, frozen=True):
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
    datings: tuple[Dating, ...] = ()
    """How each report dates it, in the order of ``times``."""
