"""Clusters of entities while actors are put together: an entity with its place in a story, and those taken for one."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec import Struct, field

from variorum.ages import ages_told
from variorum.alignments.wordings.names import fold_name
from variorum.model.alignments import Ref
from variorum.model.annotations import Entity, EntityType, Mention, MentionForm
from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model.stories import Story

#: Types that one thing can get in two reports.
_THINGS = frozenset({EntityType.GROUP, EntityType.ORGANISATION, EntityType.STATE, EntityType.PLACE, EntityType.OTHER})
#: Name mentions of one entity that are looked at; the rest repeats them.
_MOST_ALIASES = 50
#: Words that begin a nominal and tell nothing about who is meant.
DETERMINERS = listed(
    """
    a an the this that these those some several many few other another his her its their our my your all both any more
    one two three four five six seven eight nine ten dozens hundreds thousands of at least about nearly
    mr mrs ms former ex then longtime long-time current late acting incoming outgoing
    """
)
#: Years by which reports of one person's age differ.
_YEARS_OFF = 2
#: Mentions of a person in which an age is looked for; the rest repeats them.
_MOST_AGED = 20
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


class Node(Struct, eq=False):
    """An entity with its place in the story and its names."""

    position: int
    ref: Ref
    entity: Entity
    text: str
    folded: tuple[str, ...]
    aliases: tuple[str, ...]
    """Names as written, the fullest first."""
    description: str
    """First nominal of an unnamed entity, as written."""
    holder: str = ""
    """For a group the organisation that its first nominal names: "Harbour Front" of "Harbour Front fighters"."""
    master: str = ""
    """The last word of whoever else is named before the noun of an unnamed one: "orlov" of "the Orlov government"."""
    ages: tuple[str, ...] = ()
    """How old a report says that a person is, in years."""

    @property
    def is_person(self) -> bool:
        """Say whether this is a person."""
        return self.entity.type is EntityType.PERSON

    def words(self, mention: Mention) -> str:
        """Return a mention as written, cut at 200 characters."""
        return self.text[mention.start : mention.end][:200]


class Cluster(Struct, eq=False):
    """Nodes taken for one actor."""

    nodes: list[Node]
    reasons: list[str] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)

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
    def ages(self) -> set[str]:
        """Return the ages that the reports give."""
        return {age for node in self.nodes for age in node.ages}

    @property
    def roles(self) -> set[str]:
        """Return the offices that the reports give."""
        return {role for node in self.nodes for role in node.entity.roles}

    def is_person(self) -> bool:
        """Say whether this is a person."""
        return self.nodes[0].is_person

    def written(self) -> list[str]:
        """Return a few of the names as written, each once."""
        return list(dict.fromkeys(alias for node in self.nodes for alias in node.aliases))[:8]

    def absorb(self, other: Cluster, reason: str) -> None:
        """Take the nodes of ``other``, which is empty afterwards."""
        self.nodes.extend(other.nodes)
        self.reasons.extend([*other.reasons, reason])
        other.nodes, other.reasons = [], []


def collect_nodes(story: Story) -> list[Node]:
    """Return the entities of all reports in story order."""
    nodes = []
    for position, (siglum, annotated) in enumerate(story.items()):
        text = annotated.report.text
        owners = {
            mention.start: entity
            for entity in annotated.entities
            for mention in entity.mentions
            if mention.form is MentionForm.PRONOUN
        }
        holders = _names_of(annotated.entities, EntityType.ORGANISATION)
        masters = _names_of(annotated.entities, EntityType.PERSON)
        for entity in annotated.entities:
            named = [mention for mention in entity.mentions if mention.form is MentionForm.NAME][:_MOST_ALIASES]
            written = [entity.name, *(text[mention.head_start : mention.head_end] for mention in named)]
            aliases = tuple(dict.fromkeys(name for name in written if name)) if entity.named else ()
            first = next((mention for mention in entity.mentions if mention.form is MentionForm.NOMINAL), None)
            nominal = _owned(text[first.start : first.end], owners.get(first.start)) if first else entity.name
            ref = Ref(siglum, entity.id)
            holder = _name_in(first, holders) if first and not entity.named else ""
            master = _name_in(first, masters) if first and not entity.named else ""
            nodes.append(
                Node(
                    position, ref, entity, text, fold_name(entity.name), aliases, nominal[:200], holder,
                    "".join(fold_name(master)[-1:]), _ages(entity, text),
                )
            )  # fmt: skip
    return nodes


def _ages(entity: Entity, text: str) -> tuple[str, ...]:
    """Return how old a report says that a person is."""
    if entity.type is not EntityType.PERSON:
        return ()
    told = [mention for mention in entity.mentions[:_MOST_AGED] if mention.form is not MentionForm.PRONOUN]
    return tuple(sorted({age for mention in told for age in ages_told(text, mention.start, mention.end)}))


def _names_of(entities: Iterable[Entity], type_: EntityType) -> list[tuple[int, str]]:
    """Return where those of a type are named, in text order, each with its name."""
    found = [
        (mention.head_start, entity.name)
        for entity in entities
        if entity.named and entity.type is type_
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    ]
    return sorted(found)


def _name_in(nominal: Mention, names: list[tuple[int, str]]) -> str:
    """Return the one of ``names`` that stands inside a nominal, before its noun; "" where none does."""
    at = bisect_left(names, (nominal.start, ""))
    return names[at][1] if at < len(names) and names[at][0] < nominal.head_start else ""


def _owned(nominal: str, owner: Entity | None) -> str:
    """Return a nominal with the name of its owner for the pronoun: "his allies" become "Orlov's allies"."""
    pronoun, blank, rest = nominal.partition(" ")
    if owner is None or not owner.named or not blank or pronoun.lower() not in _POSSESSIVES:
        return nominal
    words = owner.name.split() if owner.type is EntityType.PERSON else [owner.name]
    return f"{words[-1]}'s {rest}"


def types_fit(one: Cluster, two: Cluster) -> bool:
    """Say whether two clusters can be one thing by their types."""
    types = {node.entity.type for cluster in (one, two) for node in cluster.nodes}
    return len(types) == 1 or types <= _THINGS or types <= {EntityType.EVENT, EntityType.OTHER}


def countries_fit(one: Cluster, two: Cluster) -> bool:
    """Say whether the countries do not speak against one actor."""
    return not one.countries or not two.countries or bool(one.countries & two.countries)


def ages_fit(one: Cluster, two: Cluster) -> bool:
    """Say whether the ages do not speak against one person: a year or two is an error of a report."""
    left, right = one.ages, two.ages
    return not left or not right or any(abs(int(a) - int(b)) <= _YEARS_OFF for a in left for b in right)


def can_be_one(one: Cluster, two: Cluster) -> bool:
    """Say whether two clusters of different reports can be one thing."""
    if one is two or not one.nodes or not two.nodes:
        return False
    return types_fit(one, two) and countries_fit(one, two) and not one.reports & two.reports


def described(nominal: str) -> tuple[str, ...]:
    """Return the words of a nominal, folded, without what tells nothing; the plural of the last one is removed."""
    words = [word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(nominal)][:8]
    while words and words[0] in DETERMINERS:
        words = words[1:]
    return (*words[:-1], singular(words[-1])) if words else ()


def singular(word: str) -> str:
    """Return a noun without a regular plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
