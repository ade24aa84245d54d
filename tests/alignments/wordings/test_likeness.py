"""Promises on wordings: what counts as the same word, and what differs between two wordings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.alignments.wordings.likeness import Weights, contents_of, shared_words, stem_of, words_of
from variorum.alignments.wordings.names import fold_name, is_acronym_of, is_spelling_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("worries", "worried"), ("planned", "planning"), ("bombs", "bombed"), ("eighty", "80"), ("1,200", "1200")],
)
def test_stems(one, other):
    """Forms of a word, and a number in words and figures, have one stem."""
    assert stem_of(one) == stem_of(other)


@given(st.text(max_size=200))
def test_any_text(text):
    """Any text has words, and no more content words than words."""
    assert len(contents_of(text)) <= len(words_of(text))


@given(st.text(max_size=60))
def test_any_name(name):
    """Any name folds, and folding what is folded changes nothing."""
    folded = fold_name(name)
    assert fold_name(" ".join(folded)) == folded or not folded
    assert all(is_spelling_of(word, word) for word in folded)


def test_acronyms():
    """Initials make an acronym, other letters do not."""
    assert is_acronym_of("MPNA", "Maravian Public News Agency")
    assert not is_acronym_of("MPA", "Maravian Public News Agency")


def test_rare_words_weigh_more():
    """Sharing a rare word counts more than sharing one that every clause has."""
    weights = Weights([["ferry", "sank"], ["ferry", "company"], ["ferry", "strike"], ["ferry", "dock"]])
    assert weights.overlap(["ferry", "sank"], ["storm", "sank"]) > weights.overlap(
        ["ferry", "sank"], ["ferry", "storm"]
    )


def test_shared_words_are_shown_with_the_fewest_capitals():
    """Of a word that is written in capitals and in small letters, one form is shown, whichever text comes first."""
    texts = "FERRY SINKS off Velisk", "The Ferry that sinks was built in Velisk"
    assert shared_words(*texts) == shared_words(*texts[::-1]) == ["Ferry", "sinks", "Velisk"]
