"""The date of the event of a story: what the reports say of it, never when they were published."""

from variorum import flow
from variorum.model.comparisons import Relation
from variorum.model.reports import Report


def compared(first: str, second: str):
    """Compare two reports that were published on one Monday."""
    return flow.compare(
        [
            Report("a", first, published="2025-03-10", language="en"),
            Report("b", second, published="2025-03-10", language="en"),
        ],
        keep=False,
    )


def test_a_date_of_publication_is_not_the_events():
    """Where no report says when it happened, the event has no date."""
    comparison = compared(
        "The guards arrested the painter Ilse Brandt in Vienna.", "The painter Ilse Brandt was arrested in Vienna."
    )
    assert comparison.event_date is None


def test_the_day_that_a_report_tells_is_the_events():
    """A weekday beside a date of publication is a date."""
    comparison = compared(
        "The guards arrested the painter Ilse Brandt in Vienna on Saturday.",
        "The painter Ilse Brandt was arrested in Vienna.",
    )
    assert comparison.event_date is not None
    assert comparison.event_date.begin.date().isoformat() == "2025-03-08"


def test_what_a_report_tells_after_others_is_on_the_timeline():
    """The wreck that the coast guard tells of is dated; late on one day and early on the next are no conflict."""
    comparison = compared(
        "The tanker Orvel ran aground off Lampedusa late on Saturday, 8 March 2025, the coast guard said on Monday.",
        "The tanker Orvel struck a reef near Lampedusa early on Sunday, officials in Rome said on Monday.",
    )
    assert "Saturday, 8 March 2025" in {entry.label for entry in comparison.timeline}
    assert not [unit for unit in comparison.units if unit.relation is Relation.CONTRADICTS]


def test_a_day_that_somebody_names_word_for_word_is_not_on_the_timeline():
    """In "We sail on Friday" the Friday is that of who speaks."""
    comparison = compared(
        "The captain Odda Zoo left Cork on Saturday. “We will sail on Friday,” she said.",
        "The captain Odda Zoo left Cork on Saturday.",
    )
    assert {entry.label for entry in comparison.timeline} == {"Saturday"}
