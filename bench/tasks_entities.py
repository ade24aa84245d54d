"""Entities and actors on gold chains: NewsWCL50 (labels of actors) and ECB+ (all entities, places and times).

A gold mention takes the actor of our most similar mention: at least half of the shorter of the two is shared, the
largest overlap over the union decides. A gold mention without such a mention of ours stands alone. In ECB+ a place or
time that is no mention of an actor takes what the gazetteer or the calendar says that it is (its id, its TIMEX3 value).
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rows import Row
from scoring import read_lines, run_scorer

from variorum.alignments.actors.aligning import align_actors
from variorum.alignments.actors.things import align_things
from variorum.annotations.entities.annotator import annotate_entities
from variorum.annotations.entities.things import annotate_things
from variorum.annotations.parsing import parse_report, split_sentences
from variorum.annotations.places.annotator import annotate_places
from variorum.annotations.quotations.marks import scan_marks
from variorum.annotations.times.annotator import annotate_times
from variorum.annotations.times.references import read_reference
from variorum.model.annotations import AnnotatedReport, Draft
from variorum.model.reports import Report
from variorum.stories.gathering import gather_story

#: NewsWCL50's types that are actors, each measured by itself.
TYPES = ("ACTOR", "COUNTRY", "GROUP")
#: Cosine distance up to which average-link clusters of documents grow: the best of nine on ECB+ dev (BCubed).
DOCUMENT_DISTANCE = 0.85

#: Tokens in a row by which the beginning of a text is known.
IN_A_ROW = 4


@dataclass(frozen=True)
class Place:
    """A mention of ours, or of the gold: characters of the text, and whom it names."""

    start: int
    end: int
    chain: str

    def likeness(self, other: Place) -> float:
        """Return the overlap over the union, 0 where less than half of the shorter is shared."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        if shared * 2 < min(self.end - self.start, other.end - other.start):
            return 0.0
        return shared / (max(self.end, other.end) - min(self.start, other.start))


def measure_newswcl50(gold: Path) -> list[Row]:
    """Measure chains per event (five events of five reports each) for each type of mention."""
    documents = list(read_lines(gold / "stories" / "newswcl50_coref.dev.jsonl"))
    texts = {line["doc"]: line["text"] for line in read_lines(gold / "framing" / "newswcl50.dev.jsonl")}
    predicted = predict_newswcl50(documents, texts)
    return [
        Row(
            f"actors NewsWCL50 {kind}",
            "actors",
            "NewsWCL50, five events",
            f"{kind} CoNLL F1",
            score(gold, "newswcl50_coref.dev.jsonl", predicted, "--types", kind, "--level", "topic"),
            looked_at="yes: chains and errors of all five were read",
        )
        for kind in TYPES
    ]


def predict_newswcl50(documents: Sequence[dict[str, Any]], texts: dict[str, str]) -> list[dict[str, Any]]:
    """Return the documents with the actors of a comparison of each event's reports as chains."""
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for document in documents:
        events[document["topic"]].append(document)
    predicted = []
    for topic in sorted(events):
        annotated = [annotate_layers(d["doc_id"], texts[d["doc_id"]]) for d in events[topic]]
        ours = mentions_of(annotated)
        for document in events[topic]:
            text = texts[document["doc_id"]]
            predicted.append(
                chained(document, token_offsets(document["tokens"], text), ours[document["doc_id"]], topic)
            )
    return predicted


def measure_ecbplus(gold: Path) -> list[Row]:
    """Measure the entity chains of ECB+ dev, validated sentences, within predicted clusters of documents."""
    name = "ecbplus_coref.dev.jsonl"
    documents = [d for d in read_lines(gold / "stories" / name) if d["split"] == "dev"]
    texts = {line["doc_id"]: line["text"] for line in read_lines(gold / "stories" / "ecbplus_story.dev.jsonl")}
    predicted = predict_ecbplus(documents, texts)
    options = ("--split", "dev", "--selected", "--types", "human,loc,time,nonhuman")
    return [
        Row(
            "actors ECB+ dev",
            "actors",
            "ECB+ dev, 197 documents, gold mentions, predicted document clusters",
            "entities CoNLL F1",
            score(gold, name, predicted, *options),
            looked_at="yes: chains and errors were read, and the weights are fitted on it too",
        )
    ]


def predict_ecbplus(documents: Sequence[dict[str, Any]], texts: dict[str, str]) -> list[dict[str, Any]]:
    """Return the documents with actors, places and times of each predicted cluster of documents as chains."""
    predicted = []
    for number, cluster in enumerate(cluster_documents([texts[d["doc_id"]] for d in documents])):
        members = [documents[at] for at in cluster]
        annotated = [annotate_layers(d["doc_id"], texts[d["doc_id"]]) for d in members]
        ours = mentions_of(annotated)
        for document in members:
            text = texts[document["doc_id"]]
            offsets = token_offsets(document["tokens"], text)
            predicted.append(chained(document, offsets, ours[document["doc_id"]], str(number)))
    return predicted


def annotate_layers(identifier: str, text: str) -> AnnotatedReport:
    """Annotate the layers that are measured here, as the flow does, without the others, which cost time."""
    report = Report(identifier, text, language="en")
    doc = parse_report(report)
    draft = Draft(
        report, doc, read_reference(report), sentences=split_sentences(report, doc), marked=scan_marks(report.text)
    )
    draft.entities = annotate_entities(draft)
    draft.times = tuple(annotate_times(draft))
    draft.places = tuple(annotate_places(draft))
    draft.things = annotate_things(draft)
    return AnnotatedReport(
        report=report, reference=draft.reference, sentences=draft.sentences, entities=draft.entities,
        times=draft.times, places=draft.places, quantities=(), quotations=(), events=(), statements=(), designations=(),
        things=draft.things,
    )  # fmt: skip


def mentions_of(reports: Sequence[AnnotatedReport]) -> dict[str, list[list[Place]]]:
    """Return for each report its mentions with their actors, then its places, then its times."""
    by_text = {annotated.report.text_sha256: annotated for annotated in reports}
    actors: dict[tuple[str, str], str] = {}
    if len(by_text) > 1:
        story = gather_story(list(by_text.values()))
        hashes = {siglum: annotated.report.text_sha256 for siglum, annotated in story.items()}
        for actor in (*align_actors(story), *align_things(story)):
            actors |= {(hashes[ref.siglum], ref.id): actor.id for ref in actor.entities}
    found = {}
    for annotated in reports:
        key = annotated.report.text_sha256
        found[annotated.report.id] = [
            [
                Place(m.start, m.end, actors.get((key, entity.id), f"{key}{entity.id}"))
                for entity in (*annotated.entities, *annotated.things)
                for m in entity.mentions
            ],
            [Place(p.start, p.end, p.gazetteer_id) for p in annotated.places if p.gazetteer_id],
            # Gold chains of times are days: "Friday night" and "on Friday" are one.
            [Place(t.start, t.end, t.value.partition("T")[0] or t.value) for t in annotated.times],
        ]
    return found


def chained(
    document: dict[str, Any], offsets: Sequence[tuple[int, int]], ours: Sequence[Sequence[Place]], scope: str
) -> dict[str, Any]:
    """Return a document whose mentions have our chains; one that no mention of ours is like stands alone."""
    mentions = []
    for number, mention in enumerate(document["mentions"]):
        chosen = mention["type"] == "time" and len(ours) > 1
        gold = Place(offsets[mention["start"]][0], offsets[mention["end"] - 1][1], "")
        layers = [ours[2], ours[0]] if chosen else ours[:2]
        best = next(filter(None, (most_similar(gold, layer) for layer in layers)), None)
        chain = f"{scope}:{best.chain}" if best else f"{scope}:{document['doc_id']}:alone{number}"
        mentions.append({**mention, "chain": chain})
    return {**document, "mentions": mentions}


def most_similar(gold: Place, ours: Iterable[Place]) -> Place | None:
    """Return our mention that is most like a gold mention, the shorter at equal likeness; None where none is."""
    likely = [(gold.likeness(other), other.start - other.end, other) for other in ours]
    best = max(likely, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def token_offsets(tokens: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Return where each token of a gold document stands in its text; one that is not in the text is empty.

    The text begins where a few tokens in a row do: the address of a page before them is none of it.
    """
    begin = next((number for number in range(len(tokens)) if _begins(tokens[number : number + IN_A_ROW], text)), 0)
    offsets, at = [(0, 0)] * begin, 0
    for token in tokens[begin:]:
        found = _token_at(token, text, at) or (at, at)
        offsets.append(found)
        at = found[1]
    return offsets


def _begins(tokens: Sequence[str], text: str) -> bool:
    """Say whether a text begins with some tokens in a row."""
    at = 0
    for token in tokens:
        found = _token_at(token, text, at)
        if found is None:
            return False
        at = found[1]
    return True


def _token_at(token: str, text: str, at: int) -> tuple[int, int] | None:
    """Return where a token stands, from ``at`` on behind blanks alone, blanks between its characters aside."""
    start, position = None, at
    for character in token:
        if character.isspace():
            continue
        while position < len(text) and text[position].isspace():
            position += 1
        if position >= len(text) or text[position] != character:
            return None
        start = position if start is None else start
        position += 1
    return None if start is None else (start, position)


def cluster_documents(texts: Sequence[str]) -> list[list[int]]:
    """Return average-link clusters of texts by TF-IDF cosine, as for the head-lemma baseline."""
    import numpy as np  # noqa: PLC0415  # this task alone
    from scipy.cluster.hierarchy import fcluster, linkage  # noqa: PLC0415  # not needed by the project

    counts = [Counter(word for word in text.lower().split() if word.isalpha() and len(word) > 2) for text in texts]
    frequency = Counter(word for count in counts for word in count)
    words = {
        word: at for at, word in enumerate(sorted(word for word, n in frequency.items() if 1 < n < len(texts) / 4))
    }
    vectors = np.zeros((len(texts), len(words)))
    for row, count in enumerate(counts):
        for word, times in count.items():
            if word in words:
                vectors[row, words[word]] = (1 + log(times)) * log(len(texts) / frequency[word])
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    labels = fcluster(linkage(vectors, "average", metric="cosine"), DOCUMENT_DISTANCE, "distance")
    clusters: dict[int, list[int]] = defaultdict(list)
    for at, label in enumerate(labels):
        clusters[int(label)].append(at)
    return [clusters[label] for label in sorted(clusters)]


def score(gold: Path, name: str, predicted: Iterable[dict[str, Any]], *options: str) -> float:
    """Return the CoNLL F1 of predicted chains; raises ModuleNotFoundError without scipy, which the scorer needs."""
    if importlib.util.find_spec("scipy") is None:
        raise ModuleNotFoundError(name="scipy")
    with TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        predictions.write_text("".join(json.dumps(line) + "\n" for line in predicted), encoding="utf-8")
        scores = run_scorer(gold / "stories" / "score_coref.py", gold / "stories" / name, predictions, *options)
    print(f"bench: {name} {' '.join(options)}: {json.dumps(scores)}", file=sys.stderr)
    return float(scores["conll_f1"])


def measure_actors(gold: Path) -> list[Row]:
    """Measure both."""
    return [*measure_newswcl50(gold), *measure_ecbplus(gold)]
