"""A row of the table, and what peers reach on the same data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

PEERS: dict[str, str] = json.loads((Path(__file__).parent / "peers.json").read_text(encoding="utf-8"))
#: What is said of the rows on ``bench/data/opened``.
OPENED_LOOKED_AT = "yes: written by somebody who had not read the rules, opened for their making after one round"
#: What is said of the rows on ``bench/data/fresh``.
FRESH_LOOKED_AT = "no: written by somebody who had not read the rules, run at the end"


@dataclass(frozen=True)
class Row:
    """One figure of ours next to the best peer's."""

    key: str
    """Name in ``floors.json`` and ``peers.json``."""
    task: str
    data: str
    measure: str
    ours: float
    unit: str = ""
    looked_at: str = "no"
    """Whether somebody looked at this data while writing the rules: such a figure says less."""

    peer_row: bool = False
    """True for a figure of another tool, measured in the same run: it has no floor."""

    @property
    def peer(self) -> str:
        """Return the best peer's figure with its name, or a dash."""
        return PEERS.get(self.key, "-")
