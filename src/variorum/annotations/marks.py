"""Quotation marks: the text of a report to the typed pairs of marks in it.

Marks are paired by type within a line (a line is a paragraph). An opening mark that nothing closes ends with its line;
when the next line opens with a mark again, that line continues the quotation (the rule of multi-paragraph quotations in
news style books). Odd marks pair with nothing and are left alone. One pass over the text and one over its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from variorum.limits import LIMITS
from variorum.model.spans import Span, trim_span

#: Marks whose shape says the side; a straight mark is told by what stands around it.
_CURLY_OPEN, _CURLY_CLOSE, _STRAIGHT = "“‟", "”", '"＂'
_DOUBLE = _CURLY_OPEN + _CURLY_CLOSE + _STRAIGHT
_LOW, _GUILLEMET_OPEN, _GUILLEMET_CLOSE = "„", "«", "»"
_SINGLE = "‘’‚'"
_MARK = re.compile(f"[{_DOUBLE}{_LOW}{_GUILLEMET_OPEN}{_GUILLEMET_CLOSE}{_SINGLE}\r\n]")

#: Words that begin with an apostrophe: "'em", "'tis", "rock 'n' roll".
_ELISIONS = frozenset(
    {"em", "til", "till", "tis", "twas", "cause", "bout", "n", "round", "neath", "cos", "ere", "nuff"}
)
_WORD = re.compile(r"[^\W\d_]{1,8}")


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """A pair of quotation marks and what it holds."""

    outer: Span
    """With the marks."""
    inner: Span
    """Without the marks and the blanks beside them."""
    single: bool = False
    closed: bool = True
    """False when the line ended before a closing mark."""
    continues: bool = False
    """True when it continues an unclosed quotation of the line before."""


def scan_marks(text: str) -> tuple[Span, ...]:
    """Return the contents of the outermost pairs of quotation marks in ``text``, without the marks, in text order."""
    return tuple(pair.inner for pair in scan_pairs(text))


def scan_pairs(text: str) -> tuple[MarkedPair, ...]:
    """Return the outermost pairs of quotation marks in ``text``, in text order; they do not overlap."""
    pairs: list[MarkedPair] = []
    carried = False
    for start, end, marks in _lines_with_marks(text):
        line = _pair_line(text, start, end, marks)
        if carried and line and not text[start : line[0].outer.start].strip():
            line[0] = replace(line[0], continues=True)
        if text[start:end].strip():
            carried = bool(line) and not line[-1].closed
        pairs.extend(line)
    return tuple(pairs)


def _lines_with_marks(text: str) -> Iterator[tuple[int, int, list[int]]]:
    """Yield (start, end, offsets of marks) of every line."""
    start, marks = 0, []
    for match in _MARK.finditer(text):
        offset = match.start()
        if text[offset] in "\r\n":
            yield start, offset, marks
            start, marks = offset + 1, []
        else:
            marks.append(offset)
    yield start, len(text), marks


def _pair_line(text: str, start: int, end: int, marks: list[int]) -> list[MarkedPair]:
    """Pair the marks of one line: double marks first, then single ones that do not cross them."""
    if not marks:
        return []
    doubles = _pair_doubles(text, start, end, [mark for mark in marks if text[mark] not in _SINGLE])
    singles = _pair_singles(text, start, end, [mark for mark in marks if text[mark] in _SINGLE])
    return _outermost(text, doubles, singles)


def _opens(text: str, offset: int, start: int, end: int) -> bool:
    """Say whether what stands around a mark lets it open: a blank, bracket or dash before it and a word after it."""
    before = text[offset - 1] if offset > start else " "
    after = text[offset + 1] if offset + 1 < end else " "
    return (before.isspace() or before in "([{—–-/:‘'“\"") and not after.isspace()


def _closes(text: str, offset: int, start: int, end: int) -> bool:
    """Say whether what stands around a mark lets it close: something before it, a blank or punctuation after it."""
    before = text[offset - 1] if offset > start else " "
    after = text[offset + 1] if offset + 1 < end else " "
    return not before.isspace() and not after.isalnum()


def _pair_doubles(text: str, start: int, end: int, marks: list[int]) -> list[MarkedPair]:
    """Pair double marks with a stack, so that marks nested in marks of the same type stay inside the outer pair."""
    pairs: list[MarkedPair] = []
    stack: list[int] = []
    for mark in marks:
        if _is_closing(text, mark, stack, start, end):
            if stack:
                opened = stack.pop()
                if mark - opened <= LIMITS.quotation_characters:
                    pairs.append(_pair(text, opened, mark + 1, opened + 1, mark))
        elif not (text[mark] in _STRAIGHT and mark > start and text[mark - 1].isdigit()):
            # 6' 2" tall: after a digit a straight mark is an inch unless a quotation is open.
            if stack and text[mark] in _STRAIGHT:
                stack.pop()  # straight marks do not nest: the earlier one was odd
            stack.append(mark)
    if stack and not any(pair.outer.start > stack[-1] for pair in pairs[-1:]):
        opened = stack[-1]
        stop = min(end, opened + 1 + LIMITS.quotation_characters)
        if _opens(text, opened, start, end) and text[opened + 1 : stop].strip():
            pairs.append(replace(_pair(text, opened, stop, opened + 1, stop), closed=False))
    return pairs


def _is_closing(text: str, mark: int, stack: list[int], start: int, end: int) -> bool:
    """Say whether a double mark closes what is open."""
    character = text[mark]
    opened = text[stack[-1]] if stack else ""
    if character == _GUILLEMET_OPEN:
        return opened == _GUILLEMET_CLOSE
    if character == _GUILLEMET_CLOSE:
        return opened == _GUILLEMET_OPEN or not _opens(text, mark, start, end)
    if character == _LOW:
        return False
    if opened == _LOW:
        return character not in _STRAIGHT or _closes(text, mark, start, end)
    if opened in (_GUILLEMET_OPEN, _GUILLEMET_CLOSE) and opened:
        return character in _CURLY_CLOSE
    if character in _CURLY_CLOSE:
        # A closing mark typed where an opening one belongs: he said ”we won”.
        return bool(stack) or not _opens(text, mark, start, end)
    if character in _CURLY_OPEN:
        # An opening mark typed where a closing one belongs: “we won“, he said.
        return bool(stack) and _closes(text, mark, start, end) and not _opens(text, mark, start, end)
    return bool(stack) and (_closes(text, mark, start, end) or not _opens(text, mark, start, end))


def _pair_singles(text: str, start: int, end: int, marks: list[int]) -> list[MarkedPair]:
    """Pair single marks; apostrophes inside words, after plurals and before elisions are guarded."""
    pairs: list[MarkedPair] = []
    opened, plural = -1, -1
    for mark in marks:
        if _opens_single(text, mark, start, end):
            if opened >= 0 and plural >= 0:
                pairs.append(_pair(text, opened, plural + 1, opened + 1, plural, single=True))
            opened, plural = mark, -1
        elif opened >= 0 and text[mark] != "‘" and _closes(text, mark, start, end) and mark > opened + 1:
            if mark - opened > LIMITS.quotation_characters:
                opened, plural = -1, -1
            elif text[mark - 1] in "sS" and text[mark + 1 : mark + 2] == " ":
                plural = mark  # 'the workers' party': perhaps a possessive, a later mark may close
            else:
                pairs.append(_pair(text, opened, mark + 1, opened + 1, mark, single=True))
                opened, plural = -1, -1
    if opened >= 0 and plural >= 0:
        pairs.append(_pair(text, opened, plural + 1, opened + 1, plural, single=True))
    return pairs


def _opens_single(text: str, mark: int, start: int, end: int) -> bool:
    """Say whether a single mark opens a quotation and is no elision ("'90s", "'em")."""
    if text[mark] == "’" or not _opens(text, mark, start, end):
        return False
    if text[mark + 1].isdigit() and text[mark] == "'":
        return False
    word = _WORD.match(text, mark + 1)
    return not (word and word.group().lower() in _ELISIONS and text[mark] == "'")


def _pair(text: str, start: int, end: int, inner_start: int, inner_end: int, *, single: bool = False) -> MarkedPair:
    """Return a pair, its content without blanks at the edges."""
    return MarkedPair(Span(start, end), trim_span(Span(inner_start, inner_end), text), single=single)


def _outermost(text: str, doubles: list[MarkedPair], singles: list[MarkedPair]) -> list[MarkedPair]:
    """Return the pairs that stand in no other; where single and double marks cross, the double ones hold."""
    outer: list[MarkedPair] = []
    for pair in sorted(doubles, key=lambda item: (item.outer.start, -item.outer.end)):
        if len(pair.inner) and (not outer or pair.outer.start >= outer[-1].outer.end):
            outer.append(pair)
    kept: list[MarkedPair] = []
    index = 0
    for single in sorted(singles, key=lambda item: item.outer.start):
        if not len(single.inner) or (kept and single.outer.start < kept[-1].outer.end):
            continue
        while index < len(outer) and outer[index].outer.end <= single.outer.start:
            index += 1
        crossed = index < len(outer) and outer[index].outer.start < single.outer.end
        if not crossed:
            kept.append(single)
        elif _holds(text, single, outer, index):
            kept.append(single)
    merged = sorted((*outer, *kept), key=lambda item: (item.outer.start, -item.outer.end))
    result: list[MarkedPair] = []
    for pair in merged:
        if not result or pair.outer.start >= result[-1].outer.end:
            result.append(pair)
    return result


def _holds(text: str, single: MarkedPair, doubles: list[MarkedPair], index: int) -> bool:
    """Say whether a single pair holds double pairs whole ('He said "yes" to me,' she said): it must end like a sentence."""
    if single.outer.start > doubles[index].outer.start or text[single.inner.end - 1] not in ",.?!…":
        return False
    while index < len(doubles) and doubles[index].outer.start < single.outer.end:
        if doubles[index].outer.end > single.outer.end:
            return False
        index += 1
    return True
