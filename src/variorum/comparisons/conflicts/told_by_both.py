"""Told by both: a conflict about whether a thing is so is none between two reports of which one tells both sides.

"We shall stay ... we shall not stay", said one after the other and printed by both, is no difference of the reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from variorum.comparisons.conflicts.finding import Conflict
from variorum.comparisons.readings import ReportIndex
from variorum.model.comparisons import Slot

#: Slots that say whether a thing is so.
_TRUTHS = frozenset({Slot.POLARITY, Slot.CERTAINTY})
#: Shorter clauses stand in any report by chance.
_WORDS = 3


def without_told_by_both(conflicts: Iterable[Conflict], indexes: Mapping[str, ReportIndex]) -> list[Conflict]:
    """Return the conflicts of which no side stands in the words of the other one's report as well."""
    return [conflict for conflict in conflicts if not is_told_by_both(conflict, indexes)]


def is_told_by_both(conflict: Conflict, indexes: Mapping[str, ReportIndex]) -> bool:
    """Say whether the clause of one side stands word for word in every report of the others."""
    if conflict.slot not in _TRUTHS or conflict.within is not None:
        return False
    facts = [reading.fact for reading in conflict.readings]
    return any(
        len(fact.words.split()) >= _WORDS
        and all(fact.words in indexes[other.ref.siglum].text for other in facts if other.ref.siglum != fact.ref.siglum)
        for fact in facts
    )
