"""How likely a part of a sentence is told elsewhere goes by what its words find in the other report."""

import pytest

from variorum import flow
from variorum.model.reports import Report
from variorum.stories.gathering import gather_story

ONE = "The old ferry sank off Velisk on Monday, and divers pulled nine sailors out of the harbour. The mayor wept."
OTHER = "An old ferry went down near Velisk on Monday, but the cook had baked almond cakes for his sister's wedding."


def parts_of(*texts):
    """Return the chances of the parts of texts, by their words."""
    reports = [Report(f"r{number}", text, language="en") for number, text in enumerate(texts)]
    story = gather_story([flow.annotate(report, keep=False) for report in reports], story_id="", title=None)
    texts_of = {siglum: annotated.report.text for siglum, annotated in story.items()}
    return {part.span.text_of(texts_of[part.siglum]): part.told for part in flow.align(story).parts}


def test_the_part_that_the_other_report_has_is_likelier_told_there():
    """Of a sentence that shares its first half, the second half is the less likely told elsewhere."""
    told = parts_of(ONE, OTHER)
    shared = next(chance for words, chance in told.items() if "went down" in words)
    own = next(chance for words, chance in told.items() if "almond cakes" in words)
    assert own < shared > 0.5


def test_swapped_reports_have_the_same_chances():
    """Which report comes first does not count."""
    assert parts_of(ONE, OTHER) == pytest.approx(parts_of(OTHER, ONE), abs=1e-3)


def test_a_third_report_can_only_make_it_likelier():
    """A part is told elsewhere when any of the other reports tells it."""
    two, three = parts_of(ONE, OTHER), parts_of(ONE, OTHER, "The cook's almond cakes were for a wedding. Rain fell.")
    cakes = next(words for words in two if "almond cakes" in words)
    assert three[cakes] > two[cakes]
