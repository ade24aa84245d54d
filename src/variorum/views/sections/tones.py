"""Tones and the ladder of attribution: sentence by sentence and word by word; no number for an outlet."""

from __future__ import annotations

from variorum.model.annotations import AnnotatedReport, Tone
from variorum.model.comparisons import Comparison, LadderRow, ToneStrip
from variorum.views.anchors import anchor
from variorum.views.sections.values import EVIDENCE_CHARACTERS, Values
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports, siglum_rank

SIGNS = {"negative": "−", "neutral": "·", "positive": "+", None: "?"}


def tone_values(comparison: Comparison) -> list[Values]:
    """Return the strips of sentences of each actor, in the order of the comparison."""
    names = {actor.id: actor.name for actor in comparison.actors}
    texts = dict(ordered_reports(comparison.story))
    return [
        {
            "actor": one_line(names.get(row.actor, row.actor), limit=80),
            "strips": [
                _strip(strip, texts[strip.siglum])
                for strip in sorted(row.strips, key=lambda strip: (siglum_rank(strip.siglum), strip.quoted))
            ],
        }
        for row in comparison.tones
    ]


def _strip(strip: ToneStrip, annotated: AnnotatedReport) -> Values:
    """Return one strip with its sentences and counts."""
    said = len(strip.tones) - strip.count(None)
    shares = []
    for polarity in ("negative", "positive"):
        low, high = strip.interval(polarity)
        shares.append(f"{strip.count(polarity)} {polarity} ({low:.0%} to {high:.0%})")
    return {
        "siglum": strip.siglum,
        "voice": "quoted voice" if strip.quoted else "own voice",
        "said": said,
        "all": len(strip.tones),
        "shares": "; ".join(shares) if said else "",
        "cells": [_cell(tone, strip.siglum, annotated) for tone in strip.tones],
    }


def _cell(tone: Tone, siglum: str, annotated: AnnotatedReport) -> Values:
    """Return one sentence of a strip."""
    sentence = annotated.sentences[tone.sentence].span
    text = annotated.report.text
    return {
        "href": f"#{anchor(siglum, sentence)}",
        "sign": SIGNS[tone.polarity],
        "polarity": tone.polarity or "unsure",
        "said": tone.polarity or "not sure",
        "score": f"{max(tone.scores):.0%}",
        "words": [one_line(text[span.start : span.end], limit=40) for span in tone.words] if tone.polarity else [],
        "text": one_line(text[sentence.start : sentence.end], limit=EVIDENCE_CHARACTERS),
    }


def ladder_values(comparison: Comparison) -> list[Values]:
    """Return by which words each report attributes to each source, where one stands off farther than "said"."""
    rows = sorted(comparison.ladder, key=lambda row: siglum_rank(row.siglum))
    return [_ladder(row) for row in rows if any(step.rung != "said" for step in row.steps)]


def _ladder(row: LadderRow) -> Values:
    """Return one source of one report."""
    rungs: dict[str, list[Values]] = {"said": [], "described": [], "claimed": [], "scare quotes": []}
    for step in row.steps:
        rungs[str(step.rung)].append(
            {
                "cue": one_line(step.cue, limit=40),
                "count": len(step.spans),
                "href": f"#{anchor(row.siglum, step.spans[0])}",
                "hrefs": [f"#{anchor(row.siglum, span)}" for span in step.spans],
            }
        )
    return {
        "siglum": row.siglum,
        "source": one_line(row.source, limit=80) if row.source else "nobody in particular",
        "rungs": rungs,
    }
