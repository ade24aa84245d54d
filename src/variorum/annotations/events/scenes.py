"""Scenes: where and when a report goes on with what it has just told.

"A roof fell in on a market in Ulm on Friday. Shoppers ran into the street.", and a paragraph later "Two were hurt."
One scene runs on through the paragraphs until another place is told. What takes up somebody or something that was
told of in a scene is set there too, and what opens a report under the town of a dateline is set in that town.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.annotations.circumstances import AT, is_direction
from variorum.annotations.events.scene_ties import TOWNS
from variorum.annotations.places.datelines import in_datelines
from variorum.model.annotations import PlaceUse

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from variorum.annotations.circumstances import Circumstance, Circumstances
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.events.scene_ties import SceneTies
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Draft

#: How many sentences a scene runs on without being told of again.
_RUNS = 8
#: How many sentences back the time of a scene is still that of what follows.
_TIME_RUNS = 6
#: How many sentences back somebody or something may have been told of in a scene.
_TAKEN_UP = 10
#: How many of its first sentences the dateline of a report can set.
_LED = 3
#: Values of a day or a part of one.
_DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)")
#: Symbols of what is counted from another time: "the same day", "the day before", "midnight".
_COUNTED = re.compile(r"t\d+\|")
#: What goes on to another day: "two days later".
_NEXT = re.compile(r"\b(?:days?|weeks?|months?|years?) later$|\b(?:next|following)\b", re.IGNORECASE)
#: The rank of a place that something leaves.
_GONE_FROM = 1
#: Prepositions of a time that only bounds what is told: "closed until Sunday".
_BOUNDS = frozenset({"until", "till", "before", "since", "by"})


@dataclass(slots=True)
class _Stage:
    """The scene that runs on: a place, where one is told alone, and the sentence that told it last."""

    place: str | None = None
    sentence: int = -1
    planned: bool = False
    talks: bool = False
    """True where all that is told there are talks, so that nobody is hurt there."""
    past: str | None = None
    """The one time that the last sentence with times told of, and which that was."""
    dated: int = -1


class SceneReader:
    """Gives events the time and place of the scene that they go on with."""

    def __init__(
        self, trees: Trees, around: Circumstances, ties: SceneTies, draft: Draft, lasting: Container[str]
    ) -> None:
        """Keep the trees, what is told where, what ties events to scenes, and the times that say how long."""
        self._days = {time.id for time in draft.times if _DAY.match(time.value)}
        self._counted = {
            time.id
            for time in draft.times
            if (time.value.startswith("P") or _COUNTED.match(time.symbol)) and not _NEXT.search(time.text)
        }
        self._trees = trees
        self._around = around
        self._ties = ties
        self._lasting = lasting
        self._places: dict[int, list[Circumstance]] = {}
        for place in around.hanging:
            self._places.setdefault(trees.sentences[place.token], []).append(place)
        self._paths = {place.id: place.path for place in around.hanging}
        self._where = {place.id: trees.sentences[place.token] for place in around.hanging}
        self._led_to = {place.id for place in around.hanging if is_direction(place)}
        self._surely = {place.id for places in around.places.values() for place in places if place.rank != _GONE_FROM}
        self._town = _town_of_dateline(draft)
        self._stage = _Stage(self._town, -1 if self._town is None else 0)
        self._told: dict[int, list[EventDraft]] = {}
        self._known: dict[str, tuple[str, int]] = {}

    def fill(self, events: Sequence[EventDraft]) -> None:
        """Fill times and places in text order, so that a third event may take what the second took."""
        for event in events:
            self._told.setdefault(self._trees.sentences[event.token], []).append(event)
        for sentence in range(len(self._trees.ranges)):
            here = self._told.get(sentence, [])
            for event in here:
                if event.place is None:
                    self._set_place(event, self._place_for(event, sentence))
                if event.time is None:
                    self._set_time(event, self._time_for(event, sentence))
            self._join_nouns(here)
            self._move_on(sentence, here)

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

    def _place_for(self, event: EventDraft, sentence: int) -> str | None:
        """Return the place of the scene that an event belongs to, None where the words do not tell it."""
        if not self._ties.happens_somewhere(event):
            return None
        if self._town is not None and self._ties.is_told_here(event):
            return self._town
        beside = self._beside(event, sentence)
        if beside is not None or self._is_elsewhere(event, sentence) or self._ties.is_in_unknown(event):
            return beside
        taken_up = self._taken_up(event, sentence)
        if taken_up is not None:
            return taken_up
        stage = self._stage
        if stage.place is None or sentence - stage.sentence > _RUNS or not self._ties.goes_on(event):
            return None
        if stage.place == self._town:
            return None if sentence > _LED or self._ties.is_afloat(event) else self._town
        kin = (stage.planned or not self._ties.is_planned(event)) and not (stage.talks and self._ties.is_harm(event))
        return stage.place if kin else None

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
        return bool(times - self._days)

    def _is_led_to(self, place: Circumstance, event: EventDraft) -> bool:
        """Say whether what came before an event in its sentence led to a place: "flew to Bari and signed"."""
        return place.token < event.token and not place.telling and is_direction(place)

    def _is_elsewhere(self, event: EventDraft, sentence: int) -> bool:
        """Say whether its own sentence takes an event away from the scene: "left from Bari"."""
        return any(
            event.verb in place.path and (is_direction(place) or place.preposition == "from")
            for place in self._places.get(sentence, ())
        )

    def _taken_up(self, event: EventDraft, sentence: int) -> str | None:
        """Return the place where somebody or something was last told of that an event takes up."""
        for name in self._ties.takes_up(event):
            place, told = self._known.get(name, (None, -1))
            if place is not None and sentence - told <= _TAKEN_UP:
                return place
        return None

    def _time_for(self, event: EventDraft, sentence: int) -> str | None:
        """Return the time of what was told before in its sentence, or of the scene, where an event follows on it."""
        if not self._ties.is_told_then(event) or self._has_free_time(event, sentence):
            return None
        beside = [other for other in self._told[sentence] if other.time is not None and other.token < event.token]
        if beside:
            last = beside[-1]
            shares = event.place is None or self._is_same(event.place, last.place) or last.time in self._days
            return last.time if shares and not self._ties.is_planned(last) and not event.nominal else None
        stage = self._stage
        if stage.talks and self._ties.is_harm(event):
            return None
        there = event.place is None or self._is_same(event.place, stage.place)
        reach = _TIME_RUNS if there else _TIME_RUNS // 2
        return stage.past if sentence - stage.dated <= reach else None

    def _has_free_time(self, event: EventDraft, sentence: int) -> bool:
        """Say whether a time of the sentence belongs to none of its other events, so that it may be this one's."""
        taken = {other.time for other in self._told[sentence] if other is not event}
        return any(
            time.id not in taken
            and not time.telling
            and time.id not in self._lasting
            and time.preposition not in _BOUNDS
            for time in self._around.by_sentence.get(sentence, ())
        )

    def _join_nouns(self, here: Sequence[EventDraft]) -> None:
        """Let a noun that tells an event share the place of its verb: "A fire destroyed ten huts"."""
        verbs = {event.verb: event for event in here if not event.nominal}
        for noun in here:
            if noun.nominal and noun.place is None and self._trees.deps[noun.token] in ("nsubj", "nsubjpass"):
                above = verbs.get(self._trees.heads[noun.token])
                self._set_place(noun, above.place if above is not None else None)

    def _main_places(self, placed: Sequence[EventDraft]) -> dict[str, str]:
        """Return the names of the places of main clauses, where one has a place; else those of all."""
        main = [event for event in placed if self._ties.is_main(event)]
        return self._by_place(str(event.place) for event in main or placed)

    def _by_place(self, names: Iterable[str]) -> dict[str, str]:
        """Return the first name of each place."""
        found: dict[str, str] = {}
        for name in names:
            found.setdefault(self._around.named[name].gazetteer_id, name)
        return found

    def _move_on(self, sentence: int, here: Sequence[EventDraft]) -> None:
        """Move the scene on to what a sentence tells of its main thread; what was before or is planned leaves it."""
        stage, ties = self._stage, self._ties
        placed = [event for event in here if event.place is not None]
        for event in placed:
            self._remember(event, sentence)
        told = [event for event in placed if self._leads(event, sentence)]
        told = [event for event in told if not event.nominal] or told
        leading = [event for event in told if not self._is_aside_of_thread(event)]
        if leading or stage.place is None or not placed:
            places = self._main_places(leading or placed) or self._stood_in(sentence)
            if places:
                stage.place = next(iter(places.values())) if len(places) == 1 else None
                stage.sentence = sentence
                stage.talks = bool(placed) and all(ties.is_talks(event) for event in placed)
                stage.planned = bool(placed) and all(ties.is_planned(event) for event in placed)
        elif any(self._is_same(event.place, stage.place) for event in placed):
            stage.sentence = sentence
        self._move_time_on(sentence, here)

    def _move_time_on(self, sentence: int, here: Sequence[EventDraft]) -> None:
        """Keep the one time of a sentence as that of the scene, unless it is counted from another: "hours later"."""
        timed = [event for event in here if event.time is not None and "time" not in event.of_scene]
        led = [event for event in timed if not self._is_aside_of_thread(event)]
        times = {event.time for event in [event for event in led if self._ties.is_main(event)] or led}
        if not timed and self._stage.past is None:
            free = [time for time in self._around.by_sentence.get(sentence, ()) if time.preposition not in _BOUNDS]
            times = {time.id for time in free if not time.telling and time.id in self._days}
        times -= self._counted
        if times:
            self._stage.past = next(iter(times)) if len(times) == 1 else None
            self._stage.dated = sentence

    def _is_same(self, one: str | None, two: str | None) -> bool:
        """Say whether two names are of one place."""
        named = self._around.named
        return one is not None and two is not None and named[one].gazetteer_id == named[two].gazetteer_id

    def _leads(self, event: EventDraft, sentence: int) -> bool:
        """Say whether an event leads to a scene: its own sentence tells the place, or its own day, of a known one."""
        if self._where.get(str(event.place)) != sentence:
            return "place" in event.of_scene and event.time in self._days and "time" not in event.of_scene
        return not (self._ties.is_brought(event) and event.place in self._led_to)

    def _is_aside_of_thread(self, event: EventDraft) -> bool:
        """Say whether an event is told aside of the main thread: "had crashed", "in 2017", "will go on"."""
        coarse = event.time is not None and event.time not in self._days | self._counted
        return coarse or self._ties.is_planned(event) or self._ties.is_told_before(event)

    def _remember(self, event: EventDraft, sentence: int) -> None:
        """Remember where those and that were told of which take part in an event."""
        place = str(event.place)
        path = self._paths.get(place, ())
        nouns = [self._trees.lemmas[token] for token in path if self._trees.poses[token] == "NOUN"]
        for name in (*self._ties.tells_of(event), *nouns):
            self._known[name] = (place, sentence)
        if self._around.named[place].kind == "city":
            for word in TOWNS:
                self._known[word] = (place, sentence)

    def _stood_in(self, sentence: int) -> dict[str, str]:
        """Return where a sentence is set that tells no placed event: "The shops of Ulm are still without power"."""
        places = [place for place in self._places.get(sentence, ()) if not self._ties.is_of_saying(place)]
        settings = [place for place in places if self._is_setting(place)]
        settings = settings or [place for place in places if is_direction(place) and not place.telling]
        return self._by_place(place.id for place in self._around.without_holders(settings))


def _town_of_dateline(draft: Draft) -> str | None:
    """Return the town of the dateline of a report."""
    headed = in_datelines(draft.report.text)
    return next((p.id for p in draft.places if p.use is PlaceUse.PLACE and headed(p.start)), None)
