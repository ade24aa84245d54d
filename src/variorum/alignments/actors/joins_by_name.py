"""Actors by name: the joins that need a name, from the surest evidence to the weakest.

A weaker join never joins what a surer one kept apart, and what one report keeps apart stays apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import Cluster, can_be_one, countries_fit, types_fit
from variorum.alignments.wordings.names import (
    core_of,
    fold_name,
    is_acronym_of,
    is_spelling_of,
    organisation_reason,
    person_reason,
    sound_of,
)
from variorum.limits import LIMITS
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.alignments.actors.clusters import Node

_LANDS = frozenset({EntityType.STATE, EntityType.PLACE})
#: Names of one sound that are compared; more are a list, not people of one story.
_LARGEST_BLOCK = 400
#: A nickname inside a name: "Luisa (Lu) Reyes" is Lu Reyes too.
_NICKNAME = re.compile('[(“"‘]([^\\W\\d_]+)[)”"’](?= )')
#: How many times as often as its namesake an actor of one word is named for the namesake's type to be an error.
_OFTENER = 3


def join_sure(nodes: Iterable[Node]) -> list[Cluster]:
    """Join by Wikidata item, by country code of a state, and by equal full names; also inside one report."""
    clusters: list[Cluster] = []
    by_key: dict[tuple[object, ...], Cluster] = {}
    for node in nodes:
        keys = _sure_keys(node)
        known = next(((key, by_key[key]) for key in keys if key in by_key), None)
        cluster = known[1] if known else Cluster([])
        cluster.nodes.append(node)
        if known is None:
            clusters.append(cluster)
        elif len(cluster.reports) > 1:
            cluster.reasons.append(str(known[0][0]))
        for key in keys:
            by_key.setdefault(key, cluster)
    return clusters


def _sure_keys(node: Node) -> list[tuple[object, ...]]:
    """Return keys that two entities share only when they are one; the first word of a key is the reason."""
    entity = node.entity
    keys: list[tuple[object, ...]] = []
    if entity.wikidata:
        keys.append(("same Wikidata item", entity.wikidata))
    if entity.type is EntityType.STATE and entity.country:
        keys.append(("same state", entity.country))
    elif entity.named and entity.type in _LANDS:
        keys.append(("same name", "land", node.folded))
    elif entity.named and node.is_person and len(node.folded) >= 2:
        keys.append(("same full name", node.folded))
        keys.extend(
            ("same full name", fold_name(found[1] + alias[found.end() :]))
            for alias in node.aliases
            if (found := _NICKNAME.search(alias)) is not None
        )
    elif entity.named and not node.is_person:
        # "Defence Ministry" of two states are two; typing differs between reports ("Hezbollah": group, organisation).
        keys.append(("same name", core_of(entity.name), entity.country))
    return keys


def join_spellings(clusters: list[Cluster]) -> None:
    """Join people under spellings of one full name, other named things under spellings of one name."""
    blocks: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for name in cluster.names:
            if cluster.is_person() and len(name) < 2:
                continue
            kind = "person" if cluster.is_person() else "thing"
            # Two ways to be neighbours: the sound of the last word, and how it begins.
            last = (name if cluster.is_person() else core_of(" ".join(name)))[-1:]
            # "Moon Jae" is what is left of "Moon Jae-in": the first word of a person's name makes neighbours too.
            first = {"^" + name[0]} if cluster.is_person() else set()
            for key in {sound_of(word) for word in last} | {word[:4] for word in last} | first:
                blocks[kind, key].append(cluster)
    for block_key in sorted(blocks):
        for one, two in _pairs(blocks[block_key]):
            if one.nodes and two.nodes and one is not two and (reason := _spelling_reason(one, two)):
                one.absorb(two, reason)


def join_same_words(clusters: list[Cluster]) -> None:
    """Join names of two words or more that two reports take for things of another type, a person for a team say."""
    by_name: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for name in cluster.names:
            if len(name) >= 2 and cluster.nodes:
                by_name[name].append(cluster)
    for same in by_name.values():
        for other in same[1:_LARGEST_BLOCK]:
            first = same[0]
            apart = first is other or not first.nodes or not other.nodes or first.reports & other.reports
            if not apart and countries_fit(first, other) and not _is_lands_name(first, other):
                first.absorb(other, "same name")


def join_namesakes(clusters: list[Cluster]) -> None:
    """Join names of one word that reports take for things of different types, where no report tells them apart.

    Whom a report calls a person by that one word, and nobody in full, is the team or firm that others name so.
    """
    by_name: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.nodes and len(names := cluster.names) == 1 and len(names[0]) == 1:
            by_name[names[0]].append(cluster)
    for same in by_name.values():
        first, *others = sorted(same[:_LARGEST_BLOCK], key=lambda cluster: -_mentions(cluster))
        for other in others:
            apart = first.reports & other.reports or _is_lands_or_persons(first, other)
            if not apart and countries_fit(first, other):
                first.absorb(other, "same name")


def _is_land(cluster: Cluster) -> bool:
    """Say whether a report takes this for a state or place."""
    return any(node.entity.type in _LANDS for node in cluster.nodes)


def _is_lands_name(one: Cluster, two: Cluster) -> bool:
    """Say whether a name of several words is rather a land's than anything else's: a person is named as often."""
    for land, other in ((one, two), (two, one)):
        if _is_land(land) and not (other.is_person() and _mentions(other) >= _mentions(land)):
            return True
    return False


def _is_lands_or_persons(one: Cluster, two: Cluster) -> bool:
    """Say whether a name of one word can be a land's and a person's: "Jordan" and Jordan, both named now and then."""
    if one.is_person() == two.is_person() or not (_is_land(one) or _is_land(two)):
        return False
    least, most = sorted((_mentions(one), _mentions(two)))
    return most < _OFTENER * least


def _mentions(cluster: Cluster) -> int:
    """Return how often the reports mention a cluster."""
    return sum(len(node.entity.mentions) for node in cluster.nodes)


def _pairs(block: list[Cluster]) -> Iterable[tuple[Cluster, Cluster]]:
    """Return the pairs of neighbours to be looked at: the next few of each."""
    block = block[:_LARGEST_BLOCK]
    for index, one in enumerate(block):
        for two in block[index + 1 : index + 1 + LIMITS.candidates]:
            yield one, two


def _spelling_reason(one: Cluster, two: Cluster) -> str | None:
    """Return why two clusters are spellings of one name; what one report keeps apart stays apart."""
    if one.reports & two.reports or not types_fit(one, two):
        return None
    if one.is_person():
        reasons = [person_reason(a, b) for a in one.names for b in two.names if len(a) >= 2 and len(b) >= 2]
        return reasons[0] if reasons and all(reasons) else None
    if not countries_fit(one, two):
        return None
    return next(filter(None, (organisation_reason(a, b) for a in one.written() for b in two.written())), None)


def join_surnames(clusters: list[Cluster]) -> None:
    """Join a person named by one word alone with the one person in the story who bears that name."""
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.nodes and cluster.is_person():
            for full in cluster.names:
                if len(full) >= 2:
                    bearers[sound_of(full[-1])].append(cluster)
                    bearers["=" + full[0]].append(cluster)
    # Surnames first: whom "Reyes" means decides whether "Ana" can be the same person.
    for last in (True, False):
        for cluster in _one_word(clusters):
            name = cluster.names[0][0]
            found = _bearer(cluster, name, bearers[sound_of(name) if last else "=" + name], last=last)
            if found is not None:
                reason = "same surname" if last else "same given name"
                found.absorb(cluster, f"{reason} and title" if found.roles & cluster.roles else reason)
    alone: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in _one_word(clusters):
        alone[cluster.names[0][0]].append(cluster)
    for name in sorted(alone):
        first, *others = alone[name]
        for other in others:
            if countries_fit(first, other) and not first.reports & other.reports:
                first.absorb(other, "same surname")


def _one_word(clusters: list[Cluster]) -> list[Cluster]:
    """Return the people whom no report names by more than one word."""
    people = (cluster for cluster in clusters if cluster.nodes and cluster.is_person() and cluster.names)
    return [cluster for cluster in people if all(len(name) == 1 for name in cluster.names)]


def _bearer(cluster: Cluster, name: str, candidates: list[Cluster], *, last: bool) -> Cluster | None:
    """Return the one person among ``candidates`` who bears ``name`` and fits; None when there are several or none."""
    fitting: list[Cluster] = []
    for candidate in candidates[: LIMITS.candidates]:
        if not candidate.nodes or candidate in fitting or not countries_fit(candidate, cluster):
            continue
        words = [full[-1] if last else full[0] for full in candidate.names if len(full) >= 2]
        if any(is_spelling_of(name, word) for word in words):
            fitting.append(candidate)
    if len(fitting) > 1 and last:
        # Where reports call one of them by the surname alone, and the others in full, that one is meant.
        fitting = [candidate for candidate in fitting if _is_called(candidate, name)] or fitting
    if len(fitting) > 1 and cluster.roles:
        fitting = [candidate for candidate in fitting if candidate.roles & cluster.roles]
    if len(fitting) != 1:
        return None
    apart = fitting[0].reports & cluster.reports
    return None if apart and (last or not _is_called_by_surname(fitting[0], cluster)) else fitting[0]


def _is_called(candidate: Cluster, surname: str) -> bool:
    """Say whether some report calls somebody by the surname alone."""
    short = (fold_name(alias) for node in candidate.nodes for alias in node.aliases)
    return any(len(folded) == 1 and is_spelling_of(surname, folded[0]) for folded in short)


def _is_called_by_surname(candidate: Cluster, cluster: Cluster) -> bool:
    """Say whether a report that says "Ana" calls the bearer "Reyes" alone: two halves of one name, not two people."""
    shared = [node for node in candidate.nodes if node.position in cluster.reports]
    return all(len(node.folded) == 1 for node in shared)


def join_acronyms(clusters: list[Cluster]) -> None:
    """Join an acronym with the name that it abbreviates, and things that share another of their names."""
    by_alias: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    by_initials: dict[str, list[Cluster]] = defaultdict(list)
    things = [cluster for cluster in clusters if cluster.nodes and not cluster.is_person() and cluster.names]
    for cluster in things:
        for alias in cluster.written():
            by_alias[core_of(alias)].append(cluster)
            initials = "".join(word[0] for word in re.findall(r"[^\W_]+", alias) if word[0].isupper())
            by_initials[initials if len(initials) > 1 else ""].append(cluster)
    for cluster in things:
        for alias in cluster.written():
            others = by_alias[core_of(alias)][: LIMITS.candidates]
            if alias.isupper():
                named = [
                    c for c in by_initials[alias.replace(".", "")] if any(is_acronym_of(alias, w) for w in c.written())
                ]
                others = [*others, *named[: LIMITS.candidates]]
            for other in others:
                if can_be_one(cluster, other):
                    cluster.absorb(other, "acronym" if core_of(alias) not in other.names else "another name in common")
