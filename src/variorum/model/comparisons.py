"""The comparison of one story: units with their readings, and the tables and figures made from them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from variorum.model.alignments import Actor, AlignmentKind, Layer
from variorum.model.annotations import Tone
from variorum.model.intervals import Interval
from variorum.model.plover import QuadClass
from variorum.model.reports import Refusal
from variorum.model.spans import Span
from variorum.model.stories import Story


class Relation(StrEnum):
    """What a unit's readings are to each other."""

    AGREES = "agrees"
    REWORDS = "rewords"
    CONTRADICTS = "contradicts"
    ONLY = "only"
    UNCERTAIN = "uncertain"


class Slot(StrEnum):
    """Where the readings of a conflict differ."""

    PLACE = "place"
    TIME = "time"
    QUANTITY = "quantity"
    ACTOR = "actor"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report has for a unit: always its exact words."""

    siglum: str
    spans: tuple[Span, ...]
    """The words of the reading, for a conflict with ``focus`` inside them."""
    text: str
    """The words at ``spans``, joined by " … "."""
    value: str | None = None
    """The slot's value, normalised for people ("at least 40 killed", "Wednesday evening")."""
    focus: tuple[Span, ...] = ()
    """The words that decide (the differing place, number, or words of a quotation)."""
    annotations: tuple[str, ...] = ()
    speaker: str | None = None
    """For quotations: who speaks, resolved; for statements: the source, if any."""
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """How two reports word one utterance."""

    left: str
    """Siglum of the report that comes first in the story."""
    right: str
    kind: AlignmentKind
    """``identical``, ``truncated``, ``spliced``, ``reworded``, ``altered`` or ``uncertain``."""
    differs: tuple[str, ...] = ()
    """What else the two give differently: ``speaker``, ``venue``, ``date``."""
    left_lacks: str = ""
    """Words of the right one that the left one leaves out."""
    right_lacks: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of the comparison."""

    id: str
    layer: Layer
    relation: Relation
    within: str | None
    """Siglum of the report that contradicts itself, else None."""
    slot: Slot | None
    gist: str
    """What the row is about, in words of the reports."""
    readings: tuple[Reading, ...]
    not_mentioned: tuple[str, ...]
    """Sigla of the reports that have no reading."""
    score: float
    """0 to 1: how sure the alignment and the relation are."""
    weight: float
    """0 to 1: what a reader should see first stands first."""
    reasons: tuple[str, ...]
    actors: tuple[str, ...] = ()
    group: str | None = None
    """For what only one report tells: ``background``, ``reaction``, ``detail``, ``quotation``, ``context``."""
    wordings: tuple[Wording, ...] = ()
    """For an utterance that several reports quote: how every two of them word it."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One way in which a report names an actor."""

    text: str
    spans: tuple[Span, ...]
    kind: str
    """``name``, ``label``, ``loaded``, ``hedge``, ``attribution-doubt``."""
    marked: bool
    """True because another report calls the same actor otherwise and never so."""
    reason: str
    polarity: str | None = None
    """``positive``, ``negative``, ``neutral`` where the table of role nouns or of wording says so, else None."""


@dataclass(frozen=True, slots=True)
class DesignationCell:
    """How one report names one actor, in one voice; expressions in order of use."""

    siglum: str
    quoted: bool
    expressions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class DesignationRow:
    """An actor and what each report calls it."""

    actor: str
    cells: tuple[DesignationCell, ...]


@dataclass(frozen=True, slots=True)
class ToneStrip:
    """The sentences of one report that speak of an actor, in text order, each with its tone; never one number."""

    siglum: str
    quoted: bool
    tones: tuple[Tone, ...]

    def count(self, polarity: str | None) -> int:
        """Return how many sentences have a polarity; None counts those about which the model says nothing."""
        return sum(tone.polarity == polarity for tone in self.tones)

    def interval(self, polarity: str) -> tuple[float, float]:
        """Return Wilson's 95 % interval of the share of a polarity among the sentences with one (Wilson 1927)."""
        said = len(self.tones) - self.count(None)
        if not said:
            return (0.0, 1.0)
        share, z = self.count(polarity) / said, 1.96
        middle = (share + z * z / (2 * said)) / (1 + z * z / said)
        reach = z * ((share * (1 - share) + z * z / (4 * said)) / said) ** 0.5 / (1 + z * z / said)
        return (round(max(0.0, middle - reach), 4), round(min(1.0, middle + reach), 4))


@dataclass(frozen=True, slots=True)
class ToneRow:
    """An actor of several reports and how the sentences of each speak of it."""

    actor: str
    strips: tuple[ToneStrip, ...]


class Rung(StrEnum):
    """How far a report stands off from what it hands on, from near to far."""

    SAID = "said"
    """Told as somebody's words: said, told, according to."""
    DESCRIBED = "described"
    """A name left to somebody: described as, termed, called."""
    CLAIMED = "claimed"
    """Held at arm's length: claimed, reportedly, alleged."""
    SCARE_QUOTES = "scare quotes"
    """A word in marks that nobody is said to have said."""


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One word of attribution of one source in one report, with its places."""

    rung: Rung
    cue: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LadderRow:
    """By which words one report attributes to one source; steps from the nearest rung to the farthest."""

    siglum: str
    source: str | None
    """Name of the source; None for what the report leaves to nobody in particular."""
    actor: str | None
    steps: tuple[LadderStep, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of one report that something rests on."""

    siglum: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Dating:
    """How one report dates something: its words, the interval under them, and how sure its ends are."""

    siglum: str
    span: Span
    text: str
    interval: Interval | None
    """None where the words name a weekday of an unknown week."""
    rough: bool = False
    """True where the words leave the ends open to some days or months: "early", "about", "some", a season."""
    inferred: bool = False
    """True where it was read against a date of publication that no outlet states."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something dated."""

    id: str
    interval: Interval | None
    """None for what is dated only by a weekday of an unknown week; such entries carry ``label`` alone."""
    label: str
    """The date for people ("March 2023", "Wednesday evening")."""
    gist: str
    evidence: tuple[Evidence, ...]
    times: tuple[Evidence, ...]
    """The time expressions themselves."""
    anchors: tuple[str, ...]
    """How each inferred date was won."""
    units: tuple[str, ...]
    datings: tuple[Dating, ...] = ()
    """How each report dates it, in the order of ``times``."""


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An actor in the network."""

    actor: str
    name: str
    type: str
    mentions: tuple[tuple[str, int], ...]
    """(siglum, number of mentions)."""


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """What passes between two actors, with its words."""

    source: str
    target: str
    kind: str
    """``cooperation``, ``conflict``, ``speech`` or ``other``."""
    types: tuple[str, ...]
    """PLOVER types of the events behind it."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Actors and what passes between them."""

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place that reports name as a place."""

    gazetteer_id: str
    name: str
    country: str | None
    lat: float
    lon: float
    evidence: tuple[Evidence, ...]
    kind: str = "city"
    """``country``, ``division``, ``city``, ``landmark``, ``region``, ``sea``, ``continent``: how vague the point is."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Who one report gives as source of what it tells."""

    siglum: str
    source: str
    """Name of the source as resolved in the report."""
    actor: str | None
    chain: tuple[str, ...]
    """From the outlet to the first source: ("A", "SANA", "Putin")."""
    evidence: tuple[Evidence, ...]
    hedged: int
    """How many of these are reported with a hedge."""
    units: tuple[str, ...] = ()
    """Rows of the comparison that rest on it in this report."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One source behind a claim, however many reports pass it on."""

    name: str | None
    """The source as a report names it; None where the reports give none and tell it in their own voice."""
    actor: str | None
    sigla: tuple[str, ...]
    """The reports whose telling goes back to it."""
    chains: tuple[tuple[str, ...], ...]
    """For each of ``sigla`` the way from the report to the source."""
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...]
    """Why several reports go back to one source ("the same agency: Telor"); empty where one report does."""


@dataclass(frozen=True, slots=True)
class Sourcing:
    """How many independent sources stand behind a claim that several reports tell."""

    unit: str
    origins: tuple[Origin, ...]
    named: int
    """Sources that are named and independent of each other, as far as the words show."""
    single: bool
    """True where everything goes back to one source."""


@dataclass(frozen=True, slots=True)
class SharedText:
    """A passage that several reports have word for word."""

    id: str
    words: int
    passages: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class CoverageBlock:
    """Consecutive sentences of one report that it tells alone, on one topic."""

    group: str
    """``background``, ``reaction``, ``detail``, ``quotation`` or ``context``."""
    units: tuple[str, ...]
    spans: tuple[Span, ...]
    """Its words, in text order."""
    actors: tuple[str, ...]
    """Who is named in it, those named most first."""
    reason: str
    """The evidence for the group ("dated before the event: “in 2019”")."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What one report tells that the others do not, counted."""

    siglum: str
    characters: int
    """Length of the article text without boilerplate, in code points."""
    sentences: int
    shared: int
    """Sentences with at least one reading in a unit that another report shares."""
    alone: int
    """Sentences that stand in this report alone."""
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """(group, unit ids) of what it tells alone."""
    blocks: tuple[CoverageBlock, ...] = ()
    """The same by topic, in the order of the text."""
    copied: int = 0
    """Words that another report has word for word."""


@dataclass(frozen=True, slots=True)
class Variant:
    """How the reports tell one unit of a line of the account."""

    unit: str
    lemma: tuple[Span, ...]
    """The words of the line that tell it; offsets into the report that the line is taken from."""
    readings: tuple[Reading, ...]
    """What the other reports have; of a report that contradicts itself, its other words."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A line of the account: a passage of one report, with what the others have for it (critical apparatus)."""

    id: str
    siglum: str
    """The report whose words these are."""
    spans: tuple[Span, ...]
    text: str
    sigla: tuple[str, ...]
    """The reports that tell it."""
    units: tuple[str, ...]
    """The rows of the comparison that it tells."""
    variants: tuple[Variant, ...]
    """Empty for what one report tells alone."""
    interval: Interval | None
    """When it happened, by the words of the readings; None where they do not date it."""
    label: str
    """The date for people, as a report words it; empty without one."""
    group: str | None = None
    """For what one report tells alone: its group, as in the coverage."""


@dataclass(frozen=True, slots=True)
class EventReading:
    """What one report tells of an event, all its mentions taken together."""

    siglum: str
    events: tuple[str, ...]
    """Ids of the events of the report, in text order."""
    evidence: tuple[Evidence, ...]
    """The clause of each."""
    sources: tuple[str, ...]
    """Actor ids."""
    targets: tuple[str, ...]
    times: tuple[str, ...]
    """The words that date it."""
    places: tuple[str, ...]
    """Names of the gazetteer."""
    quantities: tuple[str, ...]
    """The words of its amounts."""
    factuality: tuple[str, ...]
    attributed_to: tuple[str, ...]
    adds: tuple[str, ...]
    """Slots that no other report of the group fills: ``source``, ``target``, ``time``, ``place``, ``quantity``."""


@dataclass(frozen=True, slots=True)
class EventGroup:
    """One event of the story."""

    id: str
    type: str
    """PLOVER type, or OTHER."""
    mode: str | None
    interval: Interval | None
    """When it happened, by the finest time that a report gives."""
    readings: tuple[EventReading, ...]


@dataclass(frozen=True, slots=True)
class QuadRow:
    """How often one actor acts on another in one quad class and time."""

    source: str
    """Actor id."""
    target: str
    quad: QuadClass
    interval: Interval | None
    groups: tuple[str, ...]
    """Event groups counted once each, however many reports tell them."""
    reports: tuple[tuple[str, tuple[str, ...]], ...]
    """The groups that each report tells, by siglum."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything found about one story; derived, can be rebuilt at will."""

    story: Story
    event_date: Interval | None
    """When the main event happened; None where no report dates it, whatever its own date of publication."""
    actors: tuple[Actor, ...]
    units: tuple[Unit, ...]
    """Conflicts first by weight, then the other units in reading order."""
    designations: tuple[DesignationRow, ...]
    timeline: tuple[TimelineEntry, ...]
    network: Network
    map: tuple[MapPoint, ...]
    sources: tuple[SourceRow, ...]
    coverage: tuple[CoverageRow, ...]
    refusals: tuple[Refusal, ...] = ()
    sourcing: tuple[Sourcing, ...] = ()
    shared_text: tuple[SharedText, ...] = ()
    account: tuple[AccountLine, ...] = ()
    tones: tuple[ToneRow, ...] = ()
    """How sentences speak of the actors that several reports name."""
    ladder: tuple[LadderRow, ...] = ()
    """By which words each report attributes to each source."""
    events: tuple[EventGroup, ...] = ()
    """The events of the story in the order in which they are told, those of several reports as one."""
    quads: tuple[QuadRow, ...] = ()
    """Who acts on whom how often, by PLOVER's quad classes and time."""
    event_time: Evidence | None = None
    """The words that say when the main event happened, where no date is known for them: "late Wednesday"."""
    things: tuple[Actor, ...] = ()
    """What the reports speak of more than once that is no actor; the JSON lists them after the actors."""
