"""Linked deeds: what two aligned sentences tell in passing, by one word and of one thing, and date otherwise.

"It breaks a treaty signed last week" and "a treaty that was signed in May forbids it": the sentences tell of a ban,
each names the signing by the way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from variorum.comparisons.conflicts.contents import LIGHT
from variorum.comparisons.conflicts.finding import Conflict, time_conflicts
from variorum.comparisons.facts import Fact, FactGroup, event_fact
from variorum.comparisons.readings import ReportIndex

#: Before a participle: the noun of which it tells.
_OF_NOUN = re.compile(
    r"(?P<noun>[^\W\d_]{3,40}),? (?:(?:that|which) )?(?:(?:was|were|is|are|has been|had been) )?(?:\w+ly )?$"
)
_LOOKED_BACK = 80


def linked_deed_conflicts(group: FactGroup, indexes: Mapping[str, ReportIndex]) -> tuple[Conflict, ...]:
    """Return the first conflict of time between deeds that aligned sentences name by one word and of one noun."""
    for pair in group.sure_pairs():
        if pair.lone:
            continue
        left = _deeds(pair.left, indexes[pair.left.ref.siglum])
        right = _deeds(pair.right, indexes[pair.right.ref.siglum]) if left else {}
        for deed in sorted(left.keys() & right.keys()):
            for conflict in time_conflicts(left[deed], right[deed]):
                return (conflict,)
    return ()


def _deeds(fact: Fact, index: ReportIndex) -> dict[tuple[str, str], Fact]:
    """Return the dated deeds of a sentence by their lemma and their noun, without those that it tells twice."""
    events = index.events_in(index.in_sentence(fact.span))
    if all(event.own_time is None for event in events):
        return {}
    often = Counter(event.lemma for event in events)
    found = {}
    for event in events:
        if event.time is None or event.negated or event.time_carried or event.lemma in LIGHT or often[event.lemma] > 1:
            continue
        deed = event_fact(index, event.id)
        for noun in _noun_of(deed):
            found[event.lemma, noun] = replace(deed, patient=(noun,))
    return found


def _noun_of(deed: Fact) -> Iterator[str]:
    """Yield the noun before the participle of a deed, in lower case; who acts is none."""
    at = deed.focus.start - deed.sentence_start
    match = _OF_NOUN.search(deed.sentence[max(0, at - _LOOKED_BACK) : max(0, at)])
    if match and match["noun"].casefold() not in deed.agent:
        yield match["noun"].casefold()
