"""Spans: half-open stretches of a report's text, in Unicode code points (W3C TextPositionSelector)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """The code points ``start`` (inclusive) to ``end`` (exclusive) of a report's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse spans that cannot be: negative or reversed."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        """Return the length in code points."""
        return self.end - self.start

    def text_of(self, text: str) -> str:
        """Return the words that this span stands for in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether both spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """Return how many code points both spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def merge_spans(spans: Iterable[Span], *, gap: int = 0) -> tuple[Span, ...]:
    """Return the union of ``spans`` in text order; stretches at most ``gap`` code points apart become one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + gap:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def trim_span(span: Span, text: str, *, strip: str = " \t\r\n\u00a0") -> Span:
    """Return ``span`` without the characters of ``strip`` at its two ends; an all-blank span becomes empty."""
    start, end = span.start, span.end
    while start < end and text[start] in strip:
        start += 1
    while end > start and text[end - 1] in strip:
        end -= 1
    return Span(start, end)


def index_at(spans: Sequence[Span], offset: int) -> int | None:
    """Return the index of the span that holds ``offset``, or None; ``spans`` are in order and do not overlap."""
    index = bisect_right(spans, Span(offset, 10**12)) - 1
    if index >= 0 and spans[index].start <= offset < spans[index].end:
        return index
    return None


def is_touched(spans: Sequence[Span], span: Span) -> bool:
    """Say whether ``span`` overlaps one of ``spans``, which are in order and do not overlap each other."""
    index = bisect_right(spans, Span(max(span.start, span.end - 1), 10**12)) - 1
    return index >= 0 and spans[index].overlaps(span)
