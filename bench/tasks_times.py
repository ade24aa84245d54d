"""Time expressions on TimeBank and AQUAINT by the rules of TempEval-3, and how fast they are found without a parser."""

from __future__ import annotations

import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from rows import Row
from scoring import read_lines, run_scorer

from variorum.annotations.times.annotator import tag_times
from variorum.annotations.times.references import read_reference
from variorum.model.reports import Report

LOOKED_AT = "yes: rules were tuned on it"
CORPORA = (("timebank", "TimeBank, 183 documents"), ("aquaint", "AQUAINT, 73 documents"))
MEASURES = ("strict", "relaxed", "type", "value")
ROUNDS = 3


def measure_times(gold: Path) -> list[Row]:
    """Measure expressions where the publication date is known, and characters per CPU second.

    No parser runs: the words alone decide, so that the figures are those of ``variorum annotate``.
    """
    rows = []
    seconds = characters = 0.0
    for corpus, data in CORPORA:
        documents = gold / "times" / f"{corpus}.train.jsonl"
        reports = [
            Report(line["doc_id"], line["text"], published=line.get("dct"), language="en")
            for line in read_lines(documents)
        ]
        with TemporaryDirectory() as folder:
            predictions = Path(folder) / "predictions.jsonl"
            seconds += _predict(reports, predictions)
            scores = run_scorer(documents.with_name("score_timex.py"), documents, predictions, "--json")
        characters += sum(len(report.text) for report in reports)
        rows += [
            Row(f"times {corpus} {name}", "times", data, f"{name} F1", scores[f"{name}_F1"], "", LOOKED_AT)
            for name in MEASURES
        ]
    speed = round(characters / seconds / 1000)
    data = "TimeBank and AQUAINT, without parser"
    return [*rows, Row("times speed", "times", data, "characters per CPU second", speed, " thousand")]


def _predict(reports: list[Report], predictions: Path) -> float:
    """Write what is found in each text; return the CPU seconds of the fastest round."""
    rounds = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        found = [(report.id, tag_times(report.text, read_reference(report))) for report in reports]
        rounds.append(time.process_time() - begin)
    with predictions.open("w", encoding="utf-8") as out:
        for doc_id, times in found:
            timexes = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in times]
            out.write(json.dumps({"doc_id": doc_id, "timexes": timexes}) + "\n")
    return min(rounds)
