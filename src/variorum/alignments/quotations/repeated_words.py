"""Repeated words: what one report puts in marks and another has in a sentence of its own, with nobody given for it.

The bridge would stay shut “until further notice”, the ministry says in one report; in the other it is shut until
further notice. That the other report has the very words says where it has them from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from variorum.alignments.quotations.held_words import share_verbatim
from variorum.alignments.quotations.utterances import ANCHOR_WORDS, Piece, Side
from variorum.alignments.wordings.likeness import STOP_WORDS, words_of
from variorum.model.annotations import QuotationType

#: Words in marks that must stand in the other report in a row, and letters of one of them that carries something.
_LEAST_MARKED = 2
_LETTERS = 5
#: Share of a sentence in marks that the other report must have word by word.
_HELD = 0.8


class RepeatedWords:
    """The words in marks of two reports."""

    def __init__(self, sides: tuple[Side, Side]) -> None:
        """Count the terms of the matter, which several sentences of a report have."""
        self._terms = _terms(sides[0]) | _terms(sides[1])

    def are_repeated(self, said: Piece, own: Piece, side: Side) -> bool:
        """Say whether a sentence of a report's own has the words that ``side`` has in marks in what is said."""
        text, quotation = side.annotated.report.text, side.quotations[said.quotation]
        if quotation.type is QuotationType.DIRECT:
            short, held = share_verbatim(said, own)
            carried = [stem for stem in short if stem not in STOP_WORDS]
            enough = len(said.stems) >= ANCHOR_WORDS and len(carried) > 1
            return enough and short == said.stems and held >= _HELD * len(short)
        spans = [span for span in quotation.verbatim if any(part.contains(span) for part in said.spans)]
        rows = [tuple(word.stem for word in words_of(span.text_of(text))) for span in spans]
        if all(row[:_LEAST_MARKED] in self._terms for row in rows):
            return False
        return any(_is_taken_over(row, said, own) for row in rows)


def _is_taken_over(row: Sequence[str], said: Piece, own: Piece) -> bool:
    """Say whether words in marks stand in a sentence, beside another word that both have."""
    telling = max(map(len, (stem for stem in row if stem not in STOP_WORDS)), default=0) >= _LETTERS
    beside = (said.contents & own.contents) - set(row)
    return len(row) >= _LEAST_MARKED and telling and bool(beside) and _stand_in_row(row, own.stems)


def _terms(side: Side) -> set[tuple[str, ...]]:
    """Return the two words in a row that several sentences of a report have: a term of the matter, said by all."""
    sentences = (sentence.span.text_of(side.annotated.report.text) for sentence in side.annotated.sentences)
    stems = ([word.stem for word in words_of(text)] for text in sentences)
    counts = Counter(pair for words in stems for pair in set(pairwise(words)))
    return {pair for pair, count in counts.items() if count > 1}


def _stand_in_row(row: Sequence[str], stems: Sequence[str]) -> bool:
    """Say whether words stand in a row in a sentence."""
    return any(tuple(stems[at : at + len(row)]) == tuple(row) for at in range(len(stems) - len(row) + 1))
