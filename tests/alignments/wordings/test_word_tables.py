"""Promises on word tables: what is kept is what was computed, and memory stays within its limit."""

from __future__ import annotations

import numpy as np

from variorum.alignments.wordings import word_tables
from variorum.alignments.wordings.word_tables import WordTables


def _known(tables):
    return [numbers for numbers in ((0, 1), (1, 0), (0, 2)) if tables.known("words", *numbers) is not None]


def test_the_tables_asked_for_longest_ago_make_room(monkeypatch):
    """No more cells are held than the limit, and what was asked for last stays."""
    monkeypatch.setattr(word_tables, "LIMITS", type("Limits", (), {"word_cells": 20}))
    tables, table = WordTables(), np.zeros((2, 4), np.float32)
    tables.keep("words", 0, 1, table)
    tables.keep("words", 1, 0, table + 1)
    assert tables.known("words", 0, 1) is table
    assert tables.known("sentences", 0, 1) is None
    tables.keep("words", 0, 2, table)
    assert _known(tables) == [(0, 1), (0, 2)]
