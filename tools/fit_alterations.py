"""Fit the weights of ``variorum.alignments.wordings.differences``: which differences alter what was said.

    python tools/fit_alterations.py GOLD

Examples are the gold pairs of our utterances (open part, and those opened) that are reworded or altered, and, with less
weight, pairs of sentences of MNLI (its development part, ``GOLD/pairs/mnli_dev.jsonl``) that entail or contradict each
other: 500 pairs teach little of how often a free translation denies what the other affirms in another way. Logistic
regression; prints the weights, and what they do to the stories that each of ten folds leaves out.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

import numpy as np
from own_stories import DATA, read_lines
from sklearn.linear_model import LogisticRegression

from variorum.alignments.quotations.variants import MOST_CHANGED, compare_wordings
from variorum.alignments.wordings.differences import FEATURES, difference_features
from variorum.alignments.wordings.likeness import words_of

#: The stories of these files that are not set aside, and those of the others whole.
OPEN, OPENED = DATA / "utterances.jsonl", DATA / "opened" / "utterances.jsonl"
#: Pairs of MNLI that are read, their words at least and at most, and their weight beside one of our own.
READ, LEAST, MOST, WEIGHT = 1700, 4, 26, 0.1
FOLDS = 10

Floats = np.ndarray[Any, np.dtype[np.float64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]
Example = tuple[str, str, str, bool]
"""The story, the two wordings, and whether the one alters the other."""


def main() -> None:
    """Fit and print."""
    own = [example for path in (OPEN, OPENED) for example in _examples(path, whole=path == OPENED)]
    other = _entailments(Path(sys.argv[1]) / "pairs" / "mnli_dev.jsonl")
    design, labels = _design(own)
    more, more_labels = _design(other)
    names = sorted({story for story, *_ in own})
    folds = np.array([names.index(story) % FOLDS for story, *_ in own])
    chances = np.zeros(len(own))
    for fold in range(FOLDS):
        weights = _fit(design[folds != fold], labels[folds != fold], more, more_labels)
        chances[folds == fold] = 1 / (1 + np.exp(-weights[0] - design[folds == fold] @ weights[1:]))
    ruled = np.array([compare_wordings(one, two, most=1.0).kind == "altered" for _, one, two, _ in own])
    for name, chosen in (("weights", chances >= MOST_CHANGED), ("with rules", ruled | (chances >= MOST_CHANGED))):
        right = int(np.sum(chosen & labels))
        print(f"left out, {name}: precision {right / chosen.sum():.3f}, recall {right / labels.sum():.3f}")  # a tool
    weights = _fit(design, labels, more, more_labels)
    print(dict(zip(("one", *FEATURES), weights.round(3).tolist(), strict=True)))  # as above


def _fit(design: Floats, labels: Flags, more: Floats, more_labels: Flags) -> Floats:
    """Return the weights, the constant first, of features as they are."""
    mean, spread = design.mean(axis=0), design.std(axis=0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=3000)
    scaled = (np.vstack([design, more]) - mean) / spread
    share = np.concatenate([np.ones(len(labels)), np.full(len(more_labels), WEIGHT)])
    model.fit(scaled, np.concatenate([labels, more_labels]), sample_weight=share)
    slopes = model.coef_[0] / spread
    return np.concatenate([[model.intercept_[0] - slopes @ mean], slopes])


def _design(examples: list[Example]) -> tuple[Floats, Flags]:
    """Return the features and labels of examples."""
    return (
        np.array([difference_features(one, two) for _, one, two, _ in examples]),
        np.array([altered for *_, altered in examples]),
    )


def _examples(path: Path, *, whole: bool) -> list[Example]:
    """Return the gold pairs of a file that are reworded or altered."""
    found = []
    for story in read_lines(path):
        if story["set_aside"] and not whole:
            continue
        places = {(item["report"], item["utterance"]): item["spans"] for item in story["quotations"]}
        for pair in story["pairs"]:
            texts = [
                " ".join(story["reports"][report]["text"][start:end].strip(" ,") for start, end in spans)
                for report in pair["reports"]
                for spans in [places[report, pair["utterance"]]]
            ]
            if pair["class"] in {"reworded", "altered"}:
                found.append((story["id"], *texts, pair["class"] == "altered"))
    return found


def _entailments(path: Path) -> list[Example]:
    """Return pairs of sentences that entail or contradict each other, chosen by a hash of their names."""
    rows = [
        row
        for row in read_lines(path)
        if row["label"] in {"entailment", "contradiction"}
        and all(LEAST <= len(words_of(row[side])) <= MOST for side in ("a", "b"))
    ]
    rows.sort(key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
    return [(row["id"], row["a"], row["b"], row["label"] == "contradiction") for row in rows[:READ]]


if __name__ == "__main__":
    main()
