"""Channels: to whom something was said, where and on what occasion, through which medium, and when.

"told reporters", "told Sky News", "said in an interview with Sky News", "wrote on Facebook", "said in a statement".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from variorum.annotations.quotations.attributions import name_of
from variorum.annotations.quotations.cues import ADDRESSING, MEDIA_WORDS, OCCASIONS, PLATFORMS, UTTERANCES
from variorum.model.annotations import EntityType
from variorum.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.attributions import Attribution
    from variorum.annotations.quotations.contents import Found
    from variorum.annotations.quotations.marked_text import MarkedText
    from variorum.annotations.quotations.naming import MentionIndex
    from variorum.model.annotations import TimeExpression

#: How far from its cue, in code points, a time of saying may stand.
_TIME_REACH = 300
#: Verbs by which a participle dates the saying beside it.
_SPEAKING = frozenset({"speak", "talk", "write", "testify"})
_ISSUING = frozenset({"issue", "release", "publish", "post", "air", "broadcast", "print"})
_PLACED = frozenset({"in", "at", "during", "on", "via", "through", "by", "from", "over"})
_BROADCAST = frozenset({"outlet", "newspaper", "broadcaster", "channel"})


class Channel(Struct, frozen=True):
    """The way that words took from the speaker."""

    via: str | None = None
    """A medium or platform, else the kind of text ("statement")."""
    medium: Span | None = None
    """The words that name a medium of news, one link of the chain."""
    addressee: str | None = None
    venue: Span | None = None
    """The words that name the occasion or platform."""

    def with_more(self, other: Channel) -> Channel:
        """Return this channel, gaps filled from another."""
        return Channel(
            self.via or other.via,
            self.medium or other.medium,
            self.addressee or other.addressee,
            self.venue or other.venue,
        )


class ChannelReader:
    """Reads the channels of attributions of one report."""

    def __init__(self, marked: MarkedText, mentions: MentionIndex, times: tuple[TimeExpression, ...]) -> None:
        """Keep what is looked up."""
        self.marked = marked
        self.mentions = mentions
        self.times = times
        self.time_starts = [time.start for time in times]

    def channel_of(self, attribution: Attribution) -> Channel:
        """Return the channel that the dependents of a cue name."""
        cue = self.marked.tokens[attribution.cue_start : attribution.cue_end]
        verb = next((token for token in cue if token.pos_ == "VERB"), None)
        channel = Channel()
        if verb is None or attribution.lemma == "according to" or self.marked.long[verb.i]:
            return channel
        for child in verb.children:
            if child.dep_ in {"dobj", "dative", "pobj"} and verb.lemma_.lower() in ADDRESSING:
                if self._is_name_slot(child, attribution):
                    channel = channel.with_more(self._addressed(child))
            elif child.dep_ in {"prep", "dative", "agent"}:
                channel = channel.with_more(self._from_preposition(child))
            elif child.dep_ in {"advcl", "conj"} and child.tag_ == "VBG" and child.lemma_.lower() == "speak":
                for grand in child.children:
                    if grand.dep_ == "prep":
                        channel = channel.with_more(self._from_preposition(grand))
        return channel

    def _is_name_slot(self, token: Token, attribution: Attribution) -> bool:
        """Say whether an object can be the one addressed: outside marks and not the speaker."""
        return self.marked.pair_at[token.i] < 0 and token.i != attribution.head and token.tag_ not in {"WP", "WDT"}

    def _addressed(self, target: Token) -> Channel:
        """Return the channel of "told NP": a medium, an occasion or those who hear it."""
        if target.lemma_.lower() in OCCASIONS and target.pos_ == "NOUN":
            return replace(self._on_occasion(target), via=None)
        if self._is_outlet(target):
            return Channel(via=self._words(target), medium=self._span(target))
        return Channel(addressee=self._words(target))

    def _from_preposition(self, preposition: Token) -> Channel:
        """Return the channel of a prepositional phrase at a cue."""
        if self.marked.pair_at[preposition.i] >= 0:
            return Channel()
        target = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        if target is None or self.marked.pair_at[target.i] >= 0:
            return Channel()
        word = preposition.lower_
        if word in {"to", "with"}:
            if self._is_outlet(target):
                return Channel(via=self._words(target), medium=self._span(target))
            return Channel(addressee=self._words(target)) if word == "to" else Channel()
        if word not in _PLACED:
            return Channel()
        if target.lemma_.lower() in OCCASIONS:
            return self._on_occasion(target)
        if word in {"on", "via", "through"} or (word == "by" and self._is_outlet(target)):
            if self._is_outlet(target):
                return Channel(via=self._words(target), medium=self._span(target), venue=self._span(target))
            if target.lower_.rstrip(".") in PLATFORMS:
                # The full stop of "on X." is read into the name.
                span = Span(target.idx, target.idx + len(target.text.rstrip(".")))
                return Channel(via=span.text_of(self.marked.text), venue=span)
        return Channel()

    def _on_occasion(self, occasion: Token) -> Channel:
        """Return the channel of an occasion: "an interview with Sky News", "a Sky News interview", "a statement"."""
        partner = self._partner(occasion)
        venue = self._span(occasion)
        if partner is not None:
            medium = self._span(partner) if self._is_outlet(partner) else None
            return Channel(via=self._words(partner), medium=medium, venue=venue)
        return Channel(via=occasion.lower_ if occasion.lemma_.lower() in UTTERANCES else None, venue=venue)

    def _partner(self, occasion: Token) -> Token | None:
        """Return with whom an occasion was held, or on which platform a text was put."""
        for child in occasion.rights:
            if child.dep_ == "prep" and child.lower_ in {"with", "to", "for", "on"}:
                target = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
                named = target is not None and target.ent_type_ not in {"DATE", "TIME"}
                if target is not None and named and (target.pos_ == "PROPN" or self._is_outlet(target)):
                    return target
        for child in occasion.lefts:
            if child.dep_ in {"compound", "nmod", "poss"} and child.pos_ == "PROPN" and self._is_outlet(child):
                return child
        return None

    def _is_outlet(self, token: Token) -> bool:
        """Say whether a noun names a medium: by its entity's sector, or by the words of its name."""
        entity = self.mentions.entity_at(token.idx)
        if token.pos_ not in {"PROPN", "X"} and token.lower_ not in _BROADCAST:
            # Reporters hear what is said; the paper that is named by a noun passes it on.
            return entity is not None and entity.sector == "MED" and entity.type is EntityType.ORGANISATION
        if entity is not None and entity.sector is not None:
            return entity.sector == "MED"
        if token.pos_ != "PROPN":
            return token.lower_ in _BROADCAST
        if entity is not None and entity.type is EntityType.PERSON:
            return False
        return any(word.lower_ in MEDIA_WORDS for word in self.marked.tokens[token.left_edge.i : token.i + 1])

    def _span(self, token: Token) -> Span:
        """Return the noun phrase around a token, without a time at its end."""
        if self.marked.pair_at[token.i] >= 0:
            return self.marked.span(token.i, token.i + 1)
        number = bisect_left(self.time_starts, token.idx + 1)
        span = self.marked.span(*name_of(self.marked, token, 0, len(self.marked.tokens)))
        return self.mentions.without_time(span, token.idx, self.times[number : number + 1])

    def _words(self, token: Token) -> str:
        """Return the noun phrase around a token as words."""
        return self._span(token).text_of(self.marked.text)

    def time_of(self, item: Found, attribution: Attribution) -> str | None:
        """Return the id of the time that dates the saying: governed by the cue, outside the content.

        "He arrived on Friday and said that ...": a cue without a time of its own takes the day of the verb before it.
        """
        anchors = set(range(attribution.cue_start, attribution.cue_end))
        if attribution.speaker is not None and attribution.lemma == "according to":
            anchors.update(range(*attribution.speaker))
        time = self._nearest_time(item, attribution, anchors)
        if time is None and (first := _joined_verb(self.marked.tokens[attribution.cue_start])) is not None:
            time = self._nearest_time(item, attribution, {first.i})
            time = time if time is not None and time.is_of_day else None
        return time.id if time else None

    def _nearest_time(self, item: Found, attribution: Attribution, anchors: set[int]) -> TimeExpression | None:
        """Return the time nearest to a cue that hangs on one of the anchors, outside the content."""
        cue = self.marked.starts[attribution.cue_start]
        low = bisect_left(self.time_starts, cue - _TIME_REACH)
        high = bisect_right(self.time_starts, cue + _TIME_REACH)
        dating = [
            time
            for time in self.times[low:high]
            if not any(span.overlaps(time.span) for span in item.spans)
            and self._dates(time.start, anchors)
            and not self._dates_what_is_judged(time, item)
        ]
        return min(dating, key=lambda time: abs(time.start - cue), default=None)

    def _dates_what_is_judged(self, time: TimeExpression, item: Found) -> bool:
        """Say whether a time behind what is judged is the time of that: "condemned the raid of a camp last month"."""
        end = item.spans[-1].end
        return item.rule == "object" and end <= time.start and "," not in self.marked.text[end : time.start]

    def _dates(self, offset: int, anchors: set[int]) -> bool:
        """Say whether the time at ``offset`` hangs on an anchor: the cue or, with "according to", the speaker."""
        number = self.marked.token_from(offset)
        if number >= len(self.marked.tokens) or self.marked.long[number] or self.marked.pair_at[number] >= 0:
            return False
        token = self.marked.tokens[number]
        for _ in range(8):
            if token.i in anchors:
                return True
            if token.dep_ == "acl" and token.lemma_ in _ISSUING:
                token = token.head  # "in a statement issued on Thursday"
                continue
            if token.dep_ == "advcl" and token.tag_ == "VBG" and token.lemma_ in _SPEAKING:
                return token.head.i in anchors  # "Speaking on Thursday, she denied"
            if (token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}) or token.head.i == token.i:
                return False
            token = token.head
        return False


def _joined_verb(cue: Token) -> Token | None:
    """Return the verb that a cue without a subject of its own goes on with: "arrived on Friday and said"."""
    if cue.dep_ != "conj" or cue.tag_ != "VBD" or cue.head.tag_ != "VBD":
        return None
    return None if any(child.dep_ in {"nsubj", "nsubjpass"} for child in cue.children) else cue.head
