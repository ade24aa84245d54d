"""Labels: titles before names, nouns that stand for an actor, what is said of one in apposition or after "is".

A label names an actor by something other than its bare name. Which nouns name people and bodies stands in the table of
role nouns; beside a name or pronoun (apposition, predicate noun) the construction alone decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.designations.label_bearers import LabelBearers
from variorum.annotations.designations.label_chances import LabelChances
from variorum.annotations.designations.label_extents import ACTORS, BEYOND
from variorum.annotations.designations.labels_beside_names import MEMBERS, find_beside_names
from variorum.annotations.designations.wording import Mark, wording
from variorum.annotations.entities.clusters import HONORIFICS
from variorum.annotations.tables import actors as tables
from variorum.model.annotations import DesignationKind, EntityType, MentionForm

if TYPE_CHECKING:
    from variorum.annotations.tables.actors import Role
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Draft, Entity, Mention

#: Titles before names that describe nobody: everybody is called so.
_COURTESY = HONORIFICS | {"dr", "dr."}
_COPULAS = ("be", "remain", "become")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "some"})


def find_labels(draft: Draft, trees: Trees) -> list[Mark]:
    """Return the labels of a report in text order; one may lie inside of another."""
    chances = LabelChances(draft, trees)
    return [mark for mark in propose_labels(draft, trees) if chances.keeps(mark)]


def propose_labels(draft: Draft, trees: Trees) -> list[Mark]:
    """Return what the constructions make labels of, likely ones and others."""
    finder = _Labels(draft, trees)
    marks: list[Mark] = []
    for entity in draft.entities:
        if entity.type in ACTORS:
            for mention in entity.mentions:
                mark = finder.label_of(entity, mention)
                if mark is not None:
                    marks.append(mark)
                marks.extend(finder.descriptions_of(entity, mention))
    return _without_overlaps([*marks, *find_beside_names(draft, trees)])


def _without_overlaps(marks: list[Mark]) -> list[Mark]:
    """Keep, of labels that overlap, the longest, told of the actor that is known by name; in text order.

    A title or age of a name inside of a longer label is one of its own: "a friend of mayor Ana Reyes".
    """
    kept: list[Mark] = []
    inside: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if kept and mark.start < kept[-1].end:
            if mark.reason.startswith(_SAID_OF) and not kept[-1].reason.startswith(_SAID_OF):
                kept[-1].entity = mark.entity
            elif mark.reason.startswith(_OF_NAMES) and mark.end <= kept[-1].end and mark.entity != kept[-1].entity:
                inside.append(mark)
            continue
        kept.append(mark)
    return sorted([*kept, *inside], key=lambda mark: (mark.start, -mark.end))


_SAID_OF = ("appositive of", "said of")
_OF_NAMES = ("title before a name", "name with its kind", "body beside a name", "age")
#: How a noun phrase stands for an actor, by its place in the tree; the plain case is left to itself.
_CONSTRUCTIONS = {"appos": "appositive: set beside the name", "attr": "predicate noun: said of the actor"}


class _Labels(LabelBearers):
    """Labels out of the mentions and the trees of one report."""

    def label_of(self, entity: Entity, mention: Mention) -> Mark | None:
        """Return the label that a mention carries, or None."""
        sentence = self.trees.sentences[self.trees.token_at(mention.head_start)]
        if sentence < 0 or self.draft.sentences[sentence].boilerplate:
            return None
        if mention.form is MentionForm.NAME:
            return self._people(entity, mention) or self._title(entity, mention)
        return self._nominal(entity, mention) if mention.form is MentionForm.NOMINAL else None

    def _title(self, entity: Entity, mention: Mention) -> Mark | None:
        """Return the title before a name, or all of a name with its kind ("the Iran-backed Hamas organization")."""
        if mention.start == mention.head_start and mention.end == mention.head_end:
            return None
        trees = self.trees
        head = trees.token_at(mention.head_start)
        first = self.after_time(self.after_determiner(trees.token_at(mention.start), head), head)
        first = self.with_place(first)
        end = mention.end if mention.end > mention.head_end else trees.ends[head - 1]
        if end <= trees.starts[first]:
            return None
        if mention.end <= mention.head_end:
            first = self.with_owners(first, trees.token_at(mention.head_end - 1) + 1)
        words = [trees.lower[token] for token in range(first, trees.token_at(end - 1) + 1)]
        role = next((role for size in (3, 2, 1) if (role := tables.role_of(" ".join(words[-size:]))) is not None), None)
        if role is None or role.noun in _COURTESY:
            return None
        reason = "name with its kind" if mention.end > mention.head_end else "title before a name"
        return self._mark(first, end, head, entity, role, reason)

    def _people(self, entity: Entity, mention: Mention) -> Mark | None:
        """Return the members of a people or faith of whom more is said: "many Ruvians"; not where they are counted."""
        trees = self.trees
        if entity.type is not EntityType.GROUP:
            return None
        head, start = trees.token_at(mention.head_end - 1), trees.token_at(mention.start)
        if trees.tags[head] not in ("NNS", "NNPS") or head != trees.token_at(mention.head_start):
            return None
        if any(trees.poses[token] == "NUM" for token in range(start, head)):
            return None
        if all(trees.poses[token] == "DET" for token in range(start, head)):
            return None  # "the Ruvians": their bare name
        return self._mark(start, mention.end, head, entity, None, MEMBERS)

    def _said_of_named(self, entity: Entity, head: int) -> bool:
        """Say whether a noun outside the table is said of a named person or body: "Fahim is a Shiite Muslim"."""
        return entity.named and self.trees.deps[head] in ("attr", "appos", "oprd")

    def _nominal(self, entity: Entity, mention: Mention) -> Mark | None:
        """Return a noun phrase for an actor, without its article."""
        trees = self.trees
        head, last = trees.token_at(mention.head_start), trees.token_at(mention.head_end - 1)
        start = trees.token_at(mention.start)
        owned = any(trees.tags[token] == "POS" for token in range(start, head))
        first = start if owned else self.after_determiner(start, head)  # the article is the owner's: "the boy's mother"
        role = tables.role_of(" ".join(self.text[mention.head_start : mention.head_end].lower().split()))
        if role is None and not self._said_of_named(entity, head):
            return None
        if role is not None and not self._names_somebody(role, start, first, head, last):
            return None
        reason = _CONSTRUCTIONS.get(trees.deps[last], "noun phrase for the actor")
        lead = trees.lower[start] in _DEFINITE and start == head - 1
        if first == head == last and lead and last + 1 not in self.firsts:
            first = start  # "the regime": a noun alone is named with its article
        end = self._end(mention, last)
        first = self.with_names(self.with_prefix(self.with_number(start, first)))
        bearer = self.bearer_in(last, end) if role is not None and role.type is EntityType.PERSON else None
        if bearer is not None:
            end = trees.ends[bearer - 1]
        mark = self._mark(first, end, head, entity, role, reason)
        if bearer is not None:
            mark.entity = self.firsts[bearer]
            return mark
        mark.entity = self._bearer(entity, start, first, end, last, role) or mark.entity
        return mark

    def _bearer(self, entity: Entity, start: int, first: int, end: int, last: int, role: Role | None) -> str | None:
        """Return who bears a nominal by its construction, where that is not the entity that it is a mention of."""
        trees = self.trees
        after_as = trees.deps[last] == "pobj" and trees.lower[trees.heads[last]] == "as"
        if entity.named:
            return self.called_so(last) if after_as else None
        found = self.called_so(last) if after_as and role is None else None
        if role is not None:
            found = self.named_beside(first, end, role) or self.called_so(last)
        introduced = start < last and trees.lower[start] in ("a", "an")
        before = self.subject_after(start, trees.token_at(end - 1)) if introduced else None
        return found or before

    def _end(self, mention: Mention, last: int) -> int:
        """Return where a nominal ends: over what it takes in, over "or ..." and over what tells it from others."""
        return max(self.end_of(mention, last), self.trees.ends[self.reach(last)])

    def _names_somebody(self, role: Role, start: int, first: int, head: int, last: int) -> bool:
        """Say whether a role noun stands for an actor here: not for a crowd that is counted, nor for something else."""
        trees = self.trees
        described = any(trees.poses[token] in ("ADJ", "PROPN", "NOUN", "VERB") for token in range(first, head))
        definite = start < head and (trees.lower[start] in _DEFINITE or trees.tags[start] == "PRP$")
        definite = definite or any(trees.tags[token] == "POS" for token in range(start, head))
        counted = any(trees.poses[token] == "NUM" for token in range(start, head))
        said = trees.deps[head] in ("attr", "appos", "oprd") or trees.lower[max(0, start - 1)] == "as"
        if self._is_place(role, head) or (role.noun == "front" and trees.lower[start - 1 : start] == ["in"]):
            return False  # "in front of the office"
        if trees.lower[start] == "no" or self._is_body_part(role, start, last):
            return False  # "no group claimed the deed"
        if role.noun in tables.word_set("crowd") and not definite:
            indefinite = start < head and trees.lower[start] in _INDEFINITE and role.noun != "person"
            told = described and trees.lower[first] not in ("other", "many", "most", "more")
            return not counted and (told or indefinite)
        if role.noun in tables.word_set("bare") and not described and not definite and not said:
            person = role.type is EntityType.PERSON and not counted
            told = trees.child(last, "prep", "acl", "relcl") >= 0 and not counted
            return told or (person and (start < head or trees.tags[last] == "NNS"))
        if role.noun in tables.word_set("said_of_alone") and trees.deps[head] not in ("attr", "appos", "oprd"):
            return False
        if role.noun in tables.word_set("needs_article") and start == head and trees.tags[last] == "NN":
            return trees.deps[head] in ("appos", "attr")
        return definite or self._stands_alone(role, start, first, last)

    def _is_body_part(self, role: Role, start: int, last: int) -> bool:
        """Say whether "head" is a part of a body or of a thing: nothing says whose head somebody is ("in my head")."""
        trees = self.trees
        if role.noun != "head":
            return False
        told = trees.child(last, "prep") >= 0 or trees.deps[last] in ("appos", "attr")
        return not told and (start == last or trees.tags[start] in ("PRP$", "DT") or trees.lower[last - 1] == "'s")

    def _is_place(self, role: Role, head: int) -> bool:
        """Say whether a noun for a body or a state is only where something is: "across the country", "at a school"."""
        trees = self.trees
        if role.noun not in tables.word_set("whereabouts") or trees.deps[head] != "pobj":
            return False
        return trees.lower[trees.heads[head]] in tables.word_set("where")

    def _stands_alone(self, role: Role, start: int, first: int, last: int) -> bool:
        """Say whether a noun without "the" names a person: "wire fraud", "in coach" name none."""
        trees, head = self.trees, last
        person = role.type is EntityType.PERSON and trees.tags[last] == "NN"
        if not person or start < first or trees.sentences[start] < 0:
            return True
        opening = start == trees.ranges[trees.sentences[start]][0]
        return (
            opening
            or trees.deps[head] in ("appos", "attr", "conj", "oprd")
            or trees.lower[start - 1] in ("as", "of", ",")
        )

    def descriptions_of(self, entity: Entity, mention: Mention) -> list[Mark]:
        """Return what a name or pronoun is said to be, whatever the noun: "Ana Reyes, a booster of the plan"."""
        trees = self.trees
        head = trees.token_at(mention.head_end - 1)
        if trees.sentences[head] < 0 or not trees.walked[trees.sentences[head]]:
            return []
        if self.draft.sentences[trees.sentences[head]].boilerplate:
            return []
        found = []
        if mention.form is MentionForm.NAME:
            # "Ana Reyes, a teacher and a former mayor"
            beside = [child for child in trees.children_of(head, "appos") if child > head]
            nouns = [noun for child in beside for noun in trees.conjuncts(child)]
            noun = trees.heads[head]
            if (
                trees.deps[head] == "appos"
                and noun < head
                and trees.token_at(mention.head_start) - self.reach(noun) <= 2
            ):
                nouns.append(noun)
            found += [self._description(noun, entity, "appositive of a name") for noun in nouns]
        if mention.form is not MentionForm.NOMINAL:
            verbs = [trees.heads[head]] if trees.deps[head] == "nsubj" else []
            # "Dan Ruiz, who has been a booster of the plan"
            verbs += [
                verb for verb in trees.children_of(head, "relcl") if self._subject(verb) in ("who", "which", "that")
            ]
            found += [
                self._description(noun, entity, "said of an actor after a copula")
                for first in verbs
                for verb in trees.conjuncts(first)
                if verb == first or not self._subject(verb)
                if trees.lemmas[verb] in _COPULAS
                for attr in trees.children_of(verb, "attr")
                for noun in trees.conjuncts(attr)
            ]
        return [mark for mark in found if mark is not None]

    def _subject(self, verb: int) -> str:
        """Return the word that is the subject of a verb."""
        subject = self.trees.child(verb, "nsubj")
        return self.trees.lower[subject] if subject >= 0 else ""

    def _description(self, noun: int, entity: Entity, reason: str) -> Mark | None:
        """Return the noun phrase of a common noun that is said of a person or body, or None."""
        trees = self.trees
        if (
            trees.tags[noun] not in ("NN", "NNS")
            or noun in self.named
            or trees.lower[noun] in tables.word_set("no_label")
        ):
            return None
        role = tables.role_of(trees.lower[noun])
        first = noun
        low = max(trees.ranges[trees.sentences[noun]][0], noun - BEYOND)
        while first > low and self.governs(first - 1, noun):
            first -= 1
        while first < noun and trees.poses[first] in ("ADV", "PUNCT", "CCONJ"):
            first += 1
        determined = trees.lower[first] in tables.word_set("article") or trees.tags[first] in ("PRP$", "CD")
        determined = determined or any(trees.tags[token] == "POS" for token in range(first, noun))
        human = entity.type is EntityType.PERSON or role is not None
        if role is None and not (human and determined):
            return None
        first = self.after_determiner(first, noun)
        return self._mark(first, trees.ends[self.reach(noun)], noun, entity, role, reason)

    def _mark(self, first: int, end: int, head: int, entity: Entity, role: Role | None, reason: str) -> Mark:
        """Return the mark of a label, with the polarity of its noun or of an evaluating adjective in it."""
        trees = self.trees
        polarity = None if role is None else role.polarity or ("neutral" if role.kind == "title" else None)
        if role is not None and role.kind == "label":
            reason += "; praises or blames by itself (table of role nouns)"
        for token in range(first, head):
            word = wording().get((trees.lower[token], "adj"))
            if word is not None and word.kind == "loaded" and polarity in (None, "neutral"):
                polarity = word.polarity
                reason += f"; “{trees.lower[token]}” is {polarity} (table of wording)"
        return Mark(trees.starts[first], end, DesignationKind.LABEL, reason, entity.id, polarity)
