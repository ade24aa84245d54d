"""Pairs of real reports that readers annotated (``bench/data/real_reports.jsonl``), the open part, as stories.

The texts are other people's and stay in the gold folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from own_stories import DATA, read_lines

#: Where a text stands in the gold folder, by the first part of its source, and the field that is the second part.
_PLACES = {
    "g5": (Path("stories", "g5_newscluster_story.dev.jsonl"), "doc_id"),
    "basil": (Path("framing", "basil.dev.jsonl"), "id"),
}
#: The relation of facts that one report tells, and of those that both do.
ALONE, BOTH = "only", "both"


def real_pairs(gold: Path, without: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """Yield the open pairs with their facts: ``relation`` is ``ALONE`` or ``BOTH``, ``spans`` are report, start, end.

    What a report tells against itself is left out.
    """
    texts = {
        f"{name}:{row[field]}": row["text"]
        for name, (path, field) in _PLACES.items()
        for row in read_lines(gold / path)
    }
    for pair in read_lines(DATA / "real_reports.jsonl"):
        if not pair["set_aside"] and pair["id"] not in without:
            reports = [{"text": texts[report["source"]]} for report in pair["reports"]]
            yield {"id": pair["id"], "reports": reports, "facts": list(_facts_of(pair))}


def _facts_of(pair: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the facts of a pair."""
    for fact in pair["facts"]:
        if not fact["relation"].startswith("contradict-internal"):
            relation = ALONE if fact["relation"].startswith(ALONE) else BOTH
            spans = [[report, *span] for report, side in enumerate("ab") for span in fact[side]]
            yield {"relation": relation, "spans": spans}
