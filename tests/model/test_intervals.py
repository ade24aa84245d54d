"""Promises of intervals: relations, intersections, distances and labels."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.intervals import Granularity, Interval, IntervalRelation

MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1))
INTERVALS = st.builds(
    lambda begin, days, opened: Interval(
        None if opened == 1 else begin, None if opened == 2 else begin + timedelta(days=days), Granularity.DAY
    ),
    MOMENTS,
    st.integers(1, 5000),
    st.integers(0, 3),
)


def years(first, last):
    """Return the interval of whole years."""
    return Interval(datetime(first, 1, 1), datetime(last + 1, 1, 1), Granularity.YEAR)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (years(2023, 2023), years(2023, 2023), IntervalRelation.SAME),
        (years(2023, 2023), years(2020, 2029), IntervalRelation.INSIDE),
        (years(2020, 2029), years(2023, 2023), IntervalRelation.CONTAINS),
        (years(2020, 2022), years(2022, 2024), IntervalRelation.OVERLAPS),
        (years(2020, 2021), years(2022, 2024), IntervalRelation.APART),
        (Interval(None, None), years(2022, 2024), IntervalRelation.UNKNOWN),
    ],
)
def test_relations(one, other, relation):
    """Same, inside, contains, overlaps, apart; without any end nothing is known."""
    assert one.relation_to(other) is relation


def test_a_reversed_interval_is_refused():
    """An interval ends after it begins."""
    with pytest.raises(ValueError, match="not an interval"):
        Interval(datetime(2024, 1, 1), datetime(2023, 1, 1))


@given(INTERVALS, INTERVALS)
def test_a_gap_lies_only_between_intervals_apart(one, other):
    """The time between two intervals is the same from both sides, and none where they share a moment."""
    assert one.gap_to(other) == other.gap_to(one) >= timedelta()
    if one.relation_to(other) is not IntervalRelation.APART:
        assert one.gap_to(other) == timedelta()


@given(INTERVALS, INTERVALS)
def test_intersection_and_relation_agree(one, other):
    """Two intervals are apart exactly when nothing lies in both; the intersection lies inside both, in either order."""
    common = one.intersection(other)
    assert (common is None) == (one.relation_to(other) is IntervalRelation.APART)
    assert common == other.intersection(one)
    if common is not None:
        assert common.relation_to(one) in {IntervalRelation.INSIDE, IntervalRelation.SAME}


@pytest.mark.parametrize(
    ("interval", "label"),
    [
        (years(2024, 2024), "2024"),
        (years(1990, 1999), "1990 to 1999"),
        (Interval(datetime(2024, 7, 1), datetime(2024, 8, 1), Granularity.MONTH), "2024-07"),
        (Interval(datetime(2024, 12, 1), datetime(2025, 1, 1), Granularity.MONTH), "2024-12"),
        (Interval(datetime(2024, 7, 24), datetime(2024, 7, 25), Granularity.DAY), "2024-07-24"),
        (Interval(datetime(2016, 1, 1), None), "from 2016-01-01"),
        (Interval(None, datetime(2011, 1, 1)), "until 2010-12-31"),
        (Interval(None, None), "unknown"),
    ],
)
def test_labels_are_for_people(interval, label):
    """A label says the interval as short as it can be said."""
    assert interval.label() == label
