"""Singled out: people and bodies of whom a sentence makes a point that it was they who did a deed.

"It was the cook who found the jar", "she herself raised the alarm", "the theft was the work of a guard": whoever writes
so answers the question who did it, and another one who did the same deed is a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.model.annotations import Entity, EntityType, Mention, MentionForm
from variorum.model.spans import Span

#: How words for somebody begin: a name, or what stands before a noun.
_NOUN_PHRASE = r"(?:(?:the|an?|his|her|its|their|our|my|one|two|three|four|five|six|several|some|members)\b|[A-Z])"
#: Whoever says something is its source: the question who said it is another one.
_NOT_TOLD = r"(?! (?:had )?(?:first )?(?:said|says|told|tells|claimed|announced|reported|wrote)\b)"
#: "It was the cook, the court found, who had the key"; "it was the guild that gave in".
_CLEFT = re.compile(
    rf"\b[Ii]t (?:is|was|were|had been) (?:not [^.;:“”\",]{{2,60}},? but )?"
    rf"(?P<who>{_NOUN_PHRASE}[^.;:“”\"]{{2,90}}?)(?:,? who| that| which)\b{_NOT_TOLD}"
)
#: "A lodger, Jon Rask, is held to be the one who did it"; "her brother was the first to doubt it".
_THE_ONE = re.compile(
    r"(?P<who>[^.;:]{2,90}?),? (?:is|are|was|were|had been)(?: (?:held|thought|said|believed|found|known))?(?: to be)? "
    r"the (?:one|ones|first|man|woman) (?:who|that|to)\b"
)
#: "The theft was the work of a guard."
_WORK_OF = re.compile(r"\b(?:is|are|was|were|been|be) the work of (?P<who>[^.;:]{2,80})")
#: "She herself raised the alarm."
_SELF = re.compile(r"(?P<who>[^.;:,]{2,60}?) (?:himself|herself|themselves)(?= )")
#: Each pattern with the words without which it cannot match, looked for first.
_PATTERNS = (
    (_CLEFT, re.compile(r"\b[Ii]t (?:is|was|were|had)\b")),
    (_THE_ONE, re.compile(r" the (?:one|ones|first|man|woman) (?:who|that|to)\b")),
    (_WORK_OF, re.compile(r" the work of ")),
    (_SELF, re.compile(r" (?:himself|herself|themselves) ")),
)
#: Code points between such a word and the verb that it stresses.
_BEFORE_VERB = 12
_ACTING = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION, EntityType.STATE})


class Doer(Struct, frozen=True):
    """Somebody who did a deed, as one sentence has it."""

    deed: Fact
    entity: Entity
    span: Span
    """The words for the doer."""
    stressed: bool
    """True where the sentence makes a point of who it was."""


def singled_out(facts: Sequence[Fact], index: ReportIndex) -> Iterator[Doer]:
    """Yield whom a sentence singles out as the one that did something; ``facts`` are its clauses."""
    if not facts:
        return
    start, text = facts[0].sentence_start, facts[0].sentence
    for pattern in (pattern for pattern, words in _PATTERNS if words.search(text)):
        for match in pattern.finditer(text):
            deed = _deed_at(facts, start + match.start(), start + match.end(), pattern)
            who = Span(start + match.start("who"), start + match.end("who"))
            mention = _acting_in(who, index)
            if deed is not None and mention is not None:
                yield Doer(deed, mention[0], mention[1].span, stressed=True)


def _deed_at(facts: Sequence[Fact], first: int, after: int, pattern: re.Pattern[str]) -> Fact | None:
    """Return the clause that tells the deed: behind the words that single somebody out, or that they stand in."""
    if pattern is _WORK_OF:
        return next((fact for fact in facts if fact.span.start <= first < fact.span.end), None)
    behind = [fact for fact in facts if fact.focus.start >= after]
    deed = min(behind, key=lambda fact: fact.focus.start, default=None)
    if pattern is not _SELF or deed is None:
        return deed
    # "she called herself lucky": whom a verb before it acts on is nobody stressed
    acted_on = any(first <= fact.focus.start < after for fact in facts)
    return None if acted_on or deed.focus.start - after > _BEFORE_VERB else deed


def _acting_in(who: Span, index: ReportIndex) -> tuple[Entity, Mention] | None:
    """Return the first that can act among those named or described in some words, a name before its description."""
    found = [
        (entity, mention)
        for entity in index.annotated.entities
        if entity.type in _ACTING
        for mention in entity.mentions
        if who.contains(mention.span) and (entity.named or mention.form is not MentionForm.PRONOUN)
    ]
    first = min(found, key=lambda item: (item[1].start, -len(item[1].span)), default=None)
    if first is None:
        return None
    return next((item for item in found if item[1].form is MentionForm.NAME and item[0].type is first[0].type), first)


def acting(fact: Fact, index: ReportIndex) -> Doer | None:
    """Return who does what a clause tells, where it is somebody; pronouns stand for a name only."""
    if not fact.agent:
        return None
    sentence = index.in_sentence(fact.focus)
    for participant in index.statements[fact.ref.id].participants:
        entity = index.entities.get(participant.entity)
        if participant.role != "agent" or entity is None or entity.type not in _ACTING:
            continue
        inside = [item for item in entity.mentions if sentence.contains(item.span)]
        best = min(
            inside,
            key=lambda item: (item.form is MentionForm.PRONOUN, abs(item.start - fact.focus.start)),
            default=None,
        )
        if best is None or (best.form is MentionForm.PRONOUN and not entity.named):
            continue
        return Doer(fact, entity, best.span, stressed=False)
    return None
