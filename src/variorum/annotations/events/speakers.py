"""Places that are told beside what happened: where those live who tell of it.

"The tunnel collapsed in March," a foreman in Koper said. The police in Lima that report a crash near Cusco tell its
place themselves; ministers and analysts speak of anything anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.circumstances import LOCALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from variorum.annotations.circumstances import Circumstances
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader

#: Prepositions by which somebody belongs to a place.
_OF = frozenset({"in", "of", "near", "at", "on"})


def place_told(events: Iterable[EventDraft], trees: Trees, around: Circumstances, voices: VoiceReader) -> None:
    """Give events that locals tell of, and that have no place, the place of those who tell them."""
    homes = {
        place.path[1]: place.id
        for place in around.hanging
        if len(place.path) > 1 and place.preposition in _OF and trees.lemmas[place.path[1]] in LOCALS
    }
    for event in events:
        if event.place is not None or event.nominal:
            continue
        quotation = voices.quotation_of(event.token)
        if quotation is None or quotation.speaker is None:
            event.place = _of_people_beside(event, trees, homes)
            event.carried = event.carried or event.place is not None
            continue
        speaker = trees.tokens_in(quotation.speaker.start, quotation.speaker.end)
        place = next((homes[token] for token in speaker if token in homes), None)
        if place is not None:
            event.place, event.carried = place, True


def _of_people_beside(event: EventDraft, trees: Trees, homes: Mapping[int, str]) -> str | None:
    """Return the place of those who live through an event: "People in Ulm woke up when the elevator collapsed"."""
    verb = trees.heads[event.verb]
    if trees.deps[event.verb] not in ("advcl", "ccomp") or not trees.is_predicate(verb):
        return None
    subject = trees.child(verb, "nsubj")
    return homes.get(subject) if trees.child(event.verb, "nsubj", "nsubjpass") >= 0 else None
