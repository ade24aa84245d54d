"""Event chains: the triggers of a story that tell one event, joined by the trained model, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.alignments.events.joins_by_odds import likely_joins
from variorum.alignments.events.profiles import of_one_root
from variorum.alignments.occasions import TimeFit, times_fit
from variorum.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from variorum.alignments.events.pairs import EventPairs
    from variorum.alignments.events.profiles import EventProfile

#: Letters at the start of a root by which words of one root are brought together.
_ROOT_LETTERS = 4
#: Triggers of one root of which every pair is looked at; of more, each is held against those next to it.
_MOST_OF_ROOT = 60
#: Mean odds, as a logarithm, from which two chains are one: a little below even, as is best for chains of ECB+.
_LEAST = -0.5
#: Odds, as a logarithm, below which a pair speaks no more against two chains: one odd mention keeps none apart.
_HOPELESS = -8.0

Pair = tuple[int, int]


def event_chains(pairs: EventPairs, candidates: Iterable[Pair]) -> list[list[int]]:
    """Return the numbers of the profiles that tell one event, in lists, each in order."""
    looked_at = list(candidates)
    return chains_by_odds(pairs.profiles, dict(zip(looked_at, pairs.odds(looked_at), strict=True)))


def chains_by_odds(profiles: Sequence[EventProfile], known: Mapping[Pair, float]) -> list[list[int]]:
    """Return the numbers of the profiles that tell one event by the odds of the pairs that were looked at."""
    odds = {pair: max(_HOPELESS, value - _LEAST) for pair, value in known.items()}
    chains = {number: [number] for number in range(len(profiles))}

    def apart(one: int, two: int) -> bool:
        """Say whether two chains lie apart in time."""
        return _apart([profiles[at] for at in chains[one]], [profiles[at] for at in chains[two]])

    for kept, gone in likely_joins(list(chains.values()), odds, apart):
        chains[kept].extend(chains.pop(gone))
    return [sorted(chain) for _, chain in sorted(chains.items())]


def pairs_of_root(profiles: Sequence[EventProfile]) -> Iterator[Pair]:
    """Yield the pairs of triggers that are one word or of one root."""
    of_root: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        of_root[profile.root[:_ROOT_LETTERS]].append(number)
    for same in of_root.values():
        for place, one in enumerate(same):
            for two in same[place + 1 : place + 1 + _MOST_OF_ROOT]:
                if of_one_root(profiles[one], profiles[two]):
                    yield one, two


def _apart(one: Sequence[EventProfile], two: Sequence[EventProfile]) -> bool:
    """Say whether an event of one chain lies apart in time from one of the other."""
    most = LIMITS.candidates
    return any(
        left.time is not None and right.time is not None and times_fit(left.time, right.time) is TimeFit.APART
        for left in one[:most]
        for right in two[:most]
    )
