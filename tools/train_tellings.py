"""Fit the weights by which parts of sentences are judged to tell anything or not (``data/telling_weights.json``).

    python tools/train_tellings.py --gold FOLDER [--without ID...] [--out FILE]

Examples are the parts of all sentences of the open pairs of real reports that readers annotated: some fact has half of
the part, or the part half of a fact; or readers passed over it.
Logistic regression with L2, features brought to one scale; deterministic.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fitting import WEIGHTS, Example, fit_scaled, write
from own_stories import facts_at, reports_of
from real_pairs import real_pairs

from variorum import flow
from variorum.alignments.sentences.tellings import telling_features

#: Strength of the L2 penalty: there are few features.
PENALTY = 5.0


def examples_of(story: dict[str, Any]) -> Iterator[Example]:
    """Yield every part of every sentence of a story."""
    for number, report in enumerate(reports_of(story)):
        for _, span, features in telling_features(flow.annotate(report)):
            yield Example(int(bool(facts_at(story["facts"], number, span))), features, 1.0)


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold data, with the texts of the pairs")
    parser.add_argument("--without", nargs="*", default=[], help="names of pairs that are left out")
    parser.add_argument("--out", type=Path, default=WEIGHTS / "telling_weights.json")
    options = parser.parse_args()
    examples = [example for story in real_pairs(options.gold, options.without) for example in examples_of(story)]
    write(options.out, examples, fit_scaled(examples, PENALTY))


if __name__ == "__main__":
    main()
