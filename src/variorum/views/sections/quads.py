"""Quad classes: how often actors act on each other, verbal or material, cooperation or conflict, over time."""

from __future__ import annotations

from variorum.model.comparisons import Comparison
from variorum.views.anchors import anchor
from variorum.views.dates import readable_interval
from variorum.views.sections.values import Values
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank


def quad_values(comparison: Comparison) -> Values:
    """Return a row for each pair of actors, class and time, with the words of each report."""
    names = {actor.id: one_line(actor.name, limit=80) for actor in comparison.actors}
    readings = {(group.id, reading.siglum): reading for group in comparison.events for reading in group.readings}
    return {
        "rows": [
            {
                "id": f"quad-{number}",
                "source": names.get(row.source, row.source),
                "target": names.get(row.target, row.target),
                "quad": str(row.quad),
                "date": readable_interval(row.interval) if row.interval else "",
                "count": len(row.groups),
                "reports": [
                    {
                        "siglum": siglum,
                        "count": len(groups),
                        "href": f"#{anchor(siglum, readings[groups[0], siglum].evidence[0].span)}",
                        "text": one_line(readings[groups[0], siglum].evidence[0].text, limit=120),
                    }
                    for siglum, groups in sorted(row.reports, key=lambda item: siglum_rank(item[0]))
                ],
            }
            for number, row in enumerate(comparison.quads, 1)
        ]
    }
