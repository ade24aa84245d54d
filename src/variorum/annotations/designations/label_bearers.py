"""Who bears a label that stands apart from a name: what follows "as", stands before a clause or beside a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.designations.label_extents import ACTORS, BEYOND, LabelExtents
from variorum.annotations.tables import actors as tables
from variorum.model.annotations import EntityType, MentionForm

if TYPE_CHECKING:
    from variorum.annotations.tables.actors import Role
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Draft

#: A clause without a subject of its own is this many clauses away from the one whose subject it takes at most.
_CLAUSES_UP = 3
#: Who speaks of himself, or of himself and those whom he speaks for.
_SPEAKING = frozenset({"i", "we"})
_RELATIVES = frozenset({"that", "which", "who"})
_REFLEXIVES = frozenset({"herself", "himself", "itself", "themselves"})
#: What may follow a phrase that is set beside a name.
_CLOSING = (",", ".", "—", "–", ")")
_OPENING = ("(", "'s", "'")
#: Whoever was asked, given or sent something is not called so: "she was sent a lawyer".
_GIVING = frozenset({"ask", "give", "grant", "offer", "promise", "refuse", "send", "show", "teach", "tell"})
_VERBS = (["AUX"], ["VERB"])


class LabelBearers(LabelExtents):
    """Who bears the labels of one report."""

    def __init__(self, draft: Draft, trees: Trees) -> None:
        """Read where actors are named, by whatever expression."""
        super().__init__(draft, trees)
        #: The actor at the last token of its name, pronoun or noun.
        self.actor_at = {
            trees.token_at(mention.head_end - 1): entity.id
            for entity in draft.entities
            if entity.type in ACTORS
            for mention in entity.mentions
        }

        #: The actor at the first token of its title: "party leader Dan Ruiz".
        self.titled_at = {
            trees.token_at(mention.start): entity.id
            for entity in draft.entities
            for mention in entity.mentions
            if mention.form is MentionForm.NAME and mention.start < mention.head_start
        }

    def subject_after(self, start: int, last: int) -> str | None:
        """Return whom a phrase before its clause is said of: "While a close ally of Iran, he", "A teacher, he ..."."""
        trees = self.trees
        begin, end = trees.ranges[trees.sentences[start]]
        opens = start == begin and trees.lower[last + 1 : last + 2] == [","]
        led = trees.lower[begin] in ("while", "though", "although", "once", "as") and start - begin <= 2 * BEYOND
        if not (opens or led):
            return None
        subject = next(
            (t for t in range(start + 1, end) if trees.deps[t] in ("nsubj", "nsubjpass") and t in self.entity_at), None
        )
        between = range(begin + 1, subject or begin)
        if subject is None or any(trees.is_finite(token) for token in between):
            return None
        return self.entity_at[subject]

    def called_so(self, head: int) -> str | None:
        """Return the one who is called by a noun: "Ortun called Fahim a broker", "she served as the chair"."""
        trees = self.trees
        governor, whose = trees.heads[head], trees.deps[head]
        if whose == "pobj" and trees.lower[governor] == "as":
            return self._serves_as(governor)
        if whose == "pobj" and trees.lower[governor] == "among":  # "she is among the best singers"
            whose, governor = "attr", trees.heads[governor]
            if trees.lemmas[governor] != "be":
                return None
        if whose == "attr":
            subject = trees.child(governor, "nsubj")
            if subject >= 0 and trees.lower[subject] in _SPEAKING:
                return self._speaker_at(subject)
            return self._subject_of(governor) if subject < 0 else self.entity_at.get(subject)
        if whose == "nsubj" and trees.lemmas[governor] == "be":  # "The best singer is Ana Reyes."
            said = trees.child(governor, "attr")
            return self.entity_at.get(said) if said in self.named else None
        called = trees.child(governor, "nsubjpass", *(["dobj"] if whose == "oprd" else []))
        if whose not in ("oprd", "dobj") or called < 0 or trees.lemmas[governor] in _GIVING:
            return None
        if trees.lower[called] in ("whom", *_RELATIVES) and trees.deps[governor] == "relcl":
            called = trees.heads[governor]  # "Dan Ruiz, whom critics call a broker"
        return self.entity_at.get(called)

    def _speaker_at(self, token: int) -> str | None:
        """Return who says what stands at a token: "I was a boy" is said of the speaker of the quotation."""
        at = self.trees.starts[token]
        return next(
            (
                quotation.speaker_entity
                for quotation in self.draft.quotations
                if any(span.start <= at < span.end for span in quotation.verbatim)
            ),
            None,
        )

    def _serves_as(self, as_: int) -> str | None:
        """Return whom "as" says something of: the subject, who is called, or who has the post, term or role."""
        trees = self.trees
        governor = trees.heads[as_]
        if governor in self.entity_at:
            return self.entity_at[governor]  # "they see Ana Reyes as a hope", where the parser ties "as" to the name
        if trees.is_noun(governor) and governor < as_:
            owner = trees.child(governor, "poss")
            if owner >= 0:
                return self.actor_at.get(owner)
            governor = trees.predicates[governor]
            return self._subject_of(governor) if governor >= 0 else None
        if not trees.is_predicate(governor):
            return None
        called = trees.child(governor, "nsubjpass", "dobj")
        if called >= 0 and trees.lower[called] not in _REFLEXIVES and called in self.actor_at and called < as_:
            return self.actor_at[called]
        bears = as_ < governor or trees.lemmas[governor] in tables.word_set("serving")
        if bears or (called >= 0 and trees.lower[called] in _REFLEXIVES):
            return self._subject_of(governor)
        return None

    def _subject_of(self, verb: int) -> str | None:
        """Return the subject of a verb; of a clause without one that of the clause above: "he left, acting as ..."."""
        trees = self.trees
        for _ in range(_CLAUSES_UP):
            subject = trees.child(verb, "nsubj", "nsubjpass")
            if subject >= 0 and trees.lower[subject] in _RELATIVES and trees.deps[verb] == "relcl":
                subject = trees.heads[verb]  # "Dan Ruiz, who serves as the chair"
            if subject >= 0:
                return self.actor_at.get(subject)
            if trees.deps[verb] in ("acl", "relcl"):
                return self.actor_at.get(trees.heads[verb])
            if trees.deps[verb] == "pcomp":
                prep = verb = trees.heads[verb]
                if trees.lower[prep] == "of":  # "accused Dan Ruiz of being a broker", tied to the verb or to the name
                    accused = trees.child(trees.heads[prep], "dobj", "nsubjpass")
                    return self.entity_at.get(trees.heads[prep]) or self.entity_at.get(accused)
            elif trees.deps[verb] not in ("advcl", "conj", "xcomp"):
                return None
            verb = trees.heads[verb]
        return None

    def named_beside(self, first: int, end: int, role: Role) -> str | None:
        """Return the name right before a phrase between commas, or behind it: "the league, the Harbor Union, ..."."""
        return (
            self._named_before(first, end, role) or self._named_after(end, role) or self._joined_title(first, end, role)
        )

    def _joined_title(self, first: int, end: int, role: Role) -> str | None:
        """Return the name whose title a noun without article is joined to: "former mayor and party leader Dan Ruiz"."""
        trees, last = self.trees, self.trees.token_at(end - 1)
        articles = tables.word_set("determiner").intersection(trees.lower[max(0, first - 1) : first + 1])
        if articles or trees.tags[last] != "NN" or trees.lower[last + 1 : last + 2] != ["and"]:
            return None  # "the mayor and President Ruiz" are two
        found = self.titled_at.get(last + 2)
        return found if found is not None and self._fits(role, found) else None

    def _named_before(self, first: int, end: int, role: Role) -> str | None:
        """Return the name right before a phrase between commas: "Iran, one of its top financiers, ..."."""
        trees = self.trees
        before = first - 1
        if before > 0 and trees.lower[before] in tables.word_set("determiner"):
            before -= 1
        if before > 0 and trees.poses[before] == "ADV":
            before -= 1  # "Dan Ruiz, once an aide to the mayor, ..."
        after = trees.token_at(end - 1) + 1
        if before < 1 or trees.lower[before] != "," or trees.sentences[before - 1] != trees.sentences[first]:
            return None
        if after < len(trees.lower) and trees.lower[after] not in _CLOSING:
            return None
        found = self.entity_at.get(before - 1) if before - 1 in self.named else None
        return found if found is not None and self._fits(role, found) else None

    def _named_after(self, end: int, role: Role) -> str | None:
        """Return the name that a phrase is set before: "another militia, the Harbor Front, ..."; none of a series."""
        trees, last = self.trees, self.trees.token_at(end - 1)
        after = last + 1
        if trees.tags[last] == "NNS" or trees.lower[after : after + 1] != [","]:
            return None
        after += 1
        after += trees.lower[after : after + 1] == ["the"]
        found = self.firsts.get(after)
        if found is None or trees.sentences[after] != trees.sentences[last] or not self._fits(role, found):
            return None
        while after + 1 < len(trees.lower) and after not in self.named:
            after += 1
        closing = trees.lower[after + 1 : after + 2]
        series = (
            trees.lower[after + 2 : after + 3] in (["and"], ["or"]) and trees.poses[after + 3 : after + 4] not in _VERBS
        )
        return found if closing and closing[0] in (*_CLOSING, *_OPENING) and not series else None

    def _fits(self, role: Role, entity: str) -> bool:
        """Say whether a role may be said of an actor of that type."""
        kind = self.type_of[entity]
        if kind not in ACTORS:
            return False
        if kind is EntityType.STATE:
            return role.kind != "title"
        return (role.type is EntityType.PERSON) == (kind is EntityType.PERSON)

    def bearer_in(self, last: int, end: int) -> int | None:
        """Return where a person is named behind a body that a phrase ends in: "chief of Kanal Fem Ana Ruiz"."""
        for token in range(last + 2, self.trees.token_at(max(end - 1, 0)) + 1):
            bearer = self.firsts.get(token)
            if bearer and token - 1 in self.named and self.type_of[bearer] is EntityType.PERSON:
                return token
        return None
