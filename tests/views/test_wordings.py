"""Word differences: what differs is marked, whatever the order of the reports."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from variorum.views.wordings import compare_wordings


def marked(texts):
    """Return the differing words of each text."""
    return [[piece.text for piece in pieces if piece.differs] for pieces in compare_wordings(texts)]


def test_differing_words_are_marked_in_both():
    """Each wording shows what the other does not have."""
    assert marked(["We will rebuild the pier", "We shall rebuild a pier"]) == [["will", "the"], ["shall", "a"]]


def test_case_apostrophes_and_punctuation_make_no_difference():
    """Typography is not wording."""
    assert marked(["It’s Time, friends.", "it's time friends"]) == [[], []]


def test_end_of_a_longer_wording_is_marked():
    """What a truncated quotation lacks is marked in the longer one."""
    assert marked(["We will rebuild before winter", "We will rebuild"]) == [["before winter"], []]


def test_order_of_reports_makes_no_difference():
    """Swapped reports get the same marks."""
    texts = ["the alarm was off before noon", "an alarm was off", "the alarm was off before noon today"]
    expected = dict(zip(texts, marked(texts), strict=True))
    for order in permutations(texts):
        assert dict(zip(order, marked(order), strict=True)) == expected


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_pieces_make_up_the_text(texts):
    """Nothing is lost and nothing is added."""
    assert ["".join(piece.text for piece in pieces) for pieces in compare_wordings(texts)] == texts


def test_long_wordings_are_bounded():
    """Wordings of thousands of words come back unmarked rather than late."""
    assert marked(["a b " * 5000, "b a " * 5000]) == [[], []]
