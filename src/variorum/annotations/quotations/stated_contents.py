"""Stated contents: what is told with an idiom instead of a verb of saying, or before its speaker at the very end.

"Reyes made it clear that the quay would close"; "we heard from Reyes that it would"; "It will not hold, added Reyes".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.quotations.attributions import Attribution, attribution_of, name_of
from variorum.annotations.quotations.contents import Found, cut_content, found_in
from variorum.annotations.quotations.cues import ADDRESSING, SAYING
from variorum.annotations.quotations.missed_subjects import head_of_run

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.marked_text import MarkedText

#: Adjectives with "that" of which a verb makes a statement: "made it clear that", "was adamant that".
_STATED = {
    "make": frozenset({"clear", "plain", "known", "public"}),
    "let": frozenset({"known", "slip"}),
    "be": frozenset({"adamant", "insistent", "emphatic", "categorical", "unequivocal"}),
}
#: Tokens between the verb and its adjective: "made it very clear", "was always adamant".
_BETWEEN = 4
#: Verbs of being told: "heard from Reyes that the quay would close".
_BEING_TOLD = frozenset({"hear", "learn", "gather"})
STATING = frozenset(_STATED) | _BEING_TOLD
#: Tokens of a sentence that are read, and of the speaker who ends it.
_SENTENCE, _SPEAKER = 120, 10
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def from_stated(marked: MarkedText, verb: Token) -> Found | None:
    """Return what a verb states with its adjective, or what its subject is told by somebody."""
    if verb.lemma_.lower() in _BEING_TOLD:
        return _from_told(marked, verb)
    stated = _STATED[verb.lemma_.lower()]
    following = marked.tokens[verb.i + 1 : verb.i + 1 + _BETWEEN]
    word = next((token for token in following if token.lower_ in stated), None)
    if word is None or any(marked.pair_at[token.i] >= 0 or token.is_punct for token in following[: word.i - verb.i]):
        return None
    attribution = attribution_of(marked, verb, "stated", confidence=0.7)
    if attribution.speaker is None:
        return None
    lemma, end = f"{verb.lemma_.lower()} {word.lower_}", word.i + 1
    return _that_clause(marked, verb, replace(attribution, cue_end=end, lemma=lemma, end=max(attribution.end, end)))


def _from_told(marked: MarkedText, verb: Token) -> Found | None:
    """Return what somebody hears from another one, who is the speaker."""
    source = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "from"), None)
    head = next((child for child in source.rights if child.dep_ == "pobj"), None) if source is not None else None
    if head is None or marked.pair_at[head.i] >= 0:
        return None
    speaker = name_of(marked, head, verb.i + 1, len(marked.tokens))
    attribution = Attribution(
        verb.i, verb.i + 1, verb.lemma_.lower(), speaker, head.i, "stated", 0.6, verb.i, speaker[1]
    )
    return _that_clause(marked, verb, attribution)


def _that_clause(marked: MarkedText, verb: Token, attribution: Attribution) -> Found | None:
    """Return the finite clause whose "that" stands right behind an attribution."""
    start = attribution.end
    if start >= len(marked.tokens) or marked.tokens[start].lower_ != "that" or marked.pair_at[start] >= 0:
        return None
    clause = marked.tokens[start].head
    if clause.i <= start or not any(token.tag_ in _FINITE for token in (clause, *clause.lefts)):
        return None
    end = cut_content(marked, start, clause.right_edge.i + 1, verb)
    return found_in(marked, [(start, end)], attribution, attribution.rule, attribution.confidence)


def from_inverted(marked: MarkedText, verb: Token) -> Found | None:
    """Return the sentence that ends with a comma, a cue and its speaker: "It will not hold, added Ana Reyes"."""
    tokens = marked.tokens
    lemma = verb.lemma_.lower()
    if verb.i < 2 or tokens[verb.i - 1].text != "," or verb.tag_ not in {"VBD", "VBN"} or lemma in ADDRESSING:
        return None
    end = verb.i + 1
    while end < len(tokens) and end - verb.i <= _SPEAKER and not marked.ends_sentence(end):
        end += 1
    head = head_of_run(marked, verb.i + 1, end)
    if head is None or head.i + 1 != end or head.pos_ == "PRON" or end - verb.i > _SPEAKER:
        return None
    if any(token.text == "," for token in tokens[verb.i : end]):
        return None
    start = verb.i - 1
    while start > 0 and verb.i - start < _SENTENCE and not marked.ends_sentence(start - 1):
        start -= 1
    first = tokens[start : verb.i]
    finite = [token for token in first if token.tag_ in _FINITE]
    if not finite or any(token.lemma_.lower() in SAYING for token in finite):
        return None
    if any(marked.pair_at[number] >= 0 for number in range(start, end)):
        return None
    attribution = Attribution(verb.i, verb.i + 1, lemma, (verb.i + 1, end), head.i, "inverted", 0.7, verb.i, end)
    return found_in(marked, [(start, verb.i - 1)], attribution, "inverted", 0.7)
