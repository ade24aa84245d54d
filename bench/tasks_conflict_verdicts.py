"""Conflicts between real reports, against what readers found in groups of them and said of those that were shown.

``data/conflict_verdicts.jsonl`` holds two or three reports a group, by offsets into texts of the gold folder. A row
that contradicts meets a conflict of a reader when it has words of both passages, whatever its slot is called: slots of
real conflicts are a matter of taste. Found is counted of what readers were sure of; nobody's is a shown conflict that
no reader found, sure or not, or accepted. No weights are fitted on groups of BASIL, the longest texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from real_texts import read_texts, reports_of_row
from rows import Row
from scoring import read_lines

from variorum import flow
from variorum.model.comparisons import Comparison, Relation
from variorum.model.spans import Span

DATA = Path(__file__).parent / "data" / "conflict_verdicts.jsonl"

Passage = tuple[int, Span]
"""The number of a report and a stretch of it."""

#: What a part is called, what the sources of its reports begin with, whether it is set aside, and who looked at it.
_PARTS = (
    ("Giveme5W1H", "g5:", False, "yes: weights were fitted on it"),
    ("ECB+", "ecb:", False, "yes: weights were fitted on it"),
    ("BASIL", "basil:", False, "yes: rules were made on it, no weights fitted"),
    ("ECB+ set aside", "ecb:", True, "its figures at the end of each round, none of its errors"),
)


def shown_conflicts(comparison: Comparison, texts: list[str]) -> list[tuple[str, list[Passage]]]:
    """Return slot and passages of the conflicts between reports that a comparison shows; numbers are those of texts."""
    number = {siglum: texts.index(annotated.report.text) for siglum, annotated in comparison.story.items()}
    return [
        (str(unit.slot), [(number[reading.siglum], span) for reading in unit.readings for span in reading.spans])
        for unit in comparison.units
        if unit.relation is Relation.CONTRADICTS and unit.within is None
    ]


def count(row: dict[str, Any], shown: Iterable[tuple[str, list[Passage]]]) -> tuple[int, int, int]:
    """Return of a group how many conflicts readers were sure of, how many of these are shown, and how many nobody's."""
    kept = list(shown)
    sure = [item for item in row["found"] if item["sure"]]
    found = sum(any(_has_both(passages, item) for _, passages in kept) for item in sure)
    nobodys = sum(
        not any(_has_both(passages, item) for item in row["found"]) and not _is_accepted(slot, passages, row["judged"])
        for slot, passages in kept
    )
    return len(sure), found, nobodys


def _has_both(passages: list[Passage], found: dict[str, Any]) -> bool:
    """Say whether passages share words with both ends of what a reader found."""
    return all(any(_meet(passage, found[end]) for passage in passages) for end in "ab")


def _is_accepted(slot: str, passages: list[Passage], judged: list[dict[str, Any]]) -> bool:
    """Say whether readers accepted a conflict of this slot whose readings stand in these passages."""
    return any(
        item["accepted"]
        and item["slot"] == slot
        and all(any(_meet(passage, end) for passage in passages) for end in item["readings"])
        for item in judged
    )


def _meet(passage: Passage, end: list[int]) -> bool:
    """Say whether a passage shares at least half of the shorter of both with ``[report, start, end]``."""
    report, span = passage
    own = Span(end[1], end[2])
    return report == end[0] and 2 * span.overlap(own) >= min(len(span), len(own)) > 0


def _counts(rows: list[dict[str, Any]], texts: dict[str, str]) -> Iterator[tuple[int, int, int]]:
    """Yield the counts of each group. Raises ValueError where a text is not the one that was read."""
    for row in rows:
        for report in row["reports"]:
            if sha256(texts[report["source"]].encode()).hexdigest() != report["sha256"]:
                raise ValueError(f"{report['source']}: not the text that was read")
        reports = reports_of_row(row, texts)
        comparison = flow.compare(reports)
        yield count(row, shown_conflicts(comparison, [report.text for report in reports]))


def measure_conflict_verdicts(gold: Path) -> list[Row]:
    """Measure the groups of each source."""
    texts = read_texts(gold)
    groups = list(read_lines(DATA))
    rows = []
    for part, source, set_aside, looked_at in _PARTS:
        own = [
            row
            for row in groups
            if row["reports"][0]["source"].startswith(source) and bool(row.get("set_aside")) == set_aside
        ]
        sure, found, nobodys = (sum(each) for each in zip(*_counts(own, texts), strict=True))
        data = f"conflicts between real reports, {part}, {len(own)} groups, {sure} sure ones"
        rows += [
            Row(f"conflict verdicts {part} {measure}", "conflicts", data, measure, figure, "", looked_at)
            for measure, figure in (
                ("found", round(found / max(1, sure), 3)),
                ("nobody's a group", round(nobodys / max(1, len(own)), 2)),
            )
        ]
    return rows
