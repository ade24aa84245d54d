"""Quotations of single reports: PolNeAR, our own set, what reading them costs, and textacy beside them.

PolNeAR's annotators count beliefs, stances and speech acts as attributions; ours tell them apart, so PolNeAR is scored
twice: with the quotations alone, and with everything attributed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from rows import Row
from scoring import read_lines, run_scorer

from variorum import flow
from variorum.annotations.parsing import parse_report
from variorum.annotations.quotations.annotator import annotate_attributions, annotate_quotations
from variorum.errors import VariorumError
from variorum.model.annotations import Draft
from variorum.model.reports import Report
from variorum.views.json import annotated_to_dict

BENCH = Path(__file__).parent
DATA = BENCH / "data" / "quotations.jsonl"
LOOKED_AT = "yes: rules were tuned on it"
#: Names the interpreter of an environment that has textacy and the same spaCy pipeline.
TEXTACY = "VARIORUM_TEXTACY"
#: How many articles and rounds the cost is measured on.
_ARTICLES, _ROUNDS = 12, 3

Json = dict[str, Any]


def measure_quotations(gold: Path) -> list[Row]:
    """Measure quotations on PolNeAR dev: each contiguous span counts, word-token Jaccard of at least 0.8."""
    articles = gold / "quotes" / "polnear_dev.jsonl"
    scorer = articles.with_name("score_quotes.py")
    documents = list(read_lines(articles))
    found = [_annotate(document) for document in documents]
    alone = _score(scorer, documents, [item["quotations"] for item in found], "--segments")
    both = [[*item["quotations"], *item["attributions"]] for item in found]
    wide = _score(scorer, documents, both, "--segments")
    data = f"PolNeAR dev, {len(documents)} articles"
    rows = _rows("quotations", data, _figures(alone), LOOKED_AT)
    rows += _rows("quotations and attributions", data, _figures(wide), LOOKED_AT)
    return rows


def measure_own_quotations(gold: Path) -> list[Row]:
    """Measure quotations and resolved names on our own articles, by the scorer of the gold folder."""
    scorer = gold / "quotes" / "score_quotes.py"
    rows: list[Row] = []
    for aside, part, looked in ((False, "ours", LOOKED_AT), (True, "ours set aside", "no: set aside, run at the end")):
        documents = [document for document in read_lines(DATA) if document["set_aside"] is aside]
        scores = _score(scorer, documents, [_annotate(document)["quotations"] for document in documents])
        data = f"our articles{', set aside' if aside else ''}, {len(documents)}"
        rows += _rows(f"quotations {part}", data, _figures(scores), looked)
    return rows


def measure_textacy(gold: Path) -> list[Row]:
    """Measure textacy on the same data, from the interpreter that ``VARIORUM_TEXTACY`` names."""
    python = os.environ.get(TEXTACY)
    if not python:
        raise ModuleNotFoundError(f"{TEXTACY} names no interpreter that has textacy", name="textacy")
    rows: list[Row] = []
    scorer = gold / "quotes" / "score_quotes.py"
    for name, articles, options in (
        ("PolNeAR dev", gold / "quotes" / "polnear_dev.jsonl", ["--segments"]),
        ("our articles", DATA, []),
    ):
        documents = list(read_lines(articles))
        command = [python, str(BENCH / "textacy_quotations.py"), str(articles)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found = [json.loads(line)["quotes"] for line in printed.splitlines()]
        figures = _figures(_score(scorer, documents, found, *options))
        rows += [
            Row(
                f"textacy {name} {measure}", "quotations", name, f"{measure} of textacy", figure, "", "-", peer_row=True
            )
            for measure, figure in figures.items()
        ]
    return rows


def measure_quotation_cost(gold: Path) -> list[Row]:
    """Measure the CPU time of reading quotations and attributions over that of parsing, on articles of PolNeAR dev."""
    articles = gold / "quotes" / "polnear_dev.jsonl"
    documents = [document for _, document in zip(range(_ARTICLES), read_lines(articles), strict=False)]
    reports = [Report(document["doc_id"], document["text"], language="en") for document in documents]
    flow.annotate(reports[0], keep=False)  # models are loaded before the clock runs
    shares = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        drafts = [Draft(report, parse_report(report)) for report in reports]
        parsed = time.process_time()
        for draft in drafts:
            annotate_quotations(draft)
            annotate_attributions(draft)
        shares.append((time.process_time() - parsed) / (parsed - start))
    share = round(100 * median(shares), 1)
    data = f"PolNeAR dev, {len(reports)} articles"
    return [Row("quotations cost", "quotations", data, "CPU time over the parse", share, " %")]


def _annotate(document: Json) -> Json:
    """Return what we find in a document of a gold file."""
    try:
        annotated = flow.annotate(Report(document["doc_id"], document["text"], language="en"), keep=False)
    except VariorumError as error:
        print(f"bench: refused {error}", file=sys.stderr)
        return {"quotations": [], "attributions": []}
    return annotated_to_dict(annotated)


def _score(scorer: Path, documents: Iterable[Json], found: Iterable[list[Json]], *options: str) -> Json:
    """Run the scorer on documents and what was found in them."""
    with TemporaryDirectory() as folder:
        gold, predictions = Path(folder) / "gold.jsonl", Path(folder) / "predictions.jsonl"
        pairs = list(zip(documents, found, strict=True))
        gold.write_text("".join(json.dumps(document) + "\n" for document, _ in pairs), encoding="utf-8")
        lines = [json.dumps({"doc_id": document["doc_id"], "quotes": quotes}) + "\n" for document, quotes in pairs]
        predictions.write_text("".join(lines), encoding="utf-8")
        return run_scorer(scorer, gold, predictions, *options)


def _figures(scores: Json) -> dict[str, float]:
    """Return the figures of a score that are shown."""
    figures = {
        "quotation F1": scores["quote"]["f1"],
        **{f"{kind} F1": scores["by_type"][kind]["f1"] for kind in ("direct", "mixed", "indirect")},
        "speaker accuracy": scores["speaker_acc"],
        "attributed F1": scores["attributed"]["f1"],
    }
    if scores["resolved_n"]:
        figures["right name"] = scores["resolved_acc"]
    return {measure: float(figure or 0) for measure, figure in figures.items()}


def _rows(key: str, data: str, figures: dict[str, float], looked_at: str) -> list[Row]:
    """Return a row a figure."""
    return [
        Row(f"{key} {measure}", key.split(" ours", maxsplit=1)[0], data, measure, figure, "", looked_at)
        for measure, figure in figures.items()
    ]


QUOTATION_TASKS: dict[str, Callable[[Path], list[Row]]] = {
    "quotations": measure_quotations,
    "own quotations": measure_own_quotations,
    "textacy": measure_textacy,
    "quotation cost": measure_quotation_cost,
}
