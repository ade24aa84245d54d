"""Word margins: what the words of two sentences find in each other and in no other sentence."""

from __future__ import annotations

import numpy as np
import pytest

from variorum import flow
from variorum.alignments.wordings.margins import word_margins
from variorum.alignments.wordings.matches import best_in, weigh, word_reports
from variorum.model.reports import Report

ONE = "The ferry left Velisk at dawn. The ferry ran aground on rocks. The ferry was built for the lake."
TWO = "Owners of the ferry in Velisk said nothing. A sandbank had stopped the ferry, stranding it."


@pytest.fixture(scope="module")
def worded():
    """Return the words of both reports, weighed."""
    reports = [flow.annotate(Report(str(number), text), keep=False) for number, text in enumerate((ONE, TWO))]
    return weigh(*word_reports(reports))


def _margins(left, right, columns=None):
    """Return the margins of all sentences of a report in ``columns`` of another one, all of its sentences without."""
    rows, columns = left.sentences, columns or right.sentences
    return word_margins((left, right), rows, columns, (best_in(left, right, columns), best_in(right, left, rows)))


def test_what_only_two_sentences_share_counts(worded):
    """A word that every sentence has says nothing; what two alone share sets them apart from the others."""
    found = _margins(*worded)["margin, more"]
    assert found[:, 1].argmax() == 1
    assert found[1].argmax() == 1


def test_margins_of_swapped_reports_are_mirrored(worded):
    """Swapping the reports turns every table round, and no margin is less than nothing."""
    there, back = _margins(*worded), _margins(*worded[::-1])
    for name, table in there.items():
        assert np.allclose(table, back[name].T, atol=2e-4), name
        assert table.min() >= 0


def test_a_report_of_one_sentence_has_no_margins(worded):
    """Where there is no other sentence that could be meant, nothing is found beyond it."""
    left, right = worded
    found = _margins(left, right, right.sentences[:1])
    assert not found["margin in all, less"].any()
    assert not found["margin of the best, less"].any()
