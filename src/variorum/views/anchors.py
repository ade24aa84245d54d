"""Anchors: the name of a place in a report on the page (``A-120-180``)."""

from __future__ import annotations

from variorum.model.comparisons import Comparison, Evidence
from variorum.model.spans import Span


def anchor(siglum: str, span: Span) -> str:
    """Return the id of ``span`` of the report with this siglum."""
    return f"{siglum}-{span.start}-{span.end}"


def linked_spans(comparison: Comparison) -> dict[str, list[Span]]:
    """Return, for every siglum, the spans that the page links to, in text order without doubles."""
    found: dict[str, set[Span]] = {siglum: set() for siglum in comparison.story.sigla}
    for unit in comparison.units:
        for reading in unit.readings:
            found[reading.siglum].update((*reading.spans, *reading.focus))
    for row in comparison.designations:
        for cell in row.cells:
            for expression in cell.expressions:
                found[cell.siglum].update(expression.spans)
    for line in comparison.account:
        found[line.siglum].update(line.spans)
    for covered in comparison.coverage:
        found[covered.siglum].update(span for block in covered.blocks for span in block.spans)
    texts = dict(comparison.story.items())
    for tones in comparison.tones:
        for strip in tones.strips:
            sentences = texts[strip.siglum].sentences
            found[strip.siglum].update(sentences[tone.sentence].span for tone in strip.tones)
    for source in comparison.ladder:
        for step in source.steps:
            found[source.siglum].update(step.spans)
    for item in _evidence(comparison):
        found[item.siglum].add(item.span)
    return {siglum: sorted(spans) for siglum, spans in found.items()}


def _evidence(comparison: Comparison) -> list[Evidence]:
    """Return all evidence of tables and figures."""
    groups = [
        *((*entry.evidence, *entry.times) for entry in comparison.timeline),
        *(edge.evidence for edge in comparison.network.edges),
        *(point.evidence for point in comparison.map),
        *(row.evidence for row in comparison.sources),
        *(origin.evidence for sourcing in comparison.sourcing for origin in sourcing.origins),
        *(item.passages for item in comparison.shared_text),
    ]
    return [item for group in groups for item in group]
