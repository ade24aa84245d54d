"""Time expressions of one report, and the date that its relative ones are read against."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from variorum.model.intervals import Interval, zone_minutes
from variorum.model.spans import Span


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


#: Values as fine as a day: "2024-07-24", "XXXX-WXX-3", "2024-07-24TEV".
_OF_DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-[1-7])")


class TimeExpression(Struct, frozen=True):
    """A TIMEX3 expression with the interval underneath."""

    id: str
    start: int
    end: int
    text: str
    type: TimeType
    value: str
    """TIMEX3 value: ``2023-03``, ``2024-07-24TEV``, ``XXXX-WXX-3`` (a Wednesday of an unknown week), ``P2D``."""
    mod: str | None = None
    """TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER ..."""
    interval: Interval | None = None
    """None when the words and what is known do not fix one (a weekday without a publication date)."""
    anchor: str | None = None
    """What a relative expression was resolved against, in words with its offsets or date; None for absolute ones."""
    symbol: str = ""
    """The relative form before resolution, as the times annotator writes and reads it, so that the expression can be
    resolved again when the story tells more about the date of the report; empty for absolute expressions."""
    zone: str | None = None
    """The time zone that stands with a clock time ("EST", "GMT"); value and interval are read, not converted."""

    @property
    def span(self) -> Span:
        """Return the expression as a span."""
        return Span(self.start, self.end)

    @property
    def at_greenwich(self) -> Interval | None:
        """Return the interval in the time of Greenwich; None where the zone is not told or not known."""
        minutes = zone_minutes(self.zone)
        return self.interval.earlier_by(minutes) if self.interval is not None and minutes is not None else None

    @property
    def is_length(self) -> bool:
        """Say whether it tells how long or how often; "a day after the vote" tells when."""
        return self.type in (TimeType.DURATION, TimeType.SET) and "|from:" not in self.symbol

    @property
    def is_of_day(self) -> bool:
        """Say whether it names a day, a part of one or a clock time, and no month or year."""
        return self.type in (TimeType.DATE, TimeType.TIME) and _OF_DAY.match(self.value) is not None


class Reference(Struct, frozen=True):
    """The date a report's relative times are read against."""

    interval: Interval | None
    """None when nothing is known."""
    basis: str
    """``published`` (the outlet states it), ``inferred`` (from this text), ``story`` (from the others), ``unknown``."""
    evidence: str = ""
    """The words or the field that it rests on."""


UNKNOWN_REFERENCE = Reference(None, "unknown")
