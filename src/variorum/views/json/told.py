"""What is told when and by whom: timeline, coverage and account, as JSON prints them."""

from __future__ import annotations

from variorum.model.comparisons import AccountLine, CoverageRow, TimelineEntry
from variorum.views.json.parts import Json, evidence_list, interval_fields, pairs
from variorum.views.json.units import reading_fields
from variorum.views.sigla import siglum_rank


def timeline_fields(entry: TimelineEntry) -> Json:
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


def coverage_fields(row: CoverageRow) -> Json:
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


def account_fields(line: AccountLine) -> Json:
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
                "readings": [reading_fields(reading) for reading in variant.readings],
            }
            for variant in line.variants
        ],
        **interval_fields(line.interval),
        "label": line.label,
        "group": line.group,
    }
