"""Pairs of event profiles: what speaks for and against two triggers telling one event, and the odds that they do.

The same word told of the same people at the same time is one event; the same word in another matter is not. Where the
words are others, their meaning and that of their sentences must carry more, and what the reports have in common. A
small network weighs the features (:mod:`variorum.alignments.events.network`), and a second one looks at them again
beside all other pairs of the story.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.events.in_place import triggers_in_place
from variorum.alignments.events.profiles import encode_events, of_one_root
from variorum.alignments.events.report_nearness import report_nearness
from variorum.alignments.occasions import TimeFit, times_fit
from variorum.alignments.wordings.likeness import Weights
from variorum.alignments.wordings.matches import word_reports
from variorum.limits import LIMITS
from variorum.paraphrases import are_kin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.alignments.events.in_place import TriggersInPlace
    from variorum.alignments.events.profiles import EventProfile, EventVectors
    from variorum.alignments.events.report_nearness import ReportNearness
    from variorum.alignments.wordings.matches import WordedReport
    from variorum.model.annotations import AnnotatedReport

#: Participants and near words in common count up to here; more makes no difference.
_MOST = 2
#: Letters of a root by which reports that tell it are counted.
_STEM = 6
#: Sentences of a report that are its lead.
_LEAD = 2
_FITTING = frozenset({TimeFit.SAME, TimeFit.COMPATIBLE})
_PARTED = frozenset({TimeFit.APART, TimeFit.NEAR})


class EventPairs(Struct, frozen=True, eq=False):
    """The triggers of a story that are compared, with what is known of all of them."""

    profiles: Sequence[EventProfile]
    vectors: EventVectors
    in_place: TriggersInPlace
    nearness: ReportNearness
    weights: Weights
    """How rare each word is among the sentences."""
    frequency: Mapping[str, int]
    """How often each lemma is a trigger."""
    spread: Mapping[str, float]
    """In which part of the reports each root is a trigger."""
    reports: int
    """Reports that have a trigger; one where none has."""

    @classmethod
    def of(
        cls,
        profiles: Sequence[EventProfile],
        annotated: Sequence[AnnotatedReport],
        worded: Sequence[WordedReport] | None = None,
    ) -> EventPairs:
        """Count words and triggers of the story; ``annotated`` are its reports, by position.

        ``worded`` are their words, where they were read before.
        """
        texts = [each.report.text for each in annotated]
        sentences = {(profile.position, profile.sentence.start): profile.stems for profile in profiles}
        tellers = {(profile.root[:_STEM], profile.position) for profile in profiles}
        reports = max(1, len({profile.position for profile in profiles}))
        return cls(
            profiles,
            encode_events(profiles, texts),
            triggers_in_place(profiles, worded or word_reports(annotated)),
            report_nearness(texts),
            Weights(sentences.values()),
            Counter(profile.lemma for profile in profiles),
            {root: count / reports for root, count in Counter(root for root, _ in tellers).items()},
            reports,
        )

    def odds(self, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """Return the logarithm of the odds that two triggers tell one event, for each pair, none asked for twice.

        Each is looked at by itself, then beside all the others, unless the story is too large for that.
        """
        # numpy comes with the networks: only where something is aligned
        from variorum.alignments.events.network import load_event_networks  # noqa: PLC0415
        from variorum.alignments.events.second_looks import second_features  # noqa: PLC0415

        networks = load_event_networks()
        features = [self.features(one, two) for one, two in pairs]
        odds = networks.first.odds(features)
        if len(self.profiles) > LIMITS.second_looks:
            return odds
        beside = second_features(self.profiles, dict(zip(pairs, odds, strict=True)))
        return networks.second.odds([{**own, **more} for own, more in zip(features, beside, strict=True)])

    def features(self, one: int, two: int) -> dict[str, float]:
        """Return the features of a pair by name, the same in either order."""
        left, right = self.profiles[one], self.profiles[two]
        return {
            **_words(left, right),
            **self._likeness(one, two),
            **self.in_place.features(one, two),
            **_company(left, right),
            **_times(left, right),
            **self._reports(left, right),
            "one sentence": float(left.position == right.position and left.sentence == right.sentence),
            "rarer lemma": self._rarer(left, right),
        }

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

    def _reports(self, one: EventProfile, two: EventProfile) -> dict[str, float]:
        """Return how near the reports are, how many tell such events, and whether both events open their reports."""
        spreads = sorted(self.spread[profile.root[:_STEM]] for profile in (one, two))
        return {
            "one report": float(one.position == two.position),
            "nearness of reports": float(self.nearness.shared[one.position, two.position]),
            "more nearness than with others": float(self.nearness.more[one.position, two.position]),
            "fewer reports with its root": spreads[0],
            "more reports with its root": spreads[1],
            "both in the lead": float(max(one.number, two.number) < _LEAD),
            "triggers": log(len(self.profiles)),
            "reports": log(self.reports),
        }

    def _rarer(self, one: EventProfile, two: EventProfile) -> float:
        """Return how often the rarer of two triggers is told, 0 to 1."""
        least = min(self.frequency[one.lemma], self.frequency[two.lemma])
        return log(1 + least) / log(2 + len(self.profiles))


def _words(one: EventProfile, two: EventProfile) -> dict[str, float]:
    """Return what the words of two triggers have in common."""
    alike = of_one_root(one, two)
    known, typed = bool(one.classes and two.classes), one.type is not None and two.type is not None
    common = not one.classes.isdisjoint(two.classes)
    return {
        "same lemma": float(one.lemma == two.lemma),
        "one root": float(alike),
        "words in common": len(one.words & two.words) / min(len(one.words), len(two.words)),
        "several words": float((len(one.words) > 1) + (len(two.words) > 1)),
        "other words, one class": float(not alike and common),
        "other words, other classes": float(not alike and known and not common),
        "other words, paraphrases": float(not alike and are_kin(one.lemma, two.lemma)),
        "other words, same type": float(not alike and typed and one.type == two.type),
        "other words, other types": float(not alike and typed and one.type != two.type),
    }


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
