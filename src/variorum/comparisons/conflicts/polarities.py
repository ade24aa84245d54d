"""Polarities: whether one report denies what another tells."""

from __future__ import annotations

import re

from variorum.comparisons.conflicts.contents import LIGHT, shared_words
from variorum.comparisons.conflicts.denials import (
    asks_which,
    comes_to_the_same,
    count_denials,
    denies_for_itself,
    denies_the_opposite,
    is_denied,
    is_limited,
)
from variorum.comparisons.conflicts.predicates import (
    DENYING,
    EMPTY,
    PRONOUNS,
    count_same,
    differ,
    have_other_doers,
    have_other_times,
    point_only,
    predicates_sense,
    share_party,
    stands_in,
    tell_alike,
)
from variorum.comparisons.facts import Fact
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.alignments import Layer
from variorum.model.annotations import Certainty
from variorum.opposites import Sense
from variorum.paraphrases import are_kin

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
#: What was not done so far, and who speaks of what he does now.
_NOT_YET = re.compile(r"\b(?:has|have|had)(?:n['’]t| not| never| yet)\b", re.IGNORECASE)
#: What was not so before is no denial of what came after: "earlier he had refused to pay".
_BEFORE_THAT = re.compile(
    r"\b(?:[Ee]arlier|[Ii]nitially|[Aa]t first|[Oo]riginally|[Pp]reviously|had (?:\w+ )?(?:refused|declined|failed))\b"
)
_I = re.compile(r"\b(?:I|[Ww]e)(?: \w+ly)? $")
#: Score from which an alignment alone makes sure that two clauses are one thing, told or denied.
_SURELY = 0.75
_FIRM = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.FUTURE})
#: Words that a claim must share with the clause it is held against, and the share of its words.
_CLAIM_WORDS = 2
_CLAIM_SHARED = 0.65
#: Words that two clauses must share, or how near they must be in meaning, to tell and to deny one thing.
_LEAST_SHARED = 2
_NEAR = 0.5
#: The same for what a clause says that something is not.
_NEAR_NAMED = 0.6


def polarity_clash(left: Fact, right: Fact, score: float) -> Clash | None:
    """Say whether the one denies what the other tells."""
    if cannot_clash(left, right):
        return None
    sense = predicates_sense(left, right)
    if sense is Sense.OTHER or (_is_denied(left) == _is_denied(right) and sense is Sense.SAME):
        return None
    if sense is Sense.OPPOSITE and (
        left.negated
        or right.negated
        or not (share_party(left.agent, right.agent) or share_party(left.patient, right.patient))
    ):
        return None
    if differ(left.agent, right.agent) or differ(left.patient, right.patient):
        return None
    alike = tell_alike(left, right) or (sense is Sense.SAME and score >= _SURELY and stands_in(left, right))
    if sense is Sense.SAME and point_only(left, right):
        return None
    if not alike or (sense is Sense.SAME and not _one_negates(left, right)):
        return None
    denying, told = (left, right) if _is_denied(left) else (right, left)
    if sense is Sense.SAME and (comes_to_the_same(denying, told) or denies_for_itself(denying, told)):
        return None
    on_word_of = [f" on the word of {fact.attributed_to}" if fact.attributed_to else "" for fact in (left, right)]
    if sense is Sense.OPPOSITE:
        words = (left.lemma, right.lemma)
        return Clash(f"“{words[0]}”{on_word_of[0]} is the opposite of “{words[1]}”{on_word_of[1]}", 0.7)
    denied = 0 if _is_denied(left) else 1
    return Clash(f"denied in one report{on_word_of[denied]}, told in the other{on_word_of[1 - denied]}", 0.8)


def cannot_clash(left: Fact, right: Fact) -> bool:
    """Say whether a denial is none of what the other tells: one is conditional, holds up to a time, or for others."""
    if Certainty.CONDITIONAL in (left.certainty, right.certainty) or is_limited(left) or is_limited(right):
        return True
    if any(_is_done_by_saying(one) and _NOT_YET.search(other.words) for one, other in ((left, right), (right, left))):
        return True
    if _is_of_before(left) != _is_of_before(right):
        return True
    return have_other_times(left, right) or have_other_doers(left, right)


def _is_of_before(fact: Fact) -> bool:
    """Say whether a report tells in its own voice what was so before something else that it tells."""
    return fact.attributed_to is None and _BEFORE_THAT.search(fact.words) is not None


def _is_done_by_saying(fact: Fact) -> bool:
    """Say whether a clause does what it tells: "I apologise", so that it was not done before."""
    before = fact.words[: max(0, fact.focus.start - fact.span.start)]
    return fact.attributed_to is not None and _I.search(before) is not None


def _is_denied(fact: Fact) -> bool:
    """Say whether a fact is negated, by a "not" or by its predicate; twice is not at all."""
    return fact.negated != bool(set(fact.predicates) & DENYING and len(fact.predicates) > 1)


def _one_negates(left: Fact, right: Fact) -> bool:
    """Say whether exactly one of two clauses has a word that negates: "may not", "has forbidden" are told alike."""
    negating = [len(_NEGATING.findall(fact.words)) for fact in (left, right)]
    if any(negating):
        # "had failed" has one, "had not failed" two
        return negating[0] % 2 != negating[1] % 2
    denied = left if left.negated else right
    return denied.layer is Layer.STATEMENT and _DENIAL.search(denied.sentence) is not None


def turns_round(left: Fact, right: Fact) -> bool:
    """Say whether two clauses of nearly the same words, one of them with a denial, contradict each other."""
    denials = [count_denials(fact) for fact in (left, right)]
    if denials[0] % 2 == denials[1] % 2:
        return asks_which(left) == asks_which(right)
    return not denies_the_opposite(*((left, right) if denials[0] % 2 else (right, left)))


def claim_clash(left: Fact, right: Fact) -> Clash | None:
    """Say whether a claim of one sentence denies what the other report tells, or the other way round.

    A claim words what it checks as nouns, "is not the founder of": the words must be those of the other, whatever the
    predicates are.
    """
    one, two = left.lemmas | set(left.predicates), right.lemmas | set(right.predicates)
    one, two = one - EMPTY - DENYING, two - EMPTY - DENYING
    least = min(len(one), len(two))
    common = count_same(one, two)
    if common < _CLAIM_WORDS or common < _CLAIM_SHARED * least:
        return None
    negating = [_NEGATING.search(fact.words) is not None or fact.negated for fact in (left, right)]
    plainly = [_NOT.search(fact.words) is not None or bool(set(fact.predicates) & DENYING) for fact in (left, right)]
    if negating[0] == negating[1] or not any(plainly):
        return None
    denying, told = (left, right) if negating[0] else (right, left)
    if denies_the_opposite(denying, told) or not _reaches(denying, told):
        return None
    return Clash("denied in one, told in the other, in the same words", 0.6)


def _reaches(denying: Fact, told: Fact) -> bool:
    """Say whether a denial is one of what the other clause tells, and not of something beside it.

    "Not counting the fire of 1986, the works are safe" denies no fire.
    """
    deed = set(told.predicates) - EMPTY
    words = deed or told.lemmas & denying.lemmas - set(told.agent)
    return denying.negated or any(is_denied(word, denying) and not is_denied(word, told) for word in sorted(words))


def negation_clash(left: Fact, right: Fact) -> Clash | None:
    """Say whether the one has a "not" and the other none, of what surely is one thing to one thing.

    "The rockets were not fired", "the rockets were launched as usual".
    """
    if left.negated == right.negated or count_denials(left) % 2 == count_denials(right) % 2:
        return None
    denying, told = (left, right) if left.negated else (right, left)
    if cannot_clash(left, right) or comes_to_the_same(denying, told) or denies_for_itself(denying, told):
        return None
    if told.certainty not in _FIRM:
        return None
    heads = [{*fact.agent[:1], *fact.patient[:1]} - PRONOUNS for fact in (left, right)]
    if not any(are_kin(one, other) for one in heads[0] for other in heads[1]):
        return None
    return Clash("denied in one report, told in the other", 0.6)


def _is_name(word: str, fact: Fact) -> bool:
    """Say whether a word is part of a name, so that nobody denies it."""
    return re.search(rf"(?<=\w[ -]){re.escape(word.capitalize())}", fact.words) is not None


def denial_clash(left: Fact, right: Fact, near: float) -> Clash | None:
    """Say whether the one denies what the other tells: the predicate, or the noun that stands for it."""
    if cannot_clash(left, right):
        return None
    denials = [count_denials(fact) for fact in (left, right)]
    if denials[0] % 2 == denials[1] % 2:
        return None
    denying, told = (left, right) if denials[0] % 2 else (right, left)
    if comes_to_the_same(denying, told) or denies_for_itself(denying, told):
        return None
    shared = shared_words(left, right)
    told_words = [frozenset(fact.predicates) - LIGHT for fact in (left, right)]
    flips = [
        (one, other)
        for one, other in shared
        if is_denied(one, left) != is_denied(other, right)
        and (one in told_words[0] or other in told_words[1])
        and not (_is_name(one, left) or _is_name(other, right))
    ]
    if "be" in denying.predicates and near < _NEAR_NAMED:
        # "it was no secret meeting" denies what it is, and not that there was one
        flips = [pair for pair in flips if pair[0] in left.predicates and pair[1] in right.predicates]
    if not flips or not (len(shared) >= _LEAST_SHARED or near >= _NEAR):
        return None
    one, other = flips[0]
    words = f"“{one}”" if one == other else f"“{one}”, “{other}”"
    return Clash(f"denied in one report, told in the other: {words}", 0.7)
