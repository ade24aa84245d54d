"""Names: persons, organisations, states, places and events that a report calls by name.

Names come from the tables first (outlets, organisations, states), then from the parser's entities, repaired: its small
model calls places persons and persons organisations. Runs of proper nouns that both have missed come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.entities.heading_names import HeadingNames
from variorum.annotations.entities.phrases import NAME_TOKENS, NUMERIC, role_at
from variorum.annotations.tables import actors as tables
from variorum.annotations.tables import gazetteer
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from variorum.annotations.tables.actors import Organisation

#: Labels of the parser that can be names of actors, places or events.
_LABELS = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "NORP": EntityType.GROUP,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "EVENT": EntityType.EVENT,
    "PRODUCT": EntityType.OTHER,
}
#: What stands around a nickname inside a name.
_NICKNAMED = frozenset({("(", ")"), ("“", "”"), ('"', '"'), ("'", "'"), ("‘", "'")})
#: Given names before a nickname at most.
_GIVEN_NAMES = 3


class Names(HeadingNames):
    """The names of one report."""

    def find_names(self) -> None:
        """Find names: tables, the parser's entities, runs of proper nouns, known names; headings come last."""
        self._read_headings()
        self._names_of_tables()
        self._names_of_pairs()
        self._names_of_parser()
        self._names_of_runs()
        self._names_with_nicknames()
        self._names_overlooked()
        self._names_of_headings()

    def _names_of_tables(self) -> None:
        """Find organisations, outlets and states by their longest name in the tables."""
        organisations, starts = tables.organisations(), tables.organisation_starts()
        token, count = 0, len(self.words)
        while token < count:
            word = self.words[token]
            if not self.readable(token) or not (word in starts or self.capital(token)):
                token += 1
                continue
            begins = word in starts or word[1:2] == "."
            after = self._organisation_at(token, organisations) if begins else token
            if after == token and self.capital(token):
                after = self._state_at(token)
            token = max(after, token + 1)

    def _organisation_at(self, token: int, organisations: dict[str, Organisation]) -> int:
        """Take the longest organisation name that begins at ``token``; return the token after it, or ``token``."""
        limit = min(len(self.words), token + tables.LONGEST_NAME, self.sentence_end(token))
        for after in range(limit, token, -1):
            row = organisations.get(self.phrase(token, after)) or self._dotted(token, after, organisations)
            if row is None or not self._is_name(token, after):
                continue
            # "Islamic Jihad leaders" yes, "the Fed Cup", "Labour Day" no: a longer proper noun goes on.
            if (
                after - token == 1
                and after < limit
                and self.trees.poses[after] == "PROPN"
                and self._joined(token, after)
            ):
                continue
            key = f"state:{row.country}" if row.kind == "palace" and row.country else f"org:{row.name}"
            type_ = EntityType.STATE if row.kind == "palace" else EntityType.ORGANISATION
            self._add_name(
                token, after, type_, key=key, country=row.country, sector=row.sector,
                wikidata=None if row.kind == "palace" else row.wikidata,
            )  # fmt: skip
            if self.found:
                self.found[-1].palace = row.kind == "palace"
            return after
        return token

    def _dotted(self, token: int, after: int, organisations: dict[str, Organisation]) -> Organisation | None:
        """Return the organisation of "F.B.I.", which the tables spell without full stops."""
        word = self.words[token]
        if after - token > 1 or word[1:2] != "." or not word.replace(".", "").isupper():
            return None
        return organisations.get(word.replace(".", ""))

    def _joined(self, token: int, after: int) -> bool:
        """Say whether the word after a one-word name belongs to the same name by the parse and its capital."""
        word = self.words[after]
        return (
            self.capital(after)
            and self.trees.heads[token] == after
            and role_at(self, after) is None
            and word[0].isalpha()
        )

    def _is_name(self, token: int, after: int) -> bool:
        """Say whether a match of one short word is used as a name here."""
        if after - token > 1:
            return True
        word = self.words[token]
        if self.trees.poses[token] != "PROPN" and self.labels[token] not in {"ORG", "GPE", "NORP"}:
            return False
        # "IS", "PA", "AU" in capitals alone; "Fox", "Labour" not as part of a person's name.
        if "PERSON" in self.labels[max(0, token - 1) : token] + self.labels[after : after + 1] and not word.isupper():
            return False
        return len(word) > 2 or word.isupper()

    def _state_at(self, token: int) -> int:
        """Take the longest name of a state, a capital or a demonym at ``token``; return the token after it."""
        limit = min(len(self.words), token + 6, self.sentence_end(token))
        for after in range(limit, token, -1):
            if not self.capital(after - 1) or (after - token == 1 and not self._place_like(token)):
                continue
            found = gazetteer.country_of_name(self.phrase(token, after))
            if found is None:
                continue
            if self._longer_name(token, after):
                return token
            self._add_name(
                token, after, EntityType.STATE, key=f"state:{found[0]}", country=found[0], sector="GOV", gender="n"
            )
            return after
        return token

    def _place_like(self, token: int) -> bool:
        """Say whether a single capitalised word can be a state here: not "turkey", not "Jordan" the person."""
        before = self.words[token - 1] if token else ""
        if self.of_continent(token) or (before == "New" and self.labels[token - 1] == self.labels[token] != ""):
            return False  # "Latin America", "New Mexico"
        return self.trees.poses[token] == "PROPN" and self.labels[token] != "PERSON"

    def _longer_name(self, token: int, after: int) -> bool:
        """Say whether a state's name is part of a longer name of something else ("Bank of England", "Mexico City")."""
        following = self.words[after].lower() if after < len(self.words) else ""
        inside = self.labels[token] in {"ORG", "FAC", "EVENT", "PERSON"}
        goes_on = after < len(self.words) and self.capital(after) and self.labels[after] == self.labels[token] != ""
        if goes_on and (inside or following in tables.name_words("place") or following in tables.name_words("event")):
            return True
        before = token > 1 and self.words[token - 1].lower() == "of" and self.capital(token - 2)
        return inside and before and self.labels[token - 1] == self.labels[token]

    def _names_of_pairs(self) -> None:
        """Take both names of "the Reyes-Duarte summit" where the parser takes each for a person's elsewhere."""
        starts, ends, labels = self.trees.starts, self.trees.ends, self.labels
        for token in range(1, len(self.words) - 1):
            if self.words[token] != "-" or starts[token] != ends[token - 1] or starts[token + 1] != ends[token]:
                continue
            sides = (token - 1, token + 1)
            double = token > 1 and labels[token - 2] == "PERSON" and self.capital(token - 2)
            if not double and all(
                self.capital(at) and self.surnames[self.words[at]] and self.cover[at] < 0 and self.readable(at)
                for at in sides
            ):
                for at in sides:
                    self._add_name(at, at + 1, EntityType.PERSON)

    def _names_of_parser(self) -> None:
        """Take the parser's entities, repaired, where no table name stands."""
        for entity in self.draft.doc.ents:
            kind = _LABELS.get(entity.label_)
            if kind is None or not self.readable(entity.start):
                continue
            first, after = self._trim(entity.start, entity.end)
            if first >= after or after - first > NAME_TOKENS:
                continue
            covered = [self.cover[token] for token in range(first, after) if self.cover[token] >= 0]
            if covered:
                last = self.words[after - 1].lower()
                # "Arab League Council": a longer name of an organisation holds a name of the table.
                if (
                    self.cover[after - 1] >= 0
                    or not self.capital(after - 1)
                    or last not in tables.name_words("organisation")
                ):
                    self._rest_of_entity(first, after, kind)
                    continue
                self._drop(covered)
            if kind in (EntityType.PERSON, EntityType.ORGANISATION):
                first, after = self._grow(first, after)
            if kind is EntityType.ORGANISATION and self._is_team(first, after):
                self._add_name(first, after, kind)
            elif self._pair(first, after):
                self._add_name(first, first + 1, None)
                self._add_name(after - 1, after, None)
            else:
                self._classify(first, after, kind)

    def _is_team(self, first: int, after: int) -> bool:
        """Say whether a name is a role noun in the plural, as of a team: "the Cardinals"."""
        named = (
            after - first == 1 and self.trees.tags[first] == "NNPS" and self.trees.lower[first - 1 : first] == ["the"]
        )
        return named and not self.is_people(first) and tables.role_of(self.trees.lower[first]) is not None

    def _rest_of_entity(self, first: int, after: int, kind: EntityType) -> None:
        """Take what an entity has left beside a name of the tables ("Iran Foreign Minister X")."""
        start = first
        while start < after and self.cover[start] >= 0:
            start += 1
        end = start
        while end < after and self.cover[end] < 0:
            end += 1
        if kind is EntityType.PERSON and end - start >= 2:
            start, end = self._trim(start, end)
            if end - start >= 1:
                self._classify(start, end, kind)

    def _trim(self, first: int, after: int) -> tuple[int, int]:
        """Return an entity without articles, titles, demonyms before persons, possessive marks and stray signs."""
        while first < after and (
            self.words[first].lower() in tables.word_set("determiner")
            or not self.words[first][0].isalnum()
            or self.trees.poses[first] == "SPACE"
        ):
            first += 1
        while after > first and (
            self.words[after - 1] in {"'s", "'", "and", "&"}
            or not (self.words[after - 1][-1].isalnum() or self.words[after - 1][-1] == ".")
            or self.trees.poses[after - 1] == "SPACE"
        ):  # fmt: skip
            after -= 1
        for token in range(first, after):
            if self.trees.poses[token] == "SPACE" or self.words[token] in {"“", "”", '"', "(", ")", "[", "]", ";", ":"}:
                return first, token
            # "Reyes's National Economic Council" holds two names.
            if self.words[token] in {"'s", "'"} and first < token <= first + 2 and self.surnames[self.words[token - 1]]:
                return token + 1, after
        return first, self._syllables(first, after)

    def _syllables(self, first: int, after: int) -> int:
        """Return the end of a name with its hyphened last syllable: the parser cuts "Moon Jae" off "Moon Jae-in"."""
        if after - first < 2 or after + 1 >= len(self.words) or self.words[after] != "-":
            return after
        starts, ends, word = self.trees.starts, self.trees.ends, self.words[after + 1]
        close = starts[after] == ends[after - 1] and starts[after + 1] == ends[after]
        return (
            after + 2
            if close and word.isalpha() and len(word) <= 5 and word not in tables.word_set("hyphened")
            else after
        )

    def _grow(self, first: int, after: int) -> tuple[int, int]:
        """Return a name with the proper nouns beside it that the parser left out: "Ana" of "Ana Reyes"."""
        trees = self.trees
        if first and trees.heads[first - 1] in range(first, after) and self._left_out(first - 1):
            first -= 1
        given = self.words[first] in tables.given_names()
        if given and after - first == 1 and after < len(self.words) and self._left_out(after):
            after += 1
        return first, after

    def _left_out(self, token: int) -> bool:
        """Say whether a token is a bare proper noun that may belong to the name beside it."""
        return (
            self.trees.poses[token] == "PROPN"
            and self.capital(token)
            and self.cover[token] < 0
            and self.labels[token] not in NUMERIC
            and self.readable(token)
            and not self.is_people(token)
            and tables.role_of(self.words[token].lower()) is None
        )

    def _pair(self, first: int, after: int) -> bool:
        """Say whether two names are tied by a hyphen: "the Reyes-Duarte summit"."""
        return (
            after - first == 3
            and self.words[first + 1] == "-"
            and self.trees.starts[first + 1] == self.trees.ends[first]
            and self.capital(first + 2)
            and self.trees.deps[self.root(first, after)] in ("compound", "nmod", "amod")
        )

    def _names_of_runs(self) -> None:
        """Take runs of proper nouns that neither table nor parser has named."""
        count, token = len(self.words), 0
        while token < count:
            if not self._free_proper(token):
                token += 1
                continue
            after = token + 1
            while after < count and after - token < NAME_TOKENS and self._continues(after):
                after += 1
            while after > token + 1 and not self.capital(after - 1):
                after -= 1
            first, _ = self._skip_titles(token, after)
            if first < after:
                self._classify_run(first, after)
            elif self._is_surname(token, after):
                self._add_person(token, after)
            token = after

    def _free_proper(self, token: int) -> bool:
        """Say whether a proper noun stands here that belongs to no name yet."""
        pos = self.trees.poses[token]
        # "[Reyes] paused": the parser loses a surname that it knows elsewhere.
        known = pos in ("X", "NOUN", "VERB") and self.surnames[self.words[token]] > 2
        return (
            (pos == "PROPN" or known or self._is_capital_noun(token))
            and self.cover[token] < 0
            and self.capital(token)
            and self.labels[token] not in NUMERIC
            and self.readable(token)
            and not self.is_people(token)
        )

    def _is_capital_noun(self, token: int) -> bool:
        """Say whether the parser takes a name inside a sentence for a noun: "the Keelers signed two players"."""
        trees = self.trees
        sentence = trees.sentences[token]
        if trees.poses[token] != "NOUN" or sentence < 0 or sentence in self.headings:
            return False
        inside = token > trees.ranges[sentence][0] and self.words[token - 1][-1].isalnum()
        return inside and self.words[token].isalpha() and tables.role_of(trees.lower[token]) is None

    def _continues(self, token: int) -> bool:
        """Say whether a run of proper nouns goes on: a name, or a hyphen or particle within one."""
        if self._free_proper(token):
            return self.trees.sentences[token] == self.trees.sentences[token - 1]
        inner = self.words[token] == "-" or self.words[token].lower() in tables.name_words("particle")
        return inner and token + 1 < len(self.words) and self._free_proper(token + 1) and self.cover[token] < 0

    def _names_with_nicknames(self) -> None:
        """Take "Luisa (Lu) Reyes" and "Luisa “Lu” Reyes" for one name: what stands in between is a nickname."""
        for mention in list(self.found):
            opening = mention.head_after
            last = opening + 3
            if mention.dropped or mention.type not in (None, EntityType.PERSON) or last >= len(self.words):
                continue
            marks = (self.words[opening], self.words[opening + 2])
            one_sentence = self.trees.sentences[last] == mention.sentence
            if marks not in _NICKNAMED or not one_sentence or not self._is_surname_behind(last):
                continue
            after = self.found[self.cover[last]].head_after if self.cover[last] >= 0 else last + 1
            inside = {self.cover[token] for token in range(opening, after)} - {-1}
            if len(mention.name.split()) > _GIVEN_NAMES or not self.capital(opening + 1):
                continue
            self._drop(sorted(inside))
            mention.type = EntityType.PERSON
            mention.name = f"{mention.name} {self.phrase(last, after)}"
            mention.after = mention.head_after = after
            mention.root = self.root(mention.head, after)
            mention.subject = self.trees.deps[mention.root] in ("nsubj", "nsubjpass")
            for token in range(mention.head, after):
                self.cover[token] = self.found.index(mention)

    def _is_surname_behind(self, token: int) -> bool:
        """Say whether a noun in capitals that no table knows begins at a token."""
        if not (self.capital(token) and self.trees.poses[token] in ("PROPN", "NOUN") and self.words[token].isalpha()):
            return False
        number = self.cover[token]
        name = self.found[number] if number >= 0 else None
        return name is None or (name.head == token and not name.key)

    def _names_overlooked(self) -> None:
        """Take the full names that the parser finds in one place and overlooks, or finds half of, in another."""
        names = self._known_names(self.found)
        known: dict[tuple[str, ...], EntityType | None] = {
            words: type_ for words, type_ in names.items() if len(words) > 1 and type_ is not None
        }
        starts = {words[0] for words in known}
        for token, word in enumerate(self.trees.lower):
            if word not in starts or not self.readable(token):
                continue
            after = self._known_at(token, self.sentence_end(token), known)
            parts = [self.found[number] for number in {self.cover[at] for at in range(token, after)} - {-1}]
            if after > token and all(token <= part.head and part.head_after <= after for part in parts):
                self._take_known(token, after, known)
