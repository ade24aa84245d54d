"""Tenses: what one wording tells as done and the other as still to come ("we have sold it", "we will sell it")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.alignments.wordings.lemmas import lemma_of
from variorum.alignments.wordings.likeness import STOP_WORDS, Word
from variorum.word_lists import listed

_COMING = listed("will shall 'll won't would going")
_DONE = listed("have has had 've was were did")
#: What may stand between an auxiliary and its verb, besides auxiliaries.
_BETWEEN = listed("be been being not never already soon now also all both just never ever")
#: Words before a verb that are read.
_REACH = 4


def changed_tenses(one: Sequence[Word], two: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Yield the verbs that one wording alone tells as done and the other one alone as still to come."""
    left, right = _told(one), _told(two)
    for lemma in sorted(left.keys() & right.keys()):
        done = left[lemma][0], right[lemma][0]
        if None not in done and done[0] != done[1]:
            yield left[lemma][1], right[lemma][1]


def _told(words: Sequence[Word]) -> dict[str, tuple[bool | None, str]]:
    """Return for each verb with an auxiliary whether it is done, None where it is both or twice there."""
    found: dict[str, tuple[bool | None, str]] = {}
    for at, word in enumerate(words):
        lower = word.text.casefold()
        if lower in STOP_WORDS | _BETWEEN | _COMING:
            continue
        start = _chain(words, at)
        chain = {item.text.casefold() for item in words[start:at]}
        if not chain & (_COMING | _DONE):
            continue
        coming, done = bool(chain & _COMING), bool(chain & _DONE)
        lemma = lemma_of(lower)
        text = " ".join(item.text for item in words[start : at + 1])
        found[lemma] = (None if lemma in found or (coming and done) else done, text)
    return found


def _chain(words: Sequence[Word], at: int) -> int:
    """Return where the auxiliaries before a verb begin; "has to pay" has none that tells when."""
    start = at
    if at > 1 and [word.text.casefold() for word in words[at - 2 : at]] == ["going", "to"]:
        start = at - 2
    while start and at - start < _REACH and words[start - 1].text.casefold() in _COMING | _DONE | _BETWEEN:
        start -= 1
    return start
