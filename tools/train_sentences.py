"""Fit the weights by which whole sentences of two reports are joined (``data/sentence_weights.json``).

    python tools/train_sentences.py [--without ID...] [--out src/variorum/data/sentence_weights.json]

Examples are pairs of sentences of two reports: both tell one fact, or not. They come from our own stories
(``bench/data``: the open part, and the set that was opened).
Logistic regression with L2, features brought to one scale; deterministic.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from train_statements import Example, aligned_story, fit, overlap

from variorum.alignments.sentences.aligning import sentence_pairs
from variorum.alignments.sentences.pairs import SAME_EVENT, sentence_features
from variorum.model.reports import Report

ROOT = Path(__file__).parent.parent
DATA = ROOT / "bench" / "data"
#: Strength of the penalty on features of one scale.
PENALTY = 100.0


def stories() -> Iterator[tuple[str, list[dict[str, Any]], list[dict[str, Any]]]]:
    """Yield the name, the reports and the facts of each story."""
    for path in (DATA / "report_pairs.jsonl", DATA / "opened" / "report_pairs.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            story = json.loads(line)
            if "opened" in path.parts or not story["set_aside"]:
                yield story["id"], story["reports"], story["facts"]


def examples_of(reports: list[dict[str, Any]], facts: list[dict[str, Any]]) -> Iterator[Example]:
    """Yield every two sentences of every two reports of a story."""
    aligned = aligned_story(
        [Report(id=str(number), text=item["text"], published=item.get("published"), language="en")
         for number, item in enumerate(reports)]
    )  # fmt: skip
    for pair in sentence_pairs(aligned):
        told = []
        for place, side in zip(pair.places, pair.sides, strict=True):
            annotated = aligned.story.reports[place]
            spans = [annotated.sentences[item.number].span for item in side]
            told.append(
                [
                    {
                        number
                        for number, fact in enumerate(facts)
                        for report, start, end in fact["spans"]
                        if report == int(annotated.report.id) and overlap(span.start, span.end, start, end)
                    }
                    for span in spans
                ]
            )
        tables = sentence_features(pair.sides, pair.worded, pair.weights)
        tables[SAME_EVENT] = pair.events_in_common(aligned)
        for row, one in enumerate(told[0]):
            for column, two in enumerate(told[1]):
                features = {name: float(table[row, column]) for name, table in tables.items()}
                yield Example(int(bool(one & two)), features, 1.0)


def fit_scaled(examples: list[Example]) -> dict[str, float]:
    """Return the weight of each feature; the penalty counts on features of one scale."""
    names = sorted({name for example in examples for name in example.features} - {"bias"})
    rows = np.array([[example.features[name] for name in names] for example in examples])
    scales = dict(zip(names, rows.std(axis=0) + 1e-6, strict=True))
    scaled = [
        Example(
            example.same,
            {name: value / scales.get(name, 1.0) for name, value in example.features.items()},
            example.weight,
        )
        for example in examples
    ]
    weights = fit(scaled, PENALTY)
    return {name: round(weight / float(scales.get(name, 1.0)), 4) for name, weight in weights.items()}


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], help="names of stories that are left out")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "variorum" / "data" / "sentence_weights.json")
    options = parser.parse_args()
    examples = [
        example
        for name, reports, facts in stories()
        if name not in options.without
        for example in examples_of(reports, facts)
    ]
    options.out.write_text(json.dumps({"weights": fit_scaled(examples)}, indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples):,} pairs, {sum(example.same for example in examples):,} of them the same: {options.out}")


if __name__ == "__main__":
    main()
