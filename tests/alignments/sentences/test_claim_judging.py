"""Promises about claims of one sentence that are judged as a whole."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.alignments.sentences.claim_traits import claim_traits
from variorum.model.comparisons import Relation, Slot
from variorum.model.reports import Report

FERRY = "The ferry to Velisk carried 310 passengers on Monday when it ran aground off Orvel."


def contradictions(one, other):
    """Return the rows of two reports that contradict each other."""
    comparison = flow.compare([Report("a", one), Report("b", other)], keep=False)
    return [unit for unit in comparison.units if unit.relation is Relation.CONTRADICTS]


@pytest.mark.parametrize(
    ("claim", "slot"),
    [
        ("The ferry to Velisk carried 95 passengers when it ran aground.", Slot.QUANTITY),
        ("The ferry to Velisk did not run aground on Monday.", Slot.POLARITY),
    ],
)
def test_a_claim_with_another_figure_or_a_denial_contradicts(claim, slot):
    """A claim of otherwise the same words contradicts in the slot that differs, whichever report comes first."""
    assert slot in {row.slot for row in contradictions(FERRY, claim)}
    assert slot in {row.slot for row in contradictions(claim, FERRY)}


@pytest.mark.parametrize(
    "claim",
    [
        "The ferry to Velisk ran aground off Orvel.",
        "On Monday the ferry carried 310 passengers.",
        "A bakery in Karsk sells 95 loaves a day.",
    ],
)
def test_a_claim_that_is_told_or_of_something_else_does_not(claim):
    """What the report tells itself, and what is about another thing, contradicts nothing."""
    assert not contradictions(FERRY, claim)


def test_traits_are_the_same_in_either_order(annotate_text):
    """Which of two texts is the claim is told by their words, not by their order."""
    one, other = annotate_text(FERRY), annotate_text("The ferry to Velisk carried 95 passengers.")
    left, right = claim_traits(one, other), claim_traits(other, one)
    assert left is not None
    assert right is not None
    assert left.values == right.values
    assert left.nearest == right.nearest[::-1]
