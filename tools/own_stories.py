"""Our own stories (``bench/data``), of which examples are made: what is open, aligned, with the facts of a stretch."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from variorum import flow
from variorum.alignments.actors.aligning import align_actors
from variorum.alignments.events.aligning import align_events
from variorum.model.alignments import AlignedStory
from variorum.model.annotations import AnnotatedReport
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.reports.boilerplate import mark_boilerplate
from variorum.stories.gathering import gather_story

DATA = Path(__file__).parent.parent / "bench" / "data"


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_stories(path: Path) -> list[dict[str, Any]]:
    """Return the stories of a set, without what is set aside; a set that was opened, or is none of ours, whole."""
    return [story for story in read_lines(path) if path.parent != DATA or not story["set_aside"]]


def own_stories(without: Iterable[str], more: Iterable[Path] = ()) -> list[dict[str, Any]]:
    """Return our own stories, the open part, those that were opened and ``more``, without some that are left out."""
    sets = (DATA / "report_pairs.jsonl", DATA / "opened" / "report_pairs.jsonl", *more)
    return [story for path in sets for story in read_stories(path) if story["id"] not in without]


def reports_of(story: dict[str, Any]) -> list[Report]:
    """Return the reports of a story, numbered in the order of its facts."""
    return [
        Report(
            id=str(number),
            text=item["text"],
            title=item.get("title"),
            published=item.get("published"),
            language="en",
            boilerplate=mark_boilerplate(item["text"]),
        )
        for number, item in enumerate(story["reports"])
    ]


def aligned_story(reports: Iterable[Report]) -> AlignedStory:
    """Return reports as a story whose actors and events are aligned."""
    annotated: list[AnnotatedReport] = [flow.annotate(report) for report in reports]
    story = gather_story(annotated, story_id="", title=None)
    aligned = AlignedStory(story, align_actors(story), ())
    return replace(aligned, alignments=tuple(align_events(aligned)))


def facts_at(facts: list[dict[str, Any]], report: int, span: Span) -> set[int]:
    """Return the numbers of the facts that a stretch of a report tells."""
    return {
        number
        for number, fact in enumerate(facts)
        for place, start, end in fact["spans"]
        if place == report and overlap(span.start, span.end, start, end)
    }


def overlap(start: int, end: int, first: int, last: int) -> bool:
    """Say whether two stretches share at least half of the shorter one."""
    return 2 * (min(end, last) - max(start, first)) >= min(end - start, last - first) > 0
