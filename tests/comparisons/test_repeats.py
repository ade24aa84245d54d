"""Repeats: one row for what several pairs of passages put against each other."""

from __future__ import annotations

from variorum.comparisons.repeats import without_repeats
from variorum.model.alignments import Layer
from variorum.model.comparisons import Reading, Relation, Slot, Unit
from variorum.model.spans import Span


def conflict(slot, *readings, missing=(), weight=0.5):
    """Return a conflict whose readings are (siglum, value or None, first offset)."""
    told = tuple(
        Reading(siglum, (Span(at, at + 9),), "words", value=value, focus=(Span(at, at + 3),) if value else ())
        for siglum, value, at in readings
    )
    return Unit("", Layer.EVENT, Relation.CONTRADICTS, None, slot, "gist", told, missing, 0.8, weight, ())


def told(unit):
    """Return who tells what in a row."""
    return [(reading.siglum, reading.value) for reading in unit.readings]


def test_two_reports_against_the_same_words_of_a_third_are_one_row():
    """Who says three stands in the row that puts three against five, and is not said to be silent."""
    heavy = conflict(Slot.QUANTITY, ("B", "Three", 4), ("C", "Five", 7), missing=("A", "D"), weight=0.9)
    light = conflict(Slot.QUANTITY, ("A", "three", 2), ("B", None, 4), ("C", "Five", 7), missing=("D",))
    (row,) = without_repeats([light, heavy])
    assert told(row) == [("A", "three"), ("B", "Three"), ("C", "Five")]
    assert row.not_mentioned == ("D",)


def test_a_headline_that_counts_the_same_has_no_row_of_its_own():
    """What a row of three reports says already is not said again in the words of two headlines."""
    whole = conflict(Slot.QUANTITY, ("A", "Three", 70), ("B", "three", 4), ("C", "five", 60), weight=0.9)
    headlines = conflict(Slot.QUANTITY, ("A", "Three", 0), ("C", "Five", 0))
    assert without_repeats([headlines, whole]) == (whole,)


def test_the_same_values_of_other_passages_stay_apart():
    """Three against five of the dead and three against five of the boats are two rows."""
    dead = conflict(Slot.QUANTITY, ("B", "three", 4), ("C", "five", 7))
    boats = conflict(Slot.QUANTITY, ("A", "three", 40), ("C", "five", 60))
    assert len(without_repeats([dead, boats])) == 2


def test_other_values_stay_apart():
    """A third value is a row of its own."""
    one = conflict(Slot.PLACE, ("A", "Orvel", 4), ("C", "Melk", 7))
    two = conflict(Slot.PLACE, ("B", "Tarn", 4), ("C", "Melk", 7))
    assert len(without_repeats([one, two])) == 2


def test_what_is_denied_is_not_said_again_to_be_unsure():
    """A row of a denial with the same passages has all that a row of their certainty has."""
    denied = conflict(
        Slot.POLARITY, ("A", "told as fact", 4), ("B", "denied", 6), ("C", "told as rumour", 8), weight=0.4
    )
    unsure = conflict(Slot.CERTAINTY, ("A", "told as fact", 4), ("C", "told as rumour", 8), weight=0.3)
    assert without_repeats([denied, unsure]) == (denied,)
    elsewhere = conflict(Slot.CERTAINTY, ("A", "told as fact", 30), ("C", "told as rumour", 8), weight=0.3)
    assert len(without_repeats([denied, elsewhere])) == 2
