"""The docs tell the truth: what is made from the code is current, what is shown runs, and nothing is left out."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import variorum.model
from variorum.cli import main
from variorum.cli.app import app
from variorum.errors import CATALOGUE

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
EXIT_CODE = re.compile(r"#.*\bexit code (\d)")

COMMANDS = sorted(command.name for command in app.registered_commands)


def page_id(page):
    """Return the name of a page for people."""
    return str(page.relative_to(ROOT))


def blocks(page, language):
    """Return the code blocks of a page in one language."""
    return [code for kind, code in BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def has_blocks(page):
    """Say whether a page shows something that can be run."""
    return bool(blocks(page, "python") or blocks(page, "console"))


@pytest.fixture(scope="module")
def write_docs():
    """Return the script that makes parts of the docs."""
    spec = spec_from_file_location("write_docs", ROOT / "tools" / "write_docs.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_made_parts_are_current(write_docs, page):
    """Limits, errors and fields of the JSON stand in the docs as they are in the code (``make docs``)."""
    text = page.read_text(encoding="utf-8")
    assert write_docs.remake(text) == text


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_error_code_is_documented(code):
    """A user who searches the docs for a code finds it."""
    assert f"| {code} |" in (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_error_code_is_tested(code):
    """Some test names each code."""
    tests = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert any(code in text for text in tests)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command):
    """Each command is shown in use on some page."""
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert f"$ variorum {command}" in pages


def test_every_exit_code_is_documented():
    """The exit codes stand in the table of errors.md."""
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert all(f"| {code} |" in text for code in (0, 1, 2, 3))


def test_every_model_class_is_in_the_glossary():
    """The nouns of the code are the words of the glossary."""
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    modules = [
        importlib.import_module(f"variorum.model.{module.name}")
        for module in pkgutil.iter_modules(variorum.model.__path__)
    ]
    classes = {
        name
        for module in modules
        for name, member in inspect.getmembers(module, inspect.isclass)
        if member.__module__ == module.__name__ and not name.startswith("_")
    }
    assert {name for name in classes if f"`{name}`" not in glossary} == set()


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.parent.name == "decisions" and page.name != "README.md"], ids=page_id
)
def test_a_decision_is_a_page_with_a_date_in_the_list(page):
    """A decision says when, what, why and at what price, in a page at most."""
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {page.name[:4]}: ")
    assert re.search(r"^20\d\d-\d\d-\d\d$", text, re.MULTILINE)
    assert all(f"**{part}.**" in text for part in ("Decision", "Why", "Price"))
    assert len(text.split()) < 400
    assert page.name in (page.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_lead_somewhere(page):
    """Each link to a file of the project leads to one."""
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [page for page in PAGES if has_blocks(page)], ids=page_id)
def test_code_blocks_run(page, tmp_path, monkeypatch):
    """What a page shows in Python and on the console works, in its order, in a folder with the examples."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    for language, code in BLOCK.findall(page.read_text(encoding="utf-8")):
        if language == "python":
            # In a process of its own: an example may register an annotator.
            subprocess.run([sys.executable, "-c", code], check=True, stdin=subprocess.DEVNULL)
        elif language == "console":
            for line in code.splitlines():
                run_line(line, monkeypatch)


def run_line(line, monkeypatch):
    """Run a line of a console, and hold it to its exit code: 0, or the one in its comment."""
    assert line.startswith("$ variorum ")
    wanted = EXIT_CODE.search(line)
    monkeypatch.setattr(sys, "argv", shlex.split(line.removeprefix("$ "), comments=True))
    try:
        main()
        code = 0
    except SystemExit as ended:
        code = ended.code or 0
    assert code == (int(wanted[1]) if wanted else 0), line
