"""Fit the weights by which quoted sentences of two reports are joined (``data/utterance_weights.json``).

    python tools/train_utterances.py [--gold GOLD] [--without ID...] [--out FILE]

Examples are all pairs of quoted sentences of two reports that can be one utterance, and those of a quoted sentence with
one of the other report's own: of our own utterances (the open
part, and those opened since), and, with the gold folder, of the open pairs of real reports whose licence lets weights
ship. Both must share at least half of the shorter side's characters with a gold pair. Where a gold pair holds several
sentences, each counts once, with the one whose words it finds best; the others are neither right nor wrong. So are
pairs in nearly the same words that readers of long reports did not mark: they marked an utterance at one place.
What the sentences around them share is a feature: fit those weights first (``tools/train_sentences.py``).
Logistic regression with L2, features brought to one scale; deterministic. Prints what chances do to the stories that
each of ten folds leaves out, where the likeliest pairs are taken first and each sentence once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from math import exp, fsum
from pathlib import Path

from fitting import WEIGHTS, Example, fit_scaled, write
from own_stories import DATA, read_stories

sys.path.insert(0, str(DATA.parent))
from real_texts import learnable_pairs, read_texts, reports_of_row

from variorum import flow
from variorum.alignments.quotations.aligning import quotation_pairings
from variorum.alignments.quotations.pairings import Pairing
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.stories.gathering import gather_story

#: The stories of these files that are not set aside, and those of the others whole.
OPEN, OPENED = DATA / "utterances.jsonl", DATA / "opened" / "utterances.jsonl"
FOLDS = 10
#: Strength of the L2 penalty, and how much an example of real reports counts beside one of our stories.
PENALTY, REAL_WEIGHT = 30.0, 2.0
#: Chances from which pairs are taken, of which the outcome is printed.
LEAST = (0.2, 0.3, 0.5)

#: Quoted sentences of two reports from which readers mark an utterance that is told again at one place alone.
LONG = 20

Places = tuple[tuple[Span, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs of quoted sentences of two reports with their examples, and how many pairs of these the gold has."""

    story: str
    pairs: tuple[tuple[int, int], ...]
    examples: tuple[Example, ...]
    gold: int
    weight: float

    def weighed(self) -> list[Example]:
        """Return the examples, each counting as much as one of its kind does."""
        return [replace(example, weight=example.weight * self.weight) for example in self.examples]


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of a story, and by the numbers of two of them where they tell one utterance."""

    id: str
    reports: tuple[Report, ...]
    gold: dict[tuple[int, int], list[Places]]
    weight: float = 1.0


def own_stories(without: Iterable[str]) -> Iterator[Reports]:
    """Yield our own stories that weights may be fitted on."""
    read = [story for path in (OPEN, OPENED) for story in read_stories(path) if story["id"] not in without]
    for story in read:
        reports = tuple(
            Report(item["id"], item["text"], outlet=item["outlet"], published=item["published"], language="en")
            for item in story["reports"]
        )
        places = {
            (item["report"], item["utterance"]): tuple(Span(*span) for span in item["spans"])
            for item in story["quotations"]
        }
        gold: dict[tuple[int, int], list[Places]] = {}
        for pair in story["pairs"]:
            left, right = pair["reports"]
            found = places[left, pair["utterance"]], places[right, pair["utterance"]]
            gold.setdefault((left, right), []).append(found)
        yield Reports(story["id"], reports, gold)


def real_reports(gold: Path) -> Iterator[Reports]:
    """Yield the open pairs of real reports that weights may be fitted on."""
    texts = read_texts(gold)
    for row in learnable_pairs():
        reports = tuple(reports_of_row(row, texts))
        left, right = ([tuple(Span(*span) for span in item[side]) for item in row["utterances"]] for side in "ab")
        yield Reports(row["id"], reports, {(0, 1): list(zip(left, right, strict=True))}, REAL_WEIGHT)


def pairings_of(story: Reports) -> Iterator[Pairing]:
    """Yield the quoted sentences of every two reports of a story, not paired yet."""
    gathered = gather_story([flow.annotate(report) for report in story.reports], story_id=story.id, title=None)
    yield from quotation_pairings(*flow.align_told(gathered))


def candidates_of(story: Reports, pairings: Iterable[Pairing]) -> Iterator[Candidates]:
    """Yield the candidates of every two reports of a story."""
    numbers = {report.text: number for number, report in enumerate(story.reports)}
    for pairing in pairings:
        left, right = (numbers[side.annotated.report.text] for side in (pairing.left, pairing.right))
        gold = story.gold.get((left, right)) or [places[::-1] for places in story.gold.get((right, left), ())]
        pairs = tuple(pairing.candidates())
        yield Candidates(story.id, pairs, tuple(_examples(pairing, pairs, gold)), len(gold), story.weight)


def _examples(pairing: Pairing, pairs: Iterable[tuple[int, int]], gold: Iterable[Places]) -> Iterator[Example]:
    """Yield the example of each pair; what is neither right nor wrong has no weight."""
    held = [[pair for pair in pairs if _is_held(pairing, pair, places)] for places in gold]
    same = {pair for found in held for pair in _one_to_one(pairing, found)}
    doubtful = {pair for found in held for pair in found} - same
    long = sum(not piece.own for side in (pairing.left, pairing.right) for piece in side.pieces) > LONG
    for pair in pairs:
        features = pairing.features(pair)
        repeated = long and pair not in same and bool(features["worded alike"])
        yield Example(int(pair in same), features, 0.0 if pair in doubtful or repeated else 1.0)


def _is_held(pairing: Pairing, pair: tuple[int, int], places: Places) -> bool:
    """Say whether two sentences stand where a gold pair does."""
    return all(_share(piece.spans, place) for piece, place in zip(pairing.pieces(pair), places, strict=True))


def _one_to_one(pairing: Pairing, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of one gold pair in which each sentence stands once, those whose words are nearest first."""
    rows: set[int] = set()
    columns: set[int] = set()
    for row, column in sorted(pairs, key=lambda pair: (-float(pairing.near.words[pair]), pair)):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            yield row, column


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
                right += item.examples[number].same or not item.examples[number].weight
    gold = sum(item.gold for item in candidates)
    return f"left out, from {least}: precision {right / given:.3f}, recall {right / gold:.3f} of {gold}"


def chances_without(candidates: list[Candidates]) -> list[list[float]]:
    """Return the chance of each pair by weights that were fitted without a tenth of the stories, its own among them."""
    folds = [int(sha256(item.story.encode()).hexdigest(), 16) % FOLDS for item in candidates]
    chances: list[list[float]] = [[] for _ in candidates]
    for fold in range(FOLDS):
        weights = fit_scaled(
            [example for item, at in zip(candidates, folds, strict=True) if at != fold for example in item.weighed()],
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
    parser.add_argument("--gold", type=Path, help="the gold folder, for the open pairs of real reports")
    options = parser.parse_args()
    read = [*own_stories(options.without), *(real_reports(options.gold) if options.gold else ())]
    candidates = [item for story in read for item in candidates_of(story, pairings_of(story))]
    chances = chances_without(candidates)
    for least in LEAST:
        print(left_out(candidates, least, chances))  # a tool
    examples = [example for item in candidates for example in item.weighed()]
    write(options.out, examples, fit_scaled(examples, PENALTY))


if __name__ == "__main__":
    main()
