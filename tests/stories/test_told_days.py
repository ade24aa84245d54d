"""Promises of told days: "yesterday" takes its day from another report that dates what happened."""

from __future__ import annotations

from variorum.stories.told_days import agree_days


def _labels(annotate_text, *texts: str) -> list[str | None]:
    """Return the publication dates of reports that know nothing but each other."""
    references = agree_days([annotate_text(text) for text in texts])
    return [reference.interval.label() if reference.interval else None for reference in references]


def test_yesterday_is_the_day_that_another_report_gives(annotate_text):
    """Of two reports on one explosion the one that says "yesterday" was written on the day after the other's date."""
    labels = _labels(
        annotate_text,
        "A kiln exploded in Koper yesterday morning.",
        "Ljubljana, 20 May 2024 - The kiln in Koper exploded on 15 May 2024.",
    )
    assert labels[0] == "2024-05-16"


def test_another_event_elsewhere_dates_nothing(annotate_text):
    """A report of another town's election tells nothing of the day of a fire."""
    labels = _labels(
        annotate_text,
        "A kiln exploded in Koper yesterday morning.",
        "Voters in Maribor elected a mayor on 15 May 2024.",
    )
    assert labels[0] is None


def test_two_days_that_differ_leave_the_date_open(annotate_text):
    """Where two reports give two days for it, no day is claimed."""
    labels = _labels(
        annotate_text,
        "A kiln exploded in Koper yesterday morning.",
        "The kiln in Koper exploded on 15 May 2024.",
        "The kiln in Koper exploded on 14 May 2024.",
    )
    assert labels[0] is None
