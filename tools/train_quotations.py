"""Train the choice of indirect contents on PolNeAR's training part and write its table of weights.

    python tools/train_quotations.py --gold FOLDER [--parses FOLDER] [--documents 840] [--write]

Reads ``quotes/polnear_train.jsonl`` under the gold folder. ``--parses`` keeps the parses there between runs. The table
is ``src/variorum/data/quotations/contents.npy``: sums of hashed features as whole 64ths in one byte each; no text
can be read back from it. Same data, same bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc, DocBin

from variorum.annotations.parsing import load_pipeline, parse_report
from variorum.annotations.quotations.complements import complements_of, may_govern
from variorum.annotations.quotations.content_features import TABLE_BITS, complement_features, cue_features
from variorum.annotations.quotations.direct import find_direct
from variorum.annotations.quotations.marked_text import MarkedText
from variorum.annotations.quotations.marks import scan_pairs
from variorum.model.reports import Report
from variorum.model.spans import Span

TABLE = Path(__file__).parent.parent / "src" / "variorum" / "data" / "quotations" / "contents.npy"
ATTRIBUTES = ["ORTH", "SPACY", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START", "MORPH"]
EPOCHS, RATE, PENALTY, BATCH, SEED = 5, 0.04, 3e-4, 64, 3
#: A stretch is what is said when it shares so much of its words with the content of the gold data (Jaccard).
ALIKE = 0.8

Group = tuple[list[list[int]], list[int]]
"""The cells of each complement of a cue (the cue's own among them), and the right complements."""


def main() -> int:
    """Train and write."""
    parser = argparse.ArgumentParser(description="Train the choice of indirect contents.")
    parser.add_argument("--gold", type=Path, default=Path(os.environ.get("VARIORUM_GOLD", "../shared/gold")))
    parser.add_argument("--parses", type=Path, help="keep parses in this folder")
    parser.add_argument("--documents", type=int, default=10**6, help="train on so many documents")
    parser.add_argument("--write", type=Path, default=TABLE)
    options = parser.parse_args()
    groups = []
    for number, (gold, doc) in enumerate(read_parses(options.gold, options.parses)):
        if number >= options.documents:
            break
        groups += groups_of(gold, doc)
    print(f"{len(groups)} cues, {sum(bool(right) for _, right in groups)} with a content", file=sys.stderr)
    table = train(groups)
    options.write.parent.mkdir(parents=True, exist_ok=True)
    np.save(options.write, np.clip(np.round(table * 64), -127, 127).astype(np.int8))
    return 0


def read_parses(folder: Path, parses: Path | None) -> Iterator[tuple[dict[str, Any], Doc]]:
    """Yield the documents of the training part with their parses."""
    lines = (folder / "quotes" / "polnear_train.jsonl").read_text(encoding="utf-8").splitlines()
    kept = parses / "polnear_train.spacy" if parses else None
    if kept is not None and kept.is_file():
        docs: Iterator[Doc] = DocBin().from_disk(kept).get_docs(load_pipeline().vocab)
        yield from zip(map(json.loads, lines), docs, strict=True)
        return
    store = DocBin(attrs=ATTRIBUTES)
    for line in lines:
        gold = json.loads(line)
        doc = parse_report(Report(gold["doc_id"], gold["text"], language="en"))
        store.add(doc)
        yield gold, doc
    if kept is not None:
        store.to_disk(kept)


def groups_of(gold: dict[str, Any], doc: Doc) -> list[Group]:
    """Return the choices of one document."""
    marked = MarkedText(doc, scan_pairs(gold["text"]), gold["text"])
    taken = {
        number
        for item in find_direct(marked)
        if item.attribution
        for number in range(item.attribution.cue_start, item.attribution.cue_end)
    }
    contents = contents_of(gold, marked)
    groups = []
    for token in marked.tokens:
        if token.i in taken or marked.pair_at[token.i] >= 0 or marked.long[token.i]:
            continue
        if not may_govern(token):
            continue
        complements = complements_of(marked, token)
        if not complements:
            continue
        spans = [marked.span(item.start, item.end) for item in complements]
        right, near = right_ones(spans, contents.get(token.i, []))
        if near and not right:
            continue  # Said, but none of the stretches fits: nothing is learned from it.
        shared = cue_features(marked, token)
        groups.append(([shared + own for own in complement_features(marked, token, complements)], right))
    return groups


def contents_of(gold: dict[str, Any], marked: MarkedText) -> dict[int, list[Span]]:
    """Return for each token of a cue the contents that it governs."""
    contents: dict[int, list[Span]] = {}
    for quote in gold["quotes"]:
        cues = quote.get("cue_spans") or (
            [[quote["cue_start"], quote["cue_end"]]] if quote.get("cue_start") is not None else []
        )
        for start, end in cues:
            number = marked.token_from(start)
            while number < len(marked.tokens) and marked.starts[number] < end:
                contents.setdefault(number, []).extend(Span(low, high) for low, high in quote["spans"])
                number += 1
    return contents


def right_ones(spans: list[Span], contents: list[Span]) -> tuple[list[int], bool]:
    """Return the numbers of the stretches most like a content, and whether any comes near one."""
    best = [max((alike(span, content) for content in contents), default=0.0) for span in spans]
    top = max(best)
    return [number for number, value in enumerate(best) if value == top >= ALIKE], top > 0.3


def alike(one: Span, other: Span) -> float:
    """Return the Jaccard index of two stretches, in characters."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (len(one) + len(other) - shared) if shared > 0 else 0.0


def train(groups: list[Group]) -> np.ndarray:
    """Return the weights that make the right choices likeliest: AdaGrad over batches, with a penalty on size."""
    random = np.random.default_rng(SEED)
    weights = np.zeros(1 << TABLE_BITS)
    squares = np.full(1 << TABLE_BITS, 1e-8)
    cells = [np.array(rows, dtype=np.int64) for rows, _ in groups]
    for epoch in range(EPOCHS):
        loss = 0.0
        order = random.permutation(len(groups))
        for start in range(0, len(order), BATCH):
            parts, values = [], []
            for number in order[start : start + BATCH]:
                rows, right = cells[number], groups[number][1]
                scores = weights[rows].sum(axis=1)
                base = max(scores.max(), 0.0)
                raw = np.exp(scores - base)
                none = np.exp(-base)
                chances = raw / (raw.sum() + none)
                aim = np.zeros(len(scores))
                if right:
                    wanted = chances[right]
                    aim[right] = wanted / max(wanted.sum(), 1e-12)
                    loss -= np.log(max(wanted.sum(), 1e-12))
                else:
                    loss -= np.log(max(none / (raw.sum() + none), 1e-12))
                slope = chances - aim
                parts.append(rows.ravel())
                values.append(np.repeat(slope, rows.shape[1]))
            touched, place = np.unique(np.concatenate(parts), return_inverse=True)
            gradient = np.bincount(place, weights=np.concatenate(values)) + PENALTY * BATCH * weights[touched]
            squares[touched] += gradient**2
            weights[touched] -= RATE * gradient / np.sqrt(squares[touched])
        print(f"epoch {epoch + 1}: loss {loss / len(groups):.4f}", file=sys.stderr)
    return weights


if __name__ == "__main__":
    sys.exit(main())
