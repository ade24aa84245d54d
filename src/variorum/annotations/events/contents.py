"""Contents: events that another one only promises, refuses, threatens or asks for.

PLOVER codes "agreed to withdraw its troops", "refused to meet", "will shell the town" once, as AGREE, REJECT, THREATEN:
what is agreed to or refused did not take place, and is not counted beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.tables.frames import UNTYPED
from variorum.model.annotations import EventModality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Event

#: Types of what is said about something that is not there, or not yet.
_TELLING = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})
#: Labels from the word that tells down to what it is about.
_DOWN = frozenset({"xcomp", "ccomp", "acl", "pcomp", "pobj", "prep", "dobj", "acomp", "conj"})
#: Governors above an event in which the one that tells it is looked for.
_DEPTH = 6


def tellers_of(drafts: Sequence[EventDraft], events: Sequence[Event], trees: Trees) -> dict[str, str]:
    """Return, by the id of each event that is only the content of another, the id of that other."""
    telling = {
        token: (event, draft)
        for draft, event in zip(drafts, events, strict=True)
        if event.type in _TELLING
        for token in {draft.token, draft.light} - {-1}
    }
    found: dict[str, str] = {}
    for draft, event in zip(drafts, events, strict=True):
        if event.type == UNTYPED or (event.modality is EventModality.ACTUAL and not event.negated):
            continue
        teller = _teller_of(draft, event, telling, trees)
        if teller is not None:
            found[event.id] = teller.id
    return found


def _teller_of(
    draft: EventDraft, event: Event, telling: dict[int, tuple[Event, EventDraft]], trees: Trees
) -> Event | None:
    """Return the event that tells another one as its content, where both have a source in common or one is asked."""
    for modal in trees.children_of(draft.verb, "aux"):
        # "will meet": the saying stands at the modal
        if modal in telling and telling[modal][0].id != event.id:
            return telling[modal][0]
    token = draft.verb
    for _ in range(_DEPTH):
        head = trees.heads[token]
        if head == token or trees.deps[token] not in _DOWN:
            return None
        if head in telling and telling[head][0].id != event.id:
            teller = telling[head][0]
            shared = not event.source or not set(event.source).isdisjoint(teller.source)
            return teller if shared or teller.type == "REQUEST" else None
        token = head
    return None
