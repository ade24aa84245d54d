"""Promises on joins by mean odds."""

from __future__ import annotations

from variorum.alignments.events.joins_by_odds import likely_joins


def test_the_likeliest_join_comes_first():
    """Groups are joined from the best odds down to even ones, and never those that are told apart."""
    odds = {(0, 1): 1.0, (1, 2): 3.0, (2, 3): -1.0, (0, 3): 5.0}
    assert list(likely_joins([[0], [1], [2], [3]], odds, lambda *pair: pair == (0, 3))) == [(1, 2), (0, 1)]
