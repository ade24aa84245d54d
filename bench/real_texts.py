"""Real reports of the gold folder by their source, and which of them weights that ship may be fitted on.

The texts are other people's and stay in the gold folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from natural_texts import natural_text
from scoring import read_lines

from variorum.model.reports import Report
from variorum.reports.boilerplate import mark_boilerplate

Row = dict[str, Any]

DATA = Path(__file__).parent / "data"
#: What readers marked in pairs of real reports: what is measured, and more to learn of.
PAIRS, MORE_PAIRS = DATA / "real_reports.jsonl", DATA / "opened" / "real_reports.jsonl"

#: Where a text stands in the gold folder, by the first part of its source; the field that is the second part; its text.
_PLACES: dict[str, tuple[Path, str, Callable[[str], str]]] = {
    "g5": (Path("stories", "g5_newscluster_story.dev.jsonl"), "doc_id", str),
    "ecb": (Path("stories", "ecbplus_story.dev.jsonl"), "doc_id", natural_text),
    "basil": (Path("framing", "basil.dev.jsonl"), "id", str),
}
#: What the sources begin with whose licence allows it: Giveme5W1H (Apache-2.0) and ECB+ (CC BY 3.0). BASIL states none
#: and is measured on alone.
_LEARNABLE = ("g5:", "ecb:")


def read_texts(gold: Path) -> dict[str, str]:
    """Return the texts of the gold folder that pairs can be made of, by source."""
    return {
        f"{name}:{row[field]}": text(row["text"])
        for name, (path, field, text) in _PLACES.items()
        for row in read_lines(gold / path)
    }


def learnable_pairs() -> Iterator[Row]:
    """Yield the pairs of real reports that weights may be fitted on."""
    for path in (PAIRS, MORE_PAIRS):
        yield from learnable(read_lines(path))


def learnable(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that are not set aside and whose reports weights may learn of."""
    for row in rows:
        if not row.get("set_aside") and all(report["source"].startswith(_LEARNABLE) for report in row["reports"]):
            yield row


def reports_of_row(row: Row, texts: dict[str, str]) -> list[Report]:
    """Return the reports of a row as the benchmark reads them."""
    sources = [(item["source"], texts[item["source"]]) for item in row["reports"]]
    return [Report(source, text, language="en", boilerplate=mark_boilerplate(text)) for source, text in sources]
