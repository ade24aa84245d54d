"""Opposite words: words that exclude each other where they stand in two wordings of one utterance.

A denial beside one of them makes the two agree again: "we shall not stop", "we shall go on".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from variorum.alignments.wordings.contrasts import contrast, replaces, word_in
from variorum.alignments.wordings.denials import LIGHT_WORDS, clauses_of, denials_of
from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import STOP_WORDS, Word
from variorum.alignments.wordings.replacements import replacements
from variorum.word_lists import listed

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
#: Words before and after one among which a word that both wordings have makes them comparable.
_NEAR = 3
#: Words of one wording alone that are looked at for opposites.
_MOST = 40


def opposite_words(one: Sequence[Word], two: Sequence[Word]) -> list[tuple[str, str]]:
    """Return the words that exclude each other and stand in each other's place."""
    found: dict[tuple[str, str], None] = {}
    read = {id(word): word_in(side, at) for side in (one, two) for at, word in enumerate(side)}
    for left, right in (*_replaced(one, two), *_beside(one, two)):
        if contrast(read[id(left)], read[id(right)]) and exclude_each_other(one, left, two, right):
            found[left.text, right.text] = None
    for lefts, rights in replacements(one, two):
        # "It must come down", "it may come down"; "two days", "two weeks"; "I will lend it", "she would sell it".
        single = len(lefts) == len(rights) == 1
        for left, right in product(lefts, rights) if max(len(lefts), len(rights)) <= _PLACE else ():
            lowered = left.text.casefold(), right.text.casefold()
            if replaces(*lowered) and (single or LIGHT_WORDS.isdisjoint(lowered)):
                found[left.text, right.text] = None
    return list(found)


def has_contrast(one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Say whether two wordings have opposites, wherever they stand."""
    lowered = [list(dict.fromkeys(word_in(side, at) for at in range(len(side))))[:_MOST] for side in (one, two)]
    return any(contrast(left, right) for left, right in product(*lowered))


def exclude_each_other(one: Sequence[Word], left: Word, two: Sequence[Word], right: Word) -> bool:
    """Say whether opposites are opposites where they stand: neither is half of something else, none is denied."""
    if not _stands_alone(one, left) or not _stands_alone(two, right):
        return False
    return denials_of(_clause(one, left), left) % 2 == denials_of(_clause(two, right), right) % 2


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
    if "_" in word_in(words, at):
        return True
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
