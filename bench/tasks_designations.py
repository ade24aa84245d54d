"""What reports call actors, loaded words, and tone: NewsWCL50, BASIL and NewsMTSC.

    python bench/tasks_designations.py TARGETS.jsonl > predictions.jsonl

predicts the tone of targets in the format of NewsMTSC (``id``, ``text``, ``start``, ``end``) for its scorer.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rows import Row
from scoring import read_lines, run_scorer

from variorum import flow
from variorum.annotations.parsing import parse_report
from variorum.model.annotations import AnnotatedReport, DesignationKind
from variorum.model.reports import Report
from variorum.tone import POLARITIES, is_held_out, load_tone_model, proper_runs

LOOKED_AT = "yes: rules were tuned on entities of it"
LOADED_LOOKED_AT = "a sample of spans was looked at; no word was taken from it"


def predict_tones(targets: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield id, polarity and scores of each target; names are the runs of proper nouns of the parse."""
    model = load_tone_model()
    for target in targets:
        found = model.read(target["text"], (target["start"], target["end"]), _names(target["text"]))
        yield {
            "id": target["id"],
            "polarity": found.likeliest,
            "score": max(found.scores),
            "scores": dict(zip(POLARITIES, found.scores, strict=True)),
            "words": [list(word) for word in found.words],
        }


@lru_cache(maxsize=8)
def _names(text: str) -> list[tuple[int, int]]:
    """Return the names of a sentence by its parse; several targets of one sentence follow each other."""
    return proper_runs(parse_report(Report("sentence", text, language="en")))


def measure_tone(gold: Path) -> list[Row]:
    """Measure tone on the tenth of NewsMTSC's training articles that was held out."""
    rows = [row for row in read_lines(gold / "framing" / "newsmtsc_train.jsonl") if is_held_out(row["id"])]
    scorer = gold / "framing" / "score_tone.py"
    predictions = list(predict_tones(rows))
    with TemporaryDirectory() as folder:
        wanted, predicted = Path(folder) / "gold.jsonl", Path(folder) / "predictions.jsonl"
        wanted.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        predicted.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
        scores = run_scorer(scorer, wanted, predicted)
    sure = sorted(zip(predictions, rows, strict=True), key=lambda pair: -pair[0]["score"])[: len(rows) // 2]
    right = sum(one["polarity"] == row["polarity"] for one, row in sure) / max(1, len(sure))
    data = f"NewsMTSC, {len(rows)} targets of articles held out from training"
    looked_at = "two weights and a threshold were fitted on it"
    return [
        Row("tone macro F1", "tone", data, "macro F1", round(scores["macroF1"], 3), "", looked_at),
        Row("tone surest half", "tone", data, "accuracy on the surest half", round(right, 3), "", looked_at),
    ]


def measure_labels(gold: Path) -> list[Row]:
    """Measure how many descriptions of actors coded in NewsWCL50 are labels or mentions of one actor of ours."""
    found = right = wanted = 0
    for document in read_lines(gold / "framing" / "newswcl50.dev.jsonl"):
        annotated = flow.annotate(Report(document["doc"], document["text"], language="en"), keep=False)
        matched: dict[str, Counter[str]] = {}
        for span in document["spans"]:
            if span["code_type"] not in ("ACTOR", "GROUP", "COUNTRY") or not _describes(span["text"]):
                continue
            wanted += 1
            entity = _entity_at(annotated, span["start"], span["end"])
            if entity is not None:
                found += 1
                matched.setdefault(entity, Counter())[span["code"]] += 1
        right += sum(max(codes.values()) for codes in matched.values())
    data = f"NewsWCL50 dev, {wanted} descriptions of actors in 25 articles"
    return [
        Row("labels found", "designations", data, "recall, IoU >= .5", round(found / max(1, wanted), 3), "", LOOKED_AT),
        Row(
            "labels actor", "designations", data, "one actor an entity", round(right / max(1, found), 3), "", LOOKED_AT
        ),
    ]


def _describes(words: str) -> bool:
    """Say whether a coded span is more than a bare name: it holds a word in small letters beside articles."""
    return any(word[:1].islower() and word not in ("the", "a", "an", "of", "'s") for word in words.split())


def _entity_at(annotated: AnnotatedReport, start: int, end: int) -> str | None:
    """Return the entity of the label or mention that shares most with a span, at least half of both together."""
    spans = [
        (item.start, item.end, item.entity)
        for item in annotated.designations
        if item.kind is DesignationKind.LABEL and item.entity
    ]
    spans += [(m.start, m.end, entity.id) for entity in annotated.entities for m in entity.mentions]
    best = max(spans, key=lambda span: _overlap(span[0], span[1], start, end), default=None)
    return best[2] if best is not None and _overlap(best[0], best[1], start, end) >= 0.5 else None


def _overlap(start: int, end: int, other_start: int, other_end: int) -> float:
    """Return what two spans share over what they cover together."""
    shared = min(end, other_end) - max(start, other_start)
    return max(0, shared) / max(1, max(end, other_end) - min(start, other_start))


def measure_loaded(gold: Path) -> list[Row]:
    """Measure loaded words against the lexical spans of BASIL: how many are found, and overlap F1."""
    documents = list(read_lines(gold / "framing" / "basil.dev.jsonl"))
    with TemporaryDirectory() as folder:
        wanted, predicted = Path(folder) / "gold.jsonl", Path(folder) / "predictions.jsonl"
        with wanted.open("w", encoding="utf-8") as gold_lines, predicted.open("w", encoding="utf-8") as our_lines:
            for document in documents[::3]:
                annotated = flow.annotate(Report(document["id"], document["text"], language="en"), keep=False)
                for span in document["spans"]:
                    if span["type"] == "lexical":
                        row = {"doc": document["id"], "start": span["doc_start"], "end": span["doc_end"]}
                        gold_lines.write(json.dumps(row) + "\n")
                for item in annotated.designations:
                    if item.kind in (DesignationKind.LOADED, DesignationKind.DOUBT):
                        row = {"doc": document["id"], "start": item.start, "end": item.end}
                        our_lines.write(json.dumps(row) + "\n")
        scores = run_scorer(gold / "framing" / "score_spans.py", wanted, predicted)["overlap"]
    data = f"BASIL dev, lexical spans of {len(documents[::3])} articles"
    return [
        Row("loaded recall", "designations", data, "recall, IoU >= .5", round(scores["R"], 3), "", LOADED_LOOKED_AT),
        Row("loaded F1", "designations", data, "overlap F1", round(scores["F1"], 3), "", LOADED_LOOKED_AT),
    ]


def measure_designations(gold: Path) -> list[Row]:
    """Measure labels and loaded words."""
    return [*measure_labels(gold), *measure_loaded(gold)]


def main() -> None:
    """Print the tone of every target of a file."""
    for prediction in predict_tones(read_lines(Path(sys.argv[1]))):
        print(json.dumps(prediction))


if __name__ == "__main__":
    main()
