"""Promises of the reference: stated, or inferred as wide as honesty asks."""

from __future__ import annotations

import pytest

from variorum.annotations.times.references import read_reference
from variorum.model.reports import Report


def reference(text, published=None):
    """Return the reference of a text."""
    return read_reference(Report(id="r", text=text, published=published))


@pytest.mark.parametrize(
    ("published", "label"),
    [("2024-07-25", "2024-07-25"), ("2024-07-25T23:30:00Z", "2024-07-25"), ("2024-07", "2024-07"), ("2024", "2024")],
)
def test_a_stated_date_is_taken_as_it_is_stated(published, label):
    """The outlet's own date is the reference, no finer than it was given."""
    found = reference("It rained.", published)
    assert (found.basis, found.interval.label(), found.evidence) == ("published", label, published)


@pytest.mark.parametrize("published", ["yesterday", "2024-13-45", "25/07/2024", ""])
def test_a_date_that_cannot_be_read_is_unknown(published):
    """Nothing is guessed from a broken date."""
    assert reference("It rained.", published).basis == "unknown"


def test_as_of_a_year_gives_that_year_with_its_words():
    """The words "as of 2024" fix the year, and can be looked up."""
    text = "The mayor was jailed in August 2023. As of 2024, she is free."
    found = reference(text)
    assert (found.basis, found.interval.label()) == ("inferred", "2024")
    assert found.evidence == "“As of 2024” [37:47]"
    assert text[37:47] == "As of 2024"


def test_past_years_alone_leave_the_end_open():
    """A report whose latest year is 2019 was written in 2019 or later."""
    found = reference("The dam, built in 2011, broke in 2019. It should be rebuilt by 2030.")
    assert (found.basis, found.interval.label()) == ("inferred", "from 2019-01-01")


def test_a_dateline_gives_the_day():
    """The date in "MOSCOW, July 24, 2024 (Agency) -" is the day of the report."""
    found = reference("PORT ALDER, July 24, 2024 (Harbour News) - The ferry sank.")
    assert (found.basis, found.interval.label()) == ("inferred", "2024-07-24")


def test_a_dateline_without_a_year_takes_the_year_that_the_text_gives():
    """The day of a dateline and the year of "as of" make a date."""
    found = reference("PORT ALDER, July 24 (Harbour News) - The ferry sank. As of 2024, it was the only one.")
    assert found.interval.label() == "2024-07-24"


def test_a_text_that_says_nothing_has_an_unknown_reference():
    """No date is made up."""
    assert reference("The ferry sank on Wednesday.").basis == "unknown"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("As of 2024, the port is shut. It burned yesterday, July 23.", "2024-07-24"),
        ("As of 2024, the port is shut. It burned yesterday (July 23).", "2024-07-24"),
        ("The port burned yesterday, July 23, 2024.", "2024-07-24"),
        ("The port reopens tomorrow, 25 July 2024.", "2024-07-24"),
        ("Today, July 24, 2024, the port reopened.", "2024-07-24"),
        ("It burned yesterday, Christmas Day. As of 2024, the port is shut.", "2024-12-26"),
        ("As of 2024, the port is shut. It burned on Tuesday (July 23).", "2024-07-23 to 2024-07-29"),
        ("The port burned in 2024 and will open again on July 30, 2024.", "2024-01-01 to 2024-07-30"),
        ("Last year, in 2023, the port burned.", "2024"),
        ("The port burned two years ago, in 2022.", "2024"),
        ("This month (July 2024) the port reopened.", "2024-07"),
        ("Earlier this year, in March 2024, the port burned.", "2024-03-01 to 2024-12-31"),
        ("A year earlier, in 2019, the port burned.", "from 2019-01-01"),
    ],
)
def test_days_beside_each_other_and_days_to_come_narrow_the_date(text, label):
    """Yesterday with its date names the day of the report, a weekday with it the week, a day to come its last one."""
    found = reference(text)
    assert (found.basis, found.interval.label()) == ("inferred", label)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said: “It burned yesterday, July 23, 2019.” As of 2024, the port is shut.",
        "In 2010 she said that the port would open on July 30, 2012. As of 2024, the port is shut.",
        "It burned on Tuesday, July 23. As of 2024, the port is shut.",
    ],
)
def test_what_was_said_at_another_time_narrows_nothing(text):
    """Quoted days, days to come as seen in the past, and a weekday that may be long gone leave the year."""
    assert reference(text).interval.label() == "2024"


def test_a_dateline_without_year_follows_the_days_that_are_told():
    """The dateline July 24 over a text that tells of July 22, 2030 is two days later; months later nothing is said."""
    near = read_reference(Report("a", "BERGEN, July 24 (Agency) - A mill burned down on July 22, 2030."))
    far = read_reference(Report("a", "BERGEN, July 24 (Agency) - A mill burned down on January 2, 2030."))
    assert near.interval is not None
    assert near.interval.label() == "2030-07-24"
    assert far.interval is not None
    assert far.interval.label() == "from 2030-01-02"


@pytest.mark.parametrize(
    "head",
    [
        "July 24, 2024",
        "Port burns\n\nWednesday, 24 July 2024",
        "By Odda Zoo and Ivo Brand | July 24, 2024",
        "Updated 3:15 PM EDT, Wed July 24, 2024",
        "24.07.2024, 10:30",
        "PORT ALDER (Harbour News), 24 July 2024 -",
    ],
)
def test_a_line_with_nothing_but_a_date_gives_the_day(head):
    """A date that stands alone over a report, or beside who wrote it, is that of the report."""
    assert reference(f"{head}\n\nThe ferry sank.").interval.label() == "2024-07-24"


@pytest.mark.parametrize(
    "text",
    ["The ruins of July 24, 2024\nThe ferry sank.", "24 July 2024\nThe ferry sank.\n9 August 2024\nIt was raised."],
)
def test_a_date_of_a_heading_or_a_chronicle_is_not_that_of_the_report(text):
    """What a heading tells of, and the first of many dates, may be long ago."""
    assert reference(text).interval.before is None
