"""Annotations: what a step of annotating finds in one report, and the annotated report itself.

Every annotation has offsets into ``Report.text``; ids are unique within a report (``e1``, ``q1``, ``t1``, ``p1``,
``n1``, ``v1``, ``s1``, ``d1``) and count in text order, so that the same text always gives the same ids.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from variorum.model.intervals import Interval, zone_minutes
from variorum.model.quantities import Quantity
from variorum.model.reports import Report
from variorum.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; it never crosses a paragraph (a line of the text)."""

    start: int
    end: int
    paragraph: int
    """Number of the paragraph, from 0."""
    boilerplate: bool = False

    @property
    def span(self) -> Span:
        """Return the sentence as a span."""
        return Span(self.start, self.end)


class MentionForm(StrEnum):
    """How a mention names its entity (ACE mention types)."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names somebody or something."""

    start: int
    end: int
    """The whole noun phrase with the title and modifiers that belong to the naming ("Interior Minister Ana Reyes")."""
    form: MentionForm
    head_start: int
    head_end: int
    """The name itself, or the head noun of a nominal ("Ana Reyes"; "leader" in "the Russian leader")."""
    quoted: bool = False
    """True when the mention stands inside quotation marks: somebody else's voice."""

    @property
    def span(self) -> Span:
        """Return the mention as a span."""
        return Span(self.start, self.end)


class EntityType(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"
    EVENT = "event"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one person, group, state, organisation ... in one report."""

    id: str
    name: str
    """The fullest proper name in this report, without titles; for unnamed groups the first nominal."""
    type: EntityType
    mentions: tuple[Mention, ...]
    country: str | None = None
    """ISO 3166-1 alpha-3 of the state that it is, belongs to or acts for; None when the text does not say."""
    sector: str | None = None
    """PLOVER sector (GOV, MIL, REB, OPP, MED, IGO, CVL ...) or None."""
    wikidata: str | None = None
    roles: tuple[str, ...] = ()
    """Offices and descriptions that this report gives in its own voice ("president", "defence minister"), lemmas."""
    named: bool = True
    """False for an entity that the report never names ("a spokesman", "residents")."""
    known_as: str | None = None
    """The name of its row in our table of organisations, the same in every report: "Agence France-Presse" for AFP."""


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


#: Values as fine as a day: "2024-07-24", "XXXX-WXX-3", "2024-07-24TEV".
_OF_DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}-[1-7])")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 expression with the interval underneath."""

    id: str
    start: int
    end: int
    text: str
    type: TimeType
    value: str
    """TIMEX3 value: ``2023-03``, ``2024-07-24TEV``, ``XXXX-WXX-3`` (a Wednesday of an unknown week), ``P2D``."""
    mod: str | None = None
    """TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER ..."""
    interval: Interval | None = None
    """None when the words and what is known do not fix one (a weekday without a publication date)."""
    anchor: str | None = None
    """What a relative expression was resolved against, in words with its offsets or date; None for absolute ones."""
    symbol: str = ""
    """The relative form before resolution, as the times annotator writes and reads it, so that the expression can be
    resolved again when the story tells more about the date of the report; empty for absolute expressions."""
    zone: str | None = None
    """The time zone that stands with a clock time ("EST", "GMT"); value and interval are read, not converted."""

    @property
    def span(self) -> Span:
        """Return the expression as a span."""
        return Span(self.start, self.end)

    @property
    def at_greenwich(self) -> Interval | None:
        """Return the interval in the time of Greenwich; None where the zone is not told or not known."""
        minutes = zone_minutes(self.zone)
        return self.interval.earlier_by(minutes) if self.interval is not None and minutes is not None else None

    @property
    def is_length(self) -> bool:
        """Say whether it tells how long or how often; "a day after the vote" tells when."""
        return self.type in (TimeType.DURATION, TimeType.SET) and "|from:" not in self.symbol

    @property
    def is_of_day(self) -> bool:
        """Say whether it names a day, a part of one or a clock time, and no month or year."""
        return self.type in (TimeType.DATE, TimeType.TIME) and _OF_DAY.match(self.value) is not None


class PlaceUse(StrEnum):
    """Whether a place name stands for the place or for those who govern there ("Ankara rejected ...")."""

    PLACE = "place"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Place:
    """A typed name that the gazetteer knows."""

    id: str
    start: int
    end: int
    name: str
    """The gazetteer's name."""
    kind: str
    """``country``, ``division``, ``city``, ``landmark``, ``region``, ``sea``, ``continent``."""
    country: str | None
    """ISO 3166-1 alpha-3; None for seas, continents and regions of several states."""
    lat: float | None
    lon: float | None
    gazetteer_id: str
    """GeoNames id, or an id of our own table with the prefix ``v:``."""
    within: tuple[str, ...] = ()
    """Gazetteer ids of what contains it, from near to far (Kremlin: Moscow, Russia, Europe)."""
    qualifier: str | None = None
    """"northern" in "northern Syria", "border" in "the Syrian border"."""
    use: PlaceUse = PlaceUse.PLACE

    @property
    def span(self) -> Span:
        """Return the name as a span."""
        return Span(self.start, self.end)


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


@dataclass(frozen=True, slots=True)
class SourceLink:
    """One who passes on what is said."""

    name: str
    """The name resolved in the report, else the words."""
    span: Span
    """The words that name the link."""
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
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
    def start(self) -> int:
        """Return the first offset of the content."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Return the offset after the content."""
        return self.spans[-1].end


class Factuality(StrEnum):
    """How a report puts a thing (FactBank, coarse): told as fact, told as somebody's words, and so on."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    NEGATED = "negated"
    CONDITIONAL = "conditional"
    FUTURE = "future"
    POSSIBLE = "possible"
    """Rumoured, suspected, "may": JSON schema 1 prints it as ``conditional``; the comparison keeps it apart."""


#: The rule of events that are the saying of what is to come: "will meet".
INTENT = "intent"


class EventModality(StrEnum):
    """How far an event is from fact, whether or not it is negated or attributed ("will not meet" is to come)."""

    ACTUAL = "actual"
    FUTURE = "future"
    POSSIBLE = "possible"
    """Rumoured, suspected, "may"."""
    CONDITIONAL = "conditional"


class ScopeKind(StrEnum):
    """What a cue does to what stands in its scope."""

    NEGATION = "negation"
    FUTURE = "future"
    POSSIBILITY = "possibility"
    CONDITION = "condition"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True)
class Scope:
    """A cue ("failed", "may", "if", "said") and the stretch of text that it bears on."""

    kind: ScopeKind
    cue: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens, in PLOVER's types or in none; participants are entity ids of the same report."""

    id: str
    start: int
    end: int
    """The clause that tells it."""
    trigger: Span
    lemma: str
    """Lemma of the trigger's head ("meet", "offensive")."""
    type: str
    """PLOVER type (CONSULT, ASSAULT, ...) or OTHER for events outside of it (earthquake, election, a sale)."""
    mode: str | None
    """PLOVER mode, or ours of an event outside of it ("disaster", "election"); None where neither has one."""
    source: tuple[str, ...]
    target: tuple[str, ...]
    time: str | None
    """Id of the time expression of the event itself."""
    place: str | None
    """Id of the place where it happened."""
    told_time: str | None
    """Id of the time expression of the report about it ("according to state media on Tuesday")."""
    factuality: Factuality
    attributed_to: str | None
    """Entity id of the nearest source, else its words; None in the outlet's own voice."""
    sentence: int
    """Index into the sentences."""
    negated: bool = False
    """True when it is said not to happen; also where it is told as possible or to come at the same time."""
    modality: EventModality = EventModality.ACTUAL
    scopes: tuple[Scope, ...] = ()
    """The cues that it stands under, with what they bear on."""
    quantities: tuple[str, ...] = ()
    time_carried: bool = False
    """True when time or place were carried over from another clause or sentence about the same event."""
    confidence: float = 1.0
    rule: str = ""

    @property
    def typed(self) -> bool:
        """Say whether the event has a type of PLOVER or a mode of ours; else it just happens ("painted")."""
        return self.type != "OTHER" or self.mode is not None

    @property
    def compared(self) -> bool:
        """Say whether rows are made from it: it has a type, and is more than the saying of what is to come."""
        return self.typed and self.rule != INTENT


@dataclass(frozen=True, slots=True)
class Participant:
    """An argument of a statement."""

    role: str
    """``agent``, ``patient`` or ``other`` (indirect objects, prepositional arguments)."""
    entity: str
    start: int
    end: int


class Certainty(StrEnum):
    """How sure the text is of a statement."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    """Rumoured, alleged, reportedly, may, might."""
    CONDITIONAL = "conditional"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause read as one thing told (claim detection, open information extraction)."""

    id: str
    start: int
    end: int
    sentence: int
    """Index into the sentences."""
    predicate: Span
    lemma: str
    """Lemma of the predicate, with its particle or light-verb noun ("hold talk", "call for")."""
    participants: tuple[Participant, ...]
    times: tuple[str, ...]
    places: tuple[str, ...]
    quantities: tuple[str, ...]
    events: tuple[str, ...]
    negated: bool
    certainty: Certainty
    source: str | None
    """Entity id of whom the text gives as source of this, else None (the outlet's own voice)."""
    source_text: str | None
    told_time: str | None
    """Id of the time expression that dates the telling, not the thing told."""
    quotation: str | None
    """Id of the quotation in whose content the clause stands, or None."""
    lemmas: tuple[str, ...]
    """Content-word lemmas of the clause, lower case, in text order, names included."""
    agent: tuple[str, ...] = ()
    """Content-word lemmas of who acts, the head first, whether it is an entity or not: ``porter``, ``night``."""
    patient: tuple[str, ...] = ()
    """Content-word lemmas of who or what is acted on, the head first."""

    @property
    def span(self) -> Span:
        """Return the clause as a span."""
        return Span(self.start, self.end)


class DesignationKind(StrEnum):
    """What a designation does."""

    LABEL = "label"
    LOADED = "loaded"
    HEDGE = "hedge"
    DOUBT = "attribution-doubt"


@dataclass(frozen=True, slots=True)
class Designation:
    """An expression that names or describes an actor ("strongman", "the tyrant"), or colours how something is told."""

    id: str
    start: int
    end: int
    text: str
    kind: DesignationKind
    entity: str | None
    polarity: str | None
    """``positive``, ``negative``, ``neutral`` where a named list says so, else None."""
    quoted: bool
    """True in words that are quoted: not the outlet's own voice. A clause that is only reported is in its words."""
    reason: str
    """Which construction or list fired ("title before a name", "appositive")."""


@dataclass(frozen=True, slots=True)
class Tone:
    """How one sentence speaks of an entity, as a model estimates it (target-dependent sentiment, NewsMTSC)."""

    id: str
    start: int
    end: int
    """The mention that stands for the entity in this sentence; the model reads it as a mask."""
    sentence: int
    """Index into the sentences."""
    entity: str
    polarity: str | None
    """``negative``, ``neutral``, ``positive``; None where the model is not sure enough."""
    scores: tuple[float, float, float]
    """Calibrated probabilities of negative, neutral and positive."""
    words: tuple[Span, ...]
    """The words that spoke most for the likeliest polarity, in the part of the model that reads single words."""
    quoted: bool
    """True where the sentence speaks of the entity in somebody's quoted words."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The date a report's relative times are read against."""

    interval: Interval | None
    """None when nothing is known."""
    basis: str
    """``published`` (the outlet states it), ``inferred`` (from this text), ``story`` (from the others), ``unknown``."""
    evidence: str = ""
    """The words or the field that it rests on."""


UNKNOWN_REFERENCE = Reference(None, "unknown")


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """A report with everything the annotators found; what the comparison reads, and what is cached.

    It holds no parse: whatever comes after needs model objects alone.
    """

    report: Report
    reference: Reference
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    quantities: tuple[Quantity, ...]
    quotations: tuple[Quotation, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    designations: tuple[Designation, ...]
    attributions: tuple[Quotation, ...] = ()
    """What is attributed and is no quotation: speech acts, beliefs, stances."""
    components: tuple[tuple[str, str], ...] = ()
    """(name, version) of the parser and of each annotator that made this, in order."""
    things: tuple[Entity, ...] = ()
    """What noun phrases name that is nobody and does nothing: entities of type ``other`` or ``place``."""

    @property
    def sentence_count(self) -> int:
        """Return the number of sentences that tell something; boilerplate tells nothing."""
        return sum(not sentence.boilerplate for sentence in self.sentences)


@dataclass(slots=True)
class Draft:
    """A report while it is being annotated: the parse and the layers so far.

    Annotators read it and return their own layer; only the flow writes to it.
    """

    report: Report
    doc: Doc
    """The parse of the whole text: ``doc.text == report.text``, so ``token.idx`` is an offset."""
    reference: Reference = UNKNOWN_REFERENCE
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    designations: tuple[Designation, ...] = ()
    things: tuple[Entity, ...] = ()
    marked: tuple[Span, ...] = field(default_factory=tuple)
    """Contents of typed pairs of quotation marks, without the marks (gives voice: quoted or own)."""
