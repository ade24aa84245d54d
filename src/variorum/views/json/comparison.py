"""A comparison as ``variorum compare --format json`` prints it."""

from __future__ import annotations

from variorum.model.alignments import Ref
from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import (
    AccountLine,
    Comparison,
    CoverageRow,
    DesignationRow,
    EventGroup,
    LadderRow,
    Network,
    QuadRow,
    Reading,
    SourceRow,
    Sourcing,
    TimelineEntry,
    ToneRow,
    Unit,
    Wording,
)
from variorum.model.plover import QUAD_CLASSES
from variorum.views.dates import iso_interval
from variorum.views.json.parts import (
    SCHEMA,
    Json,
    evidence_list,
    interval_fields,
    pairs,
    reference_fields,
    tone_fields,
    voice_name,
)
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
        "actors": [
            {
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
            for actor in (*comparison.actors, *comparison.things)
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
                "evidence": evidence_list(point.evidence),
                "kind": point.kind,
            }
            for point in comparison.map
        ],
        "sources": [_source(row) for row in comparison.sources],
        "coverage": [_coverage(row) for row in sorted(comparison.coverage, key=lambda row: siglum_rank(row.siglum))],
        "sourcing": [_sourcing(sourcing) for sourcing in comparison.sourcing],
        "shared_text": [
            {"id": item.id, "words": item.words, "passages": evidence_list(item.passages)}
            for item in comparison.shared_text
        ],
        "account": [_account_line(line) for line in comparison.account],
        "tones": [_tone_row(row, comparison) for row in comparison.tones],
        "ladder": [_ladder_row(row) for row in comparison.ladder],
        "events": [_event_group(group) for group in comparison.events],
        "quads": [_quad_row(row) for row in comparison.quads],
        "refusals": [
            {"name": refusal.name, "code": refusal.code, "reason": refusal.reason} for refusal in comparison.refusals
        ],
    }


def _event_group(group: EventGroup) -> Json:
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


def _quad_row(row: QuadRow) -> Json:
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
        "wordings": sorted((_wording(wording) for wording in unit.wordings), key=_wording_key),
    }


def _wording(wording: Wording) -> Json:
    """Return how two reports word one utterance, the report of the earlier siglum first."""
    sides = ((wording.left, wording.left_lacks), (wording.right, wording.right_lacks))
    return {
        "class": str(wording.kind),
        "differs": list(wording.differs),
        "readings": [
            {"siglum": siglum, "lacks": lacks} for siglum, lacks in sorted(sides, key=lambda side: siglum_rank(side[0]))
        ],
    }


def _wording_key(wording: Json) -> list[tuple[int, str]]:
    """Order wordings by their reports."""
    return [siglum_rank(reading["siglum"]) for reading in wording["readings"]]


def _reading(reading: Reading) -> Json:
    """Return what one report has for a unit."""
    return {
        "siglum": reading.siglum,
        "spans": pairs(reading.spans),
        "text": reading.text,
        "value": reading.value,
        "focus": pairs(reading.focus),
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
                "voice": voice_name(quoted=cell.quoted),
                "expressions": [
                    {
                        "text": expression.text,
                        "count": len(expression.spans),
                        "spans": pairs(expression.spans),
                        "kind": expression.kind,
                        "marked": expression.marked,
                        "reason": expression.reason,
                        "polarity": expression.polarity,
                    }
                    for expression in cell.expressions
                ],
            }
            for cell in sorted(row.cells, key=lambda cell: (siglum_rank(cell.siglum), cell.quoted))
        ],
    }


def _tone_row(row: ToneRow, comparison: Comparison) -> Json:
    """Return how sentences speak of an actor: strips with counts and intervals, never one number."""
    texts = dict(comparison.story.items())
    return {
        "actor": row.actor,
        "strips": [
            {
                "siglum": strip.siglum,
                "voice": voice_name(quoted=strip.quoted),
                "n": len(strip.tones) - strip.count(None),
                "abstained": strip.count(None),
                "intervals": {
                    polarity: list(strip.interval(polarity)) for polarity in ("negative", "neutral", "positive")
                },
                "tones": [tone_fields(tone, texts[strip.siglum].sentences) for tone in strip.tones],
            }
            for strip in sorted(row.strips, key=lambda strip: (siglum_rank(strip.siglum), strip.quoted))
        ],
    }


def _ladder_row(row: LadderRow) -> Json:
    """Return by which words one report attributes to one source."""
    return {
        "siglum": row.siglum,
        "source": row.source,
        "actor": row.actor,
        "steps": [
            {"rung": str(step.rung), "cue": step.cue, "count": len(step.spans), "spans": pairs(step.spans)}
            for step in row.steps
        ],
    }


def _timeline_entry(entry: TimelineEntry) -> Json:
    """Return something dated."""
    return {
        "id": entry.id,
        **interval_fields(entry.interval),
        "label": entry.label,
        "gist": entry.gist,
        "evidence": evidence_list(entry.evidence),
        "times": evidence_list(entry.times),
        "anchors": list(entry.anchors),
        "units": list(entry.units),
        "datings": [
            {
                "siglum": dating.siglum,
                "span": [dating.span.start, dating.span.end],
                "text": dating.text,
                **interval_fields(dating.interval),
                "rough": dating.rough,
                "inferred": dating.inferred,
            }
            for dating in entry.datings
        ],
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
                "evidence": evidence_list(edge.evidence),
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
        "evidence": evidence_list(row.evidence),
        "units": list(row.units),
    }


def _sourcing(sourcing: Sourcing) -> Json:
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


def _coverage(row: CoverageRow) -> Json:
    """Return what one report tells alone, counted."""
    return {
        "siglum": row.siglum,
        "characters": row.characters,
        "sentences": row.sentences,
        "shared": row.shared,
        "alone": row.alone,
        "groups": [{"group": group, "units": list(units)} for group, units in row.groups],
        "blocks": [
            {
                "group": block.group,
                "units": list(block.units),
                "spans": pairs(block.spans),
                "actors": list(block.actors),
                "reason": block.reason,
            }
            for block in row.blocks
        ],
        "copied": row.copied,
    }


def _account_line(line: AccountLine) -> Json:
    """Return a line of the account with its apparatus."""
    return {
        "id": line.id,
        "siglum": line.siglum,
        "spans": pairs(line.spans),
        "text": line.text,
        "sigla": sorted(line.sigla, key=siglum_rank),
        "units": list(line.units),
        "variants": [
            {
                "unit": variant.unit,
                "lemma": pairs(variant.lemma),
                "readings": [_reading(reading) for reading in variant.readings],
            }
            for variant in line.variants
        ],
        **interval_fields(line.interval),
        "label": line.label,
        "group": line.group,
    }
