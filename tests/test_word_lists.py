"""Tables of words: what stands in them can be read, and says what it is."""

from __future__ import annotations

import pytest

from variorum.word_lists import listed, table_lines


@pytest.mark.parametrize("table", ["contrasts.txt", "contrasts_in_place.txt"])
def test_a_set_has_sides_without_a_word_in_common(table):
    """Each line has at least two sides, and no word stands on two of them: it would exclude itself."""
    for line in table_lines(table):
        sides = [listed(side) for side in line.split("|")]
        assert len(sides) > 1
        assert all(sides)
        assert sum(map(len, sides)) == len(frozenset().union(*sides)), line
        assert line == line.lower()


@pytest.mark.parametrize("table", ["contrasts.txt", "contrasts_in_place.txt", "opposites.tsv", "paraphrases.tsv"])
def test_comments_are_no_words(table):
    """The lines of a table are its words: what explains it is left out."""
    assert table_lines(table)
    assert not any(line.startswith("#") for line in table_lines(table))
