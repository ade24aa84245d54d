"""Fit the weights by which statements of two reports are joined.

    python tools/train_statements.py [--gold FOLDER] [--stories FILE...] [--without ID...] [--out src/variorum/data]

Writes ``statement_weights.json``, and with ``--gold`` ``lone_statement_weights.json`` as well.

- Of whole reports, examples are all pairs of statements of two reports of our own stories (``bench/data``: the open
  part, and the set that was opened): both tell one fact, or not. What their sentences say is a feature: fit those
  weights first (``tools/train_sentences.py``).
- Of reports of which one is a single sentence, examples are the likeliest statements of pairs of sentences: of our own
  stories, and of reports of one topic in ECB+ (Cybulska and Vossen 2014, CC BY 3.0).

Logistic regression with L2 by Newton's method; deterministic. What ships is one weight for each of some forty features.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fitting import WEIGHTS, Example, fit, fit_scaled, write
from own_stories import DATA, aligned_story, facts_at, own_stories, read_lines, read_stories, reports_of

from variorum.alignments.statements.sides import side_pairs
from variorum.model.reports import Report

#: How much a pair of sentences of each kind counts. Sentences alone have no others beside them that could be meant
#: instead: those that tell different things count double.
OWN_ALONE, OTHERS, DIFFERENT_ALONE = 1.0, 0.7, 2.0
#: Most sentences of one topic.
SENTENCES = 40


def whole_examples(stories: Iterable[dict[str, Any]]) -> Iterator[Example]:
    """Yield every two statements of every two reports of a story, but for reports of one sentence."""
    for story in stories:
        aligned = aligned_story(reports_of(story))
        for places, sides in side_pairs(aligned):
            if min(sides.near.sentences_told) < 2:
                continue
            numbers = [int(aligned.story.reports[place].report.id) for place in places]
            told = [
                [facts_at(story["facts"], number, item.statement.span) for item in side.told]
                for number, side in zip(numbers, (sides.left, sides.right), strict=True)
            ]
            for row, one in enumerate(told[0]):
                for column, two in enumerate(told[1]):
                    pair = row, column
                    features = sides.features(pair, linked=sides.are_linked(pair))
                    yield Example(int(bool(one & two)), features, 1.0)


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


def incident_sentences(documents: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
    """Yield (label, sentence, sentence) of reports of one topic, two look-alike incidents among them."""
    chance = random.Random(5)  # noqa: S311  # a choice of examples
    topics: dict[str, list[tuple[str, str, set[str]]]] = defaultdict(list)
    for document in documents:
        for number in document["selected_sents"]:
            placed = zip(document["tokens"], document["sent_of_token"], strict=True)
            tokens = [token for token, sentence in placed if sentence == number]
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
        found = [
            sides.features((row, column), linked=sides.are_linked((row, column)))
            for _, sides in side_pairs(aligned)
            for row in range(len(sides.left.told))
            for column in range(len(sides.right.told))
        ]
        if found:
            best = max(found, key=lambda features: features["cosine in context"])
            yield Example(same, best, weight if same else DIFFERENT_ALONE * weight)


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="folder with stories/ecbplus_coref.dev.jsonl")
    parser.add_argument("--stories", type=Path, nargs="*", default=[], help="more sets of stories like ours")
    parser.add_argument("--without", nargs="*", default=[], help="names of stories that are left out")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    whole = list(whole_examples(own_stories(options.without, options.stories)))
    write(options.out / "statement_weights.json", whole, fit_scaled(whole))
    if options.gold is None:
        return
    documents = read_lines(options.gold / "stories" / "ecbplus_coref.dev.jsonl")
    lone = [
        *alone_examples(own_sentences(read_stories(DATA / "report_pairs.jsonl")), OWN_ALONE),
        *alone_examples(incident_sentences(documents), OTHERS),
    ]
    write(options.out / "lone_statement_weights.json", lone, fit(lone))


if __name__ == "__main__":
    main()
