"""Outlines: the countries that ship with Variorum, and what of them a window on the world shows.

The projection is equirectangular and keeps the scale along the middle parallel of the window.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

Ring = list[tuple[float, float]]
Country = dict[str, Any]


class View(Struct, frozen=True):
    """A window on the world in degrees, and the drawing that it is projected to."""

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the place of a point in the drawing."""
        x = (lon - self.west) / (self.east - self.west) * self.width
        return x, (self.north - lat) / (self.north - self.south) * self.height


@lru_cache(maxsize=1)
def countries() -> list[Country]:
    """Return the outlines that ship with Variorum (``data/OUTLINES.md``)."""
    content = files("variorum").joinpath("data/outlines.json").read_text("utf-8")
    found: list[Country] = json.loads(content)["countries"]
    return found


def mainland(country: Country) -> list[float]:
    """Return the longest ring of a country."""
    ring: list[float] = max(country["rings"], key=len)
    return ring


def seen_ring(flat: list[float], view: View) -> Ring:
    """Return the part of a ring that the view shows, in the drawing; empty when nothing of it is seen."""
    ring = _clip(list(zip(flat[::2], flat[1::2], strict=True)), view)
    return [view.project(lon, lat) for lon, lat in ring] if len(ring) >= 3 else []


def path_data(ring: Ring) -> str:
    """Return a ring as path data."""
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in ring) + "Z" if ring else ""


def area_and_middle(ring: Ring) -> tuple[float, tuple[float, float]]:
    """Return the area of a ring and its centroid (the shoelace formula); the mean of its points where it has none."""
    area = x = y = 0.0
    for index, (x1, y1) in enumerate(ring):
        x0, y0 = ring[index - 1]
        cross = x0 * y1 - x1 * y0
        area += cross / 2
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    if abs(area) < 1:
        return 0.0, (sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring))
    return abs(area), (x / (6 * area), y / (6 * area))


def _clip(ring: Ring, view: View) -> Ring:
    """Return the part of a ring inside the view (Sutherland and Hodgman), with a margin that hides the cut."""
    pad_x, pad_y = (view.east - view.west) * 0.02, (view.north - view.south) * 0.02
    west, east, south, north = view.west - pad_x, view.east + pad_x, view.south - pad_y, view.north + pad_y
    lons, lats = zip(*ring, strict=True)
    if max(lons) < west or min(lons) > east or max(lats) < south or min(lats) > north:
        return []  # most countries of the world, told at a glance
    for axis, bound, keep_above in ((0, west, True), (0, east, False), (1, south, True), (1, north, False)):
        ring = _clip_side(ring, axis, bound, keep_above=keep_above)
        if not ring:
            break
    return ring


def _clip_side(ring: Ring, axis: int, bound: float, *, keep_above: bool) -> Ring:
    """Cut a ring at one side of the view."""
    kept: Ring = []
    for index, point in enumerate(ring):
        before = ring[index - 1]
        inside = point[axis] >= bound if keep_above else point[axis] <= bound
        was_inside = before[axis] >= bound if keep_above else before[axis] <= bound
        if inside != was_inside:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            kept.append(point)
    return kept
