"""Fit the weights by which a conflict that is proposed between long reports is accepted.

    VARIORUM_GOLD=... python tools/train_acceptance.py [--out src/variorum/data]

Writes ``acceptance_weights.json``: a logistic regression with L2 on everything that rules and judges propose as a
conflict, in any slot. 1 where a reader found it, or accepted it when it was shown: in groups of real reports
(``bench/data/conflict_verdicts.jsonl``), in the pairs of real reports that are open, and, with little weight, in our
own stories (the open part, and the set that was opened). What readers found in the same passages and another slot is
neither. The texts of real reports are in the gold folder; weights may learn of those of
Giveme5W1H and ECB+ alone (BASIL states no licence: it is measured on).

Deterministic; fit the weights of the alignments and those of the contests first.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from fitting import WEIGHTS, Example, fit
from own_stories import DATA, overlap, own_stories, read_lines, reports_of

sys.path.insert(0, str(DATA.parent))
from real_texts import learnable, learnable_pairs, read_texts, reports_of_row

from variorum import flow
from variorum.comparisons.acceptance.choosing import is_weighed
from variorum.comparisons.acceptance.gathering import gather_proposals
from variorum.comparisons.acceptance.proposals import Proposal
from variorum.comparisons.acceptance.settings import Setting
from variorum.comparisons.acceptance.traits import proposal_traits
from variorum.comparisons.comparing import index_reports
from variorum.comparisons.facts import group_facts
from variorum.model.alignments import AlignedStory
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.stories.gathering import gather_story

#: Strength of the L2 penalty, and how much a proposal of our own stories counts.
PENALTY, OF_STORIES = 2.0, 0.02
_TRUTHS = frozenset({"polarity", "certainty"})
_NAMED = frozenset({"actor", "place"})
_FIGURE = re.compile(r"\d[\d.,]*")

Passages = list[tuple[int, Span]]
"""Stretches with the number of the report of each."""


class Told(msgspec.Struct):
    """Reports, the conflicts that readers found in them, and what they said of those that were shown."""

    reports: list[Report]
    found: list[tuple[str | None, Passages, Passages, bool]]
    """Slot (None where any will do), both passages, and whether the reader was sure."""
    judged: list[tuple[str, Passages, bool]]
    weight: float


def told_by_readers() -> Iterator[Told]:
    """Yield what readers marked in real reports."""
    texts = read_texts(Path(os.environ["VARIORUM_GOLD"]))
    for row in learnable(read_lines(DATA / "conflict_verdicts.jsonl")):
        found = [(item["slot"], [_passage(*item["a"])], [_passage(*item["b"])], item["sure"]) for item in row["found"]]
        judged = [
            (item["slot"], [_passage(*span) for span in item["readings"]], item["accepted"]) for item in row["judged"]
        ]
        yield Told(reports_of_row(row, texts), found, judged, 1.0)
    for row in learnable_pairs():
        yield Told(reports_of_row(row, texts), list(_contradictions(row["facts"])), [], 1.0)


def _contradictions(facts: Iterable[dict[str, Any]]) -> Iterator[tuple[str | None, Passages, Passages, bool]]:
    """Yield the conflicts of a pair of real reports."""
    for fact in facts:
        if fact["relation"] == "contradict":
            sides = [[_passage(number, *span) for span in fact[side]] for number, side in enumerate("ab")]
            yield fact.get("slot"), sides[0], sides[1], True


def _passage(report: int, start: int, end: int) -> tuple[int, Span]:
    return report, Span(start, end)


def told_by_stories() -> Iterator[Told]:
    """Yield what is planted in our own stories."""
    for story in own_stories([]):
        found = [
            (fact["slot"], [_passage(*span)], [_passage(*other)], True)
            for fact in story["facts"]
            if fact["relation"] == "conflict" and not fact.get("within")
            for number, span in enumerate(fact["spans"])
            for other in fact["spans"][number + 1 :]
            if other[0] != span[0]
        ]
        yield Told(reports_of(story), found, [], OF_STORIES)


def align(told: Told) -> AlignedStory:
    """Return reports as a story that is aligned."""
    return flow.align(gather_story([flow.annotate(report) for report in told.reports], story_id="", title=None))


def examples_of(told: Told, aligned: AlignedStory) -> Iterator[Example]:
    """Yield what is proposed between the reports of a story as examples."""
    indexes = index_reports(aligned)
    gathered = gather_proposals(aligned, indexes, group_facts(aligned, indexes))
    setting = Setting(aligned, indexes, gathered)
    texts = [report.text for report in told.reports]
    number = {siglum: texts.index(item.report.text) for siglum, item in aligned.story.items()}
    for proposal in gathered.proposals:
        if is_weighed(proposal, setting):
            accepted = is_accepted(proposal, told, number, setting)
            if accepted is not None:
                yield Example(int(accepted), proposal_traits(proposal, setting), told.weight)


def is_accepted(proposal: Proposal, told: Told, number: dict[str, int], setting: Setting) -> bool | None:
    """Say whether readers accept a proposal; None where they found something else in its passages."""
    conflict = proposal.conflict
    focuses, spans = [], []
    for reading in conflict.readings:
        report, index = number[reading.fact.ref.siglum], setting.indexes[reading.fact.ref.siglum]
        focuses.append((report, reading.focus))
        spans.append((report, index.passage(reading.focus, reading.fact.span)))
    for slot, readings, accepted in told.judged:
        met = sum(_meet([passage], focuses) for passage in readings)
        if slot == conflict.slot and met > 1 and met >= len(readings) - 1:
            return accepted
    hit = [item for item in told.found if _meet(item[1], spans) and _meet(item[2], spans)]
    if any(sure and (slot is None or _is_one(slot, conflict.slot)) for slot, _, _, sure in hit):
        return True
    texts = [report.text for report in told.reports]
    if any(_has_values(proposal, item, number, texts) for item in told.found):
        return True
    return None if hit else False


def _is_one(slot: str, other: str) -> bool:
    """Say whether two slots are one: whether a thing is so is told as denied or as unsure."""
    return slot == other or {slot, other} <= _TRUTHS


def _meet(passages: Passages, others: Passages) -> bool:
    """Say whether two lists of passages share at least half of the shorter of two of them."""
    return any(
        report == other and overlap(span.start, span.end, at.start, at.end)
        for report, span in passages
        for other, at in others
    )


def _has_values(
    proposal: Proposal,
    found: tuple[str | None, Passages, Passages, bool],
    number: dict[str, int],
    texts: list[str],
) -> bool:
    """Say whether a proposal has the values that a reader found elsewhere in the same reports."""
    slot, left, right, _ = found
    own = str(proposal.conflict.slot)
    if slot is None or own in _TRUTHS | {"wording", "attribution"} or not (slot == own or {slot, own} <= _NAMED):
        return False
    (one, first), (other, second) = left[0], right[0]
    if one == other:
        return False
    words = [texts[report][span.start : span.end].casefold() for report, span in ((one, first), (other, second))]
    values = [
        {_bare(item.value) for item in proposal.conflict.readings if number[item.fact.ref.siglum] == report}
        for report in (one, other)
    ]
    told = all(any(value in text for value in side) for side, text in zip(values, words, strict=True))
    return told and not any(
        any(value in text for value in side) for side, text in zip(values, words[::-1], strict=True)
    )


def _bare(value: str) -> str:
    """Return the figures of a value, the value where it has none."""
    return " ".join(_FIGURE.findall(value)) or value.casefold()


def main() -> None:
    """Collect the examples, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    examples = [
        example for told in (*told_by_readers(), *told_by_stories()) for example in examples_of(told, align(told))
    ]
    weights = fit(examples, PENALTY)
    path = options.out / "acceptance_weights.json"
    path.write_text(json.dumps({"weights": weights}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    counts = Counter((example.weight, example.same) for example in examples)
    print(
        *(f"weight {weight:g}: {count:,} {'accepted' if same else 'not'}" for (weight, same), count in counts.items())
    )


if __name__ == "__main__":
    main()
