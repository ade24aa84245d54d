"""Clock times in words and figures, days told by weeks, read on Thursday, 5 June 2031."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotations.times.annotator import tag_times
from variorum.annotations.times.values import interval_of_value
from variorum.model.annotations import Reference

REFERENCE = Reference(interval_of_value("2031-06-05"), "published", "2031-06-05")


def read(text):
    """Return words and value of each time expression."""
    return [(time.text, time.value) for time in tag_times(text, REFERENCE)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The tram left at half past nine on Tuesday.", "half past nine on Tuesday", "2031-06-03T09:30"),
        ("It rang at a quarter to six in the evening.", "a quarter to six in the evening", "2031-06-05T17:45"),
        ("They met at ten past four in the afternoon.", "ten past four in the afternoon", "2031-06-05T16:10"),
        ("It fell at five to twelve on Monday.", "five to twelve on Monday", "2031-06-02T11:55"),
        ("It fell at one minute past midnight on Monday.", "one minute past midnight on Monday", "2031-06-02T00:01"),
        ("It rang at 7.40 in the evening.", "7.40 in the evening", "2031-06-05T19:40"),
        ("It sank at 15.30 on Tuesday.", "15.30 on Tuesday", "2031-06-03T15:30"),
        ("The 15.30 to Odda never left.", "15.30", "2031-06-05T15:30"),
        ("It sank at 14h30 on Tuesday.", "14h30 on Tuesday", "2031-06-03T14:30"),
        ("It sank at 0620 UTC on Tuesday.", "0620 UTC on Tuesday", "2031-06-03T06:20"),
        ("Roll call was at 0700 hours.", "0700 hours", "2031-06-05T07:00"),
        ("The shop shut at six on Monday evening.", "six on Monday evening", "2031-06-02T18:00"),
        ("The shop opened at 9 on Monday.", "9 on Monday", "2031-06-02T09:00"),
        ("It sank at 3 a.m. Eastern on Monday.", "3 a.m. Eastern on Monday", "2031-06-02T03:00"),
        ("It sank in the early hours of Monday.", "early hours of Monday", "2031-06-02TMO"),
    ],
)
def test_a_clock_time_is_read_as_words_and_figures_give_it(text, words, value):
    """Words, dots, an h, four figures and bare hours give the clock time that they say."""
    assert [(found.removeprefix("the "), got) for found, got in read(text)] == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The share closed at 15.30 euros.",
        "Inflation stood at 2.30 per cent.",
        "The index was at 12.45 when it shut.",
        "He scored 9.30 on the beam.",
        "Ten to two was the vote.",
        "Five to ten people drowned.",
        "The court voted six to three.",
        "About half past the mill a cow stood.",
        "Version 2.30 is out.",
    ],
)
def test_a_price_a_score_and_a_count_are_no_clock_time(text):
    """What is bought, measured, scored or counted gives no time."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The council meets a week on Friday.", "a week on Friday", "2031-06-13"),
        ("The strike begins on Monday week.", "Monday week", "2031-06-16"),
        ("She flies home a fortnight today.", "a fortnight today", "2031-06-19"),
        ("The hearing is set for a week tomorrow.", "a week tomorrow", "2031-06-13"),
        ("He was fined the Tuesday before last.", "the Tuesday before last", "2031-05-27"),
        ("It closes the Friday after next.", "the Friday after next", "2031-06-13"),
        ("They play on Friday of next week.", "Friday of next week", "2031-06-13"),
        ("The road was shut on Tuesday last.", "Tuesday last", "2031-06-03"),
    ],
)
def test_a_day_told_by_weeks_is_that_day(text, words, value):
    """A day is counted in weeks from the weekday or day that stands beside it."""
    assert read(text) == [(words, value)]


@given(st.integers(1, 12), st.sampled_from(["half past", "a quarter past", "a quarter to", "twenty past"]))
def test_a_spoken_clock_time_is_within_an_hour_of_its_hour(hour, minutes):
    """No spoken clock time is further from its hour than thirty minutes."""
    ((_, value),) = read(f"It rang at {minutes} {hour} in the morning.")
    read_minutes = 60 * int(value[11:13]) + int(value[14:])
    assert min((read_minutes - 60 * hour) % 720, (60 * hour - read_minutes) % 720) <= 30


def test_a_midnight_of_the_past_is_the_last_one():
    """A report of 13 June that tells what ended at midnight means the night before it; what will end is to come."""
    reference = Reference(interval_of_value("2024-06-13"), "published", "2024-06-13")
    (past,) = tag_times("The airline stopped flying at midnight, leaving thousands stranded.", reference)
    (coming,) = tag_times("The strike will end at midnight.", reference)
    assert past.value == "2024-06-12T24:00"
    assert coming.value == "2024-06-13T24:00"
