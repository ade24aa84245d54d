"""Swaps: what changes places between two wordings that have the same words ("the owner warned the crew").

Who does it and to whom, which of two numbers counts what: the same words tell something else. What holds either way
round ("Reyes met Korb") and what is only told in another order ("bread and milk") is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import Word
from variorum.word_lists import listed

#: Words that change places together at most: "the port authority", "we".
_SWAPPED = 4
_ARTICLES = listed("a an the")
#: One form for a pronoun that is subject or object.
_PRONOUNS = {"us": "we", "me": "i", "him": "he", "her": "she", "them": "they", "whom": "who"}
#: What holds either way round ("Reyes met Korb"), and what joins like with like ("bread and milk").
_EITHER_WAY = listed("meet marry equal match resemble agree differ and or versus")
_JOINING = listed("be and or nor but with plus as well like between")


def find_swaps(one: Sequence[Word], two: Sequence[Word]) -> Iterator[tuple[str, str, str]]:
    """Yield what changes places: its kind (``number``, ``name`` or ``role``) and the words in either order."""
    sides = [[word for word in side if word.text.casefold() not in _ARTICLES] for side in (one, two)]
    keys = [[_key(word) for word in side] for side in sides]
    if keys[0] == keys[1] or sorted(keys[0]) != sorted(keys[1]):
        return
    mirrored = keys[0] > keys[1]
    moved = _moved(*(keys[::-1] if mirrored else keys))
    if moved is None:
        return
    start, first, last, end = moved
    bounds = [(start, first, last, end), (start, start + end - last, end - (first - start), end)]
    places = [
        (side[at:until], side[again:stop])
        for side, (at, until, again, stop) in zip(sides, reversed(bounds) if mirrored else bounds, strict=True)
    ]
    texts = [" … ".join(" ".join(word.text for word in part) for part in parts) for parts in places]
    yield _swapped_kind((*places[0][0], *places[0][1])), texts[0], texts[1]


def _moved(one: Sequence[str], two: Sequence[str]) -> tuple[int, int, int, int] | None:
    """Return the two stretches of one that change places in two, as bounds; None for what tells nothing else."""
    start = next(at for at, (left, right) in enumerate(zip(one, two, strict=True)) if left != right)
    kept = next(at for at, (left, right) in enumerate(zip(one[::-1], two[::-1], strict=True)) if left != right)
    mine, yours = list(one[start : len(one) - kept]), list(two[start : len(two) - kept])
    size = len(mine)
    for first, last in product(range(1, _SWAPPED + 1), repeat=2):
        between = mine[first : size - last]
        if between and yours == [*mine[size - last :], *between, *mine[:first]]:
            symmetric = not _EITHER_WAY.isdisjoint(between) or _JOINING.issuperset(between)
            return None if symmetric else (start, start + first, start + size - last, start + size)
    return None


def _key(word: Word) -> str:
    """Return what a word is compared by when words change places: number and case of it say nothing."""
    lower = word.text.casefold()
    return word.stem if word.is_number else _PRONOUNS.get(lower) or lemma_of(lower)


def _swapped_kind(words: Sequence[Word]) -> str:
    """Return what kind of words change places."""
    if all(word.is_number for word in words):
        return "number"
    # The first word of a sentence can be a name.
    return "name" if all(word.text[:1].isupper() for word in words) else "role"
