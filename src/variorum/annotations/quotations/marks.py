"""Quotation marks: the text of a report to the typed pairs of marks in it.

Marks are paired by type within a line. What is still open at its end goes on over the next lines where the first mark
in these closes it: some reports put each sentence on a line of its own. Else it ends with its line; when the next line
opens with a mark again, that line continues the quotation (the rule of multi-paragraph quotations in news style books).
Odd marks pair with nothing and are left alone. One pass over the text and one over its marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from variorum.limits import LIMITS
from variorum.model.spans import Span, trim_span

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Marks whose shape says the side; a straight mark is told by what stands around it.
_CURLY_OPEN, _CURLY_CLOSE, _STRAIGHT = "“‟", "”", '"＂'
_DOUBLE = _CURLY_OPEN + _CURLY_CLOSE + _STRAIGHT
_LOW, _GUILLEMET_OPEN, _GUILLEMET_CLOSE = "„", "«", "»"
_SINGLE = "‘’‚'"
#: Two single marks typed for a double one, as in wire copy (``no'', ''no''), and what they stand for.
_TWINS = {"''": '"', "``": "“", "‘‘": "“", "’’": "”"}
_MARK = re.compile(f"''(?!')|``|‘‘|’’|[{_DOUBLE}{_LOW}{_GUILLEMET_OPEN}{_GUILLEMET_CLOSE}{_SINGLE}\r\n]")

#: Lines over which what one has left open is looked for the closing mark of.
_LINES = 8
#: Words that begin with an apostrophe: "'em", "'tis", "rock 'n' roll".
_ELISIONS = frozenset(
    {"em", "til", "till", "tis", "twas", "cause", "bout", "n", "round", "neath", "cos", "ere", "nuff"}
)
_WORD = re.compile(r"[^\W\d_]{1,8}")


class _Mark(NamedTuple):
    """A quotation mark in the text."""

    offset: int
    width: int
    sign: str
    """The mark itself, or the double mark that two single ones stand for."""

    @property
    def end(self) -> int:
        """Return the offset after the mark."""
        return self.offset + self.width


class MarkedPair(Struct, frozen=True):
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
    waiting: int | None = None
    lines = 0
    for start, end, marks in _lines_with_marks(text):
        begin, rest = start, marks
        if waiting is not None and text[start:end].strip():
            lines += 1
            closing = next((mark for mark in marks if mark.sign not in _SINGLE), None)
            if closing is not None and _closes_earlier(text, pairs[waiting], closing, start, end):
                pairs[waiting:] = [_closed_at(text, pairs[waiting], closing)]
                begin, rest = closing.end, [mark for mark in marks if mark.offset >= closing.end]
            if closing is not None or lines == _LINES:
                waiting = None
        line = _pair_line(text, begin, end, rest)
        if carried and line and not text[start : line[0].outer.start].strip():
            line[0] = replace(line[0], continues=True)
        if text[start:end].strip():
            carried = bool(line) and not line[-1].closed
        pairs.extend(line)
        if line and not line[-1].closed:
            waiting, lines = len(pairs) - 1, 0
    return tuple(pairs)


def _closes_earlier(text: str, opened: MarkedPair, mark: _Mark, start: int, end: int) -> bool:
    """Say whether the first double mark of a line closes what was opened on a line before it."""
    sign = _Mark(opened.outer.start, 1, text[opened.outer.start])
    closing = _closes(text, mark, start, end) and not _opens(text, mark, start, end)
    near = mark.offset - opened.outer.start <= LIMITS.quotation_characters
    return closing and near and _is_closing(text, mark, [sign], start, end)


def _closed_at(text: str, opened: MarkedPair, mark: _Mark) -> MarkedPair:
    """Return a pair that its line left open, closed by a mark of a later line."""
    inner = trim_span(Span(opened.inner.start, mark.offset), text)
    return replace(opened, outer=Span(opened.outer.start, mark.end), inner=inner, closed=True)


def _lines_with_marks(text: str) -> Iterator[tuple[int, int, list[_Mark]]]:
    """Yield (start, end, marks) of every line."""
    start = 0
    marks: list[_Mark] = []
    for match in _MARK.finditer(text):
        offset, sign = match.start(), match.group()
        if sign in "\r\n":
            yield start, offset, marks
            start, marks = offset + 1, []
        else:
            marks.append(_Mark(offset, len(sign), _TWINS.get(sign, sign)))
    yield start, len(text), marks


def _pair_line(text: str, start: int, end: int, marks: list[_Mark]) -> list[MarkedPair]:
    """Pair the marks of one line: double marks first, then single ones that do not cross them."""
    if not marks:
        return []
    doubles = _pair_doubles(text, start, end, [mark for mark in marks if mark.sign not in _SINGLE])
    singles = _pair_singles(text, start, end, [mark for mark in marks if mark.sign in _SINGLE])
    return _outermost(text, doubles, singles)


def _opens(text: str, mark: _Mark, start: int, end: int) -> bool:
    """Say whether what stands around a mark lets it open: a blank, bracket or dash before it and a word after it."""
    before = text[mark.offset - 1] if mark.offset > start else " "
    after = text[mark.end] if mark.end < end else " "
    return (before.isspace() or before in "([{—–-/:‘'“\"") and not after.isspace()


def _closes(text: str, mark: _Mark, start: int, end: int) -> bool:
    """Say whether what stands around a mark lets it close: something before it, a blank or punctuation after it."""
    before = text[mark.offset - 1] if mark.offset > start else " "
    after = text[mark.end] if mark.end < end else " "
    return not before.isspace() and not after.isalnum()


def _pair_doubles(text: str, start: int, end: int, marks: list[_Mark]) -> list[MarkedPair]:
    """Pair double marks with a stack, so that marks nested in marks of the same type stay inside the outer pair."""
    pairs: list[MarkedPair] = []
    stack: list[_Mark] = []
    for mark in marks:
        if _is_closing(text, mark, stack, start, end):
            if stack:
                opened = stack.pop()
                if mark.offset - opened.offset <= LIMITS.quotation_characters:
                    pairs.append(_pair(text, opened, mark))
        elif not (mark.sign in _STRAIGHT and mark.offset > start and text[mark.offset - 1].isdigit()):
            # 6' 2" tall: after a digit a straight mark is an inch unless a quotation is open.
            if stack and mark.sign in _STRAIGHT:
                stack.pop()  # straight marks do not nest: the earlier one was odd
            stack.append(mark)
    if stack and not any(pair.outer.start > stack[-1].offset for pair in pairs[-1:]):
        opened = stack[-1]
        stop = min(end, opened.end + LIMITS.quotation_characters)
        if _opens(text, opened, start, end) and text[opened.end : stop].strip():
            inner = trim_span(Span(opened.end, stop), text)
            pairs.append(MarkedPair(Span(opened.offset, stop), inner, closed=False))
    return pairs


def _is_closing(text: str, mark: _Mark, stack: list[_Mark], start: int, end: int) -> bool:
    """Say whether a double mark closes what is open."""
    opened = stack[-1].sign if stack else ""
    if mark.sign == _GUILLEMET_OPEN:
        return opened == _GUILLEMET_CLOSE
    if mark.sign == _GUILLEMET_CLOSE:
        return opened == _GUILLEMET_OPEN or not _opens(text, mark, start, end)
    if mark.sign == _LOW:
        return False
    if opened == _LOW:
        return mark.sign not in _STRAIGHT or _closes(text, mark, start, end)
    if opened in {_GUILLEMET_OPEN, _GUILLEMET_CLOSE}:
        return mark.sign in _CURLY_CLOSE
    if mark.sign in _CURLY_CLOSE:
        # A closing mark typed where an opening one belongs: he said ”we won”.
        return bool(stack) or not _opens(text, mark, start, end)
    if mark.sign in _CURLY_OPEN:
        # An opening mark typed where a closing one belongs: “we won“, he said.
        return bool(stack) and _closes(text, mark, start, end) and not _opens(text, mark, start, end)
    return bool(stack) and (_closes(text, mark, start, end) or not _opens(text, mark, start, end))


def _pair_singles(text: str, start: int, end: int, marks: list[_Mark]) -> list[MarkedPair]:
    """Pair single marks; apostrophes inside words, after plurals and before elisions are guarded."""
    pairs: list[MarkedPair] = []
    opened: _Mark | None = None
    plural: _Mark | None = None
    for mark in marks:
        if _opens_single(text, mark, start, end):
            if opened is not None and plural is not None:
                pairs.append(_pair(text, opened, plural, single=True))
            opened, plural = mark, None
        elif opened is not None and mark.sign != "‘" and _closes(text, mark, start, end) and mark.offset > opened.end:
            if mark.offset - opened.offset > LIMITS.quotation_characters:
                opened, plural = None, None
            elif text[mark.offset - 1] in "sS" and text[mark.end : mark.end + 1] == " ":
                plural = mark  # 'the workers' party': perhaps a possessive, a later mark may close
            else:
                pairs.append(_pair(text, opened, mark, single=True))
                opened, plural = None, None
    if opened is not None and plural is not None:
        pairs.append(_pair(text, opened, plural, single=True))
    return pairs


def _opens_single(text: str, mark: _Mark, start: int, end: int) -> bool:
    """Say whether a single mark opens a quotation and is no elision ("'90s", "'em")."""
    if mark.sign == "’" or not _opens(text, mark, start, end):
        return False
    if mark.sign != "'":
        return True
    word = _WORD.match(text, mark.end)
    return not text[mark.end].isdigit() and not (word and word.group().lower() in _ELISIONS)


def _pair(text: str, opened: _Mark, closed: _Mark, *, single: bool = False) -> MarkedPair:
    """Return the pair of two marks, its content without blanks at the edges."""
    inner = (
        trim_span(Span(opened.end, closed.offset), text)
        if opened.end <= closed.offset
        else Span(opened.end, opened.end)
    )
    return MarkedPair(Span(opened.offset, closed.end), inner, single=single)


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
        if not crossed or _holds(text, single, outer, index):
            kept.append(single)
    merged = sorted((*outer, *kept), key=lambda item: (item.outer.start, -item.outer.end))
    result: list[MarkedPair] = []
    for pair in merged:
        if not result or pair.outer.start >= result[-1].outer.end:
            result.append(pair)
    return result


def _holds(text: str, single: MarkedPair, doubles: list[MarkedPair], index: int) -> bool:
    """Say whether a single pair holds double pairs whole and ends like a sentence ('He said "yes",')."""
    if single.outer.start > doubles[index].outer.start or text[single.inner.end - 1] not in ",.?!…":
        return False
    while index < len(doubles) and doubles[index].outer.start < single.outer.end:
        if doubles[index].outer.end > single.outer.end:
            return False
        index += 1
    return True
