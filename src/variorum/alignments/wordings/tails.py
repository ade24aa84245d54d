"""Tails: what one wording alone goes on with behind what both have: "but not that", "and nobody has asked"."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.alignments.wordings.likeness import STOP_WORDS, Word
from variorum.word_lists import listed

#: Words with which a wording goes on behind what both have.
_GOING_ON = listed("and but or nor because though although while")


def without_tails(one: Sequence[Word], two: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return two wordings without what one alone goes on with: "but not that", "and nobody has asked"."""
    cut = []
    for side, others in ((one, two), (two, one)):
        end, stems = _end_of_shared(side, others), {word.stem for word in others}
        while end < len(side) and side[end].stem in stems:
            end += 1
        goes_on = end < len(side) and side[end].text.casefold() in _GOING_ON
        cut.append(side[:end] if goes_on else side)
    return cut[0], cut[1]


def without_last_sentences(one: Sequence[Word], two: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return two wordings without the sentences at their ends that share nothing with the other one."""
    cut = []
    for side, others in ((one, two), (two, one)):
        end = _end_of_shared(side, others)
        after = next((at for at in range(end, len(side)) if side[at].first), len(side)) if end else len(side)
        cut.append(side[:after])
    return cut[0], cut[1]


def _end_of_shared(words: Sequence[Word], others: Sequence[Word]) -> int:
    """Return the number behind the last word that carries something and stands in another wording too; 0 for none."""
    stems = {word.stem for word in others} - STOP_WORDS
    return max((at + 1 for at, word in enumerate(words) if word.stem in stems), default=0)
