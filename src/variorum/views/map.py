"""The map as a figure: places that reports name, over country outlines.

A country that reports name is hatched as a whole and a division is a ring, since the words say no more; a sea or a
region is a name alone; every other place is a point. Names never cover each other: what finds no free place keeps its
mark, and the table has its name. There are two drawings, a wide and a narrow one, and the page shows the one that fits.
"""

from __future__ import annotations

from math import cos, floor, log10, radians

from markupsafe import Markup
from msgspec import Struct, field

from variorum.model.comparisons import Comparison, MapPoint
from variorum.views.anchors import anchor
from variorum.views.outlines import Country, View, area_and_middle, countries, mainland, path_data, seen_ring
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank
from variorum.views.svg import element, figure, link, text

POINTS = 60
"""Places drawn at most; the table has all."""

WIDE = (880.0, 460.0)
NARROW = (320.0, 340.0)
_LEAST_DEGREES = 6.0
_TOWN_DEGREES = 0.8
"""Places that all lie so close are of one town: the view shows how they lie to each other, and no rough outlines."""

_LEAST_TOWN = 0.04
"""Degrees of latitude that such a view shows at least."""

_SCALED = 25.0
"""Degrees of latitude up to which a scale is true enough everywhere in the view."""

_SCALE_WIDTH = 110.0
_KM_A_DEGREE = 111.2
_WIDE_COUNTRY = 40.0
"""Degrees of longitude beyond which a named country does not stretch the view."""

_NEAR = 25.0
"""Degrees of latitude around the middle place in which a place counts as near; 1.6 times as many of longitude."""

_LETTER = 7.6
"""Width of a letter of a name, in units of the drawing."""

_NAMED_LAND = 0.02
"""Share of the drawing that a country must fill to be named for orientation."""

Box = tuple[float, float, float, float]
Place = tuple[float, float]


class _Names(Struct):
    """Where names stand, so that none covers another or a mark."""

    view: View
    taken: list[Box] = field(default_factory=list)

    def take(self, left: float, top: float, width: float) -> bool:
        """Take a place for a name where it is free and inside of the drawing."""
        box = (left, top, left + width, top + 18.0)
        inside = left >= 2 and top >= 2 and box[2] <= self.view.width - 2 and box[3] <= self.view.height - 2
        if not inside or any(
            left < other[2] and other[0] < box[2] and top < other[3] and other[1] < box[3] for other in self.taken
        ):
            return False
        self.taken.append(box)
        return True

    def place(self, x: float, y: float, width: float, sides: tuple[float, ...]) -> Place | None:
        """Return the upper left corner of a name beside its place, else lower or higher; None where nothing is free."""
        for step in (0, 18, -18, 36, -36, 54, -54):
            for side in sides:
                if self.take(x + side, y - 9 + step, width):
                    return x + side, y - 9 + step
        return None


def map_svg(comparison: Comparison, size: tuple[float, float] = WIDE) -> Markup:
    """Return the figure, or nothing when no place has coordinates."""
    points = comparison.map[:POINTS]
    if not points:
        return Markup()
    named = {point.gazetteer_id: country for point in points if (country := _country_of(point)) is not None}
    view = _view_of(core_points(points), named, size)
    hatched = {country["name"] for country in named.values()}
    hatch = f"named-{size[0]:.0f}"
    parts = [_hatching(hatch)]
    if view.north - view.south > _TOWN_DEGREES * 2:
        parts += [_outline(country, view, hatch if country["name"] in hatched else "") for country in countries()]
    seen = [(point, place) for point in points if (place := _place(point, named.get(point.gazetteer_id), view))]
    names = _Names(view, [(x - 9, y - 9, x + 9, y + 9) for point, (x, y) in seen if _is_marked(point)])
    parts += _scale(view, names)
    marks = [
        _point(point, place, names)
        for point, place in sorted(seen, key=lambda item: (not _is_marked(item[0]), -len(item[0].evidence)))
    ]
    parts += _land_names(view, hatched, names)
    size_class = "map wide" if size == WIDE else "map narrow"
    return figure(*size, "Places that the reports name", [*parts, *marks], class_=size_class)


def _is_marked(point: MapPoint) -> bool:
    """Say whether a place gets a mark; a country is hatched, a sea, a continent or a region is a name alone."""
    return point.kind in {"city", "landmark", "division"}


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


def _country_of(point: MapPoint) -> Country | None:
    """Return the outline of a point that is itself a country, else None."""
    if point.kind != "country":
        return None
    return next((item for item in countries() if item["code"] == point.country), None)


def _town_of(points: tuple[MapPoint, ...]) -> tuple[MapPoint, ...]:
    """Return the places of the one town that all marked places lie in; nothing where they are of several, or one."""
    marked = tuple(point for point in points if point.kind in {"city", "landmark"})
    around = {point.country for point in marked}
    elsewhere = [point for point in points if point not in marked and point.country not in around]
    spots = {(point.lon, point.lat) for point in marked}
    if len(spots) < 2 or elsewhere:
        return ()
    spread = max(max(values) - min(values) for values in zip(*spots, strict=True))
    return marked if spread <= _TOWN_DEGREES else ()


def _view_of(points: tuple[MapPoint, ...], named: dict[str, Country], size: tuple[float, float]) -> View:
    """Return a window that holds all points and all named countries but the widest, with room around."""
    lons, lats = [], []
    town = _town_of(points)
    for point in town or points:
        country = named.get(point.gazetteer_id)
        if country is None:
            lons.append(point.lon)
            lats.append(point.lat)
        elif max(main := mainland(country)[::2]) - min(main) <= _WIDE_COUNTRY:
            lons += [min(main), max(main)]
            lats += [min(mainland(country)[1::2]), max(mainland(country)[1::2])]
    if not lons:
        lons, lats = [point.lon for point in points], [point.lat for point in points]
    middle_lon, middle_lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    shrink = max(cos(radians(middle_lat)), 0.2)
    height = max(
        (max(lats) - min(lats)) * 1.35,
        _LEAST_TOWN if town else _LEAST_DEGREES,
        (max(lons) - min(lons)) * 1.25 * shrink * size[1] / size[0],
    )
    height = min(height, 170.0)
    width = height * size[0] / size[1] / shrink
    south = max(-88.0, min(middle_lat - height / 2, 88.0 - height))
    return View(middle_lon - width / 2, south, middle_lon + width / 2, south + height, *size)


def _outline(country: Country, view: View, hatch: str) -> Markup:
    """Return what of a country lies in the view; of a named one the mainland alone is hatched."""
    path = "".join(path_data(seen_ring(ring, view)) for ring in country["rings"])
    if not path:
        return Markup()
    land = element("path", d=path, class_="land")
    main = path_data(seen_ring(mainland(country), view)) if hatch else ""
    return land + element("path", d=main, class_="named", fill=f"url(#{hatch})") if main else land


def _place(point: MapPoint, country: Country | None, view: View) -> Place | None:
    """Return where a place stands in the drawing, or None outside; a country: the middle of what is seen of it."""
    if country is not None:
        ring = seen_ring(mainland(country), view)
        if ring:
            x, y = area_and_middle(ring)[1]
            return min(max(x, 60.0), view.width - 60.0), min(max(y, 24.0), view.height - 24.0)
    x, y = view.project(point.lon, point.lat)
    return (x, y) if 0 <= x <= view.width and 0 <= y <= view.height else None


def _point(point: MapPoint, place: Place, names: _Names) -> Markup:
    """Return a place with its name and the sigla of the reports that name it."""
    x, y = place
    sigla = " ".join(sorted({item.siglum for item in point.evidence}, key=siglum_rank))
    limit = 28 if names.view.width > NARROW[0] else 16
    words = f"{one_line(point.name, limit=limit)} ({sigla})"
    width = _LETTER * len(words)
    marked = _is_marked(point)
    corner = names.place(x, y, width, (12.0, -width - 12) if marked else (-width / 2,))
    parts = [_mark(point, x, y)] if marked else []
    if corner:
        parts.append(text(corner[0], corner[1] + 13, words, class_="place-name" if marked else "place-name vague"))
    if not parts or not point.evidence:
        return Markup("").join(parts)
    first = point.evidence[0]
    label = f"{one_line(point.name, limit=80)} ({sigla}): go to the words"
    return link(f"#{anchor(first.siglum, first.span)}", label, *parts, class_="place")


def _mark(point: MapPoint, x: float, y: float) -> Markup:
    """Return a point for a town or a building, a ring for a division."""
    hit = element("circle", cx=x, cy=y, r=13.0, class_="hit")
    if point.kind == "division":
        return hit + element("circle", cx=x, cy=y, r=11.0, class_="place-area")
    return hit + element("circle", cx=x, cy=y, r=6.0, class_="place-dot")


def _scale(view: View, names: _Names) -> list[Markup]:
    """Return a bar of a round number of kilometres, where it is true everywhere in the view."""
    degrees = view.north - view.south
    if degrees > _SCALED:
        return []
    unit = degrees * _KM_A_DEGREE / view.height
    most = _SCALE_WIDTH * unit
    power = 10.0 ** floor(log10(most))
    km = next(step * power for step in (5.0, 2.0, 1.0) if step * power <= most)
    x, y, width = 14.0, view.height - 14.0, km / unit
    words = f"{km:g} km" if km >= 1 else f"{km * 1000:g} m"
    names.taken.append((0.0, y - 24, max(width, _LETTER * len(words)) + 28, view.height))
    bar = element("path", d=f"M{x:.1f} {y - 4:.1f}v4h{width:.1f}v-4", class_="scale", fill="none")
    return [bar, text(x, y - 8, words, class_="land-name", aria_hidden="true")]


def _land_names(view: View, hatched: set[str], names: _Names) -> list[Markup]:
    """Return the names of the countries that fill most of the view, for orientation, where they are free."""
    seen = []
    for country in countries():
        ring = seen_ring(mainland(country), view) if country["name"] not in hatched else []
        if ring:
            area, middle = area_and_middle(ring)
            if area >= _NAMED_LAND * view.width * view.height:
                seen.append((area, country["name"], middle))
    made = []
    for _, name, (x, y) in sorted(seen, reverse=True)[:8]:
        width = _LETTER * len(name)
        if corner := names.place(x, y, width, (-width / 2,)):
            made.append(text(corner[0], corner[1] + 13, name, class_="land-name", aria_hidden="true"))
    return made


def _hatching(name: str) -> Markup:
    """Return the pattern of named countries."""
    line = element("path", d="M0 8L8 0", class_="hatch")
    pattern = element("pattern", line, id=name, width="8", height="8", patternUnits="userSpaceOnUse")
    return element("defs", pattern)
