"""The network of actors as a figure: the kind of line says what passes, the number on it leads to the words."""

from __future__ import annotations

from hashlib import sha256
from itertools import combinations

from markupsafe import Markup

from variorum import cache
from variorum.model.comparisons import Comparison, Network, NetworkEdge, NetworkNode
from variorum.packages import installed_version
from variorum.views.shown import one_line
from variorum.views.svg import element, figure, link, text

NODES = 30
"""Actors drawn at most, those with most relations and mentions first; the table has all."""

WIDTH = 880
_BOX_X, _BOX_Y = 165.0, 74.0
"""Room of a node with its name, in the units of the drawing."""
_SEED = 20
_LABEL = 24
"""Code points of a name in the figure."""

_CHARACTER = 8.2
"""Width of a character of a name, in units of the drawing; bold, and rather too much than too little."""
_BADGE = 12.0
"""Half the width of the count on a line."""
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
"""Where on a line its count may stand, the middle first."""

Place = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def network_svg(comparison: Comparison) -> Markup:
    """Return the figure, or nothing when nothing passes between actors."""
    network = drawn_part(comparison.network)
    if not network.edges:
        return Markup()
    places, height = layout(network)
    numbers = {id(edge): number for number, edge in enumerate(comparison.network.edges, 1)}
    names = {node.actor: one_line(node.name, limit=60) for node in network.nodes}
    parts = [_arrowheads()]
    parts += [_line(edge, _curve(edge, places)) for edge in network.edges]
    parts += [_node(node, places[node.actor]) for node in network.nodes]
    badges = badge_places(network, places)
    parts += [_badge(edge, badge, numbers[id(edge)], names) for edge, badge in zip(network.edges, badges, strict=True)]
    return figure(WIDTH, height, "Actors and what passes between them", parts, class_="network")


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


def layout(network: Network) -> tuple[dict[str, Place], float]:
    """Return a place for every node, and the height of the drawing.

    Actors that are linked are laid out together (Fruchterman and Reingold's springs, fixed seed) and moved apart until
    no label covers another; these groups are then set in rows, the largest first.
    """
    blocks = [
        # A pair stands in line.
        dict(zip(group, ((0.0, 0.0), (_BOX_X + 40, 0.0)), strict=True)) if len(group) == 2 else _push_apart(_fit(group))
        for group in _kept_groups(
            [node.actor for node in network.nodes], [(edge.source, edge.target) for edge in network.edges]
        )
    ]
    found, height = _set_in_rows(blocks)
    inside = {node.actor: _name_width(node) / 2 + 4 for node in network.nodes}
    return {
        actor: (round(min(max(x, inside[actor]), WIDTH - inside[actor]), 1), y) for actor, (x, y) in found.items()
    }, height


def _kept_groups(actors: list[str], links: list[tuple[str, str]]) -> list[dict[str, Place]]:
    """Return :func:`linked_groups`, out of the cache where they were found before: networkx is slow to import."""
    key = sha256(repr((installed_version("networkx"), _SEED, actors, links)).encode()).hexdigest()
    groups = cache.load("layouts", key, list[dict[str, Place]])
    if groups is None:
        groups = linked_groups(actors, links)
        cache.save("layouts", key, groups)
    return groups


def linked_groups(actors: list[str], links: list[tuple[str, str]]) -> list[dict[str, Place]]:
    """Return the groups of linked actors, the largest first, each with the places that springs find."""
    import networkx as nx  # noqa: PLC0415 - slow to import, wanted by this figure alone

    graph = nx.Graph()
    graph.add_nodes_from(actors)
    graph.add_edges_from(links)
    order = {actor: number for number, actor in enumerate(actors)}
    groups = [sorted(group, key=order.__getitem__) for group in nx.connected_components(graph)]
    groups.sort(key=lambda group: (-len(group), order[group[0]]))
    placed = []
    for group in groups:
        part = nx.Graph()
        part.add_nodes_from(group)
        part.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.subgraph(group).edges))
        start = nx.circular_layout(part)
        found = nx.spring_layout(part, pos=start, seed=_SEED, iterations=200, k=2.0 / len(group) ** 0.5)
        placed.append({actor: (float(x), float(y)) for actor, (x, y) in found.items()})
    return placed


def _fit(places: dict[str, Place]) -> dict[str, Place]:
    """Stretch the places of a group to a size that suits their number."""
    count = len(places)
    wide = WIDTH - _BOX_X if count >= 8 else _BOX_X * count**0.5 * 1.15
    high = _BOX_Y * count**0.5 * (2.3 if count >= 8 else 1.1)
    xs = _spread({actor: x for actor, (x, _) in places.items()})
    ys = _spread({actor: y for actor, (_, y) in places.items()})
    return {actor: (xs[actor] * wide, ys[actor] * high) for actor in places}


def _spread(values: dict[str, float]) -> dict[str, float]:
    """Scale values to 0 to 1; in large groups half way towards their ranks, which opens crowds around a hub."""
    low, high = min(values.values()), max(values.values())
    scaled = {actor: (value - low) / max(high - low, 1e-9) for actor, value in values.items()}
    if len(values) < 8:
        return scaled
    ranks = {actor: rank for rank, actor in enumerate(sorted(values, key=lambda actor: (values[actor], actor)))}
    return {actor: (scaled[actor] + ranks[actor] / (len(values) - 1)) / 2 for actor in values}


def _push_apart(places: dict[str, Place]) -> dict[str, Place]:
    """Move nodes whose labels would cover each other apart, a little at a time."""
    moved = dict(places)
    for _ in range(200):
        still = True
        for one, other in combinations(sorted(moved), 2):
            (x1, y1), (x2, y2) = moved[one], moved[other]
            over_x, over_y = _BOX_X - abs(x1 - x2), _BOX_Y - abs(y1 - y2)
            if over_x <= 0 or over_y <= 0:
                continue
            still = False
            step = min(over_y / 2 + 1, 12.0) * (1 if y1 <= y2 else -1)
            moved[one], moved[other] = (x1, y1 - step), (x2, y2 + step)
        if still:
            break
    return moved


def _set_in_rows(blocks: list[dict[str, Place]]) -> tuple[dict[str, Place], float]:
    """Set groups side by side in rows as wide as the drawing; return the places and the height of it all."""
    places: dict[str, Place] = {}
    left, top, row_height = 0.0, 0.0, 0.0
    for block in blocks:
        west, north = min(x for x, _ in block.values()), min(y for _, y in block.values())
        width = max(x for x, _ in block.values()) - west + _BOX_X
        height = max(y for _, y in block.values()) - north + _BOX_Y + 28
        if left and left + width > WIDTH:
            left, top, row_height = 0.0, top + row_height, 0.0
        for actor, (x, y) in block.items():
            places[actor] = (round(left + x - west + _BOX_X / 2, 1), round(top + y - north + 44, 1))
        left, row_height = left + width, max(row_height, height)
    return places, top + row_height


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
            markerWidth="11",
            markerHeight="11",
            markerUnits="userSpaceOnUse",
            orient="auto-start-reverse",
        ),
    )


def _curve(edge: NetworkEdge, places: dict[str, Place]) -> tuple[Place, Place, Place]:
    """Return start, bend and end of a line; it bends to the left of its direction, each kind by another amount.

    So A to B and B to A lie apart, and so do two kinds between the same two.
    """
    (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1.0)
    bend = min({"cooperation": 0.12, "conflict": 0.24, "speech": 0.36}.get(edge.kind, 0.48) * length, 120.0)
    middle = (x1 + x2) / 2 + (y2 - y1) / length * bend, (y1 + y2) / 2 - (x2 - x1) / length * bend
    return _shift(x1, y1, *middle, 15), middle, _shift(x2, y2, *middle, 17)


def _line(edge: NetworkEdge, curve: tuple[Place, Place, Place]) -> Markup:
    """Return the line of an edge."""
    start, bend, end = curve
    path = f"M{start[0]:.1f} {start[1]:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    return element("path", d=path, class_=f"edge {edge.kind}", marker_end="url(#arrow)")


def badge_places(network: Network, places: dict[str, Place]) -> list[Place]:
    """Return a place on each line for its badge: near the middle, off other badges, nodes and names if it can."""
    taken = [box for node in network.nodes for box in _boxes(node, places[node.actor])]
    found: list[Place] = []
    for edge in network.edges:
        curve = _curve(edge, places)
        tried = [_point(curve, at) for at in _ALONG]
        around = _hull([_box_of(place) for place in tried])
        near = [box for box in taken if _covered(around, box)]
        best = min(tried, key=lambda place: sum(_covered(_box_of(place), box) for box in near))
        found.append(best)
        taken.append(_box_of(best))
    return found


def _point(curve: tuple[Place, Place, Place], at: float) -> Place:
    """Return the point of a line (a quadratic curve) at a share of its way."""
    (x1, y1), (x2, y2), (x3, y3) = curve
    near, middle, far = (1 - at) ** 2, 2 * at * (1 - at), at**2
    return near * x1 + middle * x2 + far * x3, near * y1 + middle * y2 + far * y3


def _box_of(place: Place) -> Box:
    """Return the room of a badge."""
    x, y = place
    return x - _BADGE - 1, y - _BADGE - 1, x + _BADGE + 1, y + _BADGE + 1


def _hull(boxes: list[Box]) -> Box:
    """Return the smallest box that holds all."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _boxes(node: NetworkNode, place: Place) -> tuple[Box, Box]:
    """Return the room of a node and that of its name below it."""
    (x, y), size = place, _size(node)
    half = _name_width(node) / 2
    return (x - size, y - size, x + size, y + size), (x - half, y + size + 4, x + half, y + size + 20)


def _name_width(node: NetworkNode) -> float:
    """Return about how wide the name of a node is drawn, in units of the drawing."""
    return min(len(node.name), _LABEL) * _CHARACTER


def _covered(box: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    wide = min(box[2], other[2]) - max(box[0], other[0])
    high = min(box[3], other[3]) - max(box[1], other[1])
    return max(0.0, wide) * max(0.0, high)


def _badge(edge: NetworkEdge, place: Place, number: int, names: dict[str, str]) -> Markup:
    """Return the count on a line, a link to its row in the table."""
    x, y = round(place[0], 1), round(place[1], 1)
    count = len(edge.evidence)
    label = f"{count}: {names[edge.source]} to {names[edge.target]}, {edge.kind}, in the table"
    return link(
        f"#edge-{number}",
        label,
        element("circle", cx=x, cy=y, r=_BADGE, class_="badge"),
        text(x, y + 4, str(count), text_anchor="middle", class_="badge-count"),
    )


def _shift(x: float, y: float, to_x: float, to_y: float, by: float) -> Place:
    """Return the point ``by`` away from (x, y) towards another."""
    length = max(((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5, 1.0)
    return x + (to_x - x) / length * by, y + (to_y - y) / length * by


def _size(node: NetworkNode) -> float:
    """Return half the width of a node: larger for who is mentioned more."""
    return 8.0 + min(_mentions(node), 16) / 4


def _node(node: NetworkNode, place: Place) -> Markup:
    """Return a node: its shape says what kind of actor it is, its name stands below."""
    x, y = place
    size = _size(node)
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
