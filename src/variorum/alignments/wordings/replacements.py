"""Replacements: the stretches of two wordings that stand in each other's place, and the numbers among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from variorum.alignments.wordings.figures import Figure, read_figures
from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import Word
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

#: What counts one without a numeral; "no one" and "one of them" are no counts by themselves.
_ONE = listed("one a an")
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
#: What counts in order, where all the words around it are the same.
_COUNTED = 4


def replacements(one: Sequence[Word], two: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Yield the stretches that stand in each other's place, the same whichever wording comes first."""
    stems = [tuple(word.stem for word in side) for side in (one, two)]
    swapped = stems[0] > stems[1]
    first, second = reversed(stems) if swapped else stems
    for here, there in _replaced(first, second):
        yield (one[there], two[here]) if swapped else (one[here], two[there])


@lru_cache(maxsize=2_000)
def _replaced(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[tuple[slice, slice], ...]:
    """Return the places that stand in each other's place; the kinds of alterations all ask for those of one pair."""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return tuple(
        (slice(start, end), slice(other_start, other_end))
        for operation, start, end, other_start, other_end in matcher.get_opcodes()
        if operation == "replace"
    )


def changed_numbers(one: Sequence[Word], two: Sequence[Word]) -> list[tuple[str, str]]:
    """Return the numbers that stand in each other's place and are not the same.

    What one wording merely has more of is no alteration. Where each has one number that the other has not, they count
    one thing: "seven men were on the roof", "we counted nine people up there".
    """
    lefts, rights = lone_figures(one, two)
    alone = len(lefts) == len(rights) == 1 and lefts[0].dated == rights[0].dated
    found = [
        (figure.measured, other.measured) if figure.value == other.value else (figure.text, other.text)
        for figure in lefts
        for other in rights
        if alone or figure.value == other.value or count_one_thing(figure, other)
    ]
    return found or list(_against_one(one, two))


def lone_figures(one: Sequence[Word], two: Sequence[Word]) -> tuple[list[Figure], list[Figure]]:
    """Return the numbers of either wording that are none of the other's."""
    lefts, rights = list(read_figures(one)), list(read_figures(two))
    for figure in tuple(lefts):
        same = next((other for other in rights if figure.equals(other)), None)
        if same is not None:
            lefts.remove(figure)
            rights.remove(same)
    return lefts, rights


def count_one_thing(figure: Figure, other: Figure) -> bool:
    """Say whether what two figures count, or what is told of it, is one: "eleven men", "twelve people"."""
    if figure.dated != other.dated:
        return False
    if figure.beside & other.beside:
        return True
    return any(are_kin(left, right) for left in sorted(figure.beside) for right in sorted(other.beside))


def _against_one(one: Sequence[Word], two: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Yield "one" or an article in the place of a number: "one body", "three bodies"; "twice", "three times"."""
    for sides in replacements(one, two):
        read = [_count_and_rest(side) for side in sides]
        if max(map(len, sides)) > _COUNTED or None in read or not any(_counts_alone(side[0]) for side in sides):
            continue
        (left, rest), (right, others) = (item for item in read if item is not None)
        if left != right and rest == others:
            yield " ".join(word.text for word in sides[0]), " ".join(word.text for word in sides[1])


def _counts_alone(word: Word) -> bool:
    """Say whether a word counts without being a numeral."""
    return word.text.casefold() in _ONE | _TIMES.keys()


def _count_and_rest(words: Sequence[Word]) -> tuple[float, tuple[str, ...]] | None:
    """Return the count with which a stretch begins and the lemmas after it, None where it begins with none."""
    lowered = [word.text.casefold() for word in words]
    if lowered[0] in _TIMES:
        return _TIMES[lowered[0]], (lemma_of("times"), *map(lemma_of, lowered[1:]))
    if lowered[0] in _ONE:
        return 1.0, tuple(map(lemma_of, lowered[1:]))
    figure = next(read_figures(words), None)
    return (figure.value, tuple(map(lemma_of, lowered[figure.end :]))) if figure and figure.at == 0 else None
