"""Sayings of two sentences that may answer one question: whether they are the same words, and the same people's."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from variorum.comparisons.conflicts.linked_sentences import Passage
from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.named_speakers import are_described_apart, are_two, named_speaker
from variorum.comparisons.readings import ReportIndex
from variorum.model.annotations import Quotation
from variorum.paraphrases import share_at_least

#: Quotations of a sentence that are held against those of another one.
_MOST = 4
#: Share of the words that must stand in both.
_ALIKE = 0.5


def are_said_by_two(contest: Contest, indexes: Indexes) -> bool:
    """Say whether a quotation of either sentence has the words of the other one, and a speaker with another name."""
    left, right = (indexes[passage.siglum] for passage in contest.ends)
    sides = [_quotations(index, passage) for index, passage in zip((left, right), contest.ends, strict=True)]
    return any(
        are_two(named_speaker(one, left), named_speaker(other, right))
        and share_at_least(_words(one, left.text), _words(other, right.text), _ALIKE)
        for one, other in product(*sides)
    )


def may_be_said_by_one(contest: Contest, indexes: Indexes) -> bool:
    """Say whether both sentences quote the same words, and none of them of two people surely."""
    left, right = (indexes[passage.siglum] for passage in contest.ends)
    sides = [_quotations(index, passage) for index, passage in zip((left, right), contest.ends, strict=True)]
    alike = [
        (one, other)
        for one, other in product(*sides)
        if share_at_least(_words(one, left.text), _words(other, right.text), _ALIKE)
    ]
    return bool(alike) and not any(are_described_apart(one, left, other, right) for one, other in alike)


def are_worded_apart(contest: Contest, indexes: Indexes) -> bool:
    """Say whether both sentences quote in marks, and neither quotes what the other does, or a part of it."""
    sides = []
    for passage in contest.ends:
        index = indexes[passage.siglum]
        marked = (span for item in _quotations(index, passage) for span in item.verbatim)
        sides.append([index.words(span) for span in marked])
    return all(sides) and not any(is_part(one, other) for one, other in product(*sides))


def is_part(one: str, other: str) -> bool:
    """Say whether words are the same as others, or a part of them, however marks and apostrophes are written."""
    one, other = letters_of(one), letters_of(other)
    return one in other or other in one


def are_retold(contest: Contest, indexes: Indexes) -> bool:
    """Say whether the report of the one has the sentence of the other letter by letter: "work force", "workforce"."""
    left, right = (indexes[passage.siglum] for passage in contest.ends)
    words = left.words(contest.left.span), right.words(contest.right.span)
    return words[0] in right.text or words[1] in left.text or letters_of(words[0]) == letters_of(words[1])


def _quotations(index: ReportIndex, passage: Passage) -> list[Quotation]:
    """Return the first quotations that reach into a sentence."""
    numbers = index.sentences_at(passage.span)
    return [item for number in numbers for item in index.quotations_in.get(number, ())][:_MOST]


@lru_cache(maxsize=4_000)
def letters_of(words: str) -> str:
    """Return the letters and figures of words, so that no form of a mark or an apostrophe tells them apart."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _words(quotation: Quotation, text: str) -> list[str]:
    """Return the words of a quotation in lower case, without marks."""
    words = " ".join(text[span.start : span.end] for span in quotation.spans).casefold().split()
    return [word.strip(".,;:!?“”\"'‘’") for word in words]
