"""Choosing: of all conflicts that are proposed, those that a careful reader would accept, and possible tensions.

Between short reports whose sentences find each other, rules and judges are right as they are. In long ones most clauses
that look alike tell of two things. Typed slots still decide there; whether a thing is so, how sure it is and how it was
worded is shown where the scorer too, fitted on readers' verdicts, finds that likely enough, else as a possible tension.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from variorum.comparisons.acceptance.gathering import Gathered
from variorum.comparisons.acceptance.proposals import Proposal, Proposer
from variorum.comparisons.acceptance.settings import Setting
from variorum.comparisons.acceptance.traits import proposal_traits
from variorum.comparisons.acceptance.weighing import acceptance
from variorum.comparisons.conflicts.certainties import is_talk
from variorum.comparisons.conflicts.finding import Conflict
from variorum.comparisons.contests.judging import TENSION
from variorum.comparisons.readings import ReportIndex
from variorum.model.alignments import AlignedStory
from variorum.model.comparisons import Slot

#: Chance from which a proposal between long reports that typed slots do not decide is shown as a conflict; a near value
#: as a possible tension.
ACCEPTED = 0.1
#: From so many times more pairs of sentences on than those of a short story reports are long, as a logarithm.
_LONG = 0.5
#: Slots of which few that rules and judges propose between long reports are accepted.
_DOUBTFUL = frozenset({Slot.POLARITY, Slot.CERTAINTY, Slot.WORDING})
#: Possible tensions that are shown at most.
_TENSIONS = 12


class Chosen(Struct, frozen=True):
    """What is shown of all proposals."""

    conflicts: tuple[Proposal, ...]
    tensions: tuple[Conflict, ...]


class _Weighed(Struct, frozen=True):
    """A proposal, the chance that a reader accepts it, and what becomes of it."""

    proposal: Proposal
    chance: float
    shown: bool
    tense: bool = False

    @property
    def rank(self) -> tuple[bool, bool, float, list[str], str]:
        """Return what it is chosen by: what is shown, what rules propose between short reports, then the likeliest."""
        conflict = self.proposal.conflict
        words = sorted(reading.fact.words for reading in conflict.readings)
        return (not self.shown, self.proposal.judged is not None, -self.chance, words, conflict.slot)


def choose(
    gathered: Gathered,
    aligned: AlignedStory,
    indexes: Mapping[str, ReportIndex],
    signalled: Sequence[Conflict] = (),
) -> Chosen:
    """Return what is shown of all proposals; a judge sets each sentence once against another report.

    ``signalled`` are tensions that a second signal proposes.
    """
    setting = Setting(aligned, indexes, gathered)
    found = sorted((_weighed(item, setting) for item in gathered.proposals), key=lambda item: item.rank)
    taken: set[tuple[str, int, str]] = set()
    kept, tense = [], []
    for item in found:
        proposal = item.proposal
        places = frozenset(places_of(proposal.conflict))
        if item.shown and (proposal.judged is None or taken.isdisjoint(places)):
            kept.append(proposal)
            taken |= places
        elif item.tense and taken.isdisjoint(places):
            tense.append(proposal.conflict)
            taken |= places
    beside = (conflict for conflict in signalled if taken.isdisjoint(places_of(conflict)))
    return Chosen(tuple(kept), (*tense, *beside)[:_TENSIONS])


def _weighed(proposal: Proposal, setting: Setting) -> _Weighed:
    """Return what becomes of a proposal.

    That is up to who proposes it; between long reports readers have a say in near values and in doubtful slots.
    """
    conflict, judged = proposal.conflict, proposal.judged
    if is_known(proposal):
        return _Weighed(proposal, 1.0, shown=True)
    near = proposal.proposer is Proposer.NEAR_VALUE
    chance, sure = (judged.chance, judged.is_conflict) if judged else (float(not near), not near)
    if (near or (sure and conflict.slot in _DOUBTFUL)) and _is_long(proposal, setting):
        accepted = round(acceptance(proposal_traits(proposal, setting)), 4) if is_weighed(proposal) else 0.0
        shown = sure and accepted >= ACCEPTED
        return _Weighed(
            proposal, accepted, shown=shown, tense=accepted >= ACCEPTED or (sure and conflict.within is None)
        )
    return _Weighed(proposal, chance, shown=sure, tense=chance >= TENSION)


def is_known(proposal: Proposal) -> bool:
    """Say whether a proposal is shown however long the reports are.

    What is held against a claim of one sentence was judged for it, and counts that grew are no conflict. A report that
    contradicts itself does so whatever the others are, and a rumour is called one.
    """
    return proposal.conflict.update or proposal.is_claim or proposal.proposer is Proposer.WITHIN or _is_rumour(proposal)


def is_weighed(proposal: Proposal) -> bool:
    """Say whether readers have a say in a proposal: it is no matter of course, and not without any ground."""
    return not is_known(proposal) and (proposal.judged is None or proposal.judged.grounded)


def _is_long(proposal: Proposal, setting: Setting) -> bool:
    """Say whether a proposal is one between long reports, or inside of one."""
    sigla = {reading.fact.ref.siglum for reading in proposal.conflict.readings}
    others = sigla if len(sigla) > 1 else setting.indexes.keys()
    return any(setting.among(one, other) >= _LONG for one in sigla for other in others)


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
