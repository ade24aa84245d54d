"""Place distances: which of the places of one name lies near to the others that a text names.

"A fire in Hamilton, an hour from Toronto": news of a small region name neighbours, not towns of another continent.
"""

from __future__ import annotations

from itertools import combinations
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from variorum.annotations.tables.gazetteer import Entry

_EARTH = 6371.0
#: How near a place must lie to another of the text, and how much nearer than its namesakes, in kilometres.
_NEAR, _FAR = 300.0, 900.0
#: How near two towns of names that are many must lie, in kilometres.
_CLOSE = 150.0
#: How many such names and towns of one name are looked at.
_NAMES, _ENTRIES = 24, 10
#: How many times as far as the nearest its namesakes must lie.
_TIMES = 3.0
#: How often a place of the name may have the inhabitants of the one that is near to others of the text.
_OUTWEIGHED = 20
#: Kinds that lie at a point.
_POINTS = frozenset({"city", "landmark"})


def distance(one: Entry, other: Entry) -> float:
    """Return how far two places lie apart, in kilometres; infinitely far where a point is not known."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    north, east = radians(other.lat - one.lat) / 2, radians(other.lon - one.lon) / 2
    half = sin(north) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


def nearest_of(entries: Iterable[Entry], around: Mapping[str, Entry], own: str) -> Entry | None:
    """Return the town of a name that lies near to another place of the text, and its namesakes far.

    ``own`` is the normal form of the name. None where the text names nothing near, or where the first of the name is
    so much larger that it is meant anyway.
    """
    others = [place for form, place in around.items() if form != own]
    if not others:
        return None
    ordered = list(entries)
    away = {entry.id: min(distance(entry, place) for place in others) for entry in ordered}
    towns = sorted((entry for entry in ordered if entry.kind in _POINTS), key=lambda entry: (away[entry.id], entry.id))
    if not towns or away[towns[0].id] > _NEAR:
        return None
    best, first = towns[0], ordered[0]
    rest = [away[entry.id] for entry in towns[1:]]
    if rest and min(rest) < max(_FAR if best.population < first.population else 0.0, _TIMES * away[best.id]):
        return None
    company = sum(distance(best, place) <= _NEAR for place in others)
    lonely = away[first.id] > _FAR and company > 1
    outweighed = first.population > _OUTWEIGHED * max(best.population, 1) and first.id != best.id
    return None if outweighed and not lonely else best


def neighbours_of(names: Mapping[str, Sequence[Entry]]) -> dict[str, Entry]:
    """Return which towns two names that may each be several are: those that lie near to each other, if one pair does.

    "Auctioned in Dumfries to a dealer from Kendal": there is a Dumfries in Virginia, and no Kendal beside it.
    """
    found: dict[str, Entry] = {}
    for (form, entries), (other_form, other_entries) in combinations(sorted(names.items())[:_NAMES], 2):
        pairs = [
            (one, other)
            for one in entries[:_ENTRIES]
            for other in other_entries[:_ENTRIES]
            if one.kind in _POINTS and other.kind in _POINTS and distance(one, other) <= _CLOSE
        ]
        if len(pairs) == 1:
            found.setdefault(form, pairs[0][0])
            found.setdefault(other_form, pairs[0][1])
    return found
