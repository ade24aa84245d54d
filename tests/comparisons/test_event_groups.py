"""Promises on event groups: one event across reports, slots side by side, and sums by quad class."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.reports import Report
from variorum.views.json import comparison_to_dict

ONE = "Germany and Poland held talks in Vienna on 3 May 2024. Norway condemned Hungary on Friday over the new law."
TWO = "The German government met with Poland in Vienna on 3 May 2024. Norway did not condemn Hungary, a minister said."


@pytest.fixture(scope="module")
def compared():
    """Return the comparison of two short reports as JSON."""
    reports = [Report("one", ONE, outlet="One", language="en"), Report("two", TWO, outlet="Two", language="en")]
    return comparison_to_dict(flow.compare(reports, keep=False))


def test_talks_and_a_meeting_are_one_event(compared):
    """What two reports tell in other words is one group, with what each report has for it."""
    (group,) = [group for group in compared["events"] if group["type"] == "CONSULT"]
    assert [reading["siglum"] for reading in group["readings"]] == ["A", "B"]
    assert all(reading["places"] == ["Vienna"] for reading in group["readings"])
    assert group["begin"] == "2024-05-03T00:00:00"


def test_an_event_of_two_reports_counts_once(compared):
    """The merged count is one, and each report has its own."""
    row = next(row for row in compared["quads"] if row["quad"] == "verbal cooperation")
    assert len(row["groups"]) == 1
    assert [report["siglum"] for report in row["reports"]] == ["A", "B"]


def test_what_is_denied_makes_no_sum(compared):
    """Only the report that asserts the condemnation counts it."""
    rows = [row for row in compared["quads"] if row["quad"] == "verbal conflict"]
    assert [report["siglum"] for row in rows for report in row["reports"]] == ["A"]


def test_every_event_stands_in_one_group(compared):
    """No event is lost or counted twice."""
    members = [
        (reading["siglum"], event)
        for group in compared["events"]
        for reading in group["readings"]
        for event in reading["events"]
    ]
    assert len(members) == len(set(members))


def test_a_mishap_in_other_words_is_one_event():
    """A ship that burns and one that caught fire is one fire, though the places contradict each other."""
    one = "The ferry Solvane burns in the harbour. The ferry Solvane caught fire in the port of Trieste on 3 May 2024."
    two = "The old ferry Solvane burned in the harbour of Koper on 3 May 2024, and nobody could explain the cause."
    reports = [Report("one", one, outlet="One", language="en"), Report("two", two, outlet="Two", language="en")]
    compared = comparison_to_dict(flow.compare(reports, keep=False))
    places = [[reading["places"] for reading in group["readings"]] for group in compared["events"]]
    assert [["Trieste"], ["Koper"]] in places
