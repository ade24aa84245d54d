"""Promises about words of a quotation in whose place another report has others."""

from __future__ import annotations

import pytest

from variorum.comparisons.exchanges import exchanged_words, turns_to_if


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("I rang my sister before lunch", "I rang my plumber before lunch", ("sister", "plumber")),
        ("She sang against her wish", "She sang against her uncle's wish", ("", "uncle's")),
        ("I rang my sister before lunch", "I rang my sister before lunch", None),
        ("We waited for Muhsin Tarem", "We waited for Mohsen Tarem", None),
        ("The ship is late again", "The boat is late again", None),
        ("I rang my sister before lunch", "Before we ate I called her, my sister", None),
    ],
)
def test_an_exchange_is_one_word_in_equal_wording(left: str, right: str, words: tuple[str, str] | None) -> None:
    """A word that cannot mean the other is an exchange; a paraphrase and another wording altogether are none."""
    assert exchanged_words(left, right) == words
    assert exchanged_words(right, left) == (words and (words[1], words[0]))


def test_a_condition_is_no_time() -> None:
    """What comes "as soon as" is sure, what comes "if" is not, whichever report says so."""
    assert turns_to_if("As soon as she calls we shall answer", "If she calls we shall answer")
    assert turns_to_if("If she calls we shall answer", "Once she calls we shall answer")
    assert not turns_to_if("When she calls we shall answer", "Once she calls we shall answer")
