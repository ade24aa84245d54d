"""Promises about two sentences that are judged as wholes."""

from __future__ import annotations

from variorum import flow
from variorum.model.reports import Report

_OPENING = "The mill at Orvel burned down on Monday."


def _slots(one: str, other: str) -> list[str]:
    """Return the slots of the conflicts of two reports."""
    reports = [Report("a", f"{_OPENING} {one}", language="en"), Report("b", f"{_OPENING} {other}", language="en")]
    return [str(unit.slot.value) for unit in flow.compare(reports, keep=False).units if unit.slot is not None]


def test_a_part_of_a_saying_is_no_other_wording() -> None:
    """A report that quotes less of a saying than another one does not contradict it."""
    one = "“The wheel has no owner,” the miller, Jon Rask, said."
    other = "“The wheel has no owner, and it never had one,” the miller, Jon Rask, said."
    assert "wording" not in _slots(one, other)


def test_what_is_left_of_two_sentences_is_shown_in_their_words() -> None:
    """A possible tension shows words of either report, and says why both cannot hold."""
    one = "The thieves climbed in by a skylight, said the warden, Ada Lorn."
    other = "The thieves climbed in by the garden door, said the warden's brother, Per Lorn."
    comparison = flow.compare(
        [Report("a", f"{_OPENING} {one}", language="en"), Report("b", f"{_OPENING} {other}", language="en")], keep=False
    )
    texts = {"A": f"{_OPENING} {one}", "B": f"{_OPENING} {other}"}
    for unit in (*comparison.tensions, *comparison.units):
        assert unit.reasons
        for reading in unit.readings:
            assert all(texts[reading.siglum][span.start : span.end] in reading.text for span in reading.spans)
