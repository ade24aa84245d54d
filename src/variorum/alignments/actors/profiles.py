"""Profiles: what one report tells about an entity or a thing, as features of pairs are read from it.

The words of its names, of its nominals and titles; number, gender, country and sector; how much the report speaks of
it; and the vectors of its usual description and of the sentences that name it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct, field

from variorum.alignments.actors.clusters import DETERMINERS, described, singular
from variorum.alignments.actors.groups import is_counted
from variorum.alignments.similarities import vectors_of
from variorum.alignments.wordings.names import fold_name
from variorum.model.alignments import Ref
from variorum.model.annotations import EntityType, MentionForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from variorum.model.annotations import Entity, Mention
    from variorum.model.stories import Story

#: Mentions of one entity that are read; the rest repeats them.
_MENTIONS = 30
#: Sentences that name an entity and are compared with those of another.
_SENTENCES = 4
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "they": "p", "them": "p",
            "their": "p"}  # fmt: skip
_ANEW = re.compile(r"(?:an?|another|one)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"(?:(?:the|an?) )?(?:another|other|first|second|third|each|every|no|any)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:the |these |those |about |at least |nearly )?"
    r"(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|dozens|scores|"
    r"hundreds|thousands|\d[\d,]*)\b(?!-)",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|his|her|their|its)\b", re.IGNORECASE)
#: Characters of a report within which its lead stands.
_LEAD = 250


class Profile(Struct, eq=False):
    """An entity or thing of one report."""

    position: int
    """Of the report in the story."""
    ref: Ref
    type: str
    """Type of the entity; ``thing`` for a thing."""
    named: bool
    country: str | None
    sector: str | None
    mentions: int
    first: int
    """Offset of the first mention."""
    names: set[str] = field(default_factory=set)
    """Words of its names."""
    aliases: set[tuple[str, ...]] = field(default_factory=set)
    last: set[str] = field(default_factory=set)
    """Last words of its names, singular."""
    nouns: set[str] = field(default_factory=set)
    """Head nouns of its nominals."""
    heads: set[str] = field(default_factory=set)
    """These, with those of its titles and roles."""
    modifiers: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    plural: bool = False
    counted: bool = False
    definite: bool = False
    another: bool = False
    """True for whom the report sets apart from one told before: "another man"."""
    anew: bool = False
    """True where its first mention brings in somebody new: "a lawyer"."""
    numbers: set[str] = field(default_factory=set)
    """How many they are: ``four`` of "the four captives"."""
    description: str = ""
    """Its name or nominal that stands most often."""
    sentences: tuple[int, ...] = ()
    """Those that name it, the first few."""
    everywhere: frozenset[int] = frozenset()
    """All of them."""
    rank: int = 0
    """Among the people of the report, or among the rest, by mentions."""

    @property
    def noun(self) -> str:
        """Return the first of its nouns in the alphabet; its description where it has none."""
        return min(self.nouns) if self.nouns else self.description

    @property
    def words(self) -> set[str]:
        """Return all words that name or describe it."""
        return self.heads | self.modifiers | self.names | self.last

    @property
    def is_lead(self) -> bool:
        """Say whether the report speaks of it at its beginning."""
        return self.first < _LEAD


def profiles_of(story: Story, *, things: bool) -> list[Profile]:
    """Return the profiles of the entities of a story, or of its things, report by report."""
    found: list[Profile] = []
    for position, (siglum, annotated) in enumerate(story.items()):
        starts = [sentence.start for sentence in annotated.sentences]
        text = annotated.report.text
        kept = [item for item in (annotated.things if things else annotated.entities) if item.mentions]
        here = [_profile(position, Ref(siglum, item.id), item, text, starts, things=things) for item in kept]
        _rank(here)
        found.extend(here)
    return found


def _profile(position: int, ref: Ref, item: Entity, text: str, starts: Sequence[int], *, things: bool) -> Profile:
    """Return the profile of an entity or thing, its acts and rank left open; ``starts`` are those of the sentences."""
    profile = Profile(
        position, ref, "thing" if things else item.type.value, item.named, item.country, item.sector,
        len(item.mentions), item.mentions[0].start,
    )  # fmt: skip
    written: Counter[str] = Counter()
    for mention in item.mentions[:_MENTIONS]:
        _read_mention(profile, mention, text, written)
    for role in item.roles:
        words = role.split()
        profile.heads.add(singular(words[-1]))
        profile.modifiers.update(words[:-1])
    first = item.mentions[0]
    profile.anew = first.form is MentionForm.NOMINAL and _ANEW.match(text, first.start) is not None
    profile.modifiers -= DETERMINERS
    profile.description = min(written, key=lambda words: (-written[words], words)) if written else item.name
    places = {bisect_right(starts, mention.start) - 1 for mention in item.mentions[:_MENTIONS]} - {-1}
    profile.sentences = tuple(sorted(places)[:_SENTENCES])
    profile.everywhere = frozenset(places)
    return profile


def _read_mention(profile: Profile, mention: Mention, text: str, written: Counter[str]) -> None:
    """Take what one mention tells."""
    words, noun = text[mention.start : mention.end], text[mention.head_start : mention.head_end]
    if mention.form is MentionForm.PRONOUN:
        if (gender := _GENDERS.get(words.lower())) is not None:
            profile.genders.add(gender)
    elif mention.form is MentionForm.NAME:
        written[" ".join(noun.split())[:80]] += 1
        if name := fold_name(noun):
            profile.aliases.add(name)
            profile.names.update(name)
            profile.last.add(singular(name[-1]))
        if title := described(text[mention.start : mention.head_start]):
            profile.heads.add(title[-1])
            profile.modifiers.update(title[:-1])
    elif noun.split():
        written[" ".join(words.split())[:80]] += 1
        head = singular(noun.split()[-1].casefold())
        profile.nouns.add(head)
        profile.heads.add(head)
        profile.modifiers.update(word for word in described(words[:200]) if word != head)
        profile.counted = profile.counted or is_counted(words)
        if (number := _NUMBER.match(words)) is not None:
            profile.numbers.add(number.group(1).lower())
        profile.another = profile.another or _ANOTHER.match(words) is not None
        profile.definite = profile.definite or _DEFINITE.match(words) is not None
        profile.plural = profile.plural or singular(noun.lower()) != noun.lower()


def _rank(here: Sequence[Profile]) -> None:
    """Say how much a report speaks of each, people and the rest apart."""
    for person in (True, False):
        same = [profile for profile in here if (profile.type == EntityType.PERSON.value) == person]
        same.sort(key=lambda profile: (-profile.mentions, profile.first))
        for rank, profile in enumerate(same):
            profile.rank = rank


class Vectors(Struct, frozen=True, eq=False):
    """The vectors of some profiles, row by row."""

    descriptions: NDArray[np.float32]
    nouns: NDArray[np.float32]
    told: NDArray[np.float32]
    """The means of those of the sentences that name each."""


def encode_profiles(profiles: Sequence[Profile], story: Story) -> Vectors:
    """Return the vectors of profiles."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    wanted = sorted({(profile.position, number) for profile in profiles for number in profile.sentences})
    texts = []
    for position, number in wanted:
        annotated = story.reports[position]
        sentence = annotated.sentences[number]
        texts.append(annotated.report.text[sentence.start : sentence.end])
    vectors = vectors_of(texts)
    row = {place: at for at, place in enumerate(wanted)}
    told = np.zeros((len(profiles), vectors.shape[1]), dtype=np.float32)
    for at, profile in enumerate(profiles):
        if profile.sentences:
            told[at] = vectors[[row[profile.position, number] for number in profile.sentences]].mean(axis=0)
    return Vectors(
        vectors_of([profile.description for profile in profiles]),
        vectors_of([profile.noun for profile in profiles]),
        told,
    )
