"""The one table of weekdays and months."""

from __future__ import annotations

import calendar

from variorum.calendar_words import MONTH_NAMES, MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS


def test_days_and_months_have_their_numbers():
    """The table numbers weekdays from Monday and months from January, as calendars do."""
    assert [name.capitalize() for name in WEEKDAYS] == list(calendar.day_name)
    assert list(MONTH_NAMES) == list(calendar.month_name)[1:]
    assert list(WEEKDAYS.values()) == list(range(1, 8))
    assert list(MONTHS.values()) == list(range(1, 13))


def test_a_short_form_begins_its_word():
    """A shortened day or month is the beginning of the word with its number, and never a whole word."""
    for short, written in ((SHORT_WEEKDAYS, WEEKDAYS), (SHORT_MONTHS, MONTHS)):
        words = {number: word for word, number in written.items()}
        assert all(words[number].startswith(name) and name not in written for name, number in short.items())
