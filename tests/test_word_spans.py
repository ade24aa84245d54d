"""Promises about where the words of a text stand."""

from __future__ import annotations

from variorum.word_spans import word_spans


def test_words_and_figures_are_found_where_they_stand() -> None:
    """Words with their apostrophes and figures with their marks are one word each, re-sliced from the text."""
    text = "The miller's 1,200 sacks, 40% of them wet"
    words = ["The", "miller's", "1,200", "sacks", "40%", "of", "them", "wet"]
    assert [text[start:end] for start, end in word_spans(text)] == words
