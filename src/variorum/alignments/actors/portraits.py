"""Portraits: what the reports of a story together tell about entities, or about things, that are taken for one.

A portrait is put together from the profiles of its members; where two are joined, so are their portraits.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import reduce
from math import log
from typing import TYPE_CHECKING

from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.actors.profiles import Profile, Vectors

_PERSON = EntityType.PERSON.value


@dataclass(slots=True, eq=False)
class Portrait:
    """Some entities or things of one story that are taken for one."""

    members: tuple[int, ...]
    """Numbers of their profiles."""
    mentions: int
    named: int
    """How many of the members have names; so are the other counts."""
    plural: int
    definite: int
    anew: int
    another: int
    in_lead: int
    best_rank: int
    ranks: int
    """Sum of the ranks of the members."""
    types: Counter[str]
    genders: Counter[str]
    nouns: Counter[str]
    heads: Counter[str]
    modifiers: Counter[str]
    names: frozenset[str]
    aliases: frozenset[tuple[str, ...]]
    last: frozenset[str]
    countries: frozenset[str]
    sectors: frozenset[str]
    numbers: frozenset[str]
    sentences: dict[int, frozenset[int]] = field(default_factory=dict)
    """Of each report that tells of it, by position, the sentences that do."""

    size: int = field(init=False)
    """How many members it has."""
    words: frozenset[str] = field(init=False)
    """All words that name or describe it."""
    type: str = field(init=False)
    """The type that most members have, the first in the alphabet of equals."""
    gender: str | None = field(init=False)
    """The gender of most pronouns; None without any."""
    people: float = field(init=False)
    """The share of the members that are persons."""

    def __post_init__(self) -> None:
        """Tell once what every pair with it asks for."""
        self.size = len(self.members)
        self.words = self.names.union(self.last, self.heads, self.modifiers)
        self.type = min(self.types, key=lambda name: (-self.types[name], name))
        self.gender = min(self.genders, key=lambda name: (-self.genders[name], name), default=None)
        self.people = self.types[_PERSON] / self.size

    def mean_rank(self) -> float:
        """Return the mean rank of the members in their reports."""
        return self.ranks / self.size

    def has_name(self, nouns: Collection[str]) -> bool:
        """Say whether it has a name that is more than nouns of the story in capitals: "Driver" of a heading is none."""
        return any(not alias or any(word not in nouns for word in alias) for alias in self.aliases)

    def joined(self, other: Portrait) -> Portrait:
        """Return the portrait of the members of both."""
        sentences = dict(self.sentences)
        for position, found in other.sentences.items():
            sentences[position] = sentences.get(position, frozenset()) | found
        return Portrait(
            self.members + other.members, self.mentions + other.mentions, self.named + other.named,
            self.plural + other.plural, self.definite + other.definite, self.anew + other.anew,
            self.another + other.another, self.in_lead + other.in_lead, min(self.best_rank, other.best_rank),
            self.ranks + other.ranks, self.types + other.types, self.genders + other.genders,
            self.nouns + other.nouns, self.heads + other.heads, self.modifiers + other.modifiers,
            self.names | other.names, self.aliases | other.aliases, self.last | other.last,
            self.countries | other.countries, self.sectors | other.sectors, self.numbers | other.numbers, sentences,
        )  # fmt: skip


def portrait_of(members: Iterable[int], profiles: Sequence[Profile]) -> Portrait:
    """Return the portrait of some profiles, by their numbers; at least one."""
    return reduce(Portrait.joined, (_portrait(number, profiles[number]) for number in sorted(members)))


def _portrait(number: int, profile: Profile) -> Portrait:
    """Return the portrait of one profile alone."""
    return Portrait(
        (number,), profile.mentions, int(profile.named), int(profile.plural), int(profile.definite), int(profile.anew),
        int(profile.another), int(profile.is_lead), profile.rank, profile.rank, Counter((profile.type,)),
        Counter(profile.genders), Counter(profile.nouns), Counter(profile.heads), Counter(profile.modifiers),
        frozenset(profile.names), frozenset(profile.aliases), frozenset(profile.last),
        frozenset((profile.country,) if profile.country else ()),
        frozenset((profile.sector,) if profile.sector else ()), frozenset(profile.numbers),
        {profile.position: profile.everywhere},
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What portraits of one story are compared against: how alike the profiles are, and which words are common."""

    reports: int
    rarity: Mapping[str, float]
    """How much each word tells of who is meant: the rarer, the more."""
    heads: Counter[str]
    """How many profiles bear each head noun."""
    nouns: frozenset[str]
    """Head nouns of all nominals."""
    descriptions: NDArray[np.float32]
    """Cosines of the descriptions of two profiles, by their numbers; so are the others."""
    head_nouns: NDArray[np.float32]
    told: NDArray[np.float32]
    """Of the sentences that name them."""
    most_mentions: tuple[int, ...]
    """How often the three people are mentioned whom the story mentions most."""


def scene_of(profiles: Sequence[Profile], portraits: Iterable[Portrait], vectors: Vectors, reports: int) -> Scene:
    """Return the scene of the profiles of a story and the portraits that they make at first."""
    counts = Counter(word for profile in profiles for word in sorted(profile.words))
    people = sorted((portrait.mentions for portrait in portraits if portrait.people * 2 > 1), reverse=True)
    return Scene(
        reports,
        {word: log((len(profiles) + 1) / count) for word, count in counts.items()},
        Counter(head for profile in profiles for head in profile.heads),
        frozenset(noun for profile in profiles for noun in profile.nouns),
        vectors.descriptions @ vectors.descriptions.T,
        vectors.nouns @ vectors.nouns.T,
        vectors.told @ vectors.told.T,
        tuple(people[:3]),
    )
