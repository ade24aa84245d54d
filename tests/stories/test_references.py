"""Promises of the references of a story: the reports constrain each other, in any order."""

from __future__ import annotations

from itertools import permutations

from variorum.annotations.times.values import interval_of_value
from variorum.model.annotations import UNKNOWN_REFERENCE, Reference
from variorum.model.intervals import Interval
from variorum.stories.references import agree_references

PUBLISHED = Reference(interval_of_value("2024-07-25"), "published", "2024-07-25")
LATER = Reference(interval_of_value("2024-07-27"), "published", "2024-07-27")
YEAR = Reference(interval_of_value("2024"), "inferred", "“As of 2024” [0:10]")
OPEN = Reference(Interval(interval_of_value("2019").begin, None), "inferred", "“2019” [5:9], or later")


def test_a_report_without_a_date_gets_the_week_around_the_stated_ones():
    """Stated dates give a window of seven days to either side; the basis is the story."""
    unknown, *stated = agree_references([UNKNOWN_REFERENCE, PUBLISHED, LATER])
    assert (unknown.basis, unknown.interval.label()) == ("story", "2024-07-18 to 2024-08-03")
    assert stated == [PUBLISHED, LATER]


def test_an_open_reference_takes_the_year_that_another_report_tells():
    """[2019, open) and "as of 2024" give 2024, with both reasons."""
    agreed, same = agree_references([OPEN, YEAR])
    assert (agreed.basis, agreed.interval.label()) == ("story", "2024")
    assert "As of 2024" in agreed.evidence
    assert "2019" in agreed.evidence
    assert same == YEAR


def test_a_day_that_one_report_infers_is_not_the_day_of_the_others():
    """A dateline of 24 July leaves the reports beside it the weeks around that day."""
    dated = Reference(interval_of_value("2024-07-24"), "inferred", "“July 24, 2024” [8:21]")
    agreed, same = agree_references([UNKNOWN_REFERENCE, dated])
    assert (agreed.basis, agreed.interval.label()) == ("story", "2024-07-17 to 2024-07-31")
    assert same == dated


def test_what_a_report_says_itself_stays_binding():
    """A report that cannot be of the others' year keeps its own reference."""
    own = Reference(Interval(interval_of_value("2030").begin, None), "inferred", "“2030”")
    assert agree_references([own, PUBLISHED]) == (own, PUBLISHED)


def test_the_order_of_the_reports_does_not_matter():
    """Every permutation gives the same references, permuted."""
    references = [UNKNOWN_REFERENCE, PUBLISHED, YEAR, OPEN]
    agreed = dict(zip(references, agree_references(references), strict=True))
    for order in permutations(references):
        assert agree_references(order) == tuple(agreed[reference] for reference in order)


def test_nothing_known_stays_nothing_known():
    """Two reports without any date stay without."""
    assert agree_references([UNKNOWN_REFERENCE, UNKNOWN_REFERENCE]) == (UNKNOWN_REFERENCE, UNKNOWN_REFERENCE)
