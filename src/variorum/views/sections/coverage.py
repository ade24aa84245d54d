"""Coverage: what one report tells and no other mentions, by group."""

from __future__ import annotations

from variorum.model.comparisons import Comparison, CoverageRow, Relation
from variorum.views.sections.values import Values
from variorum.views.sigla import siglum_rank

GROUPS = {
    "background": "Background",
    "reaction": "Reactions",
    "detail": "Details",
    "quotation": "Quotations",
    "context": "Context",
}


def coverage_values(comparison: Comparison) -> list[Values]:
    """Return what each report tells alone, in the order of the sigla."""
    return [_alone(row, comparison) for row in sorted(comparison.coverage, key=lambda row: siglum_rank(row.siglum))]


def _alone(row: CoverageRow, comparison: Comparison) -> Values:
    """Return what one report tells alone, by group."""
    known = {unit.id for unit in comparison.units if unit.relation is Relation.ONLY}
    return {
        "siglum": row.siglum,
        "characters": row.characters,
        "sentences": row.sentences,
        "alone": row.alone,
        "groups": [
            {"name": GROUPS.get(group, group.capitalize()), "units": [unit for unit in units if unit in known]}
            for group, units in row.groups
            if any(unit in known for unit in units)
        ],
    }
