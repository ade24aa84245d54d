"""Scenes: where and when a report goes on with what it has just told.

"A roof fell in on a market in Ulm on Friday. Shoppers ran into the street.", and a paragraph later "Two were hurt."
What an event's own sentence tells comes first. For what is left, each place and time that the report has told so far is
a candidate, with what speaks for it; a scorer decides between them and none at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.circumstances import AT, is_direction
from variorum.annotations.events.scene_places import ScenePlaces
from variorum.annotations.events.scene_times import SceneTimes
from variorum.annotations.events.scene_traits import SceneTraits
from variorum.annotations.events.scene_weights import choose
from variorum.annotations.places.datelines import in_datelines
from variorum.model.annotations import PlaceUse

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from variorum.annotations.circumstances import Circumstance, Circumstances
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.events.scene_ties import SceneTies
    from variorum.annotations.events.scene_weights import Candidate
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader
    from variorum.model.annotations import Draft

#: The rank of a place that something leaves.
_GONE_FROM = 1


class SceneReader:
    """Gives events the time and place of the scene that they go on with."""

    def __init__(
        self,
        trees: Trees,
        around: Circumstances,
        ties: SceneTies,
        draft: Draft,
        lasting: Container[str],
        years: Container[str],
        voices: VoiceReader,
    ) -> None:
        """Keep the trees, what is told where, what ties events to scenes, and the times that say how long."""
        self._trees = trees
        self._around = around
        self._ties = ties
        self._places: dict[int, list[Circumstance]] = {}
        for place in around.hanging:
            self._places.setdefault(trees.sentences[place.token], []).append(place)
        self._surely = {place.id for places in around.places.values() for place in places if place.rank != _GONE_FROM}
        self._town = _town_of_dateline(draft)
        paragraphs = [sentence.paragraph for sentence in draft.sentences]
        self._scenes = ScenePlaces(trees, around, ties, paragraphs, self._town, self._is_setting)
        self._times = SceneTimes(trees, around, ties, paragraphs, draft.times, lasting, years)
        self._traits = SceneTraits(trees, ties, voices, paragraphs, self._times.days, years)
        self._told: dict[int, list[EventDraft]] = {}

    def fill(self, events: Sequence[EventDraft]) -> None:
        """Fill places from the sentences of the events, then places and times in text order from what was told."""
        for event in events:
            self._told.setdefault(self._trees.sentences[event.token], []).append(event)
        for event in events:
            if event.place is None:
                self._set_place(event, self._place_in_sentence(event))
        for sentence in sorted(self._told):
            self._fill_sentence(self._told[sentence])

    def _fill_sentence(self, here: Sequence[EventDraft]) -> None:
        """Let the scorer fill what the sentence itself leaves open; what it told itself is told on of."""
        placed = {event.place for event in here if event.place is not None}
        dated = {event.time for event in here if event.time is not None}
        for event in here:
            traits = self._traits.of(event)
            if event.place is not None:
                self._scenes.tell(event)
            elif self._may_go_on(event):
                self._set_place(event, self.decide("place", event, [*self._scenes.candidates(event, traits, placed)]))
            if event.time is None:
                self._set_time(event, self.decide("time", event, [*self._times.candidates(event, traits, dated)]))
            else:
                self._times.tell(event)
        self._join_nouns(here)

    def decide(self, slot: str, _event: EventDraft, candidates: Sequence[Candidate]) -> str | None:
        """Return the place or time of an event that the scorer holds for likeliest; what is learned listens here."""
        return choose(slot, candidates)

    @staticmethod
    def _set_place(event: EventDraft, place: str | None) -> None:
        """Set an event in the place of a scene."""
        if place is not None:
            event.place, event.carried = place, True
            event.of_scene.add("place")

    @staticmethod
    def _set_time(event: EventDraft, time: str | None) -> None:
        """Set an event at the time of a scene."""
        if time is not None:
            event.time, event.carried = time, True
            event.of_scene.add("time")

    def _may_go_on(self, event: EventDraft) -> bool:
        """Say whether an event has a place that its own sentence does not tell: nothing of those from elsewhere."""
        subject = -1 if event.nominal else self._ties.subject_of(event)
        there = subject < 0 or self._ties.is_of_scene(subject)
        return there and self._ties.happens_somewhere(event) and not self._ties.is_in_unknown(event)

    def _place_in_sentence(self, event: EventDraft) -> str | None:
        """Return the place that an event's sentence tells for it, though not in its own clause."""
        if not self._ties.happens_somewhere(event):
            return None
        if self._town is not None and self._ties.is_told_here(event):
            return self._town
        return self._beside(event, self._trees.sentences[event.token])

    def _beside(self, event: EventDraft, sentence: int) -> str | None:
        """Return the place that an event's own sentence tells last before it, or inside of it."""
        here = [place for place in self._places.get(sentence, ()) if self._is_setting(place)]
        here = [place for place in here if not self._ties.is_of_teller(place, event)]
        if self._ties.is_apart(event):
            noun = self._trees.heads[event.verb]
            return next((place.id for place in here if noun in (place.token, *place.path)), None)
        before = [place for place in here if place.token < event.token and not self._is_aside(place, event)]
        before = before or [place for place in self._places.get(sentence, ()) if self._is_led_to(place, event)]
        inside = [place for place in here if place.token > event.token and self._ties.is_inside(place, event)]
        near = self._around.without_holders(before)[-1:] or self._around.without_holders(inside)[:1]
        return near[0].id if near else None

    def _is_setting(self, place: Circumstance) -> bool:
        """Say whether a place is one where something is or happens, and not where it comes from or goes to."""
        if place.telling or is_direction(place) or place.preposition == "from":
            return False
        return place.id in self._surely or place.preposition in AT or self._ties.is_of_setting(place)

    def _is_aside(self, place: Circumstance, event: EventDraft) -> bool:
        """Say whether a place is that of a relative clause of another month: "the truce signed in Bari in May fell"."""
        clause = place.path[-1] if place.path else -1
        if clause in (-1, event.verb) or self._trees.deps[clause] not in ("relcl", "acl"):
            return False
        told = self._told[self._trees.sentences[event.token]]
        times = {other.time for other in told if other.verb == clause} - {None, event.time}
        return bool(times - self._times.days)

    def _is_led_to(self, place: Circumstance, event: EventDraft) -> bool:
        """Say whether what came before an event in its sentence led to a place: "flew to Bari and signed"."""
        return place.token < event.token and not place.telling and is_direction(place)

    def _join_nouns(self, here: Sequence[EventDraft]) -> None:
        """Let a noun that tells an event share the place of its verb: "A fire destroyed ten huts"."""
        verbs = {event.verb: event for event in here if not event.nominal}
        for noun in here:
            if noun.nominal and noun.place is None and self._trees.deps[noun.token] in ("nsubj", "nsubjpass"):
                above = verbs.get(self._trees.heads[noun.token])
                self._set_place(noun, above.place if above is not None else None)


def _town_of_dateline(draft: Draft) -> str | None:
    """Return the town of the dateline of a report."""
    headed = in_datelines(draft.report.text)
    return next((p.id for p in draft.places if p.use is PlaceUse.PLACE and headed(p.start)), None)
