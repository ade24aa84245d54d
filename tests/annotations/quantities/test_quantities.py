"""Promises on quantities: bounds, approximations, what is counted, what happens to it, and what is no quantity."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotations.quantities.annotator import annotate_quantities
from variorum.annotations.quantities.numerals import read_numeral, widen
from variorum.model.quantities import QuantityRelation


@pytest.fixture(scope="module")
def quantities(draft_of):
    """Return a function: text to its quantities."""
    return lambda text: annotate_quantities(draft_of(text))


@pytest.mark.parametrize(
    ("text", "low", "high", "counted", "role"),
    [
        ("The blast killed 52 people in the port.", 52, 52, "people", "kill"),
        ("At least 40 people were killed on the ferry.", 40, None, "people", "kill"),
        ("The quake killed 52.", 52, 52, "people", "kill"),
        ("The quake left 52 dead.", 52, 52, "people", "kill"),
        ("The death toll rose to 52.", 52, 52, "people", "kill"),
        ("Officials put the death toll at 52.", 52, 52, "people", "kill"),
        ("More than 1,000 people were wounded.", 1000, None, "people", "injure"),
        ("Up to 300 villagers were displaced by the flood.", None, 300, "villager", "displace"),
        ("Police arrested about 30 protesters.", 27, 33, "protester", "arrest"),
        ("Nearly 50 houses burned.", 45, 50, "house", "burn"),
        ("Dozens of soldiers fled the town.", 24, 99, "soldier", "flee"),
        ("Tens of thousands of people marched.", 20_000, 99_999, "people", "march"),
        ("Between 40 and 50 houses were destroyed.", 40, 50, "house", "destroy"),
        ("Two to three million people fled.", 2_000_000, 3_000_000, "people", "flee"),
        ("Twenty-five cars were stolen.", 25, 25, "car", "steal"),
        ("No more than 12 miners were rescued.", None, 12, "miner", "rescue"),
        ("A few villages burned.", 2, 9, "village", "burn"),
        ("The killing of 14 civilians was condemned.", 14, 14, "civilian", "kill"),
        ("A quarter of a million people fled.", 225_000, 275_000, "people", None),
    ],
)
def test_the_words_give_bounds_and_what_happens(quantities, text, low, high, counted, role):
    """A figure is the interval its words allow, with what is counted and what happens to it."""
    found = quantities(text)[0]
    assert (found.low, found.high, found.counted, found.role) == (low, high, counted, role)


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("The bridge cost $1.2 million.", "USD", 1_200_000, 1_200_000),
        ("The club paid £5m for him.", "GBP", 5_000_000, 5_000_000),
        ("Unions won a 4.5 percent raise.", "percent", 4.5, 4.5),
        ("They walked 10 km to the border.", "kilometre", 10, 10),
        ("A 6.4-magnitude quake struck.", "magnitude", 6.4, 6.4),
        ("The fund gave 300 million euros.", "EUR", 300_000_000, 300_000_000),
        ("The mill reported a loss of SKr2.9bn.", "SEK", 2_900_000_000, 2_900_000_000),
        ("The mill lost 1.9 billion kronor.", "SEK", 1_900_000_000, 1_900_000_000),
        ("The ferry cost 45m Danish kroner.", "DKK", 45_000_000, 45_000_000),
        ("The quake had a magnitude of 6.1.", "magnitude", 6.1, 6.1),
        ("They paid HK$5bn for it.", "HKD", 5_000_000_000, 5_000_000_000),
        ("He was fined £1.2m.", "GBP", 1_200_000, 1_200_000),
    ],
)
def test_money_shares_and_measures_have_a_unit(quantities, text, unit, low, high):
    """Money is an ISO 4217 currency, shares are percent, measures have one name each."""
    found = quantities(text)[0]
    assert (found.unit, found.low, found.high) == (unit, low, high)


def test_a_third_of_something_is_about_a_third_in_percent(quantities):
    """Fractions are approximate shares of what follows."""
    found = quantities("A third of the harvest was lost.")[0]
    assert found.unit == "percent"
    assert found.approximate
    assert found.low < 100 / 3 < found.high


@pytest.mark.parametrize(
    "text",
    [
        "The law passed in August 2023.",
        "The 2024 vote was delayed.",
        "A 19-year-old student spoke.",
        "The train left at 3 p.m. on Monday.",
        "Call 555-123-4567 for help.",
        "The court applied Article 5 of the treaty.",
        "Ana Reyes, 45, runs the bakery.",
        "No one was there and one of them said so.",
        "Oria won the match 3-2.",
        "It was the second attack on the town.",
    ],
)
def test_dates_ages_labels_and_scores_are_no_quantities(quantities, text):
    """Years, dates, clock times, ages, ordinals, scores, section and telephone numbers count nothing."""
    assert quantities(text) == ()


def test_at_least_forty_and_fifty_two_are_compatible_and_dozens_with_both(quantities):
    """Bounds do not conflict with a figure they hold."""
    at_least, exact, dozens, other = (
        quantities(f"{words} people were killed.")[0] for words in ("At least 40", "52", "Dozens of", "About 30")
    )
    assert at_least.relation_to(exact) is QuantityRelation.COMPATIBLE
    assert dozens.relation_to(exact) is QuantityRelation.COMPATIBLE
    assert other.relation_to(exact) is QuantityRelation.APART


def test_boilerplate_counts_nothing(draft_of):
    """Lines of boilerplate give no quantity."""
    from variorum.model.spans import Span

    text = "READ MORE: 40 people injured in Oria\nThe mayor spoke."
    assert annotate_quantities(draft_of(text, boilerplate=(Span(0, 36),))) == ()


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_with_commas_are_read_back(value):
    """Any whole number written with commas is read as itself."""
    numeral = read_numeral([f"{value:,}"], 0, 1)
    assert (numeral.low, numeral.high) == (value, value)


@given(
    st.floats(min_value=0, max_value=1e9),
    st.floats(min_value=0, max_value=1),
    st.floats(min_value=0, max_value=1),
    st.booleans(),
)
def test_widening_never_narrows(value, down, up, whole):
    """An approximation holds the figure itself."""
    low, high = widen(value, value, down, up, whole=whole)
    assert low <= value + 1e-6
    assert high >= value - 1e-6


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "at",
                "least",
                "40",
                "to",
                "-",
                "and",
                "dozens",
                "of",
                "people",
                "killed",
                "$",
                "5",
                "m",
                "million",
                "%",
                "a",
                "third",
                ",",
                ".",
                "2023",
                "one",
                "in",
            ]
        ),
        max_size=14,
    )
)
def test_any_string_of_number_words_re_slices(draft_of, words):
    """Whatever the words, spans re-slice, lie in order and bounds are not reversed."""
    text = " ".join(words)
    if not text:
        return
    last = 0
    for found in annotate_quantities(draft_of(text)):
        assert text[found.start : found.end] == found.text
        assert found.start >= last
        last = found.end
        assert found.low is None or found.high is None or found.low <= found.high
