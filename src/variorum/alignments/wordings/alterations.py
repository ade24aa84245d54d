"""Alterations: a number, a negation, a name or an opposite that differs between two wordings of one utterance.

Two wordings differ for many harmless reasons: "60" and "sixty", "we shall not stop" and "we will continue", "I do not
think that they will come" and "I think that they will not come". An alteration is
claimed only where a number, a name or the opposite of a word stands in its place, or where one and the same word is
denied here and not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from variorum.alignments.wordings.changed_names import changed_names
from variorum.alignments.wordings.denials import (
    LIGHT_WORDS,
    TURNING,
    carried_lemmas,
    denials_of,
    denied_words,
    denies,
    denying_words,
    limits_itself,
    plain_denials,
    tells_else,
    told_lemmas,
)
from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import Word, words_of
from variorum.alignments.wordings.one_words import as_one_word
from variorum.alignments.wordings.opposite_words import has_contrast, opposite_words
from variorum.alignments.wordings.replacements import changed_numbers, replacements
from variorum.alignments.wordings.set_apart import changed_order
from variorum.alignments.wordings.swaps import find_swaps
from variorum.alignments.wordings.tails import without_tails
from variorum.alignments.wordings.tenses import changed_tenses
from variorum.word_lists import listed

#: What stands in the place of something that is not there.
_EMPTY = listed("nothing nobody none nowhere")
#: Words that may stand in the place of others for opposites to be looked for among them.
_PLACE = 3
#: Lemmas of one sentence alone with which it can still be another one with something altered.
_TWINS_APART = 6


class Alteration(Struct, frozen=True):
    """What differs between two wordings so that they cannot both have been said."""

    kind: str
    """``number``, ``negation``, ``name``, ``opposite``, ``role`` (who does it, and to whom, change places);
    ``tense``."""
    left: str
    right: str

    def __str__(self) -> str:
        """Return it in words."""
        if self.kind == "opposite":
            return f"opposite words: “{self.left}”, “{self.right}”"
        if self.kind == "role":
            return f"in each other's place: “{self.left}”, “{self.right}”"
        if self.kind == "negation":
            return f"negated in one: “{self.left or self.right}”"
        return f"{self.kind} differs: “{self.left}”, “{self.right}”"


def find_alterations(left: str, right: str) -> tuple[Alteration, ...]:
    """Return the alterations between two wordings of one utterance, in the order of the left one."""
    one, two = (words_of(as_one_word(text)) for text in (left, right))
    negations = tuple(_negations(one, two)) or tuple(_negations(*without_tails(one, two), cut=True))
    denials = {words for item in negations for words in (item.left, item.right) if words}
    # "Half of it", "nothing of it": said once, as a denial.
    opposites = (Alteration("opposite", *words) for words in opposite_words(one, two) if denials.isdisjoint(words))
    tenses = (Alteration("tense", *texts) for texts in (() if negations else changed_tenses(one, two)))
    swapped = [Alteration(*swap) for swap in find_swaps(one, two)]
    if not swapped and denials_of(one) % 2 == denials_of(two) % 2 and (words := changed_order(one, two)):
        swapped = [Alteration("role", *words)]
    numbers = (Alteration("number", *texts) for texts in changed_numbers(one, two))
    names = (Alteration("name", *texts) for texts in changed_names(one, two))
    return (*numbers, *negations, *names, *opposites, *swapped, *tenses)


def is_altered_twin(left: str, right: str) -> bool:
    """Say whether two short sentences say the same but for an alteration: "It is genuine", "It is false"."""
    goes_on = _goes_on(left, right)
    if not goes_on and not _are_near_twins(left, right):
        return False
    alterations = find_alterations(left, right)
    if not alterations:
        return False
    if goes_on and any(item.kind == "negation" for item in alterations):
        return True
    rests = [
        carried_lemmas(words_of(text)) - {lemma_of(word.text.casefold()) for part in parts for word in words_of(part)}
        for text, parts in ((left, [a.left for a in alterations]), (right, [a.right for a in alterations]))
    ]
    return bool(rests[0]) and rests[0] == rests[1]


def _are_near_twins(left: str, right: str) -> bool:
    """Say whether two sentences share a word that carries something and differ in few: else no alteration is sought."""
    one, two = _carried_in(left), _carried_in(right)
    return not one.isdisjoint(two) and max(len(one - two), len(two - one)) <= _TWINS_APART


def _goes_on(left: str, right: str) -> bool:
    """Say whether one wording, denials left out, begins the other: "I never knew", "I knew him then"."""
    short, long = sorted((_told_stems(left), _told_stems(right)), key=len)
    return len(short) > _PLACE and long[: len(short)] == short


@lru_cache(maxsize=20_000)
def _told_stems(text: str) -> tuple[str, ...]:
    """Return the stems of a wording, denials left out; it is asked for them by all that it is held against."""
    return tuple(word.stem for word in words_of(text) if not denies(word))


@lru_cache(maxsize=20_000)
def _carried_in(text: str) -> frozenset[str]:
    """Return the lemmas of a wording that carry something, denials left out; likewise."""
    return frozenset(carried_lemmas(words_of(text)))


def _negations(one: Sequence[Word], two: Sequence[Word], *, cut: bool = False) -> Iterator[Alteration]:
    """Yield a denial that stands in one wording alone.

    Each word that is denied here and told there counts; an even number of them is one denial that moved ("I do not
    think that they will come", "I think that they will not come"), and so is a denial on either side ("no bus will need
    a permit", "buses will need no permit"). ``cut`` says that the wordings lack what they go on with.
    """
    both = {word.text.casefold() for word in one} & {word.text.casefold() for word in two}
    denied, also_denied = denied_words(one, both), denied_words(two, both)
    if denials_of(one) % 2 == denials_of(two) % 2:
        return
    bare = [[word.stem for word in side if not denies(word)] for side in (one, two)]
    if bare[0] == bare[1]:
        # "We were asked before the vote", "we were not asked before the vote".
        yield Alteration("negation", *denying_words(one, two))
        return
    limited = limits_itself(one) or limits_itself(two)
    here, there = denied.keys() & told_lemmas(two, also_denied), also_denied.keys() & told_lemmas(one, denied)
    elsewhere = {lemma for lemma in here if tells_else(one, lemma, two)}
    elsewhere |= {lemma for lemma in there if tells_else(two, lemma, one)}
    flips = sorted((here | there) - elsewhere)
    words, alike = denying_words(one, two), carried_lemmas(one) == carried_lemmas(two)
    if len(flips) % 2:
        yield Alteration("negation", denied.get(flips[0], ""), also_denied.get(flips[0], ""))
    elif not flips and any(words) and alike and not limited:
        # "She is guilty", "She is guilty of nothing": the denied word stands before the denial.
        yield Alteration("negation", *words)
    elif not flips and not limited and not elsewhere:
        yield from list(_emptied(one, two)) or (() if cut else _plainly_denied(one, two))


def _plainly_denied(one: Sequence[Word], two: Sequence[Word]) -> Iterator[Alteration]:
    """Yield a denial in the one clause of a wording that tells what the other wording tells without any.

    "We do not think that the smoke did it", "the smoke may have done it". None where other words can turn it round
    ("not the worst", "the best").
    """
    if any(not TURNING.isdisjoint(word.text.casefold() for word in side) for side in (one, two)):
        return
    denials = [plain_denials(side, carried_lemmas(others)) for side, others in ((one, two), (two, one))]
    if len(denials[0]) % 2 == len(denials[1]) % 2 or has_contrast(one, two):
        return
    yield Alteration("negation", *(words[0] if words else "" for words in denials))


def _emptied(one: Sequence[Word], two: Sequence[Word]) -> Iterator[Alteration]:
    """Yield "nothing" where the other wording has something in its place: "found nothing", "found two cracks"."""
    for lefts, rights in replacements(one, two):
        empty = [next((word.text for word in side if word.text.casefold() in _EMPTY), "") for side in (lefts, rights)]
        told = [any(w.text.casefold() not in LIGHT_WORDS and not denies(w) for w in side) for side in (lefts, rights)]
        if bool(empty[0]) != bool(empty[1]) and told[1 if empty[0] else 0] and max(len(lefts), len(rights)) <= _PLACE:
            yield Alteration("negation", *empty)
