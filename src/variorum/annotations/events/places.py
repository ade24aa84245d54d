"""Places of events: where something happens, among all the places of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.circumstances import Circumstance, Circumstances, comes_from, is_direction, leaving
from variorum.annotations.events.clauses import GOING, gone_for, place_before_where, place_there
from variorum.annotations.events.nouns import is_of_cause, is_of_other_noun

if TYPE_CHECKING:
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.trees import Trees

#: Verbs of moving and of being moved, whose "to" leads to where they happen.
_MOVING = GOING | {
    "deport",
    "transfer",
    "flee",
    "extradite",
    "rush",
    "bring",
    "tow",
    "ferry",
    "divert",
    "cross",
    "airlift",
    "relocate",
    "escape",
    "move",
    "retreat",
    "withdraw",
    "race",
    "sail",
    "march",
    "chase",
    "follow",
    "pursue",
    "track",
    "spread",
    "escort",
    "repatriate",
    "deliver",
    "carry",
    "ship",
    "transport",
    "haul",
    "shift",
}
#: How a place comes second: in a row, or in the name of another ("Russia's Belgorod region").
_MODIFIERS = {"conj": 1, "compound": 1, "nmod": 1, "poss": 2}
_QUARTERS = frozenset({"district", "quarter", "neighbourhood", "neighborhood", "borough", "area", "village"})
_ARRIVING = frozenset({"arrive", "come", "return", "hail", "travel"})
_WIDE = frozenset({"sea", "region", "continent"})
#: Prepositions and verbs between a place and its event when it hangs on it: "landed in Odda".
_HUNG = 2


class EventPlaces:
    """Finds where events happen."""

    def __init__(self, trees: Trees, around: Circumstances) -> None:
        """Keep the trees and what is told where."""
        self._trees = trees
        self._around = around

    def place_of(self, event: EventDraft, anchors: list[int]) -> str | None:
        """Return the id of the place where the event happens."""
        trees, mode, kind = self._trees, event.frame.mode, event.frame.type
        goes = mode in ("visit", "migration") or kind == "MOBILIZE" or trees.lemmas[event.token] in _MOVING
        of_others: list[Circumstance] = []
        for anchor in anchors:
            own = [
                place
                for place in self._around.places.get(anchor, ())
                if not place.telling
                and (goes or not is_direction(place) or self._goes_for(event, anchor))
                and not (place.preposition == "from" and place.rank and self._is_no_start(event, place))
            ]
            of_others += [
                place for place in own if is_of_cause(trees, place, anchor) or self._is_of_subject(place, event)
            ]
            own = [
                place for place in own if comes_from(trees, place) or not is_of_other_noun(trees, place, anchor, event)
            ]
            if own:
                own = self._around.without_holders(own)
                return min(own, key=lambda place: self._nearness(place, event)).id
        return (
            place_before_where(trees, event.verb, self._around.place_at)
            or next((place.id for place in of_others), None)
            or place_there(trees, event.verb, self._around.happening_in)
        )

    def _is_no_start(self, event: EventDraft, place: Circumstance) -> bool:
        """Say whether "from" tells no place of the event: "launched from X and will reach Y", "arrived from X"."""
        hung = any(token in (event.token, event.verb) for token in (*place.path[:_HUNG], leaving(self._trees, place)))
        if comes_from(self._trees, place):
            return event.nominal
        return not hung or self._trees.lemmas[event.token] in _ARRIVING

    def _nearness(self, place: Circumstance, event: EventDraft) -> tuple[int, bool, int, bool, bool, int, int]:
        """Order places: said so before gone from, what is named before what it lies in, hung on the event, near by.

        A town before a river or sea: "sank in the Danube near Novi Sad".

        What somebody sends goes out from where they are: "the zoo in Odda sent two bears to Bari".
        """
        sent = is_direction(place) and self._trees.child(event.verb, "dobj") >= 0
        modifies = _MODIFIERS.get(self._trees.deps[place.token], 0)
        if modifies and self._trees.lemmas[self._trees.heads[place.token]] in _QUARTERS:
            modifies = 0  # "the Prater district of Vienna"
        hung = len(place.path) > _HUNG
        wide = self._around.named[place.id].kind in _WIDE
        return place.rank, sent, modifies, wide, hung, abs(place.token - event.token), place.token

    def _goes_for(self, event: EventDraft, anchor: int) -> bool:
        """Say whether somebody goes somewhere for an event: "went to Bern to negotiate"."""
        trees = self._trees
        if anchor == gone_for(self._trees, event.token):
            return True
        purpose = any(trees.lower[child] == "to" for child in trees.children_of(event.verb, "aux"))
        return purpose and anchor == trees.heads[event.verb] and trees.lemmas[anchor] in GOING

    def _is_of_subject(self, place: Circumstance, event: EventDraft) -> bool:
        """Say whether a place is that of what did it: "a gas leak in Basra poisoned hundreds"."""
        trees = self._trees
        return any(trees.heads[at] == event.verb and trees.deps[at] in ("nsubj", "nsubjpass") for at in place.path)
