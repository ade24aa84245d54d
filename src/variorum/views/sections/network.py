"""Network: who acts on whom, as a figure and as a table that says the same."""

from __future__ import annotations

from collections import Counter

from variorum.model.comparisons import Comparison, NetworkEdge
from variorum.model.plover import PLAIN_WORDS
from variorum.views.network import network_svg
from variorum.views.sections.values import Values, evidence_values
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank


def network_values(comparison: Comparison) -> Values:
    """Return the network as a figure and as a table."""
    names = {node.actor: one_line(node.name, limit=80) for node in comparison.network.nodes}
    return {
        "svg": network_svg(comparison),
        "rows": [_edge(number, edge, names) for number, edge in enumerate(comparison.network.edges, 1)],
    }


def _edge(number: int, edge: NetworkEdge, names: dict[str, str]) -> Values:
    """Return one row of the network's table."""
    return {
        "id": f"edge-{number}",
        "source": names.get(edge.source, edge.source),
        "target": names.get(edge.target, edge.target),
        "kind": edge.kind,
        "reports": [
            {"siglum": siglum, "count": count}
            for siglum, count in sorted(
                Counter(item.siglum for item in edge.evidence).items(), key=lambda item: siglum_rank(item[0])
            )
        ],
        "types": ", ".join(_in_plain_words(kind) for kind in edge.types),
        "evidence": evidence_values(edge.evidence),
    }


def _in_plain_words(kind: str) -> str:
    """Return a type of event as words with its code behind them: "talks or a visit (CONSULT)"."""
    return f"{PLAIN_WORDS[kind]} ({kind})" if kind in PLAIN_WORDS else one_line(kind)
