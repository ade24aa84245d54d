"""Event groups: events that are one across the reports, with their slots side by side, and their quad classes.

Events are one where the alignment says so, through others too ("met", "the talks" and "the visit" of three reports).
What is negated, conditional or only possible is listed and makes no sum.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from variorum.comparisons.readings import ReportIndex, make_evidence
from variorum.model.alignments import AlignedStory, AlignmentKind, Layer, Ref
from variorum.model.annotations import Event, Factuality
from variorum.model.comparisons import EventGroup, EventReading, QuadRow
from variorum.model.intervals import Interval
from variorum.model.plover import QUAD_CLASSES, QuadClass
from variorum.model.spans import Span

_TOLD = frozenset({Factuality.ASSERTED, Factuality.ATTRIBUTED})
#: Types in which neither side comes first.
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
#: Layers of alignments that make events one.
_GROUPED = frozenset({Layer.EVENT, Layer.UNTYPED})
_SLOTS = ("source", "target", "time", "place", "quantity")


def event_groups(aligned: AlignedStory, indexes: dict[str, ReportIndex]) -> tuple[EventGroup, ...]:
    """Return the events of a story, those that reports have in common as one, in the order in which they are told."""
    found = [_group(members, indexes) for members in _components(aligned, indexes)]

    def key(group: EventGroup) -> tuple[float, str, str]:
        positions = [indexes[reading.siglum].position(reading.evidence[0].span.start) for reading in group.readings]
        texts = sorted(reading.evidence[0].text for reading in group.readings)
        return (round(sum(positions) / len(positions), 6), texts[0], group.type)

    ordered = sorted(found, key=key)
    return tuple(
        EventGroup(f"g{number}", group.type, group.mode, group.interval, group.readings)
        for number, group in enumerate(ordered, 1)
    )


def quad_rows(
    groups: Sequence[EventGroup], indexes: dict[str, ReportIndex], ranked: Sequence[str]
) -> tuple[QuadRow, ...]:
    """Return how often actors act on each other by quad class and time, for each report and merged.

    Of two who meet or work together, the one who stands first in ``ranked`` is given first.
    """
    place = {actor: number for number, actor in enumerate(ranked)}
    told: dict[tuple[str, str, QuadClass, Interval | None], dict[str, list[str]]] = defaultdict(dict)
    for group in groups:
        quad = QUAD_CLASSES.get(group.type)
        if quad is None:
            continue
        for reading in group.readings:
            for pair in sorted(_pairs_told(indexes[reading.siglum], reading)):
                source, target = sorted(pair, key=place.__getitem__) if group.type in _MUTUAL else pair
                of_pair = told[source, target, quad, group.interval]
                of_pair.setdefault(reading.siglum, []).append(group.id)
    rows = [
        QuadRow(
            *key,
            groups=tuple(dict.fromkeys(group for groups_ in by_report.values() for group in groups_)),
            reports=tuple((siglum, tuple(dict.fromkeys(found))) for siglum, found in sorted(by_report.items())),
        )
        for key, by_report in told.items()
    ]

    def key(row: QuadRow) -> tuple[int, int, str, str, str]:
        begin, before = (row.interval.begin, row.interval.before) if row.interval else (None, None)
        return (place[row.source], place[row.target], str(begin or "~"), str(before or "~"), str(row.quad))

    return tuple(sorted(rows, key=key))


def _components(aligned: AlignedStory, indexes: dict[str, ReportIndex]) -> list[list[Ref]]:
    """Return the events of all reports, those that are aligned as the same in one list, in story order."""
    leader: dict[Ref, Ref] = {}

    def find(ref: Ref) -> Ref:
        while leader[ref] != ref:
            leader[ref] = leader[leader[ref]]
            ref = leader[ref]
        return ref

    for siglum in aligned.story.sigla:
        for event in indexes[siglum].annotated.events:
            ref = Ref(siglum, event.id)
            leader[ref] = ref
    for alignment in aligned.alignments:
        if alignment.layer in _GROUPED and alignment.kind is AlignmentKind.SAME:
            leader[find(alignment.right)] = find(alignment.left)
    components: dict[Ref, list[Ref]] = {}
    for ref in leader:
        components.setdefault(find(ref), []).append(ref)
    return [refs for refs in components.values() if len(refs) > 1 or _is_listed(indexes[refs[0].siglum], refs[0])]


def _is_listed(index: ReportIndex, ref: Ref) -> bool:
    """Say whether an event that is told once stands in the list: it has a type, a time, a place or doubt of its own."""
    event = index.events[ref.id]
    return event.typed or event.own_time is not None or event.own_place is not None or event.factuality not in _TOLD


def _group(members: Sequence[Ref], indexes: dict[str, ReportIndex]) -> EventGroup:
    """Return one event with a reading for each report that tells it."""
    by_report: dict[str, list[Event]] = defaultdict(list)
    for ref in members:
        by_report[ref.siglum].append(indexes[ref.siglum].events[ref.id])
    kinds = Counter((event.type, event.mode) for events in by_report.values() for event in events)
    kind, mode = min(kinds, key=lambda item: (item[0] == "OTHER", -kinds[item], item[0], item[1] or ""))
    filled = {siglum: _filled(events) for siglum, events in by_report.items()}
    readings = tuple(_reading(indexes[siglum], events, _added(siglum, filled)) for siglum, events in by_report.items())
    return EventGroup("", kind, mode, _finest(by_report, indexes), readings)


def _filled(events: Sequence[Event]) -> frozenset[str]:
    """Return the slots that events fill."""
    slots = {
        "source": any(event.source for event in events),
        "target": any(event.target for event in events),
        "time": any(event.time for event in events),
        "place": any(event.place for event in events),
        "quantity": any(event.quantities for event in events),
    }
    return frozenset(slot for slot, full in slots.items() if full)


def _added(siglum: str, filled: dict[str, frozenset[str]]) -> tuple[str, ...]:
    """Return the slots that one report of several fills alone."""
    others = [slots for other, slots in filled.items() if other != siglum]
    if not others:
        return ()
    return tuple(slot for slot in _SLOTS if slot in filled[siglum] and not any(slot in slots for slots in others))


def _reading(index: ReportIndex, events: Sequence[Event], adds: tuple[str, ...]) -> EventReading:
    """Return what one report tells of an event."""
    times = (index.times[event.time].text for event in events if event.time in index.times)
    places = (index.places[event.place].name for event in events if event.place in index.places)
    quantities = (index.quantities[item].text for event in events for item in event.quantities)
    sources = (index.entity_name(event.attributed_to) for event in events)
    return EventReading(
        siglum=index.siglum,
        events=tuple(event.id for event in events),
        evidence=tuple(make_evidence(index, Span(event.start, event.end)) for event in events),
        sources=_actors(index, [entity for event in events for entity in event.source]),
        targets=_actors(index, [entity for event in events for entity in event.target]),
        times=tuple(dict.fromkeys(times)),
        places=tuple(dict.fromkeys(places)),
        quantities=tuple(dict.fromkeys(quantities)),
        factuality=tuple(dict.fromkeys(str(event.factuality) for event in events)),
        attributed_to=tuple(dict.fromkeys(name for name in sources if name)),
        adds=adds,
    )


def _actors(index: ReportIndex, entities: Sequence[str]) -> tuple[str, ...]:
    """Return the actors of entities, each once, in the order of the entities."""
    return tuple(dict.fromkeys(index.actor_of[entity] for entity in entities if entity in index.actor_of))


def _finest(by_report: dict[str, list[Event]], indexes: dict[str, ReportIndex]) -> Interval | None:
    """Return the shortest closed time that a report gives for an event; of several the earliest."""
    intervals = [
        interval
        for siglum, events in by_report.items()
        for event in events
        if (time := indexes[siglum].times.get(event.time or "")) is not None
        and (interval := time.interval) is not None
        and interval.is_closed
    ]
    return min(intervals, key=_length_and_begin, default=None)


def _length_and_begin(interval: Interval) -> tuple[float, str]:
    """Return what intervals are ordered by: how long, then when."""
    assert interval.begin is not None
    assert interval.before is not None
    return ((interval.before - interval.begin).total_seconds(), interval.begin.isoformat())


def _pairs_told(index: ReportIndex, reading: EventReading) -> set[tuple[str, str]]:
    """Return who acts on whom in the events of a reading that are told as having happened."""
    found: set[tuple[str, str]] = set()
    for event_id in reading.events:
        event = index.events[event_id]
        if event.factuality in _TOLD and not event.negated:
            targets = index.actors(event.target)
            found.update((source, target) for source in index.actors(event.source) for target in targets - {source})
    return found
