"""Decisions by hand on actors: a reader joins two that were kept apart, or takes apart one that was joined.

They are read from a small table of their own and applied after everything that is computed, which they never change: an
actor says in ``by_hand`` what a line of the table did to it. One decision a line, cells between tabs, ``#`` for notes:

    merge   Vladimir Orlov   B:the Ruvian strongman
    split   C:Reyes

A cell is the words of a mention as a report writes them, or the id of an entity (``e3``); a siglum and a colon
before it name one report. ``merge`` makes one actor of all whom its cells name; ``split`` takes the entities that its
cells name out of their actor and makes one actor of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.alignments import ActorDecision, DecisionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.alignments.actors.clusters import Cluster, Node
    from variorum.model.annotations import Mention

_SIGLUM = re.compile(r"([A-Z]\d{0,3}):\s*(.+)", re.DOTALL)
#: Names of one cell that an error lists; more help nobody.
_LISTED = 4


def read_decisions(text: str, name: str) -> tuple[ActorDecision, ...]:
    """Return the decisions of a table; raises [C005] for a line that is none, or when there are too many."""
    decisions = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        cells = [" ".join(cell.split()) for cell in line.split("\t")]
        if not any(cells) or line.lstrip().startswith("#"):
            continue
        kind, named = cells[0].lower(), tuple(cell for cell in cells[1:] if cell)
        known = kind in tuple(DecisionKind)
        if not known or len(named) < (2 if kind == DecisionKind.MERGE else 1):
            why = "two cells or more" if known else "merge or split first"
            raise VariorumError("C005", name, line=number, why=why)
        decisions.append(ActorDecision(DecisionKind(kind), named, number))
        if len(decisions) > LIMITS.decisions:
            raise VariorumError("C005", name, line=number, why=f"at most {LIMITS.decisions} decisions")
    return tuple(decisions)


def apply_decisions(clusters: list[Cluster], decisions: Sequence[ActorDecision]) -> None:
    """Carry out decisions on the clusters of a story, in their order; raises [C006] for a cell that names nothing.

    A cell that names several actors is refused too: which is meant is the reader's to say, with a siglum or an id.
    """
    for decision in decisions:
        if decision.kind is DecisionKind.MERGE:
            _merge(clusters, decision)
        else:
            _split(clusters, decision)


def _merge(clusters: list[Cluster], decision: ActorDecision) -> None:
    """Make one actor of those that the cells name."""
    first = _only_cluster(clusters, decision.named[0], decision)
    for cell in decision.named[1:]:
        other = _only_cluster(clusters, cell, decision, known=first)
        if other is not first:
            first.by_hand.extend(other.by_hand)
            first.absorb(other, "joined by hand")
    first.by_hand.append(f"joined by hand, line {decision.line}")


def _split(clusters: list[Cluster], decision: ActorDecision) -> None:
    """Make an actor of the entities that the cells name, apart from the one that they were in."""
    taken: list[Node] = []
    for cell in decision.named:
        cluster = _only_cluster(clusters, cell, decision)
        wanted = list(_named_nodes(cluster.nodes, cell))
        if len(wanted) == len(cluster.nodes):
            raise VariorumError("C006", cell, line=decision.line, why="the whole actor, there is nothing to take apart")
        cluster.nodes = [node for node in cluster.nodes if node not in wanted]
        cluster.by_hand.append(f"taken apart by hand, line {decision.line}")
        taken += wanted
    apart = type(clusters[0])(taken, by_hand=[f"taken apart by hand, line {decision.line}"])
    clusters.append(apart)


def _only_cluster(
    clusters: Iterable[Cluster], cell: str, decision: ActorDecision, *, known: Cluster | None = None
) -> Cluster:
    """Return the one cluster that a cell names a node of; ``known`` counts only where it is the only one."""
    found = [cluster for cluster in clusters if cluster.nodes and any(_named_nodes(cluster.nodes, cell))]
    found = [cluster for cluster in found if cluster is not known] or found
    if len(found) == 1:
        return found[0]
    if not found:
        raise VariorumError("C006", cell, line=decision.line, why="nothing in this story")
    names: dict[str, list[str]] = defaultdict(list)
    for cluster in found[:_LISTED]:
        node = next(iter(_named_nodes(cluster.nodes, cell)))
        names[node.entity.name].append(f"{node.ref.siglum}:{node.ref.id}")
    listed = "; ".join(f"{name} ({', '.join(refs)})" for name, refs in names.items())
    raise VariorumError("C006", cell, line=decision.line, why=f"{len(found)} actors: {listed}")


def _named_nodes(nodes: Iterable[Node], cell: str) -> Iterable[Node]:
    """Yield the nodes that a cell names: by id, by the entity's name, or by the words of a mention."""
    match = _SIGLUM.fullmatch(cell)
    siglum, words = (match[1], match[2]) if match else (None, cell)
    wanted = words.casefold()
    for node in nodes:
        if siglum is not None and node.ref.siglum != siglum:
            continue
        named = node.ref.id == words or wanted == node.entity.name.casefold()
        if named or any(wanted in _forms(node, mention) for mention in node.entity.mentions):
            yield node


def _forms(node: Node, mention: Mention) -> tuple[str, str]:
    """Return a mention as written, whole and its name alone, with single blanks, in lower case."""
    whole = node.text[mention.start : mention.end]
    head = node.text[mention.head_start : mention.head_end]
    return " ".join(whole.split()).casefold(), " ".join(head.split()).casefold()
