"""Coreference of names: identity by table, full name, surname, acronym."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from variorum.annotations.entities.clusters import MALE_FEMALE, SAME_NAME, Cluster, Joining, normal_name, same_gender
from variorum.annotations.entities.name_types import (
    settle_full_names,
    settle_hyphenated,
    settle_surnames,
    settle_types,
)
from variorum.annotations.tables import actors as tables
from variorum.annotations.tables import gazetteer
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from variorum.annotations.entities.phrases import Found

#: Prepositions before whoever one acts with, towards or against.
_FACING = frozenset({"with", "against", "to", "by", "between", "among", "from", "of", "toward", "towards", "on", "for"})
#: Letters of a word that is too short to be taken for a name that nothing explains.
_SHORT = 2
#: What the parser takes a body for that is called by one word of its name.
_SHORT_BODIES = frozenset({EntityType.ORGANISATION, EntityType.OTHER, EntityType.PERSON})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
#: What companies are by law: "Belmar Brewing Ltd." is Belmar Brewing.
_COMPANIES = frozenset({"inc", "ltd", "llc", "plc", "corp", "gmbh"})


class NameJoining(Joining):
    """Joins the names of one report."""

    def join_names(self, names: list[Found]) -> None:
        """Join names: tables and organisations, then persons of several words, then single words."""
        single: list[Found] = []
        self._trim_headings(names)
        settle_types(names)
        settle_hyphenated(names)
        settle_surnames(names, self.trees)
        self._settle_articles(names)
        self._settle_genders(names)
        settle_full_names(names)
        tabled = {mention.name: mention for mention in names if mention.key and mention.key.startswith("org:")}
        for mention in names:
            words = normal_name(mention.name)
            if not mention.key and (same := tabled.get(mention.name)) is not None:
                # A name that the tables know is theirs where it stands beside another one, too.
                mention.type, mention.key, mention.country = same.type, same.key, same.country
            if mention.key and not (mention.key.startswith("place:") and len(words) == 1):
                self._keyed(mention)
            elif mention.type is EntityType.PERSON and len(words) > 1:
                self._person(mention, words)
            elif mention.type in (EntityType.ORGANISATION, EntityType.EVENT, EntityType.OTHER) and len(words) > 1:
                while len(words) > 1 and words[-1] in _COMPANIES:
                    words = words[:-1]
                mention.key = f"name:{' '.join(words)}"
                self._keyed(mention)
            else:
                single.append(mention)
        self._acronyms(names)
        for mention in names:
            if mention.type is EntityType.ORGANISATION and (cluster := self.by_token.get(mention.head)) is not None:
                written = normal_name(mention.name)
                for word in (written[0], written[-1]):
                    self.by_end.setdefault(word, {}).setdefault(" ".join(written), cluster)
        # "Mr. Reyes" and "Mrs. Reyes" first: they tell whom "President Reyes" and the bare surname can mean.
        # What the parser takes for a team or a place can be a person's surname: persons come before them.
        for mention in sorted(single, key=lambda m: (m.gender not in MALE_FEMALE, m.type is not EntityType.PERSON)):
            if mention.type is not None:
                self._single(mention)
        for mention in single:
            if mention.type is None:
                self._single(mention)
        self._seat_heads(names)
        self.heads.extend([cluster for cluster in self.clusters if cluster.head][:SAME_NAME])

    def _settle_articles(self, names: list[Found]) -> None:
        """Take "the Courier" for a body where the parser takes it for a person: a lone surname has no article."""
        full = {
            word
            for mention in names
            if mention.type is EntityType.PERSON and " " in mention.name
            for word in mention.name.split()
        }
        for mention in names:
            root = mention.root
            bare = mention.type is EntityType.PERSON and " " not in mention.name and not mention.roles
            if (
                bare
                and mention.name not in full
                and root > 0
                and self.trees.lower[root - 1] == "the"
                and self.trees.heads[root - 1] == root
            ):
                mention.type, mention.gender = EntityType.ORGANISATION, None

    def _settle_genders(self, names: list[Found]) -> None:
        """Take the gender of a given name from a surname: "Dr. Thomas" of "Dr. Luisa Thomas" is no man."""
        people = [mention for mention in names if mention.type is EntityType.PERSON]
        full = [mention.name.split() for mention in people if " " in mention.name]
        surnames = {words[-1] for words in full} - {words[0] for words in full}
        for mention in people:
            if mention.name in surnames and not any(role.gender for role in mention.roles):
                mention.gender = None

    def _seat_heads(self, names: list[Found]) -> None:
        """Give a president of no known state the only palace of the report: "President Reyes" and the White House."""
        palaces = {mention.country for mention in names if mention.palace and mention.country}
        heads = [cluster for cluster in self.clusters if cluster.head]
        open_ = [cluster for cluster in heads if cluster.country is None and "president" in cluster.nouns]
        free = palaces - {cluster.country for cluster in heads}
        if len(open_) == 1 and len(free) == 1:
            open_[0].country = next(iter(free))

    def _trim_headings(self, names: list[Found]) -> None:
        """Cut "Ana Reyes Memos" of a heading back to "Ana Reyes" where that is named oftener, "Reyes Emails" too."""
        persons = [mention for mention in names if mention.type is EntityType.PERSON]
        counts = Counter(mention.name for mention in persons)
        surnames = Counter(mention.name.rpartition(" ")[2] for mention in persons)
        trees = self.trees
        nouns = {word for word, tag in zip(trees.lower, trees.tags, strict=True) if tag in ("NN", "NNS")}
        for mention in persons:
            shorter, _, last = mention.name.rpartition(" ")
            known = counts[shorter] if " " in shorter else surnames[shorter]
            things = surnames[last] == 1 and last.lower() in nouns
            if shorter and known and (things or (" " in shorter and counts[shorter] > counts[mention.name])):
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
        if cluster is None or cluster.junior != junior or not same_gender(cluster.gender, mention.gender):
            same = self.by_surname.get(words[-1], ())[-SAME_NAME:]
            fitting = [
                c
                for c in same
                if any(_same_person(words, known) for known in c.names) and same_gender(c.gender, mention.gender)
            ]
            cluster = fitting[-1] if len(fitting) == 1 else None
        if cluster is None:
            cluster = self._new(mention)
            self.by_surname.setdefault(words[-1], []).append(cluster)
        else:
            self._take(cluster, mention)
        cluster.junior, cluster.full = junior, cluster.full + (len(words) > 1)
        self.by_full[words] = cluster
        if words not in cluster.names and len(cluster.names) < SAME_NAME:
            cluster.names.append(words)
            for word in words:
                listed = self.by_word.setdefault(word, [])
                if not any(known is cluster for known in listed[-SAME_NAME:]):
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
        # Of a name that is an apostrophe no word is left.
        words = normal_name(mention.name) or (mention.name.lower(),)
        if mention.type is None and len(words) > 1:
            self._unexplained(mention, words)
            return
        acronym = self.by_key.get(f"acronym:{mention.name}")
        if acronym is not None:
            self._take(acronym, mention)
            return
        if words[0] in ("north", "south") and (state := self._half(words[0])) is not None:
            self._take(state, mention)
            return
        known = self._person_of_word(mention, words[-1])
        titled = mention.roles or mention.gender in MALE_FEMALE
        if known is None and mention.type in _SHORT_BODIES and not mention.key and not titled:
            known = self._body_of_word(words[-1])
        if known is not None:
            self._take(known, mention)
            known.full += mention.gender in MALE_FEMALE
        elif mention.type is None:
            self._unexplained(mention, words)
        elif mention.type is EntityType.PERSON:
            self._person(mention, words)
        else:
            mention.key = mention.key or f"name:{' '.join(words)}"
            self._keyed(mention)

    def _unexplained(self, mention: Found, words: tuple[str, ...]) -> None:
        """Take a capitalised name that nothing explains: it names somebody only where somebody stands."""
        known = self.by_full.get(words) or self.by_key.get(f"name:{' '.join(words)}")
        if known is not None:
            self._take(known, mention)
        elif self._takes_part(mention):
            mention.key = f"name:{' '.join(words)}"
            self._keyed(mention)

    def _takes_part(self, mention: Found) -> bool:
        """Say whether an unexplained name stands as a participant: "Arvona will break ties with Belmar"."""
        trees, root = self.trees, mention.root
        if (
            trees.tags[root] not in ("NNP", "NNPS", "NN", "NNS")
            or not trees.lower[root].isalpha()
            or len(trees.lower[root]) <= _SHORT
        ):
            return False
        first = trees.first_conjunct(root)
        if trees.deps[first] == "pobj":
            return trees.lower[trees.heads[first]] in _FACING
        return trees.deps[first] in ("nsubj", "nsubjpass", "dobj", "dative", "poss")

    def _body_of_word(self, word: str) -> Cluster | None:
        """Return the only body of the report whose name ends or begins with a word: "the Commission", "Harlan".

        A town's or land's name alone is the town: "Belmar" is not the Belmar Harbour Trust.
        """
        placed = bool(gazetteer.lookup(word.title()))
        longer = {
            key: cluster
            for key, cluster in self.by_end.get(word, {}).items()
            if cluster.type is EntityType.ORGANISATION and key != word and not (placed and key.startswith(word))
        }
        shortest = min(longer, key=len, default="")
        same = all(cluster is longer[shortest] or key.startswith(shortest + " ") for key, cluster in longer.items())
        return longer[shortest] if longer and same else None

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
            for cluster in self.by_word.get(word, ())[-SAME_NAME:]
            if same_gender(cluster.gender, mention.gender)
            and any(word in (names[-1], names[0]) for names in cluster.names)
        ]
        surname = [cluster for cluster in fitting if any(names[-1] == word for names in cluster.names)]
        fitting = surname or fitting
        if len(fitting) > 1 and mention.roles:
            titles = {role.noun for role in mention.roles}
            fitting = [cluster for cluster in fitting if cluster.nouns & titles] or fitting
        if not fitting:
            return None
        family = tables.word_set("family")

        def likely(cluster: Cluster) -> tuple[bool, bool, bool, int]:
            """Rank: introduced before, no son of the same name, nobody's wife or brother, named in full most often."""
            introduced = cluster.mentions[0].first < mention.first
            return introduced, not cluster.junior, not cluster.nouns & family, cluster.full

        return max(fitting, key=likely)


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
