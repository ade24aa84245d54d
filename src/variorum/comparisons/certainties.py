"""Certainties: whether one report calls open, possible or a rumour what another tells."""

from __future__ import annotations

import re

from variorum.comparisons.contents import shared_words, shares_core
from variorum.comparisons.counterparts import Counterpart
from variorum.comparisons.facts import Fact
from variorum.comparisons.predicates import TOLD_ALIKE, have_one_type, predicates_sense, shared_share, tell_alike
from variorum.comparisons.slots import Clash
from variorum.model.annotations import Certainty
from variorum.opposites import Sense

#: Told as fact or as somebody's word: what a rumour stands against.
_FIRM = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.FUTURE})
#: What calls a thing a rumour, a suspicion or a possibility; a bare "may" or "should" often permits or foresees.
_RUMOUR = re.compile(
    r"\b(?:rumou?r\w*|alleged\w*|reportedly|unconfirmed|purported\w*|supposed\w*|suspect\w*|speculat\w*|"
    r"said to|thought to|believed|suggest\w*|possib\w+|perhaps|maybe|might|(?:may|could|can) (?:have|be that)|"
    r"apparently|presum\w*|likely)\b",
    re.IGNORECASE,
)
#: Of these, what makes its sentence a rumour even where no verb hedges it: "according to unconfirmed reports".
_UNCONFIRMED = re.compile(
    r"\b(?:rumou?r\w*|alleged(?:ly)?|reportedly|unconfirmed|purportedly|speculation)\b", re.IGNORECASE
)
#: A rumour in so many words, against which even somebody's word is firm.
_TALK = re.compile(r"\b(?:rumou?r\w*|unconfirmed|speculat\w+|suggested)\b", re.IGNORECASE)
#: Whoever holds it suspects it, or does not know.
_DOUBTED = re.compile(
    r"\b(?:suspects?|suspected|(?:unclear|not clear|unknown|unsure|not known|uncertain|not sure) (?:whether|if))\b",
    re.IGNORECASE,
)
#: What leaves open whether a thing is so.
_OPEN = re.compile(
    r"\b(?:doubtful|unclear|uncertain|unknown|unsure|(?:is|are|was|were|remains?|remained|left) open|open question|"
    r"(?:not|n['’]t|nobody|no one|never) (?:yet )?(?:been |be )?"
    r"(?:clear|certain|known|knows?|sure|confirmed?|established|decided|proven|verified)|unconfirmed|unverified|"
    r"(?:a|one|another|mere(?:ly)?|only a) possibility|possibl[ey]|perhaps|maybe|might|may (?:have|be|well)|"
    r"(?:could|can) (?:have|be that)|"
    r"rumou?r\w*|alleged\w*|suspect\w*|speculat\w*|appear\w* to|seems? to|apparently|reportedly|"
    r"remains? to be seen|consider(?:s|ing)|weigh(?:s|ed|ing) (?:a|an|the|up)|mull(?:s|ed|ing)|"
    r"under investigation|thought to|believed to|purported\w*|supposed\w*)\b"
    # who or how many is another question
    r"(?! (?:how|who|what|when|where|why)\b)",
    re.IGNORECASE,
)
#: Score from which an alignment alone makes sure that two clauses are one thing.
_SURELY = 0.75
#: Words that two clauses must share, or how near they must be in meaning, for one to leave open what the other tells.
_LEAST_SHARED = 2
_NEAR = 0.65
_NEAR_LINKED = 0.55
_LEFT_OPEN = "told in one report, left open in the other"


def certainty_clash(left: Fact, right: Fact, score: float) -> Clash | None:
    """Say whether the one tells as fact, or as somebody's word, what the other calls possible or a rumour."""
    for firm, hedged in ((left, right), (right, left)):
        if firm.certainty not in _FIRM or firm.negated != hedged.negated or _RUMOUR.search(firm.sentence):
            continue
        talk = _TALK.search(hedged.sentence) is not None
        share = shared_share(left, right)
        if not _is_rumoured(hedged):
            continue
        # what somebody says stands against a rumour; against a mere possibility where both are surely one thing
        if firm.certainty is Certainty.ATTRIBUTED and not talk and (score < _SURELY or share < TOLD_ALIKE):
            continue
        alike = share >= TOLD_ALIKE and (talk or (score >= TOLD_ALIKE and shares_core(left, right)))
        alike = alike or (talk and score >= _SURELY)
        told = predicates_sense(left, right) is Sense.SAME and tell_alike(left, right)
        if not told and not alike and not (have_one_type(left, right) and talk):
            continue
        how = {Certainty.ASSERTED: "as a fact", Certainty.FUTURE: "as settled"}.get(
            firm.certainty, f"on the word of {firm.attributed_to or 'a source'}"
        )
        return Clash(f"told {how} in one report, as possible or rumoured in the other", 0.8)
    return None


def is_talk(left: Fact, right: Fact) -> bool:
    """Say whether one of two facts is a rumour in so many words."""
    return any(_TALK.search(fact.sentence) for fact in (left, right))


def _is_rumoured(fact: Fact) -> bool:
    """Say whether a fact is called a rumour or a possibility in so many words."""
    if fact.certainty in (Certainty.ATTRIBUTED, Certainty.CONDITIONAL) and _DOUBTED.search(fact.sentence):
        return True
    if fact.certainty is Certainty.HEDGED:
        return _RUMOUR.search(fact.sentence) is not None
    return _UNCONFIRMED.search(fact.words) is not None


def doubt_clash(pair: Counterpart) -> Clash | None:
    """Say whether the one leaves open what the other tells."""
    left, right = pair.left, pair.right
    doubts = [_OPEN.search(fact.words) is not None for fact in (left, right)]
    if doubts[0] == doubts[1]:
        return None
    firm = right if doubts[0] else left
    if firm.negated or firm.certainty not in _FIRM or _OPEN.search(firm.sentence):
        return None
    shared = len(shared_words(left, right))
    if not shares_core(left, right):
        # "has agreed to buy the mill", "is weighing an offer for the mill": the predicate itself is the doubt
        return Clash(_LEFT_OPEN, 0.6) if pair.linked and shared > _LEAST_SHARED else None
    near = _NEAR_LINKED if pair.linked else _NEAR
    return Clash(_LEFT_OPEN, 0.7) if shared >= _LEAST_SHARED or pair.near >= near else None
