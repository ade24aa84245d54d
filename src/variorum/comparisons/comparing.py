"""Comparing: an aligned story to its comparison. Calls the parts of this step in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from variorum.comparisons.acceptance.choosing import choose
from variorum.comparisons.acceptance.gathering import gather_proposals
from variorum.comparisons.acceptance.proposals import Proposal
from variorum.comparisons.account import account_lines
from variorum.comparisons.conflict_rows import join_counts, visible
from variorum.comparisons.conflicts.finding import Conflict
from variorum.comparisons.contests.judging import Signal, signalled
from variorum.comparisons.copies import shared_texts
from variorum.comparisons.coverage import coverage_rows, only_units
from variorum.comparisons.designations import designation_rows
from variorum.comparisons.event_groups import event_groups, quad_rows
from variorum.comparisons.facts import FactGroup, group_facts
from variorum.comparisons.ladder import ladder_rows
from variorum.comparisons.network import actor_network
from variorum.comparisons.places import map_points
from variorum.comparisons.quotations import quotation_units
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.remainders import Parts, tells_something, without_remainders
from variorum.comparisons.repeats import without_parts, without_repeats
from variorum.comparisons.sentence_rows import doubtful_units, sentence_units
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
    gathered = gather_proposals(aligned, indexes, groups)
    chosen = choose(gathered, aligned, indexes, signalled(gathered.held, signal))
    seen = visible(chosen.conflicts, indexes)
    conflicts = join_counts(seen, indexes)
    rows = [conflict_unit(item.group, item.conflict, indexes, sigla) for item in conflicts if not item.is_within]
    agreed = _agreements(groups, seen, indexes, sigla)
    parts = Parts(aligned.parts)
    told = (*rows, *agreed, *quotation_units(aligned, indexes))
    told = (*sentence_units(aligned, indexes, told), *told)
    told = tuple(unit for unit in told if tells_something(unit, indexes, parts))
    doubtful, doubted = doubtful_units(aligned, indexes, told, parts)
    shared = without_parts([in_sentences(unit, indexes) for unit in without_parts(without_repeats((*told, *doubtful)))])
    shared = tuple(without_remainders(unit, indexes, parts) for unit in shared)
    inside = (item.conflict for item in conflicts if item.is_within)
    within = without_repeats([conflict_unit(None, conflict, indexes, sigla) for conflict in inside])
    alone = only_units(indexes, told, sigla, around, parts, doubted)
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
        tensions=_tension_units(chosen.tensions, indexes, sigla),
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


def _agreements(
    groups: Sequence[FactGroup],
    conflicts: Sequence[Proposal],
    indexes: dict[str, ReportIndex],
    sigla: Sequence[str],
) -> list[Unit]:
    """Return a row for each group of facts that has no conflict of its own, and is told as such by no other row."""
    apart = {item.group.facts for item in conflicts if item.group is not None}
    return [fact_unit(group, indexes, sigla) for group in groups if not (group.retold or group.facts in apart)]


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
