"""Certainties: whether one report calls open, possible or a rumour what another tells."""

from __future__ import annotations

import re
from functools import lru_cache

from variorum.comparisons.conflicts.contents import core_of, shared_words, shares_core
from variorum.comparisons.conflicts.counterparts import Counterpart
from variorum.comparisons.conflicts.denials import asks_which, is_form
from variorum.comparisons.conflicts.predicates import (
    PRONOUNS,
    TOLD_ALIKE,
    have_one_type,
    have_other_times,
    predicates_sense,
    shared_share,
    tell_alike,
)
from variorum.comparisons.facts import Fact
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.annotations import Certainty
from variorum.opposites import Sense
from variorum.word_lists import listed

#: Told as fact or as somebody's word: what a rumour stands against.
_FIRM = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.FUTURE})
#: What calls a thing a rumour, a suspicion or a possibility; a bare "may" or "should" often permits or foresees.
_RUMOUR = re.compile(
    r"\b(?:rumou?r\w*|alleged\w*|reportedly|unconfirmed|purported\w*|supposed\w*|suspected|suspects? that|speculat\w*|"
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
    r"\b(?:suspects? (?:that|an?|the|it)|suspected|"
    r"(?:unclear|not clear|unknown|unsure|not known|uncertain|not sure) (?:whether|if))\b",
    re.IGNORECASE,
)
#: What leaves open whether a thing is so.
_OPEN = re.compile(
    r"\b(?:doubtful|unclear|uncertain|unknown|unsure|(?:remains?|remained|left) open(?=[.,;]|$)|open question|"
    r"whether\b[^.;]{0,100}\b(?:is|are|was|were|remains?|remained) (?:still |yet )?(?:open|undecided)|"
    r"(?:not|n['’]t|nobody|no one|never) (?:yet )?(?:been |be )?"
    r"(?:clear|certain|known|knows?(?= (?:whether|if|for)\b|[.,;]|$)|sure|confirmed?|established|decided|proven|"
    r"verified|say whether)|"
    r"unconfirmed|unverified|"
    r"(?:is|are|was|were) (?:said|rumou?red) to|"
    r"(?:a|one|another|mere(?:ly)?|only a) possibility|possibl[ey]|perhaps|maybe|might|may (?:(?:not )?have|be|well)|"
    r"(?:could|can) (?:not )?(?:confirm|verify|rule out|be that)|"
    r"(?:could|can) (?:not )?have (?!(?:an?|the|no|to|its|their|his|her)\b)|"
    r"rumou?r\w*|alleged\w*|speculat\w*|suspected|suspicions?|appear\w* to|seems? to|apparently|reportedly|"
    r"(?:examin|check|stud[iy]|discuss|debat|decid|consider|look)\w*(?: into| at)? whether|"
    r"remains? to be seen|considers|(?:is|are|was|were|be|been) (?:still )?considering|"
    r"weigh(?:s|ed|ing) (?:a|an|the|up)|mull(?:s|ed|ing)|"
    r"under investigation|thought to|believed to|purported\w*|supposed\w*)\b"
    # who or how many is another question
    r"(?! (?:how|who|what|when|where|why)\b)",
    re.IGNORECASE,
)
_CHARGING = listed("accuse suspect allege blame")
#: What stands before a deed of which somebody is accused: nobody tells it as a fact.
_ACCUSING = re.compile(r"\b(?:accus\w+|suspect\w*|charg\w+)\b[^.;]{0,80}\b(?:of|with) $", re.IGNORECASE)
#: What is said of somebody by the way: "the pilot, whose name is not known, fell".
_BESIDE = re.compile(r"\bwhose\b[^,.;]{0,80},")
_SEEMS_NOT = re.compile(r"(?:not|n['’]t) (?:appear|seem)", re.IGNORECASE)
#: A doubt of the deed itself.
_MODAL = re.compile(r"\b(?:may|might) (?:not )?have\b", re.IGNORECASE)
#: Score from which an alignment alone makes sure that two clauses are one thing.
_SURELY = 0.75
#: Words that two clauses must share, or how near they must be in meaning, for one to leave open what the other tells.
_LEAST_SHARED = 2
_NEAR = 0.65
_NEAR_LINKED = 0.55
#: What doubts the few words behind it alone: "a possible sale", "reportedly taken on Monday".
_NARROW = re.compile(
    r"(?:possible|possibly|alleged\w*|suspected|supposed\w*|purported\w*|rumou?red|unconfirmed|unverified|reportedly|"
    r"apparently|perhaps|maybe)",
    re.IGNORECASE,
)
_NARROW_REACH = 4
_NARROW_CHARACTERS = 25
#: What tells of another case than the one that is told.
_OTHERWISE = re.compile(r"\b(?:others?|another|elsewhere|further)\b", re.IGNORECASE)
_IF = re.compile(r"(?:if|unless)\b", re.IGNORECASE)
_WOULD = re.compile(r"\bwould\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
#: Predicates that are a doubt or a choice themselves.
_DOUBTS = listed(
    """
    unclear uncertain unknown unsure doubtful open undecided possible consider weigh mull ponder know confirm verify
    decide establish suspect speculate investigate examine
    """
)
_AUXILIARY = listed("be have do say tell make take get go give")
_ASSERTED = frozenset({Certainty.ASSERTED, Certainty.FUTURE})
#: Why what is left open cannot be told as a fact.
LEFT_OPEN = "told in one report, left open in the other"


def tells_of_another_case(fact: Fact, other: Fact) -> bool:
    """Say whether the one alone tells of others, or of elsewhere: "may have been hurt elsewhere"."""
    return _OTHERWISE.search(fact.words) is not None and _OTHERWISE.search(other.words) is None


def certainty_clash(left: Fact, right: Fact, score: float) -> Clash | None:
    """Say whether the one tells as fact, or as somebody's word, what the other calls possible or a rumour."""
    for firm, hedged in ((left, right), (right, left)):
        if not _is_rumoured(hedged):
            continue
        if firm.certainty not in _FIRM or firm.negated != hedged.negated or _RUMOUR.search(firm.sentence):
            continue
        if _is_accusation(firm):
            continue
        if tells_of_another_case(hedged, firm):
            continue
        if _OPEN.search(hedged.words) and not _is_doubted(hedged, firm):
            continue
        talk = _TALK.search(hedged.sentence) is not None
        share = shared_share(left, right)
        # what somebody says stands against a rumour; against a mere possibility where both are surely one thing
        if firm.certainty is Certainty.ATTRIBUTED and not talk and (score < _SURELY or share < TOLD_ALIKE):
            continue
        alike = share >= TOLD_ALIKE and (talk or (score >= TOLD_ALIKE and shares_core(left, right)))
        alike = alike or (talk and score >= _SURELY)
        told = predicates_sense(left, right) is Sense.SAME and tell_alike(left, right)
        if not told and not alike and not (have_one_type(left, right) and talk):
            continue
        how = {Certainty.ASSERTED: "as a fact", Certainty.FUTURE: "as yet to come"}.get(
            firm.certainty, f"on the word of {firm.attributed_to or 'a source'}"
        )
        return Clash(f"told {how} in one report, as possible or rumoured in the other", 0.8)
    return None


def _is_accusation(fact: Fact) -> bool:
    """Say whether a clause tells of what somebody is accused, or that somebody is accused of it."""
    before = fact.sentence[: max(0, fact.focus.start - fact.sentence_start)]
    return not _CHARGING.isdisjoint(fact.predicates) or _ACCUSING.search(before) is not None


def is_talk(left: Fact, right: Fact) -> bool:
    """Say whether one of two facts is a rumour in so many words."""
    return any(_TALK.search(fact.sentence) for fact in (left, right))


@lru_cache(maxsize=20_000)
def _is_rumoured(fact: Fact) -> bool:
    """Say whether a fact is called a rumour or a possibility in so many words."""
    if _IF.match(fact.words):
        return False
    if fact.certainty in (Certainty.ATTRIBUTED, Certainty.CONDITIONAL) and _DOUBTED.search(fact.sentence):
        return True
    if fact.certainty is Certainty.HEDGED:
        return _RUMOUR.search(fact.sentence) is not None
    return _UNCONFIRMED.search(fact.words) is not None


def leaves_open(fact: Fact) -> bool:
    """Say whether a clause leaves open whether a thing is so, itself or by what its sentence says of it."""
    if "suspect" in fact.predicates or _is_left_open(fact.words):
        return True
    return fact.certainty not in _ASSERTED and _DOUBTED.search(fact.sentence) is not None


@lru_cache(maxsize=4_000)
def _is_left_open(words: str) -> bool:
    """Say whether the words of a clause leave something open; a clause is asked for each that may answer it."""
    return _OPEN.search(_BESIDE.sub("", words)) is not None


def doubt_clash(pair: Counterpart) -> Clash | None:
    """Say whether the one leaves open what the other tells."""
    left, right = pair.left, pair.right
    if leaves_open(left) == leaves_open(right):
        return None
    firm, hedged = (right, left) if leaves_open(left) else (left, right)
    if not _can_be_open(firm, hedged):
        return None
    shared = len(shared_words(left, right))
    if not (shares_core(left, right) or _names_deed(hedged, firm)):
        # "has agreed to buy the mill", "is weighing an offer for the mill": the predicate itself is the doubt
        if pair.linked and pair.nearest and pair.near >= _NEAR and shared and _MODAL.search(hedged.words):
            return Clash(LEFT_OPEN, 0.6)
        doubted = not _DOUBTS.isdisjoint(hedged.predicates)
        return Clash(LEFT_OPEN, 0.6) if pair.linked and doubted and shared > _LEAST_SHARED else None
    if pair.linked and _one_does(firm, hedged) and _names_deed(hedged, firm):
        return Clash(LEFT_OPEN, 0.5)
    near = _NEAR_LINKED if pair.linked else _NEAR
    return Clash(LEFT_OPEN, 0.7) if shared >= _LEAST_SHARED or pair.near >= near else None


def _can_be_open(firm: Fact, hedged: Fact) -> bool:
    """Say whether what the one leaves open can be what the other tells: of one case, on no condition, told for sure."""
    if asks_which(hedged) or _OPEN.search(firm.sentence) or not _is_doubted(hedged, firm):
        return False
    seems_not = _SEEMS_NOT.search(hedged.words) is not None
    if firm.negated != (hedged.negated or seems_not) and (firm.negated or seems_not):
        return False
    if firm.certainty not in _FIRM or _is_supposed(firm) or _is_accusation(firm) or have_other_times(firm, hedged):
        return False
    return not any(_OTHERWISE.search(fact.words) or _IF.match(fact.words) for fact in (firm, hedged))


def _is_supposed(fact: Fact) -> bool:
    """Say whether a clause tells what would be, on nobody's word: "a law that would close the mills"."""
    return fact.attributed_to is None and _WOULD.search(fact.words) is not None


def _is_doubted(hedged: Fact, firm: Fact) -> bool:
    """Say whether a doubt of a clause is one of what the other tells, and not of something beside it."""
    core = core_of(firm) | core_of(hedged)
    told = {word for pair in shared_words(hedged, firm) if not core.isdisjoint(pair) for word in pair}
    for match in _OPEN.finditer(hedged.words):
        behind = _WORD.findall(hedged.words[match.end() :])[:_NARROW_REACH]
        if (
            not core_of(hedged).isdisjoint(told)
            and 0 <= hedged.focus.start - hedged.span.start - match.end() <= _NARROW_CHARACTERS
        ):
            return True
        if not _NARROW.match(match[0]) or any(
            is_form(word.casefold(), lemma) for word in behind for lemma in told | core_of(firm)
        ):
            return True
    return _OPEN.search(hedged.words) is None


def _one_does(left: Fact, right: Fact) -> bool:
    """Say whether one does both, by name, or once by a pronoun: "Lind had known", "she may not have known"."""
    heads = {*left.agent[:1], *right.agent[:1]}
    return bool(left.agent and right.agent) and (len(heads) == 1 or not heads.isdisjoint(PRONOUNS))


def _names_deed(hedged: Fact, firm: Fact) -> bool:
    """Say whether a clause has the predicate of the other, however little it says alone: "come", "know"."""
    told = set(firm.predicates) - _AUXILIARY
    return bool(told) and told <= hedged.lemmas | set(hedged.predicates)
