"""Sources: how many stand behind what several reports tell, what they share word for word, and whom each gives."""

from __future__ import annotations

from variorum.model.comparisons import Comparison, Origin, SharedText, SourceRow, Sourcing
from variorum.views.anchors import anchor
from variorum.views.sections.values import Values, evidence_values
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank


def source_values(comparison: Comparison) -> Values:
    """Return claims with their sources, shared passages, and the sources of each report."""
    gists = {unit.id: one_line(unit.gist, limit=140) for unit in comparison.units}
    claims = [_claim(sourcing, gists[sourcing.unit]) for sourcing in comparison.sourcing if sourcing.unit in gists]
    return {
        # What names a source is worth reading; that reports tell a thing in their own voice is said in a number.
        "claims": [claim for claim in claims if claim["named"]],
        "unnamed": sum(not claim["named"] for claim in claims),
        "single": sum(claim["single"] for claim in claims),
        "copies": [_copy(item) for item in comparison.shared_text],
        "reports": [_source(row) for row in sorted(comparison.sources, key=lambda row: siglum_rank(row.siglum))],
    }


def _claim(sourcing: Sourcing, gist: str) -> Values:
    """Return a claim with where it comes from."""
    return {
        "unit": sourcing.unit,
        "gist": gist,
        "named": sourcing.named,
        "single": sourcing.single,
        "origins": [_origin(origin) for origin in sourcing.origins],
    }


def _origin(origin: Origin) -> Values:
    """Return one source with the ways to it."""
    evidence = sorted(origin.evidence, key=lambda item: siglum_rank(item.siglum))
    return {
        "name": one_line(origin.name, limit=80) if origin.name else "",
        "sigla": sorted(origin.sigla, key=siglum_rank),
        "chains": [
            [one_line(link, limit=60) for link in chain]
            for chain in sorted(origin.chains, key=lambda chain: siglum_rank(chain[0]))
            if len(chain) > 2
        ],
        "hrefs": [{"siglum": item.siglum, "href": f"#{anchor(item.siglum, item.span)}"} for item in evidence],
        "reasons": [one_line(reason, limit=140) for reason in origin.reasons],
    }


def _copy(item: SharedText) -> Values:
    """Return a passage that reports share word for word."""
    return {
        "words": item.words,
        "text": one_line(item.passages[0].text, limit=400),
        "places": [
            {"siglum": passage.siglum, "href": f"#{anchor(passage.siglum, passage.span)}"}
            for passage in sorted(item.passages, key=lambda passage: siglum_rank(passage.siglum))
        ],
    }


def _source(row: SourceRow) -> Values:
    """Return one row of the table of sources."""
    return {
        "siglum": row.siglum,
        "source": one_line(row.source, limit=80),
        "chain": [one_line(link, limit=60) for link in row.chain],
        "hedged": row.hedged,
        "evidence": evidence_values(row.evidence),
    }
