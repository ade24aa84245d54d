"""Promises on word tables: what is kept is what was computed, and memory stays within its limit."""

from __future__ import annotations

import numpy as np

from variorum.alignments.wordings import word_tables
from variorum.alignments.wordings.word_tables import WordTables


def test_a_table_is_known_from_either_side():
    """How near the words of one report are to another's is kept once, and read with either report first."""
    tables, table = WordTables(), np.arange(6, dtype=np.float32).reshape(2, 3)
    tables.keep_words(1, 0, table)
    assert np.array_equal(tables.words(1, 0), table)
    assert np.array_equal(tables.words(0, 1), table.T)
    assert tables.words(0, 2) is None
    assert tables.sentences(0, 1) is None


def test_the_tables_asked_for_longest_ago_make_room(monkeypatch):
    """No more cells are held than the limit, and what was asked for last stays."""
    monkeypatch.setattr(word_tables, "LIMITS", type("Limits", (), {"word_cells": 20}))
    tables = WordTables()
    tables.keep_sentences(0, 1, np.zeros((2, 4), np.float32))
    tables.keep_sentences(1, 0, np.ones((2, 4), np.float32))
    assert tables.sentences(0, 1) is not None
    tables.keep_words(0, 2, np.zeros((2, 4), np.float32))
    assert tables.sentences(1, 0) is None
    assert tables.sentences(0, 1) is not None
    assert tables.words(0, 2) is not None
