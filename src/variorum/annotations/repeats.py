"""Repeats: sentences that a report has again and again, of which the first few are read.

A log, a chant or a broken page can have one sentence thousands of times. Each costs as much as any other, twice over in
the alignment with every other report, and tells nothing that the first did not. What is folded stays in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from variorum.limits import LIMITS
from variorum.model.reports import Report
from variorum.model.spans import Span, merge_spans

#: Where a sentence may end: a mark with what closes behind it. The parser, which knows better, has not run yet.
_END = re.compile(r"[.!?…][.!?…\"'”’»)\]]{0,8}(?=\s)|\n")
_BLANK = re.compile(r"[^\n]")
#: From so many words on a stretch is no abbreviation at the head of sentences ("Mr.", "The U.S.").
_WHOLE = 4


def fold_repeats(report: Report) -> tuple[Report, tuple[Span, ...]]:
    """Return a report with what repeats a sentence of its own too often marked as boilerplate, and these spans.

    A note says how many sentences are folded. Most reports come back as they are.
    """
    times: Counter[str] = Counter()
    folded: list[Span] = []
    count, before = 0, ""
    for piece in _pieces(report.text):
        words = piece.text_of(report.text)
        times[words] += 1
        if times[words] > LIMITS.repeats and (words == before or _is_whole(words)):
            folded.append(piece)
            count += 1
        before = words
    if not folded:
        return report, ()
    # The blanks between two neighbours are folded with them.
    spans = merge_spans(folded, gap=1)
    note = f"repeats of sentences that stand more than {LIMITS.repeats} times are left out: {count:,}"
    marked = replace(report, boilerplate=merge_spans((*report.boilerplate, *spans)), notes=(*report.notes, note))
    return marked, spans


def blank_out(text: str, spans: tuple[Span, ...]) -> str:
    """Return a text with line breaks in the place of every code point of ``spans``: offsets stay as they are."""
    parts, end = list[str](), 0
    for span in spans:
        parts += [text[end : span.start], _BLANK.sub("\n", span.text_of(text))]
        end = span.end
    return "".join((*parts, text[end:]))


def _pieces(text: str) -> Iterator[Span]:
    """Yield what stands between the marks that may end a sentence, without the blanks around it."""
    start = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        if first < end:
            yield Span(first, start + len(words.rstrip()))
        start = end


def _is_whole(words: str) -> bool:
    """Say whether a stretch is a sentence, and not the head of one that an abbreviation cuts off."""
    found = words.split()
    last = found[-1].rstrip(".!?…\"'”’»)]")
    return len(found) >= _WHOLE or (len(found) > 1 and last.islower() and "." not in last)
