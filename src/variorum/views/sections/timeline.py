"""Timeline: what is dated, as a figure and as a table that says the same."""

from __future__ import annotations

from variorum.model.comparisons import Comparison, Relation
from variorum.views.dates import readable_interval
from variorum.views.sections.values import Values, evidence_values
from variorum.views.shown import one_line
from variorum.views.timeline import timeline_svg


def timeline_values(comparison: Comparison) -> Values:
    """Return the timeline as a figure and as a table."""
    clashing = {unit.id for unit in comparison.units if unit.relation is Relation.CONTRADICTS}
    return {
        "svg": timeline_svg(comparison),
        "rows": [
            {
                "label": one_line(entry.label),
                "interval": readable_interval(entry.interval) if entry.interval else "",
                "gist": one_line(entry.gist, limit=200),
                "times": evidence_values(entry.times),
                "evidence": evidence_values(entry.evidence),
                "anchors": [one_line(note) for note in entry.anchors],
                "conflict": any(unit in clashing for unit in entry.units),
            }
            for entry in comparison.timeline
        ],
    }
