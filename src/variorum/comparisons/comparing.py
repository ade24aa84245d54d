"""Comparing: an aligned story to its comparison. Calls the parts of this step in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from variorum.comparisons.account import account_lines
from variorum.comparisons.conflicts.ages import age_conflicts, group_age_conflicts
from variorum.comparisons.conflicts.causes import cause_conflicts
from variorum.comparisons.conflicts.counterparts import counterparts
from variorum.comparisons.conflicts.disputes import dispute_conflicts
from variorum.comparisons.conflicts.finding import Conflict, find_conflicts
from variorum.comparisons.conflicts.linked_deeds import linked_deed_conflicts
from variorum.comparisons.conflicts.linked_places import linked_place_conflicts
from variorum.comparisons.conflicts.linked_sentences import linked_sentences
from variorum.comparisons.conflicts.linked_slots import linked_slot_conflicts
from variorum.comparisons.conflicts.linked_times import linked_time_conflicts
from variorum.comparisons.conflicts.open_questions import open_question_conflicts
from variorum.comparisons.conflicts.rivals import rival_conflicts
from variorum.comparisons.conflicts.small_places import small_place_conflicts
from variorum.comparisons.conflicts.sole_doers import sole_doer_conflicts
from variorum.comparisons.conflicts.told_by_both import without_told_by_both
from variorum.comparisons.conflicts.within import find_self_conflicts, pairs_within
from variorum.comparisons.contests.judging import Signal, conflicts_among, judged, signalled, tensions_among
from variorum.comparisons.contests.pairing import contests
from variorum.comparisons.copies import shared_texts
from variorum.comparisons.coverage import coverage_rows, only_units
from variorum.comparisons.designations import designation_rows
from variorum.comparisons.event_groups import event_groups, quad_rows
from variorum.comparisons.facts import Fact, FactGroup, event_fact, group_facts, statement_fact
from variorum.comparisons.ladder import ladder_rows
from variorum.comparisons.network import actor_network
from variorum.comparisons.places import map_points
from variorum.comparisons.quotations import quotation_units
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.remainders import Parts, without_remainders
from variorum.comparisons.repeats import without_parts, without_repeats
from variorum.comparisons.sentence_rows import sentence_units
from variorum.comparisons.sources import source_rows
from variorum.comparisons.sourcing import claim_sources
from variorum.comparisons.timeline import dated_first, publication_date, story_date, story_time, timeline_entries
from variorum.comparisons.tones import tone_rows
from variorum.comparisons.units import conflict_unit, fact_unit, in_sentences, mean_position
from variorum.model.alignments import AlignedStory
from variorum.model.annotations import Tone
from variorum.model.comparisons import Comparison, Relation, Unit
from variorum.model.reports import Refusal


def compare_story(
    aligned: AlignedStory,
    *,
    refusals: Sequence[Refusal] = (),
    tones: Mapping[str, Sequence[Tone]] | None = None,
    signal: Signal | None = None,
) -> Comparison:
    """Return everything found about one story; ``tones`` are those of its reports by siglum, where they were read.

    ``signal`` may propose possible tensions, and no conflicts.
    """
    indexes = index_reports(aligned)
    sigla = aligned.story.sigla
    groups = group_facts(aligned, indexes)
    events = event_groups(aligned, indexes)
    published = publication_date(annotated.reference.interval for annotated in aligned.story.reports)
    event_date = story_date(groups, published)
    # What is background and what comes first is told from the day of publication where the event's is not known.
    around = event_date or published
    aged = [conflict_unit(None, conflict, indexes, sigla) for conflict in age_conflicts(aligned, indexes)]
    grouped, conflicts = _fact_units(groups, indexes, sigla, aged=bool(aged))
    beside, tense = _conflicts_beside(aligned, indexes, conflicts, signal)
    rivals = [conflict_unit(None, conflict, indexes, sigla) for conflict in beside]
    parts = Parts(aligned.parts)
    told = (*grouped, *rivals, *aged, *quotation_units(aligned, indexes))
    told = (*sentence_units(aligned, indexes, told), *told)
    shared = without_parts([in_sentences(unit, indexes) for unit in without_parts(without_repeats(told))])
    shared = tuple(without_remainders(unit, indexes, parts) for unit in shared)
    within = without_repeats(_self_conflict_units(groups, indexes, sigla))
    alone = only_units(indexes, told, sigla, around, parts)
    units = _in_order((*shared, *within, *alone), indexes)
    ranked = _ranked_actors(aligned, indexes)
    copies = shared_texts(indexes)
    coverage = coverage_rows(indexes, units, told, sigla, copies)
    return Comparison(
        story=aligned.story,
        event_date=event_date,
        event_time=story_time(groups, indexes, published),
        actors=tuple(sorted(aligned.actors, key=lambda actor: ranked.index(actor.id))),
        units=units,
        tensions=_tension_units(tense, indexes, sigla),
        designations=designation_rows(aligned, indexes, ranked),
        timeline=timeline_entries(dated_first(units), indexes),
        network=actor_network(aligned, indexes, ranked),
        map=map_points(indexes),
        sources=source_rows(indexes, units),
        coverage=coverage,
        refusals=tuple(refusals),
        sourcing=claim_sources(indexes, units, copies),
        shared_text=copies,
        account=account_lines(units, coverage, indexes, around),
        events=events,
        quads=quad_rows(events, indexes, ranked),
        tones=tone_rows(tones or {}, indexes, ranked),
        ladder=ladder_rows(indexes),
        things=aligned.things,
    )


def _conflicts_beside(
    aligned: AlignedStory, indexes: dict[str, ReportIndex], known: Sequence[Conflict], signal: Signal | None
) -> tuple[list[Conflict], tuple[Conflict, ...]]:
    """Return the conflicts of clauses near in meaning and of linked sentences; ``known`` are those of the groups.

    What no rule is sure of is judged last, by all that is known of two sentences: the rest are possible tensions.
    """
    pairs = tuple(counterparts(aligned, indexes))
    links = tuple(linked_sentences(aligned, indexes))
    found = [*rival_conflicts(pairs, indexes, known), *sole_doer_conflicts(links, indexes, pairs)]
    for link in links:
        found += cause_conflicts(link, indexes)
        found += linked_place_conflicts(link, indexes)
        found += linked_time_conflicts(link, indexes)
    found += open_question_conflicts(links, indexes, pairs)
    found += dispute_conflicts(aligned, indexes, (*known, *found))
    held = tuple(contests(links, pairs, indexes))
    rest = judged(held, indexes, (*known, *found))
    return [*found, *conflicts_among(rest)], tensions_among(rest, signalled(held, signal))


def _tension_units(
    tense: Sequence[Conflict], indexes: dict[str, ReportIndex], sigla: Sequence[str]
) -> tuple[Unit, ...]:
    """Return possible tensions as rows, the likeliest first; no part of the rows of the comparison."""
    units = (conflict_unit(None, conflict, indexes, sigla) for conflict in tense)
    return tuple(
        replace(unit, id=f"t{number}", relation=Relation.UNCERTAIN, weight=0.0, reasons=unit.reasons[:1])
        for number, unit in enumerate((unit for unit in units if _has_two_values(unit)), 1)
    )


def _has_two_values(unit: Unit) -> bool:
    """Say whether a reader can see what differs: one saying in the same words twice is no tension."""
    told = (f"{reading.value or ''} {reading.text}" for reading in unit.readings)
    return len({" ".join(words.casefold().split()) for words in told}) > 1


def index_reports(aligned: AlignedStory) -> dict[str, ReportIndex]:
    """Return the look-ups of each report by siglum."""
    actor_of: dict[str, dict[str, str]] = {siglum: {} for siglum in aligned.story.sigla}
    for ref, actor in aligned.actor_index().items():
        actor_of[ref.siglum][ref.id] = actor
    return {siglum: ReportIndex(siglum, annotated, actor_of[siglum]) for siglum, annotated in aligned.story.items()}


def _fact_units(
    groups: Sequence[FactGroup], indexes: dict[str, ReportIndex], sigla: Sequence[str], *, aged: bool
) -> tuple[list[Unit], list[Conflict]]:
    """Return the rows of all groups, one for each conflict of a group, else one for the group; and these conflicts.

    What two short texts are judged to be as wholes counts where no rule finds anything; ``aged`` says that ages differ.
    """
    units: list[Unit] = []
    found: list[Conflict] = []
    found_in = [(group, _conflicts_of(group, indexes)) for group in groups]
    firm = aged or any(not conflict.judged for _, conflicts in found_in for conflict in conflicts)
    for group, told in found_in:
        conflicts = tuple(conflict for conflict in told if not (firm and conflict.judged))
        units += [conflict_unit(group, conflict, indexes, sigla) for conflict in conflicts]
        # what is told in passing leaves the row of what is told
        passing = linked_deed_conflicts(group, indexes)
        units += [conflict_unit(None, conflict, indexes, sigla) for conflict in passing]
        found += [*conflicts, *passing]
        if not conflicts and not group.retold:
            units.append(fact_unit(group, indexes, sigla))
    return units, found


def _conflicts_of(group: FactGroup, indexes: dict[str, ReportIndex]) -> tuple[Conflict, ...]:
    """Return the conflicts of a group; what only sentences say counts where their clauses say nothing of the slot."""
    sure = (
        *without_told_by_both(find_conflicts(group), indexes),
        *group_age_conflicts(group),
        *small_place_conflicts(group, indexes),
    )
    slots = {conflict.slot for conflict in sure}
    return (*sure, *(item for item in linked_slot_conflicts(group, indexes) if item.slot not in slots))


def _self_conflict_units(
    groups: Sequence[FactGroup], indexes: dict[str, ReportIndex], sigla: Sequence[str]
) -> list[Unit]:
    """Return the rows in which a report contradicts itself."""
    related: dict[str, list[tuple[Fact, Fact]]] = {siglum: [] for siglum in sigla}
    for group in groups:
        for one, other in pairs_within(group):
            related[one.ref.siglum].append((one, other))
    units: list[Unit] = []
    for siglum, index in indexes.items():
        facts = [event_fact(index, event.id) for event in index.events.values() if event.compared]
        facts += [statement_fact(index, statement) for statement in index.statements]
        conflicts = find_self_conflicts(facts, related[siglum])
        units += [conflict_unit(None, conflict, indexes, sigla) for conflict in conflicts]
    return units


def _in_order(units: Sequence[Unit], indexes: dict[str, ReportIndex]) -> tuple[Unit, ...]:
    """Order and number the rows: conflicts by weight, then the others as the reports tell them.

    Ties go by the words, never by sigla, so that another order of input numbers the same rows the same.
    """

    def key(unit: Unit) -> tuple[bool, float, float, str, str]:
        conflict = unit.relation is Relation.CONTRADICTS
        return (
            not conflict,
            -unit.weight if conflict else 0.0,
            round(mean_position(unit, indexes), 6),
            unit.gist,
            str(unit.slot or ""),
        )

    return tuple(replace(unit, id=f"u{number}") for number, unit in enumerate(sorted(units, key=key), 1))


def _ranked_actors(aligned: AlignedStory, indexes: dict[str, ReportIndex]) -> list[str]:
    """Return the actors by the number of reports that name them, then of mentions, then by name."""

    def key(position: int) -> tuple[int, int, str, int]:
        actor = aligned.actors[position]
        mentions = sum(len(indexes[ref.siglum].entities[ref.id].mentions) for ref in actor.entities)
        return (-len({ref.siglum for ref in actor.entities}), -mentions, actor.name, position)

    return [aligned.actors[position].id for position in sorted(range(len(aligned.actors)), key=key)]
