"""Speakers: whether the speakers of two quotations are one, can be one, or are two.

Reports name a speaker, or call her by what she is ("the council's spokeswoman"), or do both in turn. A speaker who is
only described is the one whom either report names with that office; one who shares a surname is the same person unless
a report names two of it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from variorum.alignments.wordings.likeness import stem_of, words_of
from variorum.alignments.wordings.names import fold_name
from variorum.model.annotations import EntityType, MentionForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.quotations.utterances import Side
    from variorum.model.annotations import AnnotatedReport, Entity

#: Mentions of one entity that are read for the offices that it is given.
_MENTIONS = 60
_NAMED_BY_TITLE = (EntityType.PERSON, EntityType.ORGANISATION)
#: How the speakers of two quotations can lie to each other (:meth:`Speakers.relation`).
_RELATIONS = ("same", "unknown", "state", "other")


class Speakers:
    """The speakers of two reports."""

    def __init__(self, left: Side, right: Side, names: Mapping[str, str], groups: Mapping[str, str]) -> None:
        """Take two reports, the names of the story's actors and the states that actors can stand for."""
        self._sides = (left, right)
        self._names, self._groups = names, groups
        self._shared_surnames = _shared_surnames(left.annotated) | _shared_surnames(right.annotated)
        self._relations: dict[tuple[object, ...], str] = {}
        self._offices: dict[str, set[str]] = {}
        for side in self._sides:
            for entity in side.annotated.entities:
                actor = side.actors.get(entity.id)
                if entity.named and actor is not None:
                    self._offices.setdefault(actor, set()).update(_offices(entity, side.annotated))

    def relation(self, left: int, right: int) -> str:
        """Return how the speakers of two quotations lie to each other.

        ``same``, ``unknown`` (they can be one), ``state`` (they speak for one state) or ``other``.
        """
        one, two = self._sides[0].speakers[left], self._sides[1].speakers[right]
        words = self._sides[0].described[left], self._sides[1].described[right]
        key = (one, two, words)
        if key not in self._relations:
            self._relations[key] = self._relation(one, two, words)
        return self._relations[key]

    def tables(self) -> dict[str, NDArray[np.bool_]]:
        """Return for each way in which speakers lie to each other whether those of every two quotations do."""
        import numpy as np  # noqa: PLC0415  # only where something is aligned

        number = {name: place for place, name in enumerate(_RELATIONS)}
        shape = tuple(len(side.quotations) for side in self._sides)
        found = np.array(
            [[number[self.relation(row, column)] for column in range(shape[1])] for row in range(shape[0])],
            dtype=np.int8,
        ).reshape(shape)
        return {name: found == place for name, place in number.items()}

    def _relation(self, one: str | None, two: str | None, words: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
        """Return the same for two actors, or for the words that describe them."""
        if one is None or two is None:
            return "same" if self._described_as(one, two, words) else "unknown"
        if one == two:
            return "same"
        names = [fold_name(self._names.get(actor, "")) for actor in (one, two)]
        if all(names) and names[0][-1] == names[1][-1]:
            # "Jackson", "Jesse Jackson": two actors of one surname may be one, or a couple.
            return "unknown" if names[0][-1] in self._shared_surnames else "same"
        if self._speaks_for(one, two) or self._speaks_for(two, one) or not set(names[0]).isdisjoint(names[1]):
            # "Ana", whose surname a report never gives, and "Ana Reyes".
            return "unknown"
        return "state" if self._groups.get(one, "") == self._groups.get(two, " ") else "other"

    def reason(self, left: int, right: int) -> str:
        """Return how two speakers lie to each other, in words."""
        relation = self.relation(left, right)
        speaker, second = (
            self._names.get(side.speakers[number] or "", "") or " ".join(side.described[number])
            for side, number in zip(self._sides, (left, right), strict=True)
        )
        return {
            "same": f"same speaker: {speaker}",
            "unknown": "the speaker may be the same",
            "state": f"both speak for one state: {speaker}, {second}",
            "other": f"speaker differs: {speaker}, {second}",
        }[relation]

    def _described_as(self, one: str | None, two: str | None, words: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
        """Say whether a description fits the other speaker: the same words, or the office of the one who is named."""
        named = one or two
        if named is not None:
            described = words[0 if one is None else 1]
            return bool(described) and described[-1] in self._offices.get(named, ())
        short, long = sorted((set(words[0]), set(words[1])), key=len)
        # "A council spokeswoman", "a spokeswoman"; not "the driver of the van", "the driver of the bus".
        return bool(short) and words[0][-1] == words[1][-1] and short <= long

    def _speaks_for(self, person: str, body: str) -> bool:
        """Say whether a report names a person with a body: "the zoo", "the zoo's director Ana Reyes"."""
        name = fold_name(self._names.get(body, ""))
        return bool(name) and stem_of(name[-1]) in self._offices.get(person, ())


def _offices(entity: Entity, annotated: AnnotatedReport) -> set[str]:
    """Return the stems of the words with which a report describes somebody whom it names."""
    if entity.type not in _NAMED_BY_TITLE:
        return set()
    text = annotated.report.text
    own = {word.stem for word in words_of(entity.name)}
    phrases = list(entity.roles)
    for mention in entity.mentions[:_MENTIONS]:
        if mention.form is MentionForm.NAME:
            phrases.append(text[mention.start : mention.head_start])
        elif mention.form is MentionForm.NOMINAL:
            phrases.append(text[mention.head_start : mention.head_end])
    return {word.stem for phrase in phrases for word in words_of(phrase[:200])} - own


def _shared_surnames(annotated: AnnotatedReport) -> frozenset[str]:
    """Return the surnames that two people of one report have."""
    surnames = Counter(
        name[-1]
        for entity in annotated.entities
        if entity.named and entity.type is EntityType.PERSON and (name := fold_name(entity.name))
    )
    return frozenset(name for name, count in surnames.items() if count > 1)
