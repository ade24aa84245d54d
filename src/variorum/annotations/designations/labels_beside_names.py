"""Labels that stand right beside a name, whatever the noun: a party and state, an outlet, an adjective, an age.

"Joe Webb (D-N.Y.)", "Kanal Fem's Ana Reyes", "the center-left Harbor Union", "five-year-old Dan Ruiz". The capital that
stands for its government ("Ankara said") is a label too: another report may name the state.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from variorum.annotations.designations.wording import Mark, hyphened_at, wording
from variorum.annotations.tables import actors as tables
from variorum.annotations.tables.gazetteer import country_of_capital
from variorum.model.annotations import DesignationKind, EntityType, MentionForm

if TYPE_CHECKING:
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Draft, Entity, Mention

MEMBERS = "members of a people or party"
#: "(D-N.Y.)", ", R-Ariz.,": a letter for the party, a hyphen, the state.
_PARTY = re.compile(r"(?: \(|, )((?:D|R|I|Dem|Rep)-[A-Z][A-Za-z]{0,4}\.?(?:[A-Z]\.)?)")
_AGE = re.compile(r"\b(?:\d{1,3}|[A-Za-z]{3,9}(?:-[a-z]{3,5})?)-year-old\b(?!-)", re.IGNORECASE)
#: "a 19-year-old Ruvian" is no state.
_OF_STATES = (EntityType.STATE, EntityType.PLACE)
_BODIES = (EntityType.ORGANISATION, EntityType.GROUP)
#: An adjective before a name is taken so many tokens back at most: "the ultra-orthodox, far-right Harbor Union".
_ADJECTIVES = 7


def find_beside_names(draft: Draft, trees: Trees) -> list[Mark]:
    """Return the labels beside names, without order; they may overlap labels that other rules find."""
    marks = []
    for entity in draft.entities:
        for mention in entity.mentions:
            if mention.form is MentionForm.NAME and _is_told(draft, trees, mention):
                marks += [mark for rule in _RULES if (mark := rule(draft, trees, entity, mention)) is not None]
    return [*marks, *_outlets(draft, trees), *_ages(draft, trees)]


def _is_told(draft: Draft, trees: Trees, mention: Mention) -> bool:
    """Say whether a mention stands in a sentence of the report itself."""
    sentence = trees.sentences[trees.token_at(mention.head_start)]
    return sentence >= 0 and trees.walked[sentence] and not draft.sentences[sentence].boilerplate


def _party(draft: Draft, _trees: Trees, entity: Entity, mention: Mention) -> Mark | None:
    """Return party and state behind the name of a person."""
    found = _PARTY.match(draft.report.text, mention.head_end) if entity.type is EntityType.PERSON else None
    if found is None:
        return None
    return _label(*found.span(1), "party and state beside a name", entity)


def _outlets(draft: Draft, trees: Trees) -> list[Mark]:
    """Return the bodies that own a person's name: "Kanal Fem's Ana Reyes"."""
    bodies = {
        trees.token_at(mention.head_end - 1): mention
        for entity in draft.entities
        if entity.type in _BODIES
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    }
    marks = []
    for entity in draft.entities:
        for mention in entity.mentions if entity.type is EntityType.PERSON else ():
            owned = trees.token_at(mention.start) - 1
            owner = bodies.get(owned - 1)
            told = mention.form is MentionForm.NAME and _is_told(draft, trees, mention)
            if told and owner is not None and trees.tags[owned] == "POS":
                marks.append(_label(owner.head_start, trees.ends[owned], "body beside a name", entity))
    return marks


def _adjective(draft: Draft, trees: Trees, entity: Entity, mention: Mention) -> Mark | None:
    """Return the adjectives before the name of a body ("center-left"), with the name of a party's members.

    "Congressional Blues" is one label of the party; before "the Harbor Union" the adjective alone is.
    """
    if entity.type not in _BODIES or mention.start != mention.head_start:
        return None
    head, last = trees.token_at(mention.head_start), trees.token_at(mention.head_end - 1)
    first = _first_adjective(trees, head, last)
    if head == last and _are_members(draft.report.text[mention.head_start : mention.head_end], trees.tags[last]):
        counted = head > 0 and trees.poses[first - 1] == "NUM"
        return None if counted or first == head else _label(trees.starts[first], mention.head_end, MEMBERS, entity)
    words = [trees.lower[token] for token in range(first, head)]
    if not words or words[0] in tables.word_set("plain_adjective"):
        return None
    held = wording().get((hyphened_at(trees, first) or words[0], "adj"))
    if held is not None and held.kind == "doubt":
        return None  # "the so-called Harbor Union": a word of doubt
    mark = _label(trees.starts[first], trees.ends[head - 1], "adjective before a name", entity)
    rows = [wording().get((word, "adj")) for word in words]
    mark.polarity = next((row.polarity for row in rows if row is not None and row.kind == "loaded"), None)
    return mark


def _are_members(name: str, tag: str) -> bool:
    """Say whether one word in the plural names a party by its members."""
    row = tables.organisations().get(name)
    return tag in ("NNS", "NNPS") and row is not None and row.kind == "party"


def _first_adjective(trees: Trees, head: int, last: int) -> int:
    """Return the first token of the adjectives right before a name, else the name's own first token."""
    first = head
    while first > head - _ADJECTIVES and _describes(trees, first - 1, last):
        first -= 1
    while first < head and trees.poses[first] in ("PUNCT", "CCONJ", "ADV") and trees.lower[first + 1] != "-":
        first += 1  # but not into a hyphened word: "far-right"
    plain = all(trees.lower[token].isalpha() or trees.lower[token] in "-," for token in range(first, head))
    return first if plain and trees.poses[head - 1] in ("ADJ", "VERB", "NOUN") else head


def _describes(trees: Trees, token: int, name: int) -> bool:
    """Say whether a token is an adjective of a name, or a part of it: "center", "-", "left"."""
    if token < 0 or trees.poses[token] in ("PROPN", "NUM", "DET", "PRON", "ADP"):
        return False
    for _ in range(3):
        if trees.heads[token] == name:
            return trees.deps[token] in ("amod", "compound", "punct")
        token = trees.heads[token]
    return False


def _capital(draft: Draft, trees: Trees, entity: Entity, mention: Mention) -> Mark | None:
    """Return a capital that stands for its government: "Ankara and Damascus met"."""
    words = draft.report.text[mention.head_start : mention.head_end]
    if entity.type is not EntityType.STATE or words == entity.name or country_of_capital(words) is None:
        return None
    token = trees.token_at(mention.head_start)
    begins = token == trees.ranges[trees.sentences[token]][0] and token + 1 < len(trees.poses)
    if words.isupper() or trees.deps[token] == "compound" or (begins and trees.poses[token + 1] == "PUNCT"):
        return None  # "ANKARA -- ", "Ankara (Kanal Fem) - ": where the report was written
    return _label(mention.head_start, mention.head_end, "capital for its government", entity)


_RULES = (_party, _adjective, _capital)


def _ages(draft: Draft, trees: Trees) -> list[Mark]:
    """Return the ages that stand for somebody: "the five-year-old slept", "five-year-old Dan Ruiz"."""
    bearers = _AgeBearers(draft)
    marks = []
    for found in _AGE.finditer(draft.report.text):
        start, end = found.span()
        old = trees.token_at(end - 1)
        told = trees.sentences[old] >= 0 and not draft.sentences[trees.sentences[old]].boilerplate
        if told and _stands_for_somebody(trees, old):
            bearer = bearers.named_after(trees, old) or bearers.of_age(found[0], start)
            marks.append(Mark(start, end, DesignationKind.LABEL, "age", bearer))
    return marks


class _AgeBearers:
    """Whom an age may be said of in one report."""

    def __init__(self, draft: Draft) -> None:
        mentions = [(entity, mention) for entity in draft.entities for mention in entity.mentions]
        self.names = {m.head_start: entity.id for entity, m in mentions
                      if m.form is MentionForm.NAME and entity.type not in _OF_STATES}  # fmt: skip
        persons = [(m, entity.id) for entity, m in mentions
                   if entity.type is EntityType.PERSON and m.form is not MentionForm.PRONOUN]  # fmt: skip
        self.persons = sorted((mention.start, bearer) for mention, bearer in persons)
        #: Who is told with which age: "a six-year-old boy".
        self.aged: dict[str, list[tuple[int, str]]] = {}
        for mention, bearer in persons:
            for age in _AGE.findall(draft.report.text[mention.start : mention.end]):
                self.aged.setdefault(age.lower(), []).append((mention.start, bearer))

    def named_after(self, trees: Trees, old: int) -> str | None:
        """Return the name that an age stands before: "five-year-old Dan Ruiz", "the 17-year-old student Dan Ruiz"."""
        for token in range(old + 1, min(old + 4, len(trees.starts))):
            bearer = self.names.get(trees.starts[token])
            if bearer is not None or trees.poses[token] not in ("ADJ", "NOUN", "PROPN"):
                return bearer
        return None

    def of_age(self, age: str, start: int) -> str | None:
        """Return who is told with the same age, else the person named last: "the six-year-old slept"."""
        alike = self.aged.get(age.lower()) or self.persons
        at = bisect_right(alike, (start + 1, "~"))
        return alike[max(0, at - 1)][1] if at or alike is not self.persons else None


def _stands_for_somebody(trees: Trees, old: int) -> bool:
    """Say whether an age has no noun of its own: in "the five-year-old boy" the noun is the label."""
    head = trees.heads[old]
    return trees.poses[head] != "NOUN" or head <= old or trees.deps[old] not in ("amod", "compound", "nmod")


def _label(start: int, end: int, reason: str, entity: Entity) -> Mark:
    """Return a label of an entity."""
    return Mark(start, end, DesignationKind.LABEL, reason, entity.id)
