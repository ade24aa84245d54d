"""Short traits: what speaks for a reader accepting a conflict that is proposed between short reports.

There most sentences that find each other answer one question, so that it counts most whether they exclude each other
as wholes, and whether it is in the slot of the proposal.
"""

from __future__ import annotations

from variorum.comparisons.acceptance.proposals import Proposal
from variorum.comparisons.acceptance.settings import Setting, odds_of
from variorum.comparisons.acceptance.traits import likeliest_pair, proposal_traits
from variorum.comparisons.contests.differences import Traits

#: Where in its report something stands: in short reports that is how they were made.
_OF_PLACE_IN_REPORT = frozenset({"top", "positions apart"})


def short_traits(proposal: Proposal, setting: Setting) -> Traits:
    """Return the traits of a proposal between short reports."""
    slot = proposal.conflict.slot
    found = {
        name: value for name, value in proposal_traits(proposal, setting).items() if name not in _OF_PLACE_IN_REPORT
    }
    found[f"by {proposal.proposer} of {slot}"] = 1.0
    if proposal.judged and not proposal.judged.is_whole:
        found[f"judged alone {slot}"] = odds_of(proposal.judged.alone)
    left, right = (reading.fact for reading in likeliest_pair(proposal, setting))
    whole = setting.whole_of(left, right)
    if whole is None:
        return {**found, "no whole": 1.0}
    chance = whole.slots.get(slot, 0.0)
    return {
        **found,
        "whole alone": odds_of(whole.alone),
        "slot odds": odds_of(chance),
        "whole in slot odds": odds_of(whole.alone * chance),
        "likeliest slot": float(whole.difference.slot is slot),
        "whole better elsewhere": odds_of(setting.likeliest_beside(whole)) - odds_of(whole.alone),
    }
