"""Promises about reports that contradict themselves."""

from __future__ import annotations

from variorum import flow
from variorum.model.comparisons import Relation
from variorum.model.reports import Report

_OTHER = "Halm held its fair on Sunday. The mayor opened it with a speech about bread."


def within(text: str) -> set[str]:
    """Return the slots in which a report contradicts itself."""
    comparison = flow.compare([Report("a", text), Report("b", _OTHER)], keep=False)
    found = (unit for unit in comparison.units if unit.relation is Relation.CONTRADICTS and unit.within)
    return {str(unit.slot) for unit in found}


def test_two_counts_of_one_fate_contradict() -> None:
    """A report that counts the same people with the same fate otherwise contradicts itself."""
    text = "Two cooks have been arrested in Halm. The soup was cold. Five cooks are under arrest, the ministry says."
    assert within(text) == {"quantity"}


def test_a_count_that_is_put_right_does_not() -> None:
    """A count of another time, or one that comes on top, contradicts nothing."""
    text = "Two cooks were arrested in Halm. The soup was cold. Five more cooks were arrested, the ministry says."
    assert within(text) == set()


def test_one_deed_on_two_days_contradicts() -> None:
    """Somebody who was arrested once was arrested on one day."""
    text = "Mara Odell was arrested in Halm on Saturday. She is well. Odell was arrested on Thursday, her party said."
    assert within(text) == {"time"}


def test_a_deed_that_is_done_again_does_not() -> None:
    """What is told as another turn contradicts nothing."""
    text = "Mara Odell was arrested in Halm on Saturday. She is well. Odell was arrested again on Sunday, they said."
    assert within(text) == set()


def test_two_outlets_that_report_on_two_days_do_not() -> None:
    """What one paper reported on a day does not date what another one reported after it."""
    text = (
        "The Halm Courier reported Wednesday that the mill had sold its wheel, "
        "while The Orvel Post reported Thursday of a second wheel."
    )
    assert within(text) == set()


def test_a_date_that_describes_a_thing_does_not() -> None:
    """What is announced of a thing with a date in its name did not happen on that date."""
    text = "Mara Odell has announced Tuesday that she is pulling out of her own Dec. 27th debate. The soup was cold."
    assert within(text) == set()
