"""Promises on known values: a pair that can reach a chance is never left out."""

from __future__ import annotations

from math import exp

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from variorum.alignments.known_values import KnownValues

NAMES = ("known", "known too", "told by words", "rare")
numbers = st.floats(-5, 5)


@given(
    weights=st.fixed_dictionaries(dict.fromkeys(NAMES, numbers)),
    known=st.tuples(numbers, numbers),
    rest=st.tuples(st.floats(0, 1), st.floats(0, 3)),
    least=st.floats(0.05, 0.95),
)
def test_whatever_the_words_of_a_pair_say_it_is_not_left_out_when_it_is_likely(weights, known, rest, least):
    """With what is not known at its best, a pair that is as likely as asked for is said to be able to be it."""
    margin = sum(weights[name] * value for name, value in zip(NAMES, (*known, *rest), strict=True))
    values = KnownValues({name: np.array([value]) for name, value in zip(NAMES, known, strict=False)})
    can_be = bool(values.can_reach(least, weights, {"rare": np.array([3.0])})[0])
    assert can_be or 1 / (1 + exp(-margin)) < least


def test_a_pair_that_no_words_can_make_likely_is_left_out():
    """What is known of two pairs tells which of them words can still make one."""
    values = KnownValues({"bias": np.ones(2), "near": np.array([0.1, 0.9])})
    weights = {"bias": -4.0, "near": 4.0, "words": 1.0}
    assert values.can_reach(0.5, weights, {}).tolist() == [False, True]
    assert values.of(1) == {"bias": 1.0, "near": 0.9}
