"""The machine interface, schema 1: annotated reports and comparisons as plain dictionaries (``docs/schema/``).

Offsets are code points of the report's text. Names of keys are stable; new keys may be added.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from variorum.model.alignments import Ref
from variorum.model.annotations import (
    AnnotatedReport,
    Designation,
    Entity,
    Event,
    Factuality,
    Place,
    Quotation,
    Reference,
    Statement,
    TimeExpression,
)
from variorum.model.comparisons import (
    Comparison,
    CoverageRow,
    DesignationRow,
    Evidence,
    Network,
    Reading,
    SourceRow,
    TimelineEntry,
    Unit,
)
from variorum.model.intervals import Interval
from variorum.model.quantities import Quantity
from variorum.model.spans import Span
from variorum.views.dates import iso_interval, iso_moment
from variorum.views.sigla import ordered_reports, siglum_rank

SCHEMA = 1
"""Version of the machine interface."""

Json = dict[str, Any]


def to_json(document: Json) -> str:
    """Return ``document`` as one line of JSON; readable UTF-8 unless a lone surrogate forces escapes."""
    line = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(document, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return line


def annotated_to_dict(annotated: AnnotatedReport) -> Json:
    """Return an annotated report as ``variorum annotate`` prints it."""
    report = annotated.report
    return {
        "schema": SCHEMA,
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "published": report.published,
        "url": report.url,
        "language": report.language,
        "text": report.text,
        "text_sha256": report.text_sha256,
        "notes": list(report.notes),
        "reference": _reference(annotated.reference),
        "boilerplate": _pairs(report.boilerplate),
        "sentences": [[sentence.start, sentence.end] for sentence in annotated.sentences],
        "entities": [_entity(entity) for entity in annotated.entities],
        "quotations": [_quotation(quotation, report.text) for quotation in annotated.quotations],
        "timexes": [_timex(time) for time in annotated.times],
        "places": [_place(place) for place in annotated.places],
        "quantities": [_quantity(quantity) for quantity in annotated.quantities],
        "events": [_event(event) for event in annotated.events],
        "statements": [_statement(statement) for statement in annotated.statements],
        "designations": [_designation(designation) for designation in annotated.designations],
        "components": [{"name": name, "version": version} for name, version in annotated.components],
    }


def comparison_to_dict(comparison: Comparison) -> Json:
    """Return a comparison as ``variorum compare --format json`` prints it; reports in the order of their sigla."""
    story = comparison.story
    return {
        "schema": SCHEMA,
        "id": story.id,
        "story": {"title": story.title, "event_date": iso_interval(comparison.event_date)},
        "reports": [_report(siglum, annotated) for siglum, annotated in ordered_reports(story)],
        "actors": [
            {
                "id": actor.id,
                "name": actor.name,
                "type": str(actor.type),
                "country": actor.country,
                "entities": [[ref.siglum, ref.id] for ref in sorted(actor.entities, key=_ref_key)],
                "reasons": list(actor.reasons),
            }
            for actor in comparison.actors
        ],
        "units": [_unit(unit) for unit in comparison.units],
        "designations": [_designation_row(row) for row in comparison.designations],
        "timeline": [_timeline_entry(entry) for entry in comparison.timeline],
        "network": _network(comparison.network),
        "map": [
            {
                "gazetteer_id": point.gazetteer_id,
                "name": point.name,
                "country": point.country,
                "lat": point.lat,
                "lon": point.lon,
                "evidence": _evidence(point.evidence),
            }
            for point in comparison.map
        ],
        "sources": [_source(row) for row in comparison.sources],
        "coverage": [_coverage(row) for row in sorted(comparison.coverage, key=lambda row: siglum_rank(row.siglum))],
        "refusals": [
            {"name": refusal.name, "code": refusal.code, "reason": refusal.reason} for refusal in comparison.refusals
        ],
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as [start, end] pairs."""
    return [[span.start, span.end] for span in spans]


def _ends(name: str, span: Span | None) -> Json:
    """Return ``name_start`` and ``name_end``, both null without a span."""
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}


def _interval(interval: Interval | None) -> Json:
    """Return the two ends and the granularity of an interval; all null when there is none."""
    return {
        "begin": iso_moment(interval.begin) if interval else None,
        "before": iso_moment(interval.before) if interval else None,
        "granularity": str(interval.granularity) if interval else None,
    }


def _reference(reference: Reference) -> Json:
    """Return what relative times were read against."""
    return {**_interval(reference.interval), "basis": reference.basis, "evidence": reference.evidence}


def _entity(entity: Entity) -> Json:
    """Return an entity with its mentions."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": str(entity.type),
        "country": entity.country,
        "sector": entity.sector,
        "wikidata": entity.wikidata,
        "roles": list(entity.roles),
        "named": entity.named,
        "mentions": [
            {
                "start": mention.start,
                "end": mention.end,
                "form": str(mention.form),
                "head_start": mention.head_start,
                "head_end": mention.head_end,
                "voice": _voice(quoted=mention.quoted),
            }
            for mention in entity.mentions
        ],
    }


def _voice(*, quoted: bool) -> str:
    """Return whose words they are."""
    return "quoted" if quoted else "outlet"


def _quotation(quotation: Quotation, text: str) -> Json:
    """Return a quotation with its speaker and cue."""
    speaker, cue = quotation.speaker, quotation.cue
    return {
        "id": quotation.id,
        "start": quotation.start,
        "end": quotation.end,
        "spans": _pairs(quotation.spans),
        "type": str(quotation.type),
        "verbatim": _pairs(quotation.verbatim),
        **_ends("speaker", speaker),
        "speaker_text": speaker.text_of(text) if speaker else None,
        "speaker_canonical": quotation.speaker_canonical,
        "speaker_entity": quotation.speaker_entity,
        **_ends("cue", cue),
        "cue": cue.text_of(text) if cue else None,
        "cue_lemma": quotation.cue_lemma,
        "denied": quotation.denied,
        "via": quotation.via,
        "addressee": quotation.addressee,
        "said_time": quotation.said_time,
        "confidence": round(quotation.confidence, 4),
        "rule": quotation.rule,
    }


def _timex(time: TimeExpression) -> Json:
    """Return a time expression with its interval."""
    return {
        "id": time.id,
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": str(time.type),
        "value": time.value,
        "mod": time.mod,
        **_interval(time.interval),
        "anchor": time.anchor,
    }


def _place(place: Place) -> Json:
    """Return a place."""
    return {
        "id": place.id,
        "start": place.start,
        "end": place.end,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "gazetteer_id": place.gazetteer_id,
        "within": list(place.within),
        "qualifier": place.qualifier,
        "use": str(place.use),
    }


def _quantity(quantity: Quantity) -> Json:
    """Return an amount as the interval that its words allow."""
    return {
        "id": quantity.id,
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "counted": quantity.counted,
        "approximate": quantity.approximate,
        "role": quantity.role,
    }


def _event(event: Event) -> Json:
    """Return an event; schema 1 has no word for rumours, so a possible event prints as conditional."""
    factuality = Factuality.CONDITIONAL if event.factuality is Factuality.POSSIBLE else event.factuality
    return {
        "id": event.id,
        **_ends("trigger", event.trigger),
        "lemma": event.lemma,
        "type": event.type,
        "mode": event.mode,
        "source": list(event.source),
        "target": list(event.target),
        "time": event.time,
        "place": event.place,
        "told_time": event.told_time,
        "quantities": list(event.quantities),
        "factuality": str(factuality),
        "attributed_to": event.attributed_to,
        "start": event.start,
        "end": event.end,
        "confidence": round(event.confidence, 4),
        "rule": event.rule,
    }


def _statement(statement: Statement) -> Json:
    """Return a statement with its participants."""
    return {
        "id": statement.id,
        "start": statement.start,
        "end": statement.end,
        **_ends("predicate", statement.predicate),
        "lemma": statement.lemma,
        "participants": [
            {"role": item.role, "entity": item.entity, "start": item.start, "end": item.end}
            for item in statement.participants
        ],
        "times": list(statement.times),
        "places": list(statement.places),
        "quantities": list(statement.quantities),
        "events": list(statement.events),
        "polarity": "negated" if statement.negated else "affirmed",
        "certainty": str(statement.certainty),
        "source": statement.source,
        "source_text": statement.source_text,
        "told_time": statement.told_time,
        "quotation": statement.quotation,
    }


def _designation(designation: Designation) -> Json:
    """Return a designation."""
    return {
        "id": designation.id,
        "start": designation.start,
        "end": designation.end,
        "text": designation.text,
        "kind": str(designation.kind),
        "entity": designation.entity,
        "polarity": designation.polarity,
        "voice": _voice(quoted=designation.quoted),
        "reason": designation.reason,
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
        "boilerplate": _pairs(report.boilerplate),
        "notes": list(report.notes),
        "reference": _reference(annotated.reference),
    }


def _ref_key(ref: Ref) -> tuple[tuple[int, str], str]:
    """Order references by siglum and id."""
    return (siglum_rank(ref.siglum), ref.id)


def _unit(unit: Unit) -> Json:
    """Return a row of the comparison."""
    return {
        "id": unit.id,
        "layer": str(unit.layer),
        "relation": str(unit.relation),
        "within": unit.within,
        "slot": str(unit.slot) if unit.slot else None,
        "gist": unit.gist,
        "readings": [_reading(reading) for reading in unit.readings],
        "not_mentioned": sorted(unit.not_mentioned, key=siglum_rank),
        "score": round(unit.score, 4),
        "weight": round(unit.weight, 4),
        "reasons": list(unit.reasons),
        "actors": list(unit.actors),
        "group": unit.group,
    }


def _reading(reading: Reading) -> Json:
    """Return what one report has for a unit."""
    return {
        "siglum": reading.siglum,
        "spans": _pairs(reading.spans),
        "text": reading.text,
        "value": reading.value,
        "focus": _pairs(reading.focus),
        "annotations": list(reading.annotations),
        "speaker": reading.speaker,
        "via": reading.via,
    }


def _designation_row(row: DesignationRow) -> Json:
    """Return how every report names one actor; own and quoted voice are different cells."""
    return {
        "actor": row.actor,
        "cells": [
            {
                "siglum": cell.siglum,
                "voice": _voice(quoted=cell.quoted),
                "expressions": [
                    {
                        "text": expression.text,
                        "count": len(expression.spans),
                        "spans": _pairs(expression.spans),
                        "kind": expression.kind,
                        "marked": expression.marked,
                        "reason": expression.reason,
                    }
                    for expression in cell.expressions
                ],
            }
            for cell in sorted(row.cells, key=lambda cell: (siglum_rank(cell.siglum), cell.quoted))
        ],
    }


def _evidence(evidence: Iterable[Evidence]) -> list[Json]:
    """Return words of reports with their places."""
    return [
        {"siglum": item.siglum, "start": item.span.start, "end": item.span.end, "text": item.text} for item in evidence
    ]


def _timeline_entry(entry: TimelineEntry) -> Json:
    """Return something dated."""
    return {
        "id": entry.id,
        **_interval(entry.interval),
        "label": entry.label,
        "gist": entry.gist,
        "evidence": _evidence(entry.evidence),
        "times": _evidence(entry.times),
        "anchors": list(entry.anchors),
        "units": list(entry.units),
    }


def _network(network: Network) -> Json:
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
                "evidence": _evidence(edge.evidence),
            }
            for edge in network.edges
        ],
    }


def _source(row: SourceRow) -> Json:
    """Return a source of one report with its chain."""
    return {
        "siglum": row.siglum,
        "source": row.source,
        "actor": row.actor,
        "chain": list(row.chain),
        "hedged": row.hedged,
        "evidence": _evidence(row.evidence),
    }


def _coverage(row: CoverageRow) -> Json:
    """Return what one report tells alone, counted."""
    return {
        "siglum": row.siglum,
        "characters": row.characters,
        "sentences": row.sentences,
        "shared": row.shared,
        "alone": row.alone,
        "groups": [{"group": group, "units": list(units)} for group, units in row.groups],
    }
