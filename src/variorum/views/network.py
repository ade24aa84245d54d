"""The network of actors as a figure: the kind of line says what passes, the number on it leads to the words."""

from __future__ import annotations

from itertools import combinations

from markupsafe import Markup

from variorum.model.comparisons import Comparison, Network, NetworkEdge, NetworkNode
from variorum.views.shown import one_line
from variorum.views.svg import element, figure, link, text

NODES = 30
"""Actors drawn at most, those with most relations and mentions first; the table has all."""

WIDTH, HEIGHT = 880, 520
_MARGIN_X, _MARGIN_Y = 96, 44
_SEED = 20
_LABEL = 24
"""Code points of a name in the figure."""

Place = tuple[float, float]


def network_svg(comparison: Comparison) -> Markup:
    """Return the figure, or nothing when nothing passes between actors."""
    network = drawn_part(comparison.network)
    if not network.edges:
        return Markup()
    places = layout(network)
    parts = [_arrowheads()]
    numbers = {id(edge): number for number, edge in enumerate(comparison.network.edges, 1)}
    parts += [_edge(edge, places, numbers[id(edge)], comparison.network) for edge in network.edges]
    parts += [_node(node, places[node.actor]) for node in network.nodes]
    return figure(WIDTH, HEIGHT, "Actors and what passes between them", parts, class_="network")


def drawn_part(network: Network) -> Network:
    """Return the part of the network that is drawn: the actors with most relations, and what passes between them."""
    degree: dict[str, int] = {node.actor: 0 for node in network.nodes}
    for edge in network.edges:
        for actor in (edge.source, edge.target):
            if actor in degree:
                degree[actor] += 1
    ranked = sorted(network.nodes, key=lambda node: (-degree[node.actor], -_mentions(node), node.actor))
    nodes = tuple(node for node in ranked[:NODES] if degree[node.actor])
    kept = {node.actor for node in nodes}
    edges = tuple(edge for edge in network.edges if {edge.source, edge.target} <= kept and edge.source != edge.target)
    return Network(nodes, edges)


def _mentions(node: NetworkNode) -> int:
    """Return how often all reports together mention an actor."""
    return sum(count for _, count in node.mentions)


def layout(network: Network) -> dict[str, Place]:
    """Return a place for every node: Fruchterman and Reingold's springs with a fixed seed, then labels pushed apart."""
    import networkx as nx  # noqa: PLC0415 - slow to import, wanted by this figure alone

    graph = nx.Graph()
    graph.add_nodes_from(node.actor for node in network.nodes)
    graph.add_edges_from((edge.source, edge.target) for edge in network.edges)
    start = nx.circular_layout(graph)
    count = max(len(network.nodes), 1)
    found = nx.spring_layout(graph, pos=start, seed=_SEED, iterations=120, k=2.2 / count**0.5)
    return _push_apart(_fit(dict(found)))


def _fit(places: dict[str, Place]) -> dict[str, Place]:
    """Stretch the places to the drawing."""
    xs, ys = [float(x) for x, _ in places.values()], [float(y) for _, y in places.values()]
    width, height = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    return {
        actor: (
            round(_MARGIN_X + (float(x) - min(xs)) / width * (WIDTH - 2 * _MARGIN_X), 1),
            round(_MARGIN_Y + (float(y) - min(ys)) / height * (HEIGHT - 2 * _MARGIN_Y - 16), 1),
        )
        for actor, (x, y) in places.items()
    }


def _push_apart(places: dict[str, Place]) -> dict[str, Place]:
    """Move nodes whose labels would cover each other apart, a little at a time."""
    moved = dict(places)
    for _ in range(60):
        still = True
        for one, other in combinations(sorted(moved), 2):
            (x1, y1), (x2, y2) = moved[one], moved[other]
            if abs(x1 - x2) < 150 and abs(y1 - y2) < 52:
                still = False
                step = 6.0 if y1 <= y2 else -6.0
                moved[one] = (x1, min(max(y1 - step, _MARGIN_Y), HEIGHT - _MARGIN_Y - 16))
                moved[other] = (x2, min(max(y2 + step, _MARGIN_Y), HEIGHT - _MARGIN_Y - 16))
        if still:
            break
    return moved


def _arrowheads() -> Markup:
    """Return the arrowhead that all lines share."""
    head = element("path", d="M0 0 10 5 0 10z", class_="head")
    return element(
        "defs",
        element(
            "marker",
            head,
            id="arrow",
            viewBox="0 0 10 10",
            refX="9",
            refY="5",
            markerWidth="8",
            markerHeight="8",
            orient="auto-start-reverse",
        ),
    )


def _edge(edge: NetworkEdge, places: dict[str, Place], number: int, network: Network) -> Markup:
    """Return a bent line with the count of its words in the middle."""
    (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1.0)
    # Bent to the left of its direction, so that A to B and B to A lie apart; kinds of the same pair bend differently.
    bend = {"cooperation": 0.10, "conflict": 0.20, "speech": 0.30}.get(edge.kind, 0.40) * length
    bend = min(bend, 90.0)
    bend_x, bend_y = (x1 + x2) / 2 + (y2 - y1) / length * bend, (y1 + y2) / 2 - (x2 - x1) / length * bend
    start, end = _shift(x1, y1, bend_x, bend_y, 15), _shift(x2, y2, bend_x, bend_y, 17)
    path = f"M{start[0]:.1f} {start[1]:.1f}Q{bend_x:.1f} {bend_y:.1f} {end[0]:.1f} {end[1]:.1f}"
    middle = (start[0] / 4 + bend_x / 2 + end[0] / 4, start[1] / 4 + bend_y / 2 + end[1] / 4)
    names = {node.actor: one_line(node.name, limit=60) for node in network.nodes}
    count = len(edge.evidence)
    label = f"{names.get(edge.source, '?')} to {names.get(edge.target, '?')}, {edge.kind}: {count} in the table"
    badge = link(
        f"#edge-{number}",
        label,
        element("circle", cx=middle[0], cy=middle[1], r=12.0, class_="badge"),
        text(middle[0], middle[1] + 4, str(count), text_anchor="middle", class_="badge-count"),
    )
    line = element("path", d=path, class_=f"edge {edge.kind}", marker_end="url(#arrow)")
    return Markup("").join((line, badge))


def _shift(x: float, y: float, to_x: float, to_y: float, by: float) -> Place:
    """Return the point ``by`` away from (x, y) towards another."""
    length = max(((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5, 1.0)
    return x + (to_x - x) / length * by, y + (to_y - y) / length * by


def _node(node: NetworkNode, place: Place) -> Markup:
    """Return a node: its shape says what kind of actor it is, its name stands below."""
    x, y = place
    size = 8.0 + min(_mentions(node), 16) / 4
    if node.type == "person":
        shape = element("circle", cx=x, cy=y, r=size, class_="node")
    elif node.type == "state":
        shape = element("rect", x=x - size, y=y - size, width=2 * size, height=2 * size, class_="node")
    else:
        reach = size * 1.2
        points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in ((0, -reach), (reach, 0), (0, reach), (-reach, 0)))
        shape = element("polygon", points=points, class_="node")
    return Markup("").join(
        (shape, text(x, y + size + 16, node.name, limit=_LABEL, text_anchor="middle", class_="name"))
    )
