"""Grounds: two reports of one thing are known by their sentences, even where no name and no word is shared."""

from variorum import flow
from variorum.model.alignments import Alignment
from variorum.model.reports import Report
from variorum.stories.gathering import gather_story

HOARD = (
    "A farmer found a sack of silver coins under his kitchen floor."
    " The hoard is two thousand years old, scholars believe. He hopes to sell it soon."
)
IN_OTHER_WORDS = (
    "Beneath the room where a countryman cooks lay a bag full of ancient money."
    " Experts date the treasure to the time of the first emperors. Its owner would rather have cash."
)
SOMETHING_ELSE = (
    "The choir gave its last concert in a barn. The tickets had been gone since spring."
    " Singers of four generations stood in the straw."
)


def links_of(one: str, other: str) -> tuple[Alignment, ...]:
    """Return the alignments of two texts."""
    reports = [flow.annotate(Report(name, text), keep=False) for name, text in (("one", one), ("other", other))]
    return flow.align(gather_story(reports, story_id="", title=None)).alignments


def test_reports_in_other_words_alone_are_of_one_thing_where_most_sentences_match():
    """Two reports without a name in common are joined when their sentences match one by one."""
    assert len(links_of(HOARD, IN_OTHER_WORDS)) >= 2


def test_a_report_of_something_else_is_joined_nowhere():
    """What is like in a report of something else is like by chance."""
    assert not links_of(HOARD, SOMETHING_ELSE)
