"""Assembling: metadata are put in order, and dates are read or left unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.reports import Report
from variorum.reports.assembling import clean, read_date, read_language
from variorum.reports.checking import check_text


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T18:00:00Z", "2031-03-04T18:00:00+00:00"),
        ("2031-03-04 18:00:00 UTC", "2031-03-04T18:00:00+00:00"),
        ("Tue, 04 Mar 2031 18:00:00 +0200", "2031-03-04T18:00:00+02:00"),
        ("1930413600", "2031-03-04T18:00:00+00:00"),
        ("2031-02-30", None),
        ("0001-01-01T00:00:00Z", None),
        ("2031-03", None),
        ("04/03/2031", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(stated, read):
    """ISO 8601, RFC 822 and seconds are read; what is ambiguous or no day stays unknown."""
    assert read_date(stated) == read


@given(st.text(max_size=40))
def test_any_words_give_a_date_or_none(words):
    """Whatever stands in the place of a date, it is read whole or not at all."""
    read = read_date(words)
    assert read is None or read[4] == read[7] == "-"


def test_metadata_stay_on_one_line():
    """Blanks are joined, long values cut, empty ones unknown."""
    assert clean("  Ferry\n sinks ") == "Ferry sinks"
    assert clean(" \n") is None
    assert len(clean("x" * 10_000)) == LIMITS.metadata_characters


def test_language_tags():
    """Tags are BCP 47, whatever export they come from."""
    assert [read_language(tag) for tag in ("en_US", "eng", "EN", "pt-BR", "English", "", None)] == [
        "en-US",
        "en",
        "en",
        "pt-BR",
        None,
        None,
        None,
    ]


def test_texts_too_long_and_too_short():
    """A text must have some words and fit the limit."""
    check_text(Report("a", "The ferry sank."))
    for text, code in (("word " * LIMITS.text_characters, "R005"), ("Ferry sank", "R006"), ("?" * 1_000, "R006")):
        with pytest.raises(VariorumError) as caught:
            check_text(Report("a", text))
        assert caught.value.code == code
