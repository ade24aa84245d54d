"""Fit the weights of ``variorum.alignments.quotations.likenesses`` on the open parts of our utterances.

    python tools/fit_quotations.py

Every two sentences of quotations of two reports of a story are an example, right when both share at least half of the
shorter side's characters with a gold pair. Logistic regression with a ridge, by Newton's method; prints the weights and
what they do to the stories that each of five folds leaves out.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from variorum import flow
from variorum.alignments.positions import actors_by_report, speaks_for
from variorum.alignments.quotations.likenesses import FEATURES, Likeness
from variorum.alignments.quotations.pairings import Pairing
from variorum.alignments.quotations.piece_matches import PieceMatches
from variorum.alignments.quotations.speakers import Speakers
from variorum.alignments.quotations.utterances import Side, linked_pieces, make_side, pieces_of_told
from variorum.alignments.wordings.matches import weigh, word_reports
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.stories.gathering import gather_story

DATA = Path(__file__).parent.parent / "bench" / "data"
#: The stories of these files that are not set aside, and those of the others whole.
OPEN, OPENED = DATA / "utterances.jsonl", DATA / "opened" / "utterances.jsonl"
RIDGE = 1.0
FOLDS = 5
ROUNDS = 30

Rows = tuple[list[tuple[float, ...]], list[bool]]


def main() -> None:
    """Fit and print."""
    stories = [story for story in _read(OPEN) if not story["set_aside"]] + _read(OPENED)
    examples = [examples_of(story) for story in stories]
    right = given = gold = 0
    for fold in range(FOLDS):
        weights = fit([rows for place, rows in enumerate(examples) if place % FOLDS != fold])
        for features, labels in (rows for place, rows in enumerate(examples) if place % FOLDS == fold):
            chosen = _design(features) @ weights > 0
            right += int(np.sum(chosen & np.array(labels)))
            given += int(np.sum(chosen))
            gold += sum(labels)
    print(f"left out: precision {right / given:.3f}, recall {right / gold:.3f} of {gold}")  # a tool
    weights = fit(examples)
    print(dict(zip(("one", *FEATURES), weights.round(2).tolist(), strict=True)))  # as above


def _read(path: Path) -> list[dict[str, Any]]:
    """Return the stories of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def examples_of(story: dict[str, Any]) -> Rows:
    """Return the features and labels of every two sentences of two reports."""
    reports = [
        Report(item["id"], item["text"], outlet=item["outlet"], published=item["published"], language="en")
        for item in story["reports"]
    ]
    aligned = flow.align(gather_story([flow.annotate(report) for report in reports], story_id=story["id"], title=None))
    sides = [
        make_side(siglum, annotated, actors)
        for (siglum, annotated), actors in zip(aligned.story.items(), actors_by_report(aligned), strict=True)
    ]
    number = [
        next(n for n, report in enumerate(reports) if report.text == side.annotated.report.text) for side in sides
    ]
    worded = word_reports(aligned.story.reports)
    told = [pieces_of_told(side) for side in sides]
    names, groups = {actor.id: actor.name for actor in aligned.actors}, speaks_for(aligned)
    features: list[tuple[float, ...]] = []
    labels: list[bool] = []
    for one, other in combinations(range(len(sides)), 2):
        speakers = Speakers(sides[one], sides[other], names, groups)
        linked = linked_pieces(told[one], told[other], aligned.between((sides[one].siglum, sides[other].siglum)))
        near = PieceMatches((sides[one], sides[other]), weigh(worded[one], worded[other]))
        pairing = Pairing(sides[one], sides[other], Likeness(sides), near, speakers, linked)
        for row in range(len(sides[one].pieces)):
            for column in range(len(sides[other].pieces)):
                features.append(pairing.features((row, column)))
                places = {number[one]: _places(sides[one], row), number[other]: _places(sides[other], column)}
                labels.append(_is_gold(story, places))
    return features, labels


def _places(side: Side, piece: int) -> tuple[Span, ...]:
    """Return where a sentence stands."""
    return side.pieces[piece].spans


def _is_gold(story: dict[str, Any], places: dict[int, tuple[Span, ...]]) -> bool:
    """Say whether two sentences are a gold pair."""
    spans = {(item["report"], item["utterance"]): item["spans"] for item in story["quotations"]}
    return any(
        set(pair["reports"]) == set(places)
        and all(_shared(places[report], spans[report, pair["utterance"]]) for report in pair["reports"])
        for pair in story["pairs"]
    )


def _shared(one: tuple[Span, ...], other: list[list[int]]) -> bool:
    """Say whether two places share half of the shorter one's characters."""
    shared = sum(first.overlap(Span(*second)) for first in one for second in other)
    return shared * 2 >= min(sum(map(len, one)), sum(end - start for start, end in other))


def _design(features: list[tuple[float, ...]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return the features with a column of ones."""
    return np.hstack([np.ones((len(features), 1)), np.array(features, dtype=float).reshape(len(features), -1)])


def fit(examples: list[Rows]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return the weights of a logistic regression, the constant first and unpenalised."""
    design = np.vstack([_design(features) for features, _ in examples if features])
    labels = np.array([label for _, some in examples for label in some], dtype=float)
    weights = np.zeros(design.shape[1])
    penalty = RIDGE * np.eye(design.shape[1])
    penalty[0, 0] = 0.0
    for _ in range(ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-design @ weights))
        slope = design.T @ (labels - chance) - penalty @ weights
        bend = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        weights = weights + np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
