"""Neighbours: in a large story a report is aligned with those nearest to it, and work grows with the reports."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from variorum import limits
from variorum.alignments import neighbours
from variorum.alignments.neighbours import report_pairs
from variorum.limits import LIMITS, neighbour_count
from variorum.model.stories import Story

TOPICS = ("ferry harbour fire crew", "strike depot union wages", "flood river bridge village")


@pytest.fixture
def story_of(annotate_text):
    """Make stories of any number of reports without annotating each."""
    annotated = annotate_text("The ferry Aurelia burned in the harbour of Koper on Monday.")

    def make(texts):
        reports = tuple(replace(annotated, report=replace(annotated.report, id=text, text=text)) for text in texts)
        return Story("s", None, reports, tuple(f"R{number}" for number in range(len(texts))))

    return make


def texts(count):
    """Return texts that each tell of one of three topics."""
    return [f"{TOPICS[number % 3]} number{number} detail{number} {'again ' * (number % 2)}" for number in range(count)]


def test_every_two_reports_of_a_small_story_are_aligned(story_of):
    """Up to the limit nothing is left out."""
    count = LIMITS.neighbours + 1
    assert len(list(report_pairs(story_of(texts(count))))) == count * (count - 1) // 2


def test_pairs_of_a_large_story_grow_with_the_reports(story_of):
    """Each report of a large story has its share of pairs, and all of them are no more than the limit."""
    for count in (40, 120, 200):
        pairs = list(report_pairs(story_of(texts(count))))
        assert len(pairs) <= LIMITS.report_pairs
        assert pairs == sorted(set(pairs))
        assert all(sum(place in pair for pair in pairs) >= neighbour_count(count) for place in range(count))


def test_copies_of_one_report_do_not_keep_others_away(story_of):
    """Of sixty outlets that print one text and three that tell it otherwise, each printer meets a teller."""
    told = " ".join(f"word{number}" for number in range(40))
    copies = [f"{told} printed by outlet{number}" for number in range(60)]
    places = [place for place, _ in enumerate(copies)]
    pairs = list(report_pairs(story_of([*copies, *texts(3)])))
    others = {place: {*(b for a, b in pairs if a == place), *(a for a, b in pairs if b == place)} for place in places}
    assert all(max(found) >= len(copies) for found in others.values())


def test_the_nearest_are_those_of_the_same_topic(story_of, monkeypatch):
    """A report on the ferry is aligned with the other reports on the ferry first."""
    monkeypatch.setattr(limits, "LIMITS", dataclasses.replace(LIMITS, neighbours=6))
    monkeypatch.setattr(neighbours, "LIMITS", dataclasses.replace(LIMITS, neighbours=6))
    pairs = list(report_pairs(story_of(texts(30))))
    assert pairs
    assert all(one % 3 == other % 3 for one, other in pairs)


def test_the_order_of_the_reports_changes_nothing(story_of):
    """The same reports in another order are paired the same."""
    given = texts(40)
    turned = given[::-1]
    one = {frozenset((given[a], given[b])) for a, b in report_pairs(story_of(given))}
    other = {frozenset((turned[a], turned[b])) for a, b in report_pairs(story_of(turned))}
    assert one == other
