"""Filters: what the rows of the page can be chosen by."""

from __future__ import annotations

from collections import Counter

from variorum.model.comparisons import Comparison, Relation
from variorum.views.sections.units import RELATIONS, SIGNS, SLOTS
from variorum.views.sections.values import Values
from variorum.views.segments import STRENGTH
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports, report_name

ACTORS = 60
"""Actors to choose from at most: those in most rows."""

LAYERS = {"event": "events", "statement": "statements", "quotation": "quotations"}


def filter_values(comparison: Comparison) -> Values:
    """Return the choices, each with the number of rows that it leaves, those that leave none left out."""
    relations = Counter(str(unit.relation) for unit in comparison.units)
    questions = Counter(str(unit.slot) for unit in comparison.units if unit.relation is Relation.CONTRADICTS)
    layers = Counter(str(unit.layer) for unit in comparison.units)
    actors = Counter(actor for unit in comparison.units for actor in unit.actors)
    names = {actor.id: one_line(actor.name, limit=40) for actor in comparison.actors}
    ranked = sorted((actor for actor in actors if actor in names), key=lambda actor: (-actors[actor], names[actor]))
    return {
        "relations": [
            (str(relation), f"{SIGNS[relation]} {RELATIONS[relation]}", relations[relation])
            for relation in STRENGTH
            if relations[relation]
        ],
        "questions": [(slot, name, questions[slot]) for slot, name in SLOTS.items() if questions[slot]],
        "layers": [(layer, name, layers[layer]) for layer, name in LAYERS.items() if layers[layer]],
        "actors": [(actor, names[actor], actors[actor]) for actor in ranked[:ACTORS]],
        "reports": [
            (siglum, f"{siglum} {one_line(report_name(siglum, annotated), limit=30)}")
            for siglum, annotated in ordered_reports(comparison.story)
        ],
        "rows": len(comparison.units),
    }
