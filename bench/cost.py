"""What Variorum costs: words per CPU second next to a bare spaCy pass; seconds and memory of the command."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rows import Row

from variorum import flow
from variorum.annotations.parsing import parse_report
from variorum.cli.demo import examples_folder
from variorum.model.reports import Report
from variorum.reports.reading import read_reports

ROUNDS = 5
EXAMPLES = "our two examples"


def measure_cost() -> list[Row]:
    """Measure annotating against parsing, then the command as a user runs it."""
    return [*measure_speed(), *measure_command()]


def measure_speed() -> list[Row]:
    """Annotate and parse the examples in turn, so that a busy machine slows both; the middle of the rounds counts."""
    paths = sorted(path for path in examples_folder().glob("*/*") if path.suffix in {".txt", ".html"})
    reports, _ = read_reports(paths)
    words = sum(len(report.text.split()) for report in reports)
    flow.annotate(reports[0], keep=False)  # models are loaded before the clock runs
    parsing, annotating = [], []
    for _ in range(ROUNDS):
        parsing.append(cpu_seconds(parse_report, reports))
        annotating.append(cpu_seconds(lambda report: flow.annotate(report, keep=False), reports))
    ratio = median(ours / bare for ours, bare in zip(annotating, parsing, strict=True))
    return [
        Row("cost words", "annotating", EXAMPLES, "words per CPU second", round(words / median(annotating))),
        Row("cost bare", "bare spaCy pass", EXAMPLES, "words per CPU second", round(words / median(parsing))),
        Row("cost ratio", "annotating", EXAMPLES, "CPU time over a bare spaCy pass", round(ratio, 2), " times"),
    ]


def cpu_seconds(work: Callable[[Report], object], reports: list[Report]) -> float:
    """Return the CPU seconds of doing ``work`` on every report."""
    start = time.process_time()
    for report in reports:
        work(report)
    return time.process_time() - start


def measure_command() -> list[Row]:
    """Run ``variorum compare`` on an example with an empty cache, then again; and ``variorum --help``."""
    inputs = [str(path) for path in sorted((examples_folder() / "harbour").iterdir())]
    with TemporaryDirectory() as folder:
        cold, memory = run_command(folder, "compare", *inputs, "-o", os.devnull, "--format", "html")
        warm = median(
            run_command(folder, "compare", *inputs, "-o", os.devnull, "--format", "html")[0] for _ in range(ROUNDS)
        )
        helped = median(run_command(folder, "--help")[0] for _ in range(3))
    return [
        Row("cost cold", "compare, cold", "harbour, 3 reports", "CPU seconds", round(cold, 2), " s"),
        Row("cost warm", "compare, warm", "harbour, 3 reports", "CPU seconds", round(warm, 2), " s"),
        Row("cost memory", "compare, cold", "harbour, 3 reports", "peak memory", round(memory), " MB"),
        Row("cost help", "variorum --help", "-", "CPU seconds", round(helped, 2), " s"),
    ]


def run_command(cache: str, *arguments: str) -> tuple[float, float]:
    """Run the command line; return CPU seconds (it is one thread: seconds of an idle machine) and peak memory in MB."""
    command = [str(Path(sys.executable).with_name("variorum")), *arguments]
    process = subprocess.Popen(
        command,
        # An installed command runs from compiled files: the first run here writes them, as an installer does.
        env={**os.environ, "VARIORUM_CACHE": cache, "PYTHONDONTWRITEBYTECODE": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000
