"""Promises on second looks: what other pairs of a story say of a pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.alignments.events.profiles import Trigger, event_profiles
from variorum.alignments.events.second_looks import second_features
from variorum.model.spans import Span

_TEXTS = ("Ana Reyes painted the wall and sold the oven.", "She painted it and sold hers.", "He painted and sold.")
#: Triggers 0 and 1 of the first report, 2 and 3 of the second, 4 and 5 of the third.
_ALIKE = {(0, 2): 4.0, (2, 4): 4.0, (0, 4): 1.0, (1, 3): 3.0, (0, 3): -5.0, (1, 2): -5.0}


@pytest.fixture(scope="module")
def profiles(annotate_text):
    """Return two triggers of each of three reports."""
    found = []
    for position, text in enumerate(_TEXTS):
        spans = [Span(text.index(word), text.index(word) + len(word)) for word in ("painted", "sold")]
        triggers = [Trigger(span, lemma) for span, lemma in zip(spans, ("paint", "sell"), strict=True)]
        found.extend(event_profiles(position, annotate_text(text), {}, triggers))
    return found


def test_a_third_speaks_for_two(profiles):
    """Two triggers that both go with a third have it in common, whatever their own odds are."""
    features = dict(zip(_ALIKE, second_features(profiles, _ALIKE), strict=True))
    assert features[0, 4]["a third with both"] == 4.0
    assert features[1, 3]["a third with both"] < 0
    assert features[0, 4]["company in common"] > features[0, 3]["company in common"]


def test_the_best_of_its_report_leads(profiles):
    """A pair that fits better than any other of either report leads, the others lie behind."""
    features = dict(zip(_ALIKE, second_features(profiles, _ALIKE), strict=True))
    assert features[0, 2]["smaller lead"] > 0 > features[0, 3]["smaller lead"]


def test_sentences_with_other_events_in_common(profiles):
    """Where the other triggers of two sentences are alike, the pair has companions in common."""
    features = dict(zip(_ALIKE, second_features(profiles, _ALIKE), strict=True))
    assert features[0, 2]["companions in common"] > 0.9
    assert features[2, 4]["companions in common"] < 0.1


def test_nothing_known_tells_nothing(profiles):
    """Without pairs there is nothing to look at."""
    assert second_features(profiles, {}) == []


@given(st.permutations(list(_ALIKE.items())))
def test_the_order_of_pairs_makes_no_difference(profiles, items):
    """Each pair has the same features in whatever order pairs are given."""
    expected = dict(zip(_ALIKE, second_features(profiles, _ALIKE), strict=True))
    assert dict(zip(dict(items), second_features(profiles, dict(items)), strict=True)) == expected
