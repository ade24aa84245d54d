"""Pairs of real reports (``bench/data/real_reports.jsonl``) that weights may learn of, as stories of facts.

The open pairs whose texts carry a licence that allows it: those of Giveme5W1H. BASIL states none and is measured on
alone. The texts are other people's and stay in the gold folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from own_stories import DATA, read_lines

#: Where the texts stand in the gold folder, and what the sources of theirs begin with.
_TEXTS, _SOURCE = Path("stories", "g5_newscluster_story.dev.jsonl"), "g5:"
#: The relation of facts that one report tells, and of those that both do.
ALONE, BOTH = "only", "both"


def real_pairs(gold: Path, without: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """Yield the open pairs with their facts: ``relation`` is ``ALONE`` or ``BOTH``, ``spans`` are report, start, end.

    What a report tells against itself is left out.
    """
    texts = {f"{_SOURCE}{row['doc_id']}": row["text"] for row in read_lines(gold / _TEXTS)}
    for pair in read_lines(DATA / "real_reports.jsonl"):
        allowed = all(report["source"].startswith(_SOURCE) for report in pair["reports"])
        if allowed and not pair["set_aside"] and pair["id"] not in without:
            reports = [{"text": texts[report["source"]]} for report in pair["reports"]]
            yield {"id": pair["id"], "reports": reports, "facts": list(_facts_of(pair))}


def _facts_of(pair: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the facts of a pair."""
    for fact in pair["facts"]:
        if not fact["relation"].startswith("contradict-internal"):
            relation = ALONE if fact["relation"].startswith(ALONE) else BOTH
            spans = [[report, *span] for report, side in enumerate("ab") for span in fact[side]]
            yield {"relation": relation, "spans": spans}
