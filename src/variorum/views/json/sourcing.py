"""Sources, as JSON prints them."""

from __future__ import annotations

from variorum.model.comparisons import SourceRow, Sourcing
from variorum.views.json.parts import Json, evidence_list
from variorum.views.sigla import siglum_rank


def source_fields(row: SourceRow) -> Json:
    """Return a source of one report with its chain."""
    return {
        "siglum": row.siglum,
        "source": row.source,
        "actor": row.actor,
        "chain": list(row.chain),
        "hedged": row.hedged,
        "evidence": evidence_list(row.evidence),
        "units": list(row.units),
    }


def sourcing_fields(sourcing: Sourcing) -> Json:
    """Return the sources behind one claim."""
    return {
        "unit": sourcing.unit,
        "named": sourcing.named,
        "single": sourcing.single,
        "origins": [
            {
                "name": origin.name,
                "actor": origin.actor,
                "sigla": sorted(origin.sigla, key=siglum_rank),
                "chains": [list(chain) for chain in sorted(origin.chains, key=lambda chain: siglum_rank(chain[0]))],
                "evidence": evidence_list(sorted(origin.evidence, key=lambda item: siglum_rank(item.siglum))),
                "reasons": list(origin.reasons),
            }
            for origin in sourcing.origins
        ],
    }
