"""Scoring: reads gold files, and runs the scorers that stand beside them, unchanged."""

from __future__ import annotations

import gzip
import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSONL file, gzip or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def run_scorer(scorer: Path, *arguments: object) -> dict[str, Any]:
    """Run a scorer of the gold folder and return what it prints."""
    if not scorer.is_file():
        raise FileNotFoundError(2, "no scorer", str(scorer))
    command = [sys.executable, str(scorer), *map(str, arguments)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, Any] = json.loads(printed)
    return result


def load_module(path: Path) -> Any:  # noqa: ANN401  # a module whose functions are known by name alone
    """Import a Python file that belongs to no package."""
    if not path.is_file():
        raise FileNotFoundError(2, "no scorer", str(path))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(2, "no scorer", str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
