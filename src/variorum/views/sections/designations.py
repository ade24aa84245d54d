"""Designations: who is called what by which report, own voice apart from quoted voice."""

from __future__ import annotations

from variorum.model.comparisons import Comparison, DesignationRow
from variorum.views.anchors import anchor
from variorum.views.sections.values import Values
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports


def designation_values(comparison: Comparison) -> list[Values]:
    """Return the table of actors by reports, in the order of the comparison."""
    actors = {actor.id: actor for actor in comparison.actors}
    sigla = [siglum for siglum, _ in ordered_reports(comparison.story)]
    return [
        {
            "actor": one_line(actors[row.actor].name if row.actor in actors else row.actor, limit=80),
            "type": str(actors[row.actor].type) if row.actor in actors else "",
            "reasons": [one_line(reason) for reason in actors[row.actor].reasons] if row.actor in actors else [],
            "by_hand": [one_line(decision) for decision in actors[row.actor].by_hand] if row.actor in actors else [],
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
                # Bare names come last: a reader looks for what an actor is called beside its name.
                for expression in sorted(cell.expressions, key=lambda expression: expression.kind == "name")
                if expression.spans
            ]
    return {"siglum": siglum, "own": voices[False], "quoted": voices[True]}
