"""Kinds of English time expressions of news, each in a sentence of ours, read on Thursday, 5 June 2031."""

from __future__ import annotations

import pytest

from variorum.annotations.times.annotator import tag_times
from variorum.annotations.times.values import interval_of_value
from variorum.model.annotations import Reference

REFERENCE = Reference(interval_of_value("2031-06-05"), "published", "2031-06-05")


def read(text):
    """Return words, value and modifier of each time expression."""
    return [(time.text, time.value, time.mod) for time in tag_times(text, REFERENCE)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The first half of the year was dry.", "The first half of the year", "2031-H1"),
        ("It will open in the second half of next year.", "the second half of next year", "2032-H2"),
        ("They met two weeks ago today.", "two weeks ago today", "2031-05-22"),
        ("They met a week ago Monday.", "a week ago Monday", "2031-05-26"),
        ("Profit rose in fiscal year 2030.", "fiscal year 2030", "2030"),
        ("The week-long strike ended.", "week-long", "P1W"),
        ("The decades-long quarrel ended.", "decades-long", "PXDE"),
        ("He died on the 2nd.", "the 2nd", "2031-06-02"),
        ("He died on the 12th.", "the 12th", "2031-05-12"),
        ("He stayed 90 minutes.", "90 minutes", "PT90M"),
        ("He stayed an hour and a half.", "an hour and a half", "PT1H30M"),
        ("He waited for hours.", "hours", "PTXH"),
        ("It opened at 10.30pm.", "10.30pm", "2031-06-05T22:30"),
        ("She works in the evening.", "the evening", "XXXX-XX-XXTEV"),
        ("In spring it rained.", "spring", "2031-SP"),
        ("The mid-1990s were dry.", "The mid-1990s", "199"),
        ("He left late last year.", "late last year", "2030"),
        ("In the fourth quarter profit rose.", "the fourth quarter", "2030-Q4"),
        ("He swims each morning.", "each morning", "XXXX-XX-XXTMO"),
        ("The 24-hour strike ended.", "24-hour", "PT24H"),
        ("The match starts at 14:30 GMT Saturday.", "14:30 GMT Saturday", "2031-06-07T14:30"),
        ("Over the past two years it grew.", "the past two years", "P2Y"),
    ],
)
def test_a_kind_is_read_with_its_value(text, words, value):
    """The words and the TIMEX3 value of each kind."""
    ((found, read_value, _),) = read(text)
    assert (found, read_value) == (words, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He ruled between May and July 2029.", ["2029-05", "2029-07"]),
        ("It lasted from November to February 2029.", ["2028-11", "2029-02"]),
        ("It snowed on May 2. In the afternoon it rained.", ["2031-05-02", "2031-05-02TAF"]),
        ("It fell on May 2. A month earlier it had risen.", ["2031-05-02", "2031-04"]),
    ],
)
def test_a_month_takes_its_year_from_the_words_beside_it(text, values):
    """A range has one year at its end; "a month earlier" counts from the date before it."""
    assert [value for _, value, _ in read(text)] == values


@pytest.mark.parametrize(
    "text", ["A 40-year-old man died.", "He lives on the 12th floor.", "He came in 12th.", "31 November is no day."]
)
def test_what_is_no_time_is_not_read(text):
    """Ages, floors, places in a race and days that no month has are no time expressions."""
    assert not read(text)


def test_the_verb_above_decides_where_a_parse_is_there(annotate_text):
    """A plan told in the present looks ahead; a past verb of its own clause looks back under a future main clause."""
    text = "The council meets on Monday. The court will hear the man who was arrested on Tuesday."
    monday, tuesday = annotate_text(text, published="2031-06-05").times
    assert (monday.value, tuesday.value) == ("2031-06-09", "2031-06-03")
    assert read("The council meets on Monday.")[0][1] == "2031-06-02"


def test_a_zone_is_kept_beside_the_clock():
    """The zone is read as it stands, the value stays that of the words."""
    (time,) = tag_times("It opened at 9 a.m. EST on Monday.", REFERENCE)
    assert (time.value, time.zone) == ("2031-06-02T09:00", "EST")


@pytest.mark.parametrize("text", ["It fell on 4 May in the 1980s.", "He came on Christmas Day of the mid-1990s."])
def test_a_day_in_a_decade_has_no_year(text):
    """A day that a decade behind it dates is not the last such day before the report."""
    assert read(text)[0][1] == "XXXX"
