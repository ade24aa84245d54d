"""Truths: whether one report denies, or calls a rumour, what another tells."""

from __future__ import annotations

import re

from variorum.comparisons.facts import Fact
from variorum.comparisons.slots import Clash
from variorum.model.alignments import Layer
from variorum.model.annotations import Certainty
from variorum.opposites import Sense, listed, sense_of

#: Told as fact or as somebody's word: what a rumour stands against.
FIRM = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.FUTURE})
#: Words that deny without a "not"; as part of the predicate they turn it round.
_DENYING = listed(
    """
    fail refuse decline deny avoid forbid ban prohibit bar prevent stop block lack miss cancel reject rule
    dispute close abandon halt shut suspend
    """
)
#: Predicates that say nothing alone.
_EMPTY = listed(
    """
    be have do make get take go come give say seem become include remain
    """
)
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
#: Words that negate, and those that come to the same.
_NEGATING = re.compile(
    r"\b(?:not(?! (?:only|just|merely|least))|\w+n['’]t|cannot|no(?! (?:less|fewer|more|longer) than)|never|nobody|"
    r"none|nothing|neither|nor|without|yet to|fail\w*|refus\w+|declin\w+|den(?:y|ies|ied)|forb[aio]d\w*|"
    r"ban(?:s|ned|ning)?|prohibit\w*|prevent\w*|stop(?:s|ped)?|block(?:s|ed)?|cancel\w*|un(?:able|likely|harmed|hurt|injured)|reject\w*|"
    r"rul(?:e|es|ed) out|disput\w+|no longer|lack\w*|against|miss(?:ed|es)?|away from|impossible)\b",
    re.IGNORECASE,
)
#: Words that negate the clause itself.
_NOT = re.compile(
    r"\b(?:not(?! (?:only|just|merely|least))|\w+n['’]t|cannot|never|nobody|none|nothing|neither|"
    r"no(?= [a-z]+ (?:is|was|were|are|has|have|had|will|can)\b))|^No\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied|ying)|denial|disput\w+|reject\w*|refut\w+|nobody|no one)\b", re.IGNORECASE)
PRONOUNS = listed("he she it they we i you who which that this these those one")
_NOBODY = listed("nobody none nothing someone somebody everybody everyone all")
#: Score from which an alignment alone makes sure that two clauses are one thing, told or denied.
_SURELY = 0.75
#: What is only meant to come.
_MEANT = listed(
    """
    expect want hope plan seek try intend aim wish promise
    """
)
#: Share of the lemmas of the shorter clause, predicate aside, that both must have.
_LEAST_SHARED = 0.34
#: Words that a claim must share with the clause it is held against, and the share of its words.
_CLAIM_WORDS = 2
_CLAIM_SHARED = 0.65
#: Share from which clauses with predicates that say nothing alone are told alike.
_TOLD_ALIKE = 0.5


def predicates_sense(left: Fact, right: Fact) -> Sense:
    """Compare the predicates: the same where any word of them is, the opposite where a pair of words is."""
    pairs = [
        (one, other)
        for one in left.predicates
        for other in right.predicates
        if not {one, other} & _EMPTY or (one == other and shared_share(left, right) >= _TOLD_ALIKE)
    ]
    senses = {sense_of(one, other) for one, other in pairs if not {one, other} & _DENYING or one == other}
    senses |= {Sense.OPPOSITE for one, other in pairs if sense_of(one, other) is Sense.OPPOSITE}
    if Sense.OPPOSITE in senses:
        return Sense.OPPOSITE
    return Sense.SAME if Sense.SAME in senses else Sense.OTHER


def shared_share(left: Fact, right: Fact) -> float:
    """Return the share of the content lemmas of the shorter clause that the other has, the predicates aside."""
    one, two = (fact.lemmas - set(fact.predicates) for fact in (left, right))
    least = min(len(one), len(two))
    common = sum(any(sense_of(word, other) is Sense.SAME for other in two) for word in one)
    return min(common, least) / least if least else 0.0


def have_one_type(left: Fact, right: Fact) -> bool:
    """Say whether both are events of one PLOVER type."""
    return left.type is not None and left.type == right.type and left.type != "OTHER"


def _is_denied(fact: Fact) -> bool:
    """Say whether a fact is negated, by a "not" or by its predicate; twice is not at all."""
    return fact.negated != bool(set(fact.predicates) & _DENYING and len(fact.predicates) > 1)


def _tell_alike(left: Fact, right: Fact) -> bool:
    """Say whether the clauses share enough beside the predicate to be one thing, told or denied."""
    share = shared_share(left, right)
    parties = _share_party(left.agent, right.agent) + _share_party(left.patient, right.patient)
    return share >= _TOLD_ALIKE or (share >= _LEAST_SHARED and parties > 0) or parties > 1


def _point_only(left: Fact, right: Fact) -> bool:
    """Say whether both only point at what they tell of: "this is not the first time", "it was the first time"."""
    agents = {*left.agent[:1], *right.agent[:1]}
    return "be" in set(left.predicates) & set(right.predicates) and bool(agents) and agents <= PRONOUNS


def _stands_in(left: Fact, right: Fact) -> bool:
    """Say whether one clause names nobody: "nobody had told them", "the actors were told"."""
    return any(
        bool(fact.agent or fact.patient) and {*fact.agent[:1], *fact.patient[:1]} <= PRONOUNS | _NOBODY
        for fact in (left, right)
    )


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two parties have nothing in common, not even a word: what is denied of the one may be true."""
    if not one or not other or {one[0], other[0]} & PRONOUNS:
        return False
    return not any(sense_of(word, each) is Sense.SAME for word in one for each in other)


def _share_party(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether who acts, or is acted on, is one: head by head, no pronouns."""
    return bool(set(one[:1]) & set(other[:1])) and not set(one[:1]) & PRONOUNS


def _one_negates(left: Fact, right: Fact) -> bool:
    """Say whether exactly one of two clauses has a word that negates: "may not", "has forbidden" are told alike."""
    negating = [len(_NEGATING.findall(fact.words)) for fact in (left, right)]
    if any(negating):
        # "had failed" has one, "had not failed" two
        return negating[0] % 2 != negating[1] % 2
    denied = left if left.negated else right
    return denied.layer is Layer.STATEMENT and _DENIAL.search(denied.sentence) is not None


def _is_meant(fact: Fact) -> bool:
    """Say whether a fact is only expected or wanted."""
    return fact.certainty is Certainty.FUTURE or bool(set(fact.predicates) & _MEANT)


def polarity_clash(left: Fact, right: Fact, score: float) -> Clash | None:
    """Say whether the one denies what the other tells."""
    if Certainty.CONDITIONAL in (left.certainty, right.certainty):
        return None
    sense = predicates_sense(left, right)
    if sense is Sense.OTHER or (_is_denied(left) == _is_denied(right) and sense is Sense.SAME):
        return None
    if sense is Sense.OPPOSITE and (
        left.negated
        or right.negated
        or _is_meant(left)
        or _is_meant(right)
        or not (_share_party(left.agent, right.agent) or _share_party(left.patient, right.patient))
    ):
        return None
    if _differ(left.agent, right.agent) or _differ(left.patient, right.patient):
        return None
    alike = _tell_alike(left, right) or (sense is Sense.SAME and score >= _SURELY and _stands_in(left, right))
    if sense is Sense.SAME and _point_only(left, right):
        return None
    if not alike or (sense is Sense.SAME and not _one_negates(left, right)):
        return None
    on_word_of = [f" on the word of {fact.attributed_to}" if fact.attributed_to else "" for fact in (left, right)]
    if sense is Sense.OPPOSITE:
        words = (left.lemma, right.lemma)
        return Clash(f"“{words[0]}”{on_word_of[0]} is the opposite of “{words[1]}”{on_word_of[1]}", 0.7)
    denied = 0 if _is_denied(left) else 1
    return Clash(f"denied in one report{on_word_of[denied]}, told in the other{on_word_of[1 - denied]}", 0.8)


def _is_rumoured(fact: Fact) -> bool:
    """Say whether a fact is called a rumour or a possibility in so many words."""
    if fact.certainty in (Certainty.ATTRIBUTED, Certainty.CONDITIONAL) and _DOUBTED.search(fact.sentence):
        return True
    if fact.certainty is Certainty.HEDGED:
        return _RUMOUR.search(fact.sentence) is not None
    return _UNCONFIRMED.search(fact.words) is not None


def claim_clash(left: Fact, right: Fact) -> Clash | None:
    """Say whether a claim of one sentence denies what the other report tells, or the other way round.

    A claim words what it checks as nouns, "is not the founder of": the words must be those of the other, whatever the
    predicates are.
    """
    one, two = left.lemmas | set(left.predicates), right.lemmas | set(right.predicates)
    one, two = one - _EMPTY - _DENYING, two - _EMPTY - _DENYING
    least = min(len(one), len(two))
    common = sum(any(sense_of(word, other) is Sense.SAME for other in two) for word in one)
    if common < _CLAIM_WORDS or common < _CLAIM_SHARED * least:
        return None
    negating = [_NEGATING.search(fact.words) is not None or fact.negated for fact in (left, right)]
    plainly = [_NOT.search(fact.words) is not None or bool(set(fact.predicates) & _DENYING) for fact in (left, right)]
    if negating[0] == negating[1] or not any(plainly):
        return None
    return Clash("denied in one, told in the other, in the same words", 0.6)


def certainty_clash(left: Fact, right: Fact, score: float) -> Clash | None:
    """Say whether the one tells as fact, or as somebody's word, what the other calls possible or a rumour."""
    for firm, hedged in ((left, right), (right, left)):
        if firm.certainty not in FIRM or firm.negated != hedged.negated or _RUMOUR.search(firm.sentence):
            continue
        talk = _TALK.search(hedged.sentence) is not None
        share = shared_share(left, right)
        if not _is_rumoured(hedged):
            continue
        # what somebody says stands against a rumour; against a mere possibility where both are surely one thing
        if firm.certainty is Certainty.ATTRIBUTED and not talk and (score < _SURELY or share < _TOLD_ALIKE):
            continue
        alike = share >= _TOLD_ALIKE and (score >= _TOLD_ALIKE or talk)
        alike = alike or (talk and score >= _SURELY)
        told = predicates_sense(left, right) is Sense.SAME and _tell_alike(left, right)
        if not told and not alike and not (have_one_type(left, right) and talk):
            continue
        how = {Certainty.ASSERTED: "as a fact", Certainty.FUTURE: "as settled"}.get(
            firm.certainty, f"on the word of {firm.attributed_to or 'a source'}"
        )
        return Clash(f"told {how} in one report, as possible or rumoured in the other", 0.8)
    return None
