"""Designations: who is called what by which report, own voice apart from quoted voice."""

from __future__ import annotations

from variorum.limits import LIMITS
from variorum.model.comparisons import Comparison, DesignationRow
from variorum.views.anchors import anchor
from variorum.views.sections.values import Values
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports, siglum_rank

PLACES = 12
"""Places of one expression that a link leads to in turn, where many reports use it."""


def designation_values(comparison: Comparison) -> list[Values]:
    """Return the table of actors by reports, in the order of the comparison.

    Of more reports than a page lays out, a row has its expressions with their reports beside the cells that are filled.
    """
    actors = {actor.id: actor for actor in comparison.actors}
    sigla = [siglum for siglum, _ in ordered_reports(comparison.story)]
    many = len(sigla) > LIMITS.page_reports
    rows: list[Values] = [
        {
            "actor": one_line(actors[row.actor].name if row.actor in actors else row.actor, limit=80),
            "type": str(actors[row.actor].type) if row.actor in actors else "",
            "reasons": [one_line(reason) for reason in actors[row.actor].reasons] if row.actor in actors else [],
            "by_hand": [one_line(decision) for decision in actors[row.actor].by_hand] if row.actor in actors else [],
            "cells": [_name_cell(row, siglum) for siglum in (_naming(row) if many else sigla)],
            "several": len({cell.siglum for cell in row.cells if cell.expressions}) > 1,
        }
        for row in comparison.designations
        if row.cells
    ]
    return [{**row, **_expressions(row["cells"], len(sigla))} for row in rows] if many else rows


def _naming(row: DesignationRow) -> list[str]:
    """Return the reports that name an actor, in order."""
    return sorted({cell.siglum for cell in row.cells if cell.expressions}, key=siglum_rank)


def _expressions(cells: list[Values], reports: int) -> Values:
    """Return each expression of many reports once, with the reports that use it: of most reports first, names last."""
    found: dict[str, dict[str, Values]] = {"own": {}, "quoted": {}}
    for cell in cells:
        for voice, known in found.items():
            for item in cell[voice]:
                entry = known.setdefault(item["text"].casefold(), {**item, "hrefs": [], "count": 0, "sigla": []})
                entry["hrefs"] += item["hrefs"][: PLACES - len(entry["hrefs"])]
                entry["count"] += item["count"]
                entry["sigla"].append(cell["siglum"])
                if item["marked"] and not entry["marked"]:
                    entry.update(marked=True, reason=item["reason"])
    ranked = {
        voice: sorted(known.values(), key=lambda item: (item["kind"] == "name", -len(item["sigla"]), -item["count"]))
        for voice, known in found.items()
    }
    return {"expressions": ranked, "missing": reports - len(cells)}


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
                # Bare names come last: a reader looks for what an actor is called beside its name.
                for expression in sorted(cell.expressions, key=lambda expression: expression.kind == "name")
                if expression.spans
            ]
    return {"siglum": siglum, "own": voices[False], "quoted": voices[True]}
