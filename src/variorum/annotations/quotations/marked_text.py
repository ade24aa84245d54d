"""A parse with its quotation marks: which token stands in which pair of marks, on which line, in which sentence."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.limits import LIMITS
from variorum.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from variorum.annotations.quotations.marks import MarkedPair

#: How many tokens away from a closing or opening mark a cue is looked for; longer attributions are rare.
CUE_WINDOW = 60
_TERMINAL = frozenset(".?!…")


class MarkedText:
    """A parse and the quotation marks in it: which token stands in which pair, and on which line."""

    def __init__(self, doc: Doc, pairs: Sequence[MarkedPair], text: str) -> None:
        """Say for each token which pair it stands in."""
        self.doc = doc
        self.text = text
        self.pairs = pairs
        self.tokens: list[Token] = list(doc)
        self.starts = [token.idx for token in self.tokens]
        self.pair_at = self._number_pairs()
        last = len(self.tokens) - 1
        self.first = [min(last, self.token_from(pair.outer.start)) for pair in pairs]
        """The first token of each pair, its mark included; the last one where a mark stands inside of that."""
        self.after = [self.token_from(pair.outer.end) for pair in pairs]
        """The first token after each pair."""

    def token_from(self, offset: int) -> int:
        """Return the number of the first token that begins at ``offset`` or later."""
        index = bisect_right(self.starts, offset)
        return index - 1 if index and self.starts[index - 1] == offset else index

    def span(self, start: int, end: int) -> Span:
        """Return the span of the tokens ``start`` to ``end`` (exclusive)."""
        last = self.tokens[end - 1]
        return Span(self.starts[start], last.idx + len(last))

    def _number_pairs(self) -> list[int]:
        """Return for every token the index of the pair that it begins in, or -1."""
        numbers = [-1] * len(self.tokens)
        index = 0
        for number, start in enumerate(self.starts):
            while index < len(self.pairs) and self.pairs[index].outer.end <= start:
                index += 1
            if index < len(self.pairs) and self.pairs[index].outer.start <= start:
                numbers[number] = index
        return numbers

    @cached_property
    def breaks(self) -> list[bool]:
        """For every token whether it is white space with a line break."""
        return [token.is_space and ("\n" in token.text or "\r" in token.text) for token in self.tokens]

    @cached_property
    def long(self) -> list[bool]:
        """For every token whether its sentence is too long for rules that walk the tree."""
        flags: list[bool] = []
        for sent in self.doc.sents:
            flags.extend([len(sent) > LIMITS.sentence_tokens] * len(sent))
        return flags

    @cached_property
    def sentence_ends(self) -> list[bool]:
        """For every token whether it ends a sentence, outside marks, or a line."""
        ends = list(self.breaks)
        for number, token in enumerate(self.tokens):
            if self.text[self.starts[number] + len(token) - 1] in _TERMINAL and token.is_punct:
                ends[number] = ends[number] or self.pair_at[number] < 0
        return ends

    def ends_sentence(self, number: int) -> bool:
        """Say whether a token outside marks ends a sentence or a line."""
        return self.sentence_ends[number]

    def window_after(self, pair: int) -> tuple[int, int]:
        """Return the tokens from a closing mark to the end of the sentence, the next pair or the line."""
        start = end = self.after[pair]
        stop = min(len(self.tokens), start + CUE_WINDOW)
        while end < stop and self.pair_at[end] < 0 and not self.ends_sentence(end):
            end += 1
        return start, end

    def window_before(self, pair: int) -> tuple[int, int]:
        """Return the tokens from the beginning of the sentence to an opening mark, other pairs inside it included."""
        end = start = self.first[pair]
        stop = max(0, end - CUE_WINDOW)
        while start > stop and not self.ends_sentence(start - 1):
            other = self.pair_at[start - 1]
            if other >= 0 and self.is_complete(other):
                break
            start -= 1
        while start < end and (self.tokens[start].is_space or self.tokens[start].text in (",", ";")):
            start += 1
        return start, end

    def is_complete(self, pair: int) -> bool:
        """Say whether the content of a pair ends like a sentence before its closing mark."""
        return self.last_character(pair) in ".?!…"

    def last_character(self, pair: int) -> str:
        """Return the last character of the content of a pair."""
        return self.text[self.pairs[pair].inner.end - 1]

    def words(self, pair: int) -> int:
        """Return the number of words in a pair."""
        return self.words_in(self.first[pair], self.after[pair])

    def words_in(self, start: int, end: int) -> int:
        """Return the number of words among the tokens [start, end)."""
        return sum(1 for offset in self.starts[start:end] if self.text[offset].isalnum())
