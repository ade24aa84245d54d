"""Repeats: of a sentence that a report has again and again the first few are read."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.annotations.repeats import blank_out, fold_repeats
from variorum.limits import LIMITS
from variorum.model.reports import Report
from variorum.model.spans import Span

CHANT = "We will not leave the quarry."


def test_what_is_told_once_is_left_as_it_is():
    """A report without repeats comes back the same, whatever its length."""
    report = Report("a", " ".join(f"Boat {number} came from Velisk." for number in range(500)))
    assert fold_repeats(report) == (report, ())


def test_repeats_are_folded_and_counted():
    """Beyond the limit a repeat is boilerplate, with a note that says how many there are."""
    text = f"The crowd sang. {' '.join([CHANT] * 40)} Then it rained."
    report, spans = fold_repeats(Report("a", text))
    assert text.count(CHANT, 0, spans[0].start) == LIMITS.repeats
    assert spans == report.boilerplate == (Span(spans[0].start, text.index(" Then it")),)
    assert report.notes[-1].endswith(f"{40 - LIMITS.repeats}")


@pytest.mark.parametrize("head", ["Mr. ", "The U.S. "])
def test_an_abbreviation_is_no_sentence(head):
    """What many sentences begin with is no repeat of theirs, though a full stop ends it."""
    text = " ".join(f"{head}envoy number {number} spoke." for number in range(60))
    assert fold_repeats(Report("a", text))[1] == ()


def test_blanks_keep_the_offsets():
    """The parser sees line breaks where repeats are folded, as many as there were code points."""
    assert blank_out("Aye. Aye. Nay.", (Span(0, 4), Span(5, 9))) == "\n\n\n\n \n\n\n\n Nay."


def test_twenty_thousand_equal_sentences_are_read_as_a_few():
    """Two reports that say one thing ten thousand times each are compared, and each says how much it folds."""
    heads = ("A ferry burned off Velisk on Monday.", "On Monday the ferry Alba caught fire.")
    comparison = flow.compare([Report(head, f"{head} " + "They sang on. " * 10_000) for head in heads], keep=False)
    assert len(comparison.units) < 100
    for annotated in comparison.story.reports:
        assert len(annotated.sentences) == 1 + LIMITS.repeats
        assert annotated.report.notes[-1].endswith(f"{10_000 - LIMITS.repeats:,}")
        assert all(sentence.span.text_of(annotated.report.text).endswith(".") for sentence in annotated.sentences)
