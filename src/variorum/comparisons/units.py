"""Units: groups of facts and conflicts to the rows of the comparison."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from variorum.comparisons.conflicts.finding import Conflict
from variorum.comparisons.facts import Fact, FactGroup
from variorum.comparisons.readings import ReportIndex, make_reading, shorten
from variorum.model.alignments import AlignmentKind, Layer
from variorum.model.comparisons import Reading, Relation, Slot, Unit
from variorum.model.spans import Span

#: How much a reader wants to see a conflict of a slot first, 0 to 1: what happened, where and to how many stands
#: before how sure one is of it, and that before how it was worded.
SLOT_WEIGHT = {
    Slot.QUANTITY: 0.95,
    Slot.PLACE: 0.95,
    Slot.TIME: 0.9,
    Slot.ACTOR: 0.9,
    Slot.POLARITY: 0.9,
    Slot.CERTAINTY: 0.75,
    Slot.ATTRIBUTION: 0.7,
    Slot.WORDING: 0.6,
}
#: What a conflict of a slot is about, for the reason of its place in the order.
_ORDER = {
    Slot.QUANTITY: "how many or how much",
    Slot.PLACE: "where it happened",
    Slot.TIME: "when it happened",
    Slot.ACTOR: "who did it",
    Slot.POLARITY: "whether it is so",
    Slot.WORDING: "what was said",
    Slot.ATTRIBUTION: "who said it",
    Slot.CERTAINTY: "how sure it is",
}
#: Alignments by which nothing is told alike.
_UNSURE = frozenset({AlignmentKind.UNCERTAIN, AlignmentKind.ALTERED})
#: Chance that two sentences tell one thing below which it is in doubt that they do.
_LIKELY = 0.17
#: Score from which a conflict is sure, and the part of a report that is its top.
_SURE, _TOP = 0.7, 0.25
#: At most this many passages of one report stand for one event in a row; the others are linked.
PASSAGES = 3


def fact_unit(group: FactGroup, indexes: dict[str, ReportIndex], sigla: Iterable[str]) -> Unit:
    """Return the row of a group whose readings do not conflict."""
    unsure = all(link.kind in _UNSURE or link.told < _LIKELY for link in group.group.alignments)
    readings = tuple(_fact_reading(indexes[siglum], facts) for siglum, facts in sorted(group.by_report().items()))
    reasons = max(group.group.alignments, key=lambda alignment: alignment.score).reasons
    return finish_unit(
        Unit(
            id="",
            layer=group.layer,
            relation=Relation.UNCERTAIN if unsure else Relation.AGREES,
            within=None,
            slot=None,
            gist="",
            readings=readings,
            not_mentioned=missing_sigla(sigla, readings),
            score=round(group.group.score, 3),
            weight=0.0,
            reasons=reasons,
            actors=_shared_actors(group.facts),
        ),
        indexes,
    )


def _fact_reading(index: ReportIndex, facts: tuple[Fact, ...]) -> Reading:
    """Return one report's reading: the passages that tell most, in text order."""
    told_most = sorted(facts, key=lambda fact: (-_fullness(fact), fact.span.start))[:PASSAGES]
    return make_reading(
        index,
        [fact.span for fact in told_most],
        annotations=[fact.ref.id for fact in facts],
        speaker=next((fact.attributed_to for fact in facts if fact.attributed_to), None),
    )


def _fullness(fact: Fact) -> int:
    """Count the filled slots of a fact."""
    return len(fact.times) + len(fact.places) + len(fact.quantities) + len(fact.actors)


def conflict_unit(
    group: FactGroup | None, conflict: Conflict, indexes: dict[str, ReportIndex], sigla: Iterable[str]
) -> Unit:
    """Return the row of a conflict; ``group`` is the group that it was found in, None for a report against itself."""
    facts = [reading.fact for reading in conflict.readings]
    readings = _conflict_readings(conflict, indexes)
    if group is not None:
        # Reports of the group whose slot is empty still tell the thing itself.
        silent = {
            siglum: told for siglum, told in group.by_report().items() if siglum not in {r.siglum for r in readings}
        }
        readings += [_fact_reading(indexes[siglum], told) for siglum, told in silent.items()]
    score = group.group.score * conflict.clash.certainty if group else conflict.clash.certainty
    top = min(fact.position for fact in facts)
    unit = Unit(
        id="",
        # Not that of the report that comes first: one may count in an event what another does in a statement.
        layer=min(fact.layer for fact in facts),
        relation=Relation.AGREES if conflict.update else Relation.CONTRADICTS,
        within=conflict.within,
        slot=conflict.slot,
        gist="",
        readings=tuple(sorted(readings, key=lambda reading: (reading.siglum, reading.focus))),
        not_mentioned=() if conflict.within else missing_sigla(sigla, readings),
        score=round(min(1.0, score), 3),
        weight=0.0
        if conflict.update
        else round(SLOT_WEIGHT[conflict.slot] * (0.5 + 0.5 * min(1.0, score)) * (1.0 - 0.4 * top), 3),
        reasons=tuple(
            dict.fromkeys(
                (
                    conflict.clash.reason,
                    *(group.group.alignments[0].reasons if group else ()),
                    *(() if conflict.update else (_place_in_order(conflict.slot, score, top),)),
                )
            )
        ),
        actors=_shared_actors(facts),
    )
    return finish_unit(unit, indexes)


def _place_in_order(slot: Slot, score: float, top: float) -> str:
    """Return in words why a conflict stands where it stands among the conflicts."""
    sure = "sure" if score >= _SURE else "less sure"
    where = "told near the top" if top <= _TOP else "told further down"
    return f"order: {_ORDER[slot]}, {sure}, {where}"


def _conflict_readings(conflict: Conflict, indexes: dict[str, ReportIndex]) -> list[Reading]:
    """Return a reading for each report and value, with the deciding words in focus."""
    return [
        make_reading(
            indexes[item.fact.ref.siglum],
            [indexes[item.fact.ref.siglum].passage(item.focus, item.fact.span)],
            value=item.value,
            focus=[item.focus],
            annotations=[item.fact.ref.id],
            speaker=item.fact.attributed_to,
        )
        for item in conflict.readings
    ]


def missing_sigla(sigla: Iterable[str], readings: Iterable[Reading]) -> tuple[str, ...]:
    """Return the sigla without a reading, in alphabetical order."""
    present = {reading.siglum for reading in readings}
    return tuple(sorted(siglum for siglum in sigla if siglum not in present))


def finish_unit(unit: Unit, indexes: dict[str, ReportIndex]) -> Unit:
    """Give a unit its gist: the shortest reading, the one that stands highest where two are of one length."""

    def rank(reading: Reading) -> tuple[int, float, str]:
        return (len(reading.text), indexes[reading.siglum].position(reading.spans[0].start), reading.text)

    return replace(unit, gist=shorten(min(unit.readings, key=rank).text))


def _shared_actors(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return the actors that at least two of the facts name, else all, sorted."""
    counted: dict[str, int] = {}
    for fact in facts:
        for actor in fact.actors:
            counted[actor] = counted.get(actor, 0) + 1
    shared = [actor for actor, count in counted.items() if count > 1]
    return tuple(sorted(shared or counted))


def in_sentences(unit: Unit, indexes: dict[str, ReportIndex]) -> Unit:
    """Return a row of events or statements that agree with the sentences in which they stand.

    Which clause of a sentence tells the same is less sure than that the sentence does, and a clause alone is hard to
    read ("since they last met"). A conflict keeps to the words that conflict, a quotation to what is quoted.
    """
    if unit.layer is Layer.QUOTATION or unit.relation not in {Relation.AGREES, Relation.UNCERTAIN}:
        return unit
    readings = []
    for reading in unit.readings:
        index = indexes[reading.siglum]
        spans = [index.in_sentence(span) for span in reading.spans]
        whole = make_reading(index, spans)
        readings.append(replace(reading, spans=whole.spans, text=whole.text))
    return replace(unit, readings=tuple(readings))


def spans_of(units: Iterable[Unit], siglum: str) -> list[Span]:
    """Return the spans that units have in one report."""
    return [span for unit in units for reading in unit.readings if reading.siglum == siglum for span in reading.spans]


def mean_position(unit: Unit, indexes: dict[str, ReportIndex]) -> float:
    """Return where a unit stands in the reports that tell it, 0 (top) to 1 (end)."""
    places = [indexes[reading.siglum].position(reading.spans[0].start) for reading in unit.readings]
    return sum(places) / len(places)
