"""Alignments: links between annotations of two reports, with a kind, a score and the reasons (after CollateX)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import force_setattr

from variorum.model.annotations import EntityType
from variorum.model.spans import Span
from variorum.model.stories import Story


class Layer(StrEnum):
    """What is aligned."""

    EVENT = "event"
    UNTYPED = "untyped"
    """Events without a type: they are grouped, and make no rows."""
    QUOTATION = "quotation"
    STATEMENT = "statement"


class AlignmentKind(StrEnum):
    """How the words of two aligned annotations lie to each other; whether both can be true is decided later."""

    IDENTICAL = "identical"
    TRUNCATED = "truncated"
    SPLICED = "spliced"
    REWORDED = "reworded"
    ALTERED = "altered"
    """A quotation in which a number, a negation or a name differs, or a word is the opposite."""
    SAME = "same"
    """Events: the same event."""
    UNCERTAIN = "uncertain"


class Ref(Struct, frozen=True, order=True):
    """An annotation of one report of the story."""

    siglum: str
    id: str


class DecisionKind(StrEnum):
    """What a reader decides about actors."""

    MERGE = "merge"
    SPLIT = "split"


class ActorDecision(Struct, frozen=True):
    """A reader's decision on actors, kept apart from what was computed."""

    kind: DecisionKind
    named: tuple[str, ...]
    """Words of mentions or ids of entities, a siglum and a colon before them where one report is meant."""
    line: int
    """Line of the table that it stands in."""


class Actor(Struct, frozen=True):
    """One person, group, state or organisation across the reports of a story."""

    id: str
    name: str
    type: EntityType
    entities: tuple[Ref, ...]
    country: str | None = None
    reasons: tuple[str, ...] = ()
    """Why the entities of different reports are taken for one ("same full name", "same surname and title")."""
    sector: str | None = None
    """PLOVER sector that its entities have, the most frequent; None when no report tells."""
    wikidata: str | None = None
    by_hand: tuple[str, ...] = ()
    """What a reader decided about it; empty for an actor that was computed alone."""


class Alignment(Struct, frozen=True):
    """Two annotations of different reports that tell or quote the same thing."""

    layer: Layer
    left: Ref
    """From the report that comes first in the story."""
    right: Ref
    kind: AlignmentKind
    score: float
    """0 to 1."""
    reasons: tuple[str, ...]
    left_spans: tuple[Span, ...] = ()
    """Quotations: the sentences of the left one that the right one has too; empty for all of it."""
    right_spans: tuple[Span, ...] = ()
    left_lacks: str = ""
    """Quotations cut short or spliced: words of the right one that the left one leaves out."""
    right_lacks: str = ""
    differs: tuple[str, ...] = ()
    """Quotations: what else is given differently: ``speaker``, ``venue``, ``date``. Altered statements: the slot."""
    altered: tuple[tuple[str, str], ...] = ()
    """Altered quotations: the words of the left and of the right one that differ; empty where one lacks a negation."""
    told: float = 1.0
    """Events and statements: chance that their sentences tell one thing, 0 to 1; 1 where nothing is known of it."""


class SentencePart(Struct, frozen=True):
    """A part of a sentence that tells something of its own: a clause or an apposition, with what leads over to it."""

    siglum: str
    sentence: int
    """Index into the sentences."""
    span: Span
    told: float
    """Chance that another report of the story tells it, 0 to 1."""
    tells: float = 1.0
    """Chance that it tells anything that a reader would put down, 0 to 1."""


class SentenceLink(Struct, frozen=True):
    """Two sentences of different reports, by siglum and index into its sentences, that likely tell one thing."""

    left: tuple[str, int]
    """From the report that comes first in the story."""
    right: tuple[str, int]
    told: float
    """Chance that both tell one thing and that another report tells each of them, 0 to 1."""
    reason: str


class AlignedStory(Struct, frozen=True, eq=False):
    """A story with its actors and alignments."""

    story: Story
    actors: tuple[Actor, ...]
    alignments: tuple[Alignment, ...]
    things: tuple[Actor, ...] = ()
    """What the reports speak of that is no actor, each named more than once."""
    parts: tuple[SentencePart, ...] = ()
    """The parts of all sentences, in story and text order, with how likely each is told elsewhere."""
    sentences: tuple[SentenceLink, ...] = ()
    """Sentences that likely tell one thing, whatever clauses of theirs are aligned."""
    held: tuple[tuple[str, str], ...] = ()
    """The reports that are held against each other, by sigla in story order; of a large story these are not all. Empty
    where every two are."""
    alike: dict[tuple[str, int, str, int], float] = field(default_factory=dict)
    """Chance that two sentences of different reports tell the same, by siglum and index of each, the report that comes
    first in the story first; those of a chance too small to count are left out."""
    _by_reports: dict[tuple[str, str], list[Alignment]] = field(default_factory=dict)
    _held: set[frozenset[str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Start without what is looked up: a changed story must not take it over from the one that it was made of."""
        force_setattr(self, "_by_reports", {})
        force_setattr(self, "_held", set())

    def between(self, sigla: tuple[str, str]) -> Sequence[Alignment]:
        """Return the alignments of two reports, the one that comes first in the story first, in order.

        They are sorted by reports once: of 200 reports each pair has few of all alignments.
        """
        if not self._by_reports:
            for alignment in self.alignments:
                self._by_reports.setdefault((alignment.left.siglum, alignment.right.siglum), []).append(alignment)
        return self._by_reports.get(sigla, ())

    def are_held(self, one: str, other: str) -> bool:
        """Say whether two reports, by sigla, are held against each other."""
        if not self.held:
            return True
        if not self._held:
            self._held.update(map(frozenset, self.held))
        return frozenset((one, other)) in self._held

    def actor_index(self) -> dict[Ref, str]:
        """Return the actor id of every entity."""
        return {ref: actor.id for actor in self.actors for ref in actor.entities}
