"""Whether a part of a sentence tells anything goes by how it is made, and by no list of words."""

import pytest

from variorum.alignments.sentences.tellings import chances_of_telling

TEXT = (
    "The harbour office of Velisk closed the northern quay on Monday after the crane had tilted.\n"
    "Nobody was hurt.\n"
    "(Photo: Otto Lind)\n"
    "Have you seen it?\n"
    "The mayor wept.\n"
    "Updated: Monday 14 May 2012 9:40\n"
)


@pytest.fixture
def telling(annotate_text):
    """Return the chance of each part of the text by its words."""
    annotated = annotate_text(TEXT)
    return {span.text_of(TEXT): chance for span, chance in chances_of_telling(annotated).items()}


@pytest.mark.parametrize("words", ["Nobody was hurt.", "The mayor wept."])
def test_short_sentence_that_tells_something_does(telling, words):
    """A few words may be the news."""
    assert telling[words] > 0.5


@pytest.mark.parametrize("words", ["(Photo: Otto Lind)", "Have you seen it?", "Updated: Monday 14 May 2012 9:40"])
def test_credit_question_to_the_reader_and_line_of_the_date_tell_nothing(telling, words):
    """What stands beside the report, dates it, or asks its reader tells nothing of what happened."""
    assert telling[words] < 0.5


def test_capitals_alone_take_nothing_from_a_long_sentence(annotate_text):
    """A report that is set in capitals tells as much as another one."""
    text = (
        "THE HARBOUR OFFICE OF VELISK CLOSED THE NORTHERN QUAY ON MONDAY AFTER THE CRANE HAD TILTED.\nRain fell later."
    )
    chances = {span.text_of(text): chance for span, chance in chances_of_telling(annotate_text(text)).items()}
    assert max(chance for words, chance in chances.items() if "QUAY" in words or "CRANE" in words) > 0.5
