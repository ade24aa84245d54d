"""Told events: the events of one report with their slots resolved, and the mentions of one event in groups.

"Met", "the meeting", "the talks": each mention joins the nearest earlier one that it can refer to.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.occasions import TimeFit, is_past, times_fit
from variorum.alignments.similarities import vectors_of
from variorum.alignments.wordings.likeness import contents_of, stem_of
from variorum.limits import LIMITS
from variorum.model.annotations import Factuality

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.positions import Actors
    from variorum.model.annotations import AnnotatedReport, Event, TimeExpression
    from variorum.model.quantities import Quantity

#: Events of one report that are compared with a new one when mentions are grouped.
_LOOK_BACK = 40
_DEFINITE = re.compile(
    r"\b(?:(?i:the|this|that|these|those|their|his|her|its|our)|[A-Z][\w’']*[’']s?)\s+(?:\w+[ -]){0,2}$"
)
#: Words before a trigger that say it is another event of its kind than the one told so far.
_ANOTHER = re.compile(
    r"\b(?:last|previous|previously|earlier|former|similar|another|next|future|possible|planned|proposed|upcoming|"
    r"second|third|first|three-way|trilateral|annual|once|again)\s+(?:\w+[ -]){0,2}$",
    re.IGNORECASE,
)
#: Factuality of what is told as having happened, or not.
REAL = frozenset({Factuality.ASSERTED, Factuality.ATTRIBUTED, Factuality.NEGATED})


class ToldEvent(Struct, frozen=True, eq=False):
    """An event of a report with its slots resolved."""

    event: Event
    trigger: str
    stems: frozenset[str]
    """Of the content words of its clause."""
    sources: frozenset[str]
    targets: frozenset[str]
    countries: frozenset[str]
    """Countries that the participants act for."""
    heads: frozenset[str]
    """Countries that the sources act for, else the sources."""
    named: bool
    """True when the report names each participant."""
    time: TimeExpression | None
    past: bool
    quantities: tuple[Quantity, ...]
    place: str | None
    definite: bool
    another: bool

    @property
    def actors(self) -> frozenset[str]:
        """Return all participants."""
        return self.sources | self.targets


class EventSide(Struct, frozen=True, eq=False):
    """The events of one report."""

    siglum: str
    told: tuple[ToldEvent, ...]
    groups: tuple[tuple[int, ...], ...]
    """Mentions of one event, as indexes of ``told``."""
    clauses: NDArray[np.float32]
    sentences: NDArray[np.float32]
    triggers: NDArray[np.float32]


def event_side(siglum: str, annotated: AnnotatedReport, actors: Actors, poles: dict[str, str]) -> EventSide:
    """Resolve the events of a report, group the mentions of one event, and encode them."""
    text = annotated.report.text
    times = {time.id: time for time in annotated.times}
    places = {place.id: place.gazetteer_id for place in annotated.places}
    quantities = {quantity.id: quantity for quantity in annotated.quantities}
    named = {entity.id for entity in annotated.entities if entity.named}
    # "the first time they met since March" tells of two meetings with one word: the dated one lies back.
    counts = Counter(event.trigger for event in annotated.events)
    twice = {trigger for trigger, count in counts.items() if count > 1}
    told = []
    for event in [event for event in annotated.events if event.compared][: LIMITS.statements]:
        before = text[max(0, event.trigger.start - 40) : event.trigger.start]
        time = times.get(event.own_time or "")
        sources = frozenset(actors[entity] for entity in event.source if entity in actors)
        targets = frozenset(actors[entity] for entity in event.target if entity in actors)
        told.append(
            ToldEvent(
                event=event,
                trigger=event.trigger.text_of(text),
                stems=frozenset(contents_of(text[event.start : event.end])),
                sources=sources,
                targets=targets,
                countries=frozenset(poles[actor] for actor in sources | targets if actor in poles),
                heads=frozenset(poles.get(actor, actor) for actor in sources),
                named=all(entity in named for entity in (*event.source, *event.target)),
                time=time,
                past=is_past(time, annotated.reference) or (event.trigger in twice and time is not None),
                quantities=tuple(quantities[item] for item in event.quantities if item in quantities),
                place=places.get(event.own_place or ""),
                definite=bool(_DEFINITE.search(before)),
                another=bool(_ANOTHER.search(before)),
            )
        )
    clauses = vectors_of([text[item.event.start : item.event.end] for item in told])
    spans = [annotated.sentences[item.event.sentence] for item in told]
    sentences = vectors_of([text[span.start : span.end] for span in spans])
    triggers = vectors_of([item.trigger.casefold() for item in told])
    return EventSide(siglum, tuple(told), _mention_groups(told), clauses, sentences, triggers)


def _mention_groups(told: list[ToldEvent]) -> tuple[tuple[int, ...], ...]:
    """Group the mentions of one event inside a report: each joins the nearest earlier one that it can refer to."""
    groups: list[list[int]] = []
    group_of: dict[int, list[int]] = {}
    for index in range(len(told)):
        back = range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1)
        home = next((group_of[other] for other in back if _refers(told, index, group_of[other], other)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(index)
        group_of[index] = home
    return tuple(tuple(group) for group in groups)


def _refers(told: list[ToldEvent], index: int, group: list[int], other: int) -> bool:
    """Say whether a mention can be one of the event of ``group``, of which ``other`` is a mention."""
    one, two = told[index], told[other]
    if not _same_kind(one, two) or one.another or one.past != two.past:
        return False
    if (one.event.factuality in REAL) != (two.event.factuality in REAL):
        return False
    if any(times_fit(one.time, told[member].time) is TimeFit.APART for member in group):
        return False
    known = frozenset[str]().union(*(told[member].actors for member in group))
    # "the meeting" of those who met: it names nobody else.
    if one.definite and one.actors <= known:
        return True
    shared = len(one.actors & two.actors)
    return (shared >= 2 or (shared == 1 and same_mishap(one, two))) and times_fit(
        one.time, two.time
    ) is not TimeFit.NEAR


def _same_kind(one: ToldEvent, two: ToldEvent) -> bool:
    """Say whether two events are of one kind: the same type, and outside of the types the same word."""
    if one.event.type != two.event.type:
        return False
    return one.event.type == "CONSULT" or stem_of(one.event.lemma) == stem_of(two.event.lemma) or same_mishap(one, two)


def same_mishap(one: ToldEvent, two: ToldEvent) -> bool:
    """Say whether two words tell of one mishap to one thing: "the ferry burns", "the ferry caught fire"."""
    return (
        one.event.type == two.event.type == "OTHER"
        and one.event.mode == two.event.mode == "disaster"
        and bool(one.targets & two.targets)
    )
