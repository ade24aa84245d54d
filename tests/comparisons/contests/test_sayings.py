"""Promises about whether two sentences give the same words."""

from __future__ import annotations

import pytest

from variorum.comparisons.contests.sayings import is_part


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        ("We can't wait.", "we can’t wait", True),
        ("We can't wait.", "“Because we can't wait,”", True),
        ("We can't wait.", "We cannot stay.", False),
    ],
)
def test_marks_and_apostrophes_tell_no_words_apart(one, other, part):
    """Straight and curly apostrophes, dots and quotation marks are no other wording."""
    assert is_part(one, other) is part
    assert is_part(other, one) is part
