"""Blocks: a paragraph without marks that a line with a cue and a colon gives as somebody's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.quotations.attributions import attribution_of, is_cue
from variorum.annotations.quotations.contents import Found, found_in
from variorum.annotations.quotations.missed_subjects import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.marked_text import MarkedText

#: Tokens of a line that leads up to a block, and between its cue and its colon.
_LINE, _BEHIND_CUE = 40, 8
#: Fewer tokens are an entry of a list.
_LEAST = 6
_TERMINAL = frozenset(".?!…")


def from_block(marked: MarkedText, colon: Token) -> Found | None:
    """Return the paragraph after a line that ends with a cue and a colon: "The mayor added:" and a new line."""
    tokens, begin = marked.tokens, colon.i + 1
    if begin >= len(tokens) or not marked.breaks[begin]:
        return None
    cue = _last_verb(marked, colon.i)
    if cue is None or not is_cue(cue, marked=True) or cue.tag_ not in FINITE_TAGS:
        return None
    while begin < len(tokens) and tokens[begin].is_space:
        begin += 1
    end = begin
    while end < len(tokens) and not marked.breaks[end]:
        end += 1
    if end - begin < _LEAST or marked.pair_at[begin] >= 0 or not tokens[begin].text[:1].isupper():
        return None
    attribution = attribution_of(marked, cue, "colon, block", confidence=0.7)
    if tokens[end - 1].text[-1:] not in _TERMINAL or attribution.speaker is None or attribution.head > colon.i:
        return None
    return found_in(marked, [(begin, end)], attribution, "colon, block", 0.7)


def _last_verb(marked: MarkedText, colon: int) -> Token | None:
    """Return the last verb of the line that a colon ends, where it stands near the colon and outside marks."""
    for number in range(colon - 1, max(-1, colon - _LINE), -1):
        token = marked.tokens[number]
        if marked.breaks[number] or marked.pair_at[number] >= 0:
            return None
        if token.pos_ in {"VERB", "AUX"}:
            return token if colon - number <= _BEHIND_CUE else None
    return None
