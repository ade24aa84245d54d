"""Fit the weights by which whole sentences of two reports are joined (``data/sentence_weights.json``).

    python tools/train_sentences.py [--annotated FOLDER...] [--stories FILE...] [--without ID...] [--out FILE]

Examples are pairs of sentences of two reports: both tell one fact, or not. They come from our own stories
(``bench/data``: the open part, and the set that was opened), and with ``--annotated`` from pairs of real reports whose
facts were marked by hand (``NAME.reports.json`` and ``NAME.gold.json``).
Logistic regression with L2, features brought to one scale; deterministic.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fitting import WEIGHTS, Example, fit_scaled, write
from own_stories import aligned_story, facts_at, own_stories, reports_of

from variorum.alignments.sentences.aligning import sentence_pairs
from variorum.alignments.sentences.pairs import SAME_EVENT, sentence_features

#: How much a pair of sentences of real reports counts: they tell a thing with less care than invented ones.
REAL = 2.0


def annotated_pairs(folders: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield pairs of real reports with all facts that were marked."""
    for path in sorted(path for folder in folders for path in folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        reports = json.loads(path.with_name(f"{name}.reports.json").read_text(encoding="utf-8"))["reports"]
        yield {"id": name, "reports": reports, "facts": json.loads(path.read_text(encoding="utf-8"))["facts"]}


def read_annotated(folders: Iterable[Path]) -> list[dict[str, Any]]:
    """Return pairs of real reports with the facts that both tell; what one tells alone, or against itself, is left."""
    stories = []
    for story in annotated_pairs(folders):
        shared = [fact for fact in story["facts"] if fact["relation"] in ("both", "conflict")]
        stories.append({**story, "facts": shared, "weight": REAL})
    return stories


def examples_of(story: dict[str, Any]) -> Iterator[Example]:
    """Yield every two sentences of every two reports of a story."""
    aligned = aligned_story(reports_of(story))
    for pair in sentence_pairs(aligned):
        told = []
        for place, side in zip(pair.places, pair.sides, strict=True):
            annotated = aligned.story.reports[place]
            spans = [annotated.sentences[item.number].span for item in side]
            told.append([facts_at(story["facts"], int(annotated.report.id), span) for span in spans])
        tables = sentence_features(pair.sides, pair.worded, pair.claused, pair.slots, pair.weights)
        tables[SAME_EVENT] = pair.events_in_common(aligned)
        for row, one in enumerate(told[0]):
            for column, two in enumerate(told[1]):
                features = {name: float(table[row, column]) for name, table in tables.items()}
                yield Example(int(bool(one & two)), features, story.get("weight", 1.0))


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--annotated", type=Path, nargs="*", default=[], help="folders of annotated real reports")
    parser.add_argument("--stories", type=Path, nargs="*", default=[], help="more sets of stories like ours")
    parser.add_argument("--without", nargs="*", default=[], help="names of stories that are left out")
    parser.add_argument("--out", type=Path, default=WEIGHTS / "sentence_weights.json")
    options = parser.parse_args()
    real = [story for story in read_annotated(options.annotated) if story["id"] not in options.without]
    stories = [*own_stories(options.without, options.stories), *real]
    examples = [example for story in stories for example in examples_of(story)]
    write(options.out, examples, fit_scaled(examples))


if __name__ == "__main__":
    main()
