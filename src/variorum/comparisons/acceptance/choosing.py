"""Choosing: of all conflicts that are proposed, those that a careful reader would accept, and possible tensions.

Between short reports whose sentences find each other, rules and judges are right as they are. In long ones most clauses
that look alike tell of two things, whatever differs in them: there a scorer, fitted on readers' verdicts, says of every
proposal how likely a reader accepts it. What rules are sure of and readers would not accept is a possible tension.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from variorum.comparisons.acceptance.gathering import Gathered
from variorum.comparisons.acceptance.proposals import Proposal, Proposer
from variorum.comparisons.acceptance.sameness import says_the_same
from variorum.comparisons.acceptance.settings import Setting
from variorum.comparisons.acceptance.traits import proposal_traits
from variorum.comparisons.acceptance.weighing import acceptance
from variorum.comparisons.conflicts.certainties import is_talk
from variorum.comparisons.conflicts.finding import Conflict
from variorum.comparisons.contests.judging import TENSION
from variorum.comparisons.readings import ReportIndex
from variorum.model.alignments import AlignedStory
from variorum.model.comparisons import Slot

#: Chance from which a proposal between long reports is shown as a conflict, and as a possible tension.
ACCEPTED, TENSE = 0.12, 0.07
#: From so many times more pairs of sentences on than those of a short story reports are long, as a logarithm.
_LONG = 0.25
#: Possible tensions that are shown at most.
_TENSIONS = 12


class Chosen(Struct, frozen=True):
    """What is shown of all proposals."""

    conflicts: tuple[Proposal, ...]
    tensions: tuple[Conflict, ...]


class _Weighed(Struct, frozen=True):
    """A proposal, the chance that it is a conflict that a reader accepts, and what becomes of it."""

    proposal: Proposal
    chance: float
    shown: bool
    tense: bool = False
    once: bool = False
    """True where its sentences are set once against another report: what a rule is sure of is shown beside others."""
    scored: bool = False
    """True where they are set once in its slot alone."""

    @property
    def rank(self) -> tuple[bool, bool, float, list[str], str]:
        """Return what it is chosen by: what is shown, what rules propose between short reports, then the likeliest."""
        conflict = self.proposal.conflict
        words = sorted(reading.fact.words for reading in conflict.readings)
        return (not self.shown, self.once, -self.chance, words, conflict.slot)


def choose(
    gathered: Gathered,
    aligned: AlignedStory,
    indexes: Mapping[str, ReportIndex],
    signalled: Sequence[Conflict] = (),
) -> Chosen:
    """Return what is shown: a judge sets each sentence once against another report, a scorer once in each slot.

    ``signalled`` are tensions that a second signal proposes.
    """
    setting = Setting(aligned, indexes, gathered)
    found = sorted((_weighed(item, setting) for item in gathered.proposals), key=lambda item: item.rank)
    taken: set[tuple[str, int, str]] = set()
    asked: set[tuple[tuple[str, int, str], Slot]] = set()
    kept, tense = [], []
    for item in found:
        proposal = item.proposal
        places = frozenset(places_of(proposal.conflict))
        slots = {(place, proposal.conflict.slot) for place in places}
        free = asked.isdisjoint(slots) if item.scored else taken.isdisjoint(places)
        if item.shown and (free or not item.once):
            kept.append(proposal)
            taken |= places
            asked |= slots
        elif item.tense and taken.isdisjoint(places):
            tense.append(proposal.conflict)
            taken |= places
    beside = (conflict for conflict in signalled if taken.isdisjoint(places_of(conflict)))
    return Chosen(tuple(kept), (*tense, *beside)[:_TENSIONS])


def _weighed(proposal: Proposal, setting: Setting) -> _Weighed:
    """Return what becomes of a proposal: up to who proposes it between short reports, to readers between long ones."""
    conflict, judged = proposal.conflict, proposal.judged
    if is_known(proposal) or _is_plain_measure(proposal, setting):
        return _Weighed(proposal, 1.0, shown=True)
    near = proposal.proposer is Proposer.NEAR_VALUE
    chance, sure = (judged.chance, judged.is_conflict) if judged else (float(not near), not near)
    if not _is_long(proposal, setting):
        return _Weighed(proposal, chance, shown=sure, tense=chance >= TENSION, once=judged is not None)
    accepted = round(acceptance(proposal_traits(proposal, setting)), 4) if is_weighed(proposal, setting) else 0.0
    tense = accepted >= TENSE or (sure and conflict.within is None)
    return _Weighed(proposal, accepted, shown=accepted >= ACCEPTED, tense=tense, once=True, scored=True)


def is_known(proposal: Proposal) -> bool:
    """Say whether a proposal is shown however long the reports are.

    What is held against a claim of one sentence was judged for it, and counts that grew are no conflict. A report that
    contradicts itself does so whatever the others are, a rumour is called one, and two places of one aligned deed are
    rarely anything else.
    """
    conflict = proposal.conflict
    placed = conflict.slot is Slot.PLACE and proposal.proposer is Proposer.GROUP
    return conflict.update or proposal.is_claim or conflict.within is not None or placed or _is_rumour(proposal)


def is_weighed(proposal: Proposal, setting: Setting) -> bool:
    """Say whether readers have a say in a proposal: it is no matter of course, and not without any ground.

    Between long reports the likeness of two sentences is no ground for two of their values excluding each other.
    """
    judged = proposal.judged
    if is_known(proposal) or (judged is not None and (judged.is_of_values or not judged.grounded)):
        return False
    return not says_the_same(proposal, setting)


def _is_long(proposal: Proposal, setting: Setting) -> bool:
    """Say whether a proposal is one between long reports, or inside of one."""
    sigla = {reading.fact.ref.siglum for reading in proposal.conflict.readings}
    others = sigla if len(sigla) > 1 else setting.indexes.keys()
    return any(setting.among(one, other) >= _LONG for one in sigla for other in others)


def _is_plain_measure(proposal: Proposal, setting: Setting) -> bool:
    """Say whether aligned clauses give two measures, each the only one of its sentence: "120 million cubic metres"."""
    if proposal.conflict.slot is not Slot.QUANTITY or proposal.proposer is not Proposer.GROUP:
        return False
    for reading in proposal.conflict.readings:
        index = setting.indexes[reading.fact.ref.siglum]
        beside = index.quantities_in(index.in_sentence(reading.focus))
        own = [item for item in beside if item.start == reading.focus.start and item.is_measured]
        if not own or sum(item.unit == own[0].unit for item in beside) > 1:
            return False
    return True


def _is_rumour(proposal: Proposal) -> bool:
    """Say whether an alignment joins a thing and what its report calls a rumour of it in so many words."""
    conflict = proposal.conflict
    if conflict.slot is not Slot.CERTAINTY or proposal.proposer is not Proposer.GROUP:
        return False
    return any(is_talk(one.fact, other.fact) for one, other in proposal.pairs())


def places_of(conflict: Conflict) -> Iterator[tuple[str, int, str]]:
    """Yield the sentences that a conflict sets against another report."""
    for one in conflict.readings:
        for other in conflict.readings:
            if one.fact.ref.siglum != other.fact.ref.siglum:
                yield one.fact.ref.siglum, one.fact.sentence_start, other.fact.ref.siglum
