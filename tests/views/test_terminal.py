"""The terminal summary says what a person needs, in the words of the design."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.views.made import made_comparison, plain_comparison

from variorum.model.comparisons import Relation
from variorum.views.counts import doubt_of_one_event
from variorum.views.html import render_html
from variorum.views.terminal import render_text


def test_conflicts_come_first_with_both_readings_and_reasons():
    """Every conflict stands before the quotations, with its readings and why."""
    text = render_text(made_comparison())
    assert text.index("Conflicts (4)") < text.index("Quotations worded differently (2)")
    flat = " ".join(text.split())
    for words in ("Port Salis", "Cape Orlo", "neither lies in the other", "inside A", "at least 40 hurt"):
        assert words in flat


def test_the_account_stands_after_the_conflicts():
    """What several reports tell follows in order of time with the values that differ, without what one tells alone."""
    text = render_text(made_comparison())
    account = text[text.index("The account") : text.index("Quotations worded")]
    assert text.index("Conflicts (4)") < text.index("The account") < text.index("Told by one report only")
    assert "Governor Ilse Marant opened talks" in account
    assert "≠ place: Cape Orlo (B); Port Salis (C)" in account
    assert "grain store" not in account


def test_what_rests_on_one_source_is_said():
    """A claim of two reports that give the same source is named with that source."""
    text = " ".join(render_text(made_comparison()).split())
    assert "the crane was inspected in March 2031: harbour office, in A, C" in text


@pytest.mark.parametrize(
    ("apart", "words"),
    [
        ("", None),
        ("B", "Nothing in B was found in another report. Is it of the same event?"),
        ("ABC", "Nothing was found that two of the reports tell. Do they tell of one event?"),
    ],
)
def test_a_report_of_something_else_is_asked_about(apart, words):
    """A report that shares nothing with the others may be the wrong file: both views ask, at the top."""
    made = made_comparison()
    coverage = tuple(replace(row, shared=0) if row.siglum in apart else row for row in made.coverage)
    comparison = replace(made, coverage=coverage)
    assert doubt_of_one_event(comparison) == words
    if words:
        assert words in render_text(comparison).split("Conflicts (")[0]
        assert words in render_html(comparison).split("<main")[0]


def test_many_reports_do_not_flood_the_terminal():
    """Twelve reports that contradict each other on everything make a summary of at most a few screens."""
    text = render_text(
        plain_comparison([f"Report {number} counts {number + 2} dead." for number in range(12)]), width=80
    )
    assert len(text.splitlines()) < 150
    assert "≠ 8 more values" in " ".join(text.split())
    assert "and 6 more readings" in text


def test_numbers_and_sigla():
    """The head says what was found in numbers; the end says what the letters mean."""
    text = render_text(made_comparison())
    assert "3 conflicts between reports (certainty 1, place 1, quantity 1)" in text
    assert "1 conflict inside one report" in text
    assert "1 uncertain, counted apart" in text
    assert "Sigla: A = The A Herald" in text
    assert "[R003] notes.bin" in text


def test_width_is_kept():
    """No line is wider than asked for."""
    for width in (50, 80, 100, 160):
        assert max(map(len, render_text(made_comparison(), width=width).splitlines())) <= width


def test_colour_only_when_asked_for():
    """Without colour there is no escape sequence; with it there is."""
    assert "\x1b" not in render_text(made_comparison())
    assert "\x1b[" in render_text(made_comparison(), color=True)


def test_reports_cannot_steer_the_terminal():
    """Escape sequences and bidirectional overrides in a report come out as replacement characters."""
    text = render_text(plain_comparison(["\x1b]0;owned\x07 \x1b[2J \u202egnp", "[bold red]other[/]"]))
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "[bold red]other[/]" in text


def test_no_verdict_words():
    """The summary never says that a report omits or hides."""
    text = render_text(made_comparison()).lower()
    assert not any(word in text for word in ("omit", "hidden", "bias", "fail"))


def test_a_speaker_is_named_once():
    """Where the value of a reading says who denies, the speaker is not named again beside it."""
    from variorum.model.comparisons import Reading
    from variorum.model.spans import Span
    from variorum.views.rows import speaker_of

    spans = (Span(0, 5),)
    assert speaker_of(Reading("A", spans, "words", value="denied by Ana Reyes", speaker="Ana Reyes")) == ""
    assert speaker_of(Reading("A", spans, "words", value="denied", speaker="Ana Reyes")) == "Ana Reyes"
    assert speaker_of(Reading("A", spans, "words")) == ""


def test_a_speaker_speaks_through_nobody_else():
    """Words that came through the speaker alone have nobody named after "via"."""
    from variorum.model.comparisons import Reading
    from variorum.model.spans import Span
    from variorum.views.rows import via_of

    spans = (Span(0, 5),)
    assert via_of(Reading("A", spans, "words", speaker="Ana Reyes", via="Ana Reyes")) == ""
    assert via_of(Reading("A", spans, "words", speaker="Ana Reyes", via="Telor")) == "Telor"
    assert via_of(Reading("A", spans, "words", speaker="Ana Reyes")) == ""


def test_a_value_of_several_reports_stands_once_in_the_account():
    """Two conflicts of one line that give the same value make one entry with both reports."""
    made = made_comparison()
    units = {unit.id: unit for unit in made.units}
    line, variant = next(
        (line, variant)
        for line in made.account
        for variant in line.variants
        if line.group is None and units[variant.unit].relation is Relation.CONTRADICTS
    )
    again = tuple(replace(item, siglum="D") for item in variant.readings)
    twice = replace(line, variants=(*line.variants, replace(variant, readings=again)))
    text = render_text(replace(made, account=tuple(twice if item is line else item for item in made.account)))
    account = text[text.index("The account") : text.index("Quotations worded")]
    assert "≠ place: Cape Orlo (B, D); Port Salis (C, D)" in account
    assert account.count("≠ place") == 1
