"""Promises about paraphrases."""

from __future__ import annotations

from variorum import paraphrases
from variorum.paraphrases import Kin, are_kin, classes_of, phrase_classes, share_at_least, share_worded_alike


def test_words_of_one_class_are_kin() -> None:
    """Words that answer one question are kin, either way round, and words of other classes are not."""
    assert are_kin("leak", "escape")
    assert are_kin("escape", "leak")
    assert not are_kin("leak", "vote")


def test_a_phrase_needs_all_its_words() -> None:
    """A class of several words is reached only by a clause that has all of them."""
    assert classes_of("refund") & phrase_classes(["money", "back"])
    assert not classes_of("refund") & phrase_classes(["back"])


def test_kin_are_found_without_a_look_at_every_pair() -> None:
    """What is looked up among words is what a comparison with each of them finds."""
    words = ["leak", "escape", "vote", "kill", "die", "bridge", "bridge"]
    for word in (*words, "rise", "tunnel"):
        assert sorted(Kin(words).of(word)) == sorted({other for other in words if are_kin(word, other)})


def test_words_without_kin_are_not_held_against_each_other(monkeypatch) -> None:
    """A word that has nothing in common with any of many words is compared with none of them."""
    kin, asked = Kin(["leak", "vote", "bridge"]), []
    monkeypatch.setattr(paraphrases, "are_kin", lambda one, other: asked.append((one, other)) or are_kin(one, other))
    assert not kin.of("tunnel")
    assert not asked
    assert kin.of("escape") == ["leak"]


def test_a_share_that_cannot_be_reached_is_not_measured_and_never_taken_for_reached() -> None:
    """The short cut by lengths and kin answers as the measured share does."""
    lists = [
        text.split() for text in ("we will stay", "we shall stay", "stay we will", "we", "", "the gas may leak out")
    ]
    for one in lists:
        for other in lists:
            for least in (0.2, 0.5, 0.8, 1.0):
                assert share_at_least(one, other, least) == (share_worded_alike(one, other) >= least)
