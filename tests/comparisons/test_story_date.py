"""The date of the event of a story: what the reports say of it, never when they were published."""

from variorum import flow
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
