"""Fit the networks by which triggers of reports are taken for one event (``data/event_weights.json``).

    python tools/train_events.py --gold FOLDER [--parts train dev] [--out src/variorum/data/event_weights.json]

Examples are pairs of event mentions in reports of one incident in ECB+ (Cybulska and Vossen 2014, CC BY 3.0): of one
gold chain, or of two. A pair of a large cluster of documents counts less, so that no topic decides alone. Networks of
one hidden layer, by Adam with L2 from fixed seeds. What ships is the mean and scale of each feature and the layers.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from variorum.alignments.events.network import MOST_DEVIATIONS
from variorum.alignments.events.pairs import EventPairs
from variorum.model.annotations import AnnotatedReport

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "tools")]
from tasks_event_groups import given_profiles, given_story  # noqa: E402  # how gold is mapped
from train_actors import read_topics  # noqa: E402  # tools stand beside this one

Member = tuple[dict[str, Any], AnnotatedReport]
Example = tuple[int, float, dict[str, float]]
Rows = NDArray[np.float32]

#: Networks whose odds are averaged, their hidden units, and how they are fitted.
NETWORKS, HIDDEN, EPOCHS, BATCH = 3, 24, 8, 512
RATE, PENALTY = 3e-3, 1e-3


def examples_of(members: Sequence[Member]) -> Iterator[Example]:
    """Yield the labelled pairs of one cluster of documents: 1 for one chain, the weight, and the features."""
    documents, reports = [document for document, _ in members], [annotated for _, annotated in members]
    story = given_story(reports)
    mentions, profiles = given_profiles(documents, reports, story)
    if len(profiles) < 2:
        return
    pairs = EventPairs.of(profiles, story.reports)
    for one, two in combinations(range(len(profiles)), 2):
        same = int(mentions[one]["chain"] == mentions[two]["chain"])
        yield same, len(profiles) ** -0.5, pairs.features(one, two)


def gather(clusters: Iterable[Sequence[Member]]) -> list[Example]:
    """Return the examples of some clusters of documents."""
    return [example for members in clusters for example in examples_of(members)]


def fit_networks(examples: Sequence[Example]) -> dict[str, Any]:
    """Return what ``variorum.alignments.events.network`` reads: features, their means and scales, and the layers."""
    names = list(examples[0][2])
    rows = np.array([[features[name] for name in names] for _, _, features in examples], dtype=np.float32)
    labels = np.array([same for same, _, _ in examples], dtype=np.float32)
    counts = np.array([weight for _, weight, _ in examples], dtype=np.float32)
    means, scales = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    scaled = ((rows - means) / scales).clip(-MOST_DEVIATIONS, MOST_DEVIATIONS)
    counts /= counts.mean()
    networks = [_fit_one(scaled, labels, counts, seed) for seed in range(NETWORKS)]
    return {
        "names": names,
        "means": _rounded(means),
        "scales": _rounded(scales),
        "networks": [
            dict(zip(("hidden", "hidden_bias", "out", "out_bias"), map(_rounded, layers), strict=True))
            for layers in networks
        ],
    }


def _fit_one(rows: Rows, labels: Rows, counts: Rows, seed: int) -> list[Rows]:
    """Return the layers of one network: weights and bias of the hidden units, weights and bias of what comes out."""
    chance = np.random.RandomState(seed)
    width = rows.shape[1]
    base = float(np.average(labels, weights=counts))
    layers: list[Rows] = [
        (chance.randn(width, HIDDEN) * np.sqrt(1 / width)).astype(np.float32),
        np.zeros(HIDDEN, np.float32),
        (chance.randn(HIDDEN) * np.sqrt(1 / HIDDEN)).astype(np.float32),
        np.array(np.log(base / (1 - base)), dtype=np.float32),
    ]
    first, second = [np.zeros_like(layer) for layer in layers], [np.zeros_like(layer) for layer in layers]
    steps = EPOCHS * -(-len(labels) // BATCH)
    done = 0
    for _ in range(EPOCHS):
        order = chance.permutation(len(labels))
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            done += 1
            rate = RATE * (1 - done / (steps + 1))
            for number, slope in enumerate(_slopes(layers, rows[chosen], labels[chosen], counts[chosen])):
                first[number] = 0.9 * first[number] + 0.1 * slope
                second[number] = 0.999 * second[number] + 0.001 * slope**2
                step = first[number] / (1 - 0.9**done) / (np.sqrt(second[number] / (1 - 0.999**done)) + 1e-8)
                layers[number] = (layers[number] - rate * step).astype(np.float32)
    return layers


def _slopes(layers: Sequence[Rows], rows: Rows, labels: Rows, counts: Rows) -> list[Rows]:
    """Return the slope of the loss for each layer."""
    hidden, hidden_bias, out, out_bias = layers
    inner = rows @ hidden + hidden_bias
    active = np.maximum(inner, 0)
    wrong = counts * (1 / (1 + np.exp(-(active @ out + out_bias))) - labels) / len(labels)
    back = np.outer(wrong, out) * (inner > 0)
    return [rows.T @ back + PENALTY * hidden, back.sum(axis=0), active.T @ wrong + PENALTY * out, wrong.sum()]


def _rounded(values: Rows) -> Any:  # noqa: ANN401  # lists as deep as the array, or a number
    """Return an array as JSON keeps it."""
    return np.round(np.asarray(values, dtype=np.float64), 4).tolist()


def main() -> None:
    """Read the gold, fit the networks and write them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--parts", nargs="+", default=["train", "dev"], help="of ECB+")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "variorum" / "data" / "event_weights.json")
    options = parser.parse_args()
    topics = read_topics(options.gold, options.parts)
    examples = gather(cluster for part in options.parts for cluster in topics[part])
    options.out.write_text(json.dumps(fit_networks(examples), ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(examples)} pairs, {sum(same for same, _, _ in examples)} the same: {options.out}")


if __name__ == "__main__":
    main()
