"""The command line as a whole: help, version, demo, cache, doctor, start-up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from variorum.cli.app import app

COMMANDS = sorted(command.name for command in app.registered_commands)


def test_help_lists_the_commands(variorum):
    """``variorum --help`` names each command."""
    code, out, _ = variorum("--help")
    assert code == 0
    assert all(name in out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_has_examples(variorum, command):
    """The help of a command ends the search: it shows how the command is used, an example a line."""
    code, out, _ = variorum(command, "--help")
    assert code == 0
    assert "Examples:\n" in out
    assert f"\n    variorum {command}" in out


def test_version(variorum):
    """``--version`` prints the version of the package."""
    from variorum import __version__

    assert variorum("--version")[1] == f"variorum {__version__}\n"


def test_the_package_runs_as_a_module():
    """``python -m variorum`` is the command line."""
    printed = subprocess.run([sys.executable, "-m", "variorum", "--version"], capture_output=True, text=True)
    assert printed.stdout.startswith("variorum ")


def test_demo_prints_the_conflicts_and_the_page(reports, variorum):
    """The demo ends with the path of the page, and its summary tells of a conflict that was planted."""
    code, out, err = variorum("demo")
    assert code == 0, err
    page = Path(out.splitlines()[-1].removeprefix("The page: "))
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html")
    assert "Trieste" in out
    assert "Koper" in out


def test_cache_is_shown_and_cleared(reports, variorum, monkeypatch):
    """Clearing deletes what was kept, and leaves what is not ours."""
    monkeypatch.setenv("VARIORUM_CACHE", str(reports / "cache"))
    variorum("annotate", "north.txt")
    (reports / "cache" / "notes.txt").write_text("mine", encoding="utf-8")
    assert "1 files" in variorum("cache")[1]
    assert "1 files deleted" in variorum("cache", "--clear")[1]
    assert [path.name for path in (reports / "cache").rglob("*") if path.is_file()] == ["notes.txt"]


def test_doctor_finds_everything_well(variorum):
    """On a working installation every check works."""
    code, out, _ = variorum("doctor")
    assert code == 0, out
    assert "does not work" not in out


def test_doctor_names_what_is_broken(variorum, monkeypatch):
    """A part that does not work is named, the others are still checked, and the exit code is 1."""
    monkeypatch.setattr("variorum.annotations.parsing.parse_report", lambda _: 1 / 0)
    code, out, _ = variorum("doctor")
    assert code == 1
    assert "parser: does not work (ZeroDivisionError" in out
    assert "encoder: works" in out


def test_help_needs_half_a_second_at_most():
    """``variorum --help`` takes under half a second of CPU."""
    program = "import sys; sys.argv = ['variorum', '--help']; from variorum.cli import main; main()"
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    assert usage.ru_utime + usage.ru_stime < 0.5


def test_heavy_libraries_wait_until_they_are_needed():
    """Importing the command line and the whole flow loads no parser, no model runtime and no extractor."""
    heavy = ("spacy", "numpy", "onnxruntime", "networkx", "trafilatura", "py3langid", "jinja2", "pypdf", "feedparser")
    program = f"import sys, variorum.cli.app, variorum.flow; print([name for name in {heavy} if name in sys.modules])"
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_a_reader_that_leaves_early_gets_no_traceback(reports):
    """``variorum annotate ... | head`` ends in silence, with the exit code that click gives to it."""
    program = "from variorum.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", program, "annotate", "north.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    process.stdout.close()
    err = process.stderr.read()
    assert process.wait() == 1
    assert "Traceback" not in err
    assert "BrokenPipe" not in err
