"""How actors are named, spoken of and cited, as JSON prints it."""

from __future__ import annotations

from variorum.model.comparisons import Comparison, DesignationRow, LadderRow, ToneRow
from variorum.views.json.parts import Json, pairs, tone_fields, voice_name
from variorum.views.sigla import siglum_rank


def designation_fields(row: DesignationRow) -> Json:
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


def tone_row_fields(row: ToneRow, comparison: Comparison) -> Json:
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


def ladder_fields(row: LadderRow) -> Json:
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
