"""Contents: the words that a rule holds for said, as spans of the text, before their speaker is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.annotations.quotations.attributions import reads_active
from variorum.annotations.quotations.cues import CALLING, SAYING, SAYING_NOUNS
from variorum.annotations.quotations.missed_subjects import is_dash
from variorum.model.annotations import AttributionKind
from variorum.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.attributions import Attribution
    from variorum.annotations.quotations.marked_text import MarkedText

_SPEAKING = SAYING | CALLING
#: Tokens among which the dash after a dateline is looked for.
_DATELINE = 14
_EDGE = ".,;:—–-!?…"


class Found(Struct, frozen=True):
    """A quotation as it is found, before its speaker is resolved."""

    spans: tuple[Span, ...]
    pairs: tuple[int, ...]
    """The pairs of marks in it."""
    attribution: Attribution | None
    rule: str
    confidence: float
    kind: AttributionKind = AttributionKind.QUOTATION
    continues: int | None = None
    """A pair of marks of the quotation that this one continues."""
    carried: bool = False
    """True when the attribution was taken over from an earlier quotation."""


def found_in(
    marked: MarkedText, ranges: list[tuple[int, int]], attribution: Attribution, rule: str, confidence: float
) -> Found | None:
    """Return a quotation of token ranges, or None when nothing is left of them."""
    contents = [content for start, end in ranges if (content := content_of(marked, start, end)) is not None]
    if not contents:
        return None
    pairs = tuple(pair for _, inside in contents for pair in inside)
    return Found(tuple(span for span, _ in contents), pairs, attribution, rule, confidence)


def content_of(marked: MarkedText, start: int, end: int) -> tuple[Span, tuple[int, ...]] | None:
    """Return the words of the tokens [start, end) as a span, grown over marks that it cuts, with the pairs in it."""
    tokens = marked.tokens
    while start < end and (tokens[start].is_space or tokens[start].text in _EDGE or tokens[start].text == "That"):
        start += 1
    for number in range(start, end):
        if marked.breaks[number]:
            end = number
            break
    while end > start and (tokens[end - 1].is_space or tokens[end - 1].text in _EDGE):
        end -= 1
    if start >= end:
        return None
    first, last = marked.pair_at[start], marked.pair_at[end - 1]
    if first >= 0:
        start = marked.first[first]
    if last >= 0:
        end = marked.after[last]
    pairs = tuple(sorted({marked.pair_at[number] for number in range(start, end)} - {-1}))
    return marked.span(start, end), pairs


def cut_content(marked: MarkedText, start: int, end: int, verb: Token | None = None) -> int:
    """Return where a content ends that another attribution follows: ", adding that ..."; ", according to ..."."""
    for number in range(start + 1, end):
        token = marked.tokens[number]
        if marked.pair_at[number] >= 0:
            continue
        again = token.lower_ == "according" or (token.tag_ == "VBG" and token.lemma_.lower() in SAYING)
        if again and marked.tokens[number - 1].text == ",":
            return number
        told = token.dep_ == "conj" or (token.dep_ == "nsubj" and token.head.dep_ == "conj")
        if (
            told
            and token.lemma_.lower() in SAYING_NOUNS
            and number + 1 < end
            and marked.tokens[number + 1].tag_ == "VBD"
        ):
            # ... that she would come, and rumours surfaced that ...
            left = int(token.left_edge.i)
            return left - 1 if left - 1 > start and marked.tokens[left - 1].dep_ == "cc" else left
        if verb is not None and token.dep_ == "conj" and _joins_cue(token, verb):
            join = _conjunction_of(token, start)
            if join is not None:
                return join
    return end


def _joins_cue(conjunct: Token, verb: Token) -> bool:
    """Say whether a verb inside a content goes with the cue: `said it would fail but praised the effort`."""
    if conjunct.lemma_.lower() in _SPEAKING and reads_active(conjunct):
        return True
    if conjunct.tag_ not in {"VBD", "VBZ", "VBG"}:
        return False
    if conjunct.lemma_.lower() in _SPEAKING and (conjunct.tag_ == verb.tag_ or _leaves_tense(conjunct, verb)):
        return True
    modal = any(child.tag_ == "MD" for child in conjunct.head.lefts)
    return modal and conjunct.tag_ in {"VBD", "VBZ"} and not any(child.dep_ == "aux" for child in conjunct.lefts)


def _leaves_tense(conjunct: Token, verb: Token) -> bool:
    """Say whether a past tense joins a perfect cue, not the present before it: "has said it is late and joked"."""
    perfect = verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in verb.lefts if child.dep_ == "aux")
    return perfect and conjunct.tag_ == "VBD" and conjunct.head.tag_ in {"VBP", "VBZ"}


def _conjunction_of(verb: Token, low: int) -> int | None:
    """Return the token of the "and" or "but" that joins a verb without a subject of its own, else None."""
    if any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.lefts):
        return None
    joins = [child.i for child in verb.head.children if child.dep_ == "cc" and low < child.i < verb.i]
    return joins[-1] if joins else None


def after_dateline(marked: MarkedText, start: int, end: int) -> int:
    """Return where a content begins after a dateline: "GENEVA, May 2 (Reuters) - The talks failed, ..."."""
    tokens = marked.tokens
    if start >= end or not (tokens[start].is_upper and tokens[start].is_alpha and len(tokens[start]) > 1):
        return start
    dashes = (number for number in range(start, min(start + _DATELINE, end)) if is_dash(tokens[number]))
    return next(dashes, start - 1) + 1


def looks_like_title(marked: MarkedText, pair: int) -> bool:
    """Say whether the long words in marks, the first apart, are all capitalised, as in titles of books and songs."""
    text = marked.pairs[pair].inner.text_of(marked.text)
    long = [word for word in text.split()[1:] if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long)


def is_entitled(verb: Token) -> bool:
    """Say whether a participle gives a work its title: "a story called 'The Long Quay'"."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lemma_.lower() in CALLING
