"""Conflicts and alignments: our own stories, relations between comparisons, and pairs of sentences with a label.

Pairs go through the comparison as two reports of one sentence each, as ``variorum compare --stories`` takes them: a
pair is a contradiction when a row contradicts, and told alike when a row agrees.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from metamorphoses import RELATIONS, holds
from report_pairs import FRESH, OPENED, STORIES, measure_stories, read_stories, reports_of
from rows import FRESH_LOOKED_AT, OPENED_LOOKED_AT, Row
from scoring import read_lines, run_scorer

from variorum import flow
from variorum.errors import VariorumError
from variorum.model.reports import Report
from variorum.views.json import comparison_to_dict

LOOKED_AT = "yes: rules were tuned on it"
_ALIKE = frozenset({"agrees", "rewords"})
#: File of gold/pairs, what a row is called, and whether it was looked at.
_PAIRS = (
    ("rte3_dev_3ways.dev", "RTE3 dev, 800 pairs"),
    ("rte2_dev_negated_contradiction.train", "RTE2 dev with negations, 102 pairs"),
    ("contradoc_pairs.val", "ContraDoc val, 127 pairs"),
)


def related(one: str, other: str) -> set[str]:
    """Return the relations of the shared rows of two sentences; none where one is refused."""
    try:
        comparison = comparison_to_dict(flow.compare([Report("a", one), Report("b", other)], keep=False))
    except VariorumError:
        return set()
    return {unit["relation"] for unit in comparison["units"] if unit["relation"] != "only"}


def measure_report_pairs(_gold: Path) -> list[Row]:
    """Measure our own stories, the part that was looked at and the parts that were not."""
    rows = []
    for path, set_aside, part, looked_at in (
        (STORIES, False, "open", LOOKED_AT),
        (STORIES, True, "set aside", "its figures at the end of each round, none of its errors"),
        (OPENED, True, "opened", OPENED_LOOKED_AT),
        (FRESH, True, "fresh", FRESH_LOOKED_AT),
    ):
        figures = measure_stories(path, set_aside=set_aside)
        data = f"own stories, {part}, {figures.pairs} pairs of reports"
        for measure, figure in (
            ("alignment F1", round(100 * figures.alignments.f1, 1)),
            ("conflict F1 over types", round(100 * figures.conflicts.f1, 1)),
            ("false conflicts a pair", round(figures.false_conflicts / figures.pairs, 2)),
        ):
            rows.append(Row(f"stories {part} {measure}", "conflicts", data, measure, figure, "", looked_at))
    return rows


def measure_metamorphoses(_gold: Path) -> list[Row]:
    """Measure the share of relations that hold, over all own stories; it needs no gold, so none can be looked at."""
    stories = [*read_stories(set_aside=False), *read_stories(set_aside=True)]
    kept = {name: sum(holds(relation, reports_of(story)) for story in stories) for name, relation in RELATIONS.items()}
    share = 100 * sum(kept.values()) / (len(stories) * len(RELATIONS))
    broken = ", ".join(f"{name} {len(stories) - count}" for name, count in kept.items() if count < len(stories))
    data = f"own stories, {len(stories)} times {len(RELATIONS)} relations" + (f"; broken: {broken}" if broken else "")
    return [
        Row(
            "metamorphic relations",
            "metamorphic",
            data,
            "relations kept",
            round(share, 1),
            " %",
            "yes: nine of the open stories were looked at",
        )
    ]


def measure_pairs(gold: Path) -> list[Row]:
    """Measure contradictions in pairs of sentences."""
    rows = []
    for name, data in _PAIRS:
        pairs = gold / "pairs" / f"{name}.jsonl"
        with TemporaryDirectory() as folder:
            predictions = Path(folder) / "predictions.jsonl"
            with predictions.open("w", encoding="utf-8") as out:
                for pair in read_lines(pairs):
                    found = "contradicts" in related(pair["a"], pair["b"])
                    label = "contradiction" if found else "neutral"
                    out.write(json.dumps({"id": pair["id"], "label": label}) + "\n")
            scores = run_scorer(pairs.with_name("score_pairs.py"), pairs, predictions)
        rows += [
            Row(
                f"contradictions {name} {key}",
                "conflicts",
                data,
                f"contradiction {key}",
                scores[key],
                "",
                LOOKED_AT,
            )
            for key in ("P", "R", "F1")
        ]
    return rows


def measure_answers(gold: Path) -> list[Row]:
    """Measure whether answers of one meaning are told alike: balanced accuracy over the pairs of a question."""
    counts = {True: [0, 0], False: [0, 0]}
    for question in read_lines(gold / "framing" / "nanco.jsonl"):
        for one, other in combinations(question["answers"], 2):
            same = one["group"] == other["group"]
            alike = one["answer"] == other["answer"] or bool(_ALIKE & related(_sentence(one), _sentence(other)))
            counts[same][0] += alike == same
            counts[same][1] += 1
    balanced = sum(right / max(1, total) for right, total in counts.values()) / 2
    return [
        Row("answers balanced accuracy", "alignment", "NAnCo, 230 answers", "balanced accuracy", round(balanced, 3))
    ]


def _sentence(answer: dict[str, Any]) -> str:
    """Return an answer as a sentence."""
    text: str = answer["answer"].strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


CONFLICT_TASKS = {
    "stories": measure_report_pairs,
    "metamorphic": measure_metamorphoses,
    "pairs": measure_pairs,
    "answers": measure_answers,
}
