"""Extents: the span of a clause as a reader should see it: without marks at its edges, readable by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.statements.clauses import NO_WORDS
from variorum.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotations.trees import Trees

_QUOTES = frozenset("“”\"'‘’«»„")
#: A relative clause begins so many tokens at most behind the noun that its pronoun stands for.
_NOUN_NEAR = 4


def clause_extent(trees: Trees, text: str, head: int, tokens: Sequence[int]) -> Span:
    """Return the span of a clause: its words without marks and "and" around them."""
    low, high = 0, len(tokens) - 1
    while low < high and _is_edge(trees, tokens[low], head):
        low += 1
    while high > low and (trees.poses[tokens[high]] in NO_WORDS or trees.deps[tokens[high]] in ("cc", "punct")):
        high -= 1
    first, last = tokens[low], tokens[high]
    noun = trees.heads[head]
    if trees.deps[head] == "relcl" and 0 <= noun < first <= noun + _NOUN_NEAR:
        # "Russia, which saved ..." is readable with what "which" stands for
        before = [
            child
            for child in trees.children[noun]
            if child < noun and trees.deps[child] in ("det", "compound", "amod", "poss", "nummod")
        ]
        first = min([noun, *before])
    return without_lone_mark(text, trees.starts[first], trees.ends[last])


def without_lone_mark(text: str, start: int, end: int) -> Span:
    """Return a span without a quotation mark at its edge whose partner is elsewhere."""
    words = text[start:end]
    if len(words) < 2:
        # A mark that is a sentence by itself stays what it is.
        return Span(start, end)
    if words[:1] in _QUOTES and sum(words.count(mark) for mark in '“”"') % 2:
        start += 1
    elif words[-1:] in _QUOTES and sum(words.count(mark) for mark in '“”"') % 2:
        end -= 1
    return Span(start, end)


def _is_edge(trees: Trees, token: int, head: int) -> bool:
    """Say whether a token at the beginning of a clause is no part of what it tells: marks, "and", "that"."""
    if token == head:
        return False
    if trees.poses[token] in NO_WORDS or trees.lower[token] in _QUOTES:
        return True
    return trees.deps[token] == "cc" or (trees.deps[token] == "mark" and trees.lower[token] == "that")
