"""Promises on lemmas: the forms of a word are one word, other words stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.alignments.wordings.lemmas import lemma_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("held", "hold"),
        ("fired", "fire"),
        ("stopping", "stop"),
        ("parties", "party"),
        ("children", "child"),
        ("buses", "bus"),
        ("giving", "gave"),
        ("leaves", "left"),
    ],
)
def test_forms_of_a_word_are_one(one, other):
    """Irregular forms and regular endings lead to one key."""
    assert lemma_of(one) == lemma_of(other)


@pytest.mark.parametrize(("one", "other"), [("hold", "hole"), ("stop", "step"), ("pass", "pay"), ("bus", "busy")])
def test_other_words_stay_apart(one, other):
    """Words that look alike are not one."""
    assert lemma_of(one) != lemma_of(other)


@given(st.text(max_size=40))
def test_any_word(word):
    """Any string has a key, the same each time."""
    assert lemma_of(word) == lemma_of(word)
