"""Held words: how much of one sentence another one holds word by word."""

from __future__ import annotations

from variorum.alignments.likenesses import MOST_WORDS, VERBATIM_WORDS
from variorum.alignments.utterances import Piece
from variorum.alignments.wordings import STOP_WORDS, verbatim_blocks

#: Share of a sentence that must stand, in rows of words, in a quotation that it is matched with already.
_HELD = 0.7


def share_verbatim(one: Piece, other: Piece) -> tuple[tuple[str, ...], int]:
    """Return the shorter sentence, and how many of its words the other one holds in rows."""
    short, long = sorted((one.stems[:MOST_WORDS], other.stems[:MOST_WORDS]), key=lambda stems: (len(stems), stems))
    _, words = verbatim_blocks(short, long, least=min(VERBATIM_WORDS, len(short)))
    return short, words


def is_held(piece: Piece, whole: Piece) -> bool:
    """Say whether a sentence stands in another, nearly word by word."""
    if len(piece.stems) > len(whole.stems):
        return False
    _, words = verbatim_blocks(piece.stems[:MOST_WORDS], whole.stems[:MOST_WORDS], least=2)
    return words >= (_HELD if len(piece.contents) > 1 else 1.0) * len(piece.stems)


def word_runs(stems: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the runs of words by which verbatim pieces are found, those of stop words alone left out."""
    runs = (stems[start : start + VERBATIM_WORDS] for start in range(min(len(stems), MOST_WORDS) - VERBATIM_WORDS + 1))
    return list(dict.fromkeys(run for run in runs if any(stem not in STOP_WORDS for stem in run)))
