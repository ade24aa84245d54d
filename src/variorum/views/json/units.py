"""Rows of a comparison, as JSON prints them."""

from __future__ import annotations

from variorum.model.comparisons import Reading, Unit, Wording
from variorum.views.json.parts import Json, pairs
from variorum.views.sigla import siglum_rank


def unit_fields(unit: Unit) -> Json:
    """Return a row of the comparison."""
    return {
        "id": unit.id,
        "layer": str(unit.layer),
        "relation": str(unit.relation),
        "within": unit.within,
        "slot": str(unit.slot) if unit.slot else None,
        "gist": unit.gist,
        "readings": [reading_fields(reading) for reading in unit.readings],
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


def reading_fields(reading: Reading) -> Json:
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
