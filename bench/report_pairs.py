"""Our own stories: planted agreements, conflicts, near misses and updates against what a comparison shows.

A row hits a fact when it has, in at least two of the fact's reports (in one, for a report against itself, at both
places), a span that overlaps a gold span by half of the shorter of the two.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from variorum import flow
from variorum.model.reports import Report
from variorum.views.json import comparison_to_dict

STORIES = Path(__file__).parent / "data" / "report_pairs.jsonl"
#: Written later by somebody who had not read the rules; all of both is set aside.
OPENED = STORIES.parent / "opened" / STORIES.name
FRESH = STORIES.parent / "fresh" / STORIES.name
ALIGNED = frozenset({"agrees", "rewords", "contradicts"})


@dataclass(slots=True)
class Tally:
    """Hits and misses of one kind of finding."""

    found: int = 0
    right: int = 0
    gold: int = 0
    reached: int = 0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision (of what was found) and recall (of the gold)."""
        precision, recall = self.right / max(1, self.found), self.reached / max(1, self.gold)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(slots=True)
class Figures:
    """What was measured on a list of stories."""

    alignments: Tally
    conflicts: Tally
    false_conflicts: int
    pairs: int


def read_stories(path: Path = STORIES, *, set_aside: bool) -> Iterator[dict[str, Any]]:
    """Yield the stories of one part."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            story = json.loads(line)
            if story["set_aside"] == set_aside:
                yield story


def reports_of(story: dict[str, Any]) -> list[Report]:
    """Return the reports of a story, in the order of its gold."""
    return [
        Report(f"{story['id']}-{item['id']}", item["text"], outlet=item["outlet"], published=item["published"])
        for item in story["reports"]
    ]


def compared(story: dict[str, Any], *, keep: bool = False) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Return the rows of a story's comparison and the index of the report behind each siglum."""
    reports = reports_of(story)
    comparison = comparison_to_dict(flow.compare(reports, keep=keep))
    places = {report.id: number for number, report in enumerate(reports)}
    return comparison["units"], {row["siglum"]: places[row["id"]] for row in comparison["reports"]}


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether two spans overlap by half of the shorter."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common > 0 and 2 * common >= min(one[1] - one[0], other[1] - other[0])


def hits(unit: dict[str, Any], fact: dict[str, Any], place: dict[str, int]) -> bool:
    """Say whether a row is about a fact."""
    readings = [(place[item["siglum"]], tuple(span)) for item in unit["readings"] for span in item["spans"]]
    reached = [
        any(report == number and overlaps((start, end), span) for number, span in readings)
        for report, start, end in fact["spans"]
    ]
    if fact.get("within"):
        return unit["within"] is not None and all(reached)
    reports = {report for (report, _, _), here in zip(fact["spans"], reached, strict=True) if here}
    return unit["within"] is None and len(reports) > 1


def score(units: list[dict[str, Any]], place: dict[str, int], facts: list[dict[str, Any]], figures: Figures) -> None:
    """Add one story to the figures."""
    shared = [fact for fact in facts if not fact.get("within")]
    rows = [unit for unit in units if unit["relation"] in ALIGNED and unit["within"] is None]
    figures.alignments.found += len(rows)
    figures.alignments.right += sum(any(hits(row, fact, place) for fact in shared) for row in rows)
    figures.alignments.gold += len(shared)
    figures.alignments.reached += sum(any(hits(row, fact, place) for row in rows) for fact in shared)
    gold = [fact for fact in facts if fact["relation"] == "conflict"]
    shown = [unit for unit in units if unit["relation"] == "contradicts"]

    def typed(unit: dict[str, Any], fact: dict[str, Any]) -> bool:
        return unit["slot"] == fact["slot"] and hits(unit, fact, place)

    figures.conflicts.found += len(shown)
    figures.conflicts.right += sum(any(typed(unit, fact) for fact in gold) for unit in shown)
    figures.conflicts.gold += len(gold)
    figures.conflicts.reached += sum(any(typed(unit, fact) for unit in shown) for fact in gold)
    figures.false_conflicts += sum(not any(hits(unit, fact, place) for fact in gold) for unit in shown)
    figures.pairs += sum(1 for _ in combinations(place, 2))


def measure_stories(path: Path = STORIES, *, set_aside: bool) -> Figures:
    """Compare all stories of one part and return the figures."""
    figures = Figures(Tally(), Tally(), 0, 0)
    for story in read_stories(path, set_aside=set_aside):
        units, place = compared(story)
        score(units, place, story["facts"], figures)
    return figures
