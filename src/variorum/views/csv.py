"""Units as CSV for spreadsheets: one row a reading, no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io

from variorum.model.comparisons import Comparison, Reading, Unit
from variorum.views.sigla import ordered_reports, report_name

COLUMNS = (
    "unit", "layer", "relation", "slot", "within", "gist", "siglum", "report", "spans", "text", "value",
    "speaker", "via", "not_mentioned", "score", "group", "reasons",
)  # fmt: skip

_LEADING = tuple("=+-@|%\t\r\n\0" + "＝＋－＠")
"""What makes a spreadsheet read a cell as a formula or a command (OWASP, CSV injection), full-width forms included."""


def render_csv(comparison: Comparison) -> str:
    """Return the units of a comparison as CSV (RFC 4180, every cell quoted), one row a reading."""
    names = {siglum: report_name(siglum, annotated) for siglum, annotated in ordered_reports(comparison.story)}
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for unit in comparison.units:
        for reading in unit.readings:
            writer.writerow([neutral_cell(cell) for cell in _row(unit, reading, names)])
    return out.getvalue()


def neutral_cell(cell: str) -> str:
    """Return ``cell`` such that a spreadsheet shows it as text: an apostrophe stands before anything that could run."""
    clean = cell.replace("\0", "\ufffd")
    return "'" + clean if clean.startswith(_LEADING) or clean.lstrip().startswith(_LEADING) else clean


def _row(unit: Unit, reading: Reading, names: dict[str, str]) -> list[str]:
    """Return the cells of one reading."""
    return [
        unit.id,
        str(unit.layer),
        str(unit.relation),
        str(unit.slot or ""),
        unit.within or "",
        unit.gist,
        reading.siglum,
        names.get(reading.siglum, ""),
        " ".join(f"{span.start}:{span.end}" for span in reading.spans),
        reading.text,
        reading.value or "",
        reading.speaker or "",
        reading.via or "",
        " ".join(unit.not_mentioned),
        f"{unit.score:.2f}",
        unit.group or "",
        "; ".join(unit.reasons),
    ]
