"""Map: the places, as a figure and as a table that says the same."""

from __future__ import annotations

from variorum.model.comparisons import Comparison
from variorum.views.map import NARROW, POINTS, core_points, map_svg
from variorum.views.sections.values import Values, evidence_values
from variorum.views.shown import one_line


def map_values(comparison: Comparison) -> Values:
    """Return the map as a figure and as a table."""
    shown_points = comparison.map[:POINTS]
    return {
        "svg": map_svg(comparison),
        "narrow": map_svg(comparison, NARROW),
        "outside": [one_line(point.name, limit=80) for point in shown_points if point not in core_points(shown_points)],
        "rows": [
            {
                "name": one_line(point.name, limit=80),
                "country": one_line(point.country or "", limit=8),
                "where": f"{abs(point.lat):.2f}° {'N' if point.lat >= 0 else 'S'}, "
                f"{abs(point.lon):.2f}° {'E' if point.lon >= 0 else 'W'}",
                "evidence": evidence_values(point.evidence),
            }
            for point in comparison.map
        ],
    }
