"""Fit the weights by which differences of two sentences that may answer one question are judged.

    python tools/train_contests.py [--without ID...] [--out src/variorum/data]

Writes ``contest_weights.json``, logistic regressions with L2 on our own stories (``bench/data``: the open part, and the
set that was opened):

- ``weights``: for each kind of difference, on all differences of two reports: 1 where the gold has a conflict of that
  slot in both sentences, 0 where it has none there; a conflict of another slot is neither.
- ``whole``: on all pairs of sentences that are judged as wholes: 1 where the gold has any conflict in both. The chances
  of their differences are from weights that were fitted without a tenth of the stories, theirs among them.
- ``slots``: which of the slots it is, on the pairs of sentences in conflict, by the slots of the gold's conflicts.

Deterministic; fit the weights of the alignments first.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import exp, fsum
from pathlib import Path
from typing import Any

from fitting import WEIGHTS, Example, fit, fit_one_of, fit_scaled
from own_stories import facts_at, own_stories, reports_of

from variorum import flow
from variorum.comparisons.comparing import index_reports
from variorum.comparisons.conflicts.counterparts import counterparts
from variorum.comparisons.conflicts.linked_sentences import linked_sentences
from variorum.comparisons.contests.differences import Difference
from variorum.comparisons.contests.judging import differences
from variorum.comparisons.contests.pairing import Contest, Indexes, contests
from variorum.comparisons.contests.wholes import is_judged_whole, whole_of
from variorum.model.alignments import AlignedStory
from variorum.stories.gathering import gather_story

#: Strength of the L2 penalty, and of those on wholes and on their slots, whose traits are brought to one scale.
PENALTY, WHOLE_PENALTY, SLOT_PENALTY = 5.0, 100.0, 30.0
#: Parts of the stories of which each is judged by weights from the others.
PARTS = 10

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Contested:
    """Two sentences that may answer one question, their differences, and the slots of the gold's conflicts in them."""

    contest: Contest
    indexes: Indexes
    differences: tuple[Difference, ...]
    slots: frozenset[str]


def aligned_of(story: dict[str, Any]) -> AlignedStory:
    """Return a story with its alignments."""
    return flow.align(gather_story([flow.annotate(report) for report in reports_of(story)], story_id="", title=None))


def contested(story: dict[str, Any], aligned: AlignedStory) -> Iterator[Contested]:
    """Yield the sentences of every two reports of a story that may answer one question."""
    indexes = index_reports(aligned)
    number = {siglum: int(annotated.report.id) for siglum, annotated in aligned.story.items()}
    links, pairs = tuple(linked_sentences(aligned, indexes)), tuple(counterparts(aligned, indexes))
    for contest in contests(links, pairs, aligned, indexes):
        slots = conflicts_at(contest, story["facts"], number)
        yield Contested(contest, indexes, tuple(differences(contest, indexes)), slots)


def conflicts_at(contest: Contest, facts: list[dict[str, Any]], number: dict[str, int]) -> frozenset[str]:
    """Return the slots in which the gold has a conflict of two sentences."""
    told = [facts_at(facts, number[passage.siglum], passage.span) for passage in contest.ends]
    both = [facts[at] for at in told[0] & told[1]]
    return frozenset(fact["slot"] for fact in both if fact["relation"] == "conflict" and not fact.get("within"))


def kind_examples(items: Iterable[Contested]) -> dict[str, list[Example]]:
    """Return the differences of sentences as examples, by their kind."""
    found: dict[str, list[Example]] = {}
    for item in items:
        for difference in item.differences:
            if not item.slots or difference.slot in item.slots:
                found.setdefault(difference.kind, []).append(Example(int(bool(item.slots)), difference.traits, 1.0))
    return found


def kind_weights(items: Iterable[Contested]) -> dict[str, dict[str, float]]:
    """Return the weights of each kind of difference."""
    return {kind: fit(examples, PENALTY) for kind, examples in sorted(kind_examples(items).items())}


def chance_by(weights: Weights, difference: Difference) -> float:
    """Return the chance that some weights give a difference."""
    own = weights.get(difference.kind)
    if own is None:
        return 0.0
    return 1.0 / (1.0 + exp(-fsum(own.get(name, 0.0) * value for name, value in difference.traits.items())))


def whole_traits(item: Contested, weights: Weights) -> dict[str, float]:
    """Return the traits of two sentences as a whole, the chances of their differences by some weights."""
    chances = [(difference, chance_by(weights, difference)) for difference in item.differences]
    return whole_of(item.contest, item.indexes, chances).traits


def part_of(name: str) -> int:
    """Return the part of a story."""
    return int(sha256(name.encode()).hexdigest(), 16) % PARTS


def whole_rows(stories: Mapping[str, list[Contested]]) -> list[tuple[frozenset[str], dict[str, float]]]:
    """Return slots and traits of all sentences that are judged as wholes, by weights from other stories."""
    rows = []
    for part in range(PARTS):
        own = {name for name in stories if part_of(name) == part}
        if not own:
            continue
        weights = kind_weights(item for name, items in stories.items() if name not in own for item in items)
        for name in sorted(own):
            wholes = (item for item in stories[name] if is_judged_whole(item.contest))
            rows += [(item.slots, whole_traits(item, weights)) for item in wholes]
    return rows


def all_weights(stories: Mapping[str, list[Contested]]) -> dict[str, Weights]:
    """Return the weights of kinds, of wholes and of slots."""
    rows = whole_rows(stories)
    whole = fit_scaled([Example(int(bool(slots)), traits, 1.0) for slots, traits in rows], WHOLE_PENALTY)
    conflicts = [(slot, traits) for slots, traits in rows for slot in sorted(slots)]
    return {
        "weights": kind_weights(item for items in stories.values() for item in items),
        "whole": {"conflict": whole},
        "slots": fit_one_of(conflicts, SLOT_PENALTY),
    }


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], help="names of stories that are left out")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    stories = {story["id"]: list(contested(story, aligned_of(story))) for story in own_stories(options.without)}
    path = options.out / "contest_weights.json"
    path.write_text(json.dumps(all_weights(stories), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for kind, examples in sorted(kind_examples(item for items in stories.values() for item in items).items()):
        print(f"{kind}: {len(examples):,} differences, {sum(example.same for example in examples):,} of them conflicts")
    wholes = [item for items in stories.values() for item in items if is_judged_whole(item.contest)]
    print(
        f"wholes: {len(wholes):,} pairs of sentences, {sum(bool(item.slots) for item in wholes):,} of them in conflict"
    )


if __name__ == "__main__":
    main()
