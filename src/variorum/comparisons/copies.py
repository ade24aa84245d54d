"""Copies: passages that reports share word for word, as wire copy does (Broder's shingles, 1997).

A passage inside quotation marks is what somebody said, which two reporters may have heard: it shares no text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.comparisons.readings import ReportIndex, make_evidence
from variorum.model.comparisons import SharedText
from variorum.model.spans import Span, is_touched, merge_spans

#: Words of a shingle: fewer are shared by chance ("the President of the United States said that").
SHINGLE = 8
#: Least length of a passage, in words, and the least number of them outside of quotation marks.
PASSAGE_WORDS = 14
OWN_WORDS = 8
_WORD = re.compile(r"\w{1,60}(?:['’\-]\w{1,40}){0,4}")


class _Words(Struct, frozen=True):
    """The words of one report that may be copied: those of the article, without its boilerplate."""

    index: ReportIndex
    keys: tuple[str, ...]
    spans: tuple[Span, ...]


def shared_texts(indexes: dict[str, ReportIndex]) -> tuple[SharedText, ...]:
    """Return the passages that at least two reports have word for word, longest first; near-linear in the words."""
    reports = [_words_of(index) for _, index in sorted(indexes.items())]
    holders: dict[tuple[str, ...], int] = defaultdict(int)
    for number, words in enumerate(reports):
        for shingle, _ in _shingles(words):
            holders[shingle] |= 1 << number
    found: dict[tuple[str, ...], dict[str, Span]] = {}
    for number, words in enumerate(reports):
        for start, end in _runs(words, holders, 1 << number):
            span = Span(words.spans[start].start, words.spans[end - 1].end)
            if end - start >= PASSAGE_WORDS and _own_words(words, start, end) >= OWN_WORDS:
                found.setdefault(words.keys[start:end], {}).setdefault(words.index.siglum, span)
    passages = [(keys, spans) for keys, spans in found.items() if len(spans) > 1]
    passages.sort(key=lambda item: (-len(item[0]), item[0]))
    return tuple(
        SharedText(
            id=f"w{number}",
            words=len(keys),
            passages=tuple(make_evidence(indexes[siglum], span) for siglum, span in sorted(spans.items())),
        )
        for number, (keys, spans) in enumerate(passages, 1)
    )


def _words_of(index: ReportIndex) -> _Words:
    """Return the words of a report, letters folded, kinds of apostrophe made one."""
    boilerplate = merge_spans(index.annotated.report.boilerplate)
    spans = [Span(*match.span()) for match in _WORD.finditer(index.text)]
    spans = [span for span in spans if not is_touched(boilerplate, span)]
    return _Words(index, tuple(index.words(span).casefold().replace("’", "'") for span in spans), tuple(spans))


def _shingles(words: _Words) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield every run of :data:`SHINGLE` words with its first place."""
    for start in range(len(words.keys) - SHINGLE + 1):
        yield words.keys[start : start + SHINGLE], start


def _runs(words: _Words, holders: dict[tuple[str, ...], int], own: int) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of words [start, end) that one and the same set of other reports has."""
    sharing = [0] * (len(words.keys) + 1)
    for shingle, start in _shingles(words):
        others = holders[shingle] & ~own
        if others:
            for place in range(start, start + SHINGLE):
                sharing[place] |= others
    start = 0
    for place in range(1, len(sharing)):
        if sharing[place] != sharing[start]:
            if sharing[start]:
                yield start, place
            start = place


def _own_words(words: _Words, start: int, end: int) -> int:
    """Count the words of a run that stand outside of quotation marks."""
    spoken = [span for item in words.index.annotated.quotations for span in item.verbatim]
    near = _near(spoken, Span(words.spans[start].start, words.spans[end - 1].end))
    return sum(not any(span.contains(word) for span in near) for word in words.spans[start:end])


def _near(spans: Sequence[Span], passage: Span) -> list[Span]:
    """Return the spans that touch a passage."""
    return [span for span in spans if span.overlaps(passage)]
