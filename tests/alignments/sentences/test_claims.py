"""Claims: a report of one sentence against what it turns round."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.comparisons import Relation
from variorum.model.reports import Report


def contradictions(one, other):
    """Return the rows of two reports that contradict each other."""
    comparison = flow.compare([Report("a", one), Report("b", other)], keep=False)
    return [unit for unit in comparison.units if unit.relation is Relation.CONTRADICTS]


@pytest.mark.parametrize(
    ("told", "claim"),
    [
        (
            "The council of Velisk said on Friday that the swimming lake would be safe for children this summer.",
            "The swimming lake of Velisk is dangerous for children.",
        ),
        (
            "Engineers who came with the ministry can easily obtain permits for the mine of Tarnow.",
            "Engineers of the ministry do not obtain permits for the mine of Tarnow.",
        ),
    ],
)
def test_a_claim_that_turns_a_clause_round_contradicts_it(told, claim):
    """Opposites and denials in otherwise the same words contradict, and the row says by which words."""
    rows = contradictions(told, claim)
    assert rows
    assert any("opposite" in row.reasons[0] or "denied" in row.reasons[0] for row in rows)


@pytest.mark.parametrize(
    ("told", "claim"),
    [
        ("The lake of Velisk is safe for children this summer.", "The lake of Velisk is safe for children."),
        ("The lake of Velisk is not safe.", "The mayor of Tarnow opened a new library on Monday."),
        (
            "The mill of Tarnow sold more flour in Spain, Japan, Kenya and Brazil.",
            "The mill of Tarnow sold more flour in Kenya.",
        ),
    ],
)
def test_a_claim_that_turns_nothing_round_does_not_contradict(told, claim):
    """The same said again, something else, and a denial of a thing beside it are no contradictions."""
    assert not contradictions(told, claim)
