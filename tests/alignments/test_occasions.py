"""Promises on occasions: which times can be those of one event."""

from __future__ import annotations

from datetime import datetime

import pytest

from variorum.alignments.occasions import is_past, times_fit
from variorum.model.annotations import Reference, TimeExpression, TimeType
from variorum.model.intervals import Granularity, Interval


def _time(value, interval=None, kind="DATE"):
    return TimeExpression("t1", 0, 1, "x", TimeType[kind], value, interval=interval)


def _year(year):
    return _time(str(year), Interval(datetime(year, 1, 1), datetime(year + 1, 1, 1), Granularity.YEAR))


def _month(year, month):
    return _time(
        f"{year}-{month:02}", Interval(datetime(year, month, 1), datetime(year, month + 1, 1), Granularity.MONTH)
    )


def _day(month, day):
    return _time(
        f"2031-{month:02}-{day:02}",
        Interval(datetime(2031, month, day), datetime(2031, month, day + 1), Granularity.DAY),
    )


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (_day(5, 3), _day(5, 3), "same"),
        (_day(5, 3), _day(5, 5), "near"),
        (_day(5, 3), _day(5, 20), "apart"),
        (_month(2031, 5), _day(5, 3), "compatible"),
        (_year(2031), _month(2031, 5), "compatible"),
        (_year(2029), _month(2031, 5), "apart"),
        (_time("XXXX-WXX-3"), _time("XXXX-WXX-3TEV"), "same"),
        (_time("XXXX-WXX-2"), _time("XXXX-WXX-3"), "near"),
        (_time("XXXX-WXX-6"), _day(5, 3), "same"),
        (_time("XXXX-03"), _time("2029-03"), "compatible"),
        (_time("XXXX-03"), _time("2029-05"), "apart"),
        (_time("XXXX-10-07"), _time("XXXX-10-07"), "same"),
        (_time("PAST_REF"), _time("PAST_REF"), "unknown"),
        (_time("P2D", kind="DURATION"), _time("P2D", kind="DURATION"), "unknown"),
        (_day(5, 3), None, "unknown"),
    ],
)
def test_times_fit(one, other, fit):
    """Equal days are the same, close ones near, months hold their days, far ones are apart, either way round."""
    assert times_fit(one, other) == fit
    assert times_fit(other, one) == fit


def test_is_past():
    """What lies well before the report's date lies back; without that date, a month or a year does."""
    known = Reference(Interval(datetime(2031, 5, 4), datetime(2031, 5, 5), Granularity.DAY), "published")
    unknown = Reference(None, "unknown")
    assert not is_past(_day(5, 3), known)
    assert is_past(_month(2031, 2), known)
    assert is_past(_year(2029), unknown)
    assert not is_past(_day(5, 3), unknown)
    assert not is_past(None, known)


@pytest.mark.parametrize(
    ("zone", "value", "fit"), [("EST", "09:00", "same"), ("GMT", "09:00", "near"), ("+02:00", "16:00", "same")]
)
def test_clocks_of_two_zones_are_compared_at_greenwich(zone, value, fit):
    """Nine in New York and two in the afternoon in London are one moment; nine in both is not."""
    hour = int(value[:2])
    begin = datetime(2031, 5, 3, hour)
    one = TimeExpression(
        "t1", 0, 1, "x", TimeType.TIME, f"2031-05-03T{value}", zone=zone,
        interval=Interval(begin, begin.replace(minute=1), Granularity.MINUTE),
    )  # fmt: skip
    moment = datetime(2031, 5, 3, 14)
    other = TimeExpression(
        "t2", 0, 1, "x", TimeType.TIME, "2031-05-03T14:00", zone="UTC",
        interval=Interval(moment, moment.replace(minute=1), Granularity.MINUTE),
    )  # fmt: skip
    assert times_fit(one, other) == fit
