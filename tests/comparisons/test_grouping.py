"""Promises on grouping: what stands in one row."""

from __future__ import annotations

from variorum.comparisons.grouping import group_alignments
from variorum.model.alignments import Alignment, AlignmentKind, Layer, Ref


def _link(left, right, score):
    """Return an alignment of statements of two reports, each given as "A1"."""
    refs = (Ref(name[0], name[1:]) for name in (left, right))
    return Alignment(Layer.STATEMENT, *refs, AlignmentKind.REWORDED, score, ())


def _rows(links, *, apart):
    """Return the members of each group."""
    order = {ref: ("AB".index(ref.siglum), int(ref.id)) for link in links for ref in (link.left, link.right)}
    groups = group_alignments(links, order, apart=apart)
    return [[ref.siglum + ref.id for ref in group.members] for group in groups]


CHAIN = [_link("A1", "B1", 0.9), _link("A2", "B2", 0.8), _link("A1", "B2", 0.5)]


def test_what_chains_two_rows_stands_in_a_row_of_its_own():
    """A statement that shares something with two rows of the same reports joins neither to the other."""
    assert _rows(CHAIN, apart=True) == [["A1", "B1"], ["A1", "B2"], ["A2", "B2"]]
    assert _rows(CHAIN, apart=False) == [["A1", "A2", "B1", "B2"]]


def test_one_statement_and_two_that_tell_it_stand_in_one_row():
    """What one report tells in one clause and the other in two is one row."""
    assert _rows([_link("A1", "B1", 0.9), _link("A1", "B2", 0.5)], apart=True) == [["A1", "B1", "B2"]]
