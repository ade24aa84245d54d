"""Promises on event words: what names one event, by the table and by roots."""

from __future__ import annotations

from variorum.alignments.events.words import event_classes


def test_words_for_one_event_share_a_class():
    """A robbery is a heist, whatever the form of the word."""
    assert event_classes("rob", "robbed") & event_classes("heist", "heist")
    assert not event_classes("rob", "robbed") & event_classes("marry", "married")


def test_several_words_have_the_class_of_their_entry():
    """Words that name an event together have its class in any form."""
    assert event_classes("walk", "walked out") & event_classes("strike", "strike")


def test_an_unknown_word_has_no_class():
    """A word that the table lacks is of no class."""
    assert event_classes("zwibble", "zwibbled") == frozenset()
