"""What time expressions of one text tell of each other, read on Thursday, 5 June 2031."""

from __future__ import annotations

import pytest

from variorum.annotations.times.annotator import tag_times
from variorum.annotations.times.values import interval_of_value
from variorum.model.annotations import Reference

REFERENCE = Reference(interval_of_value("2031-06-05"), "published", "2031-06-05")


def values(text):
    """Return the values in the order of the text."""
    return [time.value for time in tag_times(text, REFERENCE)]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("On Tuesday she said the ship had sailed at 9 a.m. EST from Odda on Monday.", "2031-06-02T09:00"),
        ("The polls closed at 8 p.m. (1700 GMT) on Sunday.", "2031-06-01T20:00"),
        ("The road was shut between 9 a.m. and 11 a.m. on Monday.", "2031-06-02T09:00"),
        ("The siren sounded at 9:15 local time in Odda on 3 May 2030.", "2030-05-03T09:15"),
        ("He left at 9 a.m. and came back on Friday.", "2031-06-05T09:00"),
    ],
)
def test_a_clock_is_of_the_day_behind_it_in_its_clause(text, clock):
    """A day that follows in the same clause dates the clock, whatever day was told before; one of another does not."""
    assert clock in values(text)


def test_a_clock_is_not_of_the_day_on_which_it_was_told():
    """A clock goes on with the day that was told before, though its teller's day stands behind it."""
    told = values("The fair opened on Tuesday. Its wheel stopped at noon, the owner said on Wednesday.")
    assert told[1] == "2031-06-03T12:00"


def test_a_clock_right_behind_a_day_stays_with_it():
    """The day right before a clock is its own."""
    assert values("On Monday, at 9 a.m., the court heard of the raid on Tuesday.")[1] == "2031-06-02T09:00"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mill burned in the night to Tuesday.", "the night to Tuesday", "2031-06-02TNI"),
        ("Overnight into Tuesday it rained.", "Overnight into Tuesday", "2031-06-02TNI"),
        ("It rained in the night of Sunday to Monday.", "the night of Sunday to Monday", "2031-06-01TNI"),
        ("It rained in the night from 3 to 4 May.", "the night from 3 to 4 May", "2031-05-03TNI"),
        ("It rained in the night to 1 March 2028.", "the night to 1 March 2028", "2028-02-29TNI"),
        ("She moved there in '95.", "'95", "1995"),
        ("She left in the summer of ’98.", "the summer of ’98", "1998-SU"),
    ],
)
def test_a_night_begins_the_day_before_and_a_short_year_is_a_year(text, words, value):
    """The night to a day is that of the day before; two digits behind an apostrophe are a year where years stand."""
    (time,) = tag_times(text, REFERENCE)
    assert (time.text, time.value) == (words, value)


def test_words_in_single_quotation_marks_are_no_year():
    """An apostrophe that opens a quotation makes no year of its number."""
    assert not values("He spoke of '40 thieves' and left.")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A day after she met Ode Lind in Odda on Monday, she resigned.", "2031-06-03"),
        ("The vote is on Sunday. Two days before the vote, the price fell.", "2031-06-06"),
        ("Sunday's vote was calm. A week after the vote, he left.", "2031-06-02 to 2031-06-08"),
        ("Two days before the vote, the price fell.", None),
        ("More than a week after the vote on Sunday, he left.", None),
        ("Two days before the vote of May 2030, the price fell.", None),
    ],
)
def test_a_length_counted_from_a_dated_event_tells_when(text, label):
    """The value is the length; an interval is there where the text dates the event, no finer than the words."""
    time = next(time for time in tag_times(text, REFERENCE) if time.type == "DURATION")
    assert (time.interval.label() if time.interval else None) == label
    assert time.value in {"P1D", "P2D", "P1W"}


def test_a_clock_never_waits_for_a_day_that_takes_it_up():
    """Where the day behind a clock is told from the clock itself, the clock keeps the day of the report."""
    assert values("He left at 9 a.m. (0700 GMT), the next day he died.")[0] == "2031-06-05T09:00"


def test_the_times_of_a_post_are_read_against_its_date():
    """The signature of a post that a report shows dates what the post says."""
    assert values("Sad news from the zoo today. — Odda Zoo (@oddazoo) May 28, 2030")[0] == "2030-05-28"


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("The Calla ran aground on Monday night, police said on Tuesday. It struck at 11:20 p.m.", "2031-06-02T23:20"),
        ("The fair opened on Monday, he told the Odda Post on Tuesday, and it closed at 9 p.m.", "2031-06-02T21:00"),
        ("Police said on Tuesday that a man was held. He was seen at 9 p.m. in Odda.", "2031-06-03T21:00"),
    ],
)
def test_a_clock_is_of_the_day_of_the_deed_and_not_of_the_day_on_which_it_was_said(text, clock):
    """Of two days in one sentence a clock behind them takes the one on which it happened."""
    assert values(text)[-1] == clock
