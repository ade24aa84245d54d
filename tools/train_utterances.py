"""Fit the weights by which quoted sentences of two reports are joined (``data/utterance_weights.json``).

    python tools/train_utterances.py [--without ID...] [--out FILE]

Examples are all pairs of quoted sentences of two reports of our utterances (the open part, and those opened since) that
can be one utterance: both share at least half of the shorter side's characters with a gold pair, or not. What the
sentences around them share is a feature: fit those weights first (``tools/train_sentences.py``).
Logistic regression with L2, features brought to one scale; deterministic. Prints what chances do to the stories that
each of ten folds leaves out, where the likeliest pairs are taken first and each sentence once.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from math import exp, fsum
from pathlib import Path
from typing import Any

from fitting import WEIGHTS, Example, fit_scaled, write

from variorum import flow
from variorum.alignments.quotations.aligning import quotation_pairings
from variorum.alignments.quotations.pairings import Pairing
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.stories.gathering import gather_story

DATA = Path(__file__).parent.parent / "bench" / "data"
#: The stories of these files that are not set aside, and those of the others whole.
OPEN, OPENED = DATA / "utterances.jsonl", DATA / "opened" / "utterances.jsonl"
FOLDS = 10
#: Strength of the L2 penalty.
PENALTY = 30.0
#: Chances from which pairs are taken, of which the outcome is printed.
LEAST = (0.2, 0.3, 0.5)

Places = tuple[tuple[Span, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs of quoted sentences of two reports with their examples, and how many pairs of these the gold has."""

    story: str
    pairs: tuple[tuple[int, int], ...]
    examples: tuple[Example, ...]
    gold: int


def stories() -> list[dict[str, Any]]:
    """Return the stories that weights may be fitted on."""
    read = [[json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] for path in (OPEN, OPENED)]
    return [story for story in read[0] if not story["set_aside"]] + read[1]


def pairings_of(story: dict[str, Any]) -> Iterator[Pairing]:
    """Yield the quoted sentences of every two reports of a story, not paired yet."""
    reports = [
        Report(item["id"], item["text"], outlet=item["outlet"], published=item["published"], language="en")
        for item in story["reports"]
    ]
    gathered = gather_story([flow.annotate(report) for report in reports], story_id=story["id"], title=None)
    yield from (pairing for pairing, _ in quotation_pairings(*flow.align_told(gathered)))


def candidates_of(story: dict[str, Any], pairings: Iterable[Pairing]) -> Iterator[Candidates]:
    """Yield the candidates of every two reports of a story."""
    numbers = {item["text"]: number for number, item in enumerate(story["reports"])}
    for pairing in pairings:
        reports = [numbers[side.annotated.report.text] for side in (pairing.left, pairing.right)]
        gold = [places for pair in story["pairs"] if (places := _gold_places(story, pair, reports))]
        pairs = tuple(pairing.candidates())
        examples = []
        for pair in pairs:
            one, other = pairing.pieces(pair)
            same = any(_share(one.spans, left) and _share(other.spans, right) for left, right in gold)
            examples.append(Example(int(same), pairing.features(pair), 1.0))
        yield Candidates(story["id"], pairs, tuple(examples), len(gold))


def _gold_places(story: dict[str, Any], pair: dict[str, Any], reports: list[int]) -> Places | None:
    """Return where a gold pair stands in two reports, None where it is of others."""
    if sorted(pair["reports"]) != sorted(reports):
        return None
    spans = {
        item["report"]: tuple(Span(*span) for span in item["spans"])
        for item in story["quotations"]
        if item["utterance"] == pair["utterance"]
    }
    return spans[reports[0]], spans[reports[1]]


def _share(one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Say whether two places share half of the shorter one's characters."""
    places = list(one), list(other)
    shared = sum(first.overlap(second) for first in places[0] for second in places[1])
    return shared * 2 >= min(sum(map(len, side)) for side in places)


def left_out(candidates: list[Candidates], least: float, chances: list[list[float]]) -> str:
    """Return precision and recall where pairs of at least this chance are taken, the likeliest first."""
    given = right = 0
    for item, found in zip(candidates, chances, strict=True):
        rows: set[int] = set()
        columns: set[int] = set()
        for number in sorted(range(len(found)), key=lambda number: (-found[number], item.pairs[number])):
            row, column = item.pairs[number]
            if found[number] >= least and row not in rows and column not in columns:
                rows.add(row)
                columns.add(column)
                given += 1
                right += item.examples[number].same
    gold = sum(item.gold for item in candidates)
    return f"left out, from {least}: precision {right / given:.3f}, recall {right / gold:.3f} of {gold}"


def chances_without(candidates: list[Candidates]) -> list[list[float]]:
    """Return the chance of each pair by weights that were fitted without a tenth of the stories, its own among them."""
    folds = [int(sha256(item.story.encode()).hexdigest(), 16) % FOLDS for item in candidates]
    chances: list[list[float]] = [[] for _ in candidates]
    for fold in range(FOLDS):
        weights = fit_scaled(
            [example for item, at in zip(candidates, folds, strict=True) if at != fold for example in item.examples],
            PENALTY,
        )
        for number, item in enumerate(candidates):
            if folds[number] == fold:
                odds = (fsum(weights[name] * value for name, value in it.features.items()) for it in item.examples)
                chances[number] = [1 / (1 + exp(-margin)) for margin in odds]
    return chances


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], help="names of stories that are left out")
    parser.add_argument("--out", type=Path, default=WEIGHTS / "utterance_weights.json")
    options = parser.parse_args()
    chosen = [story for story in stories() if story["id"] not in options.without]
    candidates = [item for story in chosen for item in candidates_of(story, pairings_of(story))]
    chances = chances_without(candidates)
    for least in LEAST:
        print(left_out(candidates, least, chances))  # a tool
    examples = [example for item in candidates for example in item.examples]
    write(options.out, examples, fit_scaled(examples, PENALTY))


if __name__ == "__main__":
    main()
