"""Denials: whether one clause denies, or holds open, what another tells, by the words that its denial reaches."""

from __future__ import annotations

import re
from functools import lru_cache

from variorum.comparisons.contents import LIGHT, content_of, shared_words
from variorum.comparisons.facts import Fact
from variorum.comparisons.slots import Clash
from variorum.model.annotations import Certainty
from variorum.opposites import listed

#: What denies the words behind it.
_FORWARD = re.compile(
    r"\b(?:not(?! (?:only|just|merely|least|(?:yet )?(?:known|clear|said|say) (?:how|who|what|when|where|why)))|\w+n['’]t|cannot|no(?! (?:less|fewer|more|longer|one|doubt)\b)|never|nobody|no one|"
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
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BREAK = re.compile(r"[.;:!?—–]|, (?:but|and|while|although)\b")
_REACH = 7
#: What leaves open whether a thing is so.
_OPEN = re.compile(
    r"\b(?:doubtful|unclear|uncertain|unknown|unsure|(?:is|are|was|were|remains?|remained|left) open|open question|"
    r"(?:not|n['’]t|nobody|no one|never) (?:yet )?(?:been |be )?"
    r"(?:clear|certain|known|knows?|sure|confirmed?|established|decided|proven|verified|rule out)|unconfirmed|unverified|"
    r"(?:a|one|another|mere(?:ly)?|only a) possibility|possibl[ey]|perhaps|maybe|might|may (?:have|be|well)|(?:could|can) (?:have|be that)|"
    r"rumou?r\w*|alleged\w*|suspect\w*|speculat\w*|appear\w* to|seems? to|apparently|reportedly|"
    r"remains? to be seen|in question|under investigation|thought to|believed to|purported\w*|supposed\w*)\b",
    re.IGNORECASE,
)
#: A denial of what is only meant to be.
_MODAL = re.compile(r"\b(?:will|would|shall|should|can|could|may|might|is to|are to)\b|['’]ll\b|\bwon['’]t", re.IGNORECASE)
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


def shares_core(left: Fact, right: Fact) -> bool:
    """Say whether the predicate of the one has a paraphrase in the other."""
    return any(one in _core(left) or other in _core(right) for one, other in shared_words(left, right))


def _core(fact: Fact) -> frozenset[str]:
    """Return the words of a predicate that say something."""
    return frozenset(fact.predicates) - LIGHT


def denial_clash(left: Fact, right: Fact, near: float) -> Clash | None:
    """Say whether the one denies what the other tells."""
    if Certainty.CONDITIONAL in (left.certainty, right.certainty):
        return None
    shared = shared_words(left, right)
    denials = [len(_FORWARD.findall(fact.words)) + len(_BACKWARD.findall(fact.words)) for fact in (left, right)]
    if denials[0] % 2 == denials[1] % 2:
        return None
    told = right if denials[0] % 2 else left
    if _NEGATIVE & content_of(told).lemmas or _denies_harm(right if told is left else left, told):
        return None
    if _NOT_MEANT.search((right if told is left else left).words) and not _MODAL.search(told.words):
        return None
    flips = [
        pair
        for pair in shared
        if is_denied(pair[0], left) != is_denied(pair[1], right) and (pair[0] in _core(left) or pair[1] in _core(right))
    ]
    if not flips or not (len(shared) >= 2 or near >= 0.5):
        return None
    return Clash(f"denied in one, told in the other: {flips}", 0.7)


def _denies_harm(denying: Fact, told: Fact) -> bool:
    """Say whether a clause denies a harm that the other does not speak of: "is not in danger", "will take place"."""
    harms = (_HARM | _NEGATIVE) & content_of(denying).lemmas - content_of(told).lemmas
    return any(is_denied(word, denying) for word in harms)


def doubt_clash(left: Fact, right: Fact, near: float) -> Clash | None:
    """Say whether the one leaves open what the other tells."""
    if left.negated != right.negated and False:
        return None
    doubts = [_OPEN.search(fact.words) is not None for fact in (left, right)]
    if doubts[0] == doubts[1]:
        return None
    firm, open_ = (right, left) if doubts[0] else (left, right)
    if firm.certainty not in (Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.FUTURE) or _OPEN.search(firm.sentence):
        return None
    shared = shared_words(left, right)
    if not (len(shared) >= 2 or near >= 0.65) or not shares_core(left, right):
        return None
    return Clash(f"open in one, told in the other: {shared}", 0.7)
