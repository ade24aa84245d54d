"""Promises of the map: names that can be read at any width, marks as vague as the words, links to the words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from msgspec.structs import replace
from tests.views.made import MAP, made_comparison

from variorum.model.comparisons import MapPoint
from variorum.views.html import render_html
from variorum.views.map import NARROW, WIDE, map_svg

CROWD = tuple(
    MapPoint(f"v:{n}", f"Place number {n}", "ITA", 42.0 + n % 7 * 0.15, 12.0 + n // 7 * 0.2, MAP[0].evidence)
    for n in range(40)
)


def names_of(svg):
    """Return the box of each name: left, top, right, bottom."""
    boxes = []
    for text in ET.fromstring(svg).iter("text"):
        left, bottom, words = float(text.attrib["x"]), float(text.attrib["y"]), text.text or ""
        boxes.append((left, bottom - 11, left + 7.0 * len(words), bottom + 3))
    return boxes


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_names_never_cover_each_other_and_stay_inside(size):
    """Of forty places in one region some keep a mark alone; no two names meet, none is cut."""
    boxes = names_of(str(map_svg(replace(made_comparison(), map=CROWD), size)))
    assert boxes
    for index, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[2] <= size[0]
        for other in boxes[index + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_every_place_keeps_a_mark_with_a_link():
    """What finds no room for its name is still a point that leads to the words."""
    svg = str(map_svg(replace(made_comparison(), map=CROWD), NARROW))
    assert svg.count('class="place-dot"') == len(CROWD)
    assert svg.count('<a href="#') + svg.count("<a class") >= len(CROWD)


@pytest.mark.parametrize(
    ("kind", "mark"), [("city", "place-dot"), ("landmark", "place-dot"), ("division", "place-area"), ("sea", "vague")]
)
def test_a_mark_is_as_vague_as_the_words(kind, mark):
    """A town is a point, a part of a country a ring, a sea a name alone."""
    point = MapPoint("v:x", "Salis", "ITA", 42.0, 12.0, MAP[0].evidence, kind)
    svg = str(map_svg(replace(made_comparison(), map=(point,))))
    assert mark in svg
    assert ("place-dot" in svg) == (mark == "place-dot")


def test_a_country_is_hatched_and_not_pointed_at():
    """“Italy” is no point in its middle."""
    point = MapPoint("3175395", "Italy", "ITA", 42.8, 12.8, MAP[0].evidence, "country")
    svg = str(map_svg(replace(made_comparison(), map=(point,))))
    assert 'class="named"' in svg
    assert "place-dot" not in svg


def test_the_page_has_a_wide_and_a_narrow_map():
    """The page holds both drawings, and their patterns have names of their own."""
    html = render_html(made_comparison())
    assert 'class="map wide"' in html
    assert 'class="map narrow"' in html
    identities = re.findall(r'<pattern id="([^"]+)"', html)
    assert len(identities) == len(set(identities)) == 2


def test_the_map_names_the_source_of_its_places():
    """Names and coordinates come from GeoNames, which asks to be named."""
    assert "GeoNames" in render_html(made_comparison())


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_places_of_one_town_are_told_apart(size):
    """A museum and a station two kilometres apart stand well apart, over a scale and no rough outlines."""
    spots = (("Louvre", 48.861, 2.336), ("Gare du Nord", 48.881, 2.355), ("Eiffel Tower", 48.858, 2.294))
    points = tuple(
        MapPoint(f"v:{number}", name, "FRA", lat, lon, MAP[0].evidence, "landmark")
        for number, (name, lat, lon) in enumerate(spots)
    )
    svg = str(map_svg(replace(made_comparison(), map=points), size))
    dots = [(float(e.attrib["cx"]), float(e.attrib["cy"])) for e in ET.fromstring(svg).iter("circle")]
    places = sorted(set(dots))
    assert len(places) == len(spots)
    assert all(
        max(abs(one[0] - other[0]), abs(one[1] - other[1])) > 25
        for index, one in enumerate(places)
        for other in places[index + 1 :]
    )
    assert 'class="land"' not in svg
    assert " km</text>" in svg


def test_towns_of_two_countries_keep_the_outlines():
    """Two places far apart are shown over the outlines of countries, with a scale only where it is true everywhere."""
    near = tuple(MapPoint(f"v:{n}", f"Salis {n}", "ITA", 42.0 + n, 12.0, MAP[0].evidence, "city") for n in range(2))
    far = (near[0], MapPoint("v:9", "Orvel", "AUS", -33.0, 151.0, MAP[0].evidence, "city"))
    for points, scaled in ((near, True), (far, False)):
        svg = str(map_svg(replace(made_comparison(), map=points)))
        assert 'class="land"' in svg
        assert ('class="scale"' in svg) == scaled
