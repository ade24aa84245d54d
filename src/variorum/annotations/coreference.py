"""Coreference: which mentions of one report name the same entity.

Names first (identity by table, full name, surname, acronym), then one sweep through the text for nominals and pronouns.
Rules in the order of their precision, after the sieves of Lee et al. (2013); no rule looks further back than two
sentences of the outlet's own voice unless a name or office fits. A pronoun with two equally good antecedents stays
unresolved.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.annotations import actor_tables as tables
from variorum.annotations.trees import Trees, trees_of
from variorum.model.annotations import EntityType, MentionForm
from variorum.model.spans import index_at

if TYPE_CHECKING:
    from variorum.annotations.phrases import Found
    from variorum.model.annotations import Draft

#: Antecedents that are looked at for one pronoun or nominal: more cost time and gain nothing within two sentences.
_RECENT = 24
#: People of one surname, or holders of one office, that are looked at: the latest.
_SAME_NAME = 12
_SENTENCES_BACK = 2
HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir"})
_MALE_FEMALE = frozenset({"m", "f"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_STATES = frozenset({"country", "nation"})
_ORGANISED = (EntityType.ORGANISATION, EntityType.GROUP)


@dataclass(slots=True)
class Cluster:
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
        if mention.gender in _MALE_FEMALE or self.gender is None:
            self.gender = self.gender if self.gender in _MALE_FEMALE else mention.gender
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


def join_mentions(draft: Draft, found: list[Found]) -> list[Cluster]:
    """Return the clusters of mentions in the order of their first mention; unresolved pronouns are left out."""
    joiner = _Joiner(draft)
    joiner.join_names([mention for mention in found if mention.form is MentionForm.NAME])
    joiner.sweep(found)
    return [cluster for cluster in joiner.clusters if cluster.mentions]


class _Joiner:
    """The clusters of one report while they grow."""

    def __init__(self, draft: Draft) -> None:
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
        self.heads: deque[Cluster] = deque(maxlen=_SAME_NAME)
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

    # -- names ---------------------------------------------------------------------------------------------------

    def join_names(self, names: list[Found]) -> None:
        """Join names: tables and organisations, then persons of several words, then single words."""
        single: list[Found] = []
        self._trim_headings(names)
        for mention in names:
            words = normal_name(mention.name)
            if mention.key and not (mention.key.startswith("place:") and len(words) == 1):
                self._keyed(mention)
            elif mention.type is EntityType.PERSON and len(words) > 1:
                self._person(mention, words)
            elif mention.type in (EntityType.ORGANISATION, EntityType.EVENT, EntityType.OTHER) and len(words) > 1:
                mention.key = f"name:{' '.join(words)}"
                self._keyed(mention)
            else:
                single.append(mention)
        self._acronyms(names)
        for mention in single:
            if mention.type is not None:
                self._single(mention)
        for mention in single:
            if mention.type is None:
                self._single(mention)

    def _trim_headings(self, names: list[Found]) -> None:
        """Cut "Ana Reyes Memos" of a heading back to "Ana Reyes" where that is named oftener."""
        counts = Counter(mention.name for mention in names if mention.type is EntityType.PERSON)
        for mention in names:
            shorter = mention.name.rpartition(" ")[0]
            if mention.type is EntityType.PERSON and " " in shorter and counts[shorter] > counts[mention.name]:
                mention.name = shorter
                mention.after = mention.head_after = mention.head_after - 1

    def _new(self, mention: Found) -> Cluster:
        """Start a cluster."""
        cluster = Cluster(mention.type or EntityType.OTHER)
        self.clusters.append(cluster)
        self._take(cluster, mention)
        return cluster

    def _take(self, cluster: Cluster, mention: Found) -> None:
        """Put a name mention into a cluster."""
        cluster.add(mention)
        for token in range(mention.head, mention.head_after):
            self.by_token[token] = cluster

    def _keyed(self, mention: Found) -> None:
        """Join a mention by the identity that its key gives."""
        assert mention.key
        cluster = self.by_key.get(mention.key)
        if cluster is None:
            self.by_key[mention.key] = self._new(mention)
        else:
            self._take(cluster, mention)

    def _person(self, mention: Found, words: tuple[str, ...]) -> None:
        """Join a person's name of several words by the same or a compatible full name."""
        junior = mention.name.endswith((" Jr.", " Jr"))
        words = tuple(word for word in words if word not in _SUFFIXES) or words
        cluster = self.by_full.get(words)
        if cluster is None or cluster.junior != junior or not _same_gender(cluster.gender, mention.gender):
            same = self.by_surname.get(words[-1], ())[-_SAME_NAME:]
            fitting = [
                c
                for c in same
                if any(_same_person(words, known) for known in c.names) and _same_gender(c.gender, mention.gender)
            ]
            cluster = fitting[-1] if len(fitting) == 1 else None
        if cluster is None:
            cluster = self._new(mention)
            self.by_surname.setdefault(words[-1], []).append(cluster)
        else:
            self._take(cluster, mention)
        cluster.junior, cluster.full = junior, cluster.full + (len(words) > 1)
        self.by_full[words] = cluster
        if words not in cluster.names and len(cluster.names) < _SAME_NAME:
            cluster.names.append(words)
            for word in words:
                listed = self.by_word.setdefault(word, [])
                if not any(known is cluster for known in listed[-_SAME_NAME:]):
                    listed.append(cluster)

    def _acronyms(self, names: list[Found]) -> None:
        """Join acronyms that brackets introduce: "the National Water Board (NWB)"."""
        lower = self.trees.lower
        by_first = {mention.first: mention for mention in names}
        for mention in names:
            bracket = mention.after
            if bracket + 2 >= len(lower) or lower[bracket] != "(" or lower[bracket + 2] != ")":
                continue
            inner = by_first.get(bracket + 1)
            long, short = self.by_token.get(mention.head), mention.name
            if long is None or inner is None or inner.head_after != bracket + 2 or not _is_acronym(inner.name, short):
                continue
            known = self.by_token.get(inner.head)
            if known is None:
                self.by_key[f"acronym:{inner.name}"] = long
            elif known is not long:
                self._merge(long, known)

    def _merge(self, into: Cluster, other: Cluster) -> None:
        """Move the mentions of a cluster of table names into another one."""
        for mention in other.mentions:
            self._take(into, mention)
        other.mentions = []
        for key, cluster in list(self.by_key.items()):
            if cluster is other:
                self.by_key[key] = into

    def _single(self, mention: Found) -> None:
        """Join a name of one word: an acronym, a known person's surname or given name, else itself."""
        words = normal_name(mention.name)
        acronym = self.by_key.get(f"acronym:{mention.name}")
        if acronym is not None:
            self._take(acronym, mention)
            return
        if words[0] in ("north", "south") and (state := self._half(words[0])) is not None:
            self._take(state, mention)
            return
        known = self._person_of_word(mention, words[-1])
        if known is not None:
            self._take(known, mention)
        elif mention.type is None:
            return  # a capitalised word that nothing explains
        elif mention.type is EntityType.PERSON:
            self._person(mention, words)
        else:
            mention.key = mention.key or f"name:{' '.join(words)}"
            self._keyed(mention)

    def _half(self, word: str) -> Cluster | None:
        """Return the state that "the North" names: the only one in the report called North Something."""
        states = [
            cluster
            for key, cluster in self.by_key.items()
            if key.startswith("state:") and any(m.name.lower().startswith(word + " ") for m in cluster.mentions[:3])
        ]
        return states[0] if len(states) == 1 else None

    def _person_of_word(self, mention: Found, word: str) -> Cluster | None:
        """Return the person whom one word names: the only fitting one, else the one mentioned last before it."""
        if mention.type is EntityType.PLACE and self.trees.lower[max(0, mention.first - 1)] in (
            "in",
            "at",
            "near",
            "from",
        ):
            return None
        fitting = [
            cluster
            for cluster in self.by_word.get(word, ())[-_SAME_NAME:]
            if _same_gender(cluster.gender, mention.gender)
            and any(word in (names[-1], names[0]) for names in cluster.names)
        ]
        surname = [cluster for cluster in fitting if any(names[-1] == word for names in cluster.names)]
        fitting = surname or fitting
        if len(fitting) > 1 and mention.roles:
            titles = {role.noun for role in mention.roles}
            fitting = [cluster for cluster in fitting if cluster.nouns & titles] or fitting
        if not fitting:
            return None
        # Whom a report names in full most often is whom the surname alone means; his wife or son is named in full.
        return max(fitting, key=lambda cluster: (not cluster.junior, cluster.full))

    # -- the sweep -----------------------------------------------------------------------------------------------

    def sweep(self, found: list[Found]) -> None:
        """Go through the text once: names become antecedents, nominals and pronouns look for theirs."""
        for mention in sorted(found, key=lambda m: (m.head, m.after)):
            if mention.form is MentionForm.NAME:
                cluster = self.by_token.get(mention.head)
                if cluster is None:
                    continue
            elif mention.form is MentionForm.NOMINAL:
                cluster = self._nominal(mention)
                self.by_token.setdefault(mention.root, cluster)
            else:
                resolved = self._pronoun(mention)
                if resolved is None:
                    continue
                cluster = resolved
                cluster.add(mention)
                self.by_token.setdefault(mention.head, cluster)
            self._remember(mention, cluster)

    def _remember(self, mention: Found, cluster: Cluster) -> None:
        """Make a mention an antecedent for what follows."""
        self.recent.append((mention, cluster))
        for role in mention.roles:
            holders = self.by_role.setdefault(role.noun.split()[-1], deque(maxlen=_SAME_NAME))
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

    # -- nominals ------------------------------------------------------------------------------------------------

    def _nominal(self, mention: Found) -> Cluster:
        """Return the cluster of a nominal, a new one where no rule finds any."""
        owner = self.by_token.get(mention.owner) if mention.owner is not None else None
        if mention.country is None and owner is not None and mention.sector in ("GOV", "MIL"):
            mention.country = owner.country
        cluster = self._apposed(mention)
        if (
            cluster is None
            and mention.name in tables.word_set("government")
            and not mention.plural | (mention.name == "authorities")
        ):
            cluster = self._government(mention)
        if mention.type is EntityType.STATE and (mention.plural or mention.name not in _STATES):
            mention.type = EntityType.GROUP
        if cluster is None and mention.type is EntityType.STATE:
            cluster = self._state(mention)
        if cluster is None and mention.type is EntityType.PERSON and mention.definite and mention.roles:
            cluster = self._person_nominal(mention, owner)
        if cluster is None and mention.type in _ORGANISED and mention.definite:
            cluster = self._group_nominal(mention)
        phrase = self._phrase(mention)
        if cluster is None:
            # "Kurdish militias" twice are the same; "a man" twice are two.
            known = self.by_phrase.get(phrase)
            if known is not None and (mention.definite or mention.plural) and known.type is mention.type:
                cluster = known
        if cluster is None:
            cluster = Cluster(mention.type or EntityType.OTHER)
            self.clusters.append(cluster)
        cluster.add(mention)
        self.by_phrase[phrase] = cluster
        return cluster

    def _phrase(self, mention: Found) -> str:
        """Return the words of a nominal in lower case without its determiner."""
        lower = self.trees.lower
        first = mention.first
        while first < mention.head and lower[first] in ("the", "a", "an", "these", "those", "this", "that", "some"):
            first += 1
        return " ".join(lower[first : mention.after])

    def _apposed(self, mention: Found) -> Cluster | None:
        """Return the named entity that a nominal stands in apposition to, when the kinds agree."""
        if mention.partner is None:
            return None
        cluster = self.by_token.get(mention.partner)
        if cluster is None or (mention.plural and cluster.type is EntityType.PERSON):
            return None
        person = mention.type is EntityType.PERSON
        if person != (cluster.type is EntityType.PERSON) and not (person and cluster.type is EntityType.STATE):
            return None
        if cluster.type in (EntityType.PLACE, EntityType.EVENT):
            return None
        if mention.country and cluster.country and mention.country != cluster.country and mention.modifiers:
            return None
        return cluster

    def _government(self, mention: Found) -> Cluster | None:
        """Return the state whose government a nominal names: by country, else the one that was spoken of last."""
        country = mention.country
        if country is None and mention.definite:
            known = self.by_phrase.get(self._phrase(mention))
            if known is not None:
                return known
            country = next((c.country for _, c in self._near(mention) if c.type is EntityType.STATE), None)
        if country is None:
            return None
        cluster = self.by_key.get(f"state:{country}")
        if cluster is None:
            cluster = Cluster(EntityType.STATE, country=country, sector="GOV", gender="n")
            self.clusters.append(cluster)
            self.by_key[f"state:{country}"] = cluster
        mention.country = country
        return cluster

    def _state(self, mention: Found) -> Cluster | None:
        """Return the state that "the country" names: the one spoken of last, no demonym."""
        if not mention.definite or mention.plural or mention.owner is not None or mention.country:
            return None
        return next((c for _, c in self._near(mention) if c.type is EntityType.STATE), None)

    def _person_nominal(self, mention: Found, owner: Cluster | None) -> Cluster | None:
        """Return the person whom "the Russian leader", "the mayor", "the suspect" names."""
        role = mention.roles[0]
        if (owner is not None and role.noun in ("counterpart", "colleague")) or (
            mention.owner is not None and owner is None
        ):
            return None
        if role.head and role.noun != "counterpart":
            found = self._head_of_state(mention)
            if found is not None:
                return found
        holders = [
            cluster
            for cluster in self.by_role.get(role.noun.split()[-1], ())
            if cluster.type is EntityType.PERSON
            and (cluster.country == mention.country or not cluster.country or not mention.country)
            and _same_gender(cluster.gender, mention.gender)
            and cluster is not owner
        ]
        exact = [cluster for cluster in holders if role.noun in cluster.nouns] or holders
        if exact:
            return max(exact, key=lambda cluster: _last_before(cluster, mention.first))
        return None

    def _head_of_state(self, mention: Found) -> Cluster | None:
        """Return who leads the state that a nominal names, or the only leader spoken of."""
        role = mention.roles[0]
        fitting = [c for c in self.heads if _same_gender(c.gender, mention.gender)]
        exact = [c for c in fitting if role.noun in c.nouns]
        if mention.country:
            own = [c for c in fitting if c.country == mention.country]
            if own:
                return max(own, key=lambda c: (role.noun in c.nouns, _last_before(c, mention.first)))
            open_ = [c for c in fitting if c.country is None]
            return open_[0] if len(open_) == 1 else None
        if exact:
            return max(exact, key=lambda c: len(c.mentions))
        if role.noun in tables.word_set("head_alone"):
            near = [c for _, c in self._near(mention) if c.head and any(c is known for known in fitting)]
            distinct = {id(c): c for c in near}
            return near[0] if len(distinct) == 1 else None
        return None

    def _group_nominal(self, mention: Found) -> Cluster | None:
        """Return the organisation or group that "the ministry", "the rebels", "the group" names."""
        role = mention.roles[0]
        if mention.owner is not None:
            return None
        word = role.noun.split()[-1]
        for other, cluster in self._near(mention):
            if cluster.type not in _ORGANISED or _differs(cluster.country, mention.country):
                continue
            if other.form is MentionForm.NAME:
                last = other.name.lower().split()[-1]
                bare = mention.head - mention.first <= 1 + len(mention.modifiers)
                fits = bare and not mention.restricted and role.noun == word and _kind_fits(word, cluster.sector)
                if not mention.plural and (last == word or word in cluster.nouns or fits):
                    return cluster
            elif (
                cluster.mentions[0].plural == mention.plural and not mention.modifiers and _named_by(cluster, role.noun)
            ):
                return cluster
        return None

    # -- pronouns ------------------------------------------------------------------------------------------------

    def _pronoun(self, mention: Found) -> Cluster | None:
        """Return the antecedent of a pronoun, None when unclear."""
        scored: dict[int, tuple[float, Cluster]] = {}
        for rank, (other, cluster) in enumerate(self._near(mention)):
            if not self._agrees(mention, other, cluster):
                continue
            score = self._score(mention, other, cluster) - 0.05 * rank
            known = scored.get(id(cluster))
            if known is None or score > known[0]:
                scored[id(cluster)] = (score, cluster)
        ranked = sorted(scored.values(), key=lambda pair: -pair[0])
        if not ranked:
            return None
        margin = 0.5 if mention.gender in _MALE_FEMALE else 1.0
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin:
            return None
        return ranked[0][1]

    def _agrees(self, mention: Found, other: Found, cluster: Cluster) -> bool:
        """Say whether an antecedent agrees with a pronoun in kind, gender, voice and place."""
        if mention.gender in _MALE_FEMALE:
            fits = cluster.type is EntityType.PERSON and _same_gender(cluster.gender, mention.gender)
        elif mention.gender == "p":
            fits = (
                cluster.type is EntityType.GROUP
                or other.plural
                or (cluster.type is EntityType.ORGANISATION and other.subject)
            )
        else:
            fits = (
                cluster.type in (EntityType.ORGANISATION, EntityType.STATE) and not other.adjective and not other.plural
            )
            if mention.name == "it":
                fits = fits and mention.subject and other.subject
        if not fits:
            return False
        marked, trees = self.draft.marked, self.trees
        here, there = (index_at(marked, trees.starts[m.head]) for m in (mention, other))
        if here != there and (here is not None or there is not None):
            # Words inside marks speak from another place: only "he" of the same quotation or of the outlet's own voice.
            return False
        return not self._bound(mention, other)

    def _bound(self, mention: Found, other: Found) -> bool:
        """Say whether grammar forbids it: "Reyes met him" is not Reyes; "his brother Luis" is not of Luis himself."""
        trees = self.trees
        if mention.name in ("himself", "herself", "itself", "themselves"):
            return False
        if mention.first >= other.first and mention.after <= other.after:
            return True
        if (
            mention.sentence != other.sentence
            or mention.name in ("his", "their", "its")
            or trees.tags[mention.head] == "PRP$"
        ):
            return False
        verb = trees.heads[mention.root]
        if trees.deps[mention.root] == "pobj":
            verb = trees.heads[verb]
        return trees.heads[other.root] == verb and not (mention.subject and not other.subject)

    def _score(self, mention: Found, other: Found, cluster: Cluster) -> float:
        """Return how good an antecedent is: nearness, subject, main clause, parallel role, being spoken of."""
        distance = self.own_sentences[mention.sentence] - self.own_sentences[other.sentence]
        score = (4.0, 3.0, 1.0)[max(0, min(2, distance))]
        if other.subject:
            score += 2.0
            if self.trees.deps[self.trees.heads[other.root]] == "ROOT":
                score += 1.0
        if other.form is MentionForm.PRONOUN:
            score += 0.5
        if other.form is MentionForm.NAME and mention.gender in _MALE_FEMALE and cluster.gender == mention.gender:
            score += 0.5
        if mention.plural:
            score += 1.0 if other.plural else -2.0
        return score + 0.1 * min(5, len(cluster.mentions))


def _named_by(cluster: Cluster, noun: str) -> bool:
    """Say whether a role noun, or a longer one that ends in it, names a cluster ("the ministry")."""
    return noun in cluster.nouns or any(known.endswith(" " + noun) for known in cluster.nouns)


def _same_gender(left: str | None, right: str | None) -> bool:
    """Say whether two genders can be of one person; unknown fits all."""
    return left not in _MALE_FEMALE or right not in _MALE_FEMALE or left == right


def _differs(left: str | None, right: str | None) -> bool:
    """Say whether both are known and not the same."""
    return left is not None and right is not None and left != right


def _same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether two full names can be one person's: one surname, and given names or initials that fit."""
    if left[-1] != right[-1] or len(left) < 2 or len(right) < 2:
        return left == right
    short, long = sorted((left[:-1], right[:-1]), key=len)
    if set(short) <= set(long):
        return True
    return all(any(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for b in long) for a in short)


def _is_acronym(short: str, long: str) -> bool:
    """Say whether ``short`` can abbreviate ``long``: capitals that are its initials, in order."""
    letters = short.replace(".", "").upper()
    if not 2 <= len(letters) <= 10 or not letters.isalnum():
        return False
    initials = iter([word[0].upper() for word in long.replace("-", " ").split() if word[:1].isalpha()])
    matched = sum(1 for letter in letters if any(letter == initial for initial in initials))
    return matched >= max(2, len(letters) - 1) and letters[0] == long[0].upper()


def _last_before(cluster: Cluster, token: int) -> int:
    """Return where a cluster was last mentioned before ``token``; -1 where it was not."""
    for mention in reversed(cluster.mentions[-200:]):
        if mention.first < token:
            return mention.first
    first = cluster.mentions[0].first if cluster.mentions else -1
    return first if first < token else -1


def _kind_fits(word: str, sector: str | None) -> bool:
    """Say whether a general noun can name an organisation of a sector: "the agency" an outlet."""
    return sector in {
        "group": ("REB", "NGO"),
        "organization": ("REB", "NGO", "IGO"),
        "organisation": ("REB", "NGO", "IGO"),
        "movement": ("REB", "PTY"),
        "militia": ("REB",),
        "party": ("PTY",),
        "agency": ("MED", "GOV"),
        "newspaper": ("MED",),
        "broadcaster": ("MED",),
        "outlet": ("MED",),
        "company": ("BUS",),
        "firm": ("BUS",),
        "bloc": ("IGO",),
        "alliance": ("IGO",),
        "body": ("IGO",),
        "charity": ("NGO",),
        "bank": ("BUS",),
        "airline": ("BUS",),
    }.get(word, ())
