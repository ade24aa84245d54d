"""Fit the weights by which statements of two reports are joined (``data/statement_weights.json``).

    python tools/train_statements.py --gold FOLDER [--out src/variorum/data/statement_weights.json]

Examples are pairs of statements: of our own stories (``bench/data/report_pairs.jsonl``, the open part: both tell one
fact, or not), of reports of one incident in ECB+ (Cybulska and Vossen 2014, CC BY 3.0: the predicates are mentions of
one event chain, or the clauses share no chain), and single sentences of both as reports of one sentence.
Logistic regression with L2 by Newton's method; deterministic. What ships is one weight for each of some forty features.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from variorum import flow
from variorum.alignments.actors.aligning import align_actors
from variorum.alignments.events.aligning import align_events
from variorum.alignments.statements.sides import side_pairs
from variorum.alignments.statements.told import Told
from variorum.model.alignments import AlignedStory
from variorum.model.annotations import AnnotatedReport
from variorum.model.reports import Report
from variorum.stories.gathering import gather_story

ROOT = Path(__file__).parent.parent
#: How much an example of each kind counts. Sentences alone have no others beside them that could be meant instead:
#: those that tell different things count double.
OWN, OWN_ALONE, OTHERS, DIFFERENT_ALONE = 1.0, 1.0, 0.7, 2.0
#: Strength of the L2 penalty.
PENALTY = 3.0
#: Most reports of one incident, most sentences of one topic, most words of a report.
REPORTS, SENTENCES, WORDS = 5, 40, 900
#: Reports of one pair, and statements of one pair, as (place in the story, statement).
Label = Callable[[int, Told, int, Told], int | None]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of statements: 1 when both tell the same, its features, and how much it counts."""

    same: int
    features: dict[str, float]
    weight: float


def aligned_story(reports: Iterable[Report]) -> AlignedStory:
    """Return reports as a story whose actors and events are aligned."""
    annotated: list[AnnotatedReport] = [flow.annotate(report) for report in reports]
    story = gather_story(annotated, story_id="", title=None)
    aligned = AlignedStory(story, align_actors(story), ())
    return replace(aligned, alignments=tuple(align_events(aligned)))


def pairs_of(aligned: AlignedStory, label: Label) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield (label, features) of every two statements that ``label`` does not leave out."""
    for (left, right), sides in side_pairs(aligned):
        for row, one in enumerate(sides.left.told):
            for column, two in enumerate(sides.right.told):
                same = label(left, one, right, two)
                if same is not None:
                    pair = row, column
                    yield same, sides.features(pair, linked=sides.are_linked(pair))


def overlap(start: int, end: int, first: int, last: int) -> bool:
    """Say whether two stretches share at least half of the shorter one."""
    return 2 * (min(end, last) - max(start, first)) >= min(end - start, last - first) > 0


def own_stories(path: Path) -> list[dict[str, Any]]:
    """Return the open part of our own stories."""
    return [
        story for line in path.read_text(encoding="utf-8").splitlines() if not (story := json.loads(line))["set_aside"]
    ]


def own_examples(stories: list[dict[str, Any]]) -> Iterator[Example]:
    """Yield the pairs of our own stories."""
    for story in stories:
        reports = [
            Report(id=item["id"], text=item["text"], published=item["published"], language="en")
            for item in story["reports"]
        ]
        aligned = aligned_story(reports)
        order = [[report.id for report in reports].index(item.report.id) for item in aligned.story.reports]

        def facts(place: int, told: Told, story: dict[str, Any] = story, order: list[int] = order) -> set[int]:
            """Return the facts that a statement tells."""
            statement = told.statement
            return {
                fact["n"]
                for fact in story["facts"]
                for report, start, end in fact["spans"]
                if report == order[place] and overlap(statement.start, statement.end, start, end)
            }

        for same, features in pairs_of(aligned, lambda a, one, b, two: int(bool(facts(a, one) & facts(b, two)))):
            yield Example(same, features, OWN)


def own_sentences(stories: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
    """Yield (label, sentence, sentence) of two reports of one story."""
    chance = random.Random(3)  # noqa: S311  # a choice of examples
    for story in stories:
        told = [
            (fact["n"], report, sentence_at(story["reports"][report]["text"], start, end))
            for fact in story["facts"]
            if not fact["within"]
            for report, start, end in fact["spans"]
        ]
        told = [item for item in told if len(item[2].split()) >= 4]
        facts: dict[tuple[int, str], set[int]] = defaultdict(set)
        for number, report, sentence in told:
            facts[report, sentence].add(number)
        texts = sorted(facts)
        pairs = [(one, two) for one in texts for two in texts if one[0] < two[0] and one[1] != two[1]]
        other = [pair for pair in pairs if not facts[pair[0]] & facts[pair[1]]]
        chance.shuffle(other)
        yield from ((1, one[1], two[1]) for one, two in pairs if facts[one] & facts[two])
        yield from ((0, one[1], two[1]) for one, two in other[:8])


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence in which a span stands, by full stops and lines."""
    first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    last = text.find(".", end - 1)
    return text[first : len(text) if last < 0 else last + 1].strip()


def read_incidents(path: Path) -> list[dict[str, Any]]:
    """Return the documents of ECB+."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def joined(tokens: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return tokens as text, with the offsets of each; a line feed is a token, too."""
    text, offsets = "", []
    for token in tokens:
        word = {"``": "“", "''": "”"}.get(token, token)
        close = (
            not text or word in ",.;:!?)”\n" or word.startswith("'") or word == "n't" or text.endswith(("(", "“", "\n"))
        )
        text += word if close else " " + word
        offsets.append((len(text) - len(word), len(text)))
    return text, offsets


def incident_examples(documents: list[dict[str, Any]]) -> Iterator[Example]:
    """Yield pairs of reports of one incident: the predicates are one event, or the clauses share none."""
    chance = random.Random(1)  # noqa: S311  # a choice of examples
    incidents: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for document in documents:
        if len(document["tokens"]) < WORDS:
            incidents[document["subtopic"]].append(document)
    for name in sorted(incidents):
        chosen = sorted(incidents[name], key=lambda document: document["doc_id"])
        chance.shuffle(chosen)
        reports, events = [], {}
        for document in chosen[:REPORTS]:
            text, spans = marked_text(document)
            reports.append(Report(id=document["doc_id"], text=text, language="en"))
            events[document["doc_id"]] = spans
        if len(reports) < 2:
            continue
        aligned = aligned_story(reports)
        marks = [events[item.report.id] for item in aligned.story.reports]

        def label(a: int, one: Told, b: int, two: Told, marks: list[list[tuple[int, int, str]]] = marks) -> int | None:
            """Return 1 for predicates of one chain, 0 for clauses without a common one, None for what is not marked."""
            if predicates(one, marks[a]) & predicates(two, marks[b]):
                return 1
            left, right = chains(one, marks[a]), chains(two, marks[b])
            return 0 if left and right and not left & right else None

        for same, features in pairs_of(aligned, label):
            yield Example(same, features, OTHERS)


def marked_text(document: dict[str, Any]) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text of a document of ECB+, a sentence a line, and its validated events as (start, end, chain)."""
    tokens: list[str] = []
    place: list[int] = []
    for number, token in enumerate(document["tokens"]):
        if number and document["sent_of_token"][number] != document["sent_of_token"][number - 1]:
            tokens.append("\n")
        place.append(len(tokens))
        tokens.append(token)
    text, offsets = joined(tokens)
    events = [
        (offsets[place[item["start"]]][0], offsets[place[min(item["end"], len(place)) - 1]][1], item["chain"])
        for item in document["mentions"]
        if item["type"] == "event" and item["selected"]
    ]
    return text, events


def predicates(told: Told, marks: list[tuple[int, int, str]]) -> set[str]:
    """Return the chains of a statement's predicate."""
    predicate = told.statement.predicate
    return {chain for start, end, chain in marks if start < predicate.end and predicate.start < end}


def chains(told: Told, marks: list[tuple[int, int, str]]) -> set[str]:
    """Return the chains of a statement's clause."""
    return {chain for start, end, chain in marks if told.statement.start <= start and end <= told.statement.end}


def incident_sentences(documents: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
    """Yield (label, sentence, sentence) of reports of one topic, two look-alike incidents among them."""
    chance = random.Random(5)  # noqa: S311  # a choice of examples
    topics: dict[str, list[tuple[str, str, set[str]]]] = defaultdict(list)
    for document in documents:
        for number in document["selected_sents"]:
            pairs = zip(document["tokens"], document["sent_of_token"], strict=True)
            tokens = [token for token, sentence in pairs if sentence == number]
            events = {
                item["chain"]
                for item in document["mentions"]
                if item["type"] == "event" and item["sent"] == number and "ACTION_OCC" in item["tag"]
            }
            if 5 < len(tokens) < 45 and events:
                topics[document["topic"]].append((document["doc_id"], joined(tokens)[0], events))
    for name in sorted(topics):
        sentences = topics[name]
        chance.shuffle(sentences)
        few = sentences[:SENTENCES]
        pairs = [
            (one, two)
            for place, one in enumerate(few)
            for two in few[place + 1 :]
            if one[0] != two[0] and one[1] != two[1]
        ]
        same = [pair for pair in pairs if len(pair[0][2] & pair[1][2]) >= 0.6 * min(len(pair[0][2]), len(pair[1][2]))]
        other = [pair for pair in pairs if not pair[0][2] & pair[1][2]]
        yield from ((1, one[1], two[1]) for one, two in same[:5])
        yield from ((0, one[1], two[1]) for one, two in other[:12])


def alone_examples(pairs: Iterable[tuple[int, str, str]], weight: float) -> Iterator[Example]:
    """Yield the likeliest pair of statements of every two reports of one sentence."""
    for same, one, two in pairs:
        aligned = aligned_story([Report(id="one", text=one, language="en"), Report(id="two", text=two, language="en")])
        found = [features for _, features in pairs_of(aligned, lambda *_: 0)]
        if found:
            best = max(found, key=lambda features: features["cosine in context"])
            yield Example(same, best, weight if same else DIFFERENT_ALONE * weight)


def fit(examples: list[Example], strength: float = PENALTY) -> dict[str, float]:
    """Return the weight of each feature."""
    names = sorted({name for example in examples for name in example.features})
    rows = np.array([[example.features.get(name, 0.0) for name in names] for example in examples])
    same = np.array([example.same for example in examples], dtype=float)
    counts = np.array([example.weight for example in examples])
    penalty = np.where(np.array(names) == "bias", 1e-3, strength)
    weights = np.zeros(len(names))
    for _ in range(50):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (same - chances)) - penalty * weights
        curve = (rows * (counts * chances * (1 - chances))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder with stories/ecbplus_coref.dev.jsonl")
    parser.add_argument("--own", type=Path, default=ROOT / "bench" / "data" / "report_pairs.jsonl")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "variorum" / "data" / "statement_weights.json")
    options = parser.parse_args()
    stories = own_stories(options.own)
    documents = read_incidents(options.gold / "stories" / "ecbplus_coref.dev.jsonl")
    examples = [
        *own_examples(stories),
        *alone_examples(own_sentences(stories), OWN_ALONE),
        *incident_examples(documents),
        *alone_examples(incident_sentences(documents), OTHERS),
    ]
    written = {"weights": fit(examples)}
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples):,} pairs, {sum(example.same for example in examples):,} of them the same: {options.out}")


if __name__ == "__main__":
    main()
