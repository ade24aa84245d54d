"""Promises on grouping: what stands in one row."""

from __future__ import annotations

from variorum.comparisons.grouping import group_alignments
from variorum.model.alignments import Alignment, AlignmentKind, Layer, Ref


def _link(left, right, score):
    """Return an alignment of statements of two reports, each given as "A1"."""
    refs = (Ref(name[0], name[1:]) for name in (left, right))
    return Alignment(Layer.STATEMENT, *refs, AlignmentKind.REWORDED, score, ())


def _rows(links, **how):
    """Return the members of each group."""
    order = {ref: ("ABC".index(ref.siglum), int(ref.id)) for link in links for ref in (link.left, link.right)}
    groups = group_alignments(links, order, **how)
    return [[ref.siglum + ref.id for ref in group.members] for group in groups]


CHAIN = [_link("A1", "B1", 0.9), _link("A2", "B2", 0.8), _link("A1", "B2", 0.5)]


def test_what_chains_two_rows_stands_in_a_row_of_its_own():
    """A statement that shares something with two rows of the same reports joins neither to the other."""
    assert _rows(CHAIN, apart=True) == [["A1", "B1"], ["A1", "B2"], ["A2", "B2"]]
    assert _rows(CHAIN, apart=False) == [["A1", "A2", "B1", "B2"]]


def test_one_statement_and_two_that_tell_it_stand_in_one_row():
    """What one report tells in one clause and the other in two is one row."""
    assert _rows([_link("A1", "B1", 0.9), _link("A1", "B2", 0.5)], apart=True) == [["A1", "B1", "B2"]]


def test_a_weak_likeness_to_one_of_several_reports_joins_nothing():
    """What is a little like the words of one report does not stand beside another report that it is nothing like."""
    founded = _link("A1", "C1", 0.9)
    assert _rows([founded, _link("B1", "C1", 0.45)], holding=0.4) == [["A1", "C1"]]
    assert _rows([founded, _link("B1", "C1", 0.45)]) == [["A1", "B1", "C1"]]


def test_what_is_surely_like_one_of_several_reports_keeps_its_row():
    """What one report alone tells in other words, nobody else, is a row of the two."""
    assert _rows([_link("A1", "C1", 0.9), _link("B1", "C1", 0.7)], holding=0.4) == [["A1", "C1"], ["B1", "C1"]]


def test_what_all_reports_tell_is_one_row():
    """A row of three reports needs no sure link where each is like each other."""
    links = [_link("A1", "C1", 0.5), _link("B1", "C1", 0.45), _link("A1", "B1", 0.45)]
    assert _rows(links, holding=0.4) == [["A1", "B1", "C1"]]
