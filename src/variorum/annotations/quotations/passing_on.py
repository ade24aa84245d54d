"""Passing on: who else stands behind a saying: "said, according to the Gazette"; "the agency said, citing police"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.quotations.attributions import name_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.attributions import Attribution
    from variorum.annotations.quotations.marked_text import MarkedText

#: How many tokens after a cue are read.
_REACH = 30
#: Tokens of a name and the head among them.
Named = tuple[tuple[int, int], int]


def passed_on_by(marked: MarkedText, attribution: Attribution) -> Named | None:
    """Return who passed a saying on, named behind its cue: `"We stay," Reyes said, according to the Gazette`."""
    for token in _behind(marked, attribution):
        if token.lower_ == "according" and token.i + 1 < len(marked.tokens):
            return _named(marked, marked.tokens[token.i + 1], "pobj")
    return None


def cited_by(marked: MarkedText, attribution: Attribution) -> Named | None:
    """Return whom the speaker cites for what is said: "Two were hurt, the agency reported, citing the police"."""
    for token in _behind(marked, attribution):
        if token.lower_ == "citing":
            return _named(marked, token, "dobj")
    return None


def _behind(marked: MarkedText, attribution: Attribution) -> list[Token]:
    """Return the tokens from a cue to the end of its sentence, none of them in marks."""
    if attribution.lemma == "according to" or marked.long[attribution.cue_start]:
        return []
    end = start = max(attribution.cue_end, attribution.speaker[1] if attribution.speaker else 0)
    while end < min(len(marked.tokens), start + _REACH) and not marked.ends_sentence(end) and marked.pair_at[end] < 0:
        end += 1
    return list(marked.tokens[start:end])


def _named(marked: MarkedText, governor: Token, relation: str) -> Named | None:
    """Return the noun phrase that a word governs, when it names somebody: a person, an organisation, an office."""
    head = next((child for child in governor.rights if child.dep_ == relation), None)
    if head is None or marked.pair_at[head.i] >= 0 or head.pos_ not in {"NOUN", "PROPN"}:
        return None
    return name_of(marked, head, governor.i + 1, len(marked.tokens)), head.i
