"""Likely joins: what surer rules leave apart is joined where a trained model says so, the likeliest first.

Agglomerative clustering by the mean odds of the pairs between two groups: of as many of them as the smaller group has
members, so that a large group does not keep out whoever fits many of its members. Two names never become one here, nor
do two states.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.alignments.actors.profile_pairs import are_apart, features_of, odds_of, rarities
from variorum.alignments.actors.profiles import encode_profiles
from variorum.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from variorum.alignments.actors.profiles import Profile, Vectors
    from variorum.model.stories import Story

#: Why two are taken for one.
LIKELY = "likely one by name, noun and what is told"
#: Least mean odds, as a logarithm, of two groups that are joined.
_LEAST = 0.0
#: Odds of two profiles that have nothing in common and were not looked at.
_UNSEEN = -3.0
#: How much better the first answer must fit than a second of another name: which of two directors "the director" is
#: stays open.
_MARGIN = 1.5
#: Odds of two profiles that words set apart.
_APART = -20.0
#: Least cosine of descriptions or nouns of two profiles that share no word.
_LEAST_COSINE = 0.35
#: A word that more profiles bear tells nothing.
_MOST_BEARERS = 30

Pair = tuple[int, int]


def pair_odds(profiles: Sequence[Profile], groups: Sequence[Sequence[int]], story: Story) -> dict[Pair, float]:
    """Return the odds of the pairs of profiles that come into question, as logarithms.

    Two of one group are one already, and two that have names are a matter of their names.
    """
    vectors, rarity = encode_profiles(profiles, story), rarities(profiles)
    home = {member: number for number, group in enumerate(groups) for member in group}
    return {
        (one, two): _APART
        if are_apart(profiles[one], profiles[two])
        else odds_of(features_of(profiles[one], profiles[two], (one, two), vectors, rarity))
        for one, two in candidate_pairs(profiles, vectors)
        if home[one] != home[two] and not (profiles[one].named and profiles[two].named)
    }


def candidate_pairs(profiles: Sequence[Profile], vectors: Vectors) -> list[Pair]:
    """Return the pairs that share a word, and those that are nearest in meaning, in order."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    bearers: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for word in profile.words:
            bearers[word].append(at)
    found = {pair for same in bearers.values() if len(same) <= _MOST_BEARERS for pair in combinations(same, 2)}
    if not profiles:
        return []
    likeness = np.maximum(vectors.descriptions @ vectors.descriptions.T, vectors.nouns @ vectors.nouns.T).round(4)
    np.fill_diagonal(likeness, -1.0)
    nearest = np.argsort(-likeness, axis=1, kind="stable")[:, : LIMITS.candidates]
    for one, others in enumerate(nearest):
        found.update((min(one, int(two)), max(one, int(two))) for two in others if likeness[one, two] > _LEAST_COSINE)
    return sorted(found)


@dataclass(slots=True)
class _Groups:
    """Groups of profiles with the odds between them."""

    members: dict[int, list[int]]
    odds: dict[Pair, tuple[float, int]] = field(default_factory=dict)
    """The sum of the odds between two groups, and the number of pairs."""
    beside: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, one: int, two: int, odds: float, pairs: int) -> None:
        """Count the odds of pairs between two groups."""
        known, number = self.odds.get(_pair(one, two), (0.0, 0))
        self.odds[_pair(one, two)] = known + odds, number + pairs
        self.beside[one].add(two)
        self.beside[two].add(one)

    def score(self, pair: Pair) -> float:
        """Return the mean odds of as many pairs as the smaller group has members, or of all that are known."""
        odds, pairs = self.odds[pair]
        counted = max(pairs, min(len(self.members[pair[0]]), len(self.members[pair[1]])))
        return (odds + _UNSEEN * (counted - pairs)) / counted

    def join(self, kept: int, gone: int) -> Iterator[Pair]:
        """Make two groups one; yield the pairs whose odds are others now."""
        self.members[kept].extend(self.members.pop(gone))
        for other in sorted(self.beside.pop(gone)):
            odds, pairs = self.odds.pop(_pair(gone, other))
            self.beside[other].discard(gone)
            if other != kept:
                self.add(kept, other, odds, pairs)
        for other in sorted(self.beside[kept]):
            yield _pair(kept, other)


def _pair(one: int, two: int) -> Pair:
    """Return two numbers in order."""
    return (one, two) if one < two else (two, one)


def likely_joins(
    groups: Sequence[Sequence[int]],
    odds: dict[Pair, float],
    apart: Callable[[int, int], bool],
    rivals: Callable[[int, int], bool],
) -> Iterator[Pair]:
    """Yield the joins of groups in their order, each as (the group that is kept, the one that it takes).

    ``groups`` hold numbers of profiles; ``apart`` says of two groups, as they are by then, that they never are one;
    ``rivals`` that they have two names, of which a third group can be only one.
    """
    home = {member: number for number, group in enumerate(groups) for member in group}
    state = _Groups({number: list(group) for number, group in enumerate(groups)})
    for (one, two), value in odds.items():
        if one in home and two in home and home[one] != home[two]:
            state.add(home[one], home[two], value, 1)
    queue = [(-state.score(pair), pair) for pair in state.odds]
    heapify(queue)
    while queue and -queue[0][0] >= _LEAST:
        value, pair = heappop(queue)
        if pair not in state.odds or -state.score(pair) != value or apart(*pair) or _is_open(state, pair, rivals):
            continue
        yield pair
        for changed in state.join(*pair):
            heappush(queue, (-state.score(changed), changed))


def _is_open(state: _Groups, pair: Pair, rivals: Callable[[int, int], bool]) -> bool:
    """Say whether somebody else fits nearly as well: the driver is neither of two drivers."""
    score = state.score(pair)
    for one, two in (pair, pair[::-1]):
        for other in sorted(state.beside[one] - {two}):
            if state.score(_pair(one, other)) >= max(_LEAST, score - _MARGIN) and rivals(two, other):
                return True
    return False
