"""Named speakers: the names by which reports give the words of a quotation to somebody, and whether they are of two.

Where a report names a speaker only beside a description ("said the miller, Jon Rask"), the name is read from the words.
"""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.comparisons.readings import ReportIndex
from variorum.model.annotations import EntityType, Quotation
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

_NAME_WORD = r"(?:[a-z]{2}-)?[A-Z][\w’'-]*[^\W\d_]"
_NAME = rf"{_NAME_WORD}(?: (?:(?:de|da|dos|van|von|der|al|bin|la|le) ){{0,2}}{_NAME_WORD}){{1,3}}"
#: Behind the words for a speaker: the name in apposition, and a description before it ("its owner, the Dane Jon Rask").
_BESIDE = re.compile(
    rf"(?: [\w’'-]+){{0,4}}, (?:(?:the|an?|its|his|her) (?:[\w’'-]+ ){{1,4}})?(?P<name>{_NAME})"
    r"(?=[,.;]| \w+ed\b| said\b)"
)
#: "Said the chemist Mara Dell": the name goes on from the words for the speaker.
_JOINED = re.compile(rf" (?P<name>{_NAME})(?=[,.;]| \w+ed\b| said\b)")
#: "The comment of the guild's secretary, Jon Rask": the words are not the speaker.
_WITHIN = re.compile(rf"(?P<name>{_NAME})$")
#: Behind the marks, where nobody was found to speak: "the clerk of Orvel, Jon Rask, mused", "in the words of Rask".
_BEHIND_MARKS = re.compile(
    rf"[”\"’']?,? (?:in the words of (?P<one>{_NAME_WORD})(?=[,.;])|"
    rf"(?:in the words of )?(?:the|an?|its|his|her) [a-z][\w’'-]*(?: [\w’'-]+){{0,4}}, (?P<name>{_NAME})"
    r"(?=, [a-z]+ed\b))"
)
_PRONOUNS = frozenset(("he", "she", "it", "they", "who", "i", "we"))
#: What describes a speaker, in front of the name and behind it: "the miller, Jon Rask", "Jon Rask, the miller".
_DESCRIBED_BEFORE = re.compile(r"(?:the|an?|its|his|her|their) ((?:[\w’'-]+ ){0,4}[\w’'-]+), $", re.IGNORECASE)
_DESCRIBED_BEHIND = re.compile(r", ((?:[\w’'-]+ ){0,5}[\w’'-]+)(?=[,.;])")
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?")
_EMPTY = listed("""
    the an its his her their of in on at for from and or who which that as is was by to with mr mrs ms dr said says
""")
#: Code points read behind the words for a speaker, and in front of them.
_READ = 90


class NamedSpeaker(Struct, frozen=True):
    """The name by which a report gives somebody a quotation."""

    actor: str | None
    """The actor, where the name is a mention of one."""
    words: frozenset[str]
    """The words of the name, folded."""
    person: bool = True


def named_speaker(quotation: Quotation, index: ReportIndex) -> NamedSpeaker | None:
    """Return who speaks, by the name that the report gives; None for "a spokesman" and for speakers unknown."""
    entity = index.entities.get(quotation.speaker_entity or "")
    if quotation.speaker is None:
        return _behind_marks(quotation, index)
    words = index.words(quotation.speaker)
    if entity is not None and entity.named and _folded(entity.name) & _folded(words):
        person = entity.type is EntityType.PERSON
        return NamedSpeaker(index.actor_of.get(entity.id), _folded(entity.name), person)
    if words.casefold() in _PRONOUNS:
        # whom a pronoun means is a guess, and no ground to say that a report gives the words to somebody else
        return None
    behind = index.text[quotation.speaker.end : quotation.speaker.end + _READ]
    match = _WITHIN.search(words) or _BESIDE.match(behind) or _JOINED.match(behind)
    return NamedSpeaker(None, _folded(match["name"])) if match else None


def _behind_marks(quotation: Quotation, index: ReportIndex) -> NamedSpeaker | None:
    """Return the name that stands right behind the marks of a quotation to which no speaker was found."""
    if not quotation.verbatim:
        return None
    match = _BEHIND_MARKS.match(index.text[quotation.end : quotation.end + _READ])
    return NamedSpeaker(None, _folded(match["one"] or match["name"])) if match else None


def means_another(quotation: Quotation, index: ReportIndex, other: NamedSpeaker | None, there: ReportIndex) -> bool:
    """Say whether a pronoun gives a quotation to somebody else than the one whom another report names.

    Whom a pronoun means is a guess. It means nobody of whom the report never speaks, though, and where the other report
    names both people it does not take the one for the other.
    """
    entity = index.entities.get(quotation.speaker_entity or "")
    if other is None or not other.person or entity is None or not entity.named or entity.type is not EntityType.PERSON:
        return False
    if quotation.speaker is None or index.words(quotation.speaker).casefold() not in _PRONOUNS:
        return False
    if not other.words.isdisjoint(_folded(index.text)):
        return False
    return index.actor_of.get(entity.id) in there.actor_of.values()


def are_two(one: NamedSpeaker | None, other: NamedSpeaker | None) -> bool:
    """Say whether two names are surely those of two: no word in common, and no one actor.

    A body and a person are not: she may speak for it.
    """
    if one is None or other is None or not one.words or not other.words or one.person != other.person:
        return False
    if one.actor is not None and one.actor == other.actor:
        return False
    return one.words.isdisjoint(other.words)


def are_described_apart(one: Quotation, left: ReportIndex, other: Quotation, right: ReportIndex) -> bool:
    """Say whether two quotations are given to two people, by their names or by what describes them.

    Not where one word is told of both, where a name stands against a mere description, or where one is a body.
    """
    if one.speaker is None or other.speaker is None:
        return False
    if _PRONOUNS & {left.words(one.speaker).casefold(), right.words(other.speaker).casefold()}:
        return False
    entities = left.entities.get(one.speaker_entity or ""), right.entities.get(other.speaker_entity or "")
    actors = {index.actor_of.get(entity.id) for entity, index in zip(entities, (left, right), strict=True) if entity}
    people = {entity.type is EntityType.PERSON for entity in entities if entity}
    if len(people) > 1 or (None not in entities and len(actors) == 1 and None not in actors):
        return False
    (names, roles), (others, other_roles) = _told_of(one, left), _told_of(other, right)
    if any(are_kin(word, again) for word in names | roles for again in others | other_roles):
        return False
    return bool((names and others) or (roles and other_roles))


def _told_of(quotation: Quotation, index: ReportIndex) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a speaker's name and those that describe the speaker there, folded."""
    speaker = quotation.speaker
    if speaker is None:
        return frozenset(), frozenset()
    before = _DESCRIBED_BEFORE.search(index.text[max(0, speaker.start - _READ) : speaker.start])
    behind = _DESCRIBED_BEHIND.match(index.text[speaker.end : speaker.end + _READ])
    beside = [match[1] for match in (before, behind) if match]
    words = _WORD.findall(" ".join((index.words(speaker), *beside)))
    kept = [word for word in words if word.casefold() not in _EMPTY]
    return (
        frozenset(word.casefold() for word in kept if word[0].isupper()),
        frozenset(word for word in kept if word[0].islower()),
    )


def _folded(name: str) -> frozenset[str]:
    """Return the words of a name without case and punctuation."""
    return frozenset(word.casefold().strip(".,’'") for word in name.split())
