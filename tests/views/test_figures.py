"""Timeline, network and map: drawn the same each time, bounded, with every mark leading somewhere."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from tests.views.made import MAP, NETWORK, made_comparison

from variorum.model.comparisons import MapPoint, Network, NetworkEdge, NetworkNode
from variorum.views.html import render_html
from variorum.views.map import core_points, map_svg
from variorum.views.network import NODES, WIDTH, badge_places, layout, network_svg

FIGURES = (network_svg, map_svg)


@pytest.mark.parametrize("draw", FIGURES)
def test_figure_is_well_formed_and_stable(draw):
    """Each figure is one SVG element with a name, and the same twice."""
    svg = str(draw(made_comparison()))
    root = ET.fromstring(svg)
    assert root.tag == "svg"
    assert root.attrib["aria-label"]
    assert svg == str(draw(made_comparison()))


@pytest.mark.parametrize("draw", FIGURES)
def test_every_link_has_a_name(draw):
    """A mark that leads somewhere says where in words."""
    for link in ET.fromstring(str(draw(made_comparison()))).iter("a"):
        assert link.attrib["href"].startswith("#")
        assert link.attrib["aria-label"]


def test_empty_comparison_has_no_figures():
    """Where nothing is linked or placed, nothing is drawn; where nothing is dated, there is no timeline."""
    bare = replace(made_comparison(), timeline=(), network=Network((), ()), map=())
    assert [str(draw(bare)) for draw in FIGURES] == ["", ""]
    assert 'id="map"' not in render_html(bare)
    assert 'id="timeline"' not in render_html(bare)


def test_tables_hold_what_the_figures_hold():
    """Each figure has a table twin with a row for each of its marks."""
    html = render_html(made_comparison())
    for number in range(1, len(NETWORK.edges) + 1):
        assert f'id="edge-{number}"' in html
    for point in MAP:
        assert len(re.findall(rf'scope="row">{point.name}', html)) == 1


def test_names_in_the_network_do_not_cover_each_other():
    """No two nodes stand so close that their names meet."""
    nodes = tuple(NetworkNode(f"a{n}", f"Actor number {n}", "person", (("A", 1),)) for n in range(20))
    edges = tuple(NetworkEdge(f"a{n % 4}", f"a{n}", "speech", (), ()) for n in range(4, 20))
    places, height = layout(Network(nodes, edges))
    assert all(0 < y < height for _, y in places.values())
    spots = sorted(places.values())
    for index, (x, y) in enumerate(spots):
        assert all(abs(x - other_x) > 100 or abs(y - other_y) > 24 for other_x, other_y in spots[index + 1 :])


def test_network_is_bounded():
    """Of a thousand actors the most linked are drawn."""
    nodes = tuple(NetworkNode(f"a{n}", f"Actor {n}", "group", (("A", 1),)) for n in range(1000))
    edges = tuple(NetworkEdge("a0", f"a{n}", "other", (), ()) for n in range(1, 1000))
    svg = str(network_svg(replace(made_comparison(), network=Network(nodes, edges))))
    assert svg.count('class="name"') == NODES


def test_far_place_named_in_passing_does_not_stretch_the_map():
    """The view is made for the places that most of the words are about."""
    far = MapPoint("v:far", "Far", "PAN", 9.0, -80.0, MAP[0].evidence[:1])
    assert far not in core_points((*MAP, far))
    assert core_points((far,)) == (far,)


@pytest.mark.parametrize(("lat", "lon"), [(90, 180), (-90, -180), (0, 0), (89.9, -179.9)])
def test_places_at_the_edges_of_the_world(lat, lon):
    """Poles and the date line can be drawn."""
    point = MapPoint("v:edge", "Edge", "ABC", lat, lon, MAP[0].evidence)
    ET.fromstring(str(map_svg(replace(made_comparison(), map=(point,)))))


def test_counts_and_names_of_a_crowded_network_stay_apart():
    """Around a hub with two kinds of lines to each neighbour no count covers another, and names stay in the figure."""
    nodes = tuple(NetworkNode(f"a{n}", f"Minister number {n}", "person", (("A", 3),)) for n in range(9))
    kinds = ("conflict", "speech")
    edges = tuple(NetworkEdge("a0", f"a{n}", kind, (), ()) for n in range(1, 9) for kind in kinds)
    network = Network(nodes, edges)
    places, _ = layout(network)
    badges = badge_places(network, places)
    close = [
        (one, other)
        for index, one in enumerate(badges)
        for other in badges[:index]
        if abs(one[0] - other[0]) < 20 and abs(one[1] - other[1]) < 20
    ]
    assert not close
    assert all(70 <= x <= WIDTH - 70 for x, _ in places.values())
