"""References: the date that a report's relative times are read against, stated or inferred."""

from __future__ import annotations

from datetime import datetime, timedelta

from variorum.model.annotations import UNKNOWN_REFERENCE, Reference
from variorum.model.intervals import Granularity, Interval
from variorum.model.reports import Report


def read_reference(report: Report) -> Reference:
    """Return the publication date of ``report`` where it is stated, else what the text tells of it."""
    if report.published:
        day = datetime.fromisoformat(report.published[:10])
        return Reference(Interval(day, day + timedelta(days=1), Granularity.DAY), "published", report.published)
    return UNKNOWN_REFERENCE
