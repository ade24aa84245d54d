"""Promises on contrasts: words of which one at most is true of a thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.alignments.wordings.contrasts import contrast, replaces, word_in
from variorum.alignments.wordings.likeness import words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("open", "closed"),
        ("opened", "closes"),
        ("left", "right"),
        ("red", "black"),
        ("all", "half"),
        ("longest", "shortest"),
        ("heaviest", "lightest"),
        ("spring", "autumn"),
        ("guilty", "innocent"),
        ("harmed", "unharmed"),
    ],
)
def test_contrasts(one, other):
    """Opposites and members of a closed set contrast, in every form and either order."""
    assert contrast(one, other)
    assert contrast(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("big", "large"),
        ("every", "all"),
        ("open", "opened"),
        ("boat", "wagon"),
        ("red", "spring"),
        ("forest", "against"),
    ],
)
def test_no_contrast(one, other):
    """Words of one meaning, forms of one word and words of different sets do not."""
    assert not contrast(one, other)
    assert not contrast(other, one)


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_words(one, other):
    """Any two words are compared, the same either way, and no word contrasts with itself."""
    assert contrast(one, other) is contrast(other, one)
    assert not contrast(one, one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("must", "may", True),
        ("days", "weeks", True),
        ("injured", "killed", True),
        ("museum", "hotel", True),
        ("bus", "coach", False),
        ("wood", "timber", False),
        ("must", "must", False),
        ("quay", "hotel", False),
    ],
)
def test_words_in_the_place_of_others(one, other, expected):
    """Words of one closed set tell something else in each other's place, unless they mean the same."""
    assert replaces(one, other) is replaces(other, one) is expected


@pytest.mark.parametrize(("one", "other"), [("seconds", "minutes"), ("decades", "years"), ("must", "may")])
def test_rivals_in_every_number(one, other):
    """Words that exclude each other in one place do so in the plural too."""
    assert replaces(one, other)


def test_a_verb_is_read_with_its_particle():
    """A verb and its particle are one word where the table has the two, in every form; else the verb is."""
    words = words_of("They were giving up the mill, and gave bread away.")
    read = [word_in(words, at) for at, word in enumerate(words) if word.text.casefold() in {"giving", "gave"}]
    assert read == ["give_up", "gave"]
    assert contrast("keep", read[0])
