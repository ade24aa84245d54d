"""The map as a figure: places that reports name, over country outlines, in an equirectangular projection.

The projection keeps the scale along the middle parallel of the view. A country that reports name is hatched as a whole,
since the words say no more; every other place is a point.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import cos, radians
from typing import Any

from markupsafe import Markup

from variorum.model.comparisons import Comparison, MapPoint
from variorum.views.anchors import anchor
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank
from variorum.views.svg import element, figure, link, text

POINTS = 60
"""Places drawn at most; the table has all."""

WIDTH, HEIGHT = 880, 460
_LEAST_DEGREES = 8.0
_WIDE_COUNTRY = 40.0
"""Degrees of longitude beyond which a named country does not stretch the view."""

_NEAR = 25.0
"""Degrees of latitude around the middle place in which a place counts as near; 1.6 times as many of longitude."""

Ring = list[tuple[float, float]]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _View:
    """A window on the world, and its projection to the drawing."""

    west: float
    south: float
    east: float
    north: float

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the place of a point in the drawing."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        return x, (self.north - lat) / (self.north - self.south) * HEIGHT


@lru_cache(maxsize=1)
def _countries() -> list[dict[str, Any]]:
    """Return the outlines that ship with Variorum (``data/OUTLINES.md``)."""
    content = files("variorum").joinpath("data/outlines.json").read_text("utf-8")
    countries: list[dict[str, Any]] = json.loads(content)["countries"]
    return countries


def map_svg(comparison: Comparison) -> Markup:
    """Return the figure, or nothing when no place has coordinates."""
    points = comparison.map[:POINTS]
    if not points:
        return Markup()
    named = {point.gazetteer_id: country for point in points if (country := _country_of(point)) is not None}
    view = _view_of(core_points(points), named)
    hatched = {country["name"] for country in named.values()}
    parts = [_hatching()]
    parts += [_outline(country, view, hatched=country["name"] in hatched) for country in _countries()]
    seen = [(point, place) for point in points if (place := _place(point, named.get(point.gazetteer_id), view))]
    taken = [
        (x - 8, y - 8, x + 8, y + 8) for point, (x, y) in seen if point.gazetteer_id not in named and point.country
    ]
    for point, place in sorted(seen, key=lambda item: (item[0].gazetteer_id in named, -len(item[0].evidence))):
        # A country is hatched; a sea, a continent or a region is as vague as its name, so neither gets a point.
        vague = point.gazetteer_id in named or point.country is None
        parts.append(_point(point, place, taken, vague=vague))
    return figure(WIDTH, HEIGHT, "Places that the reports name", parts, class_="map")


def core_points(points: tuple[MapPoint, ...]) -> tuple[MapPoint, ...]:
    """Return the places that the view is made for: those near the middle one, when they are most of what is named.

    A report of a fire in a port that names the far flag of the ship in passing is still about the port.
    """
    middle_lon = _middle([point.lon for point in points for _ in range(max(len(point.evidence), 1))])
    middle_lat = _middle([point.lat for point in points for _ in range(max(len(point.evidence), 1))])
    near = tuple(
        point for point in points if abs(point.lon - middle_lon) <= _NEAR * 1.6 and abs(point.lat - middle_lat) <= _NEAR
    )
    told = sum(len(point.evidence) for point in points)
    return near if near and sum(len(point.evidence) for point in near) >= 0.6 * told else points


def _middle(values: list[float]) -> float:
    """Return the (lower) median."""
    return sorted(values)[(len(values) - 1) // 2]


def _country_of(point: MapPoint) -> dict[str, Any] | None:
    """Return the outline of a point that is itself a country, else None."""
    name = point.name.casefold()
    return next(
        (item for item in _countries() if item["code"] == point.country and item["name"].casefold() == name), None
    )


def _view_of(points: tuple[MapPoint, ...], named: dict[str, dict[str, Any]]) -> _View:
    """Return a window that holds all points and all named countries but the widest, with room around."""
    lons, lats = [], []
    for point in points:
        country = named.get(point.gazetteer_id)
        if country is None:
            lons.append(point.lon)
            lats.append(point.lat)
        elif max(main := _largest(country)[::2]) - min(main) <= _WIDE_COUNTRY:
            lons += [min(main), max(main)]
            lats += [min(_largest(country)[1::2]), max(_largest(country)[1::2])]
    if not lons:
        lons, lats = [point.lon for point in points], [point.lat for point in points]
    middle_lon, middle_lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    shrink = max(cos(radians(middle_lat)), 0.2)
    height = max(
        (max(lats) - min(lats)) * 1.35, _LEAST_DEGREES, (max(lons) - min(lons)) * 1.25 * shrink * HEIGHT / WIDTH
    )
    height = min(height, 170.0)
    width = height * WIDTH / HEIGHT / shrink
    south = max(-88.0, min(middle_lat - height / 2, 88.0 - height))
    return _View(middle_lon - width / 2, south, middle_lon + width / 2, south + height)


def _largest(country: dict[str, Any]) -> list[float]:
    """Return the longest ring of a country, its mainland."""
    return max(country["rings"], key=len)


def _outline(country: dict[str, Any], view: _View, *, hatched: bool) -> Markup:
    """Return what of a country lies in the view; of a named one the mainland alone is hatched."""
    path = "".join(_path(ring, view) for ring in country["rings"])
    if not path:
        return Markup()
    land = element("path", d=path, class_="land")
    mainland = _path(_largest(country), view) if hatched else ""
    return land + element("path", d=mainland, class_="named") if mainland else land


def _path(flat: list[float], view: _View) -> str:
    """Return the part of a ring in the view as path data, empty when nothing of it is seen."""
    ring = _clip(list(zip(flat[::2], flat[1::2], strict=True)), view)
    if len(ring) < 3:
        return ""
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in (view.project(lon, lat) for lon, lat in ring)) + "Z"


def _clip(ring: Ring, view: _View) -> Ring:
    """Return the part of a ring inside the view (Sutherland and Hodgman), with a margin that hides the cut."""
    pad_x, pad_y = (view.east - view.west) * 0.02, (view.north - view.south) * 0.02
    for axis, bound, keep_above in (
        (0, view.west - pad_x, True),
        (0, view.east + pad_x, False),
        (1, view.south - pad_y, True),
        (1, view.north + pad_y, False),
    ):
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


def _place(point: MapPoint, country: dict[str, Any] | None, view: _View) -> tuple[float, float] | None:
    """Return where a place stands in the drawing, or None outside; a country: the middle of what is seen."""
    x, y = view.project(point.lon, point.lat)
    if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
        return x, y
    if country is None:
        return None
    flat = _largest(country)
    ring = _clip(list(zip(flat[::2], flat[1::2], strict=True)), view)
    if len(ring) < 3:
        return None
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    x, y = view.project((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
    return min(max(x, 60.0), WIDTH - 60.0), min(max(y, 24.0), HEIGHT - 24.0)


def _point(point: MapPoint, place: tuple[float, float], taken: list[Box], *, vague: bool) -> Markup:
    """Return a place with its name and the sigla of the reports that name it."""
    x, y = place
    sigla = sorted({item.siglum for item in point.evidence}, key=siglum_rank)
    words = f"{one_line(point.name, limit=28)} ({' '.join(sigla)})"
    left, top = _free_place(x, y, 7.6 * len(words), taken, vague=vague)
    name = text(left, top + 13, words, class_="place-name vague" if vague else "place-name")
    dot = Markup() if vague else element("circle", cx=x, cy=y, r=6.0, class_="place-dot")
    if not point.evidence:
        return dot + name
    first = point.evidence[0]
    hit = Markup() if vague else element("circle", cx=x, cy=y, r=13.0, class_="hit")
    return link(f"#{anchor(first.siglum, first.span)}", f"{words}: go to the words", hit, dot, name, class_="place")


def _free_place(x: float, y: float, width: float, taken: list[Box], *, vague: bool) -> tuple[float, float]:
    """Return the upper left corner of a name that covers nothing: beside its place, else lower or higher."""
    sides = (-width / 2,) if vague else (12.0, -width - 12)
    for step in (0, 18, -18, 36, -36, 54, -54, 72):
        for side in sides:
            box = (x + side, y - 9 + step, x + side + width, y + 9 + step)
            inside = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT
            if inside and not any(
                box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
            ):
                taken.append(box)
                return box[0], box[1]
    return min(max(x, 0.0), WIDTH - width), y - 9


def _hatching() -> Markup:
    """Return the pattern of named countries."""
    line = element("path", d="M0 8L8 0", class_="hatch")
    pattern = element("pattern", line, id="named", width="8", height="8", patternUnits="userSpaceOnUse")
    return element("defs", pattern)
