"""The timeline as a figure: one column a date in order, one lane a report.

Columns are evenly spaced (a story's dates lie years apart, then hours), so a broken rule between two columns stands for
a gap of more than a year. A mark is as wide as the words are vague: a dot for a day, a bar for a month or longer.
"""

from __future__ import annotations

from markupsafe import Markup

from variorum.model.comparisons import Comparison, Relation, TimelineEntry
from variorum.model.intervals import Granularity
from variorum.views.anchors import anchor
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports
from variorum.views.svg import element, figure, link, text

ENTRIES = 40
"""Dates drawn at most; the table has all."""

_STEP = 84
_LEFT = 44
_LANE = 40
_TOP = 76
_VAGUE = frozenset({Granularity.CENTURY, Granularity.DECADE, Granularity.YEAR, Granularity.SEASON, Granularity.MONTH})


def timeline_svg(comparison: Comparison) -> Markup:
    """Return the figure, or nothing when nothing is dated."""
    entries = comparison.timeline[:ENTRIES]
    if not entries:
        return Markup()
    sigla = [siglum for siglum, _ in ordered_reports(comparison.story)]
    clashing = {unit.id for unit in comparison.units if unit.relation is Relation.CONTRADICTS}
    width, height = _LEFT + _STEP * len(entries) + 12, _TOP + _LANE * len(sigla) + 8
    parts = [_lane(siglum, row, width) for row, siglum in enumerate(sigla)]
    for column, entry in enumerate(entries):
        gap = column > 0 and _far(entries[column - 1], entry)
        parts.append(_column(entry, column, sigla, clashing, gap=gap))
    return figure(width, height, "Dates in order, one lane a report", parts, class_="timeline")


def _lane(siglum: str, row: int, width: float) -> Markup:
    """Return the line and the letter of one report."""
    y = _TOP + _LANE * row + _LANE / 2
    return Markup("").join(
        (
            element("line", x1=float(_LEFT - 8), x2=float(width - 4), y1=y, y2=y, class_="lane"),
            text(12, y + 5, siglum, class_="lane-name"),
        )
    )


def _far(before: TimelineEntry, after: TimelineEntry) -> bool:
    """Say whether more than a year lies between two dates."""
    first, second = before.interval, after.interval
    if first is None or second is None or first.begin is None or second.begin is None:
        return False
    return (second.begin - (first.before or first.begin)).days > 366


def _column(entry: TimelineEntry, column: int, sigla: list[str], clashing: set[str], *, gap: bool) -> Markup:
    """Return the label and the marks of one date."""
    x = _LEFT + _STEP * column + _STEP / 2
    bottom = float(_TOP + _LANE * len(sigla))
    clash = any(unit in clashing for unit in entry.units)
    parts = [element("line", x1=x, x2=x, y1=float(_TOP - 6), y2=bottom, class_="tick")]
    if gap:
        edge = float(x - _STEP / 2)
        parts.append(element("line", x1=edge, x2=edge, y1=float(_TOP - 6), y2=bottom, class_="gap"))
    for line, words in enumerate(_label_lines(entry.label)):
        parts.append(text(x, 20 + 15 * line, words, text_anchor="middle", class_="date"))
    vague = entry.interval is None or entry.interval.granularity in _VAGUE
    for row, siglum in enumerate(sigla):
        found = [item for item in entry.times or entry.evidence if item.siglum == siglum]
        if found:
            y = _TOP + _LANE * row + _LANE / 2
            words = f"{siglum}, {one_line(entry.label)}: {one_line(entry.gist, limit=120)}"
            label = f"{words} (part of a conflict)" if clash else words
            target = f"#{anchor(found[0].siglum, found[0].span)}"
            parts.append(link(target, label, _mark(x, y, vague=vague, clash=clash), class_="dated"))
    return Markup("").join(parts)


def _label_lines(label: str) -> list[str]:
    """Break a date into at most three short lines."""
    lines = [""]
    for word in one_line(label, limit=36).split():
        if lines[-1] and len(lines[-1]) + len(word) > 11:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines[:3]


def _mark(x: float, y: float, *, vague: bool, clash: bool) -> Markup:
    """Return a dot for a day or finer, a bar for anything vaguer; a conflict carries the sign ≠."""
    hit = element("rect", x=x - 16, y=y - 14, width=32.0, height=28.0, class_="hit")
    if vague:
        shape = element("rect", x=x - 16, y=y - 7, width=32.0, height=14.0, rx=7.0, class_="mark-vague")
    else:
        shape = element("circle", cx=x, cy=y, r=8.0, class_="mark-day")
    sign = text(x + 19, y - 4, "≠", class_="sign") if clash else Markup()
    return Markup("").join((hit, shape, sign))
