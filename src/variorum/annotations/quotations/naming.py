"""Naming: the entity that a speaker's words stand for, and the name to show for it.

Coreference links most mentions; what it leaves open is decided here by what a speaker beside a cue can be: "he" is
somebody who spoke or was named before, "the ministry" an organisation with that word in its name, "the sergeant" a
person named with that title, "her lawyer, Ruth Aldous," the name in apposition.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.annotations.tables.actors import given_names
from variorum.model.annotations import EntityType, MentionForm
from variorum.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model.annotations import Entity, Mention, TimeExpression

_BEFORE_TIMES = (" on", " in", " at", " late", " early", " earlier", " this", " last")
_ARTICLE = re.compile(r"(?:the|an?|this|that|these|those)\s+", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:an?|another|one|some|any|no|each|every|other)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
#: How many mentions back, and how many code points around a name, are looked at.
_BACK, _AROUND = 60, 80
#: What stands behind a name in apposition.
_CLOSING = (",", ";", ".", ")", "”", '"', "")
#: Short forms of titles before names, by the noun that is used later.
_SEXES = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_TITLES = {
    "sergeant": "sgt",
    "constable": "const",
    "lieutenant": "lt",
    "captain": "capt",
    "colonel": "col",
    "general": "gen",
    "doctor": "dr",
    "professor": "prof",
    "senator": "sen",
    "representative": "rep",
    "governor": "gov",
    "councillor": "coun",
    "reverend": "rev",
    "inspector": "insp",
    "corporal": "cpl",
    "detective": "det",
    "superintendent": "supt",
    "commissioner": "comm",
    "president": "pres",
    "sheriff": "sheriff",
}
#: Nouns that stand for any organisation named before.
_GENERIC = frozenset({"company", "firm", "group", "organization", "organisation", "agency", "union", "association"})
_ORGANISED = frozenset({EntityType.ORGANISATION, EntityType.STATE, EntityType.GROUP})


class MentionIndex:
    """The mentions of a report by the offsets of their heads."""

    def __init__(self, entities: Iterable[Entity], text: str) -> None:
        """Sort the mentions."""
        heads = [
            (mention.head_start, mention.head_end, mention, entity)
            for entity in entities
            for mention in entity.mentions
        ]
        self.text = text
        self.mentions: list[tuple[int, int, Mention, Entity]] = sorted(
            heads, key=lambda item: (item[0], item[1], item[3].id)
        )
        self.starts = [item[0] for item in self.mentions]

    def entity_at(self, offset: int) -> Entity | None:
        """Return the entity whose mention has its head at ``offset``; else one whose mention covers it."""
        stop = bisect_right(self.starts, offset)
        for _, end, _, entity in reversed(self.mentions[max(0, stop - 4) : stop]):
            if offset < end:
                return entity
        for _, _, mention, entity in self.mentions[max(0, stop - 4) : stop + 4]:
            if mention.start <= offset < mention.end:
                return entity
        return None

    def person_before(self, offset: int, pronoun: str) -> Entity | None:
        """Return the person named last before ``offset``, outside quotation marks, who may be "he" or "she"."""
        stop = bisect_left(self.starts, offset)
        for _, _, mention, entity in reversed(self.mentions[max(0, stop - 40) : stop]):
            named = entity.type is EntityType.PERSON and mention.form is MentionForm.NAME and not mention.quoted
            if named and self.may_be(entity, pronoun):
                return entity
        return None

    def may_be(self, entity: Entity, pronoun: str) -> bool:
        """Say whether nothing in the report speaks against "he" or "she" for somebody: other pronouns, a given name."""
        told = {
            _SEXES[word]
            for mention in entity.mentions[:_BACK]
            if mention.form is MentionForm.PRONOUN
            and (word := self.text[mention.start : mention.end].lower()) in _SEXES
        }
        given = given_names().get(entity.name.split(" ", 1)[0])
        told = told or ({given} if given else set())
        return not told or _SEXES.get(pronoun) in told

    def appositive(self, span: Span) -> Entity | None:
        """Return who is named in apposition right after a phrase: "her lawyer, Ruth Aldous, said".

        A body between two commas too: "the maker, Belmar-based Harlan Foods, said"; not "by her account, Aldous left".
        """
        if not self.text.startswith(",", span.end):
            return None
        low = bisect_left(self.starts, span.end)
        for _, _, mention, entity in self.mentions[low : low + 3]:
            between = self.text[span.end + 1 : mention.start]
            closed = self.text[mention.end : mention.end + 1] in _CLOSING
            if mention.form is not MentionForm.NAME or not closed:
                continue
            if not all("-" in word for word in between.split()):
                return None
            person = entity.type is EntityType.PERSON or self._reads_as_person(mention)
            if (person and not between.strip()) or entity.type is EntityType.ORGANISATION:
                return entity
        return None

    def _reads_as_person(self, mention: Mention) -> bool:
        """Say whether a name between commas is a person's by its form: ", Ana Reyes,"."""
        words = self.text[mention.start : mention.end].split()
        named = len(words) in {2, 3} and all(word.isalpha() and word.istitle() for word in words)
        return named and self.text[mention.end : mention.end + 1] == ","

    def surnamed(self, word: str) -> Entity | None:
        """Return the only person of a surname who is named in full: the parser may not see the surname alone."""
        found = self._surnames.get(word, [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _surnames(self) -> dict[str, list[Entity]]:
        """The people who are named in full, by their last names."""
        people: dict[str, list[Entity]] = {}
        for start, end, mention, entity in self.mentions:
            words = self.text[start:end].split()
            if entity.type is EntityType.PERSON and mention.form is MentionForm.NAME and len(words) > 1:
                same = people.setdefault(words[-1], [])
                if not any(other is entity for other in same):
                    same.append(entity)
        return people

    def named_for(self, noun: str, span: Span) -> Entity | None:
        """Return who is meant by a noun with "the": by the word in a name, by a title beside a name, by its sort."""
        lemma = noun.lower()
        if _INDEFINITE.match(self.text, span.start, span.start + _AROUND):
            return None
        stop = bisect_left(self.starts, span.start)
        before = self.mentions[max(0, stop - _BACK) : stop]
        names = [item for item in before if item[2].form is MentionForm.NAME]
        for _, _, mention, entity in reversed(names):
            if lemma in _words(self.text[mention.start : mention.end]) and entity.type is not EntityType.PERSON:
                return entity
        for _, _, mention, entity in reversed(names):
            if entity.type is EntityType.PERSON and self._titled(lemma, mention):
                return entity
        generic = lemma in _GENERIC and self.text[span.start : span.start + 4].lower() == "the "
        if generic and (body := self._body_told_of(names)) is not None:
            return body
        # The former treasurer, ... The treasurer, Alasdair Munt: the name may follow once.
        for start, _, mention, entity in self.mentions[stop : stop + _BACK]:
            named = mention.form is MentionForm.NAME and entity.type is EntityType.PERSON
            if named and lemma in _words(self.text[max(0, mention.start - len(lemma) - 3) : start]):
                return entity
        return None

    def _body_told_of(self, names: Iterable[tuple[int, int, Mention, Entity]]) -> Entity | None:
        """Return the organisation or group that is named most often, of equals the one named last."""
        found: dict[str, tuple[int, int, Entity]] = {}
        for number, (_, _, mention, entity) in enumerate(names):
            if entity.type in _ORGANISED and entity.type is not EntityType.STATE and not mention.quoted:
                count = found[entity.id][0] if entity.id in found else 0
                found[entity.id] = (count + 1, number, entity)
        return max(found.values(), key=lambda item: item[:2])[2] if found else None

    def _titled(self, noun: str, mention: Mention) -> bool:
        """Say whether a name bears a title: "Sgt. Nemeth", "Health Minister Dewhurst", "Munt, the treasurer,"."""
        before = _words(self.text[max(0, mention.start - _AROUND // 2) : mention.end].rsplit("\n", 1)[-1])
        title = _TITLES.get(noun)
        near = before[-6:]
        if noun in near or (title is not None and title in near):
            return True
        after = self.text[mention.end : mention.end + _AROUND].split("\n", 1)[0]
        if not after.startswith(","):
            return False
        return noun in _words(after[1:].split(",", 1)[0])

    def without_time(self, span: Span, head: int, times: Iterable[TimeExpression]) -> Span:
        """Return a noun phrase without the time at its end: "state media on Tuesday"."""
        for time in times:
            if time.start < span.end <= time.end:
                words = self.text[: time.start].rstrip(" ,;(")
                for preposition in _BEFORE_TIMES:
                    words = words.removesuffix(preposition)
                if len(words.rstrip()) > head:
                    return Span(span.start, len(words.rstrip()))
        return span


def without_article(words: str) -> str:
    """Return a noun phrase without its article."""
    return _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words


def is_named(entity: Entity) -> bool:
    """Say whether a report names an entity, and does not only describe it."""
    return any(mention.form is MentionForm.NAME for mention in entity.mentions)


def _words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.lower() for word in _WORD.findall(text)]
