"""What the page shows, as plain values for its templates: everything is decided here, the templates only lay out.

Each section has a module in ``views/sections`` and a template of the same name in ``views/templates/sections``.
"""

from __future__ import annotations

from variorum.model.comparisons import Comparison
from variorum.views.counts import count_units
from variorum.views.sections.account import account_values
from variorum.views.sections.conflicts import conflict_values
from variorum.views.sections.coverage import coverage_values
from variorum.views.sections.designations import designation_values
from variorum.views.sections.filters import filter_values
from variorum.views.sections.header import header_values
from variorum.views.sections.map import map_values
from variorum.views.sections.network import network_values
from variorum.views.sections.quads import quad_values
from variorum.views.sections.quotations import quotation_values
from variorum.views.sections.reader import reader_values
from variorum.views.sections.sources import source_values
from variorum.views.sections.timeline import timeline_values
from variorum.views.sections.tones import ladder_values, tone_values
from variorum.views.sections.units import RELATIONS, SIGNS, unit_values
from variorum.views.sections.values import Values
from variorum.views.segments import STRENGTH
from variorum.views.sigla import ordered_reports

SECTIONS = (
    "conflicts",
    "account",
    "reader",
    "quotations",
    "agreed",
    "coverage",
    "sources",
    "designations",
    "tones",
    "timeline",
    "network",
    "quads",
    "map",
    "uncertain",
    "refusals",
    "help",
)
"""The sections of the page from top to bottom, by the names of their templates."""


def page_values(comparison: Comparison) -> Values:
    """Return everything the templates need."""
    counts = count_units(comparison)
    texts = dict(ordered_reports(comparison.story))
    names = designation_values(comparison)
    return {
        **header_values(comparison, counts),
        "sections": SECTIONS,
        "columns": reader_values(comparison),
        "relations": [(str(relation), SIGNS[relation], RELATIONS[relation]) for relation in STRENGTH],
        "units": {unit.id: unit_values(unit, texts) for unit in (*comparison.units, *comparison.tensions)},
        "conflicts": conflict_values(counts),
        "account": account_values(comparison),
        "filters": filter_values(comparison),
        "speakers": quotation_values(counts, texts),
        "agreed": [unit.id for unit in counts.agreed],
        "uncertain": [unit.id for unit in counts.uncertain],
        "tensions": [unit.id for unit in comparison.tensions],
        "alone": coverage_values(comparison),
        "names": [row for row in names if row["several"]],
        "names_of_one": [row for row in names if not row["several"]],
        "tones": tone_values(comparison),
        "ladder": ladder_values(comparison),
        "timeline": timeline_values(comparison),
        "network": network_values(comparison),
        "quads": quad_values(comparison),
        "map": map_values(comparison),
        "sources": source_values(comparison),
        "refusals": comparison.refusals,
    }
