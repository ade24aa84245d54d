"""Places across reports: what the map shows."""

from __future__ import annotations

from variorum.comparisons.readings import ReportIndex, make_evidence
from variorum.model.annotations import Place, PlaceUse
from variorum.model.comparisons import Evidence, MapPoint


def map_points(indexes: dict[str, ReportIndex]) -> tuple[MapPoint, ...]:
    """Return the places with coordinates that reports name as places, not as governments, by name.

    A site has the coordinates of its town, which has a point of its own.
    """
    found: dict[str, tuple[Place, list[Evidence]]] = {}
    for _, index in sorted(indexes.items()):
        for place in index.annotated.places:
            mapped = place.use is PlaceUse.PLACE and place.kind != "site"
            if mapped and place.lat is not None and place.lon is not None:
                _, evidence = found.setdefault(place.gazetteer_id, (place, []))
                evidence.append(make_evidence(index, place.span))
    points = (
        MapPoint(place.gazetteer_id, place.name, place.country, place.lat, place.lon, tuple(evidence), place.kind)
        for place, evidence in found.values()
        if place.lat is not None and place.lon is not None
    )
    return tuple(sorted(points, key=lambda point: (point.name, point.gazetteer_id)))
