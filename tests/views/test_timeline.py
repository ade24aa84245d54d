"""Promises of the timeline: bars as long as the words are vague, on one scale, with links to the words."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.views.made import made_comparison

from variorum.annotations.times.values import interval_of_value
from variorum.model.comparisons import Dating, TimelineEntry
from variorum.model.intervals import Granularity, Interval, IntervalRelation
from variorum.model.spans import Span
from variorum.views.dates import readable_interval, readable_moment
from variorum.views.html import render_html
from variorum.views.timeline import bar_svg, scale_of


def entry_of(*intervals, **marks):
    """Return an entry with a dating for each interval."""
    datings = tuple(Dating("A", Span(n, n + 1), "x", interval, **marks) for n, interval in enumerate(intervals))
    return TimelineEntry("l1", intervals[0], "x", "gist", (), (), (), ("u1",), datings)


VALUES = ("2011", "2016-05", "2024", "2024-07", "2024-W30", "2024-07-24", "2024-07-24TEV", "2024-07-25T15:00")


@given(st.lists(st.sampled_from(VALUES), min_size=1, max_size=6))
def test_bars_lie_to_each_other_as_their_times_do(values):
    """What lies within, before or beside in time does so in the drawing; bars that are too thin are widened alone."""
    intervals = [interval_of_value(value) for value in values]
    scale = scale_of((entry_of(*intervals),))
    for one in intervals:
        for other in intervals:
            left, right = scale.places[one.begin], scale.places[one.before]
            first, last = scale.places[other.begin], scale.places[other.before]
            if one.relation_to(other) is IntervalRelation.INSIDE:
                assert first <= left < right <= last
            if one.relation_to(other) is IntervalRelation.APART:
                assert right <= first or last <= left


@pytest.mark.parametrize(
    ("interval", "fade"),
    [
        (Interval(datetime(2016, 1, 1), None, Granularity.YEAR), "fade-after"),
        (Interval(None, datetime(2016, 1, 1), Granularity.YEAR), "fade-before"),
        (Interval(None, None), "fade-both"),
    ],
)
def test_an_open_end_fades(interval, fade):
    """“Since 2016” has no end, and its bar none either."""
    entry = entry_of(interval, interval_of_value("2020"))
    assert f"url(#{fade})" in bar_svg(entry.datings[0], scale_of((entry,)))


def test_rough_ends_are_soft_and_inferred_dates_hollow():
    """“Early March” has soft ends; what was read against an inferred date says so."""
    march = interval_of_value("2023-03")
    rough, inferred = entry_of(march, rough=True), entry_of(march, inferred=True)
    assert "fade-soft" in bar_svg(rough.datings[0], scale_of((rough,)))
    assert "inferred" in bar_svg(inferred.datings[0], scale_of((inferred,)))


def test_a_weekday_of_an_unknown_week_has_no_bar():
    """Where the words fix no day, nothing is drawn but a dotted line."""
    entry = entry_of(None)
    svg = bar_svg(entry.datings[0], scale_of((entry,)))
    assert "unknown" in svg
    assert "<rect" not in svg


def test_every_date_links_to_its_words():
    """Each bar leads to the words of its report."""
    html = render_html(made_comparison())
    section = html[html.index('id="timeline"') :]
    datings = [dating for entry in made_comparison().timeline for dating in entry.datings]
    assert datings
    for dating in datings:
        assert f'href="#{dating.siglum}-{dating.span.start}-{dating.span.end}"' in section


def test_a_long_timeline_is_bounded():
    """Of five hundred dates forty are drawn; the table has all."""
    made = made_comparison()
    entry = entry_of(interval_of_value("2024-07-24"))
    html = render_html(replace(made, timeline=tuple(replace(entry, id=f"l{n}") for n in range(500))))
    assert len(re.findall(r'class="date-row', html)) == 40
    assert "The timeline as a table (500)" in html


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-W30", "22 to 28 July 2024"),
        ("2024-W31", "29 July to 4 August 2024"),
        ("2024-Q3", "July to September 2024"),
        ("2024-WI", "December 2024 to February 2025"),
        ("201", "2010 to 2019"),
        ("2024-07-24T15:00", "24 July 2024, 15:00"),
        ("2024-07-24TEV", "24 July 2024"),
    ],
)
def test_an_interval_says_each_part_once(value, words):
    """Several days, months or years are written as people write them."""
    assert readable_interval(interval_of_value(value)) == words


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2032-05-06", "6 May 2032"),
        ("2032-05-06T09:30:00+01:00", "6 May 2032, 09:30 UTC+01:00"),
        ("2032-05-06T18:05:00", "6 May 2032, 18:05"),
        ("the sixth of May", "the sixth of May"),
    ],
)
def test_dates_of_publication_are_written_for_people(published, words):
    """A date of publication reads as people write it; what is no date stands as the outlet gives it."""
    assert readable_moment(published) == words
