"""Joins by mean odds: agglomerative clustering of what a model gives odds for pair by pair, the likeliest first.

The odds between two groups are the mean of those of as many pairs as the smaller group has members, so that a large
group does not keep out whoever fits many of its members.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

#: Least mean odds, as a logarithm, of two groups that are joined.
_LEAST = 0.0
#: Odds of two that have nothing in common and were not looked at.
_UNSEEN = -3.0

Pair = tuple[int, int]


class _Groups(Struct):
    """Groups with the odds between them."""

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
    groups: Sequence[Sequence[int]], odds: dict[Pair, float], apart: Callable[[int, int], bool]
) -> Iterator[Pair]:
    """Yield the joins of groups in their order, each as (the group that is kept, the one that it takes).

    ``groups`` hold numbers of what ``odds`` are of; ``apart`` says of two groups, as they are by then, that they never
    are one.
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
        if pair not in state.odds or -state.score(pair) != value or apart(*pair):
            continue
        yield pair
        for changed in state.join(*pair):
            heappush(queue, (-state.score(changed), changed))
