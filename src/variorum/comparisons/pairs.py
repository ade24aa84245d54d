"""Pairs: what a report calls two actors at once ("the two leaders", "both men") is said of each of the two.

No name stands for two, so that such an expression is an entity of its own in its report. Who the two are is read from
the words before it: the two of its kind that are named last, where nobody else of that kind is.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from variorum.comparisons.readings import ReportIndex
from variorum.model.annotations import Entity, EntityType, MentionForm
from variorum.model.spans import Span

_TWO = re.compile(r"^(?:(?:the|these|those)\s+)?(?:two|both|duo|pair)\b", re.IGNORECASE)
#: Two bodies of people are two groups, not two persons.
_BODIES = re.compile(r"\b(?:camps|communities|factions|families|groups|militias|parties|peoples|sides|teams|tribes)$")
#: "The two countries" are a group as well, of states.
_STATES = re.compile(r"\b(?:countries|governments|nations|states)$")
#: Two of a kind: of "two leaders", which is a group, the members are persons.
_MEMBERS = {
    EntityType.GROUP: EntityType.PERSON,
    EntityType.STATE: EntityType.STATE,
    EntityType.ORGANISATION: EntityType.ORGANISATION,
}


def members_of_pairs(index: ReportIndex) -> dict[str, tuple[str, str]]:
    """Return, by the entity of a pair, the entities of its two members; pairs with other candidates are left out."""
    found = {}
    told = {kind: _told(index, kind) for kind in set(_MEMBERS.values())}
    for entity in index.entities.values():
        phrase = _pair(entity, index)
        if phrase is None:
            continue
        mentions = told[EntityType.STATE if _STATES.search(index.words(phrase)) else _MEMBERS[entity.type]]
        sentence = index.in_sentence(phrase)
        before = index.in_sentence(_before(sentence.start))
        for begin in (sentence.start, before.start):
            first, after = bisect_left(mentions, (begin, "")), bisect_left(mentions, (phrase.start, ""))
            members = sorted({member for _, member in mentions[first:after]})
            if len(members) == 2 and all(index.entities[member].named for member in members):
                found[entity.id] = (members[0], members[1])
            if len(members) > 1:
                break
    return found


def _told(index: ReportIndex, kind: EntityType) -> list[tuple[int, str]]:
    """Return where the entities of a kind are mentioned, by whatever words, in text order."""
    entities = (entity for entity in index.entities.values() if entity.type is kind)
    return sorted((mention.start, entity.id) for entity in entities for mention in entity.mentions)


def _pair(entity: Entity, index: ReportIndex) -> Span | None:
    """Return the first noun phrase for an entity, if every one speaks of two."""
    if entity.named or entity.type not in _MEMBERS:
        return None
    phrases = [mention.span for mention in entity.mentions if mention.form is MentionForm.NOMINAL]
    words = [index.words(phrase) for phrase in phrases]
    two = bool(words) and all(_TWO.match(phrase) and not _BODIES.search(phrase) for phrase in words)
    return phrases[0] if two else None


def _before(start: int) -> Span:
    """Return the place right before a sentence, behind the blank or line break between the two."""
    return Span(max(0, start - 2), max(1, start - 1))
