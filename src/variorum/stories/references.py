"""References of a story: reports without a date of their own take what the other reports tell about it.

Reports of one event are published close together. A report that does not state its date gets the window from seven
days before the earliest to seven days after the latest stated date of the story; where no report states one, the
narrowest inferred interval, with the same window around one of a week or less. What the report's own text says stays
binding: the window is cut to it, and dropped where both cannot be true.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from variorum.model.annotations import Reference
from variorum.model.intervals import Granularity, Interval

#: How far apart reports of one event are published at the most; follow-ups come within the week.
WINDOW = timedelta(days=7)


def agree_references(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """Return the references of a story's reports, in the same order, each as close as the story allows."""
    shared = _shared_reference(references)
    if shared is None:
        return tuple(references)
    return tuple(_agreed(reference, shared) for reference in references)


def _length(reference: Reference) -> timedelta | None:
    """Return how long a reference with two ends is."""
    interval = reference.interval
    if interval is None or interval.begin is None or interval.before is None:
        return None
    return interval.before - interval.begin


def _shared_reference(references: Sequence[Reference]) -> Reference | None:
    """Return what the story tells about the date of any of its reports."""
    stated = [r.interval for r in references if r.basis == "published" and _length(r) is not None]
    begins = sorted(interval.begin for interval in stated if interval and interval.begin)
    ends = sorted(interval.before for interval in stated if interval and interval.before)
    if begins and ends:
        days = [begins[0].date().isoformat(), (ends[-1] - timedelta(microseconds=1)).date().isoformat()]
        evidence = (
            "other reports of the story published " + " to ".join(dict.fromkeys(days)) + ", seven days to either side"
        )
        return Reference(Interval(_earlier(begins[0]), _later(ends[-1]), Granularity.WEEK), "story", evidence)
    inferred = [(length, r) for r in references if (length := _length(r)) is not None]
    if not inferred:
        return None
    length, tightest = min(inferred, key=lambda item: (item[0], str(item[1].interval), item[1].evidence))
    interval, evidence = tightest.interval, "another report of the story: " + tightest.evidence
    if length <= WINDOW and interval is not None and interval.begin is not None and interval.before is not None:
        # The day of one report is near that of another, and need not be the same.
        interval = Interval(_earlier(interval.begin), _later(interval.before), Granularity.WEEK)
        evidence += ", seven days to either side"
    return Reference(interval, "story", evidence)


def _earlier(moment: datetime) -> datetime:
    return moment - WINDOW if moment - datetime.min > WINDOW else datetime.min


def _later(moment: datetime) -> datetime:
    return moment + WINDOW if datetime.max - moment > WINDOW else datetime.max


def _agreed(own: Reference, shared: Reference) -> Reference:
    """Return a report's own reference where it is at least as close, else the story's within its own bounds."""
    if own.basis == "published" and own.interval is not None:
        return own
    if own.interval is None:
        return shared
    assert shared.interval is not None
    cut = own.interval.intersection(shared.interval)
    if cut is None or cut == own.interval or cut == Interval(own.interval.begin, own.interval.before, cut.granularity):
        return own
    own_words = f"; this report: {own.evidence}" if own.evidence else ""
    return Reference(cut, "story", shared.evidence + own_words)
