"""Quotations: utterances that several reports have, by who speaks."""

from __future__ import annotations

from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import Unit
from variorum.views.counts import Counts
from variorum.views.sections.values import Values
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank


def quotation_values(counts: Counts, texts: dict[str, AnnotatedReport]) -> list[Values]:
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
