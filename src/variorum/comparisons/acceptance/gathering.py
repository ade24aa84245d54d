"""Gathering: everything that rules and judges propose as a conflict of a story, before it is chosen from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.comparisons.acceptance.proposals import Proposal, Proposer, proposed
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
from variorum.comparisons.conflicts.other_names import name_conflicts
from variorum.comparisons.conflicts.rivals import rival_conflicts
from variorum.comparisons.conflicts.small_places import small_place_conflicts
from variorum.comparisons.conflicts.sole_doers import sole_doer_conflicts
from variorum.comparisons.conflicts.told_by_both import without_told_by_both
from variorum.comparisons.conflicts.within import find_self_conflicts, pairs_within
from variorum.comparisons.contests.judging import PROPOSED, Judged, judged
from variorum.comparisons.contests.near_values import near_value_conflicts
from variorum.comparisons.contests.pairing import Contest, contests
from variorum.comparisons.facts import Fact, FactGroup, event_fact, statement_fact
from variorum.comparisons.readings import ReportIndex
from variorum.model.alignments import AlignedStory


class Gathered(Struct, frozen=True):
    """What is proposed as a conflict of a story, and the sentences that may answer one question."""

    proposals: tuple[Proposal, ...]
    held: tuple[Contest, ...]
    judged: tuple[Judged, ...]
    """What is judged of these, whether or not it is proposed."""


def gather_proposals(aligned: AlignedStory, indexes: dict[str, ReportIndex], groups: Sequence[FactGroup]) -> Gathered:
    """Return the conflicts of groups, of clauses near in meaning, of linked sentences, and of reports by themselves.

    What no rule is sure of is judged last, by all that is known of two sentences.
    """
    ages = proposed(Proposer.AGE, age_conflicts(aligned, indexes))
    grouped = tuple(_group_proposals(groups, indexes, aged=bool(ages)))
    known = [proposal.conflict for proposal in grouped]
    pairs = tuple(counterparts(aligned, indexes))
    links = tuple(linked_sentences(aligned, indexes))
    found = [*ages, *grouped]
    found += proposed(Proposer.RIVAL, rival_conflicts(pairs, indexes, known))
    found += proposed(Proposer.DOER, sole_doer_conflicts(links, indexes, pairs))
    for link in links:
        found += proposed(Proposer.CAUSE, cause_conflicts(link, indexes))
        found += proposed(Proposer.LINKED_PLACE, linked_place_conflicts(link, indexes))
        found += proposed(Proposer.LINKED_TIME, linked_time_conflicts(link, indexes))
    found += proposed(Proposer.OPEN_QUESTION, open_question_conflicts(links, indexes, pairs))
    beside = [item.conflict for item in found if item.proposer is not Proposer.AGE]
    found += proposed(Proposer.DISPUTE, dispute_conflicts(aligned, indexes, beside))
    found += proposed(Proposer.NAME, name_conflicts(aligned, indexes))
    held = tuple(contests(links, pairs, aligned, indexes))
    found += proposed(Proposer.NEAR_VALUE, near_value_conflicts(held, indexes))
    judgements = judged(held, indexes)
    for item in judgements:
        by = Proposer.WHOLE if item.is_whole else Proposer.DIFFERENCE
        if item.alone >= PROPOSED:
            found.append(Proposal(item.conflict, by, None, item))
    found += proposed(Proposer.WITHIN, _self_conflicts(groups, indexes))
    return Gathered(tuple(found), held, judgements)


def _group_proposals(groups: Sequence[FactGroup], indexes: dict[str, ReportIndex], *, aged: bool) -> Iterator[Proposal]:
    """Yield the conflicts of groups.

    What two short texts are judged to be as wholes counts where no rule finds anything; ``aged`` says that ages differ.
    """
    found_in = [(group, _conflicts_of(group, indexes)) for group in groups]
    firm = aged or any(not item.conflict.judged for _, found in found_in for item in found)
    for group, found in found_in:
        yield from (item for item in found if not (firm and item.conflict.judged))
        # what is told in passing leaves the row of what is told
        yield from proposed(Proposer.PASSING, linked_deed_conflicts(group, indexes))


def _conflicts_of(group: FactGroup, indexes: dict[str, ReportIndex]) -> tuple[Proposal, ...]:
    """Return the conflicts of a group; what only sentences say counts where their clauses say nothing of the slot."""
    sure = (
        *without_told_by_both(find_conflicts(group), indexes),
        *group_age_conflicts(group),
        *small_place_conflicts(group, indexes),
    )
    slots = {conflict.slot for conflict in sure}
    rest = (item for item in linked_slot_conflicts(group, indexes) if item.slot not in slots)
    return (*proposed(Proposer.GROUP, sure, group), *proposed(Proposer.SENTENCES, rest, group))


def _self_conflicts(groups: Sequence[FactGroup], indexes: dict[str, ReportIndex]) -> Iterator[Conflict]:
    """Yield where a report contradicts itself."""
    related: dict[str, list[tuple[Fact, Fact]]] = {siglum: [] for siglum in indexes}
    for group in groups:
        for one, other in pairs_within(group):
            related[one.ref.siglum].append((one, other))
    for siglum, index in indexes.items():
        facts = [event_fact(index, event.id) for event in index.events.values() if event.compared]
        facts += [statement_fact(index, statement) for statement in index.statements]
        yield from find_self_conflicts(facts, related[siglum])
