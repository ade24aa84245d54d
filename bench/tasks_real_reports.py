"""Pairs of real reports that readers annotated: facts of both, conflicts, facts of one, utterances, designations.

The texts are other people's and stay in the gold folder; ``data/real_reports.jsonl`` holds what readers marked as
offsets into them, and a checksum of each text. Facts and designations are scored with the gold folder's own scorers,
all pairs in one run: each pair's offsets are moved to a range of their own.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rapidfuzz import fuzz
from real_texts import PAIRS, read_texts
from rows import Row
from scoring import read_lines, run_scorer
from tasks_utterances import Counts, Pair, pairs_of_units

from variorum import flow
from variorum.model.comparisons import Comparison
from variorum.model.designations import DesignationKind
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.reports.boilerplate import mark_boilerplate

#: The pairs that are measured.
DATA = PAIRS
_SIDES = "ab"
#: Code points between the texts of two pairs, more than any text has.
_APART = 1_000_000
_HEDGES = "hedge,attribution-doubt"
#: Of 100: from here two names are taken for one ("Chris Wray" and "Christopher Wray").
_SAME_NAME = 72
_PARTS = (
    (False, "open", "yes: rules were tuned on it"),
    (True, "set aside", "its figures at the end of each round, none of its errors"),
)

Fact = dict[str, Any]


@dataclass
class Marked:
    """What readers and Variorum marked in the pairs of one part, ready for the scorers."""

    gold_facts: list[Fact]
    our_facts: list[Fact]
    utterances: Counts
    gold_designations: list[dict[str, Any]]
    our_designations: list[dict[str, Any]]
    pairs: int = 0


def facts_of(comparison: Comparison, sides: dict[str, str]) -> Iterator[Fact]:
    """Yield the units of a comparison of two reports as the scorer of facts reads them.

    ``sides`` says which side each siglum is. Rows that abstain are no claim of ours and are left out.
    """
    for unit in comparison.units:
        spans: dict[str, list[Span]] = {side: [] for side in _SIDES}
        for reading in unit.readings:
            spans[sides[reading.siglum]] += reading.spans
        told = [side for side in _SIDES if spans[side]]
        relation = {"agrees": "both", "rewords": "both", "contradicts": "contradict", "only": "told by one"}.get(
            str(unit.relation)
        )
        if unit.within is not None and relation == "contradict":
            relation = "contradict within"
        if relation is not None and (relation in ("told by one", "contradict within") or len(told) == len(_SIDES)):
            yield {"relation": relation, **{side: [_as_row(span) for span in spans[side]] for side in _SIDES}}


def _as_row(span: Iterable[int] | Span) -> dict[str, int]:
    start, end = (span.start, span.end) if isinstance(span, Span) else span
    return {"start": start, "end": end}


def _moved(fact: Fact, distance: int) -> Fact:
    """Return a fact whose offsets are moved."""
    return {
        "relation": fact["relation"],
        **{side: [{key: at + distance for key, at in span.items()} for span in fact[side]] for side in _SIDES},
    }


def _gold_facts(row: dict[str, Any]) -> Iterator[Fact]:
    names = {"only_a": "told by one", "only_b": "told by one", "quote-variant": "both", "certainty": "both"}
    for fact in row["facts"]:
        relation = names.get(fact["relation"], fact["relation"])
        if relation.startswith("contradict-internal"):
            relation = "contradict within"
        yield {"relation": relation, **{side: [_as_row(span) for span in fact[side]] for side in _SIDES}}


def _quoted_spans(utterance: dict[str, Any]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    left, right = (tuple(Span(*span) for span in utterance[side]) for side in _SIDES)
    return left, right


def read_marked(gold: Path, *, set_aside: bool) -> Marked:
    """Compare the pairs of one part and return what was marked beside what the readers marked.

    Raises ValueError where a text of the gold folder is not the one that was annotated.
    """
    texts = read_texts(gold)
    marked = Marked([], [], Counts(), [], [])
    for row in read_lines(DATA):
        if row["set_aside"] != set_aside:
            continue
        for report in row["reports"]:
            if sha256(texts[report["source"]].encode()).hexdigest() != report["sha256"]:
                raise ValueError(f"{report['source']}: not the text that was annotated")
        reports = [_report_of(report["source"], texts[report["source"]]) for report in row["reports"]]
        comparison = flow.compare(reports, keep=False)
        sides = {
            siglum: _SIDES[[report.text for report in reports].index(annotated.report.text)]
            for siglum, annotated in comparison.story.items()
        }
        distance = marked.pairs * _APART
        marked.gold_facts += [_moved(fact, distance) for fact in _gold_facts(row)]
        marked.our_facts += [_moved(fact, distance) for fact in facts_of(comparison, sides)]
        utterances = [Pair((0, 1), *_quoted_spans(item), item["class"] or "reworded") for item in row["utterances"]]
        marked.utterances.add(
            utterances, pairs_of_units(comparison, {s: _SIDES.index(side) for s, side in sides.items()})
        )
        if row["designations"]:
            _add_designations(marked, row, comparison, sides)
        marked.pairs += 1
    return marked


def _report_of(source: str, text: str) -> Report:
    """Return a text as a report, its boilerplate marked as it is when a report is read from a file."""
    return Report(source, text, language="en", boilerplate=mark_boilerplate(text))


def _add_designations(marked: Marked, row: dict[str, Any], comparison: Comparison, sides: dict[str, str]) -> None:
    """Add the designations of a pair, the readers' and ours."""
    marked.gold_designations += [
        {
            "doc": f"{row['id']} {item['report']}",
            "start": item["span"][0],
            "end": item["span"][1],
            "kind": item["kind"],
            "actor": item["actor"] or "",
            "core": item["core"],
        }
        for item in row["designations"]
    ]
    called = _readers_names(row["designations"], comparison, sides)
    marked.our_designations += [
        {
            "doc": f"{row['id']} {sides[siglum]}",
            "start": item.start,
            "end": item.end,
            "kind": str(item.kind),
            "actor": called.get((siglum, item.entity or ""), ""),
        }
        for siglum, annotated in comparison.story.items()
        for item in annotated.designations
    ]


def _readers_names(
    gold: list[dict[str, Any]], comparison: Comparison, sides: dict[str, str]
) -> dict[tuple[str, str], str]:
    """Return by what name the readers call each entity: each actor of theirs is one of ours, the nearest by name.

    Readers make up a name for whom no report names ("the man who filmed it"): this is our actor of most labels.
    """
    labels: dict[str, Counter[str]] = {}
    entities = {(ref.siglum, ref.id): actor.id for actor in comparison.actors for ref in actor.entities}
    for item in gold:
        of_actor = labels.setdefault(item["actor"] or "", Counter())
        of_actor.update(
            entities[siglum, label.entity]
            for siglum, annotated in comparison.story.items()
            for label in annotated.designations
            if label.kind is DesignationKind.LABEL
            and label.entity
            and (siglum, label.entity) in entities
            and item["report"] == sides[siglum]
            and Span(*item["span"]).overlap(Span(label.start, label.end))
        )
    labels.pop("", None)
    nearest: dict[str, tuple[float, int, str]] = {}
    for name, found in sorted(labels.items()):
        likeness = {
            actor.id: fuzz.token_sort_ratio(actor.name.casefold(), name.casefold()) for actor in comparison.actors
        }
        near = max(likeness, key=lambda id_: (likeness[id_], found[id_]), default="")
        if near and likeness[near] >= _SAME_NAME and (likeness[near], found[near]) > nearest.get(near, (-1.0, 0))[:2]:
            nearest[near] = (likeness[near], found[near], name)
    called = {actor: name for actor, (*_, name) in nearest.items()}
    # "Reyes's son" is like "Reyes" by name, who is called so already.
    left = {name: found for name, found in labels.items() if name not in called.values()}
    for name, found in sorted(left.items(), key=lambda item: (-max(item[1].values(), default=0), item[0])):
        free = [actor for actor in sorted(found) if actor not in called]
        if free:
            called[max(free, key=found.__getitem__)] = name
    return {entity: called.get(actor, "") for entity, actor in entities.items()}


def _score(marked: Marked, gold: Path) -> dict[str, float]:
    """Return the measures of a part."""
    framing = gold / "framing"
    with TemporaryDirectory() as folder:
        files = {}
        for name in ("gold_facts", "our_facts", "gold_designations", "our_designations"):
            files[name] = Path(folder) / f"{name}.jsonl"
            files[name].write_text("".join(json.dumps(item) + "\n" for item in getattr(marked, name)), encoding="utf-8")
        facts = run_scorer(framing / "score_facts.py", files["gold_facts"], files["our_facts"])
        spans = {
            kinds: run_scorer(
                framing / "score_spans.py", files["gold_designations"], files["our_designations"], "--kinds", kinds
            )
            for kinds in ("label", "loaded", _HEDGES)
        }
    conflicts = facts["contradict"]
    figures = marked.utterances.figures()
    return {
        "shared facts F1": facts["both"]["F1"],
        "told by one F1": facts["told by one"]["F1"],
        "conflict recall": conflicts["recall"] or 0.0,
        "false conflicts a pair": conflicts["pred"] * (1 - (conflicts["precision"] or 0.0)) / marked.pairs,
        "utterances precision": figures["grouping precision"],
        "utterances recall": figures["grouping recall"],
        "utterances F1": figures["grouping F1"],
        "labels overlap F1": spans["label"]["overlap"]["F1"],
        "labels right actor": spans["label"]["acc"].get("actor", 0.0),
        "loaded overlap F1": spans["loaded"]["overlap"]["F1"],
        "hedges and doubt overlap F1": spans[_HEDGES]["overlap"]["F1"],
    }


def measure_real_reports(gold: Path) -> list[Row]:
    """Measure the open pairs and those set aside."""
    rows = []
    for set_aside, part, looked_at in _PARTS:
        marked = read_marked(gold, set_aside=set_aside)
        data = f"real reports, {part}, {marked.pairs} pairs, {len(marked.gold_facts)} facts"
        rows += [
            Row(f"real reports {part} {measure}", "real reports", data, measure, round(figure, 3), "", looked_at)
            for measure, figure in _score(marked, gold).items()
        ]
    return rows
