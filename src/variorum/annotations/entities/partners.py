"""Partners: which name a noun phrase stands beside, is said to be, or is said to have."""

from __future__ import annotations

from variorum.annotations.entities.phrases import Found
from variorum.annotations.entities.titles import PHRASE_TOKENS, Titles
from variorum.annotations.tables import actors as tables
from variorum.annotations.tables import gazetteer
from variorum.model.annotations import EntityType

_NAMING = frozenset({"PROPN", "PRON"})
#: Steps from "as" up to the verb that says of whom: "relieved of her duties as director".
_VERBS_ABOVE = 4


class Partners(Titles):
    """The names that the noun phrases of one report are tied to by their construction."""

    def _named_after(self, after: int, kind: EntityType) -> int | None:
        """Return who of a type is named between commas right after a nominal, wherever it hangs.

        "The head of X, Reyes, ...", "a weekly, the Belmar Ledger, ..."; a body at the head of a series is no such name.
        """
        if after + 1 >= len(self.words) or self.words[after] != ",":
            return None
        body = kind is not EntityType.PERSON
        begin = after + 1 + (body and self.trees.lower[after + 1] == "the")
        reach = range(begin, min(begin + PHRASE_TOKENS, self.sentence_end(begin)))
        number = next((self.cover[token] for token in reach if self.cover[token] >= 0), -1)
        if number < 0:
            return None
        name = self.found[number]  # "his partner, director Ana Reyes, ..." begins with her title
        closing = self.words[name.after : name.after + 1]
        closed = not closing or closing[0] in (",", ".", ":", "—", "–")
        series = body and self.trees.lower[name.after + 1 : name.after + 2] in (["and"], ["or"])
        beside = begin in (name.first, name.head) and name.type is kind
        return name.head if beside and closed and not series else None

    def _partner(self, token: int) -> int | None:
        """Return the name that a nominal stands in apposition to ("Ana Reyes, the mayor"), or is said to be."""
        trees = self.trees
        if not self.walked(token):
            return None
        token = self._anchor(token)
        if self._is_joined(token):
            return self._partner(trees.heads[token])
        dep, head = trees.deps[token], trees.heads[token]
        if dep == "appos":
            return head if self._beside(token, head) else None
        if (dep == "attr" or trees.lower[token] == "of") and trees.lemmas[head] in ("be", "remain", "become"):
            return self._subject_above(head) if trees.child(head, "neg") < 0 else None
        if dep == "oprd" and trees.lemmas[head] in tables.word_set("calling"):
            whom = trees.child(head, "dobj", "nsubjpass")  # "called Reyes a tyrant", "Reyes was called a tyrant"
            return whom if whom >= 0 else None
        if dep == "pobj" and trees.lower[head] == "as":
            return self._as_whom(trees.heads[head])
        if dep == "pobj" and trees.lower[head] in ("while", "though", "although", "once"):
            # "While a close ally, he ...": the subject of the clause that follows, wherever the parser hangs it.
            end = self.sentence_end(token)
            return next(
                (t for t in range(token + 1, end) if trees.deps[t] == "nsubj" and trees.poses[t] in _NAMING), None
            )
        named = trees.child(token, "appos")
        return named if named >= 0 and self._beside(token, named) else None

    def _subject_above(self, verb: int) -> int | None:
        """Return the subject of a verb; of one without its own whom the verb above leaves for it.

        "Reyes hopes to be a teacher", "thanked Reyes for being an ally", "was accused of being a broker".
        """
        trees = self.trees
        subject = trees.child(verb, "nsubj")
        for _ in range(_VERBS_ABOVE):
            if subject >= 0:
                return subject
            through = trees.deps[verb] == "pcomp"
            if not through and trees.deps[verb] != "xcomp":
                return None
            verb = trees.heads[trees.heads[verb]] if through else trees.heads[verb]
            whom = trees.child(verb, "dobj") if through else -1
            subject = whom if whom >= 0 else trees.child(verb, "nsubj", "nsubjpass")
        return subject if subject >= 0 else None

    def _of_name(self, token: int) -> int:
        """Return the first token of the name whose title or kind a token is: "mother" of "her mother Ana Reyes"."""
        reach = range(max(0, token - PHRASE_TOKENS), min(token + PHRASE_TOKENS, len(self.words)))
        numbers = dict.fromkeys(self.cover[at] for at in reach if self.cover[at] >= 0)
        names = (self.found[number] for number in numbers)
        return next((name.head for name in names if name.first <= token < name.after), token)

    def _is_joined(self, token: int) -> bool:
        """Say whether a bare noun is joined to the one before: the director of "She is founder and director"."""
        trees, first = self.trees, self.trees.heads[token]
        if trees.deps[token] != "conj" or trees.tags[token] != "NN" or trees.tags[first] not in ("NN", "NNP"):
            return False
        joined = trees.deps[first + 1 : first + 2] == ["cc"] and trees.lower[first + 1] in ("and", "or")
        bare = all(trees.deps[child] not in ("det", "nummod", "poss") for child in trees.children[token])
        return joined and bare and first < token and trees.deps[first] in ("attr", "appos", "oprd", "pobj")

    def _beside(self, token: int, other: int) -> bool:
        """Say whether two words can be in apposition: no "and" and no person's name lies between them.

        The parser hangs "the director of X, Ana Reyes, and Orlov" on the last name as well.
        """
        low, high = sorted((token, other))
        between = range(low + 1, high)
        # "Ana Reyes, Dan Ruiz's lawyer": whose lawyer she is stands between them, and nobody else.
        ends = {self.cover[low], self.cover[high], *(self.cover[at] for at in self._owners(token))}
        persons = (self.cover[at] for at in between if self.cover[at] >= 0 and self.cover[at] not in ends)
        return not any(
            self.trees.deps[at] == "cc" and self.trees.heads[at] in (low, high) for at in between
        ) and not any(self.found[number].type is EntityType.PERSON for number in persons)

    def _owners(self, token: int) -> list[int]:
        """Return the words that stand for whoever owns a noun: "Ruiz" of "Dan Ruiz's lawyer"."""
        return [child for child in self.trees.children[token] if self.trees.deps[child] == "poss"]

    def _anchor(self, token: int) -> int:
        """Return "one" in "one of its top financiers", else the noun itself."""
        trees = self.trees
        of = trees.heads[token]
        if (
            trees.deps[token] == "pobj"
            and trees.lower[of] == "of"
            and trees.lower[trees.heads[of]] in tables.word_set("one_of")
        ):
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
        """Return whom "as mayor" is said of: "resigned as mayor", "described Reyes as a tyrant"."""
        trees = self.trees
        for _ in range(_VERBS_ABOVE):
            passive = trees.child(verb, "nsubjpass")
            if passive >= 0:
                return passive
            whom = trees.child(verb, "dobj")
            if whom >= 0 and trees.lemmas[verb] in tables.word_set("calling"):
                return whom
            subject = trees.child(verb, "nsubj")
            if subject >= 0:
                return subject if trees.lemmas[verb] not in tables.word_set("calling") else None
            # "relieved of her duties as director": up from the noun to the verb
            if trees.deps[verb] not in ("xcomp", "advcl", "conj", "acl", "pobj", "prep"):
                return None
            verb = trees.heads[verb]
        return None

    def _identified(self, token: int, kind: EntityType) -> int | None:
        """Return the name of a type that somebody is said to have.

        "A man named Dan Ruiz", "identified the victim as Reyes", "a coalition called Quiet Streets".
        """
        trees = self.trees
        if not self.walked(token):
            return None
        # "The rescuer was Ana Reyes."
        if trees.deps[token] == "nsubj" and trees.lemmas[trees.heads[token]] == "be":
            verb = trees.heads[token]
            named = trees.child(verb, "attr") if trees.child(verb, "neg") < 0 else -1
            return self._named_at(named, kind)
        found = (self._named_at(self._name_of(verb), kind) for verb in self._identifying(token))
        return next((name for name in found if name is not None), None)

    def _name_of(self, verb: int) -> int:
        """Return the token that a verb of naming gives as somebody's name; -1 where it gives none."""
        trees = self.trees
        as_ = next((prep for prep in trees.children_of(verb, "prep") if trees.lower[prep] == "as"), None)
        return trees.child(verb, "oprd") if as_ is None else trees.child(as_, "pobj")

    def _identifying(self, token: int) -> list[int]:
        """Return the verbs that can give somebody's name: behind the noun, or those that it is the object of."""
        trees = self.trees
        verbs = list(trees.children_of(token, "acl", "relcl"))
        if trees.deps[token] in ("dobj", "nsubjpass"):
            verbs.append(trees.heads[token])
        end, after = self.sentence_end(token), token + 1
        while after < end and (self.words[after] == "," or trees.poses[after] == "ADV"):
            after += 1  # "a gardener, later identified as Ana Reyes", wherever the parser hangs the verb
        if after < end and trees.tags[after] == "VBN":
            verbs.append(after)
        # "The mayor called Tom Bell a coward" names no mayor; "a man called Tom Bell" is named.
        anew = trees.lower[trees.child(token, "det")] in ("a", "an")
        return [
            verb
            for verb in verbs
            if trees.lemmas[verb] in tables.word_set("identifying") and (anew or trees.lemmas[verb] != "call")
        ]

    def _named_at(self, token: int, kind: EntityType) -> int | None:
        """Return the first token of the name of a type that covers a token; None where none does."""
        found: Found | None = self.found[self.cover[token]] if token >= 0 and self.cover[token] >= 0 else None
        return found.head if found is not None and found.type is kind else None

    def settle_bodies(self) -> None:
        """Take a name for a body wherever it stands, once the report says of which kind of body it is.

        "A coalition called Quiet Streets", "the watchdog group Common Road", "Tellibo, a start-up": the parser takes
        such names for people and places. What a table or the gazetteer knows stays what it is.
        """
        names = [mention for mention in self.found if not mention.dropped]
        told = {mention.name for mention in names if self._is_open(mention) and self._is_called_a_body(mention)}
        for mention in names:
            if mention.name in told and self._is_open(mention):
                mention.type, mention.gender = EntityType.ORGANISATION, "n"
                mention.key = mention.country = None

    def _is_open(self, mention: Found) -> bool:
        """Say whether the parser alone says what a name is: no table and no gazetteer."""
        known = mention.key and (mention.type is not EntityType.PLACE or gazetteer.lookup(mention.name))
        return not known and mention.type not in (EntityType.ORGANISATION, EntityType.STATE, EntityType.GROUP)

    def _is_called_a_body(self, mention: Found) -> bool:
        """Say whether a noun for a body stands before a name, beside it, or is said to have it."""
        trees, inside = self.trees, range(mention.head, mention.head_after)
        if not self.walked(mention.root):
            return False
        tops = [token for token in inside if trees.heads[token] not in inside]
        before = mention.head - 1
        if before >= 0 and self._is_body(before) and trees.sentences[before] == mention.sentence:
            named = any(trees.deps[top] == "appos" and trees.heads[top] == before for top in tops)
            if named or (trees.deps[before] in ("compound", "nmod") and trees.heads[before] in inside):
                return True
        given = mention.type is EntityType.PERSON and mention.name.partition(" ")[0] in tables.given_names()
        if not given and any(self._is_body(noun) for noun in trees.children_of(mention.root, "appos")):
            return True
        for verb in (trees.heads[top] for top in tops if trees.deps[top] == "oprd"):
            noun = trees.heads[verb]
            if trees.deps[verb] in ("acl", "relcl") and self._is_body(noun) and verb in self._identifying(noun):
                return True
        return False

    def _is_body(self, token: int) -> bool:
        """Say whether a word in small letters is a noun for one body: "group", "weekly"."""
        role = tables.role_of(self.trees.lower[token])
        small = self.words[token][:1].islower() and self.trees.tags[token] == "NN"
        return small and role is not None and role.type in (EntityType.ORGANISATION, EntityType.GROUP)
