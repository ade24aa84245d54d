"""Complements: the stretches of a sentence that a cue may govern as what is said, to choose from.

"Reyes said on Monday that the harbour would close, and the council agreed": the clause up to "close", the clause with
what follows, and so on. The rules are wide on purpose: a trained model chooses
(``annotations/quotations/content_choice.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.annotations.quotations.cues import ADDRESSING, GOVERNING, GOVERNING_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.marked_text import MarkedText

#: How far, in tokens, a complement reaches at most; longer ones are cut at the sentence.
_REACH = 120
#: Children of a cue that may begin or end a complement; more than so many are a list or a broken parse.
_CHILDREN = 6
#: Cuts inside a complement that are tried, counted from its end, and ends beyond it.
_CUTS, _EXTENSIONS = 6, 2
#: Dependents of a cue that are no part of what is said.
_APART = frozenset(
    {"punct", "prt", "aux", "auxpass", "neg", "nsubj", "nsubjpass", "cc", "agent", "expl", "dep", "intj"}
)
_CUT_WORDS = frozenset(
    {"and", "but", "while", "as", "when", "after", "before", "because", "although", "though", "during"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COMMAS = frozenset({",", ";", "—", "–", "--", "―"})


class Complement(NamedTuple):
    """A stretch of tokens that a cue may govern; ends exclusive."""

    start: int
    end: int
    first: int
    """The child of the cue that begins it."""
    last: int
    """The child of the cue that ends it."""
    covered: int
    """How many children of the cue it covers."""
    ending: str
    """How its end was found: ``tree``, ``cut`` or ``on`` (beyond the tree)."""
    bare: bool
    """True when it begins after the preposition of its first child."""


def may_govern(token: Token) -> bool:
    """Say whether a token is a verb or noun that may govern what somebody says, believes or stands for."""
    if token.pos_ == "NOUN" and token.dep_ != "ROOT":
        return token.lemma_.lower() in GOVERNING_NOUNS
    return (token.pos_ in {"VERB", "AUX"} or token.dep_ == "ROOT") and token.lemma_.lower() in GOVERNING


def complements_of(marked: MarkedText, cue: Token) -> list[Complement]:
    """Return the stretches after a cue that may be what is said, in a fixed order."""
    stop = _stop(marked, cue.i)
    children = [child for child in cue.rights if child.dep_ not in _APART and cue.i < child.left_edge.i < stop][
        :_CHILDREN
    ]
    found: list[Complement] = []
    seen: set[tuple[int, int]] = set()
    for index, first in enumerate(children):
        if marked.pair_at[first.i] >= 0 and first.is_punct:
            continue
        starts = [(first.left_edge.i, False)]
        if first.dep_ == "prep" and first.i + 1 < stop:
            starts.append((first.i + 1, True))
        for covered, last in enumerate(children[index : index + 3], start=1):
            tree = min(last.right_edge.i + 1, stop)
            ends = _ends(marked, first.left_edge.i, last, tree, stop)
            for start, bare in starts:
                for end, ending in ends:
                    if end > start and (start, end) not in seen:
                        seen.add((start, end))
                        found.append(Complement(start, end, first.i, last.i, covered, ending, bare))
    if cue.lemma_.lower() in ADDRESSING:
        found += _hung_clauses(marked, children, stop, seen)
    return found


def _hung_clauses(marked: MarkedText, children: list[Token], stop: int, seen: set[tuple[int, int]]) -> list[Complement]:
    """Return the clauses with "that" which the parse has hung on a noun: `told a reporter on an occasion that ...`."""
    found: list[Complement] = []
    for child in children:
        for token in marked.tokens[child.i + 1 : min(child.right_edge.i, stop)]:
            clause = token.head
            if (
                token.lower_ != "that"
                or token.dep_ != "mark"
                or clause.dep_ not in {"acl", "relcl"}
                or clause.i >= stop
            ):
                continue
            for end, ending in _ends(marked, token.i, clause, min(clause.right_edge.i + 1, stop), stop):
                if (token.i, end) not in seen:
                    seen.add((token.i, end))
                    found.append(Complement(token.i, end, clause.i, clause.i, 1, ending, bare=False))
    return found


def _stop(marked: MarkedText, number: int) -> int:
    """Return the end of the sentence or line after a token, marks in it passed over."""
    stop = number + 1
    limit = min(len(marked.tokens), number + _REACH)
    while stop < limit and not marked.ends_sentence(stop):
        pair = marked.pair_at[stop]
        if pair >= 0 and marked.after[pair] > stop:
            stop = marked.after[pair]
            if marked.is_complete(pair):
                break
        else:
            stop += 1
    return min(stop, limit)


def _ends(marked: MarkedText, start: int, last: Token, tree: int, stop: int) -> list[tuple[int, str]]:
    """Return where a complement may end: with its tree, before a comma or a linking word in it, or beyond it."""
    tokens, pair_at = marked.tokens, marked.pair_at
    ends = [(tree, "tree")]
    number = tree - 1
    # A clause is told with its verb: "said the crew, which had no radio, turned back".
    least = last.i if last.dep_ == "ccomp" and last.tag_ in _FINITE else last.left_edge.i
    while number > max(start + 1, least) and len(ends) <= _CUTS:
        token = tokens[number]
        if pair_at[number] < 0:
            loose = token.lower_ in _CUT_WORDS or token.dep_ == "npadvmod"
            left = min(number, token.left_edge.i)
            if token.text in _COMMAS:
                ends.append((number, "cut"))
            elif loose and tokens[number - 1].text not in _COMMAS and left > start + 1:
                ends.append((left, "cut"))
        number -= 1
    number, beyond = tree + 1, 0
    while number < stop and beyond < _EXTENSIONS:
        if pair_at[number] < 0 and tokens[number].text in _COMMAS:
            ends.append((number, "on"))
            beyond += 1
        number += 1
    if tree < stop:
        ends.append((stop, "on"))
    return ends
