"""Promises about the rows of utterances that reports retell in their own words."""

from __future__ import annotations

from variorum.model.alignments import AlignmentKind, Layer
from variorum.model.comparisons import Relation, Slot

ONE = "The mayor, Ada Lindqvist, said that the chest had contained forty thousand crowns in all. She went home by tram."
OTHER = "In the chest there had been a total of fourteen thousand crowns, Ada Lindqvist said."


def test_what_both_retell_stands_among_the_quotations_and_its_conflict_once(compare_texts):
    """An utterance that nobody gives in marks has its row, with what is altered; the conflict is that of the figure."""
    units = [unit for unit in compare_texts(ONE, OTHER).units if len({item.siglum for item in unit.readings}) > 1]
    quoted = [unit for unit in units if unit.layer is Layer.QUOTATION]
    assert [unit.relation for unit in quoted] == [Relation.REWORDS]
    assert [wording.kind for unit in quoted for wording in unit.wordings] == [AlignmentKind.ALTERED]
    assert [unit.slot for unit in units if unit.relation is Relation.CONTRADICTS] == [Slot.QUANTITY]
