"""Choosing: of all conflicts that are proposed, those that a careful reader would accept, and possible tensions.

A scorer says of every proposal how likely a reader accepts it. In long reports most clauses that look alike tell of two
things, whatever differs in them: there it is fitted on readers' verdicts. Between short reports, whose sentences find
each other, rules are mostly right as they are; what judges say is weighed as it holds for conflicts of our own stories.
What is less likely is a possible tension, and so is what rules are sure of in long reports, if readers would not accept
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from variorum.comparisons.acceptance.gathering import Gathered
from variorum.comparisons.acceptance.proposals import Proposal, Proposer
from variorum.comparisons.acceptance.sameness import says_the_same
from variorum.comparisons.acceptance.settings import Setting
from variorum.comparisons.acceptance.short_traits import short_traits
from variorum.comparisons.acceptance.traits import proposal_traits
from variorum.comparisons.acceptance.weighing import acceptance
from variorum.comparisons.conflicts.certainties import is_talk
from variorum.comparisons.conflicts.finding import Conflict
from variorum.comparisons.readings import ReportIndex
from variorum.model.alignments import AlignedStory
from variorum.model.comparisons import Slot

#: Chance from which a proposal between long reports is shown as a conflict, and as a possible tension.
ACCEPTED, TENSE = 0.12, 0.07
#: The same between short ones, and from which a figure that a rule finds, or what a judge is sure of, is shown there.
ACCEPTED_SHORT, TENSE_SHORT, ACCEPTED_SURE = 0.45, 0.15, 0.15
#: The same for two sentences that nothing but a doubtful alignment joins: in our stories nearly all of those that are
#: aligned tell of one thing, in others they may be told in one place of their reports by chance.
ACCEPTED_OF_STRANGERS = 0.65
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
    """True where its sentences are set once against another report, as all but a matter of course are."""
    by_slot: bool = False
    """True where they are set once in its slot alone."""

    @property
    def rank(self) -> tuple[bool, bool, bool, float, list[str], str]:
        """Return what it is chosen by: what is shown, a matter of course, what rules propose, the likeliest."""
        conflict = self.proposal.conflict
        words = sorted(reading.fact.words for reading in conflict.readings)
        return (not self.shown, self.once, not self.by_slot, -self.chance, words, conflict.slot)


def choose(
    gathered: Gathered,
    aligned: AlignedStory,
    indexes: Mapping[str, ReportIndex],
    signalled: Sequence[Conflict] = (),
) -> Chosen:
    """Return what is shown: a judge sets each sentence once against another report, a rule once in each slot.

    ``signalled`` are tensions that a second signal proposes.
    """
    setting = Setting(aligned, indexes, gathered)
    found = sorted((_weighed(item, setting) for item in gathered.proposals), key=lambda item: item.rank)
    taken: set[tuple[str, int, str]] = set()
    asked: set[tuple[tuple[str, int, str], Slot]] = set()
    counted: set[tuple[str, int]] = set()
    kept, tense = [], []
    for item in found:
        proposal = item.proposal
        places = frozenset(places_of(proposal.conflict))
        slots = {(place, proposal.conflict.slot) for place in places}
        free = asked.isdisjoint(slots) if item.by_slot else taken.isdisjoint(places)
        # The dead and the hurt of one sentence are two questions of one slot.
        figures = _figures_of(proposal)
        free = free or (bool(figures) and counted.isdisjoint(figures))
        if item.shown and (free or not item.once):
            kept.append(proposal)
            counted |= figures
            taken |= places
            asked |= slots
        elif item.tense and taken.isdisjoint(places):
            tense.append(proposal.conflict)
            taken |= places
    beside = (conflict for conflict in signalled if taken.isdisjoint(places_of(conflict)))
    return Chosen(tuple(kept), (*tense, *beside)[:_TENSIONS])


def _weighed(proposal: Proposal, setting: Setting) -> _Weighed:
    """Return what becomes of a proposal, by how likely a reader accepts it."""
    conflict, judged = proposal.conflict, proposal.judged
    if is_known(proposal):
        return _Weighed(proposal, 1.0, shown=True)
    if not is_long(proposal, setting):
        chance = round(acceptance(short_traits(proposal, setting), short=True), 4)
        ruled = judged is None and proposal.proposer is not Proposer.NEAR_VALUE
        shown = chance >= _least_between_short(proposal, ruled=ruled)
        return _Weighed(proposal, chance, shown=shown, tense=chance >= TENSE_SHORT, once=True, by_slot=ruled)
    if _is_plain_measure(proposal, setting):
        return _Weighed(proposal, 1.0, shown=True)
    sure = judged.is_conflict if judged else proposal.proposer is not Proposer.NEAR_VALUE
    accepted = round(acceptance(proposal_traits(proposal, setting)), 4) if is_weighed(proposal, setting) else 0.0
    tense = accepted >= TENSE or (sure and conflict.within is None)
    return _Weighed(proposal, accepted, shown=accepted >= ACCEPTED, tense=tense, once=True, by_slot=True)


def _least_between_short(proposal: Proposal, *, ruled: bool) -> float:
    """Return the chance from which a proposal between short reports is shown.

    What rules find is, but for figures, which count two things as often as not.
    """
    judged = proposal.judged
    if ruled and proposal.conflict.slot is not Slot.QUANTITY:
        return 0.0
    if judged is not None and judged.barred:
        return 1.0
    if judged is not None and judged.contest.is_of_strangers:
        return ACCEPTED_OF_STRANGERS
    return ACCEPTED_SURE if ruled or (judged is not None and judged.is_conflict) else ACCEPTED_SHORT


def _figures_of(proposal: Proposal) -> frozenset[tuple[str, int]]:
    """Return where the figures stand that a rule finds in aligned clauses, none of another conflict."""
    conflict = proposal.conflict
    if conflict.slot is not Slot.QUANTITY or proposal.proposer is not Proposer.GROUP:
        return frozenset()
    return frozenset(reading.place for reading in conflict.readings)


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


def is_long(proposal: Proposal, setting: Setting) -> bool:
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
