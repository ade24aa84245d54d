"""Denials: the words of a clause that its denials reach, and denials that come to what another clause tells."""

from __future__ import annotations

import re
from functools import lru_cache

from variorum.comparisons.contents import content_of
from variorum.comparisons.facts import Fact
from variorum.opposites import Sense, listed, sense_of

#: What denies the words behind it.
_FORWARD = re.compile(
    r"\b(?:not(?! (?:only|just|merely|least|(?:yet )?(?:known|clear|said|say) (?:how|who|what|when|where|why)))|"
    r"\w+n['’]t|cannot|no(?! (?:less|fewer|more|longer|one|doubt)\b)|never|nobody|no one|"
    r"none|nothing|neither|nor|without|no longer|ru(?:le|les|led|ling) out|den(?:y|ies|ied|ying)|refus\w+|"
    r"reject\w*|declin\w+ to|fail\w* to|yet to|far from|instead of|lack\w*)\b",
    re.IGNORECASE,
)
#: What denies the words before it: "an appeal was ruled out".
_BACKWARD = re.compile(
    r"\b(?:(?:is|was|are|were|be|been|being) (?:ruled out|denied|rejected|refused|cancelled|dropped)|"
    r"(?:is|was|are|were) (?:false|untrue|out of the question|off the table))\b",
    re.IGNORECASE,
)
#: What is not known is which, not whether.
_WHICH = re.compile(
    r"\b(?:not|n['’]t|nobody|no one|never) (?:yet )?\w+ (?:how|who|what|when|where|why|which)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BREAK = re.compile(r"[.;:!?—–]|, (?:but|and|while|although)\b")
_REACH = 7
#: A denial of what is only meant to be.
_MODAL = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might|is to|are to)\b|['’]ll\b|\bwon['’]t", re.IGNORECASE
)
_NOT_MEANT = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might) (?:not|never)\b|cannot|\b(?:wo|would|ca|could|should)n['’]t",
    re.IGNORECASE,
)
#: Words of harm: whoever denies them tells that all is well.
_HARM = listed("danger risk threat threaten affect problem doubt delay jeopardy peril trouble worry fear harm question")
#: Predicates that deny without a denial: what another denies in so many words, they tell.
_NEGATIVE = listed(
    """
    cancel drop forbid ban fail dismiss stop close refuse reject lose lack miss avoid deny decline prevent block halt
    scrap abolish suspend withdraw remove end leave quit resign shut without against unanimous prohibit bar rule strike
    negative clean empty
    """
)


@lru_cache(maxsize=20_000)
def denied_words(fact: Fact) -> frozenset[str]:
    """Return the words of a clause, in lower case, that a denial reaches."""
    found: set[str] = set()
    for pattern, ahead in ((_FORWARD, True), (_BACKWARD, False)):
        for match in pattern.finditer(fact.words):
            stretch = fact.words[match.end() :] if ahead else fact.words[: match.start()]
            parts = _BREAK.split(stretch)
            words = _WORD.findall(parts[0] if ahead else parts[-1])
            found.update(word.casefold() for word in (words[:_REACH] if ahead else words[-_REACH:]))
    return frozenset(found)


def is_denied(lemma: str, fact: Fact) -> bool:
    """Say whether a word of a clause is denied there."""
    return fact.negated or any(_is_form(word, lemma) for word in denied_words(fact))


def _is_form(word: str, lemma: str) -> bool:
    """Say whether a word can be a form of a lemma."""
    if word == lemma:
        return True
    least = max(3, min(len(word), len(lemma)) - 2)
    return word[:least] == lemma[:least] and abs(len(word) - len(lemma)) <= 4


def count_denials(fact: Fact) -> int:
    """Count the words of a clause that deny something."""
    return len(_FORWARD.findall(fact.words)) + len(_BACKWARD.findall(fact.words))


def comes_to_the_same(denying: Fact, told: Fact) -> bool:
    """Say whether what the one denies is nothing that the other tells.

    "No longer wants her" and "dismissed her", "is not in danger" and "will take place"; and what would not be can have
    been.
    """
    if _NEGATIVE & content_of(told).lemmas - content_of(denying).lemmas or (
        _NOT_MEANT.search(denying.words) and not _MODAL.search(told.words)
    ):
        return True
    return denies_the_opposite(denying, told)


def asks_which(fact: Fact) -> bool:
    """Say whether a clause leaves open how, who or when, and not whether."""
    return _WHICH.search(fact.words) is not None


def denies_the_opposite(denying: Fact, told: Fact) -> bool:
    """Say whether a clause denies a harm of which the other does not speak, or the opposite of what the other tells."""
    own, others = content_of(denying).lemmas, content_of(told).lemmas
    if asks_which(denying) and not asks_which(told):
        return True
    if any(is_denied(word, denying) for word in _HARM & own - others):
        return True
    return any(
        is_denied(word, denying)
        for word in sorted(own)
        if any(sense_of(word, each) is Sense.OPPOSITE for each in others)
    )
