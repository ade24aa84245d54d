"""Quotations and attributions of one report: who is given as source of which words, by which cue."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from variorum.model.spans import Span


class QuotationType(StrEnum):
    """Direct (all in marks), mixed (part of it), indirect (none)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class AttributionKind(StrEnum):
    """What is attributed: words or a proposition uttered, or something short of it (Leech and Short 1981, PolNeAR)."""

    QUOTATION = "quotation"
    """What somebody said, in their words or in the reporter's: "said the harbour would close"."""
    SPEECH_ACT = "speech-act"
    """What somebody did with words, the words not given: "criticised the plan"."""
    BELIEF = "belief"
    """What somebody holds for true, expects, feels or wants: "thinks the plan will fail"."""
    STANCE = "stance"
    """The side that somebody takes: "backs the plan"."""


class Polarity(StrEnum):
    """Whether something was said, denied, refused ("declined to comment") or left unsaid ("did not say whether")."""

    SAID = "said"
    DENIED = "denied"
    REFUSED = "refused"
    UNSAID = "unsaid"


class SourceLink(Struct, frozen=True):
    """One who passes on what is said."""

    name: str
    """The name resolved in the report, else the words."""
    span: Span
    """The words that name the link."""
    entity: str | None = None


class Quotation(Struct, frozen=True):
    """Source, cue and content (PARC, PolNeAR)."""

    id: str
    spans: tuple[Span, ...]
    """The content in text order, without the marks at its edges; two where the attribution interrupts it."""
    type: QuotationType
    verbatim: tuple[Span, ...]
    """The parts in quotation marks, without the marks; empty for indirect ones."""
    speaker: Span | None = None
    """The words that name the speaker nearest to the cue ("he", "the ministry"); None when the text names nobody."""
    speaker_entity: str | None = None
    speaker_canonical: str | None = None
    """The speaker's name resolved in the report ("Ana Reyes" for "he")."""
    cue: Span | None = None
    """The words of attribution ("said", "according to")."""
    cue_lemma: str | None = None
    denied: bool = False
    """True for denials and refusals to say."""
    via: str | None = None
    """Through whom the words came: "Sky News" in "he told Sky News", "SANA" in "SANA reported that X said"."""
    addressee: str | None = None
    said_time: str | None = None
    """Id of the time expression that dates the saying."""
    confidence: float = 1.0
    rule: str = ""
    """The name of the rule or model that decided, for people."""
    kind: AttributionKind = AttributionKind.QUOTATION
    polarity: Polarity = Polarity.SAID
    venue: Span | None = None
    """The words that name the occasion or the platform: "an interview", "Facebook"."""
    chain: tuple[SourceLink, ...] = ()
    """Who passed it on, from the one nearest to the outlet to the speaker."""
    continues: str | None = None
    """Id of the quotation that this one goes on with in a sentence or paragraph of its own."""

    @property
    def attribution(self) -> Span | None:
        """Return the stretch that says who speaks ("the harbour master Otto Lind said"); None without name or cue."""
        if self.speaker is None or self.cue is None:
            return None
        return Span(min(self.speaker.start, self.cue.start), max(self.speaker.end, self.cue.end))

    @property
    def start(self) -> int:
        """Return the first offset of the content."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Return the offset after the content."""
        return self.spans[-1].end
