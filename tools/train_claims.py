"""Fit the weights by which a claim of one sentence is judged against a short report.

    python tools/train_claims.py --gold GOLD [--out src/variorum/data]

Writes ``claim_weights.json``: weights of a logistic regression with L2. Examples are pairs of sentences of MNLI (the
development part, a choice of them) and of ContraDoc (the training part): 1 for a contradiction, else 0. Deterministic.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from fitting import WEIGHTS, Example, fit
from own_stories import read_lines

from variorum import flow
from variorum.alignments.sentences.claim_traits import claim_traits
from variorum.errors import VariorumError
from variorum.model.reports import Report

#: Strength of the L2 penalty on traits of one scale.
PENALTY = 100.0
#: Files with pairs, and how many are read.
SETS = (("mnli_dev", 1500), ("contradoc_pairs.train", 1000))


def read_pairs(gold: Path) -> Iterator[dict[str, Any]]:
    """Yield the pairs of all sets, a choice of the long ones."""
    for name, most in SETS:
        pairs = read_lines(gold / "pairs" / f"{name}.jsonl")
        if len(pairs) > most:
            random.Random(7).shuffle(pairs)  # noqa: S311  # a choice of examples
        yield from pairs[:most]


def examples(gold: Path) -> Iterator[Example]:
    """Yield the traits of each pair."""
    for pair in read_pairs(gold):
        try:
            one, other = (flow.annotate(Report(side, pair[side], language="en")) for side in "ab")
        except VariorumError:
            continue
        traits = claim_traits(one, other)
        if traits is not None:
            yield Example(int(pair["label"] == "contradiction"), traits.values, 1.0)


def fit_alike(found: list[Example]) -> dict[str, float]:
    """Return the weights; the penalty counts on traits of one scale."""
    scales = {
        name: 1.0 if name == "bias" else float(np.std([example.features[name] for example in found])) + 1e-6
        for name in found[0].features
    }
    scaled = [
        Example(example.same, {name: value / scales[name] for name, value in example.features.items()}, example.weight)
        for example in found
    ]
    return {name: round(weight / scales[name], 3) for name, weight in fit(scaled, PENALTY).items()}


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder with pairs/*.jsonl")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    found = list(examples(options.gold))
    text = json.dumps({"weights": fit_alike(found)}, indent=1, sort_keys=True) + "\n"
    (options.out / "claim_weights.json").write_text(text, encoding="utf-8")
    print(f"{len(found):,} pairs, {sum(example.same for example in found):,} of them contradictions")


if __name__ == "__main__":
    main()
