"""Slots: what excludes each other and what only differs in grain."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from variorum.annotations.times.annotator import tag_times
from variorum.annotations.times.values import interval_of_value
from variorum.comparisons.conflicts.figures import counts_clash
from variorum.comparisons.slots.verdicts import (
    places_clash,
    telling_clash,
    times_clash,
)
from variorum.model.annotations import (
    UNKNOWN_REFERENCE,
    Place,
    PlaceUse,
    Reference,
    TimeExpression,
    TimeType,
)
from variorum.model.intervals import Granularity, Interval
from variorum.model.quantities import Quantity

MOSCOW = Place("p1", 0, 6, "Moscow", "city", "RUS", 55.75, 37.62, "1", within=("2",))
RUSSIA = Place("p2", 0, 6, "Russia", "country", "RUS", 60.0, 100.0, "2")
LIMA = Place("p3", 0, 4, "Lima", "city", "PER", -12.05, -77.04, "3", within=("4",))
TVER = Place("p4", 0, 4, "Tver", "city", "RUS", 56.86, 35.9, "5", within=("2",))


def day(text, *date, days=1, granularity=Granularity.DAY, kind=TimeType.DATE, anchor=None):
    """Return a resolved time expression of ``days`` days."""
    begin = datetime(*date)
    interval = Interval(begin, begin + timedelta(days=days), granularity)
    return TimeExpression("t1", 0, len(text), text, kind, begin.date().isoformat(), interval=interval, anchor=anchor)


def weekday(number, part=""):
    """Return a weekday of an unknown week."""
    kind = TimeType.TIME if part else TimeType.DATE
    return TimeExpression("t1", 0, 3, "day", kind, f"XXXX-WXX-{number}{part}", anchor=None)


def amount(text, low, high, **slots):
    """Return a quantity."""
    slots = {"unit": None, "counted": "people", "role": "kill", **slots}
    return Quantity("n1", 0, len(text), text, low, high, **slots)


def test_cities_of_different_countries_clash():
    """One thing does not happen in Moscow and in Lima."""
    assert places_clash(MOSCOW, LIMA) is not None


def test_cities_of_one_country_clash():
    """One thing does not happen in two towns far apart."""
    assert places_clash(MOSCOW, TVER) is not None


@pytest.mark.parametrize(("one", "other"), [(MOSCOW, RUSSIA), (RUSSIA, MOSCOW), (MOSCOW, MOSCOW)])
def test_containment_is_no_clash(one, other):
    """Moscow and Russia are compatible."""
    assert places_clash(one, other) is None


def test_a_government_is_no_place():
    """The Moscow that rejects something places nothing in Moscow."""
    acting = Place("p1", 0, 6, "Moscow", "city", "RUS", 55.75, 37.62, "1", use=PlaceUse.GOVERNMENT)
    assert places_clash(acting, LIMA) is None


def test_days_apart_clash():
    """The third is not the fifth."""
    assert times_clash(day("3 May", 2024, 5, 3), day("5 May", 2024, 5, 5)) is not None


def test_the_reason_of_a_clash_of_times_gives_both_anchors():
    """Who reads the reason sees which days were compared, and what they were read against."""
    monday = day("Monday", 2018, 2, 19, anchor="published 2018-02-20")
    week = day("last week", 2018, 2, 12, days=7, granularity=Granularity.WEEK, anchor="published 2018-02-21")
    assert times_clash(monday, week).reason == (
        "“Monday” (2018-02-19, read against published 2018-02-20) and"
        " “last week” (2018-02-12 to 2018-02-18, read against published 2018-02-21) do not overlap"
    )


def test_granularity_is_no_clash():
    """A day inside its month is the same thing told more finely."""
    assert times_clash(day("May", 2024, 5, 1, days=31, granularity=Granularity.MONTH), day("3 May", 2024, 5, 3)) is None


def test_a_night_belongs_to_both_its_days():
    """Late on the third and early on the fourth may be one moment."""
    late = TimeExpression(
        "t1", 0, 4, "late", TimeType.TIME, "2024-05-03TNI",
        interval=Interval(datetime(2024, 5, 3, 20), datetime(2024, 5, 4), Granularity.PART),
    )  # fmt: skip
    assert times_clash(late, day("4 May", 2024, 5, 4)) is None


def test_weekdays_of_an_unknown_week_clash():
    """Tuesday is not Thursday in any week."""
    assert times_clash(weekday(2), weekday(4)) is not None
    assert times_clash(weekday(2), weekday(2, "TEV")) is None


def test_a_report_cannot_precede_what_it_tells():
    """A report of Tuesday cannot tell of a meeting late on Wednesday."""
    clash = telling_clash(weekday(2), weekday(3, "TNI"))
    assert clash is not None
    assert "Tuesday" in clash.reason
    assert "Wednesday" in clash.reason


def test_a_report_may_follow_what_it_tells():
    """A report of Thursday may tell of Wednesday, and one of Tuesday of Tuesday."""
    assert telling_clash(weekday(4), weekday(3)) is None
    assert telling_clash(weekday(2), weekday(2)) is None


def test_vague_times_never_clash():
    """Durations and "now" place nothing."""
    now = TimeExpression("t1", 0, 3, "now", TimeType.DATE, "PRESENT_REF")
    assert times_clash(now, day("3 May", 2024, 5, 3)) is None


def test_numbers_that_exclude_each_other_clash():
    """Three dead are not five dead."""
    assert counts_clash(amount("three", 3, 3), amount("five", 5, 5)) is not None


@pytest.mark.parametrize(
    ("low", "high", "other_low", "other_high"),
    [(1200, 1200, 1000, None), (40, None, 52, 52), (24, 100, 52, 52), (52, 52, 52, 52)],
)
def test_bounds_and_rounding_do_not_clash(low, high, other_low, other_high):
    """1,200 is more than 1,000; 52 is at least 40, and dozens."""
    assert counts_clash(amount("a", low, high), amount("b", other_low, other_high)) is None


def test_only_the_same_counting_is_compared():
    """The dead are not the injured, and houses are not people; passengers are people."""
    dead = amount("three", 3, 3)
    assert not dead.counts_the_same(amount("five", 5, 5, role="injure"))
    assert not dead.counts_the_same(amount("five", 5, 5, counted="house"))
    assert dead.counts_the_same(amount("five", 5, 5, counted="passenger"))
    assert not amount("3", 3, 3, counted=None, role=None).counts_the_same(amount("5", 5, 5, counted=None, role=None))


instants = st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30)).map(
    lambda moment: moment.replace(hour=0, minute=0, second=0, microsecond=0)
)


@given(instants, instants, st.integers(1, 400), st.integers(1, 400))
def test_time_clashes_are_symmetric(begin, other, days, other_days):
    """Whether two times exclude each other does not depend on which comes first."""

    def made(start, length):
        end = min(start + timedelta(days=length), datetime.max) if start < datetime(9998, 1, 1) else datetime.max
        interval = Interval(start, end, Granularity.DAY)
        return TimeExpression("t1", 0, 1, "x", TimeType.DATE, "2024-01-01", interval=interval)

    left, right = made(begin, days), made(other, other_days)
    assert (times_clash(left, right) is None) == (times_clash(right, left) is None)
    assert times_clash(left, left) is None


def clock(words):
    """Return the clock time of a sentence that is read on Thursday, 5 June 2031."""
    reference = Reference(interval_of_value("2031-06-05"), "published", "2031-06-05")
    (time,) = tag_times(f"It opened at {words}.", reference)
    return time


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9 a.m. EST on Monday", "14:00 GMT on Monday"),
        ("11 p.m. EST on Monday", "04:00 GMT on Tuesday"),
        ("9 a.m. on Monday", "14:00 GMT on Monday"),
        ("9 a.m. on Monday", "10:30 a.m. on Monday"),
        ("9 a.m. IST on Monday", "14:00 GMT on Monday"),
    ],
)
def test_one_moment_in_two_zones_is_no_conflict(one, other):
    """Zones are converted where both are known; where one is not, nothing is said."""
    assert times_clash(clock(one), clock(other)) is None
    assert times_clash(clock(other), clock(one)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9 a.m. EST on Monday", "9 a.m. GMT on Monday"),
        ("9 a.m. on Monday", "4 p.m. on Monday"),
    ],
)
def test_two_moments_of_one_day_conflict(one, other):
    """Clock times hours apart exclude each other, and the reason says so."""
    clash = times_clash(clock(one), clock(other))
    assert clash is not None
    assert "different times of day" in clash.reason
    assert times_clash(clock(other), clock(one)) is not None


def test_parts_of_days_of_an_unknown_week_clash_where_no_night_joins_them():
    """Monday night and Sunday morning are a day apart; Monday night and Tuesday morning are one night."""
    read = {
        words: tag_times(f"It burned on {words}.", UNKNOWN_REFERENCE)[0] for words in ("Monday night", "Sunday morning")
    }
    assert times_clash(read["Monday night"], read["Sunday morning"])
    morning = tag_times("It burned on Tuesday morning.", UNKNOWN_REFERENCE)[0]
    assert times_clash(read["Monday night"], morning) is None


def test_a_day_told_from_another_is_no_conflict_with_it():
    """A day before Sunday's fire is not the day of the fire told otherwise; Saturday and Sunday are."""
    reference = Reference(interval_of_value("2031-06-05"), "published", "2031-06-05")
    counted, sunday = tag_times("A day before the fire on Sunday, she had left.", reference)
    saturday = tag_times("It burned on Saturday.", reference)[0]
    assert times_clash(counted, sunday) is None
    assert times_clash(saturday, sunday) is not None


def test_late_on_one_day_and_early_on_the_next_are_one_night():
    """A ferry that sank late on Monday and early on Tuesday sank once; late on Monday and on Wednesday it did not."""
    reference = Reference(interval_of_value("2031-06-05"), "published", "2031-06-05")
    late, early, later = (
        tag_times(f"It sank {words}.", reference)[0] for words in ("late on Monday", "early on Tuesday", "on Wednesday")
    )
    assert times_clash(late, early) is None
    assert times_clash(late, later) is not None


@pytest.mark.parametrize(
    "reference", [Reference(interval_of_value("2031-06-05"), "published", "2031-06-05"), UNKNOWN_REFERENCE]
)
def test_the_same_part_of_two_days_is_two_times(reference):
    """Sunday night and Monday night are two nights, though little time lies between them."""
    one, other = (tag_times(f"It burned on {night}.", reference)[0] for night in ("Sunday night", "Monday night"))
    assert times_clash(one, other) is not None
    assert times_clash(other, one) is not None


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("half past nine on Monday", "9.30 p.m. on Monday", False),
        ("half past nine on Monday", "half past four on Monday", True),
        ("9.40 in the morning", "about six in the evening", True),
    ],
)
def test_a_clock_time_that_leaves_its_half_of_the_day_open_fits_both(one, other, clash):
    """What is told without its half of the day may be in the evening; another hour it is not."""
    assert (times_clash(clock(one), clock(other)) is not None) == clash


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [("MO", "EV", True), ("MO", "NI", True), ("MO", "AF", False), ("AF", "EV", False), ("EV", "NI", False)],
)
def test_parts_of_one_day_clash_where_they_do_not_touch(one, other, clash):
    """The morning and the evening of one day are two times, its evening and its night may be one."""
    assert (times_clash(weekday(2, "T" + one), weekday(2, "T" + other)) is not None) == clash


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("northern", "southern", True),
        ("north-eastern", "southern", True),
        ("eastern", "western", True),
        ("northern", "eastern", False),
        ("northern", None, False),
    ],
)
def test_opposite_sides_of_one_place_clash(one, other, clash):
    """Nothing happens in the north and in the south of a country at once."""
    places = (replace(RUSSIA, qualifier=side) for side in (one, other))
    assert (places_clash(*places) is not None) == clash


def test_regions_of_one_country_clash_where_they_lie_apart():
    """Two far regions are two places; near ones may be one, and one that holds the other is no other place."""
    kent = Place("p1", 0, 4, "Kent", "region", "GBR", 51.2, 0.7, "6", within=("9",))
    cumbria = Place("p2", 0, 7, "Cumbria", "region", "GBR", 54.6, -2.9, "7", within=("9",))
    essex = Place("p3", 0, 5, "Essex", "region", "GBR", 51.8, 0.6, "8", within=("9",))
    assert places_clash(kent, cumbria) is not None
    assert places_clash(kent, essex) is None
    assert places_clash(kent, replace(cumbria, within=("6",))) is None


def test_one_weekday_of_two_weeks_clashes():
    """What is told by weeks says which Monday it is; a bare Monday of two reports is one."""
    assert times_clash(clock("9 a.m. on Monday"), clock("9 a.m. on Monday")) is None
    reference = Reference(interval_of_value("2031-06-05"), "published", "2031-06-05")
    one, other = (tag_times(f"It will open {words}.", reference)[0] for words in ("on Monday week", "next Monday"))
    assert times_clash(one, other) is not None


def test_the_hour_of_a_day_without_a_year_fits_that_day():
    """An hour of 28 June that was read as last year's is no other day than 28 June of a year that nobody names."""
    readings = [
        tag_times(text, Reference(interval_of_value("2031-02-20"), "published", "2031-02-20"))[-1]
        for text in ("The vote was held on June 28 at 2 p.m.", "The vote will be held on June 28.")
    ]
    assert readings[0].value == "2030-06-28T14:00"
    assert readings[1].value == "2031-06-28"
    assert times_clash(*readings) is None


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("It struck at midnight on Monday.", "It struck at 12.30 a.m. on Monday.", False),
        ("It struck at midnight on Monday.", "It struck at 12.30 a.m. on Tuesday.", False),
        ("It struck at midnight on Monday.", "It struck on Monday evening.", False),
        ("It struck at midnight on Monday.", "It struck at four in the morning on Tuesday.", True),
        ("It struck at midnight on Monday.", "It struck on Wednesday.", True),
    ],
)
def test_midnight_on_a_day_fits_both_its_ends(one, other, clash):
    """Nobody can say which of its two midnights "midnight on Monday" is; what fits neither contradicts it."""
    reference = Reference(interval_of_value("2031-06-05"), "published", "2031-06-05")
    left, right = (tag_times(text, reference)[0] for text in (one, other))
    assert (times_clash(left, right) is not None) == clash
    assert (times_clash(right, left) is not None) == clash
