"""Events, quad classes, the network and the map, as JSON prints them."""

from __future__ import annotations

from variorum.model.comparisons import EventGroup, MapPoint, Network, QuadRow
from variorum.model.plover import QUAD_CLASSES
from variorum.views.json.parts import Json, evidence_list, interval_fields
from variorum.views.sigla import siglum_rank


def event_group_fields(group: EventGroup) -> Json:
    """Return an event of the story with what each report tells of it."""
    return {
        "id": group.id,
        "type": group.type,
        "mode": group.mode,
        "quad": str(QUAD_CLASSES[group.type]) if group.type in QUAD_CLASSES else None,
        **interval_fields(group.interval),
        "readings": [
            {
                "siglum": reading.siglum,
                "events": list(reading.events),
                "evidence": evidence_list(reading.evidence),
                "source": list(reading.sources),
                "target": list(reading.targets),
                "times": list(reading.times),
                "places": list(reading.places),
                "quantities": list(reading.quantities),
                "factuality": list(reading.factuality),
                "attributed_to": list(reading.attributed_to),
                "adds": list(reading.adds),
            }
            for reading in sorted(group.readings, key=lambda reading: siglum_rank(reading.siglum))
        ],
    }


def quad_fields(row: QuadRow) -> Json:
    """Return how often one actor acts on another in one quad class and time."""
    return {
        "source": row.source,
        "target": row.target,
        "quad": str(row.quad),
        **interval_fields(row.interval),
        "groups": list(row.groups),
        "reports": [
            {"siglum": siglum, "groups": list(groups)}
            for siglum, groups in sorted(row.reports, key=lambda item: siglum_rank(item[0]))
        ],
    }


def network_fields(network: Network) -> Json:
    """Return actors and what passes between them."""
    return {
        "nodes": [
            {
                "actor": node.actor,
                "name": node.name,
                "type": node.type,
                "mentions": [
                    {"siglum": siglum, "count": count}
                    for siglum, count in sorted(node.mentions, key=lambda item: siglum_rank(item[0]))
                ],
            }
            for node in network.nodes
        ],
        "edges": [
            {
                "source": edge.source,
                "target": edge.target,
                "kind": edge.kind,
                "types": list(edge.types),
                "evidence": evidence_list(edge.evidence),
            }
            for edge in network.edges
        ],
    }


def map_fields(point: MapPoint) -> Json:
    """Return a place that reports name as a place."""
    return {
        "gazetteer_id": point.gazetteer_id,
        "name": point.name,
        "country": point.country,
        "lat": point.lat,
        "lon": point.lon,
        "evidence": evidence_list(point.evidence),
        "kind": point.kind,
    }
