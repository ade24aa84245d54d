"""The network as GraphML: other tools read it, and nothing of the figure is lost."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import networkx as nx
from msgspec.structs import replace
from tests.views.made import NETWORK, made_comparison

from variorum.model.comparisons import Network, NetworkEdge, NetworkNode
from variorum.views.graphml import render_graphml


def read(comparison):
    """Return the written network as networkx reads it."""
    return nx.read_graphml(io.BytesIO(render_graphml(comparison).encode()), force_multigraph=True)


def test_networkx_reads_what_is_written():
    """Nodes carry names and counts, edges their kind and how often each report tells them."""
    graph = read(made_comparison())
    assert {data["label"] for _, data in graph.nodes(data=True)} == {node.name for node in NETWORK.nodes}
    assert graph.number_of_edges() == len(NETWORK.edges)
    for _, _, data in graph.edges(data=True):
        assert data["weight"] == sum(value for name, value in data.items() if name.startswith("weight_"))
        assert data["kind"] in ("cooperation", "conflict", "speech", "other")


def test_words_of_an_edge_name_report_and_place():
    """The evidence of an edge stands in it, each passage with its siglum and offsets."""
    edge = next(edge for edge in NETWORK.edges if edge.evidence)
    first = edge.evidence[0]
    assert f"{first.siglum} {first.span.start}-{first.span.end}: " in render_graphml(made_comparison())


def test_names_with_marks_and_controls_stay_well_formed():
    """Angle brackets, ampersands and control characters in names break nothing."""
    nodes = (NetworkNode("a1", "A<&>\x00\x1b]", "person", (("A", 1),)), NetworkNode("a2", "B", "state", ()))
    edges = (NetworkEdge("a1", "a2", "conflict", ("ASSAULT",), ()),)
    written = render_graphml(replace(made_comparison(), network=Network(nodes, edges)))
    assert ET.fromstring(written.encode()) is not None


def test_a_comparison_without_relations_gives_an_empty_graph():
    """Where nothing passes between actors the file is a graph without nodes."""
    assert read(replace(made_comparison(), network=Network((), ()))).number_of_nodes() == 0
