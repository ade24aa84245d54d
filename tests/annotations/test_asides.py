"""Promises on asides: what commas set off to say whose account a sentence is."""

from __future__ import annotations

import pytest

from variorum.annotations.asides import asides_in
from variorum.annotations.trees import trees_of


@pytest.fixture(scope="module")
def sayings(draft_of):
    """Return a function: a sentence to the verbs that end its asides."""

    def read(text):
        trees = trees_of(draft_of(text))
        first, after = trees.ranges[0]
        return [trees.lower[verb] for _, verb in asides_in(trees, first, after)]

    return read


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The abbot, the chronicle claims, fled to Odda by night.", "claims"),
        ("The vault was empty, a leaked letter shows.", "shows"),
        ("The ship, so its owner maintains, left Bari in May.", "maintains"),
    ],
)
def test_an_aside_says_whose_account_it_is(sayings, text, verb):
    """A name and a verb of saying between commas, or behind the last one, are an aside."""
    assert sayings(text) == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "When the war was over, she wrote.",
        "The abbot, who wrote, fled to Odda.",
        "The baker sold bread, rolls and cakes.",
        "The abbot said that the vault was empty.",
    ],
)
def test_other_commas_set_off_no_aside(sayings, text):
    """Clauses, rows and plain sayings are none."""
    assert not sayings(text)
