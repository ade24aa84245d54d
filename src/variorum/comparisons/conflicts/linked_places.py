"""Linked places: where two sentences that an alignment joins happen, each at one place that only its report has.

"The crates go to Orvel by rail" and "the freight travels to Halm" share no word. That both tell one thing is said by
the alignment, so it must be a strong one, and each sentence may name one place alone, in one way ("in", "to").
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from variorum.comparisons.conflicts.finding import Conflict, place_conflicts
from variorum.comparisons.conflicts.linked_sentences import Indexes, LinkedSentences, Passage, facts_in
from variorum.comparisons.conflicts.linked_slots import places_of_deed
from variorum.comparisons.conflicts.small_places import as_sentence, small_place_conflict
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.adverbials import place_relation
from variorum.model.annotations import Certainty

_HOW = frozenset({"where", "whither"})
_TOLD = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.FUTURE})


def linked_place_conflicts(link: LinkedSentences, indexes: Indexes) -> Iterator[Conflict]:
    """Yield where two linked sentences let one thing happen at two places, neither known to the other report."""
    if not link.is_sure:
        return
    left, right = (_placed(passage, indexes[passage.siglum]) for passage in (link.left, link.right))
    if left is None or right is None or left.negated != right.negated:
        return
    for conflict in place_conflicts(left, right):
        one, other = (reading.value for reading in conflict.readings)
        if not (one in indexes[link.right.siglum].text or other in indexes[link.left.siglum].text):
            yield conflict
            return
    if found := small_place_conflict(as_sentence(left), as_sentence(right), indexes):
        yield found


def _placed(passage: Passage, index: ReportIndex) -> Fact | None:
    """Return the clause of a sentence that names its place, with this one place; its first clause where none does."""
    facts = facts_in(passage, index)
    facts = [fact for fact in facts if fact.certainty in _TOLD]
    if not facts:
        return None
    hung = [(place, place_relation(index.text, place.start)) for place in places_of_deed(passage.span, index)]
    hung = [(place, how) for place, how in hung if how in _HOW]
    if len(hung) != 1:
        return None if hung else facts[0]
    place, how = hung[0]
    host = next((fact for fact in facts if fact.span.contains(place.span)), facts[0])
    return replace(host, places=(place,), hangs=((place.id, how),))
