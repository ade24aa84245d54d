"""Intents: saying what one will do is an event of its own in PLOVER, beside the one that is to come.

"Norland will meet Arvona" is AGREE, a promise to cooperate; "will not meet" is REJECT, "will shell it" THREATEN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.events.drafts import EventDraft
from variorum.annotations.tables.frames import Frame
from variorum.model.annotations import INTENT

if TYPE_CHECKING:
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader

#: By a verb that is to come: what it is to say so, and to say that it will not come.
_SAYING_SO = {
    **dict.fromkeys(("CONSULT", "AID", "RETREAT", "CONCEDE", "COOPERATE", "SUPPORT"), "AGREE"),
    **dict.fromkeys(("COERCE", "SANCTION", "ASSAULT", "PROTEST"), "THREATEN"),
}
#: Words that open a clause in which nothing is announced.
_OPEN = frozenset({"if", "unless", "whether", "when"})
_WILL = frozenset({"will", "'ll", "wo", "shall"})


def intent_of(event: EventDraft, trees: Trees, voices: VoiceReader) -> EventDraft | None:
    """Return the saying of what is to come, where somebody who acts stands with "will" in a main clause."""
    verb = event.verb
    kind = _SAYING_SO.get(event.frame.type)
    if kind is None or event.nominal or not event.source or trees.child(verb, "auxpass") >= 0:
        return None
    told = _is_told(trees, voices, verb)
    will = next((aux for aux in trees.children_of(verb, "aux") if _is_will(trees, aux, told=told)), -1)
    if will < 0 or not _is_main(trees, voices, verb):
        return None
    if trees.child(verb, "neg") >= 0:
        if kind != "AGREE":
            return None
        kind = "REJECT"
    frame = Frame("verb", trees.lemmas[will], kind, None, "-")
    made = EventDraft(will, will, will, frame, INTENT, confidence=0.6)
    made.source, made.target = list(event.source), list(event.target)
    return made


def _is_will(trees: Trees, aux: int, *, told: bool) -> bool:
    """Say whether an auxiliary announces: "will", and "would" in what somebody said."""
    return trees.lower[aux] in _WILL or (told and trees.lower[aux] in ("would", "'d"))


def _is_told(trees: Trees, voices: VoiceReader, verb: int) -> bool:
    """Say whether a clause is what somebody says: "said that it would release them"."""
    return trees.deps[verb] == "ccomp" and trees.heads[verb] in voices.cues


def _is_main(trees: Trees, voices: VoiceReader, verb: int) -> bool:
    """Say whether a verb heads the main clause of a sentence or of what somebody says."""
    first = trees.first_conjunct(verb)
    opening = (trees.lower[mark] for mark in trees.children_of(first, "mark", "advmod"))
    if not _OPEN.isdisjoint(opening):
        return False
    return trees.heads[first] == first or _is_told(trees, voices, first)
