"""Promises on figures: numbers are read however they are written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.alignments.wordings.figures import read_figures
from variorum.alignments.wordings.likeness import words_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,200 houses", [1200]),
        ("twelve hundred houses", [1200]),
        ("1.2 million people and two hundred and fifty dogs", [1_200_000, 250]),
        ("forty-two of sixty", [42, 60]),
        ("the 3rd of three", [3, 3]),
        ("two million three hundred thousand", [2_300_000]),
        ("no one of them", []),
        ("three out of every four guests", [0.75]),
        ("one in ten", [0.1]),
        ("one in ten minutes", [10]),
        ("nobody", []),
    ],
)
def test_numbers_are_read(text, values):
    """Figures, words, products and sums have their value; "no one" has none."""
    assert [figure.value for figure in read_figures(words_of(text))] == values


@given(st.text(max_size=200))
def test_any_text(text):
    """The figures of any text stand in order and do not overlap."""
    figures = list(read_figures(words_of(text)))
    assert all(one.end <= other.at for one, other in pairwise(figures))
