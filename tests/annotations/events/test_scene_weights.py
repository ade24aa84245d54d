"""Promises of the scorer that sets events in scenes."""

from __future__ import annotations

from itertools import permutations
from math import isfinite

import pytest

from variorum.annotations.events.scene_weights import choose, features_of, step_of
from variorum.fitted_weights import fitted_weights


@pytest.mark.parametrize("slot", ["place", "time"])
def test_nothing_is_chosen_where_nothing_speaks_for_it(slot):
    """Without candidates, or with those that no weight speaks for, an event stays without place and time."""
    assert choose(slot, []) is None
    assert choose(slot, [("p1", frozenset({"no such feature"}))]) is None


def test_the_order_of_candidates_does_not_matter():
    """The candidate with the highest score is chosen wherever it stands among the others."""
    weights = fitted_weights("scene")["place"]
    ranked = sorted(weights, key=weights.__getitem__)
    candidates = [("best", frozenset(ranked[-2:])), ("good", frozenset(ranked[-1:])), ("bad", frozenset(ranked[:1]))]
    assert {choose("place", order) for order in permutations(candidates)} == {"best"}


def test_weights_are_numbers():
    """Every weight that ships is a finite number."""
    assert all(isfinite(weight) for weights in fitted_weights("scene").values() for weight in weights.values())


def test_features_tell_role_paragraph_and_traits():
    """A candidate has its role alone, with the paragraph and with every trait of the event."""
    features = features_of("last", ["planned"], ["setting"], near=False)
    assert {"last", "last outside the paragraph", "last * planned", "event planned", "setting"} <= features
    assert [step_of(count, 0, 2) for count in range(4)] == ["0", "2", "2", "more"]
