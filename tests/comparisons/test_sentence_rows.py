"""What likely sentences tell alike has a row, where no other row has them side by side."""

from msgspec.structs import replace

from variorum import flow
from variorum.comparisons.comparing import compare_story
from variorum.model.alignments import SentenceLink
from variorum.model.comparisons import Relation
from variorum.model.reports import Report
from variorum.stories.gathering import gather_story

ONE = "The old ferry sank off Velisk on Monday. Divers pulled nine sailors out of the harbour. The mayor wept for them."
OTHER = "On Monday the old ferry sank near Velisk. The cook had baked almond cakes. His sister was to marry in spring."


def linked(*links):
    """Return a story of both reports with these sentences linked, by their numbers in the first and the second."""
    reports = [Report(f"r{number}", text, language="en") for number, text in enumerate((ONE, OTHER))]
    story = flow.align(gather_story([flow.annotate(report) for report in reports], story_id="", title=None))
    one, other = sorted(story.story.sigla, key=lambda siglum: story.story.report_of(siglum).report.text != ONE)
    # Nothing is known of parts: what surely one report tells would leave the row again.
    return replace(
        story,
        parts=(),
        sentences=tuple(SentenceLink((one, left), (other, right), 0.6, "a reason") for left, right in links),
    )


def rows(story):
    """Return the rows that agree, by all words of theirs."""
    units = [unit for unit in compare_story(story).units if unit.relation is Relation.AGREES]
    return {" ".join(reading.text for reading in unit.readings): unit for unit in units}


def test_likely_sentences_without_a_row_have_one():
    """Two sentences that tell one thing stand side by side though no clause of theirs is aligned."""
    (row,) = (unit for words, unit in rows(linked((1, 1))).items() if "almond cakes" in words)
    assert any("nine sailors" in reading.text for reading in row.readings)
    assert row.reasons == ("a reason",)


def test_likely_sentences_with_a_row_have_no_second_one():
    """What a row has side by side already is not told again."""
    assert len(rows(linked((0, 0)))) == len(rows(linked()))


def test_sentence_that_two_of_the_other_report_tell_has_one_row():
    """One sentence of a report and the two of the other that tell it stand in one row."""
    (words,) = (words for words in rows(linked((1, 1), (1, 2))) if "nine sailors" in words)
    assert "almond cakes" in words
    assert "sister" in words
