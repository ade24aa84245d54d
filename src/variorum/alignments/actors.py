"""Actors: the entities of different reports that are one person, group, state or organisation.

Cross-document coreference within one story, precision first: a wrong join makes every later step wrong, a missed one
costs a row.
Joins go from the surest evidence to the weakest, and a weaker one never joins what a surer one kept apart:

1. the same Wikidata item, the same state by country code, the same full name;
2. spellings of one full name, acronyms, names with and without a generic noun;
3. a surname alone, when one person in the story alone bears it;
4. an unnamed group of the same description, a government and its state.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from variorum.alignments.names import (
    core_of,
    fold_name,
    is_acronym_of,
    is_spelling_of,
    listed,
    organisation_reason,
    person_reason,
    sound_of,
)
from variorum.limits import LIMITS
from variorum.model.alignments import Actor, Ref
from variorum.model.annotations import Entity, EntityType, MentionForm
from variorum.model.stories import Story

#: Types that one thing can get in two reports.
_THINGS = frozenset({EntityType.GROUP, EntityType.ORGANISATION, EntityType.STATE, EntityType.PLACE, EntityType.OTHER})
_LANDS = frozenset({EntityType.STATE, EntityType.PLACE})
#: Heads of nominals that stand for those who govern a state.
_GOVERNMENTS = listed(
    """
    government regime authority authorities administration state leadership
    """
)
#: Words that begin a nominal and tell nothing about who is meant.
_DETERMINERS = listed(
    """
    a an the this that these those some several many few other another his her its their our my your all both any more
    most one two three four five six seven eight nine ten dozens hundreds thousands of at least about nearly
    """
)
#: Groups that are others each time they are named.
_ANYBODY = listed(
    "people person man woman child official source expert analyst critic other leader member victim one country"
)
#: Name mentions of one entity that are looked at; the rest repeats them.
_MOST_ALIASES = 50
#: Names of one sound that are compared; more are a list, not people of one story.
_LARGEST_BLOCK = 400
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


@dataclass(slots=True, eq=False)
class _Node:
    """An entity with its place in the story and its names."""

    position: int
    ref: Ref
    entity: Entity
    folded: tuple[str, ...]
    aliases: tuple[str, ...]
    """Names as written, the fullest first."""
    description: str
    """First nominal of an unnamed entity, as written."""

    @property
    def is_person(self) -> bool:
        """Say whether this is a person."""
        return self.entity.type is EntityType.PERSON


@dataclass(slots=True, eq=False)
class _Cluster:
    """Nodes taken for one actor."""

    nodes: list[_Node]
    reasons: list[str] = field(default_factory=list)

    @property
    def reports(self) -> set[int]:
        """Return the positions of the reports that name this actor."""
        return {node.position for node in self.nodes}

    @property
    def names(self) -> list[tuple[str, ...]]:
        """Return the folded names, each once."""
        return list(dict.fromkeys(node.folded for node in self.nodes if node.entity.named))

    @property
    def countries(self) -> set[str]:
        """Return the countries that the reports give."""
        return {node.entity.country for node in self.nodes if node.entity.country}

    @property
    def roles(self) -> set[str]:
        """Return the offices that the reports give."""
        return {role for node in self.nodes for role in node.entity.roles}

    def is_person(self) -> bool:
        """Say whether this is a person."""
        return self.nodes[0].is_person

    def absorb(self, other: _Cluster, reason: str) -> None:
        """Take the nodes of ``other``, which is empty afterwards."""
        self.nodes.extend(other.nodes)
        self.reasons.extend([*other.reasons, reason])
        other.nodes, other.reasons = [], []


def align_actors(story: Story) -> tuple[Actor, ...]:
    """Return the actors of a story: every entity of every report belongs to exactly one.

    Actors that more reports and more mentions name come first; ids count in that order and do not depend on the sigla.
    """
    clusters = _join_sure(_nodes(story))
    _join_spellings(clusters)
    _join_same_words(clusters)
    _join_surnames(clusters)
    _join_acronyms(clusters)
    _join_unnamed(clusters)
    _join_governments(clusters)
    found = [cluster for cluster in clusters if cluster.nodes]
    found.sort(key=_importance)
    return tuple(_actor(number, cluster) for number, cluster in enumerate(found, start=1))


def _importance(cluster: _Cluster) -> tuple[int, int, int, int]:
    """Return the sort key: most reports, most mentions, then story order."""
    mentions = sum(len(node.entity.mentions) for node in cluster.nodes)
    first = min((node.position, node.entity.mentions[0].start if node.entity.mentions else 0) for node in cluster.nodes)
    return (-len(cluster.reports), -mentions, *first)


def _nodes(story: Story) -> list[_Node]:
    """Return the entities of all reports in story order."""
    nodes = []
    for position, (siglum, annotated) in enumerate(story.items()):
        text = annotated.report.text
        for entity in annotated.entities:
            named = [mention for mention in entity.mentions if mention.form is MentionForm.NAME][:_MOST_ALIASES]
            written = [entity.name, *(text[mention.head_start : mention.head_end] for mention in named)]
            aliases = tuple(dict.fromkeys(name for name in written if name)) if entity.named else ()
            nominal = next(
                (text[m.start : m.end] for m in entity.mentions if m.form is MentionForm.NOMINAL), entity.name
            )
            nodes.append(
                _Node(position, Ref(siglum, entity.id), entity, fold_name(entity.name), aliases, nominal[:200])
            )
    return nodes


def _join_sure(nodes: Iterable[_Node]) -> list[_Cluster]:
    """Join by Wikidata item, by country code of a state, and by equal full names; also inside one report."""
    clusters: list[_Cluster] = []
    by_key: dict[tuple[object, ...], _Cluster] = {}
    for node in nodes:
        keys = _sure_keys(node)
        known = next(((key, by_key[key]) for key in keys if key in by_key), None)
        cluster = known[1] if known else _Cluster([])
        cluster.nodes.append(node)
        if known is None:
            clusters.append(cluster)
        elif len(cluster.reports) > 1:
            cluster.reasons.append(str(known[0][0]))
        for key in keys:
            by_key.setdefault(key, cluster)
    return clusters


def _sure_keys(node: _Node) -> list[tuple[object, ...]]:
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
    elif entity.named and not node.is_person:
        # "Defence Ministry" of two states are two; typing differs between reports ("Hezbollah": group, organisation).
        keys.append(("same name", core_of(entity.name), entity.country))
    return keys


def _join_spellings(clusters: list[_Cluster]) -> None:
    """Join people under spellings of one full name, other named things under spellings of one name."""
    blocks: dict[tuple[str, str], list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        for name in cluster.names:
            if cluster.is_person() and len(name) < 2:
                continue
            kind = "person" if cluster.is_person() else "thing"
            # Two ways to be neighbours: the sound of the last word, and how it begins.
            last = (name if cluster.is_person() else core_of(" ".join(name)))[-1:]
            for key in {sound_of(word) for word in last} | {word[:4] for word in last}:
                blocks[kind, key].append(cluster)
    for block_key in sorted(blocks):
        for one, two in _pairs(blocks[block_key]):
            if one.nodes and two.nodes and one is not two and (reason := _spelling_reason(one, two)):
                one.absorb(two, reason)


def _join_same_words(clusters: list[_Cluster]) -> None:
    """Join names of two words or more that two reports take for things of another type, a person for a team say."""
    by_name: dict[tuple[str, ...], list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        for name in cluster.names:
            if len(name) >= 2 and cluster.nodes:
                by_name[name].append(cluster)
    for same in by_name.values():
        for other in same[1:_LARGEST_BLOCK]:
            first = same[0]
            lands = {node.entity.type for cluster in (first, other) for node in cluster.nodes} & _LANDS
            apart = first is other or not first.nodes or not other.nodes or first.reports & other.reports
            if not apart and not lands and _countries_fit(first, other):
                first.absorb(other, "same name")


def _pairs(block: list[_Cluster]) -> Iterable[tuple[_Cluster, _Cluster]]:
    """Return the pairs of neighbours to be looked at: the next few of each."""
    block = block[:_LARGEST_BLOCK]
    for index, one in enumerate(block):
        for two in block[index + 1 : index + 1 + LIMITS.candidates]:
            yield one, two


def _spelling_reason(one: _Cluster, two: _Cluster) -> str | None:
    """Return why two clusters are spellings of one name; what one report keeps apart stays apart."""
    if one.reports & two.reports or not _types_fit(one, two):
        return None
    if one.is_person():
        reasons = [person_reason(a, b) for a in one.names for b in two.names if len(a) >= 2 and len(b) >= 2]
        return reasons[0] if reasons and all(reasons) else None
    if not _countries_fit(one, two):
        return None
    return next(filter(None, (organisation_reason(a, b) for a in _written(one) for b in _written(two))), None)


def _written(cluster: _Cluster) -> list[str]:
    """Return a few of the names as written, each once."""
    return list(dict.fromkeys(alias for node in cluster.nodes for alias in node.aliases))[:8]


def _types_fit(one: _Cluster, two: _Cluster) -> bool:
    """Say whether two clusters can be one thing by their types."""
    types = {node.entity.type for cluster in (one, two) for node in cluster.nodes}
    return len(types) == 1 or types <= _THINGS or types <= {EntityType.EVENT, EntityType.OTHER}


def _countries_fit(one: _Cluster, two: _Cluster) -> bool:
    """Say whether the countries do not speak against one actor."""
    return not one.countries or not two.countries or bool(one.countries & two.countries)


def _join_surnames(clusters: list[_Cluster]) -> None:
    """Join a person named by one word alone with the one person in the story who bears that name."""
    bearers: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.nodes and cluster.is_person():
            for full in cluster.names:
                if len(full) >= 2:
                    bearers[sound_of(full[-1])].append(cluster)
                    bearers["=" + full[0]].append(cluster)
    alone: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        if not (cluster.nodes and cluster.is_person() and cluster.names) or any(len(n) > 1 for n in cluster.names):
            continue
        name = cluster.names[0][0]
        found = _bearer(cluster, name, bearers[sound_of(name)], last=True) or _bearer(
            cluster, name, bearers["=" + name], last=False
        )
        if found is not None:
            found.absorb(cluster, "same surname" if not found.roles & cluster.roles else "same surname and title")
        else:
            alone[name].append(cluster)
    for name in sorted(alone):
        first, *others = alone[name]
        for other in others:
            if _countries_fit(first, other) and not first.reports & other.reports:
                first.absorb(other, "same surname")


def _bearer(cluster: _Cluster, name: str, candidates: list[_Cluster], *, last: bool) -> _Cluster | None:
    """Return the one person among ``candidates`` who bears ``name`` and fits; None when there are several or none."""
    fitting: list[_Cluster] = []
    for candidate in candidates[: LIMITS.candidates]:
        if not candidate.nodes or candidate in fitting or not _countries_fit(candidate, cluster):
            continue
        words = [full[-1] if last else full[0] for full in candidate.names if len(full) >= 2]
        if any(is_spelling_of(name, word) for word in words):
            fitting.append(candidate)
    if len(fitting) > 1 and cluster.roles:
        fitting = [candidate for candidate in fitting if candidate.roles & cluster.roles]
    if len(fitting) != 1 or fitting[0].reports & cluster.reports:
        return None
    return fitting[0]


def _join_acronyms(clusters: list[_Cluster]) -> None:
    """Join an acronym with the name that it abbreviates, and things that share another of their names."""
    by_alias: dict[tuple[str, ...], list[_Cluster]] = defaultdict(list)
    by_initials: dict[str, list[_Cluster]] = defaultdict(list)
    things = [cluster for cluster in clusters if cluster.nodes and not cluster.is_person() and cluster.names]
    for cluster in things:
        for alias in _written(cluster):
            by_alias[core_of(alias)].append(cluster)
            initials = "".join(word[0] for word in re.findall(r"[^\W_]+", alias) if word[0].isupper())
            by_initials[initials if len(initials) > 1 else ""].append(cluster)
    for cluster in things:
        for alias in _written(cluster):
            others = by_alias[core_of(alias)][: LIMITS.candidates]
            if alias.isupper():
                named = [
                    c for c in by_initials[alias.replace(".", "")] if any(is_acronym_of(alias, w) for w in _written(c))
                ]
                others = [*others, *named[: LIMITS.candidates]]
            for other in others:
                if _can_be_one(cluster, other):
                    cluster.absorb(other, "acronym" if core_of(alias) not in other.names else "another name in common")


def _can_be_one(one: _Cluster, two: _Cluster) -> bool:
    """Say whether two clusters of different reports can be one thing."""
    if one is two or not one.nodes or not two.nodes:
        return False
    return _types_fit(one, two) and _countries_fit(one, two) and not one.reports & two.reports


def _join_unnamed(clusters: list[_Cluster]) -> None:
    """Join unnamed groups and people of the same description, when it says more than a bare noun."""
    by_description: dict[tuple[object, ...], _Cluster] = {}
    for cluster in clusters:
        if not cluster.nodes or cluster.names:
            continue
        node = cluster.nodes[0]
        words = tuple(word for word in _description(node) if word not in _DETERMINERS)
        group = node.entity.type is not EntityType.PERSON and bool(words) and words[-1] not in _ANYBODY
        told = len(words) >= 2 or bool(words and (node.entity.country or node.entity.wikidata)) or group
        if not told:
            continue
        # "a spokesman" of two ministries are two: a person needs the same role as well.
        roles = tuple(sorted(node.entity.roles)) if node.is_person else ()
        key = (node.entity.type, words, node.entity.country, roles)
        known = by_description.setdefault(key, cluster)
        if known is not cluster and not known.reports & cluster.reports:
            known.absorb(cluster, f"same description: {' '.join(words)}")


def _description(node: _Node) -> tuple[str, ...]:
    """Return the words of an unnamed entity's first nominal, folded, the plural of the last one removed."""
    words = [word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(node.description)][:8]
    return (*words[:-1], _singular(words[-1])) if words else ()


def _singular(word: str) -> str:
    """Return a noun without a regular plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _join_governments(clusters: list[_Cluster]) -> None:
    """Join an unnamed government ("the regime", "Assad's government") with the state of its country."""
    states = {
        country: cluster
        for cluster in reversed(clusters)
        for node in cluster.nodes
        if node.entity.type is EntityType.STATE and (country := node.entity.country)
    }
    for cluster in clusters:
        if not cluster.nodes or cluster.names or cluster.is_person():
            continue
        node = cluster.nodes[0]
        words = _description(node)
        state = states.get(node.entity.country or "")
        governs = bool(words) and (words[-1] in _GOVERNMENTS or _singular(words[-1]) in _GOVERNMENTS)
        if (
            state is not None
            and state is not cluster
            and state.nodes
            and governs
            and node.entity.sector in {None, "GOV"}
        ):
            state.absorb(cluster, "government of the state")


def _actor(number: int, cluster: _Cluster) -> Actor:
    """Return the actor of a cluster."""
    nodes = sorted(
        cluster.nodes, key=lambda node: (node.position, node.entity.mentions[0].start if node.entity.mentions else 0)
    )
    names: Counter[str] = Counter()
    types: Counter[EntityType] = Counter()
    countries: Counter[str] = Counter()
    for node in nodes:
        weight = max(1, len(node.entity.mentions))
        types[node.entity.type] += weight
        if node.entity.named or not any(other.entity.named for other in nodes):
            names[node.entity.name] += weight
        if node.entity.country:
            countries[node.entity.country] += weight
    person = cluster.is_person()
    name = min(names, key=lambda item: (person and len(fold_name(item)) < 2, -names[item], -len(item), item))
    return Actor(
        id=f"a{number}",
        name=name,
        type=min(types, key=lambda item: (-types[item], item.value)),
        entities=tuple(node.ref for node in nodes),
        country=min(countries, key=lambda item: (-countries[item], item)) if countries else None,
        reasons=tuple(dict.fromkeys(cluster.reasons)),
    )
