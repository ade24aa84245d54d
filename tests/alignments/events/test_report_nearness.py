"""Promises on the nearness of reports: what two have in common beside the others."""

from __future__ import annotations

from variorum.alignments.events.report_nearness import report_nearness

_FERRY = ("The ferry burned in Odda.", "A ferry burned near Odda on Monday.", "The baker of Bari sold his oven.")


def test_reports_of_one_matter_are_nearer():
    """Two reports of a ferry are nearer to each other than to one of a baker."""
    found = report_nearness(_FERRY)
    assert found.shared[0, 1] > found.shared[0, 2]
    assert found.more[0, 1] > 0 > found.more[0, 2]


def test_nearness_is_the_same_both_ways():
    """It does not matter which report is asked about which."""
    found = report_nearness(_FERRY)
    assert (found.shared == found.shared.T).all()
    assert (found.more == found.more.T).all()


def test_few_reports_have_no_others_to_stand_out_from():
    """Two reports alone, and one, stand out from none."""
    assert not report_nearness(_FERRY[:2]).more.any()
    assert report_nearness(_FERRY[:1]).shared.shape == (1, 1)
    assert report_nearness(()).shared.shape == (0, 0)
