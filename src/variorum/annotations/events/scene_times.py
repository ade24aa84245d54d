"""Scene times: the times of a report at which an event may have happened, and what speaks for each.

What is told on takes the time of the scene or of the event beside it; a time of its own sentence that no other event
has is likely its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec import Struct, field

from variorum.annotations.events.scene_weights import Candidate, features_of, step_of
from variorum.limits import LIMITS
from variorum.model.annotations import TimeType

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from variorum.annotations.circumstances import Circumstance, Circumstances
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.events.scene_ties import SceneTies
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import TimeExpression

#: Values of a day or a part of one.
_DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)")
#: Symbols of what is counted from another time: "the same day", "the day before", "midnight".
_COUNTED = re.compile(r"t\d+\|")
#: What goes on to another day: "two days later".
_NEXT = re.compile(r"\b(?:days?|weeks?|months?|years?) later$|\b(?:next|following)\b", re.IGNORECASE)
#: Prepositions of a time that only bounds what is told: "closed until Sunday".
_BOUNDS = frozenset({"until", "till", "before", "since", "by"})
#: Prepositions that are features of their own.
_PREPOSITIONS = frozenset({"on", "in", "at", "by", "after", "before", "since", "until", "from", "between", "during"})
#: How many tokens apart a time is near.
_NEAR = 6


class _Moment(Struct):
    """What has been told at one time so far."""

    events: int = 0
    talks: bool = True
    """True while all of them are talks, so that nobody is hurt then."""
    last: EventDraft | None = None
    place: str | None = None
    """Where the last of them was told to happen, by the words around it."""
    named: set[str] = field(default_factory=set)


class SceneTimes:
    """Yields the times that events may have, with their features."""

    def __init__(
        self,
        trees: Trees,
        around: Circumstances,
        ties: SceneTies,
        paragraphs: Sequence[int],
        times: Iterable[TimeExpression],
        lasting: Container[str],
        years: Container[str],
    ) -> None:
        """Keep what is told when; ``lasting`` are the times that say how long, ``years`` those of a year or more."""
        self._trees = trees
        self._around = around
        self._ties = ties
        self._paragraphs = paragraphs
        self._kinds = {time.id: self._kind_of(time, years) for time in times}
        self.days = {identity for identity, kind in self._kinds.items() if kind == "day"}
        self._counted = {time.id for time in times if _is_counted(time)}
        told = sorted((time for here in around.by_sentence.values() for time in here), key=lambda time: time.token)
        self._told = [time for time in told if time.id not in lasting]
        self._moments: dict[str, _Moment] = {}
        self._last: str | None = None
        self._last_day: str | None = None
        self._first: str | None = None
        self._told_last: tuple[int, set[str]] = (-1, set())
        """The last sentence whose main clauses tell times, and which."""

    @staticmethod
    def _kind_of(time: TimeExpression, years: Container[str]) -> str:
        """Return how fine a time is: a day, a clock time, a year or more, or in between."""
        if _DAY.match(time.value):
            return "day"
        if time.type is TimeType.TIME:
            return "clock"
        return "years" if time.id in years else "coarse"

    def tell(self, event: EventDraft) -> None:
        """Keep in mind an event that has a time."""
        time = str(event.time)
        moment = self._moments.setdefault(time, _Moment())
        moment.events += 1
        moment.talks = moment.talks and self._ties.is_talks(event)
        moment.last = event
        moment.place = None if "place" in event.of_scene else event.place
        moment.named.update(self._ties.tells_of(event))
        sentence = self._trees.sentences[event.token]
        if self._ties.is_main(event):
            if self._told_last[0] != sentence:
                self._told_last = (sentence, set())
            self._told_last[1].add(time)
        self._last = time
        self._first = self._first or time
        if time in self.days:
            self._last_day = time

    def candidates(self, event: EventDraft, traits: Sequence[str], beside: set[str]) -> Iterator[Candidate]:
        """Yield the times that are told up to the end of an event's sentence, and what speaks for each.

        ``beside`` are the times of the other events of the sentence.
        """
        sentence = self._trees.sentences[event.token]
        told = self._told_until(self._trees.ranges[sentence][1])
        own = self._around.by_sentence.get(sentence, ())
        if self._ties.is_afterwards(event):
            return
        for rank, time in enumerate(told):
            back = sentence - self._trees.sentences[time.token]
            if self._is_barred(event, time, back, beside):
                continue
            kind = self._kinds[time.id]
            marks = {f"rank {step_of(rank, 0, 1, 2)}", f"back {step_of(back, 0, 1, 2, 3, 5, 8)}", f"of {kind}"}
            marks.update(self._told_as(time))
            if back:
                marks.update({"sentence has a time"} if own else ())
                marks.update({"sentence has a day"} if any(other.id in self.days for other in own) else ())
            else:
                marks.update(self._lies(event, time))
            marks.update(self._ties_to(event, time.id))
            near = self._paragraphs[sentence] == self._paragraphs[self._trees.sentences[time.token]]
            yield time.id, features_of(self._role(event, time, back, beside), traits, sorted(marks), near=near)

    def _is_barred(self, event: EventDraft, time: Circumstance, back: int, beside: set[str]) -> bool:
        """Say whether a time is that of talks in which nobody is hurt, of one of two deeds, or of another elsewhere."""
        if self._ties.is_harm(event) and time.id in self._moments and self._moments[time.id].talks:
            return True
        last, times = self._told_last
        if back and len(times) > 1 and time.id in times and self._trees.sentences[event.token] - last == 1:
            return self._moments[time.id].named.isdisjoint(self._ties.takes_up(event))
        # "Practised in Maribor and was arrested in Trieste on Saturday"
        placed = event.place is not None and "place" not in event.of_scene
        return placed and not back and time.token > event.token and time.id in beside

    def _told_until(self, after: int) -> list[Circumstance]:
        """Return the last times told before a token, the last one first."""
        last = bisect_left(self._told, after, key=lambda time: time.token)
        return self._told[max(0, last - LIMITS.scene_candidates) : last][::-1]

    def _role(self, event: EventDraft, time: Circumstance, back: int, beside: set[str]) -> str:
        """Return the role that a time plays for an event."""
        if not back:
            side = "before" if time.token < event.token else "behind"
            return f"{side}, {'taken' if time.id in beside else 'free'}"
        return "last" if time.id == self._last else "first" if time.id == self._first else "other"

    def _told_as(self, time: Circumstance) -> Iterator[str]:
        """Yield how a time is told: as that of a saying, as a bound, counted from another, behind which preposition."""
        if time.telling:
            yield "of a saying"
        if time.preposition in _BOUNDS:
            yield "bounds"
        if time.id in self._counted:
            yield "counted"
        if time.id == self._last_day:
            yield "last day"
        yield f"behind {time.preposition}" if time.preposition in _PREPOSITIONS else "behind another word"

    def _lies(self, event: EventDraft, time: Circumstance) -> Iterator[str]:
        """Yield how a time of the same sentence lies to an event."""
        trees = self._trees
        if time.path and time.path[-1] == event.verb:
            yield "in the clause"
        if time.path and trees.heads[event.verb] == time.path[-1] != event.verb:
            yield "in the clause above"
        first, last = sorted((time.token, event.token))
        if last - first <= _NEAR:
            yield "near"
        if not any(trees.is_predicate(token) for token in range(first + 1, last)):
            yield "no verb between"

    def _ties_to(self, event: EventDraft, time: str) -> Iterator[str]:
        """Yield what ties an event to what was told at a time."""
        moment = self._moments.get(time)
        yield f"events {min(moment.events if moment is not None else 0, 3)}"
        if moment is None or moment.last is None:
            return
        if len(self._moments) == 1:
            yield "only time"
        if moment.named & set(self._ties.takes_up(event)):
            yield "taken up"
        place = None if "place" in event.of_scene else event.place
        if place is not None and moment.place is not None:
            named = self._around.named
            yield "same place" if named[place].gazetteer_id == named[moment.place].gazetteer_id else "other place"
        yield from self._other_told(event, moment.last)

    def _other_told(self, event: EventDraft, other: EventDraft) -> Iterator[str]:
        """Yield how the last event of a time was told, and how it is joined to this one."""
        trees, ties = self._trees, self._ties
        marks = {
            "other planned": ties.is_planned(other),
            "other told before": ties.is_told_before(other),
            "other nominal": other.nominal,
            "other main": ties.is_main(other),
            "same people": not {*event.source, *event.target}.isdisjoint({*other.source, *other.target}),
            "joined": trees.deps[event.verb] == "conj"
            and trees.first_conjunct(event.verb) == trees.first_conjunct(other.verb),
            "other above": trees.heads[event.verb] == other.verb != event.verb,
            "other below": trees.heads[other.verb] == event.verb != other.verb,
        }
        yield from (name for name, holds in marks.items() if holds)


def _is_counted(time: TimeExpression) -> bool:
    """Say whether a time is counted from another and stays on its day: "the same day", "hours later"."""
    counted = time.value.startswith("P") or _COUNTED.match(time.symbol) is not None
    return counted and _NEXT.search(time.text) is None
