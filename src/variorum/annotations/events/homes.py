"""Homes: where things that do not move stand, so that what else is told of them happened there.

"Police cleared the mosque in Bari on Friday; in 2017 it had been attacked." "The court in Bari freed him. In 2008 it
had jailed his brother."
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from variorum.annotations.places.words import STANDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.annotations.circumstances import Circumstance, Circumstances
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.trees import Trees

_AT = frozenset({"in", "at", "near", "outside", "of"})
#: How many sentences back what "it" takes up may stand, and what "the mosque" does.
_BACK, _NAMED_BACK = 1, 3
#: What is done with a standing thing anywhere: "the mine had been fined in 2017".
DEALT = frozenset({
    "fine", "fin", "sue", "insure", "sell", "buy", "value", "name", "rename", "own", "license", "criticise",
    "criticize", "accuse", "praise", "mention", "describe", "list", "rank", "order", "fund", "acquire",
})  # fmt: skip
_DEFINITE = frozenset({"the", "this", "that", "its"})


class HomeReader:
    """Knows where the standing things of a text are."""

    def __init__(self, trees: Trees, around: Circumstances) -> None:
        """Find them: a place behind "in", "at" or "near" that hangs on such a noun."""
        self._trees = trees
        self._homes = sorted({(home, place.id) for place in _placed(around) if (home := self._noun_of(place)) >= 0})
        self._things = {
            place.path[1]: place.id for place in _placed(around) if len(place.path) > 1 and place.preposition in _AT
        }

    def _noun_of(self, place: Circumstance) -> int:
        """Return the standing thing right before the preposition of a place, or -1.

        A parser hangs "in Bari" under the verb of "cleared the mosque in Bari" at times.
        """
        trees = self._trees
        noun = place.path[0] - 1 if place.path and place.preposition in _AT else -1
        if noun >= 0 and trees.lemmas[noun] in STANDING:
            return noun
        # "a committee sitting in Bari"
        clause = place.path[-1] if noun >= 0 else -1
        sits = clause >= 0 and trees.deps[clause] == "acl" and trees.tags[clause] == "VBG"
        return trees.heads[clause] if sits else -1

    def fill(self, events: Sequence[EventDraft]) -> None:
        """Give events without a place that of the standing thing that they are told of."""
        for event in events:
            if event.place is None and not event.nominal and (place := self._home_of(event)) is not None:
                event.place, event.carried = place, True

    def _home_of(self, event: EventDraft) -> str | None:
        """Return the place of what an event is told of, where that is "it"."""
        trees = self._trees
        subject = trees.child(event.verb, "nsubj", "nsubjpass")
        if trees.deps[event.verb] == "relcl" and subject >= 0 and trees.lower[subject] in ("that", "which"):
            return self._things.get(trees.heads[event.verb])  # "The bakery in Split that exploded on Monday"
        if trees.lemmas[event.verb] in DEALT:
            return None
        subjects = trees.children_of(event.verb, "nsubj", "nsubjpass", "dobj")
        here = trees.sentences[event.verb]
        for at in range(bisect_left(self._homes, (max(subjects, default=0), "")) - 1, -1, -1):
            noun, place = self._homes[at]
            if here - trees.sentences[noun] > _NAMED_BACK:
                break
            if any(noun < child and self._goes_back(child, noun) for child in subjects):
                return place
        return None

    def _goes_back(self, noun: int, home: int) -> bool:
        """Say whether "it" or a definite noun shortly behind a standing thing means that."""
        back = self._trees.sentences[noun] - self._trees.sentences[home]
        if self._trees.lower[noun] == "it":
            return back <= _BACK
        return back <= _NAMED_BACK and self._takes_up(noun, home)

    def _takes_up(self, noun: int, home: int) -> bool:
        """Say whether a noun takes up a standing thing told before: "the mosque", not "a mosque" or "the old one"."""
        trees = self._trees
        same = trees.lemmas[noun] == trees.lemmas[home] and trees.tags[noun] == trees.tags[home]
        plain = trees.child(noun, "prep", "amod", "compound", "nummod") < 0
        return (
            same and plain and any(trees.lower[child] in _DEFINITE for child in trees.children_of(noun, "det", "poss"))
        )


def _placed(around: Circumstances) -> Iterable[Circumstance]:
    """Yield the places of a text once for each token that they hang under."""
    for places in around.places.values():
        yield from places
