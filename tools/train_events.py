"""Fit the weights by which triggers of reports are taken for one event (``data/event_weights.json``).

    python tools/train_events.py --gold FOLDER [--out src/variorum/data/event_weights.json]

Examples are pairs of event mentions in reports of one incident in ECB+ (Cybulska and Vossen 2014, CC BY 3.0): of one
gold chain, or of two. A pair of a large cluster of documents counts less, so that no topic decides alone. Logistic
regression with L2 by Newton's method; deterministic. What ships is one weight for each feature of a pair.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from variorum.alignments.event_pairs import EventPairs
from variorum.alignments.event_profiles import encode_events
from variorum.model.annotations import AnnotatedReport

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "tools")]
from tasks_event_groups import given_profiles, given_story  # noqa: E402  # how gold is mapped
from train_actors import fit, read_topics  # noqa: E402  # tools stand beside this one

Member = tuple[dict[str, Any], AnnotatedReport]
Example = tuple[int, float, dict[str, float]]


def examples_of(members: Sequence[Member]) -> Iterator[Example]:
    """Yield the labelled pairs of one cluster of documents: 1 for one chain, the weight, and the features."""
    documents, reports = [document for document, _ in members], [annotated for _, annotated in members]
    story = given_story(reports)
    mentions, profiles = given_profiles(documents, reports, story)
    if len(profiles) < 2:
        return
    pairs = EventPairs.of(profiles, encode_events(profiles, [annotated.report.text for annotated in story.reports]))
    for one, two in combinations(range(len(profiles)), 2):
        same = int(mentions[one]["chain"] == mentions[two]["chain"])
        yield same, len(profiles) ** -0.5, pairs.features(one, two)


def gather(clusters: Iterable[Sequence[Member]]) -> list[Example]:
    """Return the examples of some clusters of documents."""
    return [example for members in clusters for example in examples_of(members)]


def main() -> None:
    """Read the gold, fit the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--parts", nargs="+", default=["train", "dev"], help="of ECB+")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "variorum" / "data" / "event_weights.json")
    options = parser.parse_args()
    topics = read_topics(options.gold)
    examples = gather(cluster for part in options.parts for cluster in topics[part])
    weights = fit([(same, features) for same, _, features in examples], [weight for _, weight, _ in examples])
    options.out.write_text(json.dumps({"weights": weights}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(examples)} pairs, {sum(same for same, _, _ in examples)} the same: {options.out}")


if __name__ == "__main__":
    main()
