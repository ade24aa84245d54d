"""Pairs of event profiles: what speaks for and against two triggers telling one event, and the odds that they do.

The same word told of the same people at the same time is one event; the same word in another matter is not. Where the
words are others, their meaning and that of their sentences must carry more. The weights are those of a logistic
regression (``tools/train_events.py``), kept in ``data/event_weights.json`` by name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import fsum, log
from typing import TYPE_CHECKING

from variorum.alignments.event_profiles import of_one_root
from variorum.alignments.occasions import TimeFit, times_fit
from variorum.alignments.trained import trained_weights
from variorum.alignments.wordings import Weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.alignments.event_profiles import EventProfile, EventVectors

#: Participants and near words in common count up to here; more makes no difference.
_MOST = 2
#: Cosine of two triggers from which they are nearly one word in meaning.
_NEARLY = 0.5
_FITTING = frozenset({TimeFit.SAME, TimeFit.COMPATIBLE})
_PARTED = frozenset({TimeFit.APART, TimeFit.NEAR})


@dataclass(frozen=True, slots=True, eq=False)
class EventPairs:
    """The triggers of a story that are compared, with what is known of all of them."""

    profiles: Sequence[EventProfile]
    vectors: EventVectors
    weights: Weights
    """How rare each word is among the sentences."""
    frequency: Mapping[str, int]
    """How often each lemma is a trigger."""

    @classmethod
    def of(cls, profiles: Sequence[EventProfile], vectors: EventVectors) -> EventPairs:
        """Count words and triggers of the story."""
        sentences = {(profile.position, profile.sentence.start): profile.stems for profile in profiles}
        return cls(profiles, vectors, Weights(sentences.values()), Counter(profile.lemma for profile in profiles))

    def odds(self, one: int, two: int) -> float:
        """Return the logarithm of the odds that two triggers tell one event."""
        weights = trained_weights("event")
        return fsum(weights.get(name, 0.0) * value for name, value in self.features(one, two).items() if value)

    def features(self, one: int, two: int) -> dict[str, float]:
        """Return the features of a pair by name, the same in either order."""
        left, right = self.profiles[one], self.profiles[two]
        alike = of_one_root(left, right)
        told = {
            **self._likeness(one, two),
            **_company(left, right),
            **_times(left, right),
            "one sentence": float(left.position == right.position and left.sentence == right.sentence),
            "rarer lemma": self._rarer(left, right),
        }
        typed = left.type is not None and right.type is not None
        found = {"bias": 1.0, "same lemma": float(left.lemma == right.lemma), "one root": float(alike), **told}
        if alike:
            found.update((f"one root, {name}", value) for name, value in told.items())
        else:
            trigger, sentence = told["cosine of triggers"], told["cosine of sentences"]
            found["other words, cosine of triggers and sentences"] = trigger * sentence
            found["other words, cosine of words beside"] = told["cosine of words beside"]
            found["other words, cosine of sentences"] = sentence
            found["other words, triggers nearly one"] = max(0.0, trigger - _NEARLY)
            found["other words, same type"] = float(typed and left.type == right.type)
            found["other words, other types"] = float(typed and left.type != right.type)
        return found

    def _likeness(self, one: int, two: int) -> dict[str, float]:
        """Return how near words and sentences are."""
        left, right, vectors = self.profiles[one], self.profiles[two], self.vectors
        return {
            "cosine of triggers": float(vectors.triggers[one] @ vectors.triggers[two]),
            "cosine of words beside": float(vectors.beside[one] @ vectors.beside[two]),
            "cosine of sentences": float(vectors.sentences[one] @ vectors.sentences[two]),
            "rare words in common": self.weights.containment(left.stems, right.stems),
            "near words in common": float(min(_MOST, len(left.near & right.near))),
        }

    def _rarer(self, one: EventProfile, two: EventProfile) -> float:
        """Return how often the rarer of two triggers is told, 0 to 1."""
        least = min(self.frequency[one.lemma], self.frequency[two.lemma])
        return log(1 + least) / log(2 + len(self.profiles))


def _company(one: EventProfile, two: EventProfile) -> dict[str, float]:
    """Return whom both name, in their sentences and as those who take part."""
    shared = one.participants & two.participants
    least = max(1, min(len(one.actors), len(two.actors)))
    return {
        "actors in common": len(one.actors & two.actors) / least,
        "participants in common": float(min(_MOST, len(shared))),
        "other participants": float(bool(one.participants and two.participants and not shared)),
    }


def _times(one: EventProfile, two: EventProfile) -> dict[str, float]:
    """Return how the times of the sentences lie."""
    fits = {times_fit(left, right) for left in one.times for right in two.times}
    return {
        "a time in common": float(not fits.isdisjoint(_FITTING)),
        "other times": float(bool(fits) and fits <= _PARTED),
    }
