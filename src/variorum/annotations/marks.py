"""Quotation marks: the text of a report to the contents of its typed pairs of marks."""

from __future__ import annotations

from variorum.model.spans import Span


def scan_marks(text: str) -> tuple[Span, ...]:
    """Return the contents of the pairs of quotation marks in ``text``, without the marks, in text order."""
    spans: list[Span] = []
    opened = -1
    for offset, character in enumerate(text):
        if character == "“":
            opened = offset + 1
        elif character == "”" and opened >= 0:
            spans.append(Span(opened, offset))
            opened = -1
        elif character == "\n":
            opened = -1
    return tuple(spans)
