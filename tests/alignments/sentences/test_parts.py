"""A sentence is cut into parts that each tell something, and none of its words is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.alignments.sentences.parts import cut_sentence
from variorum.model.spans import Span

WORDS = st.sampled_from(
    [
        "the",
        "ferry",
        "sank",
        "off",
        "Velisk,",
        "and",
        "divers",
        "who",
        "searched",
        "all",
        "night;",
        "—",
        "“we",
        "go,”",
        "but",
    ]
)


def cut(text: str) -> list[str]:
    """Return the words of the parts of a text that is one sentence."""
    return [span.text_of(text) for span in cut_sentence(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The old ferry sank off Velisk, and divers searched the cold water all night.",
            ["The old ferry sank off Velisk,", "and divers searched the cold water all night."],
        ),
        (
            "Odile Brandt, who opened the new bridge in May, is gravely ill at home.",
            ["Odile Brandt, who opened the new bridge in May, is gravely ill at home."],
        ),
        (
            "The council closed the old harbour bridge, prompting angry letters from shopkeepers.",
            ["The council closed the old harbour bridge,", "prompting angry letters from shopkeepers."],
        ),
        ("She said, and smiled.", ["She said, and smiled."]),
    ],
)
def test_parts_tell_something_each(text, parts):
    """A conjunction, a relative or a participle behind a comma opens a part; a few words alone are none."""
    assert cut(text) == parts


@given(st.lists(WORDS, min_size=1, max_size=40))
def test_parts_have_all_words_in_order(words):
    """Together the parts are the sentence but for blanks, they do not overlap, and none is empty."""
    text = " ".join(words)
    spans = cut_sentence(text, Span(0, len(text)))
    assert "".join(span.text_of(text) for span in spans).replace(" ", "") == text.replace(" ", "")
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(len(span) for span in spans)
