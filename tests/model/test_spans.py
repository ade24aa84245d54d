"""Promises on spans: looking up by bisection finds what looking at each finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.model.spans import Span, index_at, is_touched, merge_spans

OFFSETS = st.integers(min_value=0, max_value=60)
SPANS = st.tuples(OFFSETS, st.integers(min_value=1, max_value=12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_a_span_is_touched_by_what_overlaps_it(spans, span):
    """A span is touched exactly when one of the others overlaps it."""
    merged = merge_spans(spans)
    assert is_touched(merged, span) == any(other.overlaps(span) for other in merged)


@given(st.lists(SPANS, max_size=12), OFFSETS)
def test_an_offset_lies_in_the_span_that_holds_it(spans, offset):
    """An offset is found in the one span that holds it, and in none where none does."""
    merged = merge_spans(spans)
    holding = [number for number, span in enumerate(merged) if span.start <= offset < span.end]
    assert index_at(merged, offset) == (holding[0] if holding else None)
