"""Promises about the words of two sentences that find nothing like them in the other one."""

from __future__ import annotations

from variorum.comparisons.contests.unlike_words import unlike_traits

_ONE = "The mill at Orvel burned down on Monday."
_OTHER = "The mill at Orvel burned down late on Friday night."


def test_the_order_of_two_sentences_does_not_matter() -> None:
    """What is unlike in two sentences is the same whichever report comes first."""
    assert unlike_traits(_ONE, _OTHER) == unlike_traits(_OTHER, _ONE)


def test_what_is_alike_counts_little() -> None:
    """Two sentences that differ in their day alone and two that differ in their place alone are told apart."""
    by_day = unlike_traits(_ONE, _OTHER)
    by_another_day = unlike_traits("Ada Lorn left on Tuesday.", "Ada Lorn left on Sunday.")
    by_place = unlike_traits("Ada Lorn left the library.", "Ada Lorn left the cellar.")
    assert _cosine(by_day, by_another_day) > _cosine(by_day, by_place)


def test_a_sentence_without_words_has_none_that_are_unlike() -> None:
    """Nothing is said of sentences without any words, nor does it fail."""
    assert unlike_traits("...", _ONE) == {}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """Return how alike two sets of traits are."""
    lengths = [sum(value * value for value in traits.values()) ** 0.5 for traits in (one, other)]
    return sum(value * other[name] for name, value in one.items()) / (lengths[0] * lengths[1])
