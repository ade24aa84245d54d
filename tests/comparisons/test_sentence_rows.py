"""What likely sentences tell alike has a row, where no other row has them side by side."""

from msgspec.structs import replace

from variorum import flow
from variorum.comparisons.comparing import compare_story
from variorum.model.alignments import SentenceLink, SentencePart
from variorum.model.comparisons import Relation
from variorum.model.reports import Report
from variorum.stories.gathering import gather_story

ONE = "The old ferry sank off Velisk on Monday. Divers pulled nine sailors out of the harbour. The mayor wept for them."
OTHER = "On Monday the old ferry sank near Velisk. The cook had baked almond cakes. His sister was to marry in spring."


def linked(*links, more=""):
    """Return a story of both reports with these sentences linked, by their numbers in the first and the second.

    ``more`` is what both tell besides.
    """
    reports = [Report(f"r{number}", text + more, language="en") for number, text in enumerate((ONE, OTHER))]
    story = flow.align(gather_story([flow.annotate(report) for report in reports], story_id="", title=None))
    one, other = sigla_of(story)
    # Nothing is known of parts: what surely one report tells would leave the row again.
    return replace(
        story,
        parts=(),
        sentences=tuple(SentenceLink((one, left), (other, right), 0.6, "a reason") for left, right in links),
    )


def sigla_of(story):
    """Return the sigla of the first report and of the other one."""
    return sorted(story.story.sigla, key=lambda siglum: not story.story.report_of(siglum).report.text.startswith(ONE))


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


def doubted(*told, is_long=True):
    """Return a comparison in which the sentences that no row has are told elsewhere with these chances."""
    story = linked(more=" Rain fell." * 5 if is_long else "")
    one, other = sigla_of(story)
    spans = [sentence.span for sentence in story.story.report_of(one).sentences]
    parts = tuple(SentencePart(one, number, spans[number], chance, 1.0) for number, chance in enumerate(told, 1))
    alike = {(one, 1, other, 1): 0.1, (one, 1, other, 2): 0.2, (one, 2, other, 2): 0.3}
    alike = alike if one < other else {(*cell[2:], *cell[:2]): chance for cell, chance in alike.items()}
    return compare_story(replace(story, parts=parts, alike=alike))


def test_sentence_that_is_likely_told_somewhere_is_in_doubt_and_not_told_by_one():
    """What another report likely tells, and no row has found there, is in doubt beside its likeliest sentence."""
    comparison = doubted(0.9, 0.1)
    (unit,) = (unit for unit in comparison.units if any("sailors" in reading.text for reading in unit.readings))
    assert unit.relation is Relation.UNCERTAIN
    assert any("sister" in reading.text for reading in unit.readings)


def test_no_sentence_of_a_short_report_is_in_doubt():
    """Of few sentences each is near to some other by chance: what has no row is told by one."""
    units = [unit for unit in doubted(0.9, 0.1, is_long=False).units if unit.relation is Relation.UNCERTAIN]
    assert not units


def test_sentence_that_no_other_report_likely_tells_is_told_by_one():
    """Where no report likely tells it, it is told by one, however near some sentence comes."""
    units = [unit for unit in doubted(0.9, 0.1).units if any("wept" in reading.text for reading in unit.readings)]
    assert [unit.relation for unit in units] == [Relation.ONLY]
