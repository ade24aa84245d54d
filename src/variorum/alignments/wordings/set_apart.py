"""Words set apart: of two things that a wording sets against each other, which is affirmed and which is denied.

"A matter of money and not of politics", "the school before the road": another wording that has the two the other way
round tells something else, though each of its words is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import STOP_WORDS, Word
from variorum.word_lists import listed

#: Words between two things: the first is affirmed, or comes first.
_FIRST = (
    ("and", "not"),
    ("but", "not"),
    ("rather", "than"),
    ("instead", "of"),
    ("before",),
)
#: The same where the second is: "after" and what it follows.
_SECOND = (("after",),)
#: Words before and behind among which the two things are looked for.
_REACH, _BEHIND = 6, 4
#: Places of a wording in which two things are set apart that are compared.
_MOST = 8
_STOPS = listed("that which who because while although though if when")


def changed_order(one: Sequence[Word], two: Sequence[Word]) -> tuple[str, str] | None:
    """Return the two things that one wording sets against each other the other way round, in either order; or None."""
    found = {
        (min(firsts & behind), min(seconds & others))
        for left, right in product(islice(_set_apart(one), _MOST), islice(_set_apart(two), _MOST))
        for firsts, seconds, others, behind in [_apart(*left, *right)]
        if firsts & behind and seconds & others
    }
    # Two things that change places both ways tell nothing; the rest is the same whichever wording comes first.
    turned = sorted((pair for pair in found if pair[::-1] not in found), key=sorted)
    if not turned:
        return None
    first, second = turned[0]
    return (
        f"{_written(one, first)} … {_written(one, second)}",
        f"{_written(two, second)} … {_written(two, first)}",
    )


def _written(words: Sequence[Word], lemma: str) -> str:
    """Return how a wording writes a word."""
    return next(word.text for word in words if lemma_of(word.text.casefold()) == lemma)


def _apart(
    firsts: frozenset[str],
    seconds: frozenset[str],
    others: frozenset[str],
    behind: frozenset[str],
) -> tuple[frozenset[str], ...]:
    """Return the words of the sides of two wordings without those on both sides of one."""
    return firsts - seconds, seconds - firsts, others - behind, behind - others


def _set_apart(
    words: Sequence[Word],
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the lemmas of what is affirmed or comes first, and those of what is set against it."""
    lowered = [word.text.casefold() for word in words]
    for at in range(1, len(words) - 1):
        for signs, turned in (
            *((sign, False) for sign in _FIRST),
            *((sign, True) for sign in _SECOND),
        ):
            if tuple(lowered[at : at + len(signs)]) == signs:
                before = _carrying(words[max(0, at - _REACH) : at][::-1])
                behind = _carrying(words[at + len(signs) : at + len(signs) + _BEHIND])
                yield (behind, before) if turned else (before, behind)


def _carrying(words: Sequence[Word]) -> frozenset[str]:
    """Return the lemmas that carry something up to the end of their clause."""
    lowered = [word.text.casefold() for word in words]
    end = next((at for at, word in enumerate(lowered) if word in _STOPS), len(words))
    return frozenset(lemma_of(word) for word in lowered[:end] if word not in STOP_WORDS)
