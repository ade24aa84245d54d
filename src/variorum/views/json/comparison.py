"""A comparison as ``variorum compare --format json`` prints it."""

from __future__ import annotations

from variorum.model.alignments import Actor, Ref
from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import Comparison
from variorum.views.dates import iso_interval
from variorum.views.json.namings import designation_fields, ladder_fields, tone_row_fields
from variorum.views.json.networks import event_group_fields, map_fields, network_fields, quad_fields
from variorum.views.json.parts import SCHEMA, Json, evidence_list, pairs, reference_fields
from variorum.views.json.sourcing import source_fields, sourcing_fields
from variorum.views.json.told import account_fields, coverage_fields, timeline_fields
from variorum.views.json.units import unit_fields
from variorum.views.sigla import ordered_reports, siglum_rank


def comparison_to_dict(comparison: Comparison) -> Json:
    """Return a comparison as ``variorum compare --format json`` prints it; reports in the order of their sigla."""
    story = comparison.story
    return {
        "schema": SCHEMA,
        "id": story.id,
        "story": {
            "title": story.title,
            "event_date": iso_interval(comparison.event_date),
            "event_time": evidence_list([comparison.event_time])[0] if comparison.event_time else None,
        },
        "reports": [_report(siglum, annotated) for siglum, annotated in ordered_reports(story)],
        "actors": [_actor(actor) for actor in (*comparison.actors, *comparison.things)],
        "units": [unit_fields(unit) for unit in comparison.units],
        "tensions": [unit_fields(unit) for unit in comparison.tensions],
        "designations": [designation_fields(row) for row in comparison.designations],
        "timeline": [timeline_fields(entry) for entry in comparison.timeline],
        "network": network_fields(comparison.network),
        "map": [map_fields(point) for point in comparison.map],
        "sources": [source_fields(row) for row in comparison.sources],
        "coverage": [
            coverage_fields(row) for row in sorted(comparison.coverage, key=lambda row: siglum_rank(row.siglum))
        ],
        "sourcing": [sourcing_fields(sourcing) for sourcing in comparison.sourcing],
        "shared_text": [
            {"id": item.id, "words": item.words, "passages": evidence_list(item.passages)}
            for item in comparison.shared_text
        ],
        "account": [account_fields(line) for line in comparison.account],
        "tones": [tone_row_fields(row, comparison) for row in comparison.tones],
        "ladder": [ladder_fields(row) for row in comparison.ladder],
        "events": [event_group_fields(group) for group in comparison.events],
        "quads": [quad_fields(row) for row in comparison.quads],
        "refusals": [
            {"name": refusal.name, "code": refusal.code, "reason": refusal.reason} for refusal in comparison.refusals
        ],
    }


def _report(siglum: str, annotated: AnnotatedReport) -> Json:
    """Return a report as the comparison lists it."""
    report = annotated.report
    return {
        "siglum": siglum,
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published,
        "url": report.url,
        "language": report.language,
        "text": report.text,
        "text_sha256": report.text_sha256,
        "boilerplate": pairs(report.boilerplate),
        "notes": list(report.notes),
        "reference": reference_fields(annotated.reference),
    }


def _actor(actor: Actor) -> Json:
    """Return an actor with its entities in the reports."""
    return {
        "id": actor.id,
        "name": actor.name,
        "type": str(actor.type),
        "country": actor.country,
        "entities": [[ref.siglum, ref.id] for ref in sorted(actor.entities, key=_ref_key)],
        "reasons": list(actor.reasons),
        "sector": actor.sector,
        "wikidata": actor.wikidata,
        "by_hand": list(actor.by_hand),
    }


def _ref_key(ref: Ref) -> tuple[tuple[int, str], str]:
    """Order references by siglum and id."""
    return (siglum_rank(ref.siglum), ref.id)
