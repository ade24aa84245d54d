"""Aligned stories: alignments are found by the two reports that they join."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.stories import Story


def link(left, right, number=1):
    """Return an alignment of two reports by their sigla."""
    refs = Ref(left, f"s{number}"), Ref(right, f"s{number}")
    return Alignment(Layer.STATEMENT, *refs, AlignmentKind.REWORDED, 0.5, ())


def test_alignments_of_two_reports_are_those_of_the_story_in_its_order():
    """No other pair of reports has a part in them, and the order stays."""
    links = (link("A", "B"), link("A", "C"), link("A", "B", 2), link("B", "C"))
    aligned = AlignedStory(Story("s", None, (), ()), (), links)
    assert list(aligned.between(("A", "B"))) == [links[0], links[2]]
    assert list(aligned.between(("B", "C"))) == [links[3]]
    assert not aligned.between(("B", "A"))


def test_a_changed_story_is_looked_up_anew():
    """What was looked up in one story is not found in the next one made from it."""
    aligned = AlignedStory(Story("s", None, (), ()), (), (link("A", "B"),))
    assert aligned.between(("A", "B"))
    assert not replace(aligned, alignments=()).between(("A", "B"))


def test_every_two_reports_of_a_small_story_are_held_against_each_other():
    """Of a large one those are that the story names, either way round."""
    aligned = AlignedStory(Story("s", None, (), ()), (), ())
    assert aligned.are_held("A", "C")
    held = replace(aligned, held=(("A", "B"), ("B", "C")))
    assert held.are_held("A", "B")
    assert held.are_held("C", "B")
    assert not held.are_held("A", "C")
