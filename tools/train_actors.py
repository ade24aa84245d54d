"""Fit the weights by which unnamed actors and things of reports are joined (``data/actor_weights.json``).

    python tools/train_actors.py --gold FOLDER [--parts train dev] [--out src/variorum/data/actor_weights.json]

Examples are pairs of portraits of reports of one incident in ECB+ (Cybulska and Vossen 2014, CC BY 3.0): most gold
mentions of both belong to one chain, or to two. First the portraits are those that the rules give, then some of those
of one chain are joined by chance, as while the model joins. Some pairs of documents of a cluster are read as stories of
their own. A pair of a large cluster of documents counts less.
Logistic regression with L2 by Newton's method; deterministic. What ships is one weight for each feature of a pair.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from fitting import WEIGHTS
from own_stories import read_lines

from variorum import flow
from variorum.alignments.actors.aligning import join_by_rules
from variorum.alignments.actors.likely import Likely
from variorum.alignments.actors.likely_actors import likely_actors
from variorum.alignments.actors.portrait_pairs import features_of
from variorum.alignments.actors.things import likely_things, things_of
from variorum.model.alignments import Ref
from variorum.model.annotations import AnnotatedReport
from variorum.model.reports import Report
from variorum.model.stories import Story
from variorum.stories.gathering import siglum_of

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from tasks_entities import Place, annotate_layers, cluster_documents, most_similar, token_offsets  # how gold is mapped

#: Strength of the L2 penalty.
PENALTY = 10.0
#: Times that some portraits of one chain are joined, and the share of them then.
ROUNDS, LEAST_JOINED, MOST_JOINED = 2, 0.3, 0.9
#: Pairs of documents of a cluster that are read as stories of their own: most stories have two reports.
PAIRS = 6
#: What a pair of joined portraits counts, and the share of those of two chains that are taken.
JOINED_COUNTS, TAKEN = 0.5, 0.5

Member = tuple[dict[str, Any], AnnotatedReport]
Example = tuple[int, float, dict[str, float]]


def annotate_whole(identifier: str, text: str) -> AnnotatedReport:
    """Return a document with all annotations."""
    return flow.annotate(Report(identifier, text, language="en"))


def read_topics(
    gold: Path, wanted: Sequence[str], annotate: Callable[[str, str], AnnotatedReport] = annotate_whole
) -> dict[str, list[list[Member]]]:
    """Return for each wanted part (``train``, ``dev``) the predicted clusters of documents, annotated."""
    texts = {line["doc_id"]: line["text"] for line in read_lines(gold / "stories" / "ecbplus_story.dev.jsonl")}
    parts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for document in read_lines(gold / "stories" / "ecbplus_coref.dev.jsonl"):
        if document["split"] in wanted:
            parts[document["split"]].append(document)
    return {
        part: [
            [(documents[at], annotate(documents[at]["doc_id"], texts[documents[at]["doc_id"]])) for at in cluster]
            for cluster in cluster_documents([texts[document["doc_id"]] for document in documents])
        ]
        for part, documents in sorted(parts.items())
    }


def story_of(members: Sequence[Member]) -> Story:
    """Return a cluster of documents as a story; one document alone is one too."""
    reports = {annotated.report.text_sha256: annotated for _, annotated in members}
    ordered = tuple(reports[key] for key in sorted(reports))
    return Story("", None, ordered, tuple(siglum_of(number) for number in range(len(ordered))))


def chains_of(members: Sequence[Member], story: Story) -> dict[Ref, str]:
    """Return the gold chain to which most gold mentions of each entity and thing belong."""
    votes: dict[Ref, Counter[str]] = defaultdict(Counter)
    sigla = {annotated.report.text_sha256: siglum for siglum, annotated in story.items()}
    for document, annotated in members:
        siglum, offsets = sigla[annotated.report.text_sha256], token_offsets(document["tokens"], annotated.report.text)
        ours = [
            Place(mention.start, mention.end, item.id)
            for item in (*annotated.entities, *annotated.things)
            for mention in item.mentions
        ]
        for mention in document["mentions"]:
            if mention["type"] == "event" or not mention.get("selected", True):
                continue
            place = Place(offsets[mention["start"]][0], offsets[mention["end"] - 1][1], "")
            if (best := most_similar(place, ours)) is not None:
                votes[Ref(siglum, best.chain)][mention["chain"]] += 1
    return {ref: min(found, key=lambda chain: (-found[chain], chain)) for ref, found in votes.items()}


def pairs_of(members: Sequence[Member]) -> list[list[Member]]:
    """Return some pairs of the documents of a cluster, by chance."""
    if len(members) < 3:
        return []
    chance = np.random.RandomState(len(members))
    return [[members[int(at)] for at in chance.permutation(len(members))[:2]] for _ in range(PAIRS)]


def examples_of(members: Sequence[Member]) -> Iterator[Example]:
    """Yield the labelled pairs of one cluster of documents: 1 for one chain, what it counts, and the features."""
    story = story_of(members)
    chains = chains_of(members, story)
    clusters, things = join_by_rules(story), things_of(story)
    actors = [[node.ref for node in cluster.nodes] for cluster in clusters]
    yield from _pairs(likely_actors(clusters, story), actors, chains)
    yield from _pairs(likely_things(things, story), [[ref for ref, _ in thing] for thing in things], chains)


def _pairs(likely: Likely, groups: Sequence[Sequence[Ref]], chains: dict[Ref, str]) -> Iterator[Example]:
    """Yield the labelled pairs of some groups, as the rules leave them and with some of one chain joined."""
    labels = {number: _label(groups[number], chains) for number in sorted(likely.portraits)}
    known = [number for number, label in labels.items() if label]
    chance = np.random.RandomState(len(known))
    for number in range(ROUNDS + 1):
        for one, two in combinations(known, 2):
            left, right, same = likely.portraits[one], likely.portraits[two], labels[one] == labels[two]
            anew = number == 0 or max(left.size, right.size) > 1
            if likely.apart(one, two) or not anew or (number and not same and chance.rand() > TAKEN):
                continue
            counts = (JOINED_COUNTS if number else 1.0) * len(known) ** -0.5
            yield int(same), counts, features_of(left, right, likely.scene)
        known = _join_some(likely, known, labels, chance)


def _label(refs: Iterable[Ref], chains: dict[Ref, str]) -> str:
    """Return the gold chain of most of some entities or things; "" without any."""
    found = Counter(chains[ref] for ref in refs if ref in chains)
    return min(found, key=lambda chain: (-found[chain], chain), default="")


def _join_some(
    likely: Likely, known: Sequence[int], labels: dict[int, str], chance: np.random.RandomState
) -> list[int]:
    """Join some portraits of each chain; return the numbers of those that are left."""
    gone: set[int] = set()
    for label in sorted({labels[number] for number in known}):
        same = [int(number) for number in chance.permutation([n for n in known if labels[n] == label])]
        taken = max(1, round(len(same) * chance.uniform(LEAST_JOINED, MOST_JOINED)))
        for other in same[1:taken]:
            if not likely.apart(same[0], other):
                likely.portraits[same[0]] = likely.portraits[same[0]].joined(likely.portraits[other])
                gone.add(other)
    return [number for number in known if number not in gone]


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights of a logistic regression with L2, by Newton's method on scaled features, the bias first."""
    names = list(dict.fromkeys(name for _, _, features in examples for name in features))
    values = np.array([[features.get(name, 0.0) for name in names] for _, _, features in examples])
    labels = np.array([same for same, _, _ in examples], dtype=float)
    counts = np.array([counts for _, counts, _ in examples])
    heavy = counts / counts.mean()
    scale = np.maximum(values.std(axis=0), 1e-6)
    scale[0] = 1.0  # the bias
    scaled = values / scale
    weights = np.zeros(len(names))
    penalty = np.full(len(names), PENALTY)
    penalty[0] = 1e-6
    for _ in range(30):
        odds = 1 / (1 + np.exp(-scaled @ weights))
        gradient = scaled.T @ (heavy * (odds - labels)) + penalty * weights
        hessian = (scaled * (heavy * odds * (1 - odds))[:, None]).T @ scaled + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return {name: round(float(weight), 4) for name, weight in zip(names, weights / scale, strict=True)}


def main() -> None:
    """Read the gold, fit the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--parts", nargs="+", default=["train", "dev"], help="of ECB+")
    parser.add_argument("--out", type=Path, default=WEIGHTS / "actor_weights.json")
    options = parser.parse_args()
    topics = read_topics(options.gold, options.parts, annotate_layers)
    clusters = [cluster for part in options.parts for cluster in topics[part]]
    stories = [story for members in clusters for story in (members, *pairs_of(members))]
    examples = [example for members in stories for example in examples_of(members)]
    weights = fit(examples)
    options.out.write_text(json.dumps({"weights": weights}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(examples)} pairs, {sum(same for same, _, _ in examples)} the same: {options.out}")


if __name__ == "__main__":
    main()
