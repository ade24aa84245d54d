"""Promises about which conflicts are shown between long reports."""

from __future__ import annotations

from variorum.comparisons.conflicts.figures import figures_differ
from variorum.model.comparisons import Relation
from variorum.model.quantities import Quantity

_ONE = """
The council of Orvel elected Mara Dell as its chair on Monday. Dell defeated the teacher Jon Rask in the second round.
The vote was held in the old customs house by the river. Dell has led the harbour party since 2021. She promised lower
rents for the families of the dockers. The harbour party won nine new seats last spring. Rask said he would go on
fighting for the schools of the upper town. The mayor, Per Lorn, congratulated both of them in a letter. Lorn wants to
build a bridge over the river within his term. The bridge would join the docks and the upper town. Traders of the old
market fear for their stalls. The market has stood on the quay for a hundred years. Dell will name her deputies on
Friday. The council meets again next week to speak about the budget.
""".strip().replace("\n", " ")
_OTHER = """
Mara Dell is the new chair of the council of Orvel, which elected her on Monday. She beat Jon Rask, a teacher, in a
second round of voting. Members met in the old customs house by the river for the vote. Dell has led the harbour party
since 2019. To the families of dockers she promised that rents would fall. Last spring the harbour party won nine new
seats. Rask wants to go on fighting for the schools of the upper town. In a letter Per Lorn, the mayor, congratulated
both of them. Within his term Lorn wants a bridge to be built over the river. It would join the upper town and the
docks. Traders at the old market are afraid for their stalls. For a hundred years the market has stood on the quay. On
Friday Dell will name her deputies. Next week the council meets again about the budget.
""".strip().replace("\n", " ")


def _values(compare_texts, one: str, other: str) -> set[frozenset[str | None]]:
    """Return the values of the conflicts of two reports."""
    units = compare_texts(one, other).units
    return {
        frozenset(reading.value for reading in unit.readings) for unit in units if unit.relation is Relation.CONTRADICTS
    }


def test_two_years_since_when_a_thing_is_so_are_a_conflict(compare_texts) -> None:
    """What two long reports tell in one sentence each, with another year, is shown."""
    assert frozenset({"2021", "2019"}) in _values(compare_texts, _ONE, _OTHER)


def test_what_both_tell_alike_and_two_deeds_are_no_conflict(compare_texts) -> None:
    """Long reports that tell the same, each with deeds of its own, do not contradict each other."""
    one = _ONE.replace("2021", "2019") + " Dell was born on the island of Halm in 1971."
    other = _OTHER + " Rask has written two books about the schools of Halm since 2014."
    assert not _values(compare_texts, one, other)


def test_a_name_spelt_otherwise_is_a_conflict_in_long_reports_too(compare_texts) -> None:
    """One person with two names is shown however much else the reports tell."""
    values = _values(compare_texts, _ONE.replace("2021", "2019"), _OTHER.replace("Jon Rask", "John Rask"))
    assert frozenset({"Jon Rask", "John Rask"}) in values


def test_figures_in_another_order_and_sources_of_one_thing_are_no_conflict(compare_texts) -> None:
    """Between long reports each sentence that has the figure of the other tells the same, on whose word it may be."""
    one = _ONE.replace("2021", "2019") + " Lorn has two sons, ages 16 and 6. Three stalls burned, officials said."
    other = _OTHER + " Lorn is the father of two sons, aged 6 and 16. Three stalls burned, the warden said."
    assert not _values(compare_texts, one, other)


def test_figures_that_round_each_other_or_are_none_do_not_differ() -> None:
    """A figure is the same with "about" before it, and "dozens" is no figure; a bound on another figure differs."""

    def quantity(text: str, low: float | None, high: float | None) -> Quantity:
        return Quantity("q", 0, len(text), text, low, high, None, "boat")

    assert figures_differ(quantity("up to 150", None, 150.0), quantity("as many as 160", None, 160.0))
    assert not figures_differ(quantity("35", 35.0, 35.0), quantity("about 35", 32.0, 38.0))
    assert not figures_differ(quantity("dozens", 24.0, 99.0), quantity("150", 150.0, 150.0))
