"""Where a label begins and ends: after its article, over numbers of a group and hyphens, over "of the bank"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.tables import actors as tables
from variorum.model.annotations import EntityType, MentionForm

if TYPE_CHECKING:
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Draft, Mention

ACTORS = (EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION, EntityType.STATE)
#: A label reaches this many tokens beyond its noun at most ("of the Palestinian Islamic Jihad movement").
BEYOND = 9
#: Prepositions whose phrase belongs to the naming: "head of the bank", "envoys from the South", "forces loyal to X".
_BELONGING = frozenset({"of", "for", "at", "from", "to"})
#: Prepositions that tell a noun alone from others of its kind: "the man in the back", "a reporter with Kanal Fem".
_TELLING = frozenset({"behind", "in", "inside", "with"})
#: Tokens that a clause takes a noun alone on at most: "the crew who mended the gate and the wall".
_CLAUSE = 10


class LabelExtents:
    """The names of one report, and where the phrases beside them begin and end."""

    def __init__(self, draft: Draft, trees: Trees) -> None:
        """Read where names stand."""
        self.draft, self.trees = draft, trees
        self.text = draft.report.text
        #: Names with a title or kind are labels of their own: a label before them ends there ("fighters of the ...").
        self.titled = {
            trees.token_at(mention.head_end - 1)
            for entity in draft.entities
            for mention in entity.mentions
            if mention.form is MentionForm.NAME
            and (mention.start, mention.end) != (mention.head_start, mention.head_end)
        }
        self.type_of = {entity.id: entity.type for entity in draft.entities}
        self.entity_at = {
            trees.token_at(mention.head_end - 1): entity.id
            for entity in draft.entities
            if entity.type in ACTORS
            for mention in entity.mentions
            if mention.form is not MentionForm.NOMINAL
        }
        self.firsts = {
            trees.token_at(mention.head_start): entity.id
            for entity in draft.entities
            for mention in entity.mentions
            if mention.form is MentionForm.NAME
        }
        #: Where names of places end, with the tokens that they begin at.
        self.place_before = {
            mention.head_end: trees.token_at(mention.head_start)
            for entity in draft.entities
            if entity.type is EntityType.PLACE
            for mention in entity.mentions
            if mention.form is MentionForm.NAME and mention.end == mention.head_end
        }
        self.named = {
            trees.token_at(mention.head_end - 1)
            for entity in draft.entities
            for mention in entity.mentions
            if mention.form is MentionForm.NAME
        }

    def after_time(self, first: int, head: int) -> int:
        """Return the first token after a time that the parser took into a title: "Easter weekend CIA Director"."""
        times = [token for token in range(first, head) if self.trees.lower[token] in tables.word_set("no_label")]
        return times[-1] + 1 if times and times[-1] + 1 < head else first

    def with_place(self, first: int) -> int:
        """Return the first token of a place right before a title, which belongs to it: "Ohio Senator"."""
        return self.place_before.get(self.trees.starts[first] - 1, first)

    def with_prefix(self, first: int) -> int:
        """Return the first part of a hyphened word that a phrase was cut at: "co-chairman"."""
        trees = self.trees
        if first >= 2 and trees.lower[first - 1] == "-" and trees.ends[first - 2] == trees.starts[first - 1]:
            return first - 2
        return first

    def with_number(self, start: int, first: int) -> int:
        """Return the number before "of the" where there is one: "two of his aides", "one of the girls"."""
        trees = self.trees
        of = start - 1
        if of < 1 or trees.lower[of] != "of" or trees.sentences[of - 1] != trees.sentences[first]:
            return first
        number = of - 1
        return number if trees.poses[number] == "NUM" or trees.lower[number] in tables.word_set("part_of") else first

    def end_of(self, mention: Mention, last: int) -> int:
        """Return where a nominal ends: what it takes in ("of Hamas"), unless a label of its own begins in there."""
        trees = self.trees
        end = trees.ends[self.reach(last)]
        after = trees.token_at(mention.end - 1) + 1
        if mention.end <= end or self.titled.intersection(range(last + 1, after)):
            return end
        return end if trees.lower[after : after + 1] == ["-"] else mention.end

    def governs(self, token: int, noun: int) -> bool:
        """Say whether a token left of a noun belongs to its phrase."""
        trees = self.trees
        if trees.deps[token] in ("appos", "relcl", "acl", "prep", "punct") and trees.lower[token] != "-":
            return False
        for _ in range(5):
            if token == noun:
                return True
            up = trees.heads[token]
            if up == token or up < token:
                return False
            token = up
        return False

    def reach(self, noun: int) -> int:
        """Return the last token of the naming: over "of ..." and over "loyal to ...", not into clauses."""
        trees = self.trees
        if not (trees.sentences[noun] >= 0 and trees.walked[trees.sentences[noun]]):
            return noun
        last = noun
        for _ in range(2):
            following = last + 1
            if following >= len(trees.lower) or trees.sentences[following] != trees.sentences[noun]:
                break
            if (
                trees.poses[following] == "ADJ"
                and trees.heads[following] == noun
                and trees.child(following, "prep") == following + 1
            ):
                following += 1
                belongs = True
            else:
                belongs = trees.lower[following] in _BELONGING and trees.heads[following] in (noun, last)
            if trees.deps[following] != "prep" or not belongs:
                break
            target = trees.child(following, "pobj")
            if target < 0 or target - noun > BEYOND or self.titled.intersection(range(following, target + 1)):
                break
            last = self._with_conjunct(target)
            if target in self.named:
                break
        return last

    def _with_conjunct(self, noun: int) -> int:
        """Return the noun joined right behind a noun: "policy and research" of "head of policy and research"."""
        trees, joined = self.trees, self.trees.child(noun, "conj")
        plain = joined == noun + 2 and trees.tags[joined] in ("NN", "NNS") and trees.tags[noun] in ("NN", "NNS")
        return joined if plain and trees.lower[noun + 1] == "and" else noun

    def with_alternative(self, noun: int) -> int:
        """Return the last noun of "any employee or contractor", "the council and other bodies", else the noun."""
        trees, joined = self.trees, self.trees.child(noun, "conj")
        if joined < 0 or joined - noun > BEYOND or trees.deps[noun + 1] != "cc" or self.titled & {joined}:
            return noun
        others = any(trees.lower[child] == "other" for child in trees.children[joined])
        bare = all(trees.deps[child] not in ("det", "poss") for child in trees.children[joined])
        alike = bare and trees.lower[noun + 1] == "or" and trees.poses[joined] in ("NOUN", "PROPN")
        return joined if (alike or others) and joined not in self.named else noun

    def with_clause(self, first: int, noun: int) -> int:
        """Return where what tells a noun alone from others ends: "the men mending the gate", "the man in the hall"."""
        trees = self.trees
        following = noun + 1
        alone = all(trees.poses[token] in ("DET", "PRON") for token in range(first, noun))
        alone = alone and "another" not in trees.lower[max(0, first - 1) : noun]
        if not alone or following >= len(trees.lower) or not trees.walked[trees.sentences[noun]]:
            return noun
        telling = trees.child(noun, "acl", "relcl", "prep")
        if telling < 0 or following not in (telling, trees.child(telling, "nsubj")):
            return noun
        if trees.deps[telling] == "prep":
            last = trees.child(telling, "pobj") if trees.lower[telling] in _TELLING else -1
            timed = last >= 0 and (trees.lower[last] in tables.word_set("no_label") or trees.tags[last] == "CD")
            return last if following < last <= noun + BEYOND and not timed else noun
        return self._object_of(telling, noun)

    def _object_of(self, verb: int, noun: int) -> int:
        """Return the last token of a clause: its object, or what its preposition governs; else the noun."""
        trees = self.trees
        last = trees.child(verb, "dobj")
        if last < 0:
            prep = trees.child(verb, "prep")
            last = trees.child(prep, "pobj") if prep == verb + 1 else -1
        if last < 0:
            return noun
        last = max(last, trees.conjuncts(last)[-1])
        return last if verb < last <= noun + _CLAUSE else noun

    def with_names(self, first: int) -> int:
        """Return the first of the names joined before a noun: "the Belmar and Kanal Fem directors"."""
        trees = self.trees
        before = first - 2
        if (
            before < 0
            or trees.lower[first - 1] not in ("and", "&")
            or trees.sentences[before] != trees.sentences[first]
        ):
            return first
        tied = trees.deps[first] == "conj" and trees.heads[first] == before and trees.poses[before] == "PROPN"
        if not tied:
            return first
        while (
            before > 0 and trees.heads[before - 1] in (before, trees.heads[before]) and trees.poses[before - 1] == "ADJ"
        ):
            before -= 1
        return before

    def after_determiner(self, first: int, head: int) -> int:
        """Return the first token of a phrase after its article."""
        while first < head and self.trees.lower[first] in tables.word_set("article"):
            first += 1
        return first
