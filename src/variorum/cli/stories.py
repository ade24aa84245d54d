"""``variorum compare --stories``: one story a line in, one comparison a line out, with the story's id.

A story that cannot be compared gives a line with ``id`` and ``refused``, and the batch goes on.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from variorum import flow
from variorum.cli.progress import Progress
from variorum.cli.refusals import print_refusals, refusal_of
from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.reports import Refusal, Report
from variorum.reports.reading import report_from_record
from variorum.views.json import comparison_to_dict, to_json


def compare_stories(stories: str, output: Path | None, pipeline: str, *, keep: bool) -> tuple[int, int]:
    """Compare every story of a JSONL file; return how many were compared and how many inputs were refused."""
    done = refused = 0
    with _open_input(stories) as lines, _open_output(output) as out, Progress() as progress:
        for number, line in enumerate(_bounded_lines(lines), start=1):
            if len(line) <= LIMITS.story_bytes and not line.strip():
                continue
            progress(f"story {number}")
            record, refusals, compared = _compare_line(stories, number, line, pipeline, keep=keep)
            out.write(to_json(record).rstrip("\n") + "\n")
            out.flush()
            print_refusals(refusals)
            done += compared
            refused += len(refusals)
    return done, refused


def _compare_line(
    name: str, number: int, line: bytes, pipeline: str, *, keep: bool
) -> tuple[dict[str, Any], tuple[Refusal, ...], bool]:
    """Return the record of one line, what was refused in it, and whether there is a comparison."""
    story_id = str(number)
    try:
        story = _decode_story(name, number, line)
        story_id = str(story.get("id") or number)
        reports, refused = _read_story(story_id, story["reports"])
        comparison = flow.compare(
            reports, story_id=story_id, title=_title_of(story), pipeline=pipeline, keep=keep, refusals=tuple(refused)
        )
        return comparison_to_dict(comparison), comparison.refusals, True
    except Exception as error:  # noqa: BLE001  # one bad story never stops a batch
        refusals = (*getattr(error, "refusals", ()), refusal_of(error, story_id))
        return {"id": story_id, "refused": [msgspec.to_builtins(refusal) for refusal in refusals]}, refusals, False


def _decode_story(name: str, number: int, line: bytes) -> dict[str, Any]:
    """Return the JSON object of a line; raises [C004] for a line that is no story, [R005] for one that is too long."""
    if len(line) > LIMITS.story_bytes:
        raise VariorumError(
            "R005",
            name,
            size=len(line),
            unit=f"bytes or more on line {number}",
            limit=LIMITS.story_bytes,
            setting="story_bytes",
        )
    try:
        story = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise VariorumError("C004", name, line=number, why=f"not JSON ({error})") from error
    if not isinstance(story, dict) or not isinstance(story.get("reports"), list):
        raise VariorumError("C004", name, line=number, why="no list of reports")
    return story


def _read_story(story_id: str, records: list[Any]) -> tuple[list[Report], list[Refusal]]:
    """Return the reports of a story, and the records that are none."""
    reports: list[Report] = []
    refused: list[Refusal] = []
    for position, record in enumerate(records, start=1):
        name = f"{story_id}, report {position}"
        try:
            reports.append(report_from_record(record, name=name, least=1))
        except VariorumError as error:
            refused.append(Refusal(error.name or name, error.code, error.reason))
    return reports, refused


def _title_of(story: dict[str, Any]) -> str | None:
    """Return the story's title where it is one."""
    title = story.get("title")
    return title if isinstance(title, str) and title.strip() else None


def _bounded_lines(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file; of a line over the limit only the beginning, one byte more than the limit."""
    while line := file.readline(LIMITS.story_bytes + 1):
        rest = line
        while len(rest) > LIMITS.story_bytes and not rest.endswith(b"\n"):
            rest = file.readline(LIMITS.story_bytes + 1)
        yield line


@contextlib.contextmanager
def _open_input(name: str) -> Iterator[IO[bytes]]:
    """Open the file of stories; raises [R001] or [R010] when that is not possible."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115  # closed below, outside of the try that names errors of opening
    except FileNotFoundError as error:
        raise VariorumError("R001", name) from error
    except OSError as error:
        raise VariorumError("R010", name, why=error.strerror or str(error)) from error
    with file:
        yield file


@contextlib.contextmanager
def _open_output(output: Path | None) -> Iterator[IO[str]]:
    """Open what the lines are written to; raises [X002] when that is not possible."""
    if output is None:
        yield sys.stdout
        return
    try:
        file = output.open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise VariorumError("X002", str(output), why=error.strerror or str(error)) from error
    with file:
        yield file
