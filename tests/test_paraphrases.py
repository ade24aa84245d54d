"""Promises about paraphrases."""

from __future__ import annotations

from variorum.paraphrases import are_kin, classes_of, phrase_classes


def test_words_of_one_class_are_kin() -> None:
    """Words that answer one question are kin, either way round, and words of other classes are not."""
    assert are_kin("leak", "escape")
    assert are_kin("escape", "leak")
    assert not are_kin("leak", "vote")


def test_a_phrase_needs_all_its_words() -> None:
    """A class of several words is reached only by a clause that has all of them."""
    assert classes_of("refund") & phrase_classes(["money", "back"])
    assert not classes_of("refund") & phrase_classes(["back"])
