"""Substitutions: one thing in the place of another in otherwise the same words ("for money", "out of vanity").

Opposites, numbers and names are found without a model. What is left is a word of its own in the place of a word that
means something else; whether it does is told by the vectors of both where they stand, and by the table of paraphrases.
Two translations of one sentence differ in more places than one, or in words of one meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import product

from msgspec import Struct

from variorum.alignments.wordings.contrasts import stand_together
from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import NEGATIONS, STOP_WORDS, Word, verbatim_blocks, words_of
from variorum.alignments.wordings.word_reading import read_words
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

#: Likeness of the words in a place below which they tell different things.
_ALIKE = 0.6
#: Less of it for the share of words around them that differ too, as in a translation.
_LESS = 0.5
#: Words that carry something and may stand in one place; share of them, of the shorter wording, that both have besides.
_PLACE = 2
_CARRIED = 0.5
#: Words of the shorter wording, small ones among them, that the other may lack, as a share of them and as a number:
#: more of them make a retelling, in which a word of its own is no alteration.
_LACKING = 0.15
_LACKING_ONE = 1
#: Titles, and words that other rules compare with what stands beside them ("far from new", "half of them").
_ELSEWHERE = listed(
    """
    mr mrs ms miss dr president minister prime professor general king queen far half quarter
    """
)
#: Words that say too little for another one in their place to matter.
_SMALL = STOP_WORDS | listed(
    """
    out very really quite well even still yet now then today indeed certainly perhaps maybe always often again back much
    many lot lots thing things way something anything everything one get got go going come make take put let be been
    want like just simply truly actually already
    """
)


class _Told(Struct, frozen=True):
    """The words of a wording that carry something, and their numbers among all its words."""

    words: tuple[Word, ...]
    numbers: tuple[int, ...]
    keys: tuple[str, ...]


def find_substitution(left: str, right: str) -> tuple[str, str] | None:
    """Return the words of two wordings that stand in each other's place and tell different things.

    None where there are none, where more than one place differs, or where one wording retells the other.
    """
    words = words_of(left), words_of(right)
    length = min(map(len, words))
    shared = _shared_words(*words)
    if round((1 - shared) * length, 6) > max(_LACKING_ONE, _LACKING * length) or len(set(map(_denials, words))) > 1:
        return None
    one, two = map(_told, words)
    places = _places(one, two)
    if places is None:
        return None
    changed = [side.words[start:end] for side, (start, end) in zip((one, two), places, strict=True)]
    if any(map(_is_elsewhere, (*changed[0], *changed[1]))) or any(_means_same(*pair) for pair in product(*changed)):
        return None
    numbers = [side.numbers[start:end] for side, (start, end) in zip((one, two), places, strict=True)]
    if _likeness((left, right), numbers) >= _ALIKE - _LESS * (1 - shared):
        return None
    return " ".join(word.text for word in changed[0]), " ".join(word.text for word in changed[1])


def _told(words: Sequence[Word]) -> _Told:
    """Return the words that carry something, to be compared by their lemmas."""
    numbers = tuple(at for at, word in enumerate(words) if word.text.casefold() not in _SMALL)
    chosen = tuple(words[at] for at in numbers)
    return _Told(chosen, numbers, tuple(lemma_of(word.text.casefold()) for word in chosen))


def _shared_words(one: Sequence[Word], two: Sequence[Word]) -> float:
    """Return the share of the shorter wording's words that both have in the same order."""
    stems = sorted((tuple(word.stem for word in words) for words in (one, two)), key=lambda s: (len(s), s))
    return verbatim_blocks(*stems, least=1)[1] / max(1, len(stems[0]))


def _denials(words: Sequence[Word]) -> int:
    """Count the words that deny."""
    return sum(word.text.casefold() in NEGATIONS or word.text.endswith("n't") for word in words)


def _places(one: _Told, two: _Told) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the one place in which two wordings of the same words differ, as numbers of words; None else."""
    swapped = one.keys > two.keys
    first, second = (two.keys, one.keys) if swapped else (one.keys, two.keys)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    equal = sum(block.size for block in matcher.get_matching_blocks())
    changes = [code[1:] for code in matcher.get_opcodes() if code[0] != "equal"]
    if len(changes) != 1 or equal < max(1, _CARRIED * min(len(first), len(second))):
        return None
    start, end, other_start, other_end = changes[0]
    if not 0 < end - start <= _PLACE or not 0 < other_end - other_start <= _PLACE:
        return None
    found = (start, end), (other_start, other_end)
    return found[::-1] if swapped else found


def _is_elsewhere(word: Word) -> bool:
    """Say whether another rule compares a word: names ("Ana", "the mayor"), numbers, denials ("far from new")."""
    return word.is_name or word.is_number or word.text.casefold() in _ELSEWHERE


def _means_same(one: Word, other: Word) -> bool:
    """Say whether two words can tell one thing: forms of one word, or of one class of paraphrases."""
    lemmas = lemma_of(one.text.casefold()), lemma_of(other.text.casefold())
    stems = one.stem, other.stem
    if lemmas[0] == lemmas[1] or stand_together(one.text.casefold(), other.text.casefold()):
        return True
    return any(are_kin(*pair) for pair in (lemmas, stems))


def _likeness(texts: tuple[str, str], numbers: Sequence[Sequence[int]]) -> float:
    """Return how alike words of two texts are where they stand, asked from both sides."""
    vectors = [rows[list(places)] for rows, places in zip(read_words(texts), numbers, strict=True)]
    alike = vectors[0] @ vectors[1].T
    return round(float(alike.max(axis=1).mean() + alike.max(axis=0).mean()) / 2, 4)
