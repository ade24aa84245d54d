"""Promises of blocks: paragraphs without marks that a line with a cue and a colon gives as somebody's words."""

import pytest

from variorum.annotations.quotations.annotator import annotate_quotations


def test_a_paragraph_after_a_cue_and_a_colon_is_its_speakers(draft_of):
    """A new line after "The mayor added:" holds the mayor's words, marks or not."""
    text = "The mayor added:\n\nIt is typical of Holt. He knows nothing, but the mouth never stops.\n\nHolt left."
    (found,) = annotate_quotations(draft_of(text))
    assert [span.text_of(text) for span in found.spans] == [
        "It is typical of Holt. He knows nothing, but the mouth never stops"
    ]
    assert found.speaker is not None
    assert found.speaker.text_of(text) == "The mayor"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor listed the losses, in her words:\n\nA bicycle, two boats and a net",
        "This is what the mayor wore:\n\nA hat, a coat and the long chain of her office.",
        "The mayor added:\n\nTwo boats",
    ],
)
def test_a_list_after_a_colon_is_nobodys_words(draft_of, text):
    """Entries of a list, and paragraphs after a colon without a cue, are the report's own."""
    assert annotate_quotations(draft_of(text)) == ()
