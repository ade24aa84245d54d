"""Kinds of names: whether a run of words is a person, an organisation, a state, a place or an event, and its record.

The parser's label is one hint among others: titles before a name, its last word, ages, the gazetteer, and what it does.
"""

from __future__ import annotations

from variorum.annotations.entities.phrases import Found, Phrases, role_at
from variorum.annotations.tables import actors as tables
from variorum.annotations.tables import gazetteer
from variorum.model.annotations import EntityType, MentionForm

#: Longest run of words that may name somebody though nothing explains it: "Harlan Border Guards".
_UNEXPLAINED = 3
#: Words of a given name and a surname.
_FULL_NAME = 2
#: Endings of the names of faiths and doctrines: "Buddhism", "Christianity".
_CREEDS = ("ism", "ianity")
_OF_CREEDS = frozenset({"extreme", "moderate", "orthodox", "political", "radical"})


class NameKinds(Phrases):
    """Decides what names are, and records them."""

    def _classify(self, first: int, after: int, kind: EntityType) -> None:
        """Decide what an entity of the parser is, and take it."""
        words = self.words[first:after]
        peoples = all(self.is_people(token) or self.words[token] in {"-", "and"} for token in range(first, after))
        if peoples or not any(word[:1].isupper() for word in words) or self._took_creed(first, after):
            return  # demonyms are read with their nouns
        start, _ = self._skip_titles(first, after)
        if start >= after and self._is_surname(first, after):
            self._add_person(first, after)
            return
        if start >= after or self._begins_with_role(first, after) or self._took_body(first, start, after):
            return
        if self._aged(after):
            self._add_person(start, after)
            return
        given = first and self.cover[first - 1] < 0 and self.words[first - 1] in tables.given_names()
        if self._is_craft(first):
            self._add_name(first, after, EntityType.OTHER, gender="n")
            return
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
        elif kind is EntityType.PERSON and self._kind_before(first):
            self._add_organisation(first, after)
        elif kind is EntityType.PERSON:
            if self._is_place(first, after):
                self._add_place(first, after)
            else:
                self._add_person(start, after)
        elif kind is EntityType.PLACE and self._is_nobodys_place(first, after):
            self._add_person(first, after)
        elif kind is EntityType.PLACE:
            self._add_place(first, after)
        elif kind is EntityType.GROUP:
            if self.trees.deps[self.root(first, after)] not in ("amod", "compound", "nmod"):
                self._add_name(first, after, kind, gender="p")
        elif kind is EntityType.ORGANISATION and self._is_in_town(first, after):
            self._add_place(first, after)
        elif kind is EntityType.ORGANISATION:
            if self._titled(first):
                self._add_person(first, after)
            else:
                self._add_organisation(first, after)
        elif kind is EntityType.EVENT or kind is EntityType.OTHER:
            self._add_name(first, after, kind)

    def _is_surname(self, first: int, after: int) -> bool:
        """Say whether a role noun alone is the surname of somebody named in full: "Baker said" of Peter Baker."""
        if after - first > 1 or self.words[first] not in self.roles_as_surnames:
            return False
        bare = not first or self.trees.lower[first - 1] not in tables.word_set("determiner")
        return bare and not (after < len(self.words) and self.capital(after) and self.labels[after] == "PERSON")

    def _aged(self, after: int) -> bool:
        """Say whether an age between commas follows a name: "Arden, 31, had worked there" is a person."""
        if after + 2 >= len(self.words) or self.words[after] != "," or self.words[after + 2] not in (",", "."):
            return False
        age = self.words[after + 1]
        return age.isascii() and age.isdigit() and len(age) <= 3 and 10 <= int(age) <= 110

    def _is_place(self, first: int, after: int) -> bool:
        """Say whether what the parser calls a person is a place: known as one, and after a preposition of place."""
        if after - first > 1 and self.words[after - 1].lower() in tables.name_words("place"):
            return True
        before = self.words[first - 1].lower() if first else ""
        if before == "of" and first > 1 and self.words[first - 2].lower() in tables.word_set("seat"):
            return True
        placed = before in {"in", "near", "at", "across", "outside"} and gazetteer.lookup(self.phrase(first, after))
        return bool(placed) or self._is_in_town(first, after)

    def _took_creed(self, first: int, after: int) -> bool:
        """Take the name of a faith or doctrine, which does nothing itself: "Islam", "radical Zionism"."""
        alone = after - first == 1 or (after - first == _FULL_NAME and self.trees.lower[first] in _OF_CREEDS)
        last = self.words[after - 1].lower()
        if not (alone and (last == "islam" or last.endswith(_CREEDS))):
            return False
        self._add_name(after - 1, after, EntityType.OTHER, gender="n")
        return True

    def _is_craft(self, first: int) -> bool:
        """Say whether a name is a vessel's or plane's: "the ferry Belmara", "the Belmara, a rusting ferry".

        "Another ferry of his, the Belmara" too.
        """
        crafts = tables.word_set("craft")
        if first and self.words[first - 1].lower() in crafts:
            return True
        if not first or self.words[first - 1].lower() != "the" or self.words[first + 1 : first + 2] != [","]:
            return False
        root, trees = self.root(first, first + 1), self.trees
        if self.walked(root) and trees.deps[root] == "appos":
            noun = trees.heads[root]
            holder = trees.heads[trees.heads[noun]] if trees.deps[noun] == "pobj" else noun
            if not crafts.isdisjoint((trees.lower[noun], trees.lower[holder])):
                return True
        behind = [word.lower() for word in self.words[first + 2 : first + 6]]
        return behind[:1] in (["a"], ["an"], ["another"]) and any(word in crafts for word in behind[1:])

    def _is_in_town(self, first: int, after: int) -> bool:
        """Say whether what the parser calls a body is a town that something happens in: "in Belmar", a known place.

        "The port of Belmar", "travelled to Belmar", "in Oster and Belmar" too.
        """
        if not first or not gazetteer.lookup(self.phrase(first, after)):
            return False
        trees, root = self.trees, self.root(first, after)
        before = self.words[first - 1].lower()
        if before in {"in", "near", "outside"} or not self.walked(root):
            return before in {"in", "near", "outside"}
        top = trees.first_conjunct(root)
        preposition, holder = trees.heads[top], trees.heads[trees.heads[top]]
        if trees.deps[top] != "pobj":
            return False
        if top != root:
            return trees.lower[preposition] in {"in", "near", "outside"} and self._is_land(top)
        if trees.lower[preposition] == "of":
            return trees.lower[holder] in tables.word_set("seat")
        return trees.lower[preposition] in {"to", "from"} and trees.lemmas[holder] in tables.word_set("going")

    def _is_land(self, token: int) -> bool:
        """Say whether a name that was taken before is a place or state."""
        number = self.cover[token]
        return number >= 0 and self.found[number].type in (EntityType.PLACE, EntityType.STATE)

    def _is_nobodys_place(self, first: int, after: int) -> bool:
        """Say whether what the parser calls a place is a person: no known place, two words, and it does what people do.

        "Hugo Keel will be the host", "the board hired Hugo Keel".
        """
        words = self.words[first:after]
        named = len(words) == _FULL_NAME and all(word.isalpha() and word.istitle() for word in words)
        if not named or words[-1].lower() in tables.name_words("place") or gazetteer.lookup(self.phrase(first, after)):
            return False
        root = self.root(first, after)
        if not self.walked(root):
            return False
        trees, head = self.trees, self.trees.heads[root]
        if trees.deps[root] == "nsubj":
            said_to_be = trees.child(head, "attr") if trees.lemmas[head] == "be" else -1
            is_role = said_to_be >= 0 and tables.role_of(trees.lower[said_to_be]) is not None
            return is_role or trees.lemmas[head] in tables.word_set("human_act")
        return trees.deps[root] == "dobj" and trees.lemmas[head] in tables.word_set("done_to_people")

    def _begins_with_role(self, first: int, after: int) -> bool:
        """Say whether a name is a role noun that begins a line: "Climber dead after a fall"."""
        sentence = self.trees.sentences[first]
        begins = after - first == 1 and first == self.trees.ranges[sentence][0]
        return begins and tables.role_of(self.trees.lower[first]) is not None

    def _kind_before(self, first: int) -> bool:
        """Say whether the noun right before a name is an organisation's: "the newspaper Libera"."""
        role = role_at(self, first - 1) if first and self.readable(first - 1) else None
        return role is not None and role[0].type is EntityType.ORGANISATION and not role[2]

    def _titled(self, first: int) -> bool:
        """Say whether a person's title stands right before a name."""
        role = role_at(self, first - 1) if first and self.readable(first - 1) else None
        return role is not None and role[0].type is EntityType.PERSON and not role[2]

    def _took_body(self, first: int, start: int, after: int) -> bool:
        """Take the body of "Chair of the Harbour Board", which is nobody's name; say whether it is such a phrase."""
        if first == start or self.words[start].lower() not in ("of", "for"):
            return False
        behind = start + 1 + (self.words[start + 1 : start + 2] == ["the"])
        if behind < after:
            self._classify(behind, after, EntityType.ORGANISATION)
        return True

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
            and after - first <= _UNEXPLAINED
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
        if self.trees.deps[root] == "appos":
            return self._is_role_beside(self.trees.heads[root])
        return self.trees.deps[root] == "nsubj" and self.trees.lemmas[self.trees.heads[root]] in tables.word_set(
            "human_act"
        )

    def _is_role_beside(self, noun: int) -> bool:
        """Say whether a noun that a name explains is a person's: "her aide, Xan Dorel", "one of her divers, ..."."""
        of = self.trees.child(noun, "prep") if self.trees.lower[noun] == "one" else -1
        noun = self.trees.child(of, "pobj") if of >= 0 else noun
        role = tables.role_of(self.trees.lemmas[noun]) if noun >= 0 else None
        return role is not None and role.type is EntityType.PERSON

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
        if dep == "nsubj" and trees.lemmas[head] == "be":
            complement = trees.child(head, "acomp")
            return complement >= 0 and trees.lower[complement] in tables.word_set("disposed")
        if dep == "nsubj":
            return trees.lemmas[head] not in tables.word_set("not_act") and trees.poses[head] == "VERB"
        if dep in ("dobj", "dative"):
            return trees.lemmas[head] in tables.word_set("done_to_government")
        if dep == "poss":
            return trees.lemmas[head] not in tables.word_set("owned_by_city")
        if dep != "pobj":
            return dep == "agent"
        preposition, noun = trees.lower[head], trees.heads[head]
        if preposition in ("with", "against") or trees.deps[head] == "agent":
            return True
        if preposition in ("between", "toward", "towards", "by", "of", "from"):
            relation = trees.lemmas[noun] in tables.word_set("relation")
            return relation or (preposition == "between" and trees.lemmas[noun] not in tables.word_set("way"))
        if preposition == "on":
            return trees.lemmas[noun] in tables.word_set("relation")
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

    def _drop(self, numbers: list[int]) -> None:
        """Withdraw names that turned out to be parts of longer ones."""
        for number in set(numbers):
            mention = self.found[number]
            mention.dropped = True
            for token in range(mention.head, mention.head_after):
                self.cover[token] = -1

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
