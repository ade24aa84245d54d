"""Promises on decisions by hand: joined, taken apart, said, and refused when they name nothing."""

from __future__ import annotations

import pytest

from variorum.alignments.actors.aligning import align_actors
from variorum.alignments.actors.decisions import read_decisions
from variorum.errors import VariorumError


def _story(maker, story_of):
    """Return two reports: Ana Reyes in both, Pavel Orlov in the first, a strongman in the second."""
    one, two = maker("Ana Reyes met Pavel Orlov."), maker("Reyes met the strongman and Reyes of the bank.")
    one.entity("Ana Reyes")
    one.entity("Pavel Orlov")
    two.entity("Reyes")
    two.entity("the strongman", named=False)
    return story_of(one, two)


def _decided(maker, story_of, table):
    return align_actors(_story(maker, story_of), read_decisions(table, "table"))


def test_merge_makes_one_actor(maker, story_of):
    """Two that were kept apart become one, which says so; the other actors stay as they were."""
    actors = _decided(maker, story_of, "# a note\n\nmerge\tPavel Orlov\tB:the strongman\n")
    orlov = next(actor for actor in actors if actor.name == "Pavel Orlov")
    assert [(ref.siglum, ref.id) for ref in orlov.entities] == [("A", "e2"), ("B", "e2")]
    assert orlov.by_hand == ("joined by hand, line 3",)
    assert [actor.by_hand for actor in actors if actor is not orlov] == [()]


def test_split_takes_apart(maker, story_of):
    """One that was joined becomes two, and both say so."""
    actors = _decided(maker, story_of, "split\tB:Reyes\n")
    assert sorted(actor.name for actor in actors) == ["Ana Reyes", "Pavel Orlov", "Reyes", "the strongman"]
    assert {actor.by_hand for actor in actors if "Reyes" in actor.name} == {("taken apart by hand, line 1",)}


def test_an_entity_can_be_named_by_its_id(maker, story_of):
    """``B:e2`` is the second entity of report B."""
    assert len(_decided(maker, story_of, "merge\tA:e2\tB:e2\n")) == 2


def test_nothing_computed_is_changed(maker, story_of):
    """Without decisions the actors are the same as before, and every entity has one actor after a decision."""
    plain = align_actors(_story(maker, story_of))
    assert all(actor.by_hand == () for actor in plain)
    decided = _decided(maker, story_of, "merge\tAna Reyes\tPavel Orlov\nsplit\tB:Reyes\n")
    refs = [ref for actor in decided for ref in actor.entities]
    assert sorted(refs) == sorted(ref for actor in plain for ref in actor.entities)


@pytest.mark.parametrize(
    ("table", "code", "line"),
    [
        ("merge\tAna Reyes\n", "C005", 1),
        ("join\tAna Reyes\tPavel Orlov\n", "C005", 1),
        ("split\n", "C005", 1),
        ("merge\tPavel Orlov\tA:the strongman\n", "C006", 1),
        ("# x\nmerge\tPavel Orlov\tNobody\n", "C006", 2),
        ("split\tPavel Orlov\n", "C006", 1),
        ("\x00\tx", "C005", 1),
    ],
)
def test_what_names_nothing_is_refused(maker, story_of, table, code, line):
    """A line that is no decision, names nothing, or a whole actor to be taken apart is refused with its number."""
    with pytest.raises(VariorumError) as caught:
        _decided(maker, story_of, table)
    assert caught.value.code == code
    assert f"line {line} " in caught.value.reason


def test_an_ambiguous_cell_lists_whom_it_names(maker, story_of):
    """Words that several actors bear are refused, and the error says which they are."""
    one, two = maker("Ana Reyes met Carlos Reyes, Reyes and Reyes."), maker("Pavel Orlov spoke.")
    one.entity("Ana Reyes", mentions=["Ana Reyes", "Reyes"])
    one.entity("Carlos Reyes", mentions=["Carlos Reyes", "Reyes"])
    two.entity("Pavel Orlov")
    with pytest.raises(VariorumError) as caught:
        align_actors(story_of(one, two), read_decisions("merge\tReyes\tPavel Orlov\n", "table"))
    assert caught.value.code == "C006"
    assert "A:e1" in caught.value.reason
    assert "A:e2" in caught.value.reason


def test_too_many_decisions_are_refused():
    """A table of more decisions than the limit is refused."""
    with pytest.raises(VariorumError) as caught:
        read_decisions("split\tB:Reyes\n" * 1_001, "table")
    assert caught.value.code == "C005"
