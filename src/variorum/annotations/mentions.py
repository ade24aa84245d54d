"""Mentions: where a report names somebody: names with their titles, role nouns, pronouns (after ACE's mention types).

Names come from the tables first (outlets, organisations, states), then from the parser's entities, repaired: its small
model calls places persons and persons organisations. Nominals are noun phrases headed by a role noun of the table.
Which mentions name the same entity is decided in ``coreference``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.annotations import actor_tables as tables
from variorum.annotations import gazetteer
from variorum.annotations.trees import Trees, trees_of
from variorum.model.annotations import EntityType, MentionForm
from variorum.model.spans import Span, index_at

if TYPE_CHECKING:
    from variorum.annotations.actor_tables import Organisation, Role
    from variorum.model.annotations import Draft

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
_NUMERIC = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
#: A name of more tokens is a heading or a list.
_NAME_TOKENS = 8
#: How far a noun phrase reaches to the left of its head, in tokens.
_PHRASE_TOKENS = 12
_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "it": "n", "its": "n", "itself": "n",
}  # fmt: skip
_ARTICLES = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "every", "each", "another"}
)
_PREPARED = frozenset(
    "former late ex longtime long-time outgoing incoming acting interim deputy senior top then newly ailing exiled current"
    " veteran first second chief embattled self-styled self-proclaimed so-called de facto".split()
)


@dataclass(slots=True)
class Found:
    """A mention before it is joined to others; tokens are numbers in the parse."""

    first: int
    after: int
    head: int
    """First token of the name or the role noun."""
    head_after: int
    form: MentionForm
    type: EntityType | None
    sentence: int
    name: str = ""
    """The name with single blanks, or the role noun in lower case, or the pronoun."""
    key: str | None = None
    """An identity that a table gives: ``state:SYR``, ``org:Hamas``, ``place:Berlin``."""
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    gender: str | None = None
    """``m``, ``f``, ``p`` (several), ``n`` (a thing), None unknown."""
    roles: tuple[Role, ...] = ()
    """The role nouns of the title, or the one that heads the nominal."""
    definite: bool = False
    plural: bool = False
    adjective: bool = False
    """True for "Syrian" in "the Syrian economy"."""
    restricted: bool = False
    """True for "the movement against Assad", "the man who called": a new description, not one that points back."""
    owner: int | None = None
    """For "Assad's government", "his wife": token of the possessor."""
    partner: int | None = None
    """Token of the name that this nominal stands in apposition to, or is said to be."""
    subject: bool = False
    root: int = -1
    """The token that governs the rest of the mention."""
    quoted: bool = False
    dropped: bool = False
    """True for a name that turned out to be part of a longer one."""
    modifiers: tuple[int, ...] = field(default=())
    """Tokens of demonyms inside the mention."""


def find_mentions(draft: Draft) -> list[Found]:
    """Return the mentions of a report in text order; nominals may hold names ("Assad's government")."""
    finder = _Finder(draft)
    finder.find_names()
    finder.find_nominals()
    finder.find_pronouns()
    kept = (mention for mention in finder.found if not mention.dropped)
    found = sorted(kept, key=lambda mention: (mention.first, -mention.after, mention.head))
    for mention in found:
        span = finder.span(mention.first, mention.after)
        mention.quoted = (
            index_at(draft.marked, span.start) is not None and index_at(draft.marked, span.end - 1) is not None
        )
    return found


class _Finder:
    """The tokens of one report and what was found in them so far."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.report.text
        self.trees: Trees = trees_of(draft)
        trees = self.trees
        self.words = [
            self.text[start:end].replace("’", "'") for start, end in zip(trees.starts, trees.ends, strict=True)
        ]
        self.labels = [token.ent_type_ for token in draft.doc]
        #: The name that covers a token, as number into ``found``; -1 where none does.
        self.cover = [-1] * len(self.words)
        self.found: list[Found] = []
        #: Last words of what the parser takes for persons, with how often it does.
        self.surnames = Counter(entity[-1].text for entity in draft.doc.ents if entity.label_ == "PERSON")

    # -- tokens -------------------------------------------------------------------------------------------------

    def span(self, first: int, after: int) -> Span:
        """Return the characters of tokens."""
        return Span(self.trees.starts[first], self.trees.ends[after - 1])

    def phrase(self, first: int, after: int) -> str:
        """Return the words of tokens with single blanks and straight apostrophes; nothing where a blank begins or ends them."""
        if self.trees.poses[first] == "SPACE" or self.trees.poses[after - 1] == "SPACE":
            return ""
        return " ".join(self.text[self.trees.starts[first] : self.trees.ends[after - 1]].replace("’", "'").split())

    def readable(self, token: int) -> bool:
        """Say whether a token stands in a sentence that is annotated."""
        sentence = self.trees.sentences[token]
        return sentence >= 0 and not self.draft.sentences[sentence].boilerplate

    def walked(self, token: int) -> bool:
        """Say whether the tree above a token may be walked."""
        sentence = self.trees.sentences[token]
        return sentence >= 0 and self.trees.walked[sentence]

    def capital(self, token: int) -> bool:
        """Say whether a word begins with a capital letter."""
        return self.words[token][:1].isupper()

    def root(self, first: int, after: int) -> int:
        """Return the token among ``first`` to ``after`` whose governor lies outside."""
        heads = self.trees.heads
        for token in range(after - 1, first - 1, -1):
            if not first <= heads[token] < after or heads[token] == token:
                return token
        return after - 1

    def nationality(self, token: int) -> str | None:
        """Return the country of a demonym ("Syrian", "pro-Turkish" without its prefix)."""
        if not self.capital(token):
            return None
        found = gazetteer.country_of_demonym(self.words[token])
        return found[0] if found else None

    def is_people(self, token: int) -> bool:
        """Say whether a word is a demonym or names a people or faith."""
        return self.words[token] in tables.peoples() or self.nationality(token) is not None

    # -- names --------------------------------------------------------------------------------------------------

    def find_names(self) -> None:
        """Find names: tables, then the parser's entities, then runs of proper nouns."""
        self._names_of_tables()
        self._names_of_parser()
        self._names_of_runs()

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
        limit = min(len(self.words), token + tables.LONGEST_NAME, self._sentence_end(token))
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
        limit = min(len(self.words), token + 6, self._sentence_end(token))
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

    def _sentence_end(self, token: int) -> int:
        """Return the token after the sentence of ``token``."""
        sentence = self.trees.sentences[token]
        return self.trees.ranges[sentence][1] if sentence >= 0 else token + 1

    def _names_of_parser(self) -> None:
        """Take the parser's entities, repaired, where no table name stands."""
        for entity in self.draft.doc.ents:
            kind = _LABELS.get(entity.label_)
            if kind is None or not self.readable(entity.start):
                continue
            first, after = self._trim(entity.start, entity.end)
            if first >= after or after - first > _NAME_TOKENS:
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
            if self._pair(first, after):
                self._add_name(first, first + 1, None)
                self._add_name(after - 1, after, None)
            else:
                self._classify(first, after, kind)

    def _rest_of_entity(self, first: int, after: int, kind: EntityType) -> None:
        """Take what an entity has left beside a name of the tables ("Hezbollah Lebanese", "Iran Foreign Minister X")."""
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

    def _drop(self, numbers: list[int]) -> None:
        """Withdraw names that turned out to be parts of longer ones."""
        for number in set(numbers):
            mention = self.found[number]
            mention.dropped = True
            for token in range(mention.head, mention.head_after):
                self.cover[token] = -1

    def _trim(self, first: int, after: int) -> tuple[int, int]:
        """Return an entity without articles, titles, demonyms before persons, possessive marks and stray signs."""
        while first < after and (
            self.words[first].lower() in _ARTICLES
            or not self.words[first][0].isalnum()
            or self.trees.poses[first] == "SPACE"
        ):
            first += 1
        while after > first and (
            self.words[after - 1] in {"'s", "'"} or (not self.words[after - 1][-1].isalnum() and self.words[after - 1][-1] != ".")
            or self.trees.poses[after - 1] == "SPACE"
        ):  # fmt: skip
            after -= 1
        for token in range(first, after):
            if self.trees.poses[token] == "SPACE" or self.words[token] in {"“", "”", '"', "(", ")", ";", ":"}:
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
        return after + 2 if close and word.isalpha() and len(word) <= 5 and word not in _HYPHENED else after

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
            and self.labels[token] not in _NUMERIC
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

    def _classify(self, first: int, after: int, kind: EntityType) -> None:
        """Decide what an entity of the parser is, and take it."""
        words = self.words[first:after]
        if not any(word[:1].isupper() for word in words):
            return
        if all(self.is_people(token) or self.words[token] in {"-", "and"} for token in range(first, after)):
            return  # demonyms are read with their nouns
        start, _ = self._skip_titles(first, after)
        if start >= after:
            return
        given = first and self.cover[first - 1] < 0 and self.words[first - 1] in tables.given_names()
        of = next((at for at in range(first, after) if self.words[at] == "of"), -1)
        if kind is EntityType.PERSON and of > first:
            after = of
        if kind is EntityType.ORGANISATION and given and of > first:
            self._add_person(first - 1, of)  # "Ana" + "Reyes of Ruvia"
            return
        last = words[-1].lower()
        if last in tables.name_words("event") and kind is not EntityType.PERSON:
            self._add_name(first, after, EntityType.EVENT)
        elif (
            start > first
            and kind in (EntityType.PERSON, EntityType.ORGANISATION)
            and last not in tables.name_words("organisation")
        ):
            self._add_person(start, after)
        elif last in tables.name_words("organisation") and after - first > 1:
            self._add_organisation(first, after)
        elif words[0] in tables.given_names() and after - first in (2, 3) and all(word[:1].isupper() for word in words):
            self._add_person(first, after)
        elif kind is EntityType.PERSON:
            if self._is_place(first, after):
                self._add_place(first, after)
            else:
                self._add_person(start, after)
        elif kind is EntityType.PLACE:
            self._add_place(first, after)
        elif kind is EntityType.GROUP:
            if self.trees.deps[self.root(first, after)] not in ("amod", "compound", "nmod"):
                self._add_name(first, after, kind, gender="p")
        elif kind is EntityType.ORGANISATION:
            if self._titled(first):
                self._add_person(first, after)
            else:
                self._add_organisation(first, after)
        elif kind is EntityType.EVENT or kind is EntityType.OTHER:
            self._add_name(first, after, kind)

    def _is_place(self, first: int, after: int) -> bool:
        """Say whether what the parser calls a person is a place: known as one, and after a preposition of place."""
        if after - first > 1 and self.words[after - 1].lower() in tables.name_words("place"):
            return True
        before = self.words[first - 1].lower() if first else ""
        if before == "of" and first > 1 and self.words[first - 2].lower() in _SEATED:
            return True
        return before in {"in", "near", "at", "across", "outside"} and bool(gazetteer.lookup(self.phrase(first, after)))

    def _titled(self, first: int) -> bool:
        """Say whether a person's title stands right before a name."""
        role = role_at(self, first - 1) if first and self.readable(first - 1) else None
        return role is not None and role[0].type is EntityType.PERSON and not role[2]

    def _skip_titles(self, first: int, after: int) -> tuple[int, bool]:
        """Return the first token of a name after titles and demonyms, and whether a title was skipped."""
        token, titled = first, False
        while token < after:
            found = self._title_from(token, after)
            if found:
                token, titled = found, True
            elif self.is_people(token) and token + 1 < after:
                nxt = self._title_from(token + 1, after)
                if not nxt:
                    break
                token, titled = nxt, True
            else:
                break
        return token, titled

    def _title_from(self, token: int, after: int) -> int:
        """Return the token after a personal title that begins at ``token``, or 0."""
        for end in range(min(after, token + 3), token, -1):
            role = tables.role_of(self.phrase(token, end).lower())
            # "Major", "Baby" with a capital may begin a name: only offices count inside one.
            if role is not None and role.type is EntityType.PERSON and role.kind in ("title", "label"):
                return end
        return 0

    def _names_of_runs(self) -> None:
        """Take runs of proper nouns that neither table nor parser has named."""
        count, token = len(self.words), 0
        while token < count:
            if not self._free_proper(token):
                token += 1
                continue
            after = token + 1
            while after < count and after - token < _NAME_TOKENS and self._continues(after):
                after += 1
            while after > token + 1 and not self.capital(after - 1):
                after -= 1
            first, _ = self._skip_titles(token, after)
            if first < after:
                self._classify_run(first, after)
            token = after

    def _free_proper(self, token: int) -> bool:
        """Say whether a proper noun stands here that belongs to no name yet."""
        pos = self.trees.poses[token]
        # "[Reyes] paused": the parser loses a surname that it knows elsewhere.
        known = pos in ("X", "NOUN", "VERB") and self.surnames[self.words[token]] > 2
        return (
            (pos == "PROPN" or known)
            and self.cover[token] < 0
            and self.capital(token)
            and self.labels[token] not in _NUMERIC
            and self.readable(token)
            and not self.is_people(token)
        )

    def _continues(self, token: int) -> bool:
        """Say whether a run of proper nouns goes on: a name, or a hyphen or particle within one."""
        if self._free_proper(token):
            return self.trees.sentences[token] == self.trees.sentences[token - 1]
        inner = self.words[token] == "-" or self.words[token].lower() in tables.name_words("particle")
        return inner and token + 1 < len(self.words) and self._free_proper(token + 1) and self.cover[token] < 0

    def _classify_run(self, first: int, after: int) -> None:
        """Decide what a run of proper nouns is; runs that nothing explains are left alone."""
        last = self.words[after - 1].lower()
        whole = self.phrase(first, after)
        if after - first > 1 and last in tables.name_words("organisation"):
            self._add_organisation(first, after)
        elif after - first > 1 and last in tables.name_words("event"):
            self._add_name(first, after, EntityType.EVENT)
        elif self._titled(first) or (after - first in (2, 3) and self.words[first] in tables.given_names()):
            self._add_person(first, after)
        elif tables.role_of(whole.lower()) is None and gazetteer.lookup(whole) and len(whole) > 3:
            self._add_place(first, after)
        elif whole.isupper() and len(whole) > 2 and after - first == 1:
            self._add_organisation(first, after)
        elif after - first in (2, 3) and self._human_place(first, after):
            self._add_person(first, after)
        elif (
            tables.role_of(whole.lower()) is None
            and after - first == 1
            and last not in tables.name_words("organisation")
        ):
            self._add_name(first, after, None)

    def _human_place(self, first: int, after: int) -> bool:
        """Say whether an unexplained name stands where persons do: "Ruvia's Xan Dorel", "Xan Dorel said"."""
        if any(tables.role_of(word.lower()) for word in self.words[first:after]):
            return False
        owner = first > 1 and self.words[first - 1] == "'s" and self.cover[first - 2] >= 0
        if owner and self.found[self.cover[first - 2]].type is EntityType.STATE:
            return True
        root = self.root(first, after)
        return self.trees.deps[root] == "nsubj" and self.trees.lemmas[self.trees.heads[root]] in _HUMAN_ACTS

    def _add_place(self, first: int, after: int) -> None:
        """Take a place, or a government where a capital acts."""
        whole = self.phrase(first, after)
        capital = gazetteer.country_of_capital(whole)
        if capital and self._acts(first, after):
            self._add_name(first, after, EntityType.STATE, key=f"state:{capital[0]}", country=capital[0], sector="GOV")
            return
        places = gazetteer.lookup(whole)
        country = places[0].country if places and (places[0].capital or len(places) == 1) else None
        self._add_name(first, after, EntityType.PLACE, key=f"place:{whole.lower()}", country=country, gender="n")

    def _acts(self, first: int, after: int) -> bool:
        """Say whether a capital stands for its government: as the subject of an act, or among parties of a relation."""
        root = self.root(first, after)
        if not self.walked(root):
            return False
        trees = self.trees
        top = trees.first_conjunct(root)
        dep, head = trees.deps[top], trees.heads[top]
        if dep == "nsubj":
            return trees.lemmas[head] not in _NOT_ACTS and trees.poses[head] == "VERB"
        if dep in ("dobj", "dative"):
            return trees.lemmas[head] in _DONE_TO
        if dep == "poss":
            return trees.lemmas[head] in _OWNED
        if dep != "pobj":
            return dep in ("agent",)
        preposition, noun = trees.lower[head], trees.heads[head]
        if preposition in ("between", "with", "against", "toward", "towards", "by"):
            return trees.lemmas[noun] in _RELATIONS or trees.deps[head] == "agent" or preposition == "between"
        return preposition == "to" and trees.lemmas[noun] == "accord"

    def _add_organisation(self, first: int, after: int) -> None:
        """Take an organisation, with the sector that its last word tells and the country that its first does."""
        sector = tables.name_words("organisation").get(self.words[after - 1].lower())
        country = self.nationality(first)
        if country is None and first and self.walked(first) and self.is_people(first - 1):
            country = self.nationality(first - 1)
        self._add_name(first, after, EntityType.ORGANISATION, country=country, sector=sector, gender="n")

    def _add_person(self, first: int, after: int) -> None:
        """Take a person."""
        for token in range(first, after):
            # "Alawite Muslim", "Hezbollah Lebanese" are nobody's names.
            if self.is_people(token) and token + 1 == after:
                return
        self._add_name(first, after, EntityType.PERSON, gender=tables.given_names().get(self.words[first]))

    def _add_name(
        self, first: int, after: int, type_: EntityType | None, *, key: str | None = None, country: str | None = None,
        sector: str | None = None, wikidata: str | None = None, gender: str | None = None,
    ) -> None:  # fmt: skip
        """Take a name: its tokens are covered."""
        if any(self.cover[token] >= 0 for token in range(first, after)):
            return
        root = self.root(first, after)
        mention = Found(
            first, after, first, after, MentionForm.NAME, type_, self.trees.sentences[first], self.phrase(first, after),
            key, country, sector, wikidata, gender, root=root,
            subject=self.trees.deps[root] in ("nsubj", "nsubjpass"),
        )  # fmt: skip
        for token in range(first, after):
            self.cover[token] = len(self.found)
        self.found.append(mention)

    # -- nominals ------------------------------------------------------------------------------------------------

    def find_nominals(self) -> None:
        """Put titles before names, and find noun phrases that a role noun heads."""
        titled: set[int] = set()
        names = [mention for mention in self.found if not mention.dropped]
        for mention in names:
            self._take_title(mention, titled)
        ends = tables.role_ends()
        for token, word in enumerate(self.trees.lower):
            if token in titled or self.cover[token] >= 0 or not self.readable(token):
                continue
            if self.trees.tags[token] in ("NN", "NNS", "NNP", "NNPS") and (
                word in ends or self.trees.lemmas[token] in ends or word[-3:] == "men"
            ):
                self._take_nominal(token)
            elif self.capital(token) and self.is_people(token):
                self._take_people(token)

    def _take_title(self, mention: Found, titled: set[int]) -> None:
        """Extend a name to the left over its title and to the right over its kind ("the Hamas organization")."""
        trees = self.trees
        sentence_start = trees.ranges[mention.sentence][0]
        low = max(sentence_start, mention.head - _PHRASE_TOKENS)
        token, first, found = mention.head - 1, mention.head, []
        while token >= low and (self.cover[token] < 0 or self.found[self.cover[token]].type is not EntityType.PERSON):
            role = role_at(self, token)
            if role and self._fits(role[0], mention) and not role[2] and trees.poses[token] in ("NOUN", "PROPN", "ADJ"):
                found.append(role[0])
                self._drop(
                    [n for at in range(role[1], token + 1) if (n := self.cover[at]) >= 0 and not self.found[n].key]
                )
                first = token = role[1]
                titled.update(range(role[1], mention.head))
                token -= 1
            elif found and self._modifies(token, first):
                first = token
                token -= 1
            else:
                break
        if found:
            mention.first = first
            mention.roles = tuple(reversed(found))
            titled.update(range(first, mention.head))
            self._read_title(mention)
        elif mention.type is EntityType.ORGANISATION:
            self._take_kind(mention, titled)
        if (
            mention.first > low
            and trees.lower[mention.first - 1] in ("the", "a", "an")
            and (found or mention.after > mention.head_after)
        ):
            mention.first -= 1

    def _fits(self, role: Role, mention: Found) -> bool:
        """Say whether a role noun can be the title of a name."""
        if mention.type is EntityType.PERSON or mention.type is None:
            return role.type is EntityType.PERSON
        return mention.type is EntityType.ORGANISATION and role.type in (EntityType.ORGANISATION, EntityType.GROUP)

    def _modifies(self, token: int, first: int) -> bool:
        """Say whether a token before a title belongs to it: "longtime", "Syrian", "Iran-backed", "Hamas"."""
        word, pos = self.words[token], self.trees.poses[token]
        if self.cover[token] >= 0:
            return first == token + 1 and self.found[self.cover[token]].type in (
                EntityType.ORGANISATION,
                EntityType.STATE,
            )
        if self.trees.tags[token] == "VBN" and self.words[token - 1] == "-":
            return True
        if word == "-" or self.is_people(token) or word.lower() in _PREPARED:
            return True
        if pos in ("ADJ", "NOUN", "PROPN") and word[:1].isalpha() and self.labels[token] not in _NUMERIC:
            return not self.walked(token) or first <= self.trees.heads[token] < first + _PHRASE_TOKENS
        if word == "'s" or pos == "PRON":
            return pos == "PRON" and self.trees.tags[token] == "PRP$"
        return pos == "VERB" and self.trees.deps[token] == "amod"

    def _read_title(self, mention: Found) -> None:
        """Read country, sector and gender out of a title."""
        if mention.type is None:
            mention.type = EntityType.PERSON
        for token in range(mention.first, mention.head):
            country = self.nationality(token)
            if country is None and self.cover[token] >= 0:
                country = self.found[self.cover[token]].country
            mention.country = mention.country or country
        role = mention.roles[0]
        if mention.type is EntityType.PERSON:
            mention.gender = next((role.gender for role in mention.roles if role.gender), mention.gender)
            mention.sector = mention.sector or next((role.sector for role in mention.roles if role.sector), None)
        else:
            mention.sector = mention.sector or role.sector

    def _take_kind(self, mention: Found, titled: set[int]) -> None:
        """Read "the Hamas organization", "the Hezbollah Lebanese terrorist organization" as one mention."""
        limit = min(self._sentence_end(mention.head), mention.head_after + 5)
        token = mention.head_after
        while token < limit and (
            self.is_people(token)
            or self.trees.poses[token] == "ADJ"
            or self.trees.lower[token] in ("terrorist", "militant", "news", "armed", "terror")
        ):
            if role_end(self, token, limit):
                break
            token += 1
        found = role_end(self, token, limit) if token < limit else None
        if (
            found is None
            or self.trees.tags[found[1] - 1] not in ("NN", "NNP")
            or found[0].type not in (EntityType.GROUP, EntityType.ORGANISATION)
        ):
            return
        role, after = found
        if after < limit and self.trees.poses[after] in ("NOUN", "PROPN") and self.trees.heads[after - 1] == after:
            return  # "Islamic State group jihadists" are persons
        if role.noun in ("government", "regime", "leadership", "administration", "authorities", "team", "parliament"):
            return
        mention.after, mention.roles = after, (role,)
        mention.sector = mention.sector or role.sector
        first = mention.head
        while first > self.trees.ranges[mention.sentence][0] and self._modifies(first - 1, first):
            first -= 1
        mention.first = first
        titled.update(range(first, after))
        for at in range(first, after):
            if mention.country is None:
                mention.country = self.nationality(at)

    def _take_nominal(self, token: int) -> None:
        """Take the noun phrase that the role noun ending at ``token`` heads."""
        found = role_at(self, token)
        trees = self.trees
        if found is None:
            return
        role, head, possessive = found
        if trees.deps[token] in ("compound", "nmod", "npadvmod") and trees.heads[token] > token:
            return
        if token + 1 < len(self.words) and self.words[token + 1] == "-":
            return
        low = max(trees.ranges[trees.sentences[token]][0], token - _PHRASE_TOKENS)
        first, owner, country, demonyms = head, None, None, []
        while first > low and self._in_phrase(first - 1, head):
            first -= 1
            if self.words[first] == "'s" or (self.words[first] == "'" and first > low):
                owner = first - 1
            elif trees.tags[first] == "PRP$":
                owner = first
                break
            nation = self.nationality(first)
            if nation:
                demonyms.append(first)
                country = country or nation
            elif self.cover[first] >= 0 and self.found[self.cover[first]].type is EntityType.STATE:
                country = country or self.found[self.cover[first]].country
            elif self.cover[first] >= 0 and owner is None and role.noun in ("administration", "government", "regime"):
                owner = first
            elif self.words[first].lower() in _ARTICLES:
                break
        # "for massacring civilians": the parser takes the verb for an adjective.
        while first < head and (
            self.words[first] in {"-", "'s", "'", ",", "“", '"', "‘", "”"} or trees.tags[first] == "VBG"
        ):
            first += 1
        plural = trees.tags[token] in ("NNS", "NNPS")
        anchor = self._anchor(token) if self.walked(token) else token
        if anchor != token and trees.lower[anchor] == "one":
            first, plural = anchor, False
        after, of_country, of_owner = self._after_nominal(token, token + 1)
        lead = self.words[first].lower()
        self.found.append(Found(
            first, after, head, token + 1, MentionForm.NOMINAL,
            EntityType.GROUP if plural and role.type is EntityType.PERSON else role.type,
            trees.sentences[token], role.noun, None, country or of_country, role.sector, None,
            "p" if plural else (role.gender or (None if role.type is EntityType.PERSON else "n")), (role,),
            lead in ("the", "this", "that", "these", "those") or owner is not None, plural,
            owner=owner if owner is not None else of_owner, partner=self._partner(token),
            subject=trees.deps[token] in ("nsubj", "nsubjpass"), root=token, modifiers=tuple(demonyms),
            restricted=self.walked(token) and trees.child(token, "relcl", "acl", "prep") >= 0,
        ))  # fmt: skip

    def _in_phrase(self, token: int, head: int) -> bool:
        """Say whether a token left of a role noun belongs to its noun phrase."""
        trees, word = self.trees, self.words[token]
        pos, dep = trees.poses[token], trees.deps[token]
        if pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN"):
            # A noun before the phrase ("killed civilians the army ...") governs or stands outside.
            if self.walked(token) and not self._governed(token, head):
                return False
            return dep not in ("pcomp",) and word.lower() not in ("such", "both")
        if word in {"-", "'s", "'"} or (self.words[token + 1] == "-" and word.isalpha()):
            return True
        if word in {"“", '"', "‘"}:
            return False
        if pos == "PRON":
            return trees.tags[token] == "PRP$"
        if pos == "VERB":
            return dep == "amod" or (dep == "compound") or self.words[token - 1] == "-"
        if pos == "ADV":
            return (
                dep == "advmod"
                and trees.poses[trees.heads[token]] in ("ADJ", "VERB")
                and trees.heads[token] == token + 1
            )
        return False

    def _governed(self, token: int, head: int) -> bool:
        """Say whether the chain of governors of ``token`` reaches the role noun within a few steps."""
        heads = self.trees.heads
        for _ in range(6):
            up = heads[token]
            if up == token or up < token:
                return False
            if up >= head:
                return up <= head + 4
            token = up
        return False

    def _after_nominal(self, token: int, after: int) -> tuple[int, str | None, int | None]:
        """Take "of Hamas", "of the Syrian state" into a nominal; return its end, the country and the owner that they tell."""
        if (
            after + 1 >= len(self.words)
            or self.trees.lower[after] not in ("of", "for")
            or self.trees.heads[after] != token
        ):
            return after, None, None
        at = after + 1
        if self.words[at].lower() == "the":
            at += 1
        if at < len(self.words) and self.cover[at] >= 0:
            name = self.found[self.cover[at]]
            if name.head == at and name.head_after <= after + _NAME_TOKENS:
                return name.head_after, name.country, name.head
        return after, None, None

    def _partner(self, token: int) -> int | None:
        """Return the name that a nominal stands in apposition to ("Ana Reyes, the mayor"), or is said to be."""
        trees = self.trees
        if not self.walked(token):
            return None
        token = self._anchor(token)
        dep, head = trees.deps[token], trees.heads[token]
        if dep == "appos":
            return head
        if (dep == "attr" or trees.lower[token] == "of") and trees.lemmas[head] in ("be", "remain", "become"):
            subject = trees.child(head, "nsubj")
            return subject if subject >= 0 and trees.child(head, "neg") < 0 else None
        if dep == "pobj" and trees.lower[head] == "as":
            return self._as_whom(trees.heads[head])
        if dep == "pobj" and trees.lower[head] in ("while", "though", "although", "once"):
            # "While a close ally, he ...": the subject of the clause that follows, wherever the parser hangs it.
            end = self._sentence_end(token)
            return next(
                (t for t in range(token + 1, end) if trees.deps[t] == "nsubj" and trees.poses[t] in _NAMING), None
            )
        named = trees.child(token, "appos")
        return named if named >= 0 else None

    def _anchor(self, token: int) -> int:
        """Return "one" in "one of its top financiers", else the noun itself."""
        trees = self.trees
        of = trees.heads[token]
        if trees.deps[token] == "pobj" and trees.lower[of] == "of" and trees.lower[trees.heads[of]] in _ONE_OF:
            return trees.heads[of]
        if (
            trees.deps[token] == "pobj"
            and trees.lower[of] == "of"
            and of
            and trees.lower[of - 1] in ("somewhat", "something")
        ):
            return of
        return token

    def _as_whom(self, verb: int) -> int | None:
        """Return whom "as mayor" is said of: "resigned as mayor", "was named as envoy", "described Reyes as a tyrant"."""
        trees = self.trees
        for _ in range(3):
            passive = trees.child(verb, "nsubjpass")
            if passive >= 0:
                return passive
            whom = trees.child(verb, "dobj")
            if whom >= 0 and trees.lemmas[verb] in _CALLING:
                return whom
            subject = trees.child(verb, "nsubj")
            if subject >= 0:
                return subject if trees.lemmas[verb] not in _CALLING else None
            if trees.deps[verb] not in ("xcomp", "advcl", "conj", "acl"):
                return None
            verb = trees.heads[verb]
        return None

    def _take_people(self, token: int) -> None:
        """Take demonyms: nouns are groups ("Syrians"), adjectives name the state ("the Turkish occupation")."""
        trees = self.trees
        country = self.nationality(token)
        plural = trees.tags[token] in ("NNS", "NNPS")
        if token + 1 < len(self.words) and self.words[token + 1] == "-":
            return
        noun = trees.poses[token] in ("NOUN", "PROPN") and trees.deps[token] not in ("compound", "amod", "nmod")
        if noun and (plural or self.words[token].endswith("s")):
            first = token
            low = max(trees.ranges[trees.sentences[token]][0], token - 4)
            while (
                first > low
                and (trees.poses[first - 1] in ("ADJ", "DET", "NUM") or self.is_people(first - 1))
                and trees.heads[first - 1] == token
            ):
                first -= 1
                country = country or self.nationality(first)
            self.found.append(Found(
                first, token + 1, token, token + 1, MentionForm.NAME, EntityType.GROUP, trees.sentences[token],
                self.phrase(token, token + 1), f"people:{tables.peoples().get(self.words[token], country)}:{country}", country, "CVL", None, "p",
                plural=True, subject=trees.deps[token] in ("nsubj", "nsubjpass"), root=token,
            ))  # fmt: skip
        elif noun and trees.deps[token] in ("attr", "appos") and self.walked(token):
            # "Reyes himself is a Shiite Muslim"
            first = token
            while first > 0 and trees.heads[first - 1] == token and trees.poses[first - 1] in ("ADJ", "PROPN", "DET"):
                first -= 1
            self.found.append(Found(
                first, token + 1, token, token + 1, MentionForm.NOMINAL, EntityType.PERSON, trees.sentences[token],
                trees.lower[token], None, country, partner=self._partner(token), root=token, modifiers=(token,),
            ))  # fmt: skip
        elif country and trees.deps[token] in ("amod", "compound", "nmod") and not self._inside(token):
            self.found.append(Found(
                token, token + 1, token, token + 1, MentionForm.NAME, EntityType.STATE, trees.sentences[token],
                self.phrase(token, token + 1), f"state:{country}", country, "GOV", None, "n", adjective=True, root=token,
            ))  # fmt: skip

    def _inside(self, token: int) -> bool:
        """Say whether a demonym belongs to a nominal or title that its phrase is headed by."""
        head = self.trees.heads[token]
        if self.cover[head] >= 0:
            return True
        return role_at(self, head) is not None

    # -- pronouns ------------------------------------------------------------------------------------------------

    def find_pronouns(self) -> None:
        """Find third-person pronouns."""
        trees = self.trees
        for token, word in enumerate(trees.lower):
            gender = _PRONOUNS.get(word)
            if gender is None or trees.poses[token] not in ("PRON", "DET") or not self.walked(token):
                continue
            self.found.append(Found(
                token, token + 1, token, token + 1, MentionForm.PRONOUN, None, trees.sentences[token], word, gender=gender,
                plural=gender == "p", subject=trees.deps[token] in ("nsubj", "nsubjpass"), root=token,
            ))  # fmt: skip


def role_at(finder: _Finder, token: int) -> tuple[Role, int, bool] | None:
    """Return the longest role noun that ends at ``token``, its first token, and whether a possessive mark follows."""
    if token < 0 or (
        finder.trees.lower[token] not in tables.role_ends() and tables.role_of(finder.trees.lower[token]) is None
    ):
        return None
    possessive = token + 1 < len(finder.words) and finder.words[token + 1] in ("'s", "'")
    low = max(0, token - tables.LONGEST_ROLE + 1)
    for first in range(low, token + 1):
        role = tables.role_of(finder.phrase(first, token + 1).lower())
        if role is not None:
            return role, first, possessive
    return None


def role_end(finder: _Finder, token: int, limit: int) -> tuple[Role, int] | None:
    """Return the longest role noun that begins at ``token`` and the token after it."""
    for after in range(min(limit, token + 3), token, -1):
        role = tables.role_of(finder.phrase(token, after).lower())
        if role is not None:
            return role, after
    return None


_NAMING = frozenset({"PROPN", "PRON"})
_HUMAN_ACTS = frozenset(
    "say tell ask write speak resign die smile sign arrive travel marry retire joke joke recall".split()
)
_SEATED = frozenset(
    "mayor governor prefect city town village port province capital suburb district outskirts region".split()
)
_HYPHENED = frozenset(
    {"led", "era", "like", "run", "style", "held", "made", "born", "free", "type", "to", "and", "ally", "aged"}
)
_ONE_OF = frozenset({"one", "some", "somewhat", "something", "part", "kind", "sort"})
_CALLING = frozenset(
    "describe see regard view name appoint elect portray know brand label dismiss hail use hire pick choose".split()
)
_NOT_ACTS = frozenset("be lie have remain host see house burn flood sit stand".split())
_DONE_TO = frozenset(
    "accuse warn urge condemn criticise criticize blame threaten pressure sanction support oppose tell ask".split()
)
_OWNED = frozenset(
    "focus policy position stance decision demand response reaction government leadership ally effort claim support"
    " opposition interest ambition strategy refusal willingness foe proposal offer threat plan invasion war role".split()
)
_RELATIONS = frozenset(
    "tie relation relationship talk tension detente détente alliance agreement deal accord war conflict dispute negotiation"
    " cooperation normalisation normalization rapprochement reconciliation meeting dialogue contact side ally align negotiate"
    " sanction pressure trade cooperate clash feud standoff rift pact treaty dispute quarrel".split()
)
