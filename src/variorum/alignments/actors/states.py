"""Actors that are states: their governments, the officials and forces that act for them, and "the Ruvians".

A state acts through those whom a report does not name: "Ruvian officials", "the regime", "Ruvian troops" tell what the
state did. Whoever has a name, a ministry say, stays an actor of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import countries_fit, described, singular
from variorum.alignments.wordings.names import fold_name
from variorum.model.annotations import EntityType
from variorum.word_lists import listed

if TYPE_CHECKING:
    from variorum.alignments.actors.clusters import Cluster, Node

#: Heads of nominals that stand for those who govern a state.
GOVERNMENTS = listed(
    """
    government regime authority authorities administration state leadership dynasty
    """
)
#: Unnamed people and bodies that act for a state or an organisation.
OFFICERS = listed(
    """
    official representative diplomat envoy negotiator delegation delegate leader troop force forces military soldier
    army intelligence agent spy operative policymaker lawmaker emissary serviceman servicewoman
    """
)
#: Sectors of those who act for a state, whatever a report calls them: "intelligence agencies", "service members".
_ACTING = frozenset({"GOV", "MIL", "SPY"})
#: Kinds of bodies of which a story can have one alone.
_BODIES = listed(
    """
    academy agency army association authority board bureau church club commission committee company
    corporation council court department federation foundation hospital institute ministry navy police senate
    tribunal union university parliament congress bank airline league team
    """
)
#: What stands before officials and tells their rank alone.
_RANKS = listed("top senior high-ranking leading key chief")
#: Words of a nominal that set it apart from the state that they name.
_APART = listed(
    """
    rebel opposition militia backed led aligned allied supported sponsored anti pro exiled former ex separatist
    insurgent paramilitary private independent local regional union labor labour church religious business
    """
)


def join_governments(clusters: list[Cluster]) -> None:
    """Join an unnamed government, unnamed officials and forces, and "the Ruvians" with the state of their country."""
    states = states_of(clusters)
    owners = _owners(clusters)
    for cluster in clusters:
        if not cluster.nodes or cluster.is_person():
            continue
        country, reason = _acts_for(cluster, owners)
        state = states.get(country or "")
        if reason and state is not None and state is not cluster and state.nodes:
            state.absorb(cluster, reason)


def states_of(clusters: list[Cluster]) -> dict[str, Cluster]:
    """Return the states of a story by their country."""
    return {
        country: cluster
        for cluster in reversed(clusters)
        for node in cluster.nodes
        if node.entity.type is EntityType.STATE and (country := node.entity.country)
    }


def _owners(clusters: list[Cluster]) -> dict[str, str]:
    """Return the country of each person whose name alone tells whose government it is ("the Reyes government")."""
    countries: dict[str, set[str]] = {}
    for cluster in clusters:
        if cluster.nodes and cluster.is_person() and len(cluster.countries) == 1:
            for name in cluster.names:
                countries.setdefault(name[-1], set()).update(cluster.countries)
    return {name: min(found) for name, found in countries.items() if len(found) == 1}


def _acts_for(cluster: Cluster, owners: dict[str, str]) -> tuple[str | None, str]:
    """Return the country that a cluster acts for, and why; "" where it acts for none."""
    node = cluster.nodes[0]
    if cluster.names:
        people = node.entity.type is EntityType.GROUP and all(map(_is_people, cluster.nodes))
        return node.entity.country, "the people for the state" if people else ""
    words = described(node.description)
    if not words or _is_apart(node):
        return None, ""
    governs = words[-1] in GOVERNMENTS or singular(words[-1]) in GOVERNMENTS
    if governs and node.entity.sector in {None, "GOV"}:
        return node.entity.country or owners.get(words[-2] if len(words) > 1 else ""), "government of the state"
    heads = {words[-1], *map(singular, node.entity.roles)}
    acts = heads & OFFICERS or node.entity.sector in _ACTING
    if acts and node.entity.type in (EntityType.GROUP, EntityType.ORGANISATION):
        return node.entity.country, "those who act for the state"
    return None, ""


def _is_apart(node: Node) -> bool:
    """Say whether a nominal sets its group apart from the state: "Ruvia-backed forces", "Ruvian opposition leaders"."""
    words = {part for word in node.description.lower().split() for part in word.split("-")}
    return bool(words & _APART)


def _is_people(node: Node) -> bool:
    """Say whether a named group is a people spoken of as one party: "the Ruvians" in most of its places."""
    mentions = node.entity.mentions[:20]
    definite = sum(node.text[max(0, m.start - 4) : m.head_start].lower().endswith("the ") for m in mentions)
    return node.entity.country is not None and definite * 2 > len(mentions)


def join_officers(clusters: list[Cluster]) -> None:
    """Join the unnamed officials of a named organisation with it: "NWB officials", "representatives of the board"."""
    named = {
        key: cluster
        for cluster in reversed(clusters)
        if cluster.nodes and cluster.names and not cluster.is_person()
        for alias in cluster.written()
        for key in _owner_keys(fold_name(alias))
    }
    for cluster in clusters:
        if not cluster.nodes or cluster.names or cluster.nodes[0].entity.type is not EntityType.GROUP:
            continue
        words = described(cluster.nodes[0].description.replace(".", ""))
        while words and words[0] in _RANKS:
            words = words[1:]
        if len(words) < 2 or words[-1] not in OFFICERS or _is_apart(cluster.nodes[0]):
            continue
        owner = named.get(words[:-1])
        if owner is not None and owner.nodes and owner is not cluster:
            owner.absorb(cluster, "those who act for the organisation")


def _owner_keys(name: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return how officials of an organisation are told by its name: "Harbour Party" officials, "Harbour" officials."""
    return [name, name[:-1]] if len(name) > 1 and name[-1] == "party" else [name]


def join_parties(clusters: list[Cluster]) -> None:
    """Join a party with the committee that leads it: "the Harbour Party", "the Harbour National Committee"."""
    parties: dict[str, list[Cluster]] = {}
    committees: list[tuple[str, Cluster]] = []
    for cluster in clusters:
        for name in cluster.names if cluster.nodes and not cluster.is_person() else ():
            if len(name) == 2 and name[-1] == "party":
                parties.setdefault(name[0], []).append(cluster)
            elif len(name) == 3 and name[-1] == "committee" and name[1] in {"national", "central"}:
                committees.append((name[0], cluster))
    for first, committee in committees:
        for party in parties.get(first, ())[:1]:
            if party.nodes and committee.nodes and party is not committee and countries_fit(party, committee):
                party.absorb(committee, "the committee of the party")


def join_bodies(clusters: list[Cluster]) -> None:
    """Join a body that reports name by its kind alone with the only one of that kind in the story: "the navy"."""
    kinds: dict[str, dict[int, Cluster]] = {}
    short: list[tuple[str, Cluster]] = []
    for cluster in clusters:
        if not cluster.nodes or cluster.is_person():
            continue
        if cluster.nodes[0].entity.type not in (EntityType.ORGANISATION, EntityType.GROUP):
            continue
        names = [fold_name(alias) for alias in cluster.written()] or [described(cluster.nodes[0].description)]
        longest = max(names, key=len)
        if len(longest) > 1 and cluster.names:
            kinds.setdefault(longest[-1], {})[id(cluster)] = cluster
        elif len(longest) == 1 and longest[0] in _BODIES:
            short.append((longest[0], cluster))
    for word, cluster in short:
        same = kinds.get(word, {})
        body = next(iter(same.values())) if len(same) == 1 else None
        if body is not None and body.nodes and cluster.nodes and countries_fit(body, cluster):
            body.absorb(cluster, f"the only {word} of the story")
