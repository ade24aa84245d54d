"""Fit the weights by which labels are kept (``data/label_weights.json``).

    python tools/train_labels.py --gold FOLDER [--without ID ...] [--out src/variorum/data/label_weights.json]

Examples are the labels that the rules find in pairs of real reports whose designations readers marked, without those
that are set aside and those that are only measured: 1 where the reader has one, 0.5 of one where the reader has part of
it, or has it as one that may be marked or not. Logistic regression with L2 by Newton's method; deterministic.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fitting import WEIGHTS, Example, fit, write
from real_pairs import learnable_pairs, read_texts, reports_of_row

from variorum.annotations.designations.label_chances import LabelChances
from variorum.annotations.designations.labels import propose_labels
from variorum.annotations.entities.annotator import annotate_entities
from variorum.annotations.mending import mend
from variorum.annotations.parsing import parse_report, split_sentences
from variorum.annotations.quotations.marks import scan_marks
from variorum.annotations.times.references import read_reference
from variorum.annotations.trees import trees_of
from variorum.model.annotations import Draft
from variorum.model.reports import Report
from variorum.model.spans import Span

#: Strength of the L2 penalty, and labels that have a feature for it to count.
PENALTY, LEAST_LABELS = 8.0, 4
#: What a label counts that is part of a reader's, or may be marked or not.
HALF = 0.5
#: Share of what two labels cover together that makes them one.
ALIKE = 0.5


def examples_of(pair: dict[str, Any], texts: dict[str, str]) -> Iterator[Example]:
    """Yield the labels of a pair."""
    for side, report in zip("ab", reports_of_row(pair, texts), strict=True):
        draft = draft_of(report)
        chances = LabelChances(draft, trees_of(draft))
        marked = [item for item in pair["designations"] if item["report"] == side]
        core = [Span(*item["span"]) for item in marked if item["kind"] == "label" and item["core"]]
        others = [Span(*item["span"]) for item in marked if item["kind"] != "label" or not item["core"]]
        for mark in propose_labels(draft, trees_of(draft)):
            span = Span(mark.start, mark.end)
            best = max((likeness(span, other) for other in core), default=0.0)
            part = best > 0 or any(span.overlap(other) for other in others)
            counts = 1.0 if best >= ALIKE or not part else HALF
            yield Example(int(part), chances.features_of(mark), counts)


def draft_of(report: Report) -> Draft:
    """Return a report with the layers that labels are found in."""
    doc = mend(parse_report(report))
    draft = Draft(
        report, doc, read_reference(report), sentences=split_sentences(report, doc), marked=scan_marks(report.text)
    )
    draft.entities = annotate_entities(draft)
    return draft


def likeness(one: Span, two: Span) -> float:
    """Return what two spans share over what they cover together."""
    shared = one.overlap(two)
    return shared / (len(one) + len(two) - shared)


def frequent(examples: Sequence[Example]) -> list[Example]:
    """Return the examples without features that few of them have."""
    counts = Counter(name for example in examples for name, value in example.features.items() if value)
    return [
        Example(
            example.same,
            {name: value for name, value in example.features.items() if counts[name] >= LEAST_LABELS},
            example.weight,
        )
        for example in examples
    ]


def main() -> None:
    """Read the pairs, fit the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--without", nargs="*", default=[], help="pairs that are left out")
    parser.add_argument("--out", type=Path, default=WEIGHTS / "label_weights.json")
    options = parser.parse_args()
    texts = read_texts(options.gold)
    pairs = [pair for pair in learnable_pairs() if pair["designations"] and pair["id"] not in options.without]
    examples = frequent([example for pair in pairs for example in examples_of(pair, texts)])
    write(options.out, examples, fit(examples, PENALTY))


if __name__ == "__main__":
    main()
