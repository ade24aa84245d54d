"""The account of a story: passages of the reports in order, with what the others have for each."""

from __future__ import annotations

from msgspec import Struct

from variorum.model.intervals import Interval
from variorum.model.spans import Span
from variorum.model.units import Reading


class Variant(Struct, frozen=True):
    """How the reports tell one unit of a line of the account."""

    unit: str
    lemma: tuple[Span, ...]
    """The words of the line that tell it; offsets into the report that the line is taken from."""
    readings: tuple[Reading, ...]
    """What the other reports have; of a report that contradicts itself, its other words."""


class AccountLine(Struct, frozen=True):
    """A line of the account: a passage of one report, with what the others have for it (critical apparatus)."""

    id: str
    siglum: str
    """The report whose words these are."""
    spans: tuple[Span, ...]
    text: str
    sigla: tuple[str, ...]
    """The reports that tell it."""
    units: tuple[str, ...]
    """The rows of the comparison that it tells."""
    variants: tuple[Variant, ...]
    """Empty for what one report tells alone."""
    interval: Interval | None
    """When it happened, by the words of the readings; None where they do not date it."""
    label: str
    """The date for people, as a report words it; empty without one."""
    group: str | None = None
    """For what one report tells alone: its group, as in the coverage."""
