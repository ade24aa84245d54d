"""Actors by a description that is a name elsewhere: "the harbour police" of one report, "Harbour Police" of another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import DETERMINERS, countries_fit, described

if TYPE_CHECKING:
    from variorum.alignments.actors.clusters import Cluster

#: Descriptions of one cluster that are looked at.
_MOST = 8


def join_described(clusters: list[Cluster]) -> None:
    """Join what one report describes by the very words that another has for a name.

    Several words are enough; one word alone where no report has both, "the climber" and "Climber" of a heading.
    """
    named: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.nodes and cluster.names:
            for words in {_told(name) for name in cluster.written()[:_MOST]} - {()}:
                named[words].append(cluster)
    for cluster in clusters:
        if not cluster.nodes or cluster.names:
            continue
        for words in dict.fromkeys(_told(node.description) for node in cluster.nodes[:_MOST]):
            found = [other for other in named.get(words, ()) if other.nodes]
            if len(found) == 1 and _fits(found[0], cluster, words):
                found[0].absorb(cluster, "a description that is a name elsewhere")
                break


def _told(written: str) -> tuple[str, ...]:
    """Return the words of a name or description that tell."""
    return tuple(word for word in described(written) if word not in DETERMINERS)


def _fits(name: Cluster, description: Cluster, words: tuple[str, ...]) -> bool:
    """Say whether nothing speaks against a description being a name: two countries, two people of one report."""
    apart = bool(name.reports & description.reports) and (len(words) == 1 or name.is_person())
    return not apart and countries_fit(name, description)
