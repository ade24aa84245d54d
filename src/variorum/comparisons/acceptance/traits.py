"""Traits: what speaks for and against a careful reader accepting a conflict that is proposed."""

from __future__ import annotations

from variorum.comparisons.acceptance.proposals import Proposal, Readings
from variorum.comparisons.acceptance.settings import Setting, odds_of
from variorum.comparisons.acceptance.values import value_traits
from variorum.comparisons.conflicts.certainties import is_talk
from variorum.comparisons.contests.differences import Traits, traits_of
from variorum.model.comparisons import Slot

#: From so many times more pairs of sentences on than those of a short story reports count as long to the scorer, as a
#: logarithm: more than those that it decides on at all.
_LENGTHY = 0.5
#: What is known of two sentences that may answer one question and counts here as well.
_OF_SENTENCES = (
    "near",
    "score",
    "one deed",
    "worded alike",
    "share of sentences",
    "share",
    "cores meet",
    "actors in common",
    "other doers",
    "other patients",
    "other times",
    "quoted",
    "both attributed",
    "one attributed",
    "one ahead",
    "denials differ",
    "so far",
    "long sentences",
    "positions apart",
    "first of both",
    "nearest",
)


def proposal_traits(proposal: Proposal, setting: Setting) -> Traits:
    """Return the traits of a proposal, of those two of its readings that likeliest tell of one thing."""
    left, right = likeliest_pair(proposal, setting)
    one, other = left.fact, right.fact
    told = setting.told(one, other)
    slot, judged = proposal.conflict.slot, proposal.judged
    among = setting.among(one.ref.siglum, other.ref.siglum)
    seconds = setting.seconds(proposal.proposer, (left, right), slot)
    known = traits_of(setting.contest_of(one, other), one, other)
    return {
        "bias": 1.0,
        f"by {proposal.proposer}": 1.0,
        f"of {slot}": 1.0,
        "among": among,
        "long": float(among >= _LENGTHY),
        **{name: known[name] for name in _OF_SENTENCES},
        **told,
        f"{slot} told": told["told odds"],
        f"{slot} among": among,
        f"by {proposal.proposer} among": among,
        f"by {proposal.proposer} told": told["told odds"],
        "whole odds": setting.whole_odds(one, other),
        "judged": float(judged is not None),
        "judged odds": odds_of(judged.chance) if judged else 0.0,
        "judged alone": odds_of(judged.alone) if judged else 0.0,
        "judged a conflict": float(judged is not None and judged.is_conflict),
        f"certainty by {proposal.proposer}": proposal.conflict.clash.certainty,
        **{f"beside {item}": 1.0 for item in sorted(seconds)},
        "one lemma": float(one.lemma == other.lemma),
        "a rumour": float(slot is Slot.CERTAINTY and is_talk(one, other)),
        "certainty": proposal.conflict.clash.certainty,
        "top": 1.0 - min(one.position, other.position),
        **value_traits(slot, (left, right), setting),
    }


def likeliest_pair(proposal: Proposal, setting: Setting) -> Readings:
    """Return those two readings of a proposal whose sentences likeliest tell of one thing, as contests have them."""
    pairs = [_in_order(pair) for pair in proposal.pairs()]
    return max(pairs, key=lambda pair: setting.told(pair[0].fact, pair[1].fact)["told odds"])


def _in_order(pair: Readings) -> Readings:
    """Return two readings as contests have them: by report, then by place."""
    one, other = sorted(pair, key=lambda reading: (reading.fact.ref.siglum, reading.fact.sentence_start))
    return one, other
