"""Event profiles: what is compared of two words that may tell one event, whether or not they have a type.

A profile is the trigger with its near words, its sentence with whom and when that names, and the participants.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.events.words import ROOT_LETTERS, event_classes, root_of
from variorum.alignments.similarities import vectors_of
from variorum.alignments.wordings.likeness import contents_of, stem_of
from variorum.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.positions import Actors
    from variorum.model.annotations import AnnotatedReport, Event, TimeExpression

#: Words on either side of a trigger that stand near it, and the code points in which they are looked for.
_NEAR = 3
_NEAR_CHARACTERS = 60
#: Words on either side that are encoded with the trigger.
_BESIDE = 2
#: Times of a sentence that are compared.
_TIMES = 4


class Trigger(Struct, frozen=True):
    """A word that tells an event, with the event where the report has one there."""

    span: Span
    lemma: str
    event: Event | None = None


class EventProfile(Struct, frozen=True, eq=False):
    """A trigger with what its report says around it."""

    position: int
    """Place of the report in the story."""
    start: int
    word: str
    lemma: str
    root: str
    words: frozenset[str]
    """Stems of its content words, where it has several."""
    classes: frozenset[int]
    """Of the words by which one event is named."""
    number: int
    """Of the sentence."""
    sentence: Span
    beside: str
    near: frozenset[str]
    """Stems of the content words next to the trigger."""
    stems: frozenset[str]
    """Of the content words of the sentence."""
    actors: frozenset[str]
    """Whom the sentence names."""
    participants: frozenset[str]
    time: TimeExpression | None
    """Of the event."""
    times: tuple[TimeExpression, ...]
    """Of the sentence."""
    type: str | None
    """None where there is no type, or where the report has no event there."""


class EventVectors(Struct, frozen=True, eq=False):
    """A row a profile: of its trigger, of the trigger with the words beside it, and of its sentence."""

    triggers: NDArray[np.float32]
    beside: NDArray[np.float32]
    sentences: NDArray[np.float32]


def event_profiles(
    position: int, annotated: AnnotatedReport, actors: Actors, triggers: Iterable[Trigger]
) -> list[EventProfile]:
    """Return the profiles of triggers of one report."""
    starts = [sentence.start for sentence in annotated.sentences]
    mentions = [(mention.start, actors[entity.id]) for entity in annotated.entities if entity.id in actors
                for mention in entity.mentions]  # fmt: skip
    named: dict[int, set[str]] = {}
    for start, actor in mentions:
        named.setdefault(bisect_right(starts, start) - 1, set()).add(actor)
    times: dict[int, list[TimeExpression]] = {}
    for time in annotated.times:
        times.setdefault(bisect_right(starts, time.start) - 1, []).append(time)
    found = []
    for trigger in triggers:
        number = bisect_right(starts, trigger.span.start) - 1
        sentence = annotated.sentences[number].span if number >= 0 else trigger.span
        found.append(
            _profile(position, annotated.report.text, (number, sentence), trigger, actors, named.get(number, set()),
                     times.get(number, []))
        )  # fmt: skip
    return found


def _profile(
    position: int,
    text: str,
    place: tuple[int, Span],
    trigger: Trigger,
    actors: Actors,
    named: set[str],
    times: Sequence[TimeExpression],
) -> EventProfile:
    """Return the profile of one trigger; ``place`` is its sentence with its number."""
    event, span = trigger.event, trigger.span
    number, sentence = place
    before = text[max(sentence.start, span.start - _NEAR_CHARACTERS) : span.start].split()
    after = text[span.end : max(span.end, min(sentence.end, span.end + _NEAR_CHARACTERS))].split()
    word = text[span.start : span.end]
    around = " ".join((*before[-_NEAR:], *after[:_NEAR]))
    return EventProfile(
        position=position,
        start=span.start,
        word=word.casefold(),
        lemma=trigger.lemma,
        root=root_of(trigger.lemma),
        words=frozenset(contents_of(word)) or frozenset((stem_of(trigger.lemma),)),
        classes=event_classes(trigger.lemma, word.casefold()),
        number=number,
        sentence=sentence,
        beside=" ".join((*before[-_BESIDE:], word, *after[:_BESIDE])),
        near=frozenset(contents_of(around)),
        stems=frozenset(contents_of(sentence.text_of(text))),
        actors=frozenset(named),
        participants=frozenset(actors[entity] for entity in (*event.source, *event.target) if entity in actors)
        if event
        else frozenset(),
        time=next((time for time in times if event and time.id == event.own_time), None),
        times=tuple(times[:_TIMES]),
        type=event.type if event and event.type != "OTHER" else None,
    )


def of_one_root(one: EventProfile, two: EventProfile) -> bool:
    """Say whether two triggers are one word, or of one root: "arrested", "the arrest"."""
    if one.lemma == two.lemma or one.root == two.root or stem_of(one.lemma) == stem_of(two.lemma):
        return True
    letters = max(ROOT_LETTERS, min(len(one.root), len(two.root)) - 1)
    return min(len(one.root), len(two.root)) >= letters and one.root[:letters] == two.root[:letters]


def encode_events(profiles: Sequence[EventProfile], texts: Sequence[str]) -> EventVectors:
    """Return the vectors of profiles; ``texts`` are those of the reports, by position."""
    return EventVectors(
        vectors_of([profile.word for profile in profiles]),
        vectors_of([profile.beside for profile in profiles]),
        vectors_of([profile.sentence.text_of(texts[profile.position]) for profile in profiles]),
    )
