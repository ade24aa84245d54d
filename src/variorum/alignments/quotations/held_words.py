"""Held words: how much of one sentence another one holds word by word."""

from __future__ import annotations

from functools import lru_cache

from variorum.alignments.quotations.utterances import Piece
from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import STOP_WORDS, verbatim_blocks, words_of
from variorum.paraphrases import share_at_least

#: Words that are compared one by one; a longer sentence is compared to there.
MOST_WORDS = 400
#: Equal words in a row that count as verbatim.
VERBATIM_WORDS = 3
#: Share of a sentence that must stand, in rows of words, in a quotation that it is matched with already.
_HELD = 0.7
#: Letters of a word in marks that says by itself which utterance it is from.
_LETTERS = 5
#: Share of the words that two sentences must have in common to be the same words, and the words that carry something.
ALIKE = 0.8
_CARRIED = 3


def share_verbatim(one: Piece, other: Piece) -> tuple[tuple[str, ...], int]:
    """Return the shorter sentence, and how many of its words the other one holds in rows."""
    short, long = sorted((one.stems[:MOST_WORDS], other.stems[:MOST_WORDS]), key=lambda stems: (len(stems), stems))
    _, words = verbatim_blocks(short, long, least=min(VERBATIM_WORDS, len(short)))
    return short, words


def are_worded_alike(one: Piece, other: Piece) -> bool:
    """Say whether two sentences are nearly the same words, told of words in marks where both have some.

    "We shall stay until he picks up the telephone" and "we will stay until he picks up the phone".
    """
    words = [words_compared(piece) for piece in (one, other)]
    return len(set(words[0]) - STOP_WORDS) >= _CARRIED and share_at_least(words[0], words[1], ALIKE)


def words_compared(piece: Piece) -> tuple[str, ...]:
    """Return the lemmas by which a sentence is worded like another one, or not."""
    return _lemmas_of(piece.marked or piece.text)


@lru_cache(maxsize=20_000)
def _lemmas_of(text: str) -> tuple[str, ...]:
    """Return the lemmas of the first words of a sentence, which is held against many."""
    return tuple(lemma_of(word.text.casefold()) for word in words_of(text)[:MOST_WORDS])


def is_held(piece: Piece, whole: Piece) -> bool:
    """Say whether a sentence stands in another, nearly word by word."""
    if len(piece.stems) > len(whole.stems):
        return False
    _, words = verbatim_blocks(piece.stems[:MOST_WORDS], whole.stems[:MOST_WORDS], least=2)
    return words >= (_HELD if len(piece.contents) > 1 else 1.0) * len(piece.stems)


def share_marked(one: Piece, other: Piece) -> bool:
    """Say whether all that one sentence has in marks stands in the marks of the other: “blunder”, “a blunder”."""
    short, long = sorted((one.marks, other.marks), key=len)
    return bool(short) and short <= long and max(map(len, short)) >= _LETTERS


def word_runs(stems: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the runs of words by which verbatim pieces are found, those of stop words alone left out."""
    runs = (stems[start : start + VERBATIM_WORDS] for start in range(min(len(stems), MOST_WORDS) - VERBATIM_WORDS + 1))
    return list(dict.fromkeys(run for run in runs if any(stem not in STOP_WORDS for stem in run)))
