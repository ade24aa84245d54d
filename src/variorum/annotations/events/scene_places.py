"""Scene places: the places of a report that an event may have happened at, and what speaks for each.

A place plays a role for an event: told in its own sentence, that of the scene told last, that of the first scene, to
which reports come back, the dateline or another. Nouns, people and words taken up tie an event to one of them.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec import Struct, field

from variorum.annotations.events.scene_ties import TOWNS
from variorum.annotations.events.scene_weights import Candidate, features_of, step_of
from variorum.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from variorum.annotations.circumstances import Circumstance, Circumstances
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.events.scene_ties import SceneTies
    from variorum.annotations.trees import Trees


class _Scene(Struct):
    """What has been told at one place so far."""

    events: int = 0
    talks: bool = True
    """True while all of them are talks, so that nobody is hurt there."""
    paragraph: int = -1
    """The last paragraph with an event there."""
    sentences: set[int] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    """Lemmas of what happened there."""
    nouns: set[str] = field(default_factory=set)
    """Nouns of the sentences that tell it."""
    named: set[str] = field(default_factory=set)
    """Nouns, and entities by id, that were told of there."""


class ScenePlaces:
    """Yields the places that events may be set in, with their features."""

    def __init__(
        self,
        trees: Trees,
        around: Circumstances,
        ties: SceneTies,
        paragraphs: Sequence[int],
        town: str | None,
        is_setting: Callable[[Circumstance], bool],
    ) -> None:
        """Keep what is told where, the town of the dateline, and what says that a place is one where things happen."""
        self._trees = trees
        self._around = around
        self._ties = ties
        self._paragraphs = paragraphs
        self._town = town
        self._hanging = {place.id: place for place in around.hanging}
        self._settings = {place.id for place in around.hanging if is_setting(place)}
        mentions = {place.id: place.token for place in around.hanging}
        if town is not None:
            mentions.setdefault(town, trees.token_at(around.named[town].start))
        self._mentions = sorted((token, identity) for identity, token in mentions.items())
        self._scenes: dict[str, _Scene] = {}
        self._order: list[str] = []
        """Gazetteer ids of the scenes told, the last one at the end."""
        self._told_at = -1
        self._told_last: tuple[int, set[str]] = (-1, set())
        """The last sentence whose main clauses tell places, and which."""
        self._first: str | None = None
        self._main: tuple[int, str] | None = None
        """The mention of the first scene."""
        self._nouns = {place.id: self._nouns_over(place) for place in around.hanging}

    def _nouns_over(self, place: Circumstance) -> list[str]:
        """Return what stands at a place: "depot" in "a depot in Bari"; a town is taken up as "the city"."""
        trees = self._trees
        nouns = [trees.lemmas[token] for token in place.path[:4] if trees.poses[token] == "NOUN"]
        return [*nouns, *TOWNS] if self._around.named[place.id].kind == "city" else nouns

    def _key(self, identity: str) -> str:
        """Return the gazetteer id of a named place."""
        return self._around.named[identity].gazetteer_id

    def tell(self, event: EventDraft) -> None:
        """Keep in mind an event that has a place."""
        key, sentence = self._key(str(event.place)), self._trees.sentences[event.token]
        scene = self._scenes.setdefault(key, _Scene())
        scene.events += 1
        self._told_at = event.token
        scene.talks = scene.talks and self._ties.is_talks(event)
        scene.paragraph = self._paragraphs[sentence]
        scene.lemmas.add(self._trees.lemmas[event.token])
        scene.named.update(self._ties.tells_of(event))
        if sentence not in scene.sentences:
            scene.sentences.add(sentence)
            tokens = range(*self._trees.ranges[sentence])
            scene.nouns.update(self._trees.lemmas[at] for at in tokens if self._trees.poses[at] == "NOUN")
        if self._ties.is_main(event):
            if self._told_last[0] != sentence:
                self._told_last = (sentence, set())
            self._told_last[1].add(key)
        if key in self._order:
            self._order.remove(key)
        self._order = [*self._order, key][-LIMITS.scene_candidates :]
        if self._first is None:
            self._first, self._main = key, (event.token, str(event.place))

    def candidates(self, event: EventDraft, traits: Sequence[str], beside: set[str]) -> Iterator[Candidate]:
        """Yield the places that are told up to the end of an event's sentence, and what speaks for each.

        ``beside`` are the names of places at which the same sentence tells another event.
        """
        sentence = self._trees.sentences[event.token]
        told = self._told_until(self._trees.ranges[sentence][1])
        held = {
            holder for mentions in told.values() for _, name in mentions for holder in self._around.named[name].within
        }
        there = self._there(sentence)
        keys_beside = {self._key(name) for name in beside}
        nouns = self._definite_nouns(sentence)
        recent = sorted(told, key=lambda key: -max([at for at, _ in told[key] if at <= event.token], default=-1))
        for rank, key in enumerate(recent):
            if self._is_barred(event, key):
                continue
            before = [mention for mention in told[key] if mention[0] <= event.token]
            token, name = before[-1] if before else told[key][0]
            marks = {f"rank {step_of(rank, 0, 1, 2)}", f"of {step_of(len(told), 1, 2, 3)} places"}
            marks.update(self._ties_to(event, key, sentence, nouns))
            if key in held:
                marks.add("holds another")
            if key == there:
                marks.add("is there")
            back = sentence - self._trees.sentences[token]
            marks.add(f"back {step_of(back, 0, 1, 2, 3, 5, 8)}")
            if back and name in self._settings:
                marks.add("setting")
            role = self._role(
                key,
                name,
                back,
                before=token < event.token,
                beside=key in keys_beside,
                newer=not rank and token > self._told_at,
            )
            if self._is_unlikely(event, role, rank) or ("taken up" not in marks and self._is_torn(key, sentence)):
                continue
            near = self._paragraphs[sentence] == self._paragraphs[self._trees.sentences[token]]
            yield name, features_of(role, traits, sorted(marks), near=near)

    def _is_barred(self, event: EventDraft, key: str) -> bool:
        """Say whether only talks were told at a place, where nobody is hurt and nothing else is planned."""
        apart = self._ties.is_harm(event) or self._ties.is_planned(event)
        return apart and key in self._scenes and self._scenes[key].talks

    def _is_unlikely(self, event: EventDraft, role: str, rank: int) -> bool:
        """Say whether "it" goes back further than to the last place, or what moves at sea would be in the dateline."""
        if role == "dateline" and self._ties.is_afloat(event):
            return True
        subject = self._ties.subject_of(event)
        return rank > 0 and subject >= 0 and self._trees.lower[subject] == "it"

    def _is_torn(self, key: str, sentence: int) -> bool:
        """Say whether the sentence before tells of two places, so that what is told on may be of either."""
        last, keys = self._told_last
        return sentence - last == 1 and len(keys) > 1 and key in keys

    def _last_mentions(self, after: int) -> list[tuple[int, str]]:
        """Return the last mentions of places before a token, in text order."""
        last = bisect_left(self._mentions, (after, ""))
        return self._mentions[max(0, last - LIMITS.scene_mentions) : last]

    def _told_until(self, after: int) -> dict[str, list[tuple[int, str]]]:
        """Return the last places told before a token, and that of the first scene, with their mentions in order."""
        told: dict[str, list[tuple[int, str]]] = {}
        for mention in reversed(self._last_mentions(after)):
            key = self._key(mention[1])
            if key in told or len(told) < LIMITS.scene_candidates:
                told.setdefault(key, []).insert(0, mention)
        if self._first is not None and self._main is not None and self._main[0] < after:
            told.setdefault(self._first, [self._main])
        return told

    def _role(self, key: str, name: str, back: int, *, before: bool, beside: bool, newer: bool) -> str:
        """Return the role that a place plays for an event."""
        if not back:
            return ("told beside" if beside else "told before") if before else "told behind"
        moved = newer and name in self._settings  # "In Linz a pipe burst", though nobody reads that as an event
        last = moved or (bool(self._order) and key == self._order[-1])
        if key == self._first:
            return "first and last" if last else "first"
        return "last" if last else "dateline" if name == self._town else "other"

    def _ties_to(self, event: EventDraft, key: str, sentence: int, nouns: set[str]) -> Iterator[str]:
        """Yield what ties an event to what was told at a place."""
        scene = self._scenes.get(key)
        named = scene.named if scene is not None else set()
        taken = set(self._ties.takes_up(event))
        if taken & named or taken & self._named_at(key, sentence):
            yield "taken up"
        yield f"events {min(scene.events if scene is not None else 0, 3)}"
        if scene is None:
            return
        if scene.paragraph == self._paragraphs[sentence]:
            yield "told in the paragraph"
        if self._trees.lemmas[event.token] in scene.lemmas:
            yield "same deed"
        if sentence not in scene.sentences:
            if nouns & scene.nouns:
                yield "same things"
            subject = self._ties.subject_of(event)
            if subject >= 0 and self._trees.poses[subject] == "NOUN" and self._trees.lemmas[subject] in scene.nouns:
                yield "same subject"

    def _named_at(self, key: str, sentence: int) -> set[str]:
        """Return what the words of the last names of a place say to stand there."""
        recent = self._last_mentions(self._trees.ranges[sentence][1])
        return {noun for _, name in recent if self._key(name) == key for noun in self._nouns.get(name, ())}

    def _there(self, sentence: int) -> str | None:
        """Return the place that "there" takes up: the last one before it that is not only of another."""
        trees = self._trees
        tokens = range(*trees.ranges[sentence])
        at = next((token for token in tokens if trees.lower[token] == "there" and trees.deps[token] != "expl"), -1)
        if at < 0:
            return None
        for _, name in reversed(self._last_mentions(at)):
            place = self._hanging.get(name)
            if place is not None and not place.telling and place.preposition != "of":
                return self._key(name)
        return None

    def _definite_nouns(self, sentence: int) -> set[str]:
        """Return the nouns that a sentence takes up: "the depot"."""
        trees = self._trees
        tokens = range(*trees.ranges[sentence])
        return {trees.lemmas[at] for at in tokens if trees.poses[at] == "NOUN" and self._ties.is_definite(at)}
