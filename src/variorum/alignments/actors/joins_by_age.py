"""Actors by age: "a 59-year-old woman" of one report is the Ana Reyes, 59, of another.

An age tells who is meant where a story has one name for it; two names of one age are two people. Where no report names
anybody of an age, it tells only if every report speaks of one person of it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import countries_fit

if TYPE_CHECKING:
    from variorum.alignments.actors.clusters import Cluster

#: Mentions of one entity that are read; the rest repeats them.
_MOST = 20
#: People of one age in a story from which an age tells nobody apart.
_MOST_BEARERS = 40
#: Pronouns and nouns by their gender.
_GENDERS = {
    word: gender
    for gender, words in (
        ("m", "he him his man boy father son husband grandfather brother"),
        ("f", "she her hers woman girl mother daughter wife grandmother sister"),
    )
    for word in words.split()
}


def join_ages(clusters: list[Cluster]) -> None:
    """Join an unnamed person with the only other person of the same age, named or not."""
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.nodes and cluster.is_person():
            for age in sorted(cluster.ages):
                bearers[age].append(cluster)
    for age in sorted(bearers):
        alive = [cluster for cluster in bearers[age] if cluster.nodes]
        named = [cluster for cluster in alive if cluster.names]
        if len(named) > 1 or not 1 < len(alive) <= _MOST_BEARERS or (not named and _share_a_report(alive)):
            continue
        first = named[0] if named else alive[0]
        for other in alive:
            if other is not first and countries_fit(first, other) and genders_fit(first, other):
                first.absorb(other, "the only one of this age")


def _share_a_report(bearers: list[Cluster]) -> bool:
    """Say whether a report speaks of two people of one age."""
    return len({at for cluster in bearers for at in cluster.reports}) < sum(len(one.reports) for one in bearers)


def genders_fit(one: Cluster, two: Cluster) -> bool:
    """Say whether pronouns and nouns do not tell a man and a woman."""
    left, right = _genders(one), _genders(two)
    return not left or not right or bool(left & right)


def _genders(cluster: Cluster) -> set[str]:
    """Return the genders that pronouns and nouns tell."""
    heads = (
        node.text[mention.head_start : mention.head_end]
        for node in cluster.nodes
        for mention in node.entity.mentions[:_MOST]
    )
    words = {head.casefold().split()[-1] for head in heads if head.split()}
    return {_GENDERS[word] for word in words if word in _GENDERS}
