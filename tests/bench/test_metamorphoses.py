"""Relations between comparisons: the short form, on two stories of our own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent.parent / "bench"
sys.path.insert(0, str(BENCH))
try:
    import metamorphoses
    import report_pairs
finally:
    sys.path.remove(str(BENCH))

STORIES = {story["id"]: story for story in report_pairs.read_stories(set_aside=False)}


@pytest.mark.parametrize("name", sorted(metamorphoses.RELATIONS))
@pytest.mark.parametrize("story", ["mayor-vote", "hostage-end"])
def test_a_change_of_the_input_changes_only_what_it_must(story, name):
    """Swapping, adding, doubling, renaming and rewriting leave the rows as they are."""
    assert metamorphoses.holds(metamorphoses.RELATIONS[name], report_pairs.reports_of(STORIES[story]))


def test_a_relation_that_is_broken_is_seen():
    """A relation whose sides differ does not hold."""
    assert not metamorphoses.holds(lambda _reports: ([("x",)], []), report_pairs.reports_of(STORIES["mayor-vote"]))


def test_the_gold_of_our_stories_quotes_their_words():
    """Every span of the set lies in its report and is not empty."""
    for set_aside in (False, True):
        for story in report_pairs.read_stories(set_aside=set_aside):
            for fact in story["facts"]:
                for report, start, end in fact["spans"]:
                    words = story["reports"][report]["text"][start:end]
                    assert words.strip() == words != "", story["id"]
