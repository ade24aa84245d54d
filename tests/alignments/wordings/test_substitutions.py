"""Promises on substitutions: one thing in the place of another in otherwise the same words."""

from __future__ import annotations

import pytest

from variorum.alignments.wordings.substitutions import find_substitution


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (
            "You loved boats, Ivo, and you did it all for the money.",
            "You loved boats, Ivo, and you did it all for the envy.",
            ("money", "envy"),
        ),
        ("The ropes had been cut.", "The brakes had been cut.", ("ropes", "brakes")),
        (
            "We weigh every fish, so the count is solid.",
            "We weigh every fish, so the count is shaky.",
            ("solid", "shaky"),
        ),
    ],
)
def test_substitutions(left, right, words):
    """A word in the place of one that means something else is found, and either way round."""
    assert find_substitution(left, right) == words
    assert find_substitution(right, left) == words[::-1]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("I called my mother at once.", "I called my mum at once."),
        ("The crew acted quickly.", "The crew acted swiftly."),
        ("I gave it to Ana Weck.", "I gave it to the mayor."),
        ("The boat went down in the harbour.", "The boat sank near the old lighthouse."),
        ("It was absent.", "It was not present."),
        ("The crew sounds happy today.", "The crew sounds glad today."),
        ("I lost my wallet in the flood.", "he had lost his daughter in the flood"),
        ("", "The crew acted quickly."),
        ("The crew acted quickly.", "The crew acted quickly."),
    ],
)
def test_no_substitutions(left, right):
    """Words of one meaning, a name and who it is, a retelling, and sentences of other words are none."""
    assert find_substitution(left, right) is None
    assert find_substitution(right, left) is None
