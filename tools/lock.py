"""Resolve the dependencies into requirements.lock and requirements-dev.lock: exact versions and hashes, no addresses.

Development only; uv does the resolving. One file serves Python 3.11 to 3.13 on every platform.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
UV = Path(sys.executable).with_name("uv")
HEADER = "# Made by `make lock` from pyproject.toml: {what}. Exact versions and hashes, no addresses.\n"
ADDRESS = re.compile(r"[a-z+]+://")


def compile_lock(name: str, what: str, *groups: str) -> None:
    """Write one lock file; the second one takes over the versions of the first."""
    command = [str(UV), "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--quiet"]
    command += ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    command += [option for group in groups for option in ("--group", group)]
    if name != "requirements.lock":
        command += ["--constraints", "requirements.lock"]
    compiled = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603  # our own command
    if ADDRESS.search(compiled):
        raise SystemExit(f"{name} would hold an address")
    (ROOT / name).write_text(HEADER.format(what=what) + compiled, encoding="utf-8")
    print(f"{name}: {compiled.count('==')} packages")


if __name__ == "__main__":
    compile_lock("requirements.lock", "what Variorum needs at run time, and hatchling to build it", "build")
    compile_lock("requirements-dev.lock", "the same with what the tests and checks need", "build", "dev")
