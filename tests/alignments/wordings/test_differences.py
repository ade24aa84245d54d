"""Promises on differences: what differs slot by slot, and how probable it is that it alters what was said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.alignments.quotations.variants import compare_wordings
from variorum.alignments.wordings.differences import FEATURES, difference_features, find_difference


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bakers will get their ovens back", "the ovens were not going to be returned to the bakers"),
        ("Nine of my geese were taken by the fox", "the fox had carried off six geese of his"),
        ("I met the harbour master on Tuesday evening", "on Friday evening he had met the master of the harbour"),
        ("The bridge must be pulled down", "the crossing may be torn down"),
    ],
)
def test_alterations_in_other_words(left, right):
    """A denial, a number, a day or a rival word that differs is likely an alteration, in other words too."""
    assert compare_wordings(left, right).kind == "altered"
    assert compare_wordings(right, left).kind == "altered"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bakers will get their ovens back", "the ovens were going to be returned to the bakers"),
        ("Nine of my geese were taken by the fox", "the fox had carried off nine geese of his"),
        ("We shall not leave the valley", "they were going to stay in the valley"),
        ("A sack will cost eight crowns and not one crown more", "a sack would cost eight crowns at most"),
    ],
)
def test_other_words_for_the_same(left, right):
    """Other words for the same are none, though one alone may deny."""
    assert compare_wordings(left, right).kind == "reworded"


def test_the_words_that_differ_are_given():
    """What speaks most for an alteration is said: a reader sees the words."""
    difference = find_difference("Nine of my geese were taken by the fox", "the fox had carried off six geese of his")
    assert difference.words == ("Nine", "six")


@settings(max_examples=20, deadline=None)
@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_any_text(left, right):
    """Any two texts are compared, the same whichever comes first."""
    values, mirrored = difference_features(left, right), difference_features(right, left)
    assert len(values) == len(FEATURES)
    assert values == pytest.approx(mirrored, abs=1e-3)
