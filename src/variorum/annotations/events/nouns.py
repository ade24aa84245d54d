"""Nouns of events between a time or place and the event that it is of.

"Condemned the 2015 attack" dates the attack; "signed the treaty in Odda" and "hurt in the fire in Osaka" place what is
signed and who was hurt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.events.noun_frames import noun_frame

if TYPE_CHECKING:
    from variorum.annotations.circumstances import Circumstance
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.trees import Trees

#: Prepositions of what something happens in or through: "killed in the quake of 16 April".
_CAUSES = frozenset({"in", "during", "by", "at"})
_WHERE = frozenset({"at", "near", "on"})
#: Verbs by which a noun of an event, as object, is held: "resumed the talks on Monday".
HOLDING = frozenset({
    "hold", "resume", "begin", "start", "launch", "stage", "conduct", "make", "pay", "carry", "mount", "open", "host",
    "attend", "call", "cancel", "postpone", "schedule", "end", "conclude", "suffer", "witness", "perform", "have",
    "join", "stop", "break", "force", "order", "prompt", "draw", "trigger", "finish", "complete",
})  # fmt: skip
#: Verbs by which a noun of an event, as object, comes about: "signed the treaty in Odda".
_MAKING = HOLDING | {"sign", "ratify", "reach", "initial", "conclude", "agree", "broker", "strike"}


def is_of_other_noun(trees: Trees, circumstance: Circumstance, anchor: int, event: EventDraft) -> bool:
    """Say whether a circumstance hangs under another event's noun on its way up: "condemned the 2015 attack"."""
    for token in circumstance.path:
        if token in (anchor, event.token, event.second):
            return False
        if _is_no_other(trees, token, anchor):
            continue
        if trees.is_noun(token) and noun_frame(trees, token) is not None:
            # "signed the treaty in Odda": where it was made
            made = trees.deps[token] == "dobj" and trees.heads[token] == anchor
            return not (made and trees.lemmas[anchor] in _MAKING and circumstance.preposition in ("in", "at", "on"))
    return False


def _is_no_other(trees: Trees, noun: int, anchor: int) -> bool:
    """Say whether a noun tells no event of its own: "fell to her death on the Eiger", "at a level crossing in Ulm"."""
    link = trees.heads[noun]
    if trees.deps[noun] != "pobj":
        return False
    if trees.lemmas[noun] == "crossing":
        return trees.lower[link] in _WHERE and trees.child(noun, "compound", "amod") >= 0
    return trees.lemmas[noun] == "death" and trees.lower[link] == "to" and trees.heads[link] == anchor


def is_of_cause(trees: Trees, circumstance: Circumstance, anchor: int) -> bool:
    """Say whether a circumstance hangs under what it happened in or by: "hurt in Saturday's fire in Osaka"."""
    if anchor not in circumstance.path:
        return False
    at = circumstance.path.index(anchor)
    beside = any(trees.lemmas[token] == "sideline" for token in circumstance.path[:at])
    return beside or (at > 0 and trees.lower[circumstance.path[at - 1]] in _CAUSES)
