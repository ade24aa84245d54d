"""Promises of the stretches that a cue may govern."""

from variorum.annotations.quotations.complements import complements_of, may_govern
from variorum.annotations.quotations.marked_text import MarkedText
from variorum.annotations.quotations.marks import scan_pairs


def stretches(draft, word):
    """Return the words of the stretches after a word of a text."""
    marked = MarkedText(draft.doc, scan_pairs(draft.report.text), draft.report.text)
    cue = next(token for token in draft.doc if token.text == word)
    return [marked.span(item.start, item.end).text_of(draft.report.text) for item in complements_of(marked, cue)]


def test_the_clause_is_among_the_stretches_with_and_without_what_follows(draft_of):
    """The clause up to a comma, and the clause with the rest of the sentence."""
    found = stretches(draft_of("Reyes said the port would close, and the council agreed."), "said")
    assert "the port would close" in found
    assert "the port would close, and the council agreed" in found


def test_a_stretch_stays_in_its_line_and_outside_its_cue(draft_of):
    """No stretch begins before its cue or runs over the end of the line."""
    text = "Reyes said the port would close\nThe council met on Monday."
    found = stretches(draft_of(text), "said")
    assert found
    assert all(text.index(words) > text.index("said") and "council" not in words for words in found)


def test_only_verbs_of_saying_believing_and_siding_govern(draft_of):
    """A verb of moving governs nothing that is said."""
    draft = draft_of("Reyes said the ship left.")
    assert {token.text for token in draft.doc if may_govern(token)} == {"said"}


def test_a_cue_at_the_end_of_a_text_has_no_stretch(draft_of):
    """Nothing stands after the cue."""
    assert stretches(draft_of("The port is closed, Reyes said"), "said") == []
