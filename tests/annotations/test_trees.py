"""Promises on trees: plurals of which a parser makes one with the noun before them are read as verbs."""

from __future__ import annotations

from variorum.annotations.trees import trees_of


def _trees(draft):
    """Return the trees of a draft, and the number of each word."""
    trees = trees_of(draft)
    return trees, {word: number for number, word in enumerate(trees.lower)}


def test_a_plural_behind_one_thing_is_a_verb(draft_of):
    """No plural has "a" before it: "once a single state withdraws" tells a withdrawal by a state."""
    trees, at = _trees(draft_of("The treaty lapses once a single state withdraws from it."))
    assert (trees.poses[at["withdraws"]], trees.lemmas[at["withdraws"]]) == ("VERB", "withdraw")
    assert trees.deps[at["state"]] == "nsubj"
    assert at["single"] in trees.children[at["state"]]


def test_plurals_stay_nouns(draft_of):
    """Names of several things are left as they are."""
    trees, at = _trees(draft_of("The state elections cost the party two council seats."))
    assert [trees.poses[at[word]] for word in ("elections", "seats")] == ["NOUN", "NOUN"]
