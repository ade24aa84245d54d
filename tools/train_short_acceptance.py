"""Fit the weights by which a conflict that is proposed between short reports is accepted.

    python tools/train_short_acceptance.py [--out src/variorum/data]

Writes ``short_acceptance_weights.json``: a logistic regression with L2 on everything that rules and judges propose as a
conflict in our own stories (``bench/data``: the open part, and the set that was opened). 1 where the gold has a
conflict of that slot in the passages of both readings, 0 elsewhere. What judges say of a story is by weights that were
fitted without a tenth of the stories, it among them.

Deterministic; fit the weights of the alignments first.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

from fitting import WEIGHTS, Example, fit
from own_stories import DATA, overlap, own_stories, read_stories
from train_contests import PARTS, aligned_of, all_weights, contested, part_of

from variorum.comparisons.acceptance.choosing import is_known
from variorum.comparisons.acceptance.gathering import gather_proposals
from variorum.comparisons.acceptance.proposals import Proposal
from variorum.comparisons.acceptance.settings import Setting
from variorum.comparisons.acceptance.short_traits import short_traits
from variorum.comparisons.comparing import index_reports
from variorum.comparisons.facts import group_facts
from variorum.model.alignments import AlignedStory

#: Strength of the L2 penalty, and how much a proposal counts in the stories that are worded plainly, which are few.
PENALTY, OF_PLAIN = 2.0, 3.0

Planned = tuple[dict[str, Any], AlignedStory]
"""A story with its gold, and as it is aligned."""


def examples_of(story: dict[str, Any], aligned: AlignedStory, weight: float) -> Iterator[Example]:
    """Yield what is proposed between the reports of a story as examples of a weight."""
    indexes = index_reports(aligned)
    gathered = gather_proposals(aligned, indexes, group_facts(aligned, indexes))
    setting = Setting(aligned, indexes, gathered)
    number = {siglum: int(annotated.report.id) for siglum, annotated in aligned.story.items()}
    for proposal in gathered.proposals:
        if not is_known(proposal):
            planted = is_planted(proposal, story["facts"], number, setting)
            yield Example(int(planted), short_traits(proposal, setting), weight)


def is_planted(proposal: Proposal, facts: list[dict[str, Any]], number: Mapping[str, int], setting: Setting) -> bool:
    """Say whether the gold has a conflict of the slot of a proposal in the passages of two of its readings."""
    passages = [
        (
            number[reading.fact.ref.siglum],
            setting.indexes[reading.fact.ref.siglum].passage(reading.focus, reading.fact.span),
        )
        for reading in proposal.conflict.readings
    ]
    for fact in facts:
        if fact["relation"] == "conflict" and fact["slot"] == proposal.conflict.slot and not fact.get("within"):
            met = {
                place
                for place, start, end in fact["spans"]
                for report, span in passages
                if report == place and overlap(span.start, span.end, start, end)
            }
            if len(met) > 1:
                return True
    return False


def examples(stories: Mapping[str, Planned]) -> Iterator[Example]:
    """Yield the examples of all stories, each judged by weights from other ones."""
    plain = {story["id"] for story in read_stories(DATA / "report_pairs.jsonl")}
    held = {name: list(contested(*planned)) for name, planned in stories.items()}
    for part in range(PARTS):
        weights = all_weights({name: items for name, items in held.items() if part_of(name) != part})
        with patch("variorum.comparisons.contests.weighing.fitted_weights", return_value=weights):
            for name in sorted(stories):
                if part_of(name) == part:
                    yield from examples_of(*stories[name], OF_PLAIN if name in plain else 1.0)


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    found = list(examples({story["id"]: (story, aligned_of(story)) for story in own_stories([])}))
    path = options.out / "short_acceptance_weights.json"
    path.write_text(json.dumps({"weights": fit(found, PENALTY)}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(found):,} proposals, {sum(example.same for example in found):,} of them planted")


if __name__ == "__main__":
    main()
