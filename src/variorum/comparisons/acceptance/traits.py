"""Traits: what speaks for and against a careful reader accepting a conflict that is proposed."""

from __future__ import annotations

from variorum.comparisons.acceptance.proposals import Proposal, Proposer, Readings
from variorum.comparisons.acceptance.settings import Setting, odds_of
from variorum.comparisons.acceptance.values import value_traits
from variorum.comparisons.contests.differences import Traits, traits_of
from variorum.model.comparisons import Slot

#: Slots whose values are of a kind of their own, so that two of them can be held against each other.
_VALUED = frozenset({Slot.QUANTITY, Slot.TIME, Slot.PLACE, Slot.ACTOR})
#: What is known of two sentences that may answer one question and counts here as well.
_OF_SENTENCES = (
    "near",
    "score",
    "one deed",
    "worded alike",
    "share of sentences",
    "actors in common",
    "quoted",
    "both attributed",
)


def proposal_traits(proposal: Proposal, setting: Setting) -> Traits:
    """Return the traits of a proposal, of those two of its readings that likeliest tell of one thing."""
    pairs = [_in_order(pair) for pair in proposal.pairs()]
    found = [setting.told(one.fact, other.fact) for one, other in pairs]
    best = max(range(len(pairs)), key=lambda number: (found[number]["told odds"], -number))
    (left, right), told = pairs[best], found[best]
    one, other = left.fact, right.fact
    slot, judged = proposal.conflict.slot, proposal.judged
    known = traits_of(setting.contest_of(one, other), one, other)
    return {
        "bias": 1.0,
        f"by {proposal.proposer}": 1.0,
        f"of {slot}": 1.0,
        "among": setting.among(one.ref.siglum, other.ref.siglum),
        **{name: known[name] for name in _OF_SENTENCES},
        **told,
        "value told": told["told odds"] * float(slot in _VALUED),
        "near value told": told["told odds"] * float(proposal.proposer is Proposer.NEAR_VALUE),
        "whole odds": setting.whole_odds(one, other),
        "judged": float(judged is not None),
        "judged odds": odds_of(judged.chance) if judged else 0.0,
        "one lemma": float(one.lemma == other.lemma),
        "certainty": proposal.conflict.clash.certainty,
        "top": 1.0 - min(one.position, other.position),
        **value_traits(slot, (left, right), setting),
    }


def _in_order(pair: Readings) -> Readings:
    """Return two readings as contests have them: by report, then by place."""
    one, other = sorted(pair, key=lambda reading: (reading.fact.ref.siglum, reading.fact.sentence_start))
    return one, other
