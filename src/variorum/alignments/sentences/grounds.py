"""Grounds: what shows that two reports tell of one thing, so that what is like in them is not like by chance.

"The ship dates from 1986" is like "the barn dates from 1904" in a report of something else.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from typing import TYPE_CHECKING

from variorum.alignments.similarities import mutual_best

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.sentences.aligning import SentencePair
    from variorum.model.alignments import AlignedStory

#: Words that the matching sentences of two reports must share.
_WORDS = 2
#: What the chances of the likely matches must come to, and from which a match is likely. In reports of two things one
#: sentence may be likely to tell what some other tells; two or three never were, and all in other words.
_CHANCES = 2.0
_LIKELY = 0.35


def have_ground(aligned: AlignedStory, pair: SentencePair, numbers: Iterable[tuple[int, int]]) -> bool:
    """Say whether two reports have an actor in common, or enough in their sentences, or are a claim to check.

    ``numbers`` are those of the sentences that match: words that these share are enough, or so many likely matches that
    it is no chance.
    """
    if min(len(aligned.story.reports[place].sentences) for place in pair.places) == 1:
        return True
    if any(set(pair.sigla) <= {ref.siglum for ref in actor.entities} for actor in aligned.actors):
        return True
    left, right = ({item.number: item.stems for item in side} for side in pair.sides)
    none = frozenset[str]()
    shared = {word for one, other in numbers for word in left.get(one, none) & right.get(other, none)}
    return len(shared) >= _WORDS or _match_beyond_chance(pair.chances(aligned))


def _match_beyond_chance(chances: NDArray[np.float32]) -> bool:
    """Say whether so many sentences of two reports are likely matches that they are reports of one thing."""
    likely = {
        (row, column): chance
        for row, found in enumerate(chances.tolist())
        for column, chance in enumerate(found)
        if chance >= _LIKELY
    }
    return fsum(likely[cell] for cell in mutual_best(likely)) >= _CHANCES
