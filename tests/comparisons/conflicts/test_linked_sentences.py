"""Promises about slots and questions of sentences that an alignment joins, whatever their clauses share."""

from __future__ import annotations

import pytest

from variorum.comparisons.conflicts.open_questions import open_question_conflicts


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        (
            "The mill at Orvel has new owners. The mill at Orvel will close in May, the owners said.",
            "The mill at Orvel has new owners. Whether the works at Orvel are to be shut has not been decided.",
            "certainty",
        ),
        (
            "Bones were found under a barn in Halm. The woman was a weaver.",
            "Bones were found under a barn in Halm. Whether the woman was a weaver cannot be said.",
            "certainty",
        ),
        (
            "Divers raised a bell off the coast. The bell was examined at a workshop in Hamburg.",
            "Divers raised a bell off the coast. Experts in Munich studied it.",
            "place",
        ),
        (
            "A new council was chosen in Halm. The poll took place on 8 April, in the rain.",
            "A new council was chosen in Halm. On 15 April, when the vote was held, the river rose.",
            "time",
        ),
        (
            "The bridge at Orvel is old. The ministry will decide before the summer.",
            "The bridge at Orvel is old. A ruling by the ministry is due in the autumn.",
            "time",
        ),
    ],
)
def test_slots_of_linked_sentences_are_compared(conflict_slots, one: str, other: str, slot: str) -> None:
    """What linked sentences answer otherwise is a conflict, even where their clauses are not worded alike."""
    assert slot in conflict_slots(one, other)


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        (
            "Bones were found under a barn in Halm. The woman was a weaver, the council thinks.",
            "Bones were found under a barn in Halm. Whether the barn is to be rebuilt has not been decided.",
            "certainty",
        ),
        (
            "Divers raised a bell off the coast. The bell was examined in Hamburg. It comes from Munich.",
            "Divers raised a bell off the coast. It was sent to Hamburg. Experts in Munich studied the bell.",
            "place",
        ),
        (
            "The bridge at Orvel is old. The ministry will decide before the summer.",
            "The bridge at Orvel is old. A ruling by the ministry is due in May.",
            "time",
        ),
    ],
)
def test_other_questions_are_no_conflict(conflict_slots, one: str, other: str, slot: str) -> None:
    """Another question, a place that both reports name and a day before the end of a span make no conflict."""
    assert slot not in conflict_slots(one, other)


def test_without_questions_nothing_is_asked() -> None:
    """Reports without an open question have no conflict about one."""
    assert list(open_question_conflicts([], {}, [])) == []
