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

Ring = list[tuple[float, float]]


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
    view = _view_of(points, named)
    hatched = {country["name"] for country in named.values()}
    parts = [_hatching()]
    parts += [_outline(country, view, hatched=country["name"] in hatched) for country in _countries()]
    labels: list[tuple[float, float]] = []
    for point in sorted(points, key=lambda item: (item.gazetteer_id in named, -len(item.evidence), item.name)):
        place = _label_place(point, named.get(point.gazetteer_id), view)
        if place is not None:
            parts.append(_point(point, place, labels, country=point.gazetteer_id in named))
    return figure(WIDTH, HEIGHT, "Places that the reports name", parts, class_="map")


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
    """Return what of a country lies in the view."""
    path = "".join(
        "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in (view.project(lon, lat) for lon, lat in ring)) + "Z"
        for flat in country["rings"]
        if len(ring := _clip(list(zip(flat[::2], flat[1::2], strict=True)), view)) >= 3
    )
    if not path:
        return Markup()
    land = element("path", d=path, class_="land")
    return land + element("path", d=path, class_="land named") if hatched else land


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


def _label_place(point: MapPoint, country: dict[str, Any] | None, view: _View) -> tuple[float, float] | None:
    """Return where a place stands: a point at its place, a country in the middle of what is seen of it."""
    if country is None:
        return view.project(point.lon, point.lat)
    flat = _largest(country)
    ring = _clip(list(zip(flat[::2], flat[1::2], strict=True)), view)
    if not ring:
        return None
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    x, y = view.project(lon, lat)
    return min(max(x, 50.0), WIDTH - 50.0), min(max(y, 24.0), HEIGHT - 24.0)


def _point(point: MapPoint, place: tuple[float, float], labels: list[tuple[float, float]], *, country: bool) -> Markup:
    """Return a place with its name and the sigla of the reports that name it; names move down until they are free."""
    x, y = place
    sigla = sorted({item.siglum for item in point.evidence}, key=siglum_rank)
    left = x > WIDTH - 170
    label_y = y + 5
    while any(abs(x - other_x) < 150 and abs(label_y - other_y) < 17 for other_x, other_y in labels):
        label_y += 17
    labels.append((x, label_y))
    side = -14 if left else 14
    words = f"{one_line(point.name, limit=28)} ({' '.join(sigla)})"
    name = text(x + side, label_y, words, text_anchor="end" if left else "start", class_="place-name")
    dot = Markup() if country else element("circle", cx=x, cy=y, r=6.0, class_="place-dot")
    if country:
        name = text(x, label_y, words, text_anchor="middle", class_="place-name country")
    hit = element("circle", cx=x, cy=y, r=13.0, class_="hit")
    if not point.evidence:
        return dot + name
    first = point.evidence[0]
    return link(f"#{anchor(first.siglum, first.span)}", f"{words}: go to the words", hit, dot, name, class_="place")


def _hatching() -> Markup:
    """Return the pattern of named countries."""
    line = element("path", d="M0 8L8 0", class_="hatch")
    pattern = element("pattern", line, id="named", width="8", height="8", patternUnits="userSpaceOnUse")
    return element("defs", pattern)
