"""Sources: whom each report gives as source of what it tells."""

from __future__ import annotations

from variorum.model.comparisons import Comparison, SourceRow
from variorum.views.sections.values import Values, evidence_values
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank


def source_values(comparison: Comparison) -> list[Values]:
    """Return a row for each report and source, in the order of the sigla."""
    return [_source(row) for row in sorted(comparison.sources, key=lambda row: siglum_rank(row.siglum))]


def _source(row: SourceRow) -> Values:
    """Return one row of the table of sources."""
    return {
        "siglum": row.siglum,
        "source": one_line(row.source, limit=80),
        "chain": [one_line(link, limit=60) for link in row.chain],
        "hedged": row.hedged,
        "evidence": evidence_values(row.evidence),
    }
