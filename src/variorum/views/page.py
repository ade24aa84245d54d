"""What the page shows, as plain values for its templates: everything is decided here, the templates only lay out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import (
    Comparison,
    CoverageRow,
    DesignationRow,
    Evidence,
    NetworkEdge,
    Reading,
    Relation,
    SourceRow,
    Unit,
)
from variorum.model.spans import Span
from variorum.views.anchors import anchor, linked_spans
from variorum.views.counts import Counts, count_units, plural, slot_counts
from variorum.views.dates import readable_interval
from variorum.views.map import POINTS, core_points, map_svg
from variorum.views.network import network_svg
from variorum.views.segments import STRENGTH, cut_text
from variorum.views.shown import one_line, shown
from variorum.views.sigla import ordered_reports, report_name, siglum_rank, story_title
from variorum.views.timeline import timeline_svg
from variorum.views.wordings import compare_wordings

SIGNS = {"contradicts": "≠", "rewords": "≈", "agrees": "=", "uncertain": "?", "only": "◐"}
"""The sign of each relation, so that it never rests on colour alone."""

RELATIONS = {
    "contradicts": "conflict",
    "rewords": "worded differently",
    "agrees": "told alike",
    "uncertain": "uncertain",
    "only": "told by one only",
}

SLOTS = {
    "place": "Where",
    "time": "When",
    "quantity": "How many",
    "actor": "Who",
    "polarity": "Whether",
    "certainty": "How sure",
    "attribution": "Says who",
    "wording": "Wording",
}
"""The question on which the readings of a conflict differ."""

GROUPS = {
    "background": "Background",
    "reaction": "Reactions",
    "detail": "Details",
    "quotation": "Quotations",
    "context": "Context",
}

READER_COLUMNS = 5
"""Reports shown in the reader at first; more can be chosen."""

_CONTEXT = 180
"""Code points of the sentence shown around a reading, each side."""
_EVIDENCE = 200
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")

Values = dict[str, Any]


def page_values(comparison: Comparison) -> Values:
    """Return everything the templates need."""
    counts = count_units(comparison)
    reports = ordered_reports(comparison.story)
    texts = dict(reports)
    linked = linked_spans(comparison)
    names = _names(comparison)
    return {
        "title": one_line(story_title(comparison.story)),
        "event_date": readable_interval(comparison.event_date) if comparison.event_date else None,
        "reports": [_report(siglum, annotated, comparison) for siglum, annotated in reports],
        "columns": [
            {
                "siglum": siglum,
                "name": one_line(report_name(siglum, annotated)),
                "lang": _language(annotated),
                "title": _title_above(annotated),
                "paragraphs": cut_text(siglum, annotated.report, comparison, linked[siglum]),
                "hidden": number >= READER_COLUMNS,
            }
            for number, (siglum, annotated) in enumerate(reports)
        ],
        "lede": _lede(comparison, counts),
        "tiles": _tiles(comparison, counts),
        "relations": [(str(relation), SIGNS[relation], RELATIONS[relation]) for relation in STRENGTH],
        "units": {unit.id: _unit(unit, texts) for unit in comparison.units},
        "conflicts": [unit.id for unit in counts.conflicts],
        "speakers": _speakers(counts, texts),
        "agreed": [unit.id for unit in counts.agreed],
        "uncertain": [unit.id for unit in counts.uncertain],
        "alone": [_alone(row, comparison) for row in _by_siglum(comparison.coverage)],
        "names": [row for row in names if row["several"]],
        "names_of_one": [row for row in names if not row["several"]],
        "timeline": _timeline(comparison),
        "network": _network(comparison),
        "map": _map(comparison),
        "sources": [_source(row) for row in sorted(comparison.sources, key=lambda row: siglum_rank(row.siglum))],
        "refusals": comparison.refusals,
    }


def _by_siglum(rows: Iterable[CoverageRow]) -> list[CoverageRow]:
    """Return coverage in the order of the sigla."""
    return sorted(rows, key=lambda row: siglum_rank(row.siglum))


def _language(annotated: AnnotatedReport) -> str | None:
    """Return the language tag of a report where it is one."""
    language = annotated.report.language
    return language if language and _LANGUAGE.fullmatch(language) else None


def _report(siglum: str, annotated: AnnotatedReport, comparison: Comparison) -> Values:
    """Return the head of a report."""
    report = annotated.report
    row = next((row for row in comparison.coverage if row.siglum == siglum), None)
    reference = annotated.reference
    return {
        "siglum": siglum,
        "name": one_line(report_name(siglum, annotated)),
        "title": one_line(report.title or ""),
        "byline": one_line(report.byline or "", limit=80),
        "published": one_line(report.published or "", limit=40),
        "url": report.url if report.url and re.match(r"https?://[^\s]{1,2000}$", report.url) else None,
        "characters": row.characters if row else len(report.text),
        "sentences": row.sentences if row else len(annotated.sentences),
        "shared": row.shared if row else 0,
        "alone": row.alone if row else 0,
        "boilerplate": len(report.boilerplate),
        "notes": [one_line(note) for note in report.notes],
        "dated": f"{readable_interval(reference.interval)} ({reference.basis})" if reference.interval else None,
        "bar": _bar(row),
    }


def _title_above(annotated: AnnotatedReport) -> str:
    """Return the title to show above a text: none where the text begins with it."""
    title = one_line(annotated.report.title or "")
    return "" if one_line(annotated.report.text[: 2 * len(title) + 20]).startswith(title) else title


def _bar(row: CoverageRow | None) -> Values | None:
    """Return the widths of the coverage bar, in 200 units."""
    if row is None or not row.sentences:
        return None
    shared = round(200 * min(row.shared, row.sentences) / row.sentences)
    alone = round(200 * min(row.alone, row.sentences - min(row.shared, row.sentences)) / row.sentences)
    return {"shared": shared, "alone": alone}


def _lede(comparison: Comparison, counts: Counts) -> list[str]:
    """Return what was compared and what was found, in three lines."""
    reports = ordered_reports(comparison.story)
    lengths = {row.siglum: row.characters for row in comparison.coverage}
    compared = "; ".join(
        f"{siglum} {one_line(report_name(siglum, annotated))}, "
        f"{plural(lengths.get(siglum, len(annotated.report.text)), 'character')}"
        for siglum, annotated in reports[:8]
    )
    more = f"; and {len(reports) - 8} more" if len(reports) > 8 else ""
    slots = ", ".join(f"{slot} {count}" for slot, count in slot_counts(counts.across))
    across = plural(len(counts.across), "point") + (f" ({slots})" if slots else "")
    inside = plural(len(counts.within), "point")
    wording = plural(len(counts.reworded_quotations), "quotation")
    return [
        f"{len(reports)} reports compared: {compared}{more}.",
        f"The reports contradict each other on {across} and themselves on {inside}.",
        (
            f"{wording} worded differently, {len(counts.same_quotations)} alike; "
            f"{plural(len(counts.agreed), 'other thing')} told by more than one report, "
            f"{len(counts.alone):,} by one only; {len(counts.uncertain):,} uncertain, counted apart."
        ),
    ]


def _tiles(comparison: Comparison, counts: Counts) -> list[Values]:
    """Return the sections with what each holds, for the navigation."""
    quotations = len(counts.reworded_quotations) + len(counts.same_quotations)
    rows = [
        ("conflicts", "Conflicts", len(counts.conflicts), "contradicts"),
        ("reader", "Side by side", len(comparison.story.reports), ""),
        ("quotations", "Quotations", quotations, "rewords"),
        ("shared", "Told alike", len(counts.agreed), "agrees"),
        ("alone", "Not mentioned", len(counts.alone), "only"),
        ("names", "Names", sum(1 for row in comparison.designations if row.cells), ""),
        ("timeline", "Timeline", len(comparison.timeline), ""),
        ("network", "Network", len(comparison.network.edges), ""),
        ("map", "Map", len(comparison.map), ""),
        ("sources", "Sources", len(comparison.sources), ""),
        ("uncertain", "Uncertain", len(counts.uncertain), "uncertain"),
    ]
    return [
        {"id": key, "name": name, "count": count, "relation": relation, "sign": SIGNS.get(relation, "")}
        for key, name, count, relation in rows
        if count or key in {"conflicts", "reader"}
    ]


def _unit(unit: Unit, texts: dict[str, AnnotatedReport]) -> Values:
    """Return a unit with its readings."""
    relation = str(unit.relation)
    readings = sorted(unit.readings, key=lambda reading: (siglum_rank(reading.siglum), reading.spans))
    wordings = compare_wordings([shown(reading.text) for reading in readings])
    return {
        "id": unit.id,
        "layer": str(unit.layer),
        "relation": relation,
        "sign": SIGNS[relation],
        "relation_name": RELATIONS[relation],
        "slot": SLOTS.get(str(unit.slot), "") if unit.slot else "",
        "within": unit.within,
        "gist": one_line(unit.gist, limit=200).rstrip(" ,;:"),
        "reasons": [one_line(reason) for reason in unit.reasons],
        "not_mentioned": sorted(unit.not_mentioned, key=siglum_rank),
        "readings": [
            {**_reading(reading, texts[reading.siglum]), "wording": wording}
            for reading, wording in zip(readings, wordings, strict=True)
        ],
    }


def _reading(reading: Reading, annotated: AnnotatedReport) -> Values:
    """Return a reading: its words with the deciding ones marked, in the sentence around them."""
    text = annotated.report.text
    first, last = reading.spans[0], reading.spans[-1]
    parts = [part for span in reading.spans for part in (*_words(span, reading.focus, text), (" … ", False))][:-1]
    before, after = _around(first, last, annotated)
    return {
        "siglum": reading.siglum,
        "href": f"#{anchor(reading.siglum, first)}",
        "before": before,
        "parts": parts,
        "after": after,
        "text": one_line(reading.text, limit=_EVIDENCE),
        "value": one_line(reading.value or "", limit=80),
        "speaker": one_line(reading.speaker or "", limit=80),
        "via": one_line(reading.via or "", limit=80),
        "lang": _language(annotated),
    }


def _words(span: Span, focus: Sequence[Span], text: str) -> list[tuple[str, bool]]:
    """Return the words of a span in parts: (text, whether it decides)."""
    parts, done = [], span.start
    for word in sorted(focus):
        start, end = max(word.start, done), min(word.end, span.end)
        if start < end:
            parts += [(shown(text[done:start]), False), (shown(text[start:end]), True)]
            done = end
    parts.append((shown(text[done : span.end]), False))
    return [part for part in parts if part[0]]


def _around(first: Span, last: Span, annotated: AnnotatedReport) -> tuple[str, str]:
    """Return what stands before and after a reading in its sentence, cut where it is long."""
    text = annotated.report.text
    start = min(_sentence_at(annotated, first.start).start, first.start)
    end = max(_sentence_at(annotated, max(last.end - 1, last.start)).end, last.end)
    before, after = shown(text[start : first.start]), shown(text[last.end : end])
    before = "… " + before[-_CONTEXT:].partition(" ")[2] if len(before) > _CONTEXT else before
    after = after[:_CONTEXT].rpartition(" ")[0] + " …" if len(after) > _CONTEXT else after
    return before, after


def _sentence_at(annotated: AnnotatedReport, offset: int) -> Span:
    """Return the sentence that holds ``offset``, or the offset alone where there is none."""
    index = bisect_right(annotated.sentences, offset, key=lambda sentence: sentence.start) - 1
    if index >= 0 and offset < annotated.sentences[index].end:
        return annotated.sentences[index].span
    return Span(offset, offset)


def _speakers(counts: Counts, texts: dict[str, AnnotatedReport]) -> list[Values]:
    """Return the quotations grouped by who speaks, in the order of the comparison."""
    units = [*counts.reworded_quotations, *counts.same_quotations]
    order: dict[str, list[Unit]] = {}
    for unit in units:
        speaker = next((reading.speaker for reading in unit.readings if reading.speaker), None)
        order.setdefault(one_line(speaker or "Speaker not named", limit=80), []).append(unit)
    sigla = sorted(texts, key=siglum_rank)
    return [
        {
            "name": speaker,
            "sigla": [siglum for siglum in sigla if any(siglum == r.siglum for unit in group for r in unit.readings)],
            "units": [unit.id for unit in group],
        }
        for speaker, group in order.items()
    ]


def _alone(row: CoverageRow, comparison: Comparison) -> Values:
    """Return what one report tells alone, by group."""
    known = {unit.id for unit in comparison.units if unit.relation is Relation.ONLY}
    return {
        "siglum": row.siglum,
        "characters": row.characters,
        "sentences": row.sentences,
        "alone": row.alone,
        "groups": [
            {"name": GROUPS.get(group, group.capitalize()), "units": [unit for unit in units if unit in known]}
            for group, units in row.groups
            if any(unit in known for unit in units)
        ],
    }


def _names(comparison: Comparison) -> list[Values]:
    """Return the table of actors by reports, in the order of the comparison."""
    actors = {actor.id: actor for actor in comparison.actors}
    sigla = [siglum for siglum, _ in ordered_reports(comparison.story)]
    return [
        {
            "actor": one_line(actors[row.actor].name if row.actor in actors else row.actor, limit=80),
            "type": str(actors[row.actor].type) if row.actor in actors else "",
            "reasons": [one_line(reason) for reason in actors[row.actor].reasons] if row.actor in actors else [],
            "cells": [_name_cell(row, siglum) for siglum in sigla],
            "several": len({cell.siglum for cell in row.cells if cell.expressions}) > 1,
        }
        for row in comparison.designations
        if row.cells
    ]


def _name_cell(row: DesignationRow, siglum: str) -> Values:
    """Return what one report calls an actor: in its own voice, and in quoted voice."""
    voices: dict[bool, list[Values]] = {False: [], True: []}
    for cell in row.cells:
        if cell.siglum == siglum:
            voices[cell.quoted] += [
                {
                    "text": one_line(expression.text, limit=120),
                    "hrefs": [f"#{anchor(siglum, span)}" for span in expression.spans],
                    "count": len(expression.spans),
                    "marked": expression.marked,
                    "kind": expression.kind,
                    "reason": one_line(expression.reason),
                }
                for expression in cell.expressions
                if expression.spans
            ]
    return {"siglum": siglum, "own": voices[False], "quoted": voices[True]}


def _evidence(items: Iterable[Evidence]) -> list[Values]:
    """Return words of reports with their places, without doubles, in the order of the sigla."""
    ordered = sorted(items, key=lambda item: (siglum_rank(item.siglum), item.span))
    return [
        {
            "siglum": item.siglum,
            "href": f"#{anchor(item.siglum, item.span)}",
            "text": one_line(item.text, limit=_EVIDENCE),
        }
        for item, _ in groupby(ordered)
    ]


def _timeline(comparison: Comparison) -> Values:
    """Return the timeline as a figure and as a table."""
    clashing = {unit.id for unit in comparison.units if unit.relation is Relation.CONTRADICTS}
    return {
        "svg": timeline_svg(comparison),
        "rows": [
            {
                "label": one_line(entry.label),
                "interval": readable_interval(entry.interval) if entry.interval else "",
                "gist": one_line(entry.gist, limit=200),
                "times": _evidence(entry.times),
                "evidence": _evidence(entry.evidence),
                "anchors": [one_line(note) for note in entry.anchors],
                "conflict": any(unit in clashing for unit in entry.units),
            }
            for entry in comparison.timeline
        ],
    }


def _network(comparison: Comparison) -> Values:
    """Return the network as a figure and as a table."""
    names = {node.actor: one_line(node.name, limit=80) for node in comparison.network.nodes}
    return {
        "svg": network_svg(comparison),
        "rows": [_edge(number, edge, names) for number, edge in enumerate(comparison.network.edges, 1)],
    }


def _edge(number: int, edge: NetworkEdge, names: dict[str, str]) -> Values:
    """Return one row of the network's table."""
    return {
        "id": f"edge-{number}",
        "source": names.get(edge.source, edge.source),
        "target": names.get(edge.target, edge.target),
        "kind": edge.kind,
        "types": ", ".join(one_line(kind) for kind in edge.types),
        "evidence": _evidence(edge.evidence),
    }


def _map(comparison: Comparison) -> Values:
    """Return the map as a figure and as a table."""
    shown_points = comparison.map[:POINTS]
    return {
        "svg": map_svg(comparison),
        "outside": [one_line(point.name, limit=80) for point in shown_points if point not in core_points(shown_points)],
        "rows": [
            {
                "name": one_line(point.name, limit=80),
                "country": one_line(point.country or "", limit=8),
                "where": f"{abs(point.lat):.2f}° {'N' if point.lat >= 0 else 'S'}, "
                f"{abs(point.lon):.2f}° {'E' if point.lon >= 0 else 'W'}",
                "evidence": _evidence(point.evidence),
            }
            for point in comparison.map
        ],
    }


def _source(row: SourceRow) -> Values:
    """Return one row of the table of sources."""
    return {
        "siglum": row.siglum,
        "source": one_line(row.source, limit=80),
        "chain": [one_line(link, limit=60) for link in row.chain],
        "hedged": row.hedged,
        "evidence": _evidence(row.evidence),
    }
