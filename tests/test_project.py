"""The project's own files keep what they promise."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def tracked():
    """Return the tracked files; skip where there is no git checkout."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def locked(name):
    """Return the packages and versions of a lock file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(r"^([a-z0-9-]+)==([^\s;]+)", text, re.MULTILINE)


def test_layers_hold():
    """No step imports another step (import-linter)."""
    linter = Path(sys.executable).with_name("lint-imports")
    if not linter.exists():
        pytest.skip("import-linter is not installed")
    ended = subprocess.run([str(linter)], cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_hashes_and_no_addresses(name):
    """A lock file works with every index: exact versions and hashes, no addresses, no pins to an index."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^--", text, re.MULTILINE)
    assert " @ " not in text
    entries = re.split(r"\n(?=[a-z0-9-]+==)", text)[1:]
    assert len(entries) == len(locked(name))
    assert all("--hash=sha256:" in entry for entry in entries)


def test_locks_agree():
    """What runs is what is tested: both lock files have the same versions."""
    assert set(locked("requirements.lock")) <= set(locked("requirements-dev.lock"))


def test_lock_has_every_dependency():
    """Each run-time dependency of the package is locked."""
    names = {re.split(r"[<>=!~ ;\[]", dependency, maxsplit=1)[0] for dependency in PROJECT["dependencies"]}
    assert names <= {name for name, _ in locked("requirements.lock")}


def test_notice_names_the_licence_of_every_package():
    """Each package of the run-time lock stands in NOTICE, but for those that only build the package."""
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    building = {"hatchling", "editables", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}
    packages = {name for name, _ in locked("requirements.lock")} - building
    words = set(re.findall(r"[a-z0-9][a-z0-9-]+", notice))
    assert packages - words == set()


def test_versions_agree():
    """Package, citation and changelog tell the same version."""
    version = PROJECT["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_path_of_a_machine(tracked):
    """No tracked file names a folder of somebody's machine."""
    machine = re.compile(r"(?<![\w.])/(?:work|farm|root)/\w")
    named = [
        path.relative_to(ROOT).as_posix()
        for path in tracked
        if path.stat().st_size < 2_000_000 and machine.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert named == []


def test_makefile_targets_have_help():
    """``make help`` tells of every target that is meant for people."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split()
    assert [target for target in targets if not re.search(rf"^{target}:.*## \w", makefile, re.MULTILINE)] == []


def test_every_noqa_gives_a_code_and_a_reason(tracked):
    """A lint rule is excused by its code, with the reason beside it; an import inside a function explains itself."""
    excuse = re.compile(r"# noqa: (?:PLC0415\b|[A-Z]+\d+(?:, ?[A-Z]+\d+)*(?:  #| -) *\w)")
    bare = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in tracked
        if path.suffix == ".py" and path != Path(__file__)
        for line in path.read_text(encoding="utf-8").splitlines()
        if "# noqa" in line and not excuse.search(line)
    ]
    assert bare == []


def test_floors_and_peers_name_rows_of_the_benchmark():
    """Peers' figures stand beside a floor of ours."""
    floors = json.loads((ROOT / "bench" / "floors.json").read_text(encoding="utf-8"))
    peers = json.loads((ROOT / "bench" / "peers.json").read_text(encoding="utf-8"))
    assert set(peers) <= set(floors)
    assert all(set(floor) in ({"least"}, {"most"}) for floor in floors.values())
