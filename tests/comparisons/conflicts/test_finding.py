"""Conflicts: what two tellings of one thing cannot both say, and what only looks like it."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.comparisons import Relation, Slot
from variorum.model.reports import Report


def compare(one, other, dates=(None, None)):
    """Return the rows of two reports of a few sentences."""
    reports = [Report(name, text, published=date) for name, text, date in zip("ab", (one, other), dates, strict=True)]
    return flow.compare(reports, keep=False).units


def slots(units):
    """Return the slots of the conflicts."""
    return {unit.slot for unit in units if unit.relation is Relation.CONTRADICTS}


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        (
            "Officials said the gunman killed nine people at the church. The police came.",
            "According to the police, the gunman killed six people at the church. It was a Sunday.",
            Slot.QUANTITY,
        ),
        (
            "The ship sank off Genoa on Monday, the coast guard said. Rescue is going on.",
            "The coast guard said that the ship sank off Naples on Monday. Search goes on.",
            Slot.PLACE,
        ),
        (
            "The satellite reached its orbit on Friday. The crowd cheered.",
            "The satellite failed to reach its orbit on Friday. Engineers were sad.",
            Slot.POLARITY,
        ),
        (
            "A police officer shot the gunman in the leg. The street was closed.",
            "The gunman shot a police officer in the leg. Shops stayed shut.",
            Slot.ACTOR,
        ),
        (
            "The ministry warned the operator of cracks in 2018. The wall broke.",
            "The operator warned the ministry of cracks in 2018. The wall gave way.",
            Slot.ACTOR,
        ),
        (
            "The dyke broke at Hallen after the storm. Fields are under water.",
            "The dyke gave way at Rokk after the storm. The rain has stopped.",
            Slot.PLACE,
        ),
        (
            "They want 8 per cent more pay. The nurses met on the square.",
            "They demand a rise of 12 per cent. A brass band played.",
            Slot.QUANTITY,
        ),
        (
            "The next round will be held in October. Nobody objected.",
            "The next round is planned for August. The hall was full.",
            Slot.TIME,
        ),
        (
            "Six men got away through a tunnel. The prison is old.",
            "Nine inmates fled through a tunnel. Guards were asleep.",
            Slot.QUANTITY,
        ),
        (
            "The new tax on sugar takes effect on 1 May. Both parliaments voted.",
            "The new tax on sugar will be in effect from 1 July. It has twelve articles.",
            Slot.TIME,
        ),
        (
            "Ada Lorn has led the party since 2002. The hall was full.",
            "Lorn has led the party since 2003, and some want her gone. A band played.",
            Slot.TIME,
        ),
        (
            "The party will hold its primary in mid May. The seat is vacant.",
            "The primary will be held on 30 March. Nobody stood.",
            Slot.TIME,
        ),
        (
            "Boxes with 50,000 pages of letters were delivered to the ministry in Velmora. A clerk read them.",
            "The ministry in Velmora said that it had received 55,000 pages of letters. It rained.",
            Slot.QUANTITY,
        ),
        (
            "After an hour they fled on motorcycles. The road was empty.",
            "After four hours they fled on motorcycles. It was dark.",
            Slot.TIME,
        ),
    ],
)
def test_what_excludes_each_other_is_a_conflict_of_its_slot(one, other, slot):
    """Numbers, places, denials, swapped roles and lengths of time that cannot both be true are found and typed."""
    assert slots(compare(one, other)) == {slot}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("More than 1,000 people marched in Velmora on Monday.", "1,200 people marched in Velmora on Monday."),
        ("The hack hit 143 million customers of the bank.", "The hack hit 142.6 million customers of the bank."),
        ("Households in Eastmere may not water gardens.", "Eastmere has forbidden households to water gardens."),
        ("The train from Warsaw derailed on Sunday.", "The train to Rome derailed on Sunday."),
        ("The ban began on Monday in the whole city.", "The ban lasts until Friday in the whole city."),
        ("The mill has been shut since 2002.", "The mill has been shut since May 2002."),
        ("The fair closed in late April.", "The fair closed on 1 May."),
        ("Some 50,000 pages were burned in Velmora.", "Of the pages, 45,000 were burned in Velmora."),
        ("It was not only the minister who resigned on Monday.", "The minister resigned on Monday."),
        ("Twelve people were killed in the fire.", "Two of the twelve people who were killed in the fire were guards."),
    ],
)
def test_what_only_differs_is_none(one, other):
    """Bounds, rounding, two ways of forbidding, from and to, begin and end, parts of a whole are no conflict."""
    assert not slots(compare(f"{one} The mayor spoke.", f"{other} A band played."))


def test_a_later_report_may_count_more():
    """A toll that rises by the next day is an update: the row agrees and says so."""
    units = compare(
        "Twelve people were killed when the bridge collapsed in Velmora. Divers searched.",
        "Fifteen people were killed when the bridge collapsed in Velmora. Divers went on.",
        ("2024-03-01T08:00:00+00:00", "2024-03-02T20:00:00+00:00"),
    )
    assert Slot.QUANTITY not in slots(units)
    assert any(reason.startswith("an update") for unit in units for reason in unit.reasons)


def test_a_claim_of_one_sentence_is_held_against_a_report():
    """A sentence to check contradicts the report that tells the opposite in the same words."""
    report = "Paul Wardle, the founder of the river league, will speak on the campus on Wednesday. Entrance is free."
    assert slots(compare(report, "Paul Wardle is not the founder of the river league.")) == {Slot.POLARITY}


def test_every_conflict_says_why():
    """Each has two readings in focus, their values, and a sentence that says why both cannot hold."""
    units = compare(
        "Five people died in the fire in Velmora on Monday. The mayor came.",
        "Three people died in the fire in Velmora on Monday. The mayor left.",
    )
    (conflict,) = [unit for unit in units if unit.relation is Relation.CONTRADICTS]
    assert {reading.value for reading in conflict.readings} == {"Five", "Three"}
    assert all(reading.focus for reading in conflict.readings)
    assert "cannot both be" in conflict.reasons[0]


def test_a_similar_visit_elsewhere_contradicts_the_visit_told_first():
    """What is likened to a visit to one country was no visit to another: a conflict of place within the report."""
    text = (
        "Chancellor Mara Lind received President Tom Vale in Spain on Monday. Crowds cheered in the rain. "
        "Lind last met with Vale in May 2019 during a similar visit to Norway."
    )
    units = compare(text, "Mara Lind and Tom Vale spoke about fish on Monday.")
    assert Slot.PLACE in {unit.slot for unit in units if unit.within == "A"}
