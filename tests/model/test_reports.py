"""Reports as records."""

from __future__ import annotations

from variorum.model.reports import Capture, Report


def test_where_the_bytes_lay_makes_no_other_report():
    """The same text read from two files is one report; another outlet or title makes another."""
    one = Report("r", "The mill burned down.", capture=Capture("a.txt", "text/plain", "utf-8", "0"))
    other = Report("r", "The mill burned down.", capture=Capture("b.txt", "text/plain", "utf-8", "0"))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Report("r", "The mill burned down.", outlet="Harbour Post")
    assert one != "The mill burned down."
