"""Word matches: stretches of text by how well their words find each other."""

from __future__ import annotations

import numpy as np
import pytest

from variorum import flow
from variorum.alignments.wordings import matches
from variorum.alignments.wordings.matches import best_in, found_words, match_words, weigh, word_reports
from variorum.model.reports import Report

ONE = "The ferry ran aground off Velisk. Bread prices rose. Reyes thanked the crew."
TWO = "Reyes praised the sailors. A passenger boat hit a sandbank near Velisk."


@pytest.fixture(scope="module")
def worded():
    """Return the words of both reports."""
    reports = [flow.annotate(Report(str(number), text), keep=False) for number, text in enumerate((ONE, TWO))]
    return weigh(*word_reports(reports))


def _match(worded, left, right):
    return match_words((worded[left], worded[right]), worded[left].sentences, worded[right].sentences)


def test_other_words_for_one_thing_find_each_other(worded):
    """Sentences that tell one thing in other words are nearer than any others."""
    found = _match(worded, 0, 1)
    assert found.argmax(axis=1).tolist()[0] == 1
    assert found.argmax(axis=0).tolist() == [2, 0]


def test_sides_can_be_swapped(worded):
    """Swapping the reports turns the table round, and a text finds itself whole."""
    assert np.allclose(_match(worded, 0, 1), _match(worded, 1, 0).T, atol=2e-4)
    assert np.allclose(np.diag(_match(worded, 0, 0)), 1, atol=1e-3)


def test_stretches_may_lie_in_one_another(worded):
    """A stretch has the same figure whatever stretches stand beside it in the table, and 0 when it has no words."""
    whole, part, none = (0, 6), (2, 4), (3, 3)
    many = match_words(worded, [whole], [part, whole, none, (0, 4)])
    for column, stretch in enumerate([part, whole, none, (0, 4)]):
        assert match_words(worded, [whole], [stretch])[0, 0] == many[0, column]
    assert many[0, 2] == 0


def test_the_words_of_two_reports_are_held_against_each_other_once(worded):
    """However many stretches of two reports ask, every two words are multiplied once."""
    match_words(worded, [(0, 6)], worded[1].sentences)
    table = worded[0].tables.known("words", 1, 0)
    assert table is not None
    for stretches in ([(2, 4), (0, 3)], list(worded[0].sentences)):
        match_words(worded, stretches, worded[1].sentences)
    assert worded[1].tables.known("words", 1, 0) is table


def test_what_few_words_find_needs_no_others(worded, monkeypatch):
    """Words find the same whether all of both reports are multiplied, or no more than are asked for, or not at once."""
    rows, columns = worded[0].sentences, worded[1].sentences
    whole = [best_in(*worded, columns), match_words(worded, rows, columns)]
    for limit, value in (("_CELLS", 40), ("_MANY", 0)):
        monkeypatch.setattr(matches, limit, value)
        assert np.allclose(best_in(*worded, columns), whole[0], atol=1e-6)
        assert np.allclose(match_words(worded, rows[1:2], columns[1:2]), whole[1][1:2, 1:2], atol=1e-4)
    assert not best_in(*worded, columns, (0, 3))[3:].any()


def test_what_swapped_reports_find_is_the_very_same(worded):
    """What the words of one stretch find in another does not depend on which report comes first, to the last bit."""
    rows, columns = (report.sentences for report in worded)
    here, there = found_words(worded, rows, columns)
    back, again = found_words(worded[::-1], columns, rows)
    assert (here == again.T).all()
    assert (there == back.T).all()
