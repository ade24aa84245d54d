"""A report's text cut at the edges of everything marked in it, so that overlapping marks nest without crossing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from variorum.model.comparisons import Comparison, Relation, Unit
from variorum.model.reports import Report
from variorum.model.spans import Span, trim_span
from variorum.views.anchors import anchor
from variorum.views.shown import shown

STRENGTH = (Relation.CONTRADICTS, Relation.REWORDS, Relation.AGREES, Relation.UNCERTAIN, Relation.ONLY)
"""Relations in the order in which a passage that has several is styled and listed."""

_UNITS = 12
"""Units that one stretch lists at most."""


class Segment(Struct, frozen=True):
    """A stretch of text in which the same marks hold."""

    start: int
    end: int
    text: str
    units: tuple[str, ...]
    """Ids of the units whose readings cover it, strongest relation first."""
    relations: tuple[str, ...]
    """Their relations, strongest first, without doubles."""
    opens: bool
    """True where a reading starts: the place that takes the keyboard focus."""
    focus: bool
    """True for the words that decide a conflict."""
    anchors: tuple[str, ...]
    """Ids of the places that start here."""


class Paragraph(Struct, frozen=True):
    """A line of the report."""

    segments: tuple[Segment, ...]
    boilerplate: bool


class _Mark(Struct, frozen=True):
    """A span of a reading of a unit."""

    span: Span
    unit: Unit
    opens: bool


def cut_text(siglum: str, report: Report, comparison: Comparison, linked: Sequence[Span]) -> tuple[Paragraph, ...]:
    """Return the whole text of a report in paragraphs of segments; ``linked`` are the spans that need an anchor."""
    marks, focus = _marks_of(siglum, comparison)
    edges = {0, len(report.text)}
    for span in (*linked, *focus, *(mark.span for mark in marks)):
        edges.update((span.start, span.end))
    lines = list(_lines(report.text))
    for line in lines:
        edges.update((line.start, line.end))
    anchors: dict[int, list[str]] = {}
    for span in linked:
        anchors.setdefault(span.start, []).append(anchor(siglum, span))
    pieces = _sweep(report.text, sorted(edges), marks, focus, anchors)
    return tuple(_paragraphs(report, lines, pieces))


def _marks_of(siglum: str, comparison: Comparison) -> tuple[list[_Mark], list[Span]]:
    """Return the marks of one report, and the words that decide its conflicts."""
    marks: list[_Mark] = []
    focus: list[Span] = []
    for unit in comparison.units:
        for reading in unit.readings:
            if reading.siglum == siglum:
                marks += [_Mark(span, unit, index == 0) for index, span in enumerate(reading.spans)]
                if unit.relation is Relation.CONTRADICTS:
                    focus += reading.focus
    return marks, focus


def _lines(text: str) -> Iterator[Span]:
    """Yield the lines of a text without their line feeds."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def _sweep(
    text: str, edges: list[int], marks: list[_Mark], focus: list[Span], anchors: dict[int, list[str]]
) -> list[Segment]:
    """Return the segments between neighbouring edges."""
    rank = {relation: number for number, relation in enumerate(STRENGTH)}
    starting: dict[int, list[_Mark]] = {}
    ending: dict[int, list[_Mark]] = {}
    for mark in marks:
        if mark.span.start < mark.span.end:
            starting.setdefault(mark.span.start, []).append(mark)
            ending.setdefault(mark.span.end, []).append(mark)
    depth_change: dict[int, int] = {}
    for span in focus:
        depth_change[span.start] = depth_change.get(span.start, 0) + 1
        depth_change[span.end] = depth_change.get(span.end, 0) - 1
    active: dict[int, _Mark] = {}
    depth = 0
    segments = []
    for start, end in pairwise(edges):
        for mark in ending.get(start, ()):
            active.pop(id(mark), None)
        for mark in starting.get(start, ()):
            active[id(mark)] = mark
        depth += depth_change.get(start, 0)
        covering = sorted(active.values(), key=lambda mark: (rank[mark.unit.relation], -mark.unit.weight, mark.unit.id))
        segments.append(
            Segment(
                start,
                end,
                shown(text[start:end]),
                tuple(dict.fromkeys(mark.unit.id for mark in covering))[:_UNITS],
                tuple(dict.fromkeys(str(mark.unit.relation) for mark in covering)),
                any(mark.opens for mark in starting.get(start, ())),
                depth > 0,
                tuple(anchors.get(start, ())),
            )
        )
    return segments


def _paragraphs(report: Report, lines: list[Span], segments: list[Segment]) -> Iterator[Paragraph]:
    """Yield the lines that hold text, with their segments."""
    index = 0
    for line in lines:
        inside: list[Segment] = []
        while index < len(segments) and segments[index].start < line.end:
            if segments[index].start >= line.start:
                inside.append(segments[index])
            index += 1
        if report.text[line.start : line.end].strip():
            yield Paragraph(tuple(inside), _is_left_out(report, trim_span(line, report.text)))


def _is_left_out(report: Report, line: Span) -> bool:
    """Say whether a whole line is boilerplate: repeats can be left out behind the first ones in one line."""
    return any(span.contains(line) for span in report.boilerplate)
