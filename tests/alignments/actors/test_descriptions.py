"""Promises on descriptions that are names elsewhere."""

from __future__ import annotations

import pytest

from variorum.alignments.actors.aligning import align_actors


@pytest.mark.parametrize(
    ("name", "description", "same"),
    [("Harbour Police", "the harbour police", True), ("Gull Coast Rescue", "the miners", False)],
)
def test_a_description_of_the_words_of_a_name_is_the_named_one(maker, story_of, name, description, same):
    """What one report writes with small letters is what another has for a name; other words are nobody's name."""
    one, two = maker(f"{name} came."), maker(f"All saw {description}.")
    one.entity(name, kind="organisation")
    two.entity(description, kind="group", named=False)
    assert (len(align_actors(story_of(one, two))) == 1) is same
