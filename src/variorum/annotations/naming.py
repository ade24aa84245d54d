"""Naming: the entity that a speaker's words stand for, and the name to show for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from variorum.model.annotations import EntityType, MentionForm
from variorum.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model.annotations import Entity, Mention, TimeExpression

_BEFORE_TIMES = (" on", " in", " at", " late", " early", " earlier", " this", " last")


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

    def person_before(self, offset: int) -> Entity | None:
        """Return the person named last before ``offset``, outside quotation marks."""
        stop = bisect_left(self.starts, offset)
        for _, _, mention, entity in reversed(self.mentions[max(0, stop - 40) : stop]):
            if entity.type is EntityType.PERSON and mention.form is MentionForm.NAME and not mention.quoted:
                return entity
        return None

    def without_time(self, span: Span, head: int, times: Iterable[TimeExpression]) -> Span:
        """Return a noun phrase without the time at its end: "state media on Tuesday"."""
        for time in times:
            if time.start < span.end:
                words = self.text[: time.start].rstrip(" ,;(")
                for preposition in _BEFORE_TIMES:
                    words = words.removesuffix(preposition)
                if len(words.rstrip()) > head:
                    return Span(span.start, len(words.rstrip()))
        return span
