"""Promises of the scanner for quotation marks."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotations.quotations.marks import scan_marks, scan_pairs
from variorum.limits import LIMITS


def contents(text):
    """Return the words in marks."""
    return [span.text_of(text) for span in scan_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stay,” she said.", ["We stay,"]),
        ('"We stay," she said.', ["We stay,"]),
        ("« Nous restons », dit-elle.", ["Nous restons"]),
        ("„Wir bleiben“, sagte sie.", ["Wir bleiben"]),
        ("„Wir bleiben”, sagte sie.", ["Wir bleiben"]),
        ("»Wir bleiben«, sagte sie.", ["Wir bleiben"]),
        ("‘We stay,’ she said.", ["We stay,"]),
        ("'We stay,' she said.", ["We stay,"]),
        ("''We stay,'' she said.", ["We stay,"]),
        ("``We stay,'' she said.", ["We stay,"]),
        ('" We stay " said the sign', ["We stay"]),
    ],
)
def test_every_type_of_marks_is_paired_with_its_own(text, expected):
    """Curly, straight, low, twin, single marks and guillemets pair by type; blanks inside are left out."""
    assert contents(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the dockers' harbour, isn't it?",
        "Rock 'n' roll of the '90s, they told 'em.",
        "The harbour’s masters’ table.",
        "He is 6' 2\" tall.",
        "A lone ” mark and a lone ’ mark.",
    ],
)
def test_apostrophes_inches_and_strays_pair_with_nothing(text):
    """Apostrophes in words, after plurals and before elisions, inches and stray closing marks open nothing."""
    assert contents(text) == []


def test_apostrophe_inside_single_marks_does_not_close_them():
    """A possessive plural inside single marks lets the quotation go on to its mark."""
    assert contents("'It is the dockers' harbour,' he said of the dockers' plan.") == ["It is the dockers' harbour,"]


def test_nested_marks_stay_inside_the_outer_pair():
    """Marks inside marks, of the same or another type, belong to the outer pair."""
    assert contents("“He said ‘no’ to “us” today,” she said.") == ["He said ‘no’ to “us” today,"]
    assert contents("‘He said “no” to us,’ she said.") == ["He said “no” to us,"]


def test_marks_typed_the_wrong_way_round_still_pair():
    """A closing mark before a word opens; an opening mark after one closes."""
    assert contents("She said ”we won” and “lost“ again.") == ["we won", "lost"]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\n\n", "\r\n\r\n"])
def test_line_break_closes_and_a_repeated_mark_continues(line_break):
    """An unclosed quotation ends with its line; a mark at the beginning of the next line continues it."""
    text = f"“First we wait.{line_break}“Then we go,” she said.{line_break}She left."
    first, second = scan_pairs(text)
    assert [pair.inner.text_of(text) for pair in (first, second)] == ["First we wait.", "Then we go,"]
    assert (first.closed, second.closed, second.continues) == (False, True, True)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\n\n"])
def test_an_open_quotation_goes_on_to_the_line_that_closes_it(line_break):
    """Where each sentence stands on a line of its own, the first mark after an open one closes it."""
    text = f"“The quay sank.{line_break}Nobody was hurt.{line_break}We close,” she said. “Go home.”"
    spoken = f"The quay sank.{line_break}Nobody was hurt.{line_break}We close,"
    assert contents(text) == [spoken, "Go home."]
    assert contents(text.replace("“", '"').replace("”", '"')) == [spoken, "Go home."]
    assert contents(f"“The quay sank.{line_break}She left.{line_break}He said “no” twice.") == ["The quay sank.", "no"]


def test_unclosed_mark_does_not_swallow_a_whole_text():
    """An opening mark without its partner ends at the limit at the latest."""
    text = "“" + "word " * 5_000
    assert all(len(span) <= LIMITS.quotation_characters for span in scan_marks(text))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="“”\"„«»‘’'` \n\rab.,s0-", max_size=80))
def test_any_soup_of_marks_gives_ordered_spans_inside_the_text(text):
    """Whatever the marks: no error, contents inside their marks, in text order, never overlapping."""
    previous = 0
    for pair in scan_pairs(text):
        assert previous <= pair.outer.start <= pair.inner.start < pair.inner.end <= pair.outer.end <= len(text)
        previous = pair.outer.end


@pytest.mark.parametrize(
    "pump", ["“", '"', "'", "‘", "„", "«", "»", "“a ", '"a ', "'s ", "‘a s’ ", "\n“", "''", "“a” said "]
)
def test_fifty_thousand_marks_take_no_time_to_speak_of(pump):
    """The scan is linear: 50,000 marks take well under the seconds that a quadratic one would."""
    begin = time.process_time()
    scan_marks(pump * 50_000)
    assert time.process_time() - begin < 5
