"""Speakers: whom a cue names, resolved in the report; and to whom, through whom and when it was said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from variorum.annotations.attributions import Attribution, name_of
from variorum.annotations.cues import ADDRESSING, DECLINING, DENYING, MEDIA_WORDS, OCCASIONS, PLATFORMS, UTTERANCES
from variorum.annotations.direct_quotations import begins_sentence
from variorum.model.annotations import EntityType, MentionForm
from variorum.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.marked_text import MarkedText
    from variorum.annotations.contents import Found
    from variorum.model.annotations import Draft, Entity, Mention

#: How far back, in code points, the speaker of a floating quotation may stand: two or three paragraphs.
_CARRY = 1_500
_SINGULAR = frozenset({"he", "she"})
_PRONOUNS = _SINGULAR | {"they", "it", "we", "i", "who", "his", "her", "their"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Source:
    """Who a quotation comes from, as far as the report tells."""

    speaker: Span | None = None
    entity: str | None = None
    canonical: str | None = None
    cue: Span | None = None
    lemma: str | None = None
    denied: bool = False
    via: str | None = None
    addressee: str | None = None
    said_time: str | None = None
    doubt: float = 0.0
    """What the confidence loses because the speaker was guessed."""


def carry_speakers(marked: MarkedText, found: list[Found]) -> list[Found]:
    """Return the quotations with speakers for those that float: the speaker before, else the subject before."""
    carried: list[Found] = []
    last: Found | None = None
    for item in found:
        known = item
        if item.attribution is None or item.attribution.speaker is None:
            known = _with_speaker(marked, item, last)
        if known.pairs and known.attribution is not None and known.attribution.speaker is not None:
            last = known
        carried.append(known)
    return carried


def _with_speaker(marked: MarkedText, item: Found, last: Found | None) -> Found:
    """Return a quotation without a speaker with one that stands before it, or as it is."""
    own = item.attribution
    if not item.pairs:
        return item
    if own is not None and marked.tokens[own.cue_start].tag_ != "VBG":
        return item
    floating = begins_sentence(marked, item.pairs[0])
    if own is None and floating and not _begins_line(marked, item.pairs[0]):
        subject = _subject_before(marked, item.pairs[0], floating=False)
        if subject is not None:
            return _told_by(marked, item, subject)
    known = last.attribution if last is not None and item.spans[0].start - last.spans[-1].end < _CARRY else None
    if known is not None and (floating or own is not None):
        attribution = known if own is None else replace(own, speaker=known.speaker, head=known.head)
        rule, confidence = item.rule + ", speaker carried", item.confidence - 0.1
        return replace(item, attribution=attribution, carried=own is None, rule=rule, confidence=confidence)
    if own is None and (subject := _subject_before(marked, item.pairs[0], floating=floating)) is not None:
        return _told_by(marked, item, subject)
    return item


def _told_by(marked: MarkedText, item: Found, subject: Token) -> Found:
    """Return a quotation without a cue as told by the subject that stands before it."""
    speaker = name_of(marked, subject, 0, len(marked.tokens))
    number = marked.first[item.pairs[0]]
    attribution = Attribution(number, number, "", speaker, subject.i, "subject before", 0.4, number, number)
    return replace(item, attribution=attribution, carried=True, rule=item.rule + ", subject before", confidence=0.4)


def _begins_line(marked: MarkedText, pair: int) -> bool:
    """Say whether nothing stands before a pair on its line."""
    number = marked.first[pair] - 1
    while number >= 0 and marked.tokens[number].is_space and not marked.breaks[number]:
        number -= 1
    return number < 0 or marked.breaks[number]


def _subject_before(marked: MarkedText, pair: int, *, floating: bool) -> Token | None:
    """Return the subject nearest before a pair, in its sentence or, for one that begins a line, in the line before."""
    breaks = 0
    for number in range(marked.first[pair] - 1, max(-1, marked.first[pair] - 120), -1):
        token = marked.tokens[number]
        breaks += marked.breaks[number]
        if breaks > 1 or (breaks and not floating):
            return None
        person = token.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"} or token.lower_ in {"he", "she", "they"}
        if token.dep_ in _SUBJECTS and marked.pair_at[number] < 0 and person and token.head.dep_ != "relcl":
            return token
    return None


class SourceFinder:
    """Resolves attributions of one report against its entities and times."""

    def __init__(self, draft: Draft, marked: MarkedText, found: list[Found]) -> None:
        """Index mentions by the offset of their heads, and contents by their offsets."""
        self.draft = draft
        self.marked = marked
        heads = [
            (mention.head_start, mention.head_end, mention, entity)
            for entity in draft.entities
            for mention in entity.mentions
        ]
        self.mentions: list[tuple[int, int, Mention, Entity]] = sorted(
            heads, key=lambda item: (item[0], item[1], item[3].id)
        )
        self.starts = [item[0] for item in self.mentions]
        self.times = draft.times
        self.time_starts = [time.start for time in draft.times]
        self.contents = sorted(
            (
                (span.start, span.end, number)
                for number, item in enumerate(found)
                for span in item.spans
                if not item.pairs or len(item.pairs)
            ),
        )
        self.found = found

    def source_of(self, number: int) -> Source:
        """Return the source of the quotation ``number``."""
        item = self.found[number]
        attribution = item.attribution
        if attribution is None:
            return Source()
        span, head = self._speaker(attribution)
        entity = self._entity_at(head) if head is not None else None
        doubt = 0.0
        words = span.text_of(self.draft.report.text) if span else ""
        if span is not None and entity is None and words.lower() in _SINGULAR:
            entity, doubt = self._person_before(span.start), 0.2
        canonical = entity.name if entity is not None else (words if words and words.lower() not in _PRONOUNS else None)
        if item.carried:
            return Source(span, entity.id if entity else None, canonical, doubt=doubt)
        via, addressee = self._channel(attribution)
        return Source(
            speaker=span,
            entity=entity.id if entity else None,
            canonical=canonical,
            cue=self.marked.span(attribution.cue_start, attribution.cue_end),
            lemma=attribution.lemma,
            denied=self._denied(attribution),
            via=via or self._reporter(number, attribution),
            addressee=addressee,
            said_time=self._time(item, attribution),
            doubt=doubt,
        )

    def _speaker(self, attribution: Attribution) -> tuple[Span | None, int | None]:
        """Return the speaker's words without a time at their end, and the offset of their head."""
        if attribution.speaker is None:
            return None, None
        span = self.marked.span(*attribution.speaker)
        head = self.marked.starts[attribution.head] if attribution.head >= 0 else span.start
        index = bisect_left(self.time_starts, head + 1)
        if index < len(self.times) and self.times[index].start < span.end:
            words = self.draft.report.text[: self.times[index].start].rstrip(" ,;(")
            for preposition in (" on", " in", " at", " late", " early", " earlier", " this", " last"):
                words = words.removesuffix(preposition)
            if len(words.rstrip()) > head:
                span = Span(span.start, len(words.rstrip()))
        return span, head

    def _entity_at(self, offset: int) -> Entity | None:
        """Return the entity whose mention has its head at ``offset``; else one whose mention covers it."""
        stop = bisect_right(self.starts, offset)
        for _, end, _, entity in reversed(self.mentions[max(0, stop - 4) : stop]):
            if offset < end:
                return entity
        for _, _, mention, entity in self.mentions[max(0, stop - 4) : stop + 4]:
            if mention.start <= offset < mention.end:
                return entity
        return None

    def _person_before(self, offset: int) -> Entity | None:
        """Return the person named last before ``offset``, outside quotation marks."""
        stop = bisect_left(self.starts, offset)
        for _, _, mention, entity in reversed(self.mentions[max(0, stop - 40) : stop]):
            if entity.type is EntityType.PERSON and mention.form is MentionForm.NAME and not mention.quoted:
                return entity
        return None

    def _denied(self, attribution: Attribution) -> bool:
        """Say whether a cue denies or declines to say: "denied", "refused to say", "would not comment"."""
        if attribution.lemma in DENYING or attribution.lemma in DECLINING:
            return True
        cue = self.marked.tokens[attribution.cue_start : attribution.cue_end]
        return any(token.dep_ == "neg" for token in cue)

    def _channel(self, attribution: Attribution) -> tuple[str | None, str | None]:
        """Return (via, addressee) from the dependents of a cue: "told Sky News", "told reporters"."""
        verb = next(
            (
                token
                for token in self.marked.tokens[attribution.cue_start : attribution.cue_end]
                if token.pos_ == "VERB"
            ),
            None,
        )
        if verb is None or attribution.lemma == "according to" or self.marked.long[verb.i]:
            return None, None
        via: str | None = None
        addressee: str | None = None
        for child in verb.children:
            if (
                child.dep_ in {"dobj", "dative", "pobj"}
                and verb.lemma_.lower() in ADDRESSING
                and self._is_name_slot(child, attribution)
            ):
                if self._is_outlet(child):
                    via = via or self._words(child)
                else:
                    addressee = addressee or self._words(child)
            elif child.dep_ in {"prep", "dative", "agent"}:
                found = self._from_preposition(child)
                via = via or found[0]
                addressee = addressee or found[1]
            elif child.dep_ in {"advcl", "conj"} and child.tag_ == "VBG" and child.lemma_.lower() == "speak":
                for grand in child.children:
                    if grand.dep_ == "prep":
                        found = self._from_preposition(grand)
                        via = via or found[0]
                        addressee = addressee or found[1]
        return via, addressee

    def _is_name_slot(self, token: Token, attribution: Attribution) -> bool:
        """Say whether an object can be the one addressed: outside marks and not the speaker."""
        return self.marked.pair_at[token.i] < 0 and token.i != attribution.head and token.tag_ not in {"WP", "WDT"}

    def _from_preposition(self, preposition: Token) -> tuple[str | None, str | None]:
        """Return (via, addressee) of a prepositional phrase at a cue."""
        if self.marked.pair_at[preposition.i] >= 0:
            return None, None
        target = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        if target is None or self.marked.pair_at[target.i] >= 0:
            return None, None
        word, lemma = preposition.lower_, target.lemma_.lower()
        if word in {"to", "with"}:
            return (
                (self._words(target), None)
                if self._is_outlet(target)
                else (None, self._words(target) if word == "to" else None)
            )
        if word in {"in", "at", "during", "on", "via", "through", "by", "from"}:
            if lemma in OCCASIONS:
                return self._partner(target) or (target.lower_ if lemma in UTTERANCES else None), None
            if word in {"on", "via", "through"} and (self._is_outlet(target) or target.lower_ in PLATFORMS):
                return self._words(target), None
        return None, None

    def _partner(self, occasion: Token) -> str | None:
        """Return with whom an occasion was held: "Sky News" in "an interview with Sky News", "a Sky News interview"."""
        for child in occasion.rights:
            if child.dep_ == "prep" and child.lower_ in {"with", "to", "for", "on"}:
                target = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
                if target is not None and (target.pos_ == "PROPN" or self._is_outlet(target)):
                    return self._words(target)
        for child in occasion.lefts:
            if child.dep_ in {"compound", "nmod", "poss"} and child.pos_ == "PROPN" and self._is_outlet(child):
                return self._words(child)
        return None

    def _is_outlet(self, token: Token) -> bool:
        """Say whether a noun names a medium: by its entity's sector, or by the words of its name."""
        entity = self._entity_at(token.idx)
        if entity is not None and entity.sector is not None:
            return entity.sector == "MED"
        if token.pos_ != "PROPN":
            return token.lower_ in {"outlet", "newspaper", "broadcaster", "channel"}
        if entity is not None and entity.type is EntityType.PERSON:
            return False
        return any(word.lower_ in MEDIA_WORDS for word in self.marked.tokens[token.left_edge.i : token.i + 1])

    def _words(self, token: Token) -> str:
        """Return the noun phrase around a token as words."""
        start, end = name_of(self.marked, token, 0, len(self.marked.tokens))
        span = self._speaker(Attribution(0, 0, "", (start, end), token.i, "", 0.0, 0, 0))[0]
        return span.text_of(self.draft.report.text) if span else token.text

    def _reporter(self, number: int, attribution: Attribution) -> str | None:
        """Return who reports the saying: "SANA" for what Putin says in "SANA reported that Putin said ..."."""
        offset = self.marked.starts[attribution.cue_start]
        index = bisect_right(self.contents, (offset, 10**12, 0)) - 1
        for start, end, outer in reversed(self.contents[max(0, index - 5) : index + 1]):
            if outer == number or not start <= offset < end:
                continue
            other = self.found[outer].attribution
            if other is None or other.speaker is None or other.head == attribution.head:
                continue
            span, head = self._speaker(other)
            entity = self._entity_at(head) if head is not None else None
            if entity is not None:
                return entity.name
            return span.text_of(self.draft.report.text) if span else None
        return None

    def _time(self, item: Found, attribution: Attribution) -> str | None:
        """Return the id of the time that dates the saying: governed by the cue, outside the content."""
        cue = self.marked.starts[attribution.cue_start]
        low, high = bisect_left(self.time_starts, cue - 300), bisect_right(self.time_starts, cue + 300)
        best: tuple[int, str] | None = None
        for time in self.times[low:high]:
            if any(span.overlaps(time.span) for span in item.spans) or not self._dates(time.start, attribution):
                continue
            distance = abs(time.start - cue)
            if best is None or distance < best[0]:
                best = (distance, time.id)
        return best[1] if best else None

    def _dates(self, offset: int, attribution: Attribution) -> bool:
        """Say whether the time at ``offset`` hangs on the cue or, with "according to", on the speaker."""
        number = self.marked.token_from(offset)
        if number >= len(self.marked.tokens) or self.marked.long[number] or self.marked.pair_at[number] >= 0:
            return False
        token = self.marked.tokens[number]
        anchors = set(range(attribution.cue_start, attribution.cue_end))
        if attribution.speaker is not None and attribution.lemma == "according to":
            anchors.update(range(*attribution.speaker))
        for _ in range(8):
            if token.i in anchors:
                return True
            if (token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}) or token.head.i == token.i:
                return False
            token = token.head
        return False
