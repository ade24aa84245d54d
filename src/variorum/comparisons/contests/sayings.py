"""Sayings of two sentences that may answer one question: whether the same words are given to two people."""

from __future__ import annotations

from itertools import product

from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.named_speakers import are_two, named_speaker
from variorum.model.annotations import Quotation
from variorum.paraphrases import share_worded_alike

#: Quotations of a sentence that are held against those of another one.
_MOST = 4
#: Share of the words that must stand in both.
_ALIKE = 0.5


def are_said_by_two(contest: Contest, indexes: Indexes) -> bool:
    """Say whether a quotation of either sentence has the words of the other one, and a speaker with another name."""
    left, right = (indexes[passage.siglum] for passage in contest.ends)
    sides = [
        [item for number in index.sentences_at(passage.span) for item in index.quotations_in.get(number, ())][:_MOST]
        for index, passage in zip((left, right), contest.ends, strict=True)
    ]
    return any(
        are_two(named_speaker(one, left), named_speaker(other, right))
        and share_worded_alike(_words(one, left.text), _words(other, right.text)) >= _ALIKE
        for one, other in product(*sides)
    )


def _words(quotation: Quotation, text: str) -> list[str]:
    """Return the words of a quotation in lower case, without marks."""
    words = " ".join(text[span.start : span.end] for span in quotation.spans).casefold().split()
    return [word.strip(".,;:!?“”\"'‘’") for word in words]
