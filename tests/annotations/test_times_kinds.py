"""Kinds of English time expressions of news, each in a sentence of ours, read on Thursday, 5 June 2031."""

from __future__ import annotations

from datetime import timedelta

import pytest

from variorum.annotations.times.annotator import tag_times
from variorum.annotations.times.values import interval_of_value
from variorum.model.annotations import Reference
from variorum.model.intervals import IntervalRelation

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
        ("Rents fell in the last quarter of 2027.", "the last quarter of 2027", "2027-Q4"),
        ("Rents fell in the final quarter of last year.", "the final quarter of last year", "2030-Q4"),
        ("It closed on the last day of April.", "the last day of April", "2031-04-30"),
        ("It closed on the first day of 2029.", "the first day of 2029", "2029-01-01"),
        ("It sank in the closing weeks of 2029.", "the closing weeks of 2029", "2029"),
        ("It grew in the last half of the '80s.", "the last half of the '80s", "198"),
        ("It rained in the second half of May.", "the second half of May", "2031-05"),
        ("Over the summer of 2029 it dried.", "the summer of 2029", "2029-SU"),
        ("They met two Fridays ago.", "two Fridays ago", "2031-05-23"),
        ("He was born on 7.XI.1999.", "7.XI.1999", "1999-11-07"),
        ("He was born on 7-Nov-1999.", "7-Nov-1999", "1999-11-07"),
        ("He was born on Nov 7 '99.", "Nov 7 '99", "1999-11-07"),
        (
            "It rang at midnight between Friday and Saturday.",
            "midnight between Friday and Saturday",
            "2031-05-30T24:00",
        ),
        ("It had rained the previous day.", "the previous day", "XXXX-XX-XX"),
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
        ("It lasted from the 3rd to the 5th of May.", ["2031-05-03", "2031-05-05"]),
        ("It ran from Monday 3 to Friday 7 May 2027.", ["2027-05-03", "2027-05-07"]),
        ("It ran on May 5, 6 and 7, 2029.", ["2029-05-05", "2029-05-06", "2029-05-07"]),
        ("It ran on 5, 6 and 7 May.", ["2031-05-05", "2031-05-06", "2031-05-07"]),
        ("It fell in October-November 2029.", ["2029-10", "2029-11"]),
    ],
)
def test_a_month_takes_its_year_from_the_words_beside_it(text, values):
    """A range has one month or year at its end; "a month earlier" counts from the date before it."""
    assert [value for _, value, _ in read(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The 2023-24 budget passed.", ["2023", "2024"]),
        ("In 2023/24 it rained.", ["2023", "2024"]),
        ("He ruled 2001–09.", ["2001", "2009"]),
        ("The file of 2001-09 is lost.", ["2001"]),
        ("The scores were 2001 - 19.", ["2001"]),
    ],
)
def test_a_shortened_second_year_is_read_where_it_can_be_no_month(text, values):
    """The "24" of "2023-24" is 2024; "2001-09" may be a September."""
    assert [value for _, value, _ in read(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The pool opens at 9 a.m. every Monday.",
        "The pool opens at 9 a.m. daily.",
        "The pool opens at 9 a.m. on weekdays.",
        "On Saturdays, from 9 a.m., the pool is full.",
    ],
)
def test_an_hour_of_every_day_is_of_no_day(text):
    """A clock time that is told of a habit gets no date."""
    assert "XXXX-XX-XXT09:00" in [value for _, value, _ in read(text)]


def test_both_hours_of_a_stretch_are_read():
    """The "9" of "from 9 to 11 a.m." is in the morning of the same day; that of "from 9 to 2 p.m." too."""
    assert [value for _, value, _ in read("It lasted from 9 to 11 a.m. Monday.")] == [
        "2031-06-02T09:00",
        "2031-06-02T11:00",
    ]
    assert [value for _, value, _ in read("It lasted from 9 to 2 p.m.")] == ["2031-06-05T09:00", "2031-06-05T14:00"]


@pytest.mark.parametrize("text", ["The bell rang at midnight on Friday.", "On Friday, at midnight, the bell rang."])
def test_a_midnight_told_by_its_day_is_either_of_two(text):
    """Nobody can say whether "midnight on Friday" begins or ends the Friday."""
    interval = tag_times(text, REFERENCE)[-1].interval
    assert interval.begin == interval_of_value("2031-05-30").begin
    assert interval.relation_to(interval_of_value("2031-05-30")) is IntervalRelation.CONTAINS


def test_hours_ago_are_as_wide_as_the_day_of_the_report():
    """A report whose hour nobody knows tells of "two hours ago" within a day."""
    interval = tag_times("It fell two hours ago.", REFERENCE)[0].interval
    assert (interval.begin.hour, interval.before - interval.begin) == (22, timedelta(days=1))


@pytest.mark.parametrize(
    "text",
    [
        "A 40-year-old man died.",
        "He lives on the 12th floor.",
        "He came in 12th.",
        "31 November is no day.",
        "On the last day they sang.",
        "It was the last year of his life.",
        "Call 555-2019.",
        "The BR-1998 hummed beside the A2020.",
        "The Winter Palace stood empty, Mr. Summer said.",
    ],
)
def test_what_is_no_time_is_not_read(text):
    """Ages, floors, places in a race, names, parts of others, days that no month has are no time expressions."""
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
