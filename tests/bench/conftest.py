"""What the tests of the bench share."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture(scope="session")
def bench_module():
    """Return a function: the name of a module of ``bench/`` to the module, which finds its neighbours beside itself."""
    sys.path.insert(0, str(BENCH))
    try:
        yield import_module
    finally:
        sys.path.remove(str(BENCH))
