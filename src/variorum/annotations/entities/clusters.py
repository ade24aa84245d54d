"""Clusters: the mentions that name one entity, and what coreference knows about a report while they grow."""

from __future__ import annotations

import unicodedata
from collections import deque
from typing import TYPE_CHECKING

from msgspec import Struct, field

from variorum.annotations.tables import actors as tables
from variorum.annotations.trees import Trees, trees_of
from variorum.model.annotations import EntityType, MentionForm
from variorum.model.spans import index_at

if TYPE_CHECKING:
    from variorum.annotations.entities.phrases import Found
    from variorum.model.annotations import Draft

#: Antecedents that are looked at for one pronoun or nominal: more cost time and gain nothing within two sentences.
_RECENT = 24
#: People of one surname, or holders of one office, that are looked at: the latest.
SAME_NAME = 12
_SENTENCES_BACK = 2
HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir"})
MALE_FEMALE = frozenset({"m", "f"})


class Cluster(Struct):
    """Mentions that name one entity, and what they tell about it."""

    type: EntityType
    mentions: list[Found] = field(default_factory=list)
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    wikidata: str | None = None
    nouns: set[str] = field(default_factory=set)
    """Role nouns that name it."""
    head: bool = False
    """True for who leads a state."""
    names: list[tuple[str, ...]] = field(default_factory=list)
    """Names of a person, normalised."""
    full: int = 0
    """How often it is named by more than one word."""
    junior: bool = False

    def add(self, mention: Found) -> None:
        """Take a mention with what it tells; what was known first stays."""
        self.mentions.append(mention)
        self.country = self.country or mention.country
        if mention.gender in MALE_FEMALE or self.gender is None:
            self.gender = self.gender if self.gender in MALE_FEMALE else mention.gender
        if mention.form is not MentionForm.PRONOUN:
            self.sector = self.sector or mention.sector
        self.wikidata = self.wikidata or mention.wikidata
        for role in mention.roles:
            if role.noun in HONORIFICS:
                continue
            self.nouns.add(role.noun)
            self.head = self.head or (role.head and self.type is EntityType.PERSON)


def normal_name(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case without accents, particles and hyphens: "al-Hadid" is "hadid"."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(character for character in plain if not unicodedata.combining(character)).lower()
    words = plain.replace("-", " ").replace(".", " ").replace("'s", " ").replace("'", "").split()
    kept = tuple(word for word in words if word not in tables.name_words("particle"))
    return kept or tuple(words)


class Joining:
    """The clusters of one report while they grow."""

    def __init__(self, draft: Draft) -> None:
        """Begin with nothing joined."""
        self.draft = draft
        self.trees: Trees = trees_of(draft)
        self.clusters: list[Cluster] = []
        self.by_key: dict[str, Cluster] = {}
        self.by_full: dict[tuple[str, ...], Cluster] = {}
        #: Persons by each word of their name, latest last.
        self.by_word: dict[str, list[Cluster]] = {}
        self.by_surname: dict[str, list[Cluster]] = {}
        self.by_token: dict[int, Cluster] = {}
        #: Clusters by the last word of each role noun, latest last.
        self.by_role: dict[str, deque[Cluster]] = {}
        self.by_phrase: dict[str, Cluster] = {}
        #: Organisations by the first and by the last word of their names, then by the whole name.
        self.by_end: dict[str, dict[str, Cluster]] = {}
        #: Those whom the headline names by a role noun, until the body takes it up.
        self.by_headline: dict[str, Cluster] = {}
        #: Those whom the report first calls by a noun and later names, with the cluster of the name.
        self.identified: list[tuple[Cluster, Cluster]] = []
        self.heads: deque[Cluster] = deque(maxlen=SAME_NAME)
        self.recent: deque[tuple[Found, Cluster]] = deque(maxlen=_RECENT)
        self.own_sentences = self._count_own_sentences()

    def _count_own_sentences(self) -> list[int]:
        """Return numbers of sentences in which those wholly inside a quotation do not count as distance."""
        numbers, number = [], 0
        marked = self.draft.marked
        for sentence in self.draft.sentences:
            at = index_at(marked, sentence.start + 1)
            inside = at is not None and at == index_at(marked, sentence.end - 2)
            number += 0 if inside else 1
            numbers.append(number)
        return numbers

    def _remember(self, mention: Found, cluster: Cluster) -> None:
        """Make a mention an antecedent for what follows."""
        self.recent.append((mention, cluster))
        for role in mention.roles:
            holders = self.by_role.setdefault(role.noun.split()[-1], deque(maxlen=SAME_NAME))
            if not any(known is cluster for known in holders):
                holders.append(cluster)
        if cluster.head and not any(known is cluster for known in self.heads):
            self.heads.append(cluster)

    def _near(self, mention: Found) -> list[tuple[Found, Cluster]]:
        """Return the antecedents within reach, the nearest first."""
        here = self.own_sentences[mention.sentence]
        return [
            (other, cluster)
            for other, cluster in reversed(self.recent)
            if here - self.own_sentences[other.sentence] <= _SENTENCES_BACK and other.head != mention.head
        ]


def same_gender(left: str | None, right: str | None) -> bool:
    """Say whether two genders can be of one person; unknown fits all."""
    return left not in MALE_FEMALE or right not in MALE_FEMALE or left == right


def differs(left: str | None, right: str | None) -> bool:
    """Say whether both are known and not the same."""
    return left is not None and right is not None and left != right


def last_before(cluster: Cluster, token: int) -> int:
    """Return where a cluster was last mentioned before ``token``; -1 where it was not."""
    for mention in reversed(cluster.mentions[-200:]):
        if mention.first < token:
            return mention.first
    first = cluster.mentions[0].first if cluster.mentions else -1
    return first if first < token else -1
