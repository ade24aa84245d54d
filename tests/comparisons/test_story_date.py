"""The date of the event of a story: what the reports say of it, never when they were published."""

from variorum import flow
from variorum.comparisons.timeline import dated_once
from variorum.model.comparisons import Evidence, Relation, TimelineEntry
from variorum.model.reports import Report
from variorum.model.spans import Span


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


def test_a_date_long_before_publication_is_not_the_events():
    """A vote about the floods of some years ago did not take place on the day of the floods."""
    comparison = compared(
        "The council in Ulmen rejected a law about the flood of 4 May 2019.",
        "The council rejected a law on damages for the flood of 4 May 2019.",
    )
    assert comparison.event_date is None or comparison.event_date.begin.year == 2025


def test_the_next_row_near_the_top_dates_the_event():
    """Where the row that most reports tell highest up has no date, another one of the first lines may have it."""
    comparison = compared(
        "A ferry struck a pier in Ulmen. Twelve people were injured. The Calla hit the pier on Saturday evening, "
        "the harbour office said. The pier was built in 1931. Divers will look at it. The owner has two more ferries, "
        "and one of them is out of service for repairs. Tickets stay valid, and buses run instead.",
        "A ferry has struck a pier in Ulmen. Twelve people are injured. The Calla hit the pier on Saturday evening. "
        "Divers will look at the pier. It was built in 1931. Tickets of the line stay valid, and buses run instead, "
        "a clerk said, who asked for patience and gave the number of an office that is open all week.",
    )
    assert comparison.event_date is not None
    assert comparison.event_date.begin.date().isoformat() == "2025-03-08"


def test_one_saying_in_the_same_words_is_no_tension():
    """What two reports quote word for word is not set apart as a possible tension."""
    comparison = compared(
        "“Our ferries are safe,” said the owner Odda Zoo. He denied everything else on Saturday.",
        "“Our ferries are safe,” the owner Odda Zoo said in Cork, and smiled.",
    )
    values = [[(reading.value, reading.text) for reading in unit.readings] for unit in comparison.tensions]
    assert all(len(set(said)) > 1 for said in values)


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


def test_what_the_same_words_date_stands_on_the_timeline_once():
    """A row that is dated by words of another row, and by less of them, has no entry of its own; other dates have."""

    def entry(label, *times):
        evidence = tuple(Evidence(siglum, Span(start, start + 8), label) for siglum, start in times)
        return TimelineEntry("", None, label, "The tanker burned.", (), evidence, (), ())

    both, one = entry("8 March", ("A", 3), ("B", 9)), entry("8 March", ("A", 3))
    other, later = entry("8 March", ("A", 40)), entry("Friday", ("A", 3))
    assert dated_once([one, both, other, later]) == [both, other, later]
