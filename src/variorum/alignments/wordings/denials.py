"""Denials: what a wording denies, and how often, read word by word."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import STOP_WORDS, Word, words_of
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

#: Words that deny the next verb, adjective or noun that carries something.
_DENYING = listed(
    """
    not no never none nobody nothing nowhere neither nor cannot without n't refuse refused refuses refusing deny denied
    denies denying fail failed fails hardly barely scarcely
    """
)
#: What denies without a denying word: "instead of the lift", "with our lights off", "at most".
_SOFTLY = listed(
    """
    instead rather off out less except lack lacks lacked free most short unable unaware unwilling impossible unlikely
    """
)
#: Verbs with which "off" denies nothing.
_WITH_OFF = frozenset(map(lemma_of, listed("set go take pay start kick show carry see come drop make lift blast")))
#: What makes "not X until Y" and "X only when Y", or "not only X", no denial of X.
_UNTIL = listed("until unless before")
_LIMITING = listed("only until unless before alone just merely one")
#: Words that may stand between a denial and what it denies.
LIGHT_WORDS = STOP_WORDS | listed(
    "have been get going really simply ever yet still even quite be to want one longer more"
)
#: Words that turn a denial round: "nothing else", "too late to", "left out".
TURNING = listed("else other too left out off except than otherwise less short lack away all everything every")
#: Words after a denial among which the denied one is looked for.
_REACH = 6
#: Words that deny by how many there are, and verbs that say no more than that something is there.
_DETERMINING = listed("no one single")
_BEING_THERE = frozenset(
    map(
        lemma_of,
        listed(
            "made found given reported seen heard recorded happened occurred came followed remained existed took place"
        ),
    )
)

#: Lemmas that a later clause shares with a wording that tells the same.
_SHARED = 2
#: Words with which a clause of its own begins.
_CLAUSES = listed("and but because which who while although though whereas so")


def count_denials(text: str) -> int:
    """Count the words of a text that deny, whatever they deny."""
    return denials_of(words_of(text))


def denied_lemmas(text: str) -> frozenset[str]:
    """Return the lemmas that a text denies."""
    return frozenset(denied_words(words_of(text)))


def denials_of(words: Sequence[Word], but: Word | None = None) -> int:
    """Count the words that deny, whatever they deny, one word left out."""
    return sum(
        denies(word) or (word.text.casefold() in _SOFTLY and not _leads_out(words, at))
        for at, word in enumerate(words)
        if word is not but
    )


def is_turned(words: Sequence[Word], alone: Sequence[Word]) -> bool:
    """Say whether a denial of a wording says something else: "nothing but", "not until".

    ``alone`` are those of its words that another wording has not: what both have turns both.
    """
    if any(word.text.casefold() in TURNING for word in alone):
        return True
    return any(map(denies, words)) and any(
        word.text.casefold() in _UNTIL | _LIMITING - {"one", "just", "alone"} for word in words
    )


def denies(word: Word) -> bool:
    """Say whether a word denies what follows it."""
    return _denies(word.text)


@lru_cache(maxsize=20_000)
def _denies(word: str) -> bool:
    """Say whether a word as it is written denies what follows it."""
    lower = word.casefold()
    return lower.removesuffix("'s") in _DENYING or lower.endswith("n't")


def _leads_out(words: Sequence[Word], at: int) -> bool:
    """Say whether "out" tells where from or until when, and denies nothing: "out of the house", "the year is out".

    Likewise "off" behind a verb with which it means something else: "set off the alarm".
    """
    lower = words[at].text.casefold()
    if lower == "off":
        return at > 0 and lemma_of(words[at - 1].text.casefold()) in _WITH_OFF
    if lower != "out":
        return False
    after = [word.text.casefold() for word in words[at + 1 : at + 3]]
    return after[:1] != ["of"] or not after[1:] or after[1] in STOP_WORDS


def denied_words(words: Sequence[Word], both: AbstractSet[str] = frozenset()) -> dict[str, str]:
    """Return the lemmas that a wording denies, each with the denying words; ``both`` are words of both wordings."""
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if not denies(word):
            continue
        after = [other.text.casefold() for other in words[at + 1 : at + 13]]
        # "Not one ankle" is none; "not one but two" is more.
        limiting = _LIMITING if "but" in after else _LIMITING - {"one"}
        limited = bool(set(after[:1]) & limiting or (set(after) & _UNTIL) - both)
        target = next((other for other in after[:_REACH] if other not in LIGHT_WORDS), None)
        if target is not None and not limited:
            found.setdefault(lemma_of(target), word.text)
    return found


def told_lemmas(words: Sequence[Word], denied: dict[str, str]) -> set[str]:
    """Return the lemmas that a wording has and does not deny."""
    lowered = (word.text.casefold() for word in words)
    return {lemma_of(lower) for lower in lowered if lower not in LIGHT_WORDS} - set(denied)


def carried_lemmas(words: Sequence[Word]) -> set[str]:
    """Return the lemmas that carry something, denials left out."""
    lowered = [word.text.casefold() for word in words if not denies(word)]
    return {lemma_of(lower) for lower in lowered if lower not in LIGHT_WORDS}


def tells_else(words: Sequence[Word], lemma: str, others: Sequence[Word]) -> bool:
    """Say whether what is told of "no stove", "not one stove" has no like in another wording that tells of stoves.

    "No stove was lit" and "the stoves stayed cold" agree, though one alone denies.
    """
    at = next(number for number, word in enumerate(words) if lemma_of(word.text.casefold()) == lemma)
    if at == 0 or words[at - 1].text.casefold() not in _DETERMINING:
        return False
    told, also_told = carried_lemmas(words[at + 1 :]) - _BEING_THERE, carried_lemmas(others)
    return bool(told) and not any(word == other or are_kin(word, other) for word in told for other in also_told)


def limits_itself(words: Sequence[Word]) -> bool:
    """Say whether a wording limits what it tells: "not only", "not until"."""
    return any(word.text.casefold() in _LIMITING - {"one"} for word in words)


def denying_words(one: Sequence[Word], two: Sequence[Word]) -> tuple[str, str]:
    """Return the first word that denies of either wording, empty where it has none."""
    left, right = (next((word.text for word in side if denies(word)), "") for side in (one, two))
    return left, right


def plain_denials(words: Sequence[Word], others: AbstractSet[str]) -> list[str]:
    """Return the words that deny in clauses that share a lemma, or its kin, with the ``others`` of another wording."""
    found: list[str] = []
    for number, clause in enumerate(clauses_of(words)):
        denying = [word.text for word in clause if denies(word)]
        shared = [it for it in carried_lemmas(clause) if any(it == other or are_kin(it, other) for other in others)]
        # "The mill was saved because the guard did not sleep" tells more than another wording that has the guard.
        least = _SHARED if number else 1
        found += denying if len(shared) >= least else []
    return found


def clauses_of(words: Sequence[Word]) -> list[Sequence[Word]]:
    """Return the clauses of a wording, cut before the words with which one begins."""
    starts = [at for at, word in enumerate(words) if at and (word.first or word.text.casefold() in _CLAUSES)]
    return [words[start:end] for start, end in zip([0, *starts], [*starts, len(words)], strict=True)]
