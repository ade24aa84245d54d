"""Progress on standard error."""

from __future__ import annotations

from variorum.cli import progress as module
from variorum.cli.progress import Progress


def test_quick_work_is_silent(capsys):
    """Work that ends within a second shows nothing."""
    with Progress() as progress:
        progress("reading")
    assert capsys.readouterr() == ("", "")


def test_slow_work_is_told_in_plain_lines(capsys, monkeypatch):
    """After a second the work is named on standard error, a line for each piece."""
    monkeypatch.setattr(module, "PATIENCE_S", 0.0)
    with Progress() as progress:
        progress._timer.join()
        progress("annotating A")
        progress("annotating B")
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "variorum: annotating A ...\nvariorum: annotating B ...\n"


def test_a_terminal_gets_a_moving_line(capsys, monkeypatch):
    """On a terminal the line is drawn by rich, and markup in a title is no markup."""
    monkeypatch.setattr(module, "PATIENCE_S", 0.0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with Progress() as progress:
        progress._timer.join()
        progress("annotating [bold]A[/nothing]")
    assert capsys.readouterr().out == ""
