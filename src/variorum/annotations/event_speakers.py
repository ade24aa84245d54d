"""Places that are told beside what happened: where those live who tell of it, where the report was written.

"The tunnel collapsed in March," a foreman in Koper said. "KOPER, 3 May - Dockers walked out on Monday." The police in
Lima that report a crash near Cusco tell its place themselves; ministers and analysts speak of anything anywhere, and
a rouble falls nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.circumstances import LOCALS
from variorum.annotations.datelines import in_datelines
from variorum.annotations.place_words import STANDING
from variorum.model.annotations import PlaceUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from variorum.annotations.circumstances import Circumstances
    from variorum.annotations.event_drafts import EventDraft
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader
    from variorum.model.annotations import Draft

#: Prepositions by which somebody belongs to a place.
_OF = frozenset({"in", "of", "near", "at", "on"})
#: What a reader of a dateline takes to act or to happen in its town.
_OF_TOWN = LOCALS | STANDING | frozenset({
    "talk", "envoy", "negotiator", "lawmaker", "deputy", "senator", "congress", "cabinet", "judge", "jury", "gunman",
    "prosecutor", "attacker", "bomber", "bomb", "explosion", "blast", "fire", "crowd", "protester", "demonstrator",
    "striker", "thief", "robber", "soldier", "council", "councillor", "court", "summit", "delegate", "union", "train",
    "tram", "bus", "thousand", "hundred", "car", "lorry", "truck", "crane", "balcony", "roof", "wall", "gas", "power",
})  # fmt: skip
#: How many sentences of a report its dateline can be the place of.
_LED = 2


def place_told(events: Iterable[EventDraft], trees: Trees, around: Circumstances, voices: VoiceReader) -> None:
    """Give events that locals tell of, and that have no place, the place of those who tell them."""
    homes = {
        place.path[1]: place.id
        for place in around.hanging
        if len(place.path) > 1 and place.preposition in _OF and trees.lemmas[place.path[1]] in LOCALS
    }
    for event in events:
        quotation = voices.quotation_of(event.token) if event.place is None and not event.nominal else None
        if quotation is None or quotation.speaker is None:
            continue
        speaker = trees.tokens_in(quotation.speaker.start, quotation.speaker.end)
        place = next((homes[token] for token in speaker if token in homes), None)
        if place is not None:
            event.place, event.carried = place, True


def place_of_dateline(events: Iterable[EventDraft], trees: Trees, draft: Draft) -> None:
    """Give the events of a lead the town of the dateline, where the report names no other place at all."""
    headed = in_datelines(draft.report.text)
    places = [place for place in draft.places if place.use is PlaceUse.PLACE]
    own = [place for place in places if headed(place.start)]
    if not own or len(own) != len(places):
        return
    for event in events:
        if event.place is None and not event.nominal and trees.sentences[event.token] < _LED:
            # A parser takes the town for a part of the subject.
            subjects = [
                at for at in trees.children_of(event.verb, "nsubj", "nsubjpass") if not headed(trees.starts[at])
            ]
            if subjects and _acts_there(trees, subjects[-1], headed):
                event.place, event.carried = own[0].id, True


def _acts_there(trees: Trees, noun: int, headed: Callable[[int], bool]) -> bool:
    """Say whether a reader takes a subject to be of the town: "dockers", not "German dockers" or "his brother"."""
    word = trees.lower[noun]
    if not {trees.lemmas[noun], word, word.removesuffix("s")} & _OF_TOWN:
        return False
    return not any(
        trees.poses[child] == "PROPN" or trees.deps[child] in ("poss", "amod", "prep")
        for child in trees.children[noun]
        if not headed(trees.starts[child])
    )
