"""Coverage: what one report tells and no other mentions, in blocks by topic."""

from __future__ import annotations

import re

from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import Comparison, CoverageBlock, CoverageRow
from variorum.model.spans import Span
from variorum.views.anchors import anchor
from variorum.views.sections.values import Values
from variorum.views.shown import one_line, shown
from variorum.views.sigla import siglum_rank

GROUPS = {
    "detail": "Details",
    "reaction": "Reactions",
    "quotation": "Quotations",
    "background": "Background",
    "context": "Context about other events",
}
"""The groups in the order in which they are shown."""

_BLANKS = re.compile(r"\s+")


def coverage_values(comparison: Comparison) -> list[Values]:
    """Return what each report tells alone, in the order of the sigla."""
    rows = sorted(comparison.coverage, key=lambda row: siglum_rank(row.siglum))
    names = {actor.id: one_line(actor.name, limit=40) for actor in comparison.actors}
    return [_alone(row, comparison.story.report_of(row.siglum), names) for row in rows]


def _alone(row: CoverageRow, annotated: AnnotatedReport, names: dict[str, str]) -> Values:
    """Return what one report tells alone, by group."""
    blocks = [(block.group, _block(row.siglum, block, annotated, names)) for block in row.blocks if block.spans]
    return {
        "siglum": row.siglum,
        "characters": row.characters,
        "sentences": row.sentences,
        "alone": row.alone,
        "published": one_line(annotated.report.published or "")[:10],
        "groups": [
            {"key": group, "name": name, "blocks": [block for key, block in blocks if key == group]}
            for group, name in GROUPS.items()
            if any(key == group for key, _ in blocks)
        ],
    }


def _block(siglum: str, block: CoverageBlock, annotated: AnnotatedReport, names: dict[str, str]) -> Values:
    """Return a block: its words in their sentences, what others share of these greyed."""
    return {
        "units": list(block.units),
        "actors": list(block.actors),
        "who": [names[actor] for actor in block.actors if actor in names],
        "reason": one_line(block.reason, limit=140),
        "href": f"#{anchor(siglum, block.spans[0])}",
        "parts": _parts(block.spans, annotated),
    }


def _parts(spans: tuple[Span, ...], annotated: AnnotatedReport) -> list[tuple[str, bool]]:
    """Return the sentences that spans lie in, in parts: (words, whether they stand in this report alone)."""
    text = annotated.report.text
    around = [item.span for item in annotated.sentences if any(item.span.overlaps(span) for span in spans)]
    parts: list[tuple[str, bool]] = []
    for sentence in around or spans:
        done = sentence.start
        for span in spans:
            start, end = max(span.start, done), min(span.end, sentence.end)
            if start < end:
                parts += [(text[done:start], False), (text[start:end], True)]
                done = end
        parts += [(text[done : sentence.end], False), (" ", True)]
    return [(_BLANKS.sub(" ", shown(words)), own) for words, own in parts if words]
