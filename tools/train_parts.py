"""Fit the weights by which the parts of sentences are judged told elsewhere or not (``data/part_weights.json``).

    python tools/train_parts.py --gold FOLDER [--without ID...] [--out FILE]

Examples are the parts of all sentences of two reports: told by both, or by one alone. They come from open pairs of
real reports that readers annotated (what nobody marked is left out), and from our own stories (``bench/data``: the open
part, and the set that was opened; what no fact marks stands in one report only).
Logistic regression with L2, features brought to one scale; deterministic. Fit the weights of the alignments first.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fitting import WEIGHTS, Example, fit_scaled, write
from own_stories import facts_at, own_stories, reports_of
from real_pairs import ALONE, real_pairs

from variorum import flow
from variorum.alignments.sentences.elsewhere import part_features
from variorum.model.spans import Span
from variorum.stories.gathering import gather_story

#: Strength of the L2 penalty: there are few features.
PENALTY = 10.0
#: How much a part counts in stories of our own: their reports share more, and put it into clauses of its own.
OWN = 0.2


def examples_of(story: dict[str, Any]) -> Iterator[Example]:
    """Yield every part of every sentence of a story of two reports."""
    aligned = flow.align(gather_story([flow.annotate(report) for report in reports_of(story)], story_id="", title=None))
    if len(aligned.story.reports) > 2:
        return
    number = {siglum: int(annotated.report.id) for siglum, annotated in aligned.story.items()}
    for siglum, _, span, features in part_features(aligned):
        told = is_told(story, number[siglum], span)
        if told is not None:
            yield Example(int(told), features, story.get("weight", OWN))


def is_told(story: dict[str, Any], report: int, span: Span) -> bool | None:
    """Say whether both reports of a story tell a part; None where its marks do not say so."""
    if "weight" not in story:
        return bool(facts_at(story["facts"], report, span))
    both = marked(story["facts"], report, span, alone=False)
    only = marked(story["facts"], report, span, alone=True)
    return both > only if both or only else None


def marked(facts: list[dict[str, Any]], report: int, span: Span, *, alone: bool) -> int:
    """Return how many letters of a part are marked as told by one, or as told by both."""
    return sum(
        span.overlap(Span(start, end))
        for fact in facts
        if (fact["relation"] == ALONE) is alone
        for place, start, end in fact["spans"]
        if place == report
    )


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold data, with the texts of the pairs")
    parser.add_argument("--without", nargs="*", default=[], help="names of stories that are left out")
    parser.add_argument("--out", type=Path, default=WEIGHTS / "part_weights.json")
    options = parser.parse_args()
    real = [{**story, "weight": 1.0} for story in real_pairs(options.gold, options.without)]
    stories = [*own_stories(options.without), *real]
    examples = [example for story in stories for example in examples_of(story)]
    write(options.out, examples, fit_scaled(examples, PENALTY))


if __name__ == "__main__":
    main()
