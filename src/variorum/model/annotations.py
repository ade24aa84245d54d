"""Annotations: everything that the steps of annotating find in one report, each kind in a module of its own.

Every annotation has offsets into ``Report.text``; ids are unique within a report (``e1``, ``q1``, ``t1``, ``p1``,
``n1``, ``v1``, ``s1``, ``d1``) and count in text order, so that the same text always gives the same ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from variorum.model.designations import Designation, DesignationKind, Tone
from variorum.model.entities import Entity, EntityType, Mention, MentionForm
from variorum.model.events import INTENT, Event, EventModality, Factuality, Scope, ScopeKind
from variorum.model.places import Place, PlaceUse
from variorum.model.quantities import Quantity
from variorum.model.quotations import AttributionKind, Polarity, Quotation, QuotationType, SourceLink
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.model.statements import Certainty, Participant, Statement
from variorum.model.times import UNKNOWN_REFERENCE, Reference, TimeExpression, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = [
    "INTENT",
    "UNKNOWN_REFERENCE",
    "AnnotatedReport",
    "AttributionKind",
    "Certainty",
    "Designation",
    "DesignationKind",
    "Draft",
    "Entity",
    "EntityType",
    "Event",
    "EventModality",
    "Factuality",
    "Mention",
    "MentionForm",
    "Participant",
    "Place",
    "PlaceUse",
    "Polarity",
    "Quotation",
    "QuotationType",
    "Reference",
    "Scope",
    "ScopeKind",
    "Sentence",
    "SourceLink",
    "Statement",
    "TimeExpression",
    "TimeType",
    "Tone",
]


class Sentence(Struct, frozen=True):
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


class AnnotatedReport(Struct, frozen=True):
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


class Draft(Struct):
    """A report while it is being annotated: the parse and the layers so far.

    Annotators read it and return their own layer; only the flow writes to it.
    """

    report: Report
    doc: Doc
    """The parse of the whole text: ``doc.text == report.text`` but for folded repeats; ``token.idx`` is an offset."""
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
