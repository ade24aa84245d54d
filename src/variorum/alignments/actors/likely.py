"""Likely joins: what surer rules leave apart is joined where a trained model says so, the likeliest first.

Agglomerative clustering: two that are joined become one portrait, and what speaks for and against everybody else being
that one is read anew. Two names never become one here, nor do two states.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct, field

from variorum.alignments.actors.portrait_pairs import features_of, odds_of
from variorum.alignments.actors.portraits import portrait_of, scene_of
from variorum.alignments.actors.profiles import encode_profiles
from variorum.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from variorum.alignments.actors.portraits import Portrait, Scene
    from variorum.alignments.actors.profiles import Profile
    from variorum.model.stories import Story

#: Why two are taken for one.
LIKELY = "likely one by name, noun and what is told"
#: Least odds, as a logarithm, of two that are joined: a wrong join costs more than a missing one.
LEAST = 0.75
#: Least odds where one alone of those with names comes into question, and how much less the next one must fit.
LEAST_ALONE, MARGIN_ALONE = -1.5, 1.2
#: How much better the first answer must fit than a second of another name: which of two directors "the director" is
#: stays open.
_MARGIN = 1.5
#: Least cosine of descriptions or nouns of two that share no word.
_LEAST_COSINE = 0.35
#: A word that more bear tells nothing.
_MOST_BEARERS = 30
#: Rank in a report up to which somebody is compared with everybody of that rank.
_SPOKEN_OF = 3

Pair = tuple[int, int]


def set_up(
    profiles: Sequence[Profile], groups: Sequence[Sequence[int]], story: Story
) -> tuple[dict[int, Portrait], Scene]:
    """Return the portraits of groups of profiles by the numbers of the groups, empty ones left out, and their scene."""
    portraits = {number: portrait_of(group, profiles) for number, group in enumerate(groups) if group}
    vectors = encode_profiles(profiles, story)
    return portraits, scene_of(profiles, portraits.values(), vectors, len(story.reports))


def candidate_pairs(portraits: Mapping[int, Portrait], scene: Scene) -> list[Pair]:
    """Return the pairs that share a word, are nearest in meaning, or are spoken of most, in order."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, portrait in portraits.items():
        for word in portrait.words:
            bearers[word].append(number)
    found = {pair for same in bearers.values() if len(same) <= _MOST_BEARERS for pair in combinations(same, 2)}
    people = [number for number, portrait in portraits.items() if portrait.people and portrait.best_rank <= _SPOKEN_OF]
    people.sort(key=lambda number: (-portraits[number].mentions, number))
    found.update(combinations(sorted(people[: LIMITS.likely_people]), 2))
    found.update(_nearest(portraits, scene))
    return sorted(found)


def _nearest(portraits: Mapping[int, Portrait], scene: Scene) -> Iterator[Pair]:
    """Yield for each profile the portraits of those whose descriptions or nouns are nearest to its own."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    home = {member: number for number, portrait in portraits.items() for member in portrait.members}
    if not home:
        return
    likeness = np.maximum(scene.descriptions, scene.head_nouns).round(4)
    np.fill_diagonal(likeness, -1.0)
    nearest = np.argsort(-likeness, axis=1, kind="stable")[:, : LIMITS.candidates]
    for one, others in enumerate(nearest.tolist()):
        for two in others:
            if likeness[one, two] > _LEAST_COSINE and one in home and two in home and home[one] != home[two]:
                yield _pair(home[one], home[two])


def _pair(one: int, two: int) -> Pair:
    """Return two numbers in order."""
    return (one, two) if one < two else (two, one)


class Likely(Struct):
    """Groups that are being joined: their portraits, and the odds of the pairs that come into question."""

    portraits: dict[int, Portrait]
    scene: Scene
    apart: Callable[[int, int], bool]
    """Says of two groups, as they are by then, that they never are one."""
    rivals: Callable[[int, int], bool]
    """Says that two have two names, of which a third can be only one."""
    odds: dict[Pair, float] = field(default_factory=dict)
    beside: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def joins(self) -> Iterator[Pair]:
        """Yield the joins in their order, each as (the group that is kept, the one that it takes)."""
        for pair in candidate_pairs(self.portraits, self.scene):
            self._weigh(pair)
        queue = [(-odds, pair) for pair, odds in self.odds.items() if odds >= LEAST]
        heapify(queue)
        while queue:
            odds, pair = heappop(queue)
            if self.odds.get(pair) != -odds or self.apart(*pair) or self._is_open(pair):
                continue
            yield pair
            for changed in self._join(*pair):
                if self.odds[changed] >= LEAST:
                    heappush(queue, (-self.odds[changed], changed))

    def only_joins(self, unnamed: Sequence[int], named: Sequence[int]) -> Iterator[Pair]:
        """Yield joins of who has no name with the only one of those with names who may be meant, as ``joins`` does.

        Little may speak for it, but much less speaks for anybody else.
        """
        found = []
        for one in unnamed:
            ranked = sorted((-self._odds(one, other), other) for other in named if not self.apart(one, other))
            if ranked and -ranked[0][0] >= LEAST_ALONE:
                second = ranked[1][0] if len(ranked) > 1 else 0.0
                if second - ranked[0][0] >= MARGIN_ALONE:
                    found.append((ranked[0][0], ranked[0][1], one))
        for _, kept, gone in sorted(found):
            if not self.apart(kept, gone):
                yield kept, gone
                self.portraits[kept] = self.portraits[kept].joined(self.portraits.pop(gone))

    def _odds(self, one: int, two: int) -> float:
        """Return the odds of a pair, as a logarithm."""
        return round(odds_of(features_of(self.portraits[one], self.portraits[two], self.scene)), 3)

    def _weigh(self, pair: Pair) -> None:
        """Tell the odds of a pair, unless it never is one."""
        one, two = pair
        if self.apart(one, two):
            return
        self.odds[pair] = self._odds(one, two)
        self.beside[one].add(two)
        self.beside[two].add(one)

    def _join(self, kept: int, gone: int) -> Iterator[Pair]:
        """Make two groups one; yield the pairs whose odds are others now."""
        self.portraits[kept] = self.portraits[kept].joined(self.portraits.pop(gone))
        beside = sorted((self.beside.pop(gone) | self.beside.pop(kept)) - {kept, gone})
        for other in beside:
            for old in (kept, gone):
                self.odds.pop(_pair(old, other), None)
                self.beside[other].discard(old)
        del self.odds[_pair(kept, gone)]
        for other in beside:
            self._weigh(_pair(kept, other))
            if _pair(kept, other) in self.odds:
                yield _pair(kept, other)

    def _is_open(self, pair: Pair) -> bool:
        """Say whether somebody else fits nearly as well: the driver is neither of two drivers."""
        least = max(LEAST, self.odds[pair] - _MARGIN)
        for one, two in (pair, pair[::-1]):
            for other in sorted(self.beside[one] - {two}):
                if self.odds[_pair(one, other)] >= least and self.rivals(two, other):
                    return True
        return False
