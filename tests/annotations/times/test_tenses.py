"""Where weekdays and months lie by the words around them, and words that are no times; Thursday, 5 June 2031."""

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
    ("text", "expected"),
    [
        ("The vote is on Sunday.", ["2031-06-08"]),
        ("The union has called a strike for Monday.", ["2031-06-09"]),
        ("The mayor set the vote for Monday.", ["2031-06-09"]),
        ("The pact must be signed by Friday.", ["2031-06-06"]),
        ("It should have ended by Monday.", ["2031-06-02"]),
        ("He may leave on Monday.", ["2031-06-09"]),
        ("He may have left on Monday.", ["2031-06-02"]),
        ("She vowed on Sunday to resign on Saturday.", ["2031-06-01", "2031-06-07"]),
        ("The shop stays shut until Saturday.", ["2031-06-07"]),
        ("From Monday to Friday he slept.", ["2031-05-26", "2031-05-30"]),
        ("The fair will run from Saturday to Wednesday.", ["2031-06-07", "2031-06-11"]),
        ("The fair ran from 30 May to 2 June 2029.", ["2029-05-30", "2029-06-02"]),
        ("The fair ran from Dec. 30 to Jan. 2, 2029.", ["2028-12-30", "2029-01-02"]),
        ("In the next quarter sales will rise.", ["2031-Q3"]),
        ("The week before last they met.", ["2031-W21"]),
        ("The month after next they vote.", ["2031-08"]),
        ("He left on May 10. He had married the day before.", ["2031-05-10", "2031-05-09"]),
        ("The day before he left, he wrote a will.", ["XXXX-XX-XX"]),
        ("A week from Friday they will vote.", ["2031-06-13"]),
        ("From the 12th to the 14th it rained.", ["2031-05-12", "2031-05-14"]),
        ("It opens at 7:30 tomorrow evening.", ["2031-06-06T19:30"]),
        ("It opened on 2031-05-25T14:30:00Z.", ["2031-05-25T14:30"]),
        ("It opened on 25-05-2031.", ["2031-05-25"]),
        ("It opened on 2031/05/25.", ["2031-05-25"]),
        ("He was born on Boxing Day in 1990.", ["1990-12-26"]),
        ("He had announced the scheduled end of the curfew on June 26.", ["2031-06-26"]),
        ("The ferry, which was due to leave on May 28, never left.", ["2031-05-28"]),
        ("The judge adjourned the case until 12 September.", ["2031-09-12"]),
        ("The ban lasted until the end of May.", ["2031-05"]),
        ("The court ordered that he be freed by Friday.", ["2031-06-06"]),
        ("The deadline is midnight on Friday.", ["2031-06-06T24:00"]),
        ("Votes were counted until 3 a.m. on Monday.", ["2031-06-02T03:00"]),
        ("Warnings are in force until 6 p.m. on Friday.", ["2031-06-06T18:00"]),
        ("After Christmas he will resign.", ["2031-12-25"]),
        ("After Christmas he resigned.", ["2030-12-25"]),
        ("Votes will be counted overnight.", ["2031-06-05TNI"]),
        ("Votes were counted overnight.", ["2031-06-04TNI"]),
        ("It is forecast to weaken by Friday evening.", ["2031-06-06TEV"]),
        ("By the autumn prices will have fallen.", ["2031-FA"]),
        ("They meet every other Thursday.", ["XXXX-WXX-4"]),
        ("In the last week of May nine people drowned.", ["2031-05"]),
        ("A few days later he left.", ["PXD"]),
        ("It takes 12 to 18 months.", ["PXM"]),
    ],
)
def test_direction_and_stretch(text, expected):
    """Tense, modal verbs, purpose and ranges place a date."""
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Herald was sold.",
        "Bloody Sunday is remembered there.",
        "They March for Life.",
        "The Long March began.",
        "August Lind wrote it.",
        "Temperatures were in the 30s.",
        "He lived at 1984 Elm Street.",
        "Resolution 1701 was adopted.",
        "The index closed at 2010.",
        "They sold 2015 copies.",
        "The Six-Day War began there.",
        "Call 0800 2024 2025.",
        "Dr. March saw Professor August.",
        "The village had 1850 inhabitants.",
        "Two 17-year-olds were held.",
        "The March of the Mothers was banned.",
    ],
)
def test_other_words_are_no_times(text):
    """Names, addresses, counts, levels and degrees are no time expressions."""
    assert not values(text)
