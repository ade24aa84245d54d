"""Homes: where things that do not move stand, so that what else is told of them happened there.

"Police cleared the mosque in Bari on Friday; in 2017 it had been attacked." "The court in Bari freed him. In 2008 it
had jailed his brother."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.place_words import STANDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.annotations.circumstances import Circumstance, Circumstances
    from variorum.annotations.event_drafts import EventDraft
    from variorum.annotations.trees import Trees

_AT = frozenset({"in", "at", "near", "outside", "of"})
#: How many sentences back what "it" takes up may stand.
_BACK = 1


class HomeReader:
    """Knows where the standing things of a text are."""

    def __init__(self, trees: Trees, around: Circumstances) -> None:
        """Find them: a place behind "in", "at" or "near" that hangs on such a noun."""
        self._trees = trees
        self._homes = sorted({(home, place.id) for place in _placed(around) if (home := self._noun_of(place)) >= 0})

    def _noun_of(self, place: Circumstance) -> int:
        """Return the standing thing right before the preposition of a place, or -1.

        A parser hangs "in Bari" under the verb of "cleared the mosque in Bari" at times.
        """
        noun = place.path[0] - 1 if place.path and place.preposition in _AT else -1
        return noun if noun >= 0 and self._trees.lemmas[noun] in STANDING else -1

    def fill(self, events: Sequence[EventDraft]) -> None:
        """Give events without a place that of the standing thing that they are told of."""
        if not self._homes:
            return
        for event in events:
            if event.place is None and not event.nominal and (place := self._home_of(event)) is not None:
                event.place, event.carried = place, True

    def _home_of(self, event: EventDraft) -> str | None:
        """Return the place of what an event is told of, where that is "it"."""
        trees = self._trees
        subjects = trees.children_of(event.verb, "nsubj", "nsubjpass", "dobj")
        it = next((child for child in subjects if trees.lower[child] == "it"), -1)
        if it < 0:
            return None
        near = (
            place
            for noun, place in reversed(self._homes)
            if noun < it and trees.sentences[it] - trees.sentences[noun] <= _BACK
        )
        return next(near, None)


def _placed(around: Circumstances) -> Iterable[Circumstance]:
    """Yield the places of a text once for each token that they hang under."""
    for places in around.places.values():
        yield from places
