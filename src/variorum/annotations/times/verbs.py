"""Tense by the tree: what the verb above a time expression says of its direction, where a parse is there.

"The council meets on Monday" looks ahead, "the council met on Monday" back; "who met on Monday" has a verb of its own,
whatever the main clause says. What a verb does not decide is left to the words around.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.times.tenses import FUTURE, PAST

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: A plan told in the present; a past tense nearer by says otherwise.
PLANNED = "p"
#: How far up the verb of a time expression may be.
_STEPS = 8
_AUXILIARIES = frozenset({"aux", "auxpass"})
_COMING = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_OPEN = frozenset(
    {"would", "could", "may", "might", "should", "can", "must", "ca", "has", "have", "'ve", "’ve", "having"}
)
_WAS = frozenset({"was", "were", "did", "had"})
#: Verbs of what is still to come when they are told: "was scheduled for Friday".
_AHEAD = frozenset({
    "plan", "expect", "schedule", "set", "intend", "hope", "aim", "prepare", "slate", "due", "postpone", "delay",
    "extend", "propose", "promise", "threaten", "vow", "agree", "decide", "invite", "urge", "ask", "order", "tell",
})  # fmt: skip
#: Verbs that in the present tell how things are, not what comes.
_STATES = frozenset({
    "be", "say", "have", "remain", "show", "mean", "know", "think", "believe", "want", "seem", "appear", "do", "claim",
    "report", "suggest", "read", "note", "recall", "date", "mark", "follow",
})  # fmt: skip
#: Verbs whose past is spelled like their present.
_ALIKE = frozenset({
    "hurt", "cut", "put", "set", "hit", "let", "shut", "cost", "spread", "beat", "split", "bid", "burst", "cast",
    "quit",
})  # fmt: skip


def direction_by_verb(doc: Doc, start: int, end: int) -> str | None:
    """Return ``<`` or ``>`` where the verb above ``[start, end)`` decides, ``p`` for a plan told in the present."""
    phrase = doc.char_span(start, end, alignment_mode="expand")
    if phrase is None:
        return None
    token, direct = phrase.root, True
    for _ in range(_STEPS):
        outside = not phrase.start <= token.i < phrase.end
        if outside and token.pos_ in ("VERB", "AUX") and token.dep_ not in _AUXILIARIES:
            return _direction_of(token, direct=direct)
        if token.head is token or token.pos_ == "ADJ":
            # "payable Dec. 7": the adjective tells of another time than the verb.
            return None
        token = token.head
        direct = direct and token.pos_ in ("ADP", "VERB", "AUX")
    return None


def _direction_of(verb: Token, *, direct: bool) -> str | None:
    """Return the direction that a verb gives; ``direct`` when the expression hangs on the verb itself."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX") and not _auxiliaries(first):
        first = first.head
    helping = _auxiliaries(verb) or _auxiliaries(first)
    if helping & _COMING:
        return FUTURE
    if helping & _OPEN or "to" in helping or verb.lemma_.lower() in _AHEAD:
        return None
    if helping & _WAS or (verb.tag_ == "VBD" and not helping):
        return PAST
    # What is planned is told in the present: "meets on Monday", "is meeting on Monday".
    planned = verb.tag_ in ("VBZ", "VBP") and not helping
    planned = planned or (verb.tag_ == "VBG" and bool(helping & {"is", "are", "'s", "'re", "’s", "’re"}))
    alike = verb.lemma_.lower() in _ALIKE and verb.tag_ != "VBZ"
    return PLANNED if planned and direct and not alike and verb.lemma_.lower() not in _STATES else None


def _auxiliaries(verb: Token) -> frozenset[str]:
    """Return the auxiliaries of a verb in lower case."""
    return frozenset(child.lower_ for child in verb.children if child.dep_ in _AUXILIARIES)
