"""Pairs of real reports (``bench/real_texts.py``) that weights may learn of, as stories of facts."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from own_stories import DATA

sys.path.insert(0, str(DATA.parent))
from real_texts import learnable_pairs, read_texts, reports_of_row

__all__ = ["ALONE", "BOTH", "learnable_pairs", "read_texts", "real_pairs", "reports_of_row"]

#: The relation of facts that one report tells, and of those that both do.
ALONE, BOTH = "only", "both"


def real_pairs(gold: Path, without: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """Yield the open pairs with their facts: ``relation`` is ``ALONE`` or ``BOTH``, ``spans`` are report, start, end.

    What a report tells against itself is left out.
    """
    texts = read_texts(gold)
    for pair in learnable_pairs():
        if pair["id"] not in without:
            reports = [{"text": texts[report["source"]]} for report in pair["reports"]]
            yield {"id": pair["id"], "reports": reports, "facts": list(_facts_of(pair))}


def _facts_of(pair: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the facts of a pair."""
    for fact in pair["facts"]:
        if not fact["relation"].startswith("contradict-internal"):
            relation = ALONE if fact["relation"].startswith(ALONE) else BOTH
            spans = [[report, *span] for report, side in enumerate("ab") for span in fact[side]]
            yield {"relation": relation, "spans": spans}
