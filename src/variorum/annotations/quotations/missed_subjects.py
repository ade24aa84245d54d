"""Missed subjects: who speaks where the parse has taken a time, a dateline or nothing for the subject of a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.marked_text import MarkedText

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Dashes that stand between clauses, before a name or after a dateline.
DASHES = frozenset({"—", "–", "-", "--", "―"})
#: Signs before a participle that goes with the whole sentence.
_BREAKS = DASHES | {","}
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
#: Tokens of a sentence before an insertion that are read.
_INSERTION = 30
#: Heads above the word before a comma among which the noun of its phrase is.
_CLIMB = 6
_TIMES = frozenset({"DATE", "TIME"})


def participle_subject(marked: MarkedText, verb: Token) -> Token | None:
    """Return the subject of the sentence for ", adding that ...", which the parse may hang on a noun before it."""
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == "VBG" and first.head.i < first.i:
        first = first.head  # ", praising the crew but saying that ...": the same subject for both
    if verb.tag_ != "VBG" or first.i < 2 or marked.tokens[first.i - 1].text not in _BREAKS:
        return None
    root = first
    for _ in range(12):
        if root.head.i == root.i:
            break
        root = root.head
    if root.pos_ != "VERB" or root.i >= verb.i or root.tag_ not in FINITE_TAGS:
        return None
    subject = next((child for child in root.lefts if child.dep_ in SUBJECTS), None)
    return subject if subject is not None and marked.pair_at[subject.i] < 0 else None


def neighbour(marked: MarkedText, verb: Token) -> Token | None:
    """Return the noun right before a finite verb whose subject the parse has missed, None when there is none."""
    number = verb.i - 1
    while number >= 0 and marked.tokens[number].pos_ in {"ADV", "AUX", "PART"}:
        number -= 1
    if number >= 0 and marked.pair_at[number] < 0:
        token = marked.tokens[number]
        if token.pos_ in {"NOUN", "PROPN"} or token.dep_ in SUBJECTS:
            return _top_of_name(token)
        if token.text == ",":
            return _before_insertion(marked, number) or _between_commas(marked, number)
    beside = marked.tokens[verb.i - 1] if verb.i else None
    # "Early told the council": an adverb right before a verb without a subject, in capitals, is a name.
    named = beside is not None and beside.pos_ == "ADV" and beside.is_title and beside.head.i == verb.i
    return beside if named and marked.pair_at[verb.i - 1] < 0 else None


def _top_of_name(token: Token) -> Token:
    """Return the head of the noun phrase that a noun before a verb ends: "an aide to Reyes" told, not Reyes."""
    for _ in range(6):
        if (
            token.dep_ not in {"pobj", "prep"}
            or token.head.i > token.i
            or token.head.pos_ not in {"NOUN", "PROPN", "ADP"}
        ):
            break
        token = token.head
    return token


def _before_insertion(marked: MarkedText, comma: int) -> Token | None:
    """Return who begins a sentence before an inserted participle: "Ana Reyes, asked about the delay, said"."""
    start = comma
    while start > 0 and comma - start < _INSERTION and not marked.ends_sentence(start - 1):
        start -= 1
    head = head_of_run(marked, start, comma)
    if head is None or head.i + 2 >= comma or marked.tokens[head.i + 1].text != ",":
        return None
    return head if marked.tokens[head.i + 2].tag_ in {"VBN", "VBD", "VBG"} else None


def _between_commas(marked: MarkedText, comma: int) -> Token | None:
    """Return the noun that the parse hangs on one before it: "After the row at sea, the mayor of Ruvia, said"."""
    token, found = marked.tokens[comma - 1], None
    for _ in range(_CLIMB):
        first = token.left_edge.i
        named = token.pos_ == "PROPN" or (token.pos_ == "NOUN" and marked.tokens[first].pos_ == "DET")
        if named and token.dep_ == "appos" and token.head.i < first and marked.tokens[first - 1].text == ",":
            found = token
        if token.head.i == token.i or token.head.right_edge.i >= comma:
            break
        token = token.head
    return found


def before_time(marked: MarkedText, subject: Token, verb: Token) -> Token | None:
    """Return the noun before a time which the parse took for the subject: "Judge Ana Weck late on Monday ruled".

    A time says nothing: where no noun stands before it on its line, there is no subject.
    """
    if subject.ent_type_ not in _TIMES or subject.pos_ == "PROPN" or subject.i > verb.i:
        return subject
    number = subject.left_edge.i - 1
    while number >= 0 and (marked.tokens[number].ent_type_ in _TIMES or marked.tokens[number].pos_ == "ADV"):
        number -= 1
    if number < 0 or marked.breaks[number] or marked.pair_at[number] >= 0:
        return None
    token = marked.tokens[number]
    return token if token.pos_ in {"NOUN", "PROPN", "PRON"} else None


def not_a_time(antecedent: Token) -> Token:
    """Return the noun before a time that the parse takes for who speaks: "met visitors in June 2016 who said"."""
    doc = antecedent.doc
    if antecedent.ent_type_ not in _TIMES:
        return antecedent
    before = (doc[number] for number in range(antecedent.i - 1, max(-1, antecedent.i - _CLIMB), -1))
    nouns = (token for token in before if token.pos_ in {"NOUN", "PROPN"} and token.ent_type_ not in _TIMES)
    return next(nouns, antecedent)


def is_dash(token: Token) -> bool:
    """Say whether a token is a dash, and no hyphen inside a word: not in "a four-day march", "(R-Ga.)"."""
    return token.text in DASHES and (token.text != "-" or bool(token.whitespace_))


def after_dateline_subject(marked: MarkedText, subject: Token, verb: Token) -> Token:
    """Return the noun before the verb where the parse took a dateline for the subject: "GENEVA (UPI) - Reyes said"."""
    tokens = marked.tokens
    if subject.i >= verb.i or (
        subject.i and not marked.breaks[subject.i - 1] and not tokens[subject.left_edge.i].is_sent_start
    ):
        return subject
    for number in range(subject.i + 1, min(verb.i, subject.i + 14)):
        if is_dash(tokens[number]) and marked.pair_at[number] < 0:
            return head_of_run(marked, number + 1, verb.i) or subject
    return subject


def after_participle(marked: MarkedText, subject: Token, verb: Token) -> Token:
    """Return the noun before the verb where the parse took an adjunct for the subject.

    "Sentencing Marc Trent, 71, Judge Ana Weck said".
    """
    tokens, first = marked.tokens, subject.left_edge
    if subject.i >= verb.i or not (first.is_sent_start and first.lower_.endswith("ing") and first.i < subject.i):
        return subject
    for number in range(verb.i - 1, max(subject.i, verb.i - 8), -1):
        if tokens[number].text == ",":
            return head_of_run(marked, number + 1, verb.i) or subject
    return subject


def head_of_run(marked: MarkedText, first: int, end: int) -> Token | None:
    """Return the head of the noun phrase that begins an attribution: "The ministry, which had denied it, added"."""
    head = None
    for number in range(first, end):
        token = marked.tokens[number]
        if token.pos_ in {"NOUN", "PROPN", "PRON"} or (head is None and token.pos_ == "NUM"):
            head = token
        elif head is not None and token.pos_ not in {"PART", "ADJ", "NUM"}:
            break
    return head
