"""Features of contents: what of the parse speaks for a stretch after a cue being what is said.

Features are hashed into the cells of one table of weights (Weinberger et al. 2009). The parse's own hashes of strings
are used, so that no string is built; they are the same on every machine.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from variorum.annotations.quotations.cues import GOVERNING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from variorum.annotations.quotations.complements import Complement
    from variorum.annotations.quotations.marked_text import MarkedText

#: Bits of the table of weights: 262,144 cells.
TABLE_BITS = 18
_MASK = (1 << 64) - 1
_SHIFT = 64 - TABLE_BITS
_CLOSED = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "DET", "PRON", "AUX", "PUNCT"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COMMAS = frozenset({",", ";", "—", "–", "--", "―", "-"})
#: Features whose cells are kept: the complements of one cue share most of theirs.
_CELLS_KEPT = 1 << 15
#: How many tokens after a comma the word is looked for that hangs what follows on what stands before.
_LINK_REACH = 24
#: A governor so few tokens before a joint stands right before it.
_BESIDE = 2
_ENDINGS = {"tree": 1, "cut": 2, "on": 3}


@lru_cache(maxsize=_CELLS_KEPT)
def _cell(template: int, *values: int) -> int:
    """Return the cell of a feature: its template and values mixed into one number."""
    mixed = template * 0x9E3779B97F4A7C15
    for value in values:
        mixed = ((mixed ^ value) * 0xC2B2AE3D27D4EB4F) & _MASK
        mixed ^= mixed >> 29
    return ((mixed * 0x9E3779B97F4A7C15) & _MASK) >> _SHIFT


def cue_features(marked: MarkedText, cue: Token) -> list[int]:
    """Return the cells of what speaks for a cue, whichever complement it takes."""
    lemma, tag, dep = cue.lemma, cue.tag, cue.dep
    subject, word, negated, modal = _subject_codes(cue)
    signature = 7
    for count, child in enumerate(cue.rights):
        if count == 4:
            break
        signature = (signature * 1000003 ^ child.dep) & _MASK
    parent = cue.head
    following = cue.i + 1
    beside = following < len(marked.tokens) and marked.pair_at[following] >= 0
    return [
        _cell(1, lemma),
        _cell(2, lemma, tag),
        _cell(3, lemma, dep),
        _cell(4, subject),
        _cell(5, lemma, subject),
        _cell(6, word),
        _cell(7, lemma, negated),
        _cell(8, modal),
        _cell(9, lemma, modal),
        _cell(10, dep, parent.lemma),
        _cell(11, signature),
        _cell(12, lemma, signature),
        _cell(13, tag, dep),
        _cell(14, lemma, beside),
        _cell(15, tag, subject, dep),
        _cell(16, negated, subject),
    ]


def _subject_codes(cue: Token) -> tuple[int, int, int, int]:
    """Return codes for the subject's sort and word, for a negation and for a modal verb of a cue."""
    subject = word = negated = modal = 0
    for child in cue.lefts:
        if child.dep_ in {"nsubj", "nsubjpass", "poss"}:
            subject = child.lower if child.pos_ == "PRON" else (child.ent_type or child.pos)
            word = child.lemma
            if child.dep_ == "nsubjpass":
                subject += 1
        elif child.dep_ == "neg":
            negated = 1
        elif child.tag_ == "MD":
            modal = child.lemma
    return subject, word, negated, modal


class _Choice(NamedTuple):
    """A cue whose complements are weighed, with what several of them share."""

    marked: MarkedText
    cue: Token
    again: list[int]
    """Later cues that may go with its subject."""
    heads: dict[int, tuple[int, int, int, int]]
    """Codes of the children that begin complements, as far as they are read."""
    links: dict[int, tuple[int, ...]]
    """Codes of the joints inside and after complements, as far as they are read."""


def complement_features(marked: MarkedText, cue: Token, complements: Sequence[Complement]) -> list[list[int]]:
    """Return the cells of each complement of a cue."""
    again = _cues_after(marked, cue, max((item.end for item in complements), default=cue.i))
    choice = _Choice(marked, cue, again, {}, {})
    return [_features(choice, item) + _link_features(choice, item) for item in complements]


def _cues_after(marked: MarkedText, cue: Token, end: int) -> list[int]:
    """Return the verbs of saying after a cue that may go with its subject: `said it would fail but praised him`."""
    return [
        token.i
        for token in marked.tokens[cue.i + 1 : end]
        if token.tag_ in _FINITE
        and token.tag == cue.tag
        and marked.pair_at[token.i] < 0
        and not any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in token.lefts)
        and token.lemma_.lower() in GOVERNING
    ]


def _link_features(choice: _Choice, item: Complement) -> list[int]:
    """Return the cells of how the last part of a complement, and what follows it, hang on what stands before."""
    marked, lemma = choice.marked, choice.cue.lemma
    ending = _ENDINGS[item.ending]
    length = (item.end - item.start).bit_length()
    closed = marked.pair_at[item.end - 1] >= 0
    outer = _link_codes(choice, item.first, item.end)
    inner = _link_codes(choice, item.first, _last_cut(marked, item))
    return [
        _cell(54, ending, *outer),
        _cell(55, ending, *inner),
        _cell(56, outer[0], outer[1]),
        _cell(57, inner[0], inner[1]),
        _cell(58, outer[0], outer[1], outer[2]),
        _cell(59, inner[0], inner[1], inner[2]),
        _cell(60, outer[3], outer[0]),
        _cell(61, inner[3], inner[0]),
        _cell(62, 4 * outer[0] + closed, 4 * inner[0] + closed),
        _cell(63, outer[2], length),
        _cell(64, inner[2], length),
        _cell(65, lemma, outer[0], outer[2]),
        _cell(66, lemma, inner[0], inner[2]),
        _cell(67, outer[4], inner[4], ending),
        _cell(68, outer[5], outer[0]),
        _cell(69, inner[5], inner[0]),
    ]


def _last_cut(marked: MarkedText, item: Complement) -> int:
    """Return where the last part of a complement after a comma begins, at its comma; its start without any."""
    for number in range(item.end - 2, item.start, -1):
        if marked.pair_at[number] < 0 and marked.tokens[number].text in _COMMAS:
            return number
    return item.start


def _link_codes(choice: _Choice, first: int, at: int) -> tuple[int, ...]:
    """Return codes for how what begins at a token hangs on what stands before it."""
    known = choice.links.get(at)
    if known is not None:
        return known
    marked, tokens = choice.marked, choice.marked.tokens
    where = relation = tag = word = tense = lemma = 0
    joint = _joint(marked, at)
    if joint is not None:
        head = joint.head.i
        where = _place_of_head(choice.cue.i, first, at, head)
        relation, tag, lemma = joint.dep, joint.tag, joint.lemma
        tense = next((child.tag for child in joint.lefts if child.tag_ in _FINITE), 0)
    opening = at + 1 if at < len(tokens) and tokens[at].text in _COMMAS else at
    if opening < len(tokens):
        word = _code(tokens[opening])
        where += 8 * (marked.pair_at[opening] >= 0)
    choice.links[at] = found = (where, relation, word, tag, tense, lemma)
    return found


def _joint(marked: MarkedText, at: int) -> Token | None:
    """Return the first word from a token on that hangs on a word before it, in the same sentence."""
    for number in range(at, min(at + _LINK_REACH, len(marked.tokens))):
        token = marked.tokens[number]
        if number > at and marked.ends_sentence(number):
            return None
        if token.head.i < at and not token.is_punct and not token.is_space:
            return token
    return None


def _place_of_head(cue: int, first: int, at: int, head: int) -> int:
    """Return a code for where a governor stands: cue, head of the content, right before, in or before it."""
    if head in {cue, first}:
        return 1 if head == cue else 2
    if at - head <= _BESIDE:
        return 3
    return 4 if head > cue else 5


def _features(choice: _Choice, item: Complement) -> list[int]:
    """Return the cells of one complement."""
    marked, cue, again, heads, _ = choice
    tokens, lemma = marked.tokens, cue.lemma
    first, last = tokens[item.first], tokens[item.last]
    if item.first not in heads:
        heads[item.first] = _head_codes(cue, first)
    kind, marker, skipped, finite = heads[item.first]
    ending = _ENDINGS[item.ending]
    following = _code(tokens[item.end]) if item.end < len(tokens) else 0
    after = _code(tokens[item.end + 1]) if item.end + 1 < len(tokens) else 0
    dep = tokens[item.end].dep if item.end < len(tokens) else 0
    before = tokens[item.end - 1].tag
    begin = _code(tokens[item.start])
    length = (item.end - item.start).bit_length()
    pairs = marked.pair_at
    inside = (pairs[item.start] >= 0) + 2 * (pairs[item.end - 1] >= 0)
    rest = next((child.dep for child in last.head.rights if child.i > item.last), 0) if last.head.i == cue.i else 1
    preposition = first.lower if first.dep_ == "prep" else 0
    crossed = min(2, sum(item.start < number < item.end for number in again))
    next_again = any(0 <= number - item.end <= 2 for number in again)
    finite_after = item.end + 1 < len(tokens) and tokens[item.end + 1].tag_ in _FINITE
    return [
        _cell(48, crossed, ending),
        _cell(49, next_again, ending, following),
        _cell(50, finite_after, following, ending, tokens[item.start].pos),
        _cell(51, crossed, next_again, kind),
        _cell(52, item.covered, skipped, rest),
        _cell(53, following, length, ending),
        _cell(20, kind),
        _cell(21, lemma, kind),
        _cell(22, kind, marker),
        _cell(23, lemma, kind, marker),
        _cell(24, ending, kind),
        _cell(25, lemma, ending),
        _cell(26, ending, following),
        _cell(27, ending, following, after),
        _cell(28, ending, kind, following),
        _cell(29, kind, length),
        _cell(30, kind, item.covered, last.dep),
        _cell(31, last.dep, ending, item.covered),
        _cell(32, skipped, kind),
        _cell(33, lemma, skipped, kind),
        _cell(34, rest, ending),
        _cell(35, begin, kind),
        _cell(36, begin, lemma),
        _cell(37, inside, kind),
        _cell(38, inside, ending),
        _cell(39, finite, kind, lemma),
        _cell(40, preposition, item.bare, lemma),
        _cell(41, preposition, item.bare),
        _cell(42, before, following, ending),
        _cell(43, dep, ending, following),
        _cell(44, first.pos, length, ending),
        _cell(45, lemma, first.lemma if first.pos_ == "NOUN" else first.pos),
        _cell(46, last.lower if last.dep_ == "prep" else last.dep, item.covered, ending),
        _cell(47, tokens[item.start - 1].dep, item.start - cue.i == 1, kind),
    ]


def _head_codes(cue: Token, first: Token) -> tuple[int, int, int, int]:
    """Return codes for the sort of a complement's first child, its marker, what is skipped before it, finiteness."""
    tag = first.tag
    marker, finite = 0, int(first.tag_ in _FINITE)
    for child in first.lefts:
        if child.dep_ == "mark" or child.tag_ in {"TO", "WRB", "WP"}:
            marker = marker or child.lower
        elif child.tag_ in _FINITE:
            finite = 2
    skipped = 3
    for child in cue.rights:
        if child.i >= first.i:
            break
        skipped = (skipped * 1000003 ^ child.dep) & _MASK
    sort = tag if first.pos_ in {"VERB", "AUX"} else first.pos
    return (first.dep * 1000003 ^ sort) & _MASK, marker, skipped, finite


def _code(token: Token) -> int:
    """Return a token's word where it is of a closed class, else its tag."""
    return int(token.lower if token.pos_ in _CLOSED else token.tag)
