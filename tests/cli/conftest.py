"""What the tests of the command line share: running it in this process, and two small reports of an invented event."""

from __future__ import annotations

import io
import sys

import pytest

NORTH = """Bridge closed in Lindau

The bridge over the Sella was closed on Monday after cracks were found, Mayor Ida Kern said.
"We will repair it before winter," Kern told Radio Sella. At least 40 people protested in front of the town hall.
"""
SOUTH = """Town shuts its bridge

Mayor Ida Kern closed the bridge over the Sella on Tuesday because of cracks in a pillar.
"We are going to repair it before the winter," she said. The police counted 25 protesters at the town hall.
"""
ONLY_A = "The library of Lindau stays open on Sundays, the town council of Lindau decided on Friday evening."


@pytest.fixture
def reports(tmp_path, monkeypatch):
    """Go to a folder with three reports, and return its path."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("north.txt", NORTH), ("south.txt", SOUTH), ("library.txt", ONLY_A)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def variorum(capsys, monkeypatch):
    """Return a function that runs the command line: arguments to (exit code, standard output, standard error)."""
    from variorum.cli import main

    def run(*arguments, stdin=""):
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["variorum", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8"))))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return ended.value.code or 0, out, err

    return run
