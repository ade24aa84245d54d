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
#: What hangs on a noun to its right takes a label on by this many tokens at most.
_REACH = 20
#: Prepositions whose phrase tells not who is meant, but when, or who else: "parties, including X", "nobody like her".
_APART = frozenset(
    {"about", "after", "as", "before", "by", "despite", "during", "including", "like", "over", "since", "than", "until"}
)
#: Marks at which what hangs on a noun ends.
_BREAKS = frozenset({",", ";", ":", "--", "—", "–", "―", "(", ")", "[", "]", ".", "...", "?", "!"})
#: Marks that a phrase goes over.
_WITHIN = frozenset({"-", '"', "“", "”", "'", "’", "‘", "/", "."})
#: What the parser calls a time.
_TIMES = frozenset({"DATE", "TIME"})


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

    def with_owners(self, first: int, after: int) -> int:
        """Return the first token of all that hangs on a phrase to its left: "Port Arden Harbour Police's sergeant"."""
        trees, before = self.trees, first - 1
        low = max(trees.ranges[trees.sentences[first]][0], first - BEYOND)
        while before >= low and self._hangs_on(before, first, after):
            before -= 1
        before += 1
        while before < first and trees.poses[before] in ("PUNCT", "CCONJ", "ADV", "ADP", "PART", "DET"):
            before += 1
        return before

    def _hangs_on(self, token: int, first: int, after: int) -> bool:
        """Say whether a token left of a phrase belongs to it by the tree."""
        trees = self.trees
        if trees.poses[token] in ("PUNCT", "SPACE") and trees.lower[token] not in _WITHIN:
            return False
        if trees.deps[token] in ("prep", "relcl", "acl", "appos", "mark", "nsubj"):
            return False
        if trees.deps[token + 1] != "case" and self.type_of.get(self.entity_at.get(token, "")) is EntityType.PERSON:
            return False  # "the gatekeeper Dan Ruiz and harbour chief Ana Reyes"
        for _ in range(5):
            if first <= token < after:
                return True
            up = trees.heads[token]
            if up <= token and trees.deps[token] not in ("conj", "cc", "punct", "case"):
                return False
            token = up
        return False

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
        """Return the last token of the naming: over all that hangs on a noun to its right, up to a comma or a name.

        "head of the bank", "forces loyal to Reyes", "the men mending the gate", "the lawyer for the crew that left".
        """
        trees = self.trees
        if not (trees.sentences[noun] >= 0 and trees.walked[trees.sentences[noun]]):
            return noun
        last = noun
        for child in trees.children[noun]:
            if child <= last:
                continue
            if trees.deps[child] in ("cc", "conj") and self.with_alternative(noun) > noun:
                last = child  # "founder and director of the bank"
                continue
            if self._first_of(child, noun) != last + 1 or not self._tells(child):
                break
            last = self._last_of(child, noun)
        if last == self.with_alternative(noun) and last > noun:
            return self.reach(last)
        return last if trees.deps[last] != "cc" else noun

    def _tells(self, child: int) -> bool:
        """Say whether what hangs on a noun to its right belongs to the naming, by its kind."""
        trees = self.trees
        if trees.deps[child] == "prep":
            target = trees.child(child, "pobj")
            timed = target >= 0 and self.draft.doc[target].ent_type_ in _TIMES
            return trees.lower[child] not in _APART and not timed
        if trees.deps[child] == "acl" and trees.lemmas[child] in tables.word_set("identifying"):
            return trees.child(child, "oprd") < 0  # "a union called the Harbor Front": the name follows
        return trees.deps[child] in ("relcl", "acl", "amod", "advmod")

    def _first_of(self, token: int, noun: int) -> int:
        """Return the first token of what hangs on a noun to its right."""
        first = token
        while first - 1 > noun and self._is_under(first - 1, token):
            first -= 1
        return first

    def _last_of(self, token: int, noun: int) -> int:
        """Return the last token of what hangs on a noun to its right: before a comma, and within the limit."""
        trees, last = self.trees, token
        limit = min(trees.ranges[trees.sentences[noun]][1], noun + _REACH + 1)
        while last + 1 < limit and trees.lower[last + 1] not in _BREAKS and self._is_under(last + 1, token):
            last += 1
        while last > token and trees.poses[last] in ("ADP", "CCONJ", "DET", "SCONJ"):
            last -= 1
        return last

    def _is_under(self, token: int, above: int) -> bool:
        """Say whether a token hangs on another, over a few steps."""
        heads = self.trees.heads
        for _ in range(_REACH):
            if token == above:
                return True
            up = heads[token]
            if up == token:
                return False
            token = up
        return False

    def with_alternative(self, noun: int) -> int:
        """Return the last noun of "any employee or contractor", "founder and director", else the noun."""
        trees, joined = self.trees, self.trees.child(noun, "conj")
        if joined < 0 or joined - noun > BEYOND or trees.deps[noun + 1] != "cc" or self.titled & {joined}:
            return noun
        others = any(trees.lower[child] == "other" for child in trees.children[joined])
        bare = all(trees.deps[child] not in ("det", "nummod", "poss") for child in trees.children[joined])
        alike = bare and trees.poses[joined] in ("NOUN", "PROPN")
        return joined if (alike or others) and joined not in self.named else noun

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
