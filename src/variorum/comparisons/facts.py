"""Facts: events and statements that are aligned, as groups with the slots of each member."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import replace

from variorum.comparisons.grouping import Group, group_alignments
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.adverbials import is_modifier, place_relation, time_relation
from variorum.comparisons.slots.verdicts import times_clash
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import Certainty, Factuality, Place, Statement, TimeExpression, TimeType
from variorum.model.comparisons import Slot
from variorum.model.quantities import Quantity
from variorum.model.spans import Span

#: Behind a part of a day: the day that it leads to.
_TO_DAY = re.compile(r" (?:to|into) [A-Z][a-z]+day\b")
_CERTAINTY_OF = {
    Factuality.ASSERTED: Certainty.ASSERTED,
    Factuality.ATTRIBUTED: Certainty.ATTRIBUTED,
    Factuality.NEGATED: Certainty.ASSERTED,
    Factuality.CONDITIONAL: Certainty.CONDITIONAL,
    Factuality.FUTURE: Certainty.FUTURE,
    Factuality.POSSIBLE: Certainty.HEDGED,
}


class _Wording(TypedDict):
    """The words of a fact."""

    words: str
    sentence: str
    sentence_start: int
    lemmas: frozenset[str]


class Fact(Struct, frozen=True):
    """An event or a statement of one report with its slots resolved: what is compared."""

    ref: Ref
    layer: Layer
    span: Span
    """The clause."""
    focus: Span
    """The trigger or predicate."""
    lemma: str
    type: str | None
    """PLOVER type of an event; of a statement, that of the event it tells."""
    actors: frozenset[str]
    sources: frozenset[str]
    """Actors that act (agents, sources of events)."""
    targets: frozenset[str]
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    quantities: tuple[Quantity, ...]
    negated: bool
    certainty: Certainty
    told_time: TimeExpression | None
    attributed_to: str | None
    """Name of the source, None in the outlet's own voice."""
    position: float
    quotation: str | None = None
    words: str = ""
    """The clause as it stands in the report."""
    sentence: str = ""
    """The sentence in which it stands, and its first offset."""
    sentence_start: int = 0
    lemmas: frozenset[str] = frozenset()
    """Content-word lemmas of the clause."""
    agent: tuple[str, ...] = ()
    """Lemmas of who acts, the head first; ``patient``: of who is acted on."""
    patient: tuple[str, ...] = ()
    hangs: tuple[tuple[str, str | None], ...] = ()
    """How each time and place hangs on the clause, by id (:mod:`variorum.comparisons.slots.adverbials`)."""
    alone: bool = False
    """True when its report has this one sentence."""
    published: datetime | None = None
    """When the report was published, as far as its outlet says so."""

    def __hash__(self) -> int:
        """Hash what tells facts apart: many rules keep their answers by fact, and to hash all its parts costs time."""
        return hash((self.words, self.lemma, self.position))

    @property
    def predicates(self) -> tuple[str, ...]:
        """Return the words of the predicate: "fail", "reach"."""
        return _words_of(self.lemma)

    def relation_of(self, annotation_id: str) -> str | None:
        """Return how a time or place hangs on the clause."""
        return dict(self.hangs).get(annotation_id)


@lru_cache(maxsize=20_000)
def _words_of(lemma: str) -> tuple[str, ...]:
    """Return the words of the lemma of a predicate; it is asked for them by all that meet it."""
    return tuple(lemma.split())


class Pair(Struct, frozen=True):
    """Two facts of different reports that an alignment joins itself, not through a third."""

    left: Fact
    right: Fact
    score: float
    sure: bool
    """False for an alignment that may be none."""
    altered: str | None = None
    """What turns the one round against the other, where the alignment says that something does."""
    slot: Slot | None = None
    """The slot in which a claim contradicts, where it was judged as a whole."""

    @property
    def lone(self) -> bool:
        """Say whether a report of one sentence, a claim to check, is held against another."""
        return self.left.alone or self.right.alone


#: Aligned pairs of one group that are looked at where every one costs.
_PAIRS = 20
#: Mean score from which statements of three reports and more hold together: one sure link of two is enough, a weak one
#: is not. Events are joined by what they share with the whole group before.
_HOLDING = 0.4


class FactGroup(Struct, frozen=True):
    """Facts that tell the same thing, by report."""

    layer: Layer
    facts: tuple[Fact, ...]
    group: Group
    retold: bool = False
    """True for statements that host one grouped event: that row says that they agree, here conflicts are looked for."""

    def by_report(self) -> dict[str, tuple[Fact, ...]]:
        """Return the facts of each report, in text order."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.ref.siglum, []).append(fact)
        return {siglum: tuple(facts) for siglum, facts in found.items()}

    def pairs(self) -> Iterator[Pair]:
        """Yield the pairs that are aligned themselves: what a chain joins need not be one thing."""
        facts = {fact.ref: fact for fact in self.facts}
        for alignment in self.group.alignments:
            sure = alignment.kind is not AlignmentKind.UNCERTAIN
            altered = alignment.reasons[0] if alignment.kind is AlignmentKind.ALTERED else None
            slot = Slot(alignment.differs[0]) if altered and alignment.differs else None
            yield Pair(facts[alignment.left], facts[alignment.right], alignment.score, sure, altered, slot)

    def sure_pairs(self) -> Iterator[Pair]:
        """Yield those of the first pairs that an alignment surely joins; more of one group repeat themselves."""
        return (pair for pair in islice(self.pairs(), _PAIRS) if pair.sure)


def event_fact(index: ReportIndex, event_id: str) -> Fact:
    """Return an event of one report as a fact."""
    event = index.events[event_id]
    host = index.host_of(event)
    telling = host is not None and host.predicate.overlaps(event.trigger)
    return Fact(
        ref=Ref(index.siglum, event_id),
        layer=Layer.EVENT,
        span=index.event_span(event),
        focus=event.trigger,
        lemma=event.lemma,
        type=event.type,
        actors=index.actors((*event.source, *event.target)),
        sources=index.actors(event.source),
        targets=index.actors(event.target),
        times=tuple(index.times[time] for time in [event.own_time] if time in index.times),
        places=tuple(index.places[place] for place in [event.own_place] if place in index.places),
        quantities=tuple(index.quantities[item] for item in event.quantities if item in index.quantities),
        negated=event.factuality is Factuality.NEGATED,
        certainty=_CERTAINTY_OF[event.factuality],
        told_time=index.times.get(event.told_time or ""),
        attributed_to=index.entity_name(event.attributed_to),
        position=index.position(event.trigger.start),
        quotation=host.quotation if host else None,
        hangs=_hangs(index, [event.own_time or ""], [event.own_place or ""], happening=True),
        published=index.published,
        alone=index.is_one_sentence,
        agent=host.agent if telling and host else (),
        patient=host.patient if telling and host else (),
        **_wording(index, host, index.event_span(event), event.sentence, (event.lemma,)),
    )


def statement_fact(index: ReportIndex, statement_id: str) -> Fact:
    """Return a statement of one report as a fact: made once, however many rules ask for it."""
    fact = index.facts.get(statement_id)
    if fact is None:
        fact = index.facts[statement_id] = _make_fact(index, statement_id)
    return fact


def _make_fact(index: ReportIndex, statement_id: str) -> Fact:
    """Read a statement of one report with its slots resolved."""
    statement = index.statements[statement_id]
    told = [index.events[event] for event in statement.events if event in index.events]
    main = next((event for event in told if event.typed and event.trigger.overlaps(statement.predicate)), None)
    by_role: dict[str, list[str]] = {}
    for participant in statement.participants:
        by_role.setdefault(participant.role, []).append(participant.entity)
    return Fact(
        ref=Ref(index.siglum, statement_id),
        layer=Layer.STATEMENT,
        span=statement.span,
        focus=statement.predicate,
        lemma=statement.lemma,
        type=main.type if main else None,
        actors=index.actors(participant.entity for participant in statement.participants),
        sources=index.actors(by_role.get("agent", ())),
        targets=index.actors(by_role.get("patient", ())),
        times=tuple(index.times[time] for time in statement.times if time in index.times),
        places=tuple(index.places[place] for place in statement.places if place in index.places),
        quantities=tuple(index.quantities[item] for item in statement.quantities if item in index.quantities),
        negated=statement.negated,
        certainty=statement.certainty,
        told_time=index.times.get(statement.told_time or ""),
        attributed_to=index.entity_name(statement.source) or statement.source_text,
        position=index.position(statement.start),
        quotation=statement.quotation,
        hangs=_hangs(index, statement.times, statement.places),
        published=index.published,
        alone=index.is_one_sentence,
        agent=statement.agent,
        patient=statement.patient,
        **_wording(index, statement, statement.span, statement.sentence, ()),
    )


def _wording(
    index: ReportIndex, statement: Statement | None, span: Span, sentence: int, lemmas: Iterable[str]
) -> _Wording:
    """Return the words of a fact."""
    return {
        "words": index.words(span),
        "sentence": index.words(index.sentence_of(sentence).span),
        "sentence_start": index.sentence_of(sentence).start,
        "lemmas": frozenset((*lemmas, *(statement.lemmas if statement else ()))),
    }


def _where(index: ReportIndex, place: Place, *, happening: bool) -> str | None:
    """Return how a place hangs on its clause; a country before a noun says whose, not where.

    Where an event happens at a place without a preposition, the place is its object: "struck eastern Turkey".
    """
    if place.kind == "country" and is_modifier(index.text, place.end):
        return None
    how = place_relation(index.text, place.start)
    if happening:
        return "where" if how in (None, "whither") else how
    return how


def _when(index: ReportIndex, time: TimeExpression) -> str:
    """Return how a time hangs on its clause; a date with "for" is no length: "planned for August".

    What leads over to another day ("in the night to Tuesday") hangs on it in its own way.
    """
    if _TO_DAY.match(index.text, time.end):
        return "over"
    how = time_relation(index.text, time.start)
    return "point" if how == "length" and time.type is TimeType.DATE else how


def _hangs(
    index: ReportIndex, times: Iterable[str], places: Iterable[str], *, happening: bool = False
) -> tuple[tuple[str, str | None], ...]:
    """Return how times and places hang on their clause; a visitor welcomed "to" a place is where it happens."""
    return (
        *((item, _when(index, index.times[item])) for item in times if item in index.times),
        *((item, _where(index, index.places[item], happening=happening)) for item in places if item in index.places),
    )


def group_facts(aligned: AlignedStory, indexes: dict[str, ReportIndex]) -> tuple[FactGroup, ...]:
    """Return the groups of events, then those of statements that tell something beside an event already grouped."""
    place_of = {siglum: number for number, siglum in enumerate(aligned.story.sigla)}
    events = _facts_of(aligned, Layer.EVENT, indexes)
    event_groups = _grouped(Layer.EVENT, events, _told_alignments(aligned, Layer.EVENT, events, indexes), place_of)
    told: dict[Ref, set[int]] = {}
    for number, group in enumerate(event_groups):
        for fact in group.facts:
            index = indexes[fact.ref.siglum]
            for host in index.hosts.get(fact.ref.id, ()):
                told.setdefault(Ref(index.siglum, host.id), set()).add(number)
    statements = _facts_of(aligned, Layer.STATEMENT, indexes)

    def retells(alignment: Alignment) -> bool:
        """Say whether both statements host one grouped event, which has a row of its own."""
        return bool(told.get(alignment.left, set()) & told.get(alignment.right, set()))

    links = _told_alignments(aligned, Layer.STATEMENT, statements, indexes)
    beside = _grouped(Layer.STATEMENT, statements, [item for item in links if not retells(item)], place_of)
    again = _grouped(Layer.STATEMENT, statements, [item for item in links if retells(item)], place_of)
    return (*event_groups, *beside, *(replace(group, retold=True) for group in again))


def _alignments(aligned: AlignedStory, layer: Layer) -> list[Alignment]:
    """Return the alignments of one layer."""
    return [alignment for alignment in aligned.alignments if alignment.layer is layer]


def _told_alignments(
    aligned: AlignedStory, layer: Layer, facts: dict[Ref, Fact], indexes: dict[str, ReportIndex]
) -> list[Alignment]:
    """Return the alignments of one layer, without those inside quotation marks on both sides: these are quotations."""

    def spoken(ref: Ref) -> bool:
        """Say whether the words of a fact stand in quotation marks."""
        index, fact = indexes[ref.siglum], facts[ref]
        return any(span.contains(fact.focus) for item in index.annotated.quotations for span in item.verbatim)

    return [item for item in _alignments(aligned, layer) if not (spoken(item.left) and spoken(item.right))]


def _facts_of(aligned: AlignedStory, layer: Layer, indexes: dict[str, ReportIndex]) -> dict[Ref, Fact]:
    """Return the aligned annotations of one layer as facts."""
    make = event_fact if layer is Layer.EVENT else statement_fact
    refs = {ref: None for item in _alignments(aligned, layer) for ref in (item.left, item.right)}
    return {ref: make(indexes[ref.siglum], ref.id) for ref in refs}


def _grouped(
    layer: Layer, facts: dict[Ref, Fact], alignments: list[Alignment], place_of: dict[str, int]
) -> tuple[FactGroup, ...]:
    """Group the facts of one layer; facts at different times are never chained."""
    order = {ref: (place_of[ref.siglum], fact.focus.start) for ref, fact in facts.items()}
    direct = {(alignment.left, alignment.right) for alignment in alignments}

    def fits(left: Ref, right: Ref) -> bool:
        """Let a pair pass that is aligned itself; others must not lie apart in time."""
        if (left, right) in direct or (right, left) in direct:
            return True
        return not any(times_clash(one, other) for one in facts[left].times for other in facts[right].times)

    sure = [alignment for alignment in alignments if alignment.kind is not AlignmentKind.UNCERTAIN]
    unsure = [alignment for alignment in alignments if alignment.kind is AlignmentKind.UNCERTAIN]
    holding = _HOLDING if layer is Layer.STATEMENT else 0.0
    groups = group_alignments(sure, order, fits, apart=True, holding=holding)
    taken = {ref for group in groups for ref in group.members}
    loose = [item for item in unsure if item.left not in taken and item.right not in taken]
    made = (*groups, *group_alignments(loose, order, fits))
    return tuple(FactGroup(layer, tuple(facts[ref] for ref in group.members), group) for group in made)
