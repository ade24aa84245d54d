"""Second looks: what the odds of all pairs of triggers in a story say of one pair.

Two triggers that both go with a third, that fit better than any others of their reports, or whose sentences tell other
events in common are more likely one than their own words say. A second network reads this beside the features of the
pair (:mod:`variorum.alignments.events.network`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.events.profiles import EventProfile

    Numbers = NDArray[np.float64]
    Places = NDArray[np.intp]

#: Odds, as a logarithm, beyond which they make no difference; pairs that were not looked at have the least.
_MOST = 8.0
#: Pairs whose companies are compared at a time, so that a large story takes no more memory.
_AT_A_TIME = 4096

Pair = tuple[int, int]


def second_features(profiles: Sequence[EventProfile], odds: Mapping[Pair, float]) -> list[dict[str, float]]:
    """Return for each pair what its own odds and those of all other pairs say of it, in the order of ``odds``."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    if not odds:
        return []
    one, two = np.array(list(odds), dtype=np.intp).T
    known = np.full((len(profiles), len(profiles)), -_MOST)
    known[one, two] = known[two, one] = np.clip(list(odds.values()), -_MOST, _MOST)
    positions = np.array([profile.position for profile in profiles], dtype=np.intp)
    numbers = {key: number for number, key in enumerate(dict.fromkeys(map(_sentence_of, profiles)))}
    sentences = np.array([numbers[_sentence_of(profile)] for profile in profiles], dtype=np.intp)
    columns = {
        "odds": known[one, two],
        **_thirds(known, one, two),
        **_leads(known, positions, one, two),
        **_companions(known, sentences, one, two),
    }
    rows = np.array(list(columns.values())).T.round(4).tolist()
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _sentence_of(profile: EventProfile) -> tuple[int, int]:
    """Return the sentence of a trigger, by its report."""
    return profile.position, profile.sentence.start


def _chances(odds: Numbers) -> Numbers:
    """Return odds as chances."""
    import numpy as np  # noqa: PLC0415  # as above

    found: Numbers = 1 / (1 + np.exp(-odds))
    return found


def _thirds(known: Numbers, one: Places, two: Places) -> dict[str, Numbers]:
    """Return how well the best third trigger goes with both, and how far those that go with either are the same."""
    import numpy as np  # noqa: PLC0415  # as above

    chances = _chances(known)
    np.fill_diagonal(chances, 1.0)
    lengths, sizes = np.sqrt((chances**2).sum(axis=1)), np.log(chances.sum(axis=1))
    third, shared = np.zeros(len(one)), np.zeros(len(one))
    for start in range(0, len(one), _AT_A_TIME):
        here = slice(start, start + _AT_A_TIME)
        left, right = one[here], two[here]
        third[here] = np.minimum(known[left], known[right]).max(axis=1)
        shared[here] = (chances[left] * chances[right]).sum(axis=1) / (lengths[left] * lengths[right])
    return {
        "a third with both": third,
        "company in common": shared,
        "smaller company": np.minimum(sizes[one], sizes[two]),
        "larger company": np.maximum(sizes[one], sizes[two]),
    }


def _leads(known: Numbers, positions: Places, one: Places, two: Places) -> dict[str, Numbers]:
    """Return by how much a pair fits better than either trigger and any other of the other's report, or of all."""
    import numpy as np  # noqa: PLC0415  # as above

    best = np.full((len(known), positions.max() + 1), -_MOST)
    second = best.copy()
    for position in sorted(set(positions.tolist())):
        there = np.sort(known[:, positions == position], axis=1)
        best[:, position] = there[:, -1]
        if there.shape[1] > 1:
            second[:, position] = there[:, -2]
    own = known[one, two]

    def lead(of: Places, to: Places) -> Numbers:
        """Return the lead over the next best of a report, below nothing where another is better."""
        top = best[of, positions[to]]
        return np.where(own >= top, own - second[of, positions[to]], own - top)

    there, back, most = lead(one, two), lead(two, one), known.max(axis=1)
    return {
        "smaller lead": np.minimum(there, back),
        "larger lead": np.maximum(there, back),
        "behind the best of either": own - np.minimum(most[one], most[two]),
    }


def _companions(known: Numbers, sentences: Places, one: Places, two: Places) -> dict[str, Numbers]:
    """Return how many of the other triggers of either sentence find their like in the other sentence."""
    import numpy as np  # noqa: PLC0415  # as above

    chances, number = _chances(known), sentences.max() + 1
    best = np.stack([chances[:, sentences == sentence].max(axis=1) for sentence in range(number)], axis=1)
    sums = np.zeros((number, number))
    np.add.at(sums, sentences, best)
    counts = np.bincount(sentences, minlength=number)
    left, right = sentences[one], sentences[two]
    there, back = sums[left, right] - best[one, right], sums[right, left] - best[two, left]
    others = counts[left] + counts[right] - 2
    return {
        "companions in common": np.minimum(there, back),
        "share of companions in common": (there + back) / np.maximum(1, others),
        "companions": (np.minimum(counts[left], counts[right]) - 1).astype(float),
    }
