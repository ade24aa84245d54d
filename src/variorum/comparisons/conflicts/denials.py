"""Denials: the words of a clause that its denials reach, and denials that come to what another clause tells."""

from __future__ import annotations

import re
from functools import lru_cache

from variorum.comparisons.conflicts.contents import LIGHT, content_of
from variorum.comparisons.facts import Fact
from variorum.opposites import Sense, sense_of
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

#: What denies the words behind it.
_FORWARD = re.compile(
    r"\b(?:not(?! (?:\w+ ){0,2}(?:\w{3,}er|more|less) than\b)"
    r"(?! (?:only|just|merely|least|(?:yet )?(?:known|clear|said|say) (?:how|who|what|when|where|why)))|"
    r"\w+n['’]t|cannot|no(?! (?:less|fewer|more|longer|one|doubt|camp|campaign|side|votes?|voters)\b)|never|nobody|"
    r"no one|none|nothing|neither|nor|without|no longer|unable to|incapable of|ru(?:le|les|led|ling) out|"
    r"den(?:y|ies|ied|ying)|refus\w+|rebuff\w*|spurn\w*|"
    r"reject\w*|declin\w+ to|fail\w* to|(?<!not )yet to|far from|instead of|lack\w*)\b",
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
#: What denies up to the next comma alone: "instead of sailing, she flew".
_ASIDE = re.compile(r"instead|without|far from", re.IGNORECASE)
_COMMA = re.compile(r"[.,;:!?—–]")
_REACH = 7
_REACH_OF_NO = 4
#: Behind these, what is denied is that somebody meant or foresaw it: "nobody expected him to win".
_ATTITUDE = listed(
    """
    expect expected expecting want wanted hope hoped intend intended plan planned imagine imagined foresee foreseen wish
    wished predict predicted dream dreamt need needed have
    """
)
_BEING = listed("is are was were")
_BELIEVING = listed(
    "that believe think know say claim suggest whether one all everyone everybody those who nothing any"
)
#: A denial up to a limit: "not before June", "could not sail until noon".
_UP_TO = re.compile(r"\b(?:not|n['’]t|never|cannot)\b[^.;:]{0,80}\b(?:until|before|unless)\b", re.IGNORECASE)
#: A denial of what is only meant to be.
_MODAL = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might|is to|are to)\b|['’]ll\b|\bwon['’]t", re.IGNORECASE
)
_NOT_MEANT = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might) (?:not|never)\b|cannot|\b(?:wo|would|ca|could|should)n['’]t",
    re.IGNORECASE,
)
#: Whoever is the first had nobody before.
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|ever|never|previous(?:ly)?|until (?:now|then)|so far)\b", re.IGNORECASE)
#: "Too simple" is not simple enough.
_TOO_MUCH = re.compile(r"\btoo (?!(?:late|many|much|few|little)\b)\w+", re.IGNORECASE)
#: Words of harm: whoever denies them tells that all is well.
_HARM = listed("danger risk threat threaten affect problem doubt delay jeopardy peril trouble worry fear harm question")
#: Predicates that deny without a denial: what another denies in so many words, they tell.
_NEGATIVE = listed(
    """
    cancel drop forbid ban fail dismiss stop close refuse reject lose lack miss avoid deny decline prevent block halt
    scrap abolish suspend withdraw remove end lift repeal revoke overturn leave quit resign shut without against
    unanimous prohibit bar rule strike negative clean empty
    """
)


@lru_cache(maxsize=20_000)
def denied_words(fact: Fact) -> frozenset[str]:
    """Return the words of a clause, in lower case, that a denial reaches."""
    found: set[str] = set()
    for pattern, ahead in ((_FORWARD, True), (_BACKWARD, False)):
        for match in pattern.finditer(fact.words):
            stretch = fact.words[match.end() :] if ahead else fact.words[: match.start()]
            parts = (_COMMA if _ASIDE.match(match[0]) else _BREAK).split(stretch)
            words = [word.casefold() for word in _WORD.findall(parts[0] if ahead else parts[-1])]
            reach = _REACH_OF_NO if match[0].casefold() == "no" else _REACH
            found.update(_to_verb(words[:reach]) if ahead else words[-reach:])
    return frozenset(found)


def _to_verb(words: list[str]) -> list[str]:
    """Return the words up to one of meaning or foreseeing, or to a verb of its own: what lies behind is not denied.

    "What you do not do is leave them alone".
    """
    for at, word in enumerate(words):
        if word in _ATTITUDE and words[at + 1 : at + 2] != ["been"]:
            return words[: at + 1]
        if word in _BEING and at and _BELIEVING.isdisjoint(words[:at]):
            return words[:at]
    return words


def is_denied(lemma: str, fact: Fact) -> bool:
    """Say whether a word of a clause is denied there."""
    told = fact.negated and (lemma in fact.predicates or not count_denials(fact))
    return told or any(is_form(word, lemma) for word in denied_words(fact))


def is_form(word: str, lemma: str) -> bool:
    """Say whether a word can be a form of a lemma."""
    if word == lemma:
        return True
    least = max(3, min(len(word), len(lemma)) - 2)
    return word[:least] == lemma[:least] and abs(len(word) - len(lemma)) <= 4


@lru_cache(maxsize=20_000)
def count_denials(fact: Fact) -> int:
    """Count the words of a clause that deny something."""
    return len(_FORWARD.findall(fact.words)) + len(_BACKWARD.findall(fact.words))


def is_limited(fact: Fact) -> bool:
    """Say whether a clause denies a thing up to a time alone: "will not open before June"."""
    return _UP_TO.search(fact.words) is not None


def denies_for_itself(denying: Fact, told: Fact) -> bool:
    """Say whether somebody denies a part of their own in what the other tells without saying who did it.

    "The letter was sent from the town hall", "the mayor says he did not send it".
    """
    own = denying.attributed_to is not None and bool(denying.agent)
    return own and not told.agent and not told.sources and bool(told.patient)


def comes_to_the_same(denying: Fact, told: Fact) -> bool:
    """Say whether what the one denies is nothing that the other tells.

    "No longer wants her" and "dismissed her", "is not in danger" and "will take place", "the first ever" and "none
    before"; and what would not be can have been.
    """
    if (
        (_FIRST.search(told.words) and _BEFORE.search(denying.words))
        or _TOO_MUCH.search(told.words)
        or _denies_another_way(told, denying)
        or (_NOT_MEANT.search(denying.words) and not _MODAL.search(told.words))
    ):
        return True
    return denies_the_opposite(denying, told)


def _denies_another_way(told: Fact, denying: Fact) -> bool:
    """Say whether a clause has a word that denies of itself, for which the other has none of its kin."""
    own = content_of(denying).lemmas
    # "were exchanged close to the border" closes nothing
    words = frozenset(told.predicates) - LIGHT or content_of(told).lemmas
    return any(not any(are_kin(word, each) for each in own) for word in _NEGATIVE & words)


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
