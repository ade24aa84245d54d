"""Speakers: whom a cue names, resolved in the report, whether it was said or denied, and who passed it on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.annotations.quotations.attributions import author_of
from variorum.annotations.quotations.channels import Channel, ChannelReader
from variorum.annotations.quotations.cues import DECLINING, DENYING, UTTERANCES
from variorum.annotations.quotations.naming import MentionIndex, is_named, without_article
from variorum.annotations.quotations.passing_on import Named, cited_by, passed_on_by
from variorum.model.annotations import EntityType, MentionForm, Polarity, SourceLink
from variorum.model.spans import Span
from variorum.word_lists import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.attributions import Attribution
    from variorum.annotations.quotations.contents import Found
    from variorum.annotations.quotations.marked_text import MarkedText
    from variorum.model.annotations import Draft, Entity

_SINGULAR = frozenset({"he", "she"})
_PRONOUNS = _SINGULAR | {"they", "it", "we", "i", "who", "his", "her", "their"}
_TELLING = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP, EntityType.STATE})
#: Texts that speak for who issued them.
_ISSUED = listed("""
    statement release letter report memo memorandum note message email post tweet filing complaint lawsuit communique
    communiqué notice advisory affidavit announcement bulletin summary ruling guideline remark
""")
#: Texts and occasions before "the statement" that are looked at.
_UTTERANCES = 12
#: Links of a chain of reporting that are followed at most.
_LINKS = 3


class Source(Struct, frozen=True):
    """Who a quotation comes from, as far as the report tells."""

    speaker: Span | None = None
    entity: str | None = None
    canonical: str | None = None
    cue: Span | None = None
    lemma: str | None = None
    polarity: Polarity = Polarity.SAID
    via: str | None = None
    addressee: str | None = None
    venue: Span | None = None
    said_time: str | None = None
    chain: tuple[SourceLink, ...] = ()
    doubt: float = 0.0
    """What the confidence loses because the speaker was guessed."""


class SourceFinder:
    """Resolves attributions of one report against its entities and times."""

    def __init__(self, draft: Draft, marked: MarkedText, found: list[Found]) -> None:
        """Index mentions by the offset of their heads, and contents by their offsets."""
        self.text = draft.report.text
        self.marked = marked
        self.mentions = MentionIndex(draft.entities, self.text)
        self.channels = ChannelReader(marked, self.mentions, draft.times)
        self.times = draft.times
        self.time_starts = [time.start for time in draft.times]
        self.contents = sorted(
            (span.start, span.end, number) for number, item in enumerate(found) for span in item.spans
        )
        self.found = found
        self.heads = sorted(
            (marked.starts[item.attribution.head], number)
            for number, item in enumerate(found)
            if item.attribution is not None and item.attribution.head >= 0
        )

    def source_of(self, number: int) -> Source:
        """Return the source of the quotation ``number``."""
        item = self.found[number]
        attribution = item.attribution
        if attribution is None:
            return Source()
        span, head = self._speaker(attribution)
        entity, canonical, doubt = self._named(span, head)
        if span is not None and entity is not None and not item.pairs and self._is_told_of(item, span, entity):
            other = self._before(item.spans[0].start, span.text_of(self.text).lower())
            entity, canonical, doubt = other, other.name if other else None, 0.2
        link = self._link(span, entity, canonical)
        if item.carried:
            return Source(span, entity.id if entity else None, canonical, chain=link, doubt=doubt)
        channel = self.channels.channel_of(attribution)
        reporters = self._reporters(number, attribution) or self._named_link(
            passed_on_by(self.marked, attribution), span
        )
        return Source(
            speaker=span,
            entity=entity.id if entity else None,
            canonical=canonical,
            cue=self.marked.span(attribution.cue_start, attribution.cue_end),
            lemma=attribution.lemma,
            polarity=self._polarity(attribution),
            via=channel.via or (reporters[-1].name if reporters else None),
            addressee=channel.addressee,
            venue=channel.venue,
            said_time=self.channels.time_of(item, attribution),
            chain=(
                *reporters,
                *self._medium(channel),
                *link,
                *self._named_link(cited_by(self.marked, attribution), span),
            ),
            doubt=doubt,
        )

    def _named(self, span: Span | None, head: int | None) -> tuple[Entity | None, str | None, float]:
        """Return the entity of a speaker, the name to show, and what the confidence loses where it was guessed."""
        if span is None or head is None:
            return None, None, 0.0
        words, doubt = span.text_of(self.text), 0.0
        entity = self.mentions.entity_at(head)
        if entity is None and words.istitle() and " " not in words:
            entity = self.mentions.surnamed(words)
        if entity is None and words.lower() in _SINGULAR:
            entity, doubt = self._before(span.start, words.lower()), 0.2
        if words.lower() not in _PRONOUNS and (entity is None or not is_named(entity)):
            token = self.marked.tokens[self.marked.token_from(head)]
            named = self.mentions.appositive(span)
            if named is None and token.pos_ == "NOUN":
                named = self._in_full(self._issuer(token))
            if named is None and token.tag_ == "NN":
                named = self.mentions.named_for(token.lemma_, span)
            if named is not None:
                return named, named.name, 0.1
        if entity is not None and not is_named(entity) and words.lower() in _PRONOUNS:
            entity = self._in_full(entity)
        if entity is not None and (is_named(entity) or words.lower() in _PRONOUNS):
            return entity, entity.name, doubt
        if words.lower() in _PRONOUNS:
            return entity, None, doubt
        return entity, self._described(words, head, entity), doubt

    def _described(self, words: str, head: int, entity: Entity | None) -> str:
        """Return how somebody without a name is shown: as fully as the report first calls them, by the same noun."""
        noun = self.marked.tokens[self.marked.token_from(head)].text
        fuller = entity is not None and noun in entity.name.split() and len(entity.name) > len(words)
        return entity.name if entity is not None and fuller else without_article(words)

    def _in_full(self, entity: Entity | None) -> Entity | None:
        """Return who is named for an entity that is only described: "a clerk, Ana Reyes,"; "the zoo" of a long name."""
        if entity is None or is_named(entity):
            return entity
        first = entity.mentions[0]
        span = Span(first.start, first.end)
        noun = self.text[first.head_start : first.head_end]
        return self.mentions.appositive(span) or self.mentions.named_for(noun, span) or entity

    def _is_told_of(self, item: Found, speaker: Span, entity: Entity) -> bool:
        """Say whether what is said tells of the one whom a pronoun behind it was taken for.

        "The expert comes on Friday, she said": she is somebody else.
        """
        words = speaker.text_of(self.text).lower()
        if words not in _SINGULAR or speaker.start < item.spans[0].end or is_named(entity):
            return False
        own = (mention for mention in entity.mentions if mention.form is MentionForm.NOMINAL)
        return any(span.start <= mention.head_start < span.end for mention in own for span in item.spans)

    def _issuer(self, noun: Token) -> Entity | None:
        """Return whose words a text is: "her latest report"; "the statement" of whom gave one before."""
        if noun.lemma_.lower() not in _ISSUED:
            # "The mayor's campaign" tells something itself.
            return self._owner(noun) if noun.lemma_.lower() in UTTERANCES - {"campaign"} else None
        if (owner := self._owner(noun)) is not None:
            return owner
        if not any(child.lower_ in {"the", "this", "that"} for child in noun.lefts):
            return None
        index = bisect_left(self.utterances, noun.i)
        for number in reversed(self.utterances[max(0, index - _UTTERANCES) : index]):
            token = self.marked.tokens[number]
            author = author_of(token, _LINKS) if token.lemma_ == noun.lemma_ else token
            if author.i != number and (entity := self.mentions.entity_at(author.idx)) is not None:
                return entity
        return None

    def _owner(self, noun: Token) -> Entity | None:
        """Return who owns or gave a text, named beside it: "her report", "a release from the zoo"."""
        by = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in {"by", "from"}), None)
        owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
        if owner is None and by is not None and noun.lemma_.lower() in _ISSUED:
            owner = next((child for child in by.children if child.dep_ == "pobj"), None)
        return self.mentions.entity_at(owner.idx) if owner is not None else None

    @cached_property
    def utterances(self) -> list[int]:
        """The tokens that name texts which speak for who issued them."""
        return [
            token.i
            for token in self.marked.tokens
            if token.pos_ == "NOUN" and token.lemma_.lower() in _ISSUED and not self.marked.long[token.i]
        ]

    def _before(self, offset: int, pronoun: str) -> Entity | None:
        """Return whom "he" or "she" is guessed to be: who spoke last before ``offset``, else who was named last."""
        spoke = self._spoke_before(offset)
        if spoke is not None and self.mentions.may_be(spoke, pronoun):
            return spoke
        return self.mentions.person_before(offset, pronoun)

    def _spoke_before(self, offset: int) -> Entity | None:
        """Return who was named last as the speaker of marked words before ``offset``, when it was one person."""
        index = bisect_left(self.heads, (offset, -1))
        for _, number in reversed(self.heads[max(0, index - 3) : index]):
            attribution = self.found[number].attribution
            if attribution is None or attribution.speaker is None or attribution.head < 0:
                continue
            if self.marked.tokens[attribution.head].pos_ != "PROPN":
                continue
            entity = self.mentions.entity_at(self.marked.starts[attribution.head])
            if entity is not None and entity.sector != "MED":
                return entity
        return None

    def _link(self, span: Span | None, entity: Entity | None, canonical: str | None) -> tuple[SourceLink, ...]:
        """Return a source as a link of the chain."""
        if span is None:
            return ()
        return (SourceLink(canonical or span.text_of(self.text), span, entity.id if entity else None),)

    def _medium(self, channel: Channel) -> tuple[SourceLink, ...]:
        """Return the medium that something was told to, as a link of the chain."""
        if channel.medium is None:
            return ()
        entity = self.mentions.entity_at(channel.medium.end - 1)
        return self._link(channel.medium, entity, entity.name if entity else None)

    def _named_link(self, named: Named | None, speaker: Span | None) -> tuple[SourceLink, ...]:
        """Return somebody named behind a cue as a link of the chain; nothing for a thing or for the speaker again."""
        if named is None or speaker is None:
            return ()
        span, offset = self.marked.span(*named[0]), self.marked.starts[named[1]]
        entity = self.mentions.entity_at(offset)
        if entity is None or entity.type not in _TELLING or span.overlaps(speaker):
            return ()
        return self._link(span, entity, self._named(span, offset)[1])

    def _speaker(self, attribution: Attribution) -> tuple[Span | None, int | None]:
        """Return the speaker's words without a time at their end, and the offset of their head."""
        if attribution.speaker is None:
            return None, None
        span = self.marked.span(*attribution.speaker)
        head = self.marked.starts[attribution.head] if attribution.head >= 0 else span.start
        index = bisect_left(self.time_starts, head + 1)
        return self.mentions.without_time(span, head, self.times[index : index + 1]), head

    def _polarity(self, attribution: Attribution) -> Polarity:
        """Say whether a cue says, denies, declines ("refused to say", "would not comment") or leaves unsaid."""
        cue = self.marked.tokens[attribution.cue_start : attribution.cue_end]
        if attribution.lemma in DENYING:
            # "Did not deny that ...": neither denied nor said.
            return Polarity.UNSAID if any(token.dep_ == "neg" for token in cue) else Polarity.DENIED
        if attribution.lemma in DECLINING or any(
            token.dep_ == "xcomp" and token.head.lemma_.lower() in DECLINING for token in cue
        ):
            return Polarity.REFUSED
        if any(token.dep_ == "neg" for token in cue):
            modal = any(token.lower_ in {"would", "wo", "will"} for token in cue)
            return Polarity.REFUSED if modal else Polarity.UNSAID
        return Polarity.SAID

    def _reporters(self, number: int, attribution: Attribution) -> tuple[SourceLink, ...]:
        """Return who reports the saying, outermost first: "SANA" in "SANA reported that Putin said ..."."""
        links: list[SourceLink] = []
        offset = self.marked.starts[attribution.cue_start]
        index = bisect_right(self.contents, (offset, 10**12, 0)) - 1
        for start, end, outer in reversed(self.contents[max(0, index - 5) : index + 1]):
            if outer == number or not start <= offset < end or len(links) == _LINKS:
                continue
            other = self.found[outer].attribution
            if other is None or other.speaker is None or other.head == attribution.head:
                continue
            span, head = self._speaker(other)
            entity, canonical, _ = self._named(span, head)
            links.extend(self._link(span, entity, canonical))
        return tuple(reversed(links))
