"""Promises of the model that chooses what is said."""

from importlib.resources import files

import numpy as np
import pytest

from variorum.annotations.quotations.complements import complements_of
from variorum.annotations.quotations.content_choice import choose_content
from variorum.annotations.quotations.content_features import TABLE_BITS, complement_features, cue_features
from variorum.annotations.quotations.marked_text import MarkedText
from variorum.annotations.quotations.marks import scan_pairs


def chosen(draft, word):
    """Return the words chosen after a cue and their probability, or None."""
    marked = MarkedText(draft.doc, scan_pairs(draft.report.text), draft.report.text)
    cue = next(token for token in draft.doc if token.text == word)
    choice = choose_content(marked, cue)
    if choice is None:
        return None
    return marked.span(choice[0].start, choice[0].end).text_of(draft.report.text), choice[1]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Reyes said on Monday that the port would close.", "said", "that the port would close"),
        ("Reyes told reporters the port would close.", "told", "the port would close"),
        ("Reyes said the port would close after the storm, adding nothing else.", "said", "the port would close"),
    ],
)
def test_the_clause_is_chosen_with_a_high_probability(draft_of, text, cue, content):
    """Plain reported clauses are found whole, and the model is sure of them."""
    words, probability = chosen(draft_of(text), cue)
    assert words.startswith(content)
    assert probability > 0.6


def test_a_verb_without_a_content_gets_a_low_probability(draft_of):
    """Somebody who finds a coin reports nothing."""
    found = chosen(draft_of("She found a coin in the sand."), "found")
    assert found is None or found[1] < 0.5


def test_features_are_cells_of_the_table_and_the_same_on_every_run(draft_of):
    """Every feature points into the table; the parse's hashes of strings do not change between runs."""
    draft = draft_of("Reyes said the port would close.")
    marked = MarkedText(draft.doc, (), draft.report.text)
    cue = draft.doc[1]
    cells = [*cue_features(marked, cue)]
    for features in complement_features(marked, cue, complements_of(marked, cue)):
        cells += features
    assert all(0 <= cell < 1 << TABLE_BITS for cell in cells)
    assert cue_features(marked, cue)[0] == 242266


def test_the_table_of_weights_is_small_and_holds_numbers_alone():
    """One byte a weight: nothing that could be read as text."""
    source = files("variorum") / "data" / "quotations" / "contents.npy"
    with source.open("rb") as file:
        table = np.load(file, allow_pickle=False)
    assert (table.dtype, table.shape) == (np.int8, (1 << TABLE_BITS,))
