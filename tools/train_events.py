"""Fit the networks by which triggers of reports are taken for one event (``data/event_weights.json``).

    python tools/train_events.py --gold FOLDER [--parts train dev] [--out src/variorum/data/event_weights.json]

Examples are pairs of event mentions in reports of one incident in ECB+ (Cybulska and Vossen 2014, CC BY 3.0): of one
gold chain, or of two. A pair of a large cluster of documents counts less, so that no topic decides alone. Networks of
one hidden layer, by Adam with L2 from fixed seeds: for a first look at each pair, and for a second one beside the odds
of all. What ships is the mean and scale of each feature and the layers.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from fitting import WEIGHTS
from numpy.typing import NDArray
from train_actors import read_topics

from variorum.alignments.events.chains import pairs_of_root
from variorum.alignments.events.network import MOST_DEVIATIONS, network_of
from variorum.alignments.events.pairs import EventPairs
from variorum.alignments.events.profiles import EventProfile
from variorum.alignments.events.second_looks import second_features
from variorum.model.annotations import AnnotatedReport

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from tasks_event_groups import given_profiles, given_story  # how gold is mapped

Member = tuple[dict[str, Any], AnnotatedReport]
Rows = NDArray[np.float32]

#: Networks whose odds are averaged, their hidden units, and how they are fitted.
NETWORKS, HIDDEN, EPOCHS, BATCH = 3, 24, 8, 512
#: Parts of the topics of which each is looked at first by networks of the others.
PARTS = 5
RATE, PENALTY = 3e-3, 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """The pairs of one cluster of documents, with what is known of them."""

    topic: str
    profiles: Sequence[EventProfile]
    pairs: list[tuple[int, int]]
    features: list[dict[str, float]]
    labels: list[int]
    """1 for two of one gold chain."""


def clusters_of(topics: Iterable[Sequence[Member]]) -> Iterator[Cluster]:
    """Yield the clusters of documents in which two event mentions or more are told."""
    for members in topics:
        documents, reports = [document for document, _ in members], [annotated for _, annotated in members]
        story = given_story(reports)
        mentions, profiles = given_profiles(documents, reports, story)
        if len(profiles) < 2:
            continue
        known, pairs = EventPairs.of(profiles, story.reports), list(combinations(range(len(profiles)), 2))
        labels = [int(mentions[one]["chain"] == mentions[two]["chain"]) for one, two in pairs]
        features = [known.features(one, two) for one, two in pairs]
        yield Cluster(str(documents[0]["topic"]), profiles, pairs, features, labels)


def fit(clusters: Sequence[Cluster]) -> dict[str, Any]:
    """Return the networks of both looks.

    The second look is fitted beside odds of first looks that were fitted on other topics, as those of new stories are;
    beside those of all pairs, and beside those of the pairs of one root alone, which untyped events are compared by.
    """
    odds: dict[int, list[float]] = {}
    for part in parts_of(clusters):
        held = {number for number, cluster in enumerate(clusters) if cluster.topic in part}
        first = network_of(fit_networks([each for number, each in enumerate(clusters) if number not in held]))
        odds.update({number: first.odds(clusters[number].features) for number in held})
    known = [(each, odds[number]) for number, each in enumerate(clusters)]
    again = [looked_at_again(*each) for each in (*known, *(of_roots(*each) for each in known))]
    return {"first": fit_networks(clusters), "second": fit_networks(again)}


def parts_of(clusters: Sequence[Cluster]) -> list[set[str]]:
    """Return the topics in parts of about as many mentions."""
    sizes: Counter[str] = Counter()
    for cluster in clusters:
        sizes[cluster.topic] += len(cluster.profiles)
    ordered = sorted(sizes, key=lambda topic: (-sizes[topic], topic))
    return [set(ordered[part::PARTS]) for part in range(PARTS)]


def looked_at_again(cluster: Cluster, odds: Sequence[float]) -> Cluster:
    """Return a cluster with the features of a second look beside those of the first."""
    beside = second_features(cluster.profiles, dict(zip(cluster.pairs, odds, strict=True)))
    features = [{**own, **more} for own, more in zip(cluster.features, beside, strict=True)]
    return replace(cluster, features=features)


def of_roots(cluster: Cluster, odds: Sequence[float]) -> tuple[Cluster, list[float]]:
    """Return a cluster with the pairs of one root alone, and their odds."""
    roots = set(pairs_of_root(cluster.profiles))
    kept = [number for number, pair in enumerate(cluster.pairs) if pair in roots]
    return replace(
        cluster,
        pairs=[cluster.pairs[number] for number in kept],
        features=[cluster.features[number] for number in kept],
        labels=[cluster.labels[number] for number in kept],
    ), [odds[number] for number in kept]


def fit_networks(clusters: Sequence[Cluster]) -> dict[str, Any]:
    """Return the networks of one look as they are kept: features, their means and scales, and the layers."""
    names = list(clusters[0].features[0])
    rows = np.array([[pair[name] for name in names] for each in clusters for pair in each.features], dtype=np.float32)
    labels = np.array([same for each in clusters for same in each.labels], dtype=np.float32)
    counts = np.array([len(each.profiles) ** -0.5 for each in clusters for _ in each.pairs], dtype=np.float32)
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
    parser.add_argument("--out", type=Path, default=WEIGHTS / "event_weights.json")
    options = parser.parse_args()
    topics = read_topics(options.gold, options.parts)
    clusters = list(clusters_of(cluster for part in options.parts for cluster in topics[part]))
    options.out.write_text(json.dumps(fit(clusters), ensure_ascii=False) + "\n", encoding="utf-8")
    labels = [same for cluster in clusters for same in cluster.labels]
    print(f"{len(labels)} pairs, {sum(labels)} the same: {options.out}")


if __name__ == "__main__":
    main()
