"""The account: extractive, complete, in order of time, chosen by one rule for every report."""

from __future__ import annotations

import pytest

from variorum.model.comparisons import Relation
from variorum.views.dates import event_words

ONE = """Three people died when the ferry Aurelia burned in the harbour of Trieste on Tuesday.
The company was founded in 1998.
The minister visited the injured on Wednesday."""
TWO = """Five people died when the passenger ferry Aurelia burned in Trieste harbour late on Tuesday, officials said.
The minister visited the injured in the hospital on Wednesday.
Hotels were empty."""


@pytest.fixture(scope="module")
def comparison(compare_texts):
    """Return a comparison of two reports of one fire."""
    return compare_texts(ONE, TWO, published="2031-06-05")


def test_every_word_is_a_reports(comparison):
    """Each line re-slices from its report, and each variant from its own."""
    for line in comparison.account:
        text = comparison.story.report_of(line.siglum).report.text
        assert line.text == " … ".join(" ".join(text[span.start : span.end].split()) for span in line.spans)
        for variant in line.variants:
            assert all(any(span.overlaps(part) for part in line.spans) for span in variant.lemma)
            for reading in variant.readings:
                other = comparison.story.report_of(reading.siglum).report.text
                assert reading.text == " … ".join(other[span.start : span.end] for span in reading.spans)


def test_every_shared_row_is_told_once(comparison):
    """What several reports tell stands in exactly one line; what is uncertain in none."""
    told = [variant.unit for line in comparison.account for variant in line.variants]
    wanted = [unit.id for unit in comparison.units if unit.relation not in (Relation.ONLY, Relation.UNCERTAIN)]
    assert sorted(told) == sorted(wanted)


def test_lines_stand_in_order_of_time(comparison):
    """Dated lines follow the calendar: the company before the fire, the visit after it."""
    begins = [line.interval.begin for line in comparison.account if line.interval]
    assert begins == sorted(begins)
    text = " ".join(line.text for line in comparison.account)
    assert text.index("1998") < text.index("died when") < text.index("visited the injured")


def test_the_fullest_words_stand_and_the_conflict_below(comparison):
    """The line on the dead is the fuller report's, the other number is its variant."""
    line = next(line for line in comparison.account if "died when" in line.text)
    assert line.siglum == "B"
    assert line.sigla == ("A", "B")
    values = {reading.value for variant in line.variants for reading in variant.readings}
    assert "Three" in values


def test_another_order_gives_the_same_account(comparison, compare_texts):
    """Swapping the reports changes the letters of the account and nothing else."""
    swap = {"A": "B", "B": "A"}
    other = compare_texts(TWO, ONE, published="2031-06-05")
    assert [(line.text, line.siglum, line.sigla) for line in comparison.account] == [
        (line.text, swap[line.siglum], tuple(sorted(swap[siglum] for siglum in line.sigla))) for line in other.account
    ]


def test_what_one_tells_alone_has_its_group(comparison):
    """A line of one report alone names its group; what is printed in a shared line is not printed again."""
    alone = [line for line in comparison.account if line.group]
    assert any("Hotels" in line.text and line.sigla == ("B",) for line in alone)
    shared = [(line.siglum, span) for line in comparison.account if not line.group for span in line.spans]
    for line in alone:
        assert not any(
            siglum == line.siglum and printed.contains(span) for siglum, printed in shared for span in line.spans
        )


UNDATED = """Governor Ada Lindqvist met Mayor Tomas Brandt in Malmo, according to a statement that came on Tuesday.
The meeting, which was held late Wednesday, comes after Lindqvist saved the harbour with a loan in 2015.
"We will build the bridge together," Lindqvist told Brandt. It was the first time that they met since March 2023."""
ALSO_UNDATED = """Governor Ada Lindqvist welcomed Mayor Tomas Brandt to Lund on Wednesday evening and held talks on it.
"We will build this bridge together," Lindqvist said.
Brandt last met Lindqvist in March 2023 during a visit to Malmo. As of 2024 the bridge has no permit."""


def test_a_later_clause_dates_no_line(compare_texts):
    """What is told of late Wednesday stands under these words, not under the year of a later clause."""
    comparison = compare_texts(UNDATED, ALSO_UNDATED, published=None)
    labels = {line.text: line.label for line in comparison.account}
    assert next(label for text, label in labels.items() if "saved the harbour" in text) == "late Wednesday"
    assert next(label for text, label in labels.items() if "met Mayor" in text or "welcomed" in text).endswith(
        ("Wednesday", "Wednesday evening")
    )


def test_an_undated_line_of_the_event_stands_under_no_earlier_date(compare_texts):
    """The line that dates the event is the first of those at it, before a headline that says no day."""
    one = "Ferry Aurelia burns in the harbour of Trieste.\nThree people died when the ferry burned on Tuesday, it said."
    two = "Ferry Aurelia in flames in Trieste harbour.\nThree people were killed when the ferry burned on Tuesday."
    past = "\nThe ferry Aurelia was built in Ancona in 1998."
    account = compare_texts(one + past, two + past, published="2031-06-05").account
    shared = [line for line in account if line.group is None]
    undated = [number for number, line in enumerate(shared) if not line.label]
    assert undated
    assert all(shared[number - 1].label != "1998" for number in undated)


def test_a_weekday_without_a_date_is_the_time_of_the_event(compare_texts):
    """Where no day is known the event has the words of a report for its time, re-sliced from it."""
    comparison = compare_texts(UNDATED, ALSO_UNDATED, published=None)
    time = comparison.event_time
    assert time is not None
    assert "Wednesday" in time.text
    text = comparison.story.report_of(time.siglum).report.text
    assert text[time.span.start : time.span.end] == time.text
    assert event_words(comparison) == time.text


def test_a_known_day_is_the_date_of_the_event(comparison):
    """With a publication date the event has a day, and no words beside it."""
    assert comparison.event_time is None
    assert event_words(comparison) == "3 June 2031"


def test_what_stands_further_down_dates_no_event(compare_texts):
    """Without a date of the event, what is told without one stands before the background, not under its year."""
    told = "A ferry burned in the harbour of Trieste.\nThree people died.\n{}\nIts captain was hired in 2012."
    found = compare_texts(told.format("Hotels were empty."), told.format("The harbour was closed."), published=None)
    shared = [(line.label, line.text) for line in found.account if line.group is None]
    assert shared[0] == ("", "A ferry burned in the harbour of Trieste.")
    assert shared[-1] == ("2012", "Its captain was hired in 2012.")
