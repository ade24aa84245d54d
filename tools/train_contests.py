"""Fit the weights by which differences of two sentences that may answer one question are judged.

    python tools/train_contests.py [--without ID...] [--out src/variorum/data]

Writes ``contest_weights.json``: for each kind of difference the weights of a logistic regression with L2. Examples are
all differences of two reports of our own stories (``bench/data``: the open part, and the set that was opened): 1 where
the gold has a conflict of that slot in both sentences, 0 where it has none there; a conflict of another slot is
neither. Deterministic; fit the weights of the alignments first.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from train_statements import DATA, ROOT, Example, facts_at, fit, read_stories, reports_of

from variorum import flow
from variorum.comparisons.comparing import index_reports
from variorum.comparisons.conflicts.counterparts import counterparts
from variorum.comparisons.conflicts.linked_sentences import linked_sentences
from variorum.comparisons.contests.judging import differences
from variorum.comparisons.contests.pairing import Contest, contests
from variorum.stories.gathering import gather_story

#: Strength of the L2 penalty.
PENALTY = 5.0


def examples_of(story: dict[str, Any]) -> Iterator[tuple[str, Example]]:
    """Yield the differences of every two reports of a story with their kinds."""
    aligned = flow.align(gather_story([flow.annotate(report) for report in reports_of(story)], story_id="", title=None))
    indexes = index_reports(aligned)
    number = {siglum: int(annotated.report.id) for siglum, annotated in aligned.story.items()}
    links, pairs = tuple(linked_sentences(aligned, indexes)), tuple(counterparts(aligned, indexes))
    for contest in contests(links, pairs, indexes):
        slots = conflicts_at(contest, story["facts"], number)
        for difference in differences(contest, indexes):
            if not slots or difference.slot in slots:
                yield difference.kind, Example(int(bool(slots)), difference.traits, 1.0)


def conflicts_at(contest: Contest, facts: list[dict[str, Any]], number: dict[str, int]) -> set[str]:
    """Return the slots in which the gold has a conflict of two sentences."""
    told = [facts_at(facts, number[passage.siglum], passage.span) for passage in contest.ends]
    both = [facts[at] for at in told[0] & told[1]]
    return {fact["slot"] for fact in both if fact["relation"] == "conflict" and not fact.get("within")}


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], help="names of stories that are left out")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "variorum" / "data")
    options = parser.parse_args()
    stories = [*read_stories(DATA / "report_pairs.jsonl"), *read_stories(DATA / "opened" / "report_pairs.jsonl")]
    found: dict[str, list[Example]] = {}
    for story in (story for story in stories if story["id"] not in options.without):
        for kind, example in examples_of(story):
            found.setdefault(kind, []).append(example)
    weights = {kind: fit(examples, PENALTY) for kind, examples in sorted(found.items())}
    path = options.out / "contest_weights.json"
    path.write_text(json.dumps({"weights": weights}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for kind, examples in sorted(found.items()):
        print(f"{kind}: {len(examples):,} differences, {sum(example.same for example in examples):,} of them conflicts")


if __name__ == "__main__":
    main()
