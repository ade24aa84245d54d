"""Alterations: a number, a negation, a name or an opposite that differs between two wordings of one utterance.

Two wordings differ for many harmless reasons: "60" and "sixty", "we shall not stop" and "we will continue", "I do not
think that they will come" and "I think that they will not come". An alteration is
claimed only where a number, a name or the opposite of a word stands in its place, or where one and the same word is
denied here and not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from variorum.alignments.wordings.changed_names import changed_names
from variorum.alignments.wordings.contrasts import contrast, replaces
from variorum.alignments.wordings.denials import (
    LIGHT_WORDS,
    carried_lemmas,
    clauses_of,
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
from variorum.alignments.wordings.likeness import STOP_WORDS, Word, words_of
from variorum.alignments.wordings.replacements import changed_numbers, replacements
from variorum.alignments.wordings.set_apart import changed_order
from variorum.alignments.wordings.swaps import find_swaps
from variorum.alignments.wordings.tenses import changed_tenses
from variorum.word_lists import listed

#: What stands in the place of something that is not there.
_EMPTY = listed("nothing nobody none nowhere")
#: Words that may stand in the place of others for opposites to be looked for among them.
_PLACE = 3
#: Words of too many uses to be compared where more than they is replaced: "for", "up".
_MANY_USES = listed("for against on off up down before after with without")
#: Words that turn round what stands behind them.
_LESSENING = listed("reduce reduced reducing cut cutting lower lowered lowering lose lost losing less drop dropped")
#: Parts that go on with a number: "a week and a half".
_FRACTIONS = listed("half quarter")
#: Verbs that mean something else with the particle behind them: "come out of the yard" is to leave it.
_MOVING = frozenset(map(lemma_of, ("come", "go", "get", "take", "put", "turn", "bring", "set", "stand", "fall")))
_PARTICLES = listed("out off up down away back over through apart forward from with for about")
#: What denies in several words is read as one: "no one", "at no point", "far from full", "yet to be proved"; so is
#: "every second".
_ONE_WORD = re.compile(
    r"\b(no one|far from|every (?:second|other)|(?:have|has|had) yet to"
    r"|(?:at no (?:point|time|stage|moment)|in no (?:way|sense|event|case)|under no circumstances?|by no means"
    r"|on no (?:account|occasion)))\b",
    re.IGNORECASE,
)
_JOINED = {"no": "nobody", "far": "not", "every": "half", "at": "never", "in": "never", "under": "never",
           "by": "never", "on": "never"}  # fmt: skip
#: Words that turn a denial round: "nothing else", "too late to", "left out".
_TURNING = listed("else other too left out off except than otherwise less short lack away all everything every")
#: Words before and after one among which a word that both wordings have makes them comparable.
_NEAR = 3
#: Words with which a wording goes on behind what both have.
_GOING_ON = listed("and but or nor because though although while")
#: Lemmas of one sentence alone with which it can still be another one with something altered.
_TWINS_APART = 6
#: Words of one wording alone that are looked at for opposites.
_MOST = 40


@dataclass(frozen=True, slots=True)
class Alteration:
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
    one, two = (words_of(_ONE_WORD.sub(_joined, text)) for text in (left, right))
    negations = tuple(_negations(one, two)) or tuple(_negations(*_without_tails(one, two), cut=True))
    denials = {words for item in negations for words in (item.left, item.right) if words}
    # "Half of it", "nothing of it": said once, as a denial.
    opposites = (item for item in _opposites(one, two) if denials.isdisjoint((item.left, item.right)))
    tenses = (Alteration("tense", *texts) for texts in (() if negations else changed_tenses(one, two)))
    swapped = [Alteration(*swap) for swap in find_swaps(one, two)]
    if not swapped and denials_of(one) % 2 == denials_of(two) % 2 and (words := changed_order(one, two)):
        swapped = [Alteration("role", *words)]
    numbers = (Alteration("number", *texts) for texts in changed_numbers(one, two))
    names = (Alteration("name", *texts) for texts in changed_names(one, two))
    return (*numbers, *negations, *names, *opposites, *swapped, *tenses)


def _without_tails(one: Sequence[Word], two: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return two wordings without what one alone goes on with: "but not that", "and nobody has asked"."""
    stems = [{word.stem for word in side} for side in (one, two)]
    cut = []
    for side, others in ((one, stems[1]), (two, stems[0])):
        end = max((at + 1 for at, word in enumerate(side) if word.stem in others - STOP_WORDS), default=0)
        while end < len(side) and side[end].stem in others:
            end += 1
        goes_on = end < len(side) and side[end].text.casefold() in _GOING_ON
        cut.append(side[:end] if goes_on else side)
    return cut[0], cut[1]


def _joined(found: re.Match[str]) -> str:
    """Return one word for two that deny together."""
    first = found.group().split()[0]
    return _JOINED.get(first.casefold(), f"{first} not")


def is_altered_twin(left: str, right: str) -> bool:
    """Say whether two short sentences say the same but for an alteration: "It is genuine", "It is false"."""
    goes_on = _goes_on(words_of(left), words_of(right))
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
    one, two = (carried_lemmas(words_of(text)) for text in (left, right))
    return not one.isdisjoint(two) and max(len(one - two), len(two - one)) <= _TWINS_APART


def _goes_on(one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Say whether one wording, denials left out, begins the other: "I never knew", "I knew him then"."""
    short, long = sorted(([word.stem for word in side if not denies(word)] for side in (one, two)), key=len)
    return len(short) > _PLACE and long[: len(short)] == short


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
    if any(not _TURNING.isdisjoint(word.text.casefold() for word in side) for side in (one, two)):
        return
    denials = [plain_denials(side, carried_lemmas(others)) for side, others in ((one, two), (two, one))]
    if len(denials[0]) % 2 == len(denials[1]) % 2 or _has_contrast(one, two):
        return
    yield Alteration("negation", *(words[0] if words else "" for words in denials))


def _has_contrast(one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Say whether two wordings have opposites, wherever they stand."""
    lowered = [list(dict.fromkeys(word.text.casefold() for word in side))[:_MOST] for side in (one, two)]
    return any(contrast(left, right) for left, right in product(*lowered))


def _emptied(one: Sequence[Word], two: Sequence[Word]) -> Iterator[Alteration]:
    """Yield "nothing" where the other wording has something in its place: "found nothing", "found two cracks"."""
    for lefts, rights in replacements(one, two):
        empty = [next((word.text for word in side if word.text.casefold() in _EMPTY), "") for side in (lefts, rights)]
        told = [any(w.text.casefold() not in LIGHT_WORDS and not denies(w) for w in side) for side in (lefts, rights)]
        if bool(empty[0]) != bool(empty[1]) and told[1 if empty[0] else 0] and max(len(lefts), len(rights)) <= _PLACE:
            yield Alteration("negation", *empty)


def _opposites(one: Sequence[Word], two: Sequence[Word]) -> Iterator[Alteration]:
    """Yield the words that exclude each other and stand in each other's place.

    A denial beside one of them makes the two agree again: "we shall not stop", "we shall go on".
    """
    found: dict[tuple[str, str], None] = {}
    for left, right in (*_replaced(one, two), *_beside(one, two)):
        if not _stands_alone(one, left) or not _stands_alone(two, right):
            continue
        agree = denials_of(_clause(one, left), left) % 2 != denials_of(_clause(two, right), right) % 2
        if not agree and contrast(left.text.casefold(), right.text.casefold()):
            found[left.text, right.text] = None
    for lefts, rights in replacements(one, two):
        # "It must come down", "it may come down"; "two days", "two weeks"; "I will lend it", "she would sell it".
        single = len(lefts) == len(rights) == 1
        for left, right in product(lefts, rights) if max(len(lefts), len(rights)) <= _PLACE else ():
            lowered = left.text.casefold(), right.text.casefold()
            if replaces(*lowered) and (single or LIGHT_WORDS.isdisjoint(lowered)):
                found[left.text, right.text] = None
    yield from (Alteration("opposite", left, right) for left, right in found)


def _stands_alone(words: Sequence[Word], word: Word) -> bool:
    """Say whether a word means what it says.

    Not the half of "a day and a half", not "come" where one comes out, not the speed that is cut.
    """
    at = next(number for number, other in enumerate(words) if other is word)
    before = [other.text.casefold() for other in words[max(0, at - 2) : at]]
    after = [other.text.casefold() for other in words[at + 1 : at + 2]]
    if word.text.casefold() in _FRACTIONS:
        return before != ["and", "a"]
    if not _LESSENING.isdisjoint(before[-1:]):
        return False
    return lemma_of(word.text.casefold()) not in _MOVING or _PARTICLES.isdisjoint(after)


def _clause(words: Sequence[Word], word: Word) -> Sequence[Word]:
    """Return the words of the clause in which a word stands: what is denied in another says nothing of it."""
    return next(clause for clause in clauses_of(words) if any(other is word for other in clause))


def _replaced(one: Sequence[Word], two: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield the words that stand in each other's place between the same words."""
    stems = ({word.stem for word in one}, {word.stem for word in two})
    for lefts, rights in replacements(one, two):
        if max(len(lefts), len(rights)) > _PLACE:
            continue
        single = len(lefts) == len(rights) == 1
        for left, right in product(lefts, rights):
            lone = left.stem not in stems[1] and right.stem not in stems[0]
            if lone and (single or _MANY_USES.isdisjoint((left.text.casefold(), right.text.casefold()))):
                yield left, right


def _beside(one: Sequence[Word], two: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield the words of one wording alone beside a word that both have: "open the line", "the line stays closed"."""
    lone = [
        [
            (word, {near.stem for near in side[max(0, at - _NEAR) : at + _NEAR + 1]} - STOP_WORDS)
            for at, word in enumerate(side)
            if word.text.casefold() not in LIGHT_WORDS and word.stem not in stems
        ]
        for side, stems in ((one, {word.stem for word in two}), (two, {word.stem for word in one}))
    ]
    for left, around in lone[0][:_MOST]:
        for right, also_around in lone[1][:_MOST]:
            if around & also_around:
                yield left, right
