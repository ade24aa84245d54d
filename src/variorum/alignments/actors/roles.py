"""Actors by role: people whom a report names by office or description alone ("the gunman", "the Ruvian president").

A role joins only where it tells one person from all others: one bearer in each report that uses it, and no more than
one name for it in the story. Nouns that anybody bears ("an official", "a resident") join nobody.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import ages_fit, countries_fit, described, singular
from variorum.model.annotations import MentionForm
from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.alignments.actors.clusters import Cluster

#: Those who lead a state. The first group fits every one of them, the others fit themselves alone.
_LEADERS = listed(
    """
    leader strongman dictator ruler autocrat despot tyrant counterpart head demagogue
    """
)
_OFFICES = {
    word: office
    for office in (
        "president",
        "prime minister|premier",
        "king|monarch",
        "queen",
        "chancellor",
        "emir",
        "supreme leader",
    )
    for word in office.split("|")
}
#: Those who lead an organisation, whatever it calls them.
_CHIEFS = listed(
    "chief director head boss chair chairman chairwoman chairperson president leader commissioner ceo executive"
)
#: Those of whom somebody has one as a rule, by what all words of a line mean.
_SERVING = {
    word: line.split("|")[0]
    for line in (
        "lawyer|attorney|counsel|solicitor",
        "spokesman|spokeswoman|spokesperson|press secretary",
        "wife",
        "husband",
    )
    for word in line.split("|")
}
#: Nouns for people that say nothing about which one is meant.
ANYBODY = listed(
    """
    adult adviser advisor aide ally analyst anchor associate attorney author child citizen civilian colleague commander
    commentator correspondent critic customer delegate deputy detective diplomat doctor employee envoy executive expert
    fan friend girl guy guest historian individual inspector insider investigator journalist lawmaker lawyer lecturer
    local man member minister neighbor neighbour nurse observer officer official other parent participant passerby
    person politician professor prosecutor protester rep reporter representative researcher resident scholar scientist
    senator shopper soldier somebody someone source specialist spokesman spokesperson spokeswoman staffer student
    supporter teacher tourist visitor voter witness woman worker writer youth figure boy one name voice partner
    congressman congresswoman governor mayor player
    """
)
#: Of these there is one in a report about one crime or rescue; where every report has just one, it is the same.
ANYBODY_ALONE = listed("man woman boy girl child teenager student worker employee player minister governor mayor")
#: Who is somebody's: whose relative, friend or lawyer somebody is tells who it is.
KIN = listed(
    """
    accuser assistant aunt boyfriend brother child client counterpart cousin dad daughter ex-boyfriend ex-girlfriend
    ex-husband ex-wife family father fiance fiancee friend girlfriend granddaughter grandfather grandmother grandson
    husband interviewer kid mom mother nephew niece opponent parent partner predecessor rival sister son spouse stepson
    successor uncle widow widower wife
    """
)
#: Reports that use a role, at most, for it to tell somebody apart.
_MOST_BEARERS = 40


def join_leaders(clusters: list[Cluster]) -> None:
    """Join an unnamed leader of a state with the one named leader of it: "the Ruvian strongman", "President Reyes"."""
    named: dict[str, list[tuple[Cluster, set[str]]]] = defaultdict(list)
    unnamed: list[tuple[Cluster, str]] = []
    for cluster in clusters:
        if not cluster.nodes or not cluster.is_person() or len(cluster.countries) != 1:
            continue
        offices = _offices(cluster)
        if not offices:
            continue
        (country,) = cluster.countries
        if cluster.names:
            named[country].append((cluster, offices))
        else:
            unnamed.append((cluster, country))
    for cluster, country in unnamed:
        wanted = _offices(cluster)
        fitting = [leader for leader, offices in named[country] if _same_office(wanted, offices)]
        fitting = [leader for leader in fitting if leader.nodes and not leader.reports & cluster.reports] or fitting
        if len(fitting) == 1 and fitting[0].nodes:
            fitting[0].absorb(cluster, "the leader of one state")


def _offices(cluster: Cluster) -> set[str]:
    """Return the offices of a state that somebody is said to hold; "" stands for a leader of any office."""
    words = set(cluster.roles)
    if not cluster.names:
        words |= {described(node.description)[-1] for node in cluster.nodes if described(node.description)}
    return {_OFFICES.get(word, "" if word in _LEADERS else "-") for word in words} - {"-"}


def _same_office(one: set[str], two: set[str]) -> bool:
    """Say whether two sets of offices can be one person's."""
    return bool(one & two) or one == {""} or two == {""}


def join_chiefs(clusters: list[Cluster]) -> None:
    """Join who leads a body by its name, or serves somebody: "the FBI chief", "former F.B.I. director Ana Reyes".

    So does "Orlov's lawyer" of one report join "Orlov attorney Dan Kell" of another.
    """
    by_office: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.nodes and cluster.is_person():
            for key in _chief_keys(cluster):
                by_office[key].append(cluster)
    for bearers in by_office.values():
        named = [cluster for cluster in bearers if cluster.nodes and cluster.names]
        if len(named) > 1 or len(bearers) > _MOST_BEARERS:
            continue
        alive = [cluster for cluster in bearers if cluster.nodes]
        if len(alive) > 1:
            first = named[0] if named else alive[0]
            for other in alive:
                if other is not first and other.nodes and not other.names and countries_fit(first, other):
                    first.absorb(other, "same office")


def _chief_keys(cluster: Cluster) -> Iterable[tuple[str, ...]]:
    """Return what a person is said to lead, as the words before the noun: ("fbi", "*") for "the F.B.I. director"."""
    keys: dict[tuple[str, ...], None] = {}
    for node in cluster.nodes:
        for mention in node.entity.mentions[:50]:
            title = node.text[mention.start : mention.head_start] if mention.start < mention.head_start else ""
            nominal = mention.form is MentionForm.NOMINAL
            for phrase in (title, node.words(mention) if nominal or not node.entity.named or not title else ""):
                words = described(phrase.replace(".", ""))
                if 2 <= len(words) <= 5 and words[-1] in _CHIEFS and not (nominal and node.entity.named and title):
                    keys[*words[:-1], "*"] = None
                if len(words) >= 2 and words[-1] in _SERVING:
                    keys[words[-2], _SERVING[words[-1]]] = None
    return keys


def join_roles(clusters: list[Cluster]) -> None:
    """Join people by a role that one person alone bears in each report that uses it ("the gunman", "the driver")."""
    bearers: dict[str, dict[int, list[Cluster]]] = defaultdict(lambda: defaultdict(list))
    for cluster in clusters:
        if cluster.nodes and cluster.is_person():
            for role in _role_nouns(cluster):
                for position in cluster.reports:
                    bearers[role][position].append(cluster)
    for role in sorted(bearers):
        alone = role in ANYBODY_ALONE
        if (role in ANYBODY and not alone) or len(bearers[role]) < 2:
            continue
        _join_bearers(role, [same[0] for same in bearers[role].values() if len(same) == 1])


def _role_nouns(cluster: Cluster) -> set[str]:
    """Return the role nouns of a person, singular; a state's offices only where its country is not said."""
    nouns = {singular(role) for role in cluster.roles}
    for node in cluster.nodes:
        if not node.entity.named and (words := described(node.description)):
            nouns.add(words[-1])
    return {noun for noun in nouns if not cluster.countries or (noun not in _LEADERS and noun not in _OFFICES)}


def _join_bearers(role: str, bearers: list[Cluster]) -> None:
    """Join the only bearers of a role in their reports, unless the story has two names for them."""
    distinct = list({id(cluster): cluster for cluster in bearers if cluster.nodes}.values())
    named = [cluster for cluster in distinct if cluster.names]
    if len(named) > 1 or len(distinct) < 2 or len(distinct) > _MOST_BEARERS:
        return
    first = named[0] if named else distinct[0]
    for other in distinct:
        fits = other is not first and other.nodes and countries_fit(first, other) and ages_fit(first, other)
        if fits and not first.reports & other.reports:
            first.absorb(other, f"the only {role} of each report")
