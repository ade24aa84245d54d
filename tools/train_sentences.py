"""Fit the weights by which whole sentences of two reports are joined (``data/sentence_weights.json``).

    python tools/train_sentences.py [--without ID...] [--out src/variorum/data/sentence_weights.json]

Examples are pairs of sentences of two reports: both tell one fact, or not. They come from our own stories
(``bench/data``: the open part, and the set that was opened).
Logistic regression with L2, features brought to one scale; deterministic.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from train_statements import DATA, ROOT, Example, aligned_story, facts_at, fit_scaled, read_stories, reports_of, write

from variorum.alignments.sentences.aligning import sentence_pairs
from variorum.alignments.sentences.pairs import SAME_EVENT, sentence_features


def examples_of(story: dict[str, Any]) -> Iterator[Example]:
    """Yield every two sentences of every two reports of a story."""
    aligned = aligned_story(reports_of(story))
    for pair in sentence_pairs(aligned):
        told = []
        for place, side in zip(pair.places, pair.sides, strict=True):
            annotated = aligned.story.reports[place]
            spans = [annotated.sentences[item.number].span for item in side]
            told.append([facts_at(story["facts"], int(annotated.report.id), span) for span in spans])
        tables = sentence_features(pair.sides, pair.worded, pair.weights)
        tables[SAME_EVENT] = pair.events_in_common(aligned)
        for row, one in enumerate(told[0]):
            for column, two in enumerate(told[1]):
                features = {name: float(table[row, column]) for name, table in tables.items()}
                yield Example(int(bool(one & two)), features, 1.0)


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], help="names of stories that are left out")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "variorum" / "data" / "sentence_weights.json")
    options = parser.parse_args()
    sets = (DATA / "report_pairs.jsonl", DATA / "opened" / "report_pairs.jsonl")
    stories = [story for path in sets for story in read_stories(path) if story["id"] not in options.without]
    examples = [example for story in stories for example in examples_of(story)]
    write(options.out, examples, fit_scaled(examples))


if __name__ == "__main__":
    main()
