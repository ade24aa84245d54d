"""Fit the weights by which unnamed actors and things of reports are joined (``data/actor_weights.json``).

    python tools/train_actors.py --gold FOLDER [--out src/variorum/data/actor_weights.json]

Examples are pairs of entities, or of things, of reports of one incident in ECB+ (Cybulska and Vossen 2014, CC BY 3.0):
most gold mentions of both belong to one chain, or to two. Logistic regression with L2 by Newton's method;
deterministic. What ships is one weight for each feature of a pair.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from variorum import flow
from variorum.alignments.actors.likely import candidate_pairs
from variorum.alignments.actors.profile_pairs import features_of, rarities
from variorum.alignments.actors.profiles import Profile, encode_profiles, profiles_of
from variorum.model.alignments import Ref
from variorum.model.annotations import AnnotatedReport
from variorum.model.reports import Report
from variorum.model.stories import Story
from variorum.stories.gathering import siglum_of

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "bench"))
from tasks_entities import Place, cluster_documents, most_similar, token_offsets  # noqa: E402  # how gold is mapped

#: Strength of the L2 penalty.
PENALTY = 3.0
#: Pairs of chains that are looked at though they share no word and are not near in meaning: as many as there are.
MOST_LABELLED = 150

Example = tuple[int, dict[str, float]]


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_topics(gold: Path, wanted: Sequence[str]) -> dict[str, list[list[tuple[dict[str, Any], AnnotatedReport]]]]:
    """Return for each wanted part (``train``, ``dev``) the predicted clusters of documents, annotated."""
    texts = {line["doc_id"]: line["text"] for line in read_lines(gold / "stories" / "ecbplus_story.dev.jsonl")}
    parts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for document in read_lines(gold / "stories" / "ecbplus_coref.dev.jsonl"):
        if document["split"] in wanted:
            parts[document["split"]].append(document)
    return {
        part: [
            [(documents[at], flow.annotate(_report(documents[at]["doc_id"], texts))) for at in cluster]
            for cluster in cluster_documents([texts[document["doc_id"]] for document in documents])
        ]
        for part, documents in sorted(parts.items())
    }


def _report(identifier: str, texts: dict[str, str]) -> Report:
    """Return a document as a report."""
    return Report(identifier, texts[identifier], language="en")


def story_of(members: Sequence[tuple[dict[str, Any], AnnotatedReport]]) -> Story:
    """Return a cluster of documents as a story; one document alone is one too."""
    reports = {annotated.report.text_sha256: annotated for _, annotated in members}
    ordered = tuple(reports[key] for key in sorted(reports))
    return Story("", None, ordered, tuple(siglum_of(number) for number in range(len(ordered))))


def chains_of(members: Sequence[tuple[dict[str, Any], AnnotatedReport]], story: Story) -> dict[Ref, str]:
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


def examples_of(members: Sequence[tuple[dict[str, Any], AnnotatedReport]]) -> Iterator[Example]:
    """Yield the labelled pairs of one cluster of documents: 1 for one chain, and the features."""
    story = story_of(members)
    chains = chains_of(members, story)
    for things in (False, True):
        profiles: list[Profile] = profiles_of(story, things=things)
        if not profiles:
            continue
        vectors, rarity = encode_profiles(profiles, story), rarities(profiles)
        known = [number for number, profile in enumerate(profiles) if profile.ref in chains]
        pairs = set(candidate_pairs(profiles, vectors))
        if len(known) <= MOST_LABELLED:
            pairs.update((one, two) for at, one in enumerate(known) for two in known[at + 1 :])
        for one, two in sorted(pairs):
            left, right = profiles[one], profiles[two]
            if left.ref in chains and right.ref in chains:
                same = int(chains[left.ref] == chains[right.ref])
                yield same, features_of(left, right, (one, two), vectors, rarity)


def fit(examples: Sequence[Example], counts: Sequence[float] = ()) -> dict[str, float]:
    """Return the weights of a logistic regression with L2, by Newton's method on scaled features, the bias first.

    ``counts`` say how much each example counts; without them all count alike.
    """
    names = list(dict.fromkeys(name for _, features in examples for name in features))
    values = np.array([[features.get(name, 0.0) for name in names] for _, features in examples])
    labels = np.array([same for same, _ in examples], dtype=float)
    heavy = np.array(counts) / np.mean(counts) if counts else np.ones(len(labels))
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


def gather(clusters: Iterable[Sequence[tuple[dict[str, Any], AnnotatedReport]]]) -> list[Example]:
    """Return the examples of some clusters of documents."""
    return [example for members in clusters for example in examples_of(members)]


def main() -> None:
    """Read the gold, fit the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--parts", nargs="+", default=["train"], help="of ECB+")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "variorum" / "data" / "actor_weights.json")
    options = parser.parse_args()
    topics = read_topics(options.gold, options.parts)
    examples = gather(cluster for part in options.parts for cluster in topics[part])
    weights = fit(examples)
    options.out.write_text(json.dumps({"weights": weights}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(examples)} pairs, {sum(same for same, _ in examples)} the same: {options.out}")


if __name__ == "__main__":
    main()
