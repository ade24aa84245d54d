"""Fit the scorer by which events are set at a place and time of the scene (``data/scene_weights.json``).

    python tools/train_scenes.py [--without ID...] [--folds N] [--out src/variorum/data/scene_weights.json]

Examples are the events of our own sets (``bench/data``: what is open of ``when_and_where.jsonl``, ``opened/`` and
``scenes.jsonl``, and ``event_sentences.jsonl``) whose own sentence leaves the place or time open: which
of the places or times that were told is the one of the gold, or none. A conditional logit with L2 by Newton's method;
deterministic. With ``--folds`` the share that is right on texts left out is printed, by file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from fitting import WEIGHTS
from numpy.typing import NDArray
from own_stories import DATA, read_lines

from variorum import flow
from variorum.annotations.events import annotator
from variorum.annotations.events.drafts import EventDraft
from variorum.annotations.events.scene_weights import Candidate
from variorum.annotations.events.scenes import SceneReader
from variorum.model.annotations import AnnotatedReport
from variorum.model.reports import Report

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from tasks_when_and_where import is_set_aside, is_then  # how the gold is read

SLOTS = ("place", "time")
#: Strength of the L2 penalty, steps of Newton's method, and how often a feature must occur.
PENALTY, STEPS, OFTEN = 4.0, 12, 3
#: Decimals of a weight that ships.
DECIMALS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """An event whose place or time is open: the features of what it may be, and which of them is right."""

    file: str
    row: str
    candidates: Sequence[Candidate]
    right: frozenset[int]
    """Numbers of the candidates that the gold has; of none where it has none, or one that was not told."""
    none: bool
    """True where the gold has none."""


class Listener(SceneReader):
    """Keeps what the scorer is asked, by the first token of the event."""

    asked: dict[tuple[str, int], Sequence[Candidate]] = {}  # noqa: RUF012  # one report is read at a time

    def decide(self, slot: str, event: EventDraft, candidates: Sequence[Candidate]) -> str | None:
        """Keep the candidates and leave the slot open."""
        self.asked[slot, self._trees.starts[event.first]] = candidates
        return None


def rows() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield file, id and report of each row of our sets that is open."""
    for name in ("when_and_where.jsonl", "opened/when_and_where.jsonl", "scenes.jsonl"):
        for story in read_lines(DATA / name):
            if name[:1] == "w" and is_set_aside(story["id"]):
                continue
            for report in story["reports"]:
                yield name, story["id"], report
    for name in ("event_sentences.jsonl", "opened/event_sentences.jsonl"):
        for row in read_lines(DATA / name):
            if name[:1] == "e" and row.get("set_aside"):
                continue
            event = {"span": row["trigger"]} | {slot: span_of(row, slot) for slot in SLOTS if slot in row}
            yield name, row["id"], {"text": row["text"], "published": row["published"], "events": [event]}


def span_of(row: Mapping[str, Any], slot: str) -> list[int] | None:
    """Return where the words of a place or time stand."""
    start = row["text"].find(row[slot]) if row[slot] else -1
    return [start, start + len(row[slot])] if start >= 0 else None


def examples_of(file: str, row: str, gold: Mapping[str, Any]) -> Iterator[tuple[str, Example]]:
    """Yield the events of a report whose place or time its own words leave open, with what is open."""
    Listener.asked.clear()
    published = gold["published"]
    report = Report(file + row, gold["text"], published=published, language="en", outlet="A")
    annotated = flow.annotate(report, keep=False)
    for item in gold["events"]:
        event = next((e for e in annotated.events if overlap((e.trigger.start, e.trigger.end), item["span"])), None)
        for slot in SLOTS:
            candidates = Listener.asked.get((slot, event.trigger.start)) if event is not None else None
            if candidates and slot in item:
                wanted = item[slot]
                right = (
                    n for n, (name, _) in enumerate(candidates) if wanted and is_right(annotated, slot, name, wanted)
                )
                yield slot, Example(file, row, candidates, frozenset(right), none=not wanted)


def overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def is_right(annotated: AnnotatedReport, slot: str, name: str, wanted: Sequence[int]) -> bool:
    """Say whether a candidate is the place or time of the gold."""
    if slot == "time":
        return is_then(next(time for time in annotated.times if time.id == name), wanted, annotated)
    place = next(place for place in annotated.places if place.id == name)
    return any(
        overlap((other.start, other.end), wanted) and other.gazetteer_id == place.gazetteer_id
        for other in annotated.places
    )


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights under which what the gold has is likeliest; none at all scores nothing."""
    usable = [example for example in examples if example.right or example.none]
    counts = Counter(feature for example in usable for _, features in example.candidates for feature in features)
    names = sorted(feature for feature, count in counts.items() if count >= OFTEN)
    index = {name: number for number, name in enumerate(names)}
    tables = [table_of(example, index) for example in usable]
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        slope, curve = -PENALTY * weights, PENALTY * np.eye(len(names))
        for example, table in zip(usable, tables, strict=True):
            odds = np.exp(np.append(table @ weights, 0.0) - max(0.0, float((table @ weights).max())))
            shares = (odds / odds.sum())[:-1]
            slope += table.T @ (wanted_of(example, shares) - shares)
            pulled = table.T @ shares
            curve += (table.T * shares) @ table - np.outer(pulled, pulled)
        weights += np.linalg.solve(curve, slope)
    return {name: round(float(weight), DECIMALS) for name, weight in zip(names, weights, strict=True)}


def table_of(example: Example, index: Mapping[str, int]) -> NDArray[np.float64]:
    """Return the features of an example's candidates as rows."""
    table = np.zeros((len(example.candidates), len(index)))
    for number, (_, features) in enumerate(example.candidates):
        table[number, [index[feature] for feature in features if feature in index]] = 1.0
    return table


def wanted_of(example: Example, shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much each candidate should have: of several that are right, in proportion to what they have."""
    wanted = np.zeros(len(shares))
    for number in example.right:
        wanted[number] = shares[number]
    return wanted / wanted.sum() if example.right else wanted


def is_hit(example: Example, weights: Mapping[str, float]) -> bool:
    """Say whether weights choose what the gold has."""
    scores = [sum(weights.get(feature, 0.0) for feature in features) for _, features in example.candidates]
    best = max(range(len(scores)), key=scores.__getitem__)
    return best in example.right if scores[best] > 0 else example.none


def report_folds(slot: str, examples: Sequence[Example], folds: int) -> None:
    """Print the share that is right on texts left out, by file."""
    hits: dict[str, list[bool]] = defaultdict(list)
    part = {example.row: int(sha256(example.row.encode()).hexdigest(), 16) % folds for example in examples}
    for fold in range(folds):
        weights = fit([example for example in examples if part[example.row] != fold])
        for example in examples:
            if part[example.row] == fold:
                hits[example.file].append(is_hit(example, weights))
    for file, answers in sorted(hits.items()):
        print(f"{slot:6} {file:32} {sum(answers)} of {len(answers)}")


def main() -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], metavar="ID", help="rows that are left out")
    parser.add_argument("--folds", type=int, default=0, help="print the share right on texts left out")
    parser.add_argument("--out", type=Path, default=WEIGHTS / "scene_weights.json")
    options = parser.parse_args()
    found: dict[str, dict[str, float]] = {}
    given = [row for row in rows() if row[1] not in options.without]
    examples_by_slot: dict[str, list[Example]] = {slot: [] for slot in SLOTS}
    with patch.object(annotator, "SceneReader", Listener):
        for row in given:
            for slot, example in examples_of(*row):
                examples_by_slot[slot].append(example)
    for slot, examples in examples_by_slot.items():
        if options.folds:
            report_folds(slot, examples, options.folds)
        found[slot] = fit(examples)
        print(f"{slot}: {len(examples)} examples, {len(found[slot])} weights")
    options.out.write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
