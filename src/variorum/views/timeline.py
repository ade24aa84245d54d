"""Bars of the timeline: each date as the stretch of time that its words leave open, on one scale for the whole story.

A story's dates lie years apart, then hours. So the scale runs through all ends of all dates in order, and a gap
between two of them is as wide as the logarithm of its days: what lies in what, before what and beside what is true to
the words. An open end fades out; ends that the words leave rough are soft; what rests on an inferred date of
publication is hollow.
"""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from math import log2

from markupsafe import Markup
from msgspec import Struct

from variorum.model.comparisons import Dating, TimelineEntry
from variorum.model.intervals import Interval
from variorum.views.svg import element

ENTRIES = 40
"""Dates drawn at most; the table has all."""

WIDTH, HEIGHT = 1000.0, 12.0
_LEAST = 14.0
"""A bar is at least this wide, so that a minute can be seen and touched."""
_MARGIN = 60.0
"""Room at either end of the scale for dates without an end."""


class Scale(Struct, frozen=True):
    """Where each end of a date stands in the drawing."""

    places: dict[datetime, float]

    def extent(self, interval: Interval) -> tuple[float, float]:
        """Return left and right of an interval; an open end reaches the edge."""
        left = self.places.get(interval.begin, 0.0) if interval.begin else 0.0
        right = self.places.get(interval.before, WIDTH) if interval.before else WIDTH
        if right - left >= _LEAST:
            return left, right
        middle = min(max((left + right) / 2, _LEAST / 2), WIDTH - _LEAST / 2)
        return middle - _LEAST / 2, middle + _LEAST / 2


def scale_of(entries: tuple[TimelineEntry, ...]) -> Scale:
    """Return the scale of all dates that are drawn."""
    intervals = [dating.interval for entry in entries for dating in entry.datings if dating.interval]
    moments = sorted({moment for i in intervals for moment in (i.begin, i.before) if moment is not None})
    if len(moments) < 2:
        return Scale(dict.fromkeys(moments, WIDTH / 2))
    gaps = [1.0 + log2(1.0 + (later - moment).total_seconds() / 86_400) for moment, later in pairwise(moments)]
    unit = (WIDTH - 2 * _MARGIN) / sum(gaps)
    places, x = {moments[0]: _MARGIN}, _MARGIN
    for moment, gap in zip(moments[1:], gaps, strict=True):
        x += gap * unit
        places[moment] = x
    return Scale(places)


def fades() -> Markup:
    """Return the gradients that bars refer to, once for a page."""
    stops = {
        "fade-before": (("0", "0"), ("1", "1")),
        "fade-after": (("0", "1"), ("1", "0")),
        "fade-both": (("0", "0"), (".3", "1"), (".7", "1"), ("1", "0")),
        "fade-soft": (("0", ".35"), (".25", "1"), (".75", "1"), ("1", ".35")),
    }
    gradients = [
        element(
            "linearGradient",
            *(element("stop", offset=offset, stop_opacity=opacity, class_="fade") for offset, opacity in parts),
            id=name,
        )
        for name, parts in stops.items()
    ]
    return element("svg", element("defs", *gradients), width="0", height="0", aria_hidden="true", class_="fades")


def bar_svg(dating: Dating, scale: Scale) -> Markup:
    """Return the bar of one date; a dotted line where the words fix no day."""
    parts = [element("line", x1=0.0, x2=WIDTH, y1=HEIGHT / 2, y2=HEIGHT / 2, class_="track")]
    if dating.interval is None:
        parts = [element("line", x1=0.0, x2=WIDTH, y1=HEIGHT / 2, y2=HEIGHT / 2, class_="track unknown")]
    else:
        left, right = scale.extent(dating.interval)
        fade = _fade_of(dating)
        shape = {"x": left, "y": 1.0, "width": right - left, "height": HEIGHT - 2, "rx": 3.0}
        kind = "stretch inferred" if dating.inferred else "stretch"
        parts.append(element("rect", **shape, class_=kind, fill=f"url(#{fade})" if fade else None))
    box = f"0 0 {WIDTH:.0f} {HEIGHT:.0f}"
    return element("svg", *parts, viewBox=box, preserveAspectRatio="none", class_="bar", aria_hidden="true")


def _fade_of(dating: Dating) -> str | None:
    """Return the gradient of a bar, None where both ends are sharp."""
    assert dating.interval is not None
    begin, before = dating.interval.begin, dating.interval.before
    if begin is None or before is None:
        return "fade-both" if begin is before else "fade-before" if begin is None else "fade-after"
    return "fade-soft" if dating.rough else None
