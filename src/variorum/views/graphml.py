"""The network as GraphML, for networkx, Gephi, Cytoscape and yEd: actors as nodes, what passes between them as edges.

Edges of different kinds between the same two actors stand side by side (a directed multigraph). Each edge holds how
many places tell it, in all and by report (``weight``, ``weight_A`` ...), and the words themselves.
"""

from __future__ import annotations

from variorum.model.comparisons import Comparison, NetworkEdge, NetworkNode
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports, report_name

DIRECTIONLESS = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""PLOVER types in which both sides do the same; an edge of these alone has no direction."""

WORDS = 300
"""Code points of a passage in an edge."""


def render_graphml(comparison: Comparison) -> str:
    """Return the network of a comparison as GraphML (GraphML 1.0, UTF-8)."""
    import networkx as nx  # noqa: PLC0415  # slow to import, wanted by this view alone

    sigla = [siglum for siglum, _ in ordered_reports(comparison.story)]
    graph = nx.MultiDiGraph()
    graph.graph["title"] = one_line(comparison.story.title or "")
    for siglum, annotated in ordered_reports(comparison.story):
        graph.graph[f"report_{siglum}"] = one_line(report_name(siglum, annotated))
    for node in comparison.network.nodes:
        graph.add_node(node.actor, **_node(node, sigla))
    for number, edge in enumerate(comparison.network.edges, 1):
        graph.add_edge(edge.source, edge.target, key=f"edge-{number}", **_edge(edge, sigla))
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join([head, *nx.generate_graphml(graph, encoding="utf-8")]) + "\n"


def _node(node: NetworkNode, sigla: list[str]) -> dict[str, str | int]:
    """Return what GraphML holds of an actor; ``label`` is the name that Gephi shows."""
    mentions = dict(node.mentions)
    counts = {f"mentions_{siglum}": mentions.get(siglum, 0) for siglum in sigla}
    return {"label": one_line(node.name), "type": node.type, "mentions": sum(mentions.values()), **counts}


def _edge(edge: NetworkEdge, sigla: list[str]) -> dict[str, str | int | bool]:
    """Return what GraphML holds of an edge: its kind, how often each report tells it, and the words."""
    counts = {f"weight_{siglum}": sum(item.siglum == siglum for item in edge.evidence) for siglum in sigla}
    words = " | ".join(
        f"{item.siglum} {item.span.start}-{item.span.end}: {one_line(item.text, limit=WORDS)}" for item in edge.evidence
    )
    return {
        "label": edge.kind,
        "kind": edge.kind,
        "types": " ".join(edge.types),
        "mutual": bool(edge.types) and set(edge.types) <= DIRECTIONLESS,
        "weight": len(edge.evidence),
        **counts,
        "words": words,
    }
