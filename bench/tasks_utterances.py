"""Utterances: quotations of one utterance found across the reports of a story, on our own set, from plain text to rows.

A pair that we give is right when it shares at least half of the shorter side's characters with a gold pair, in both
reports. The class is measured on the gold pairs that were found, altered quotations on all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from rows import FRESH_LOOKED_AT, OPENED_LOOKED_AT, Row
from scoring import read_lines

from variorum import flow
from variorum.model.alignments import AlignmentKind, Layer
from variorum.model.comparisons import Comparison, Reading, Unit
from variorum.model.reports import Report
from variorum.model.spans import Span

DATA = Path(__file__).parent / "data" / "utterances.jsonl"
#: Written by somebody who had not read the rules: opened since, and not yet.
OPENED = DATA.parent / "opened" / DATA.name
FRESH = DATA.parent / "fresh" / DATA.name
#: (file, round of writing or None for all, whether the stories are set aside, name of the part, what was looked at)
_PARTS: tuple[tuple[Path, int | None, bool, str, str], ...] = (
    (DATA, 1, False, "open part", "yes: rules and weights were made on it"),
    (DATA, 2, False, "second round, open part", "yes: rules were made on it"),
    (
        DATA,
        2,
        True,
        "second round, part set aside",
        "its figures before and after, none of its errors; whoever wrote the stories wrote the rules after them",
    ),
    (OPENED, None, True, "opened", OPENED_LOOKED_AT),
    (FRESH, None, True, "fresh", FRESH_LOOKED_AT),
)


@dataclass(frozen=True)
class Pair:
    """Two quotations of one utterance, ours or the gold's."""

    reports: tuple[int, int]
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    kind: str
    differs: tuple[str, ...] = ()

    def is_found_by(self, other: Pair) -> bool:
        """Say whether another pair shares half of the shorter side in both reports."""
        return self.reports == other.reports and _shared(self.left, other.left) and _shared(self.right, other.right)


def _shared(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Say whether two places share half of the shorter one's characters."""
    shared = sum(first.overlap(second) for first in one for second in other)
    return shared * 2 >= min(sum(map(len, one)), sum(map(len, other)))


def gold_pairs(story: dict[str, Any]) -> list[Pair]:
    """Return the gold pairs of a story."""
    places = {
        (item["report"], item["utterance"]): tuple(Span(*span) for span in item["spans"])
        for item in story["quotations"]
    }
    return [
        Pair(
            (left, right),
            places[left, item["utterance"]],
            places[right, item["utterance"]],
            item["class"],
            tuple(item["differs"]),
        )
        for item in story["pairs"]
        for left, right in [item["reports"]]
    ]


def our_pairs(story: dict[str, Any]) -> list[Pair]:
    """Return the pairs of the comparison of a story's reports."""
    reports = [
        Report(item["id"], item["text"], outlet=item["outlet"], published=item["published"], language="en")
        for item in story["reports"]
    ]
    comparison = flow.compare(reports, keep=False)
    number = {
        siglum: next(place for place, report in enumerate(reports) if report.text == annotated.report.text)
        for siglum, annotated in comparison.story.items()
    }
    return pairs_of_units(comparison, number)


def pairs_of_units(comparison: Comparison, number: dict[str, int]) -> list[Pair]:
    """Return the pairs of quotations in the rows of a comparison; ``number`` says which report each siglum is."""
    return [pair for unit in comparison.units if unit.layer is Layer.QUOTATION for pair in _pairs_of(unit, number)]


def _pairs_of(unit: Unit, number: dict[str, int]) -> Iterable[Pair]:
    """Yield every two readings of different reports in a row."""
    kinds = {frozenset((wording.left, wording.right)): wording for wording in unit.wordings}
    for one, other in combinations(unit.readings, 2):
        if one.siglum == other.siglum:
            continue
        left, right = sorted((one, other), key=lambda reading: number[reading.siglum])
        wording = kinds.get(frozenset((left.siglum, right.siglum)))
        yield Pair(
            (number[left.siglum], number[right.siglum]),
            _spans(left),
            _spans(right),
            str(wording.kind if wording else AlignmentKind.REWORDED),
            wording.differs if wording else (),
        )


def _spans(reading: Reading) -> tuple[Span, ...]:
    """Return where a reading stands."""
    return reading.spans


@dataclass
class Counts:
    """What was found of the gold."""

    given: int = 0
    right: int = 0
    gold: int = 0
    found: int = 0
    classed: int = 0
    altered_given: int = 0
    altered_right: int = 0
    altered_gold: int = 0
    altered_found: int = 0

    def add(self, gold: Sequence[Pair], ours: Sequence[Pair]) -> None:
        """Count one story."""
        altered = str(AlignmentKind.ALTERED)
        self.given += len(ours)
        self.gold += len(gold)
        for pair in ours:
            same = [item for item in gold if item.is_found_by(pair)]
            self.right += bool(same)
            self.altered_given += pair.kind == altered
            self.altered_right += pair.kind == altered and any(item.kind == altered for item in same)
        for item in gold:
            kinds = [pair.kind for pair in ours if item.is_found_by(pair)]
            self.found += bool(kinds)
            self.classed += item.kind in kinds
            self.altered_gold += item.kind == altered
            self.altered_found += item.kind == altered and altered in kinds

    def figures(self) -> dict[str, float]:
        """Return the measures."""
        precision, recall = self.right / max(1, self.given), self.found / max(1, self.gold)
        return {
            "grouping precision": precision,
            "grouping recall": recall,
            "grouping F1": 2 * precision * recall / (precision + recall or 1.0),
            "class accuracy": self.classed / max(1, self.found),
            "altered precision": self.altered_right / max(1, self.altered_given),
            "altered recall": self.altered_found / max(1, self.altered_gold),
        }


def measure_utterances(_gold: Path) -> list[Row]:
    """Measure grouping, classes and altered quotations, by round of writing and whether the stories are set aside."""
    rows = []
    for path, written, set_aside, part, looked_at in _PARTS:
        counts = Counts()
        chosen = [
            story for story in read_lines(path) if written in (None, story["round"]) and story["set_aside"] == set_aside
        ]
        for story in chosen:
            counts.add(gold_pairs(story), our_pairs(story))
        rows += [
            Row(
                f"utterances {part} {measure}",
                "utterances",
                f"our utterances, {part}: {len(chosen)} stories, {counts.gold} pairs",
                measure,
                round(100 * figure, 1),
                looked_at=looked_at,
            )
            for measure, figure in counts.figures().items()
        ]
    return rows
