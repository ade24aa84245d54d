"""The event table of annotated reports: a row for every event and pair of actors, with the columns of event data.

Columns are named after those of PLOVER and POLECAT data; ``docs/event-table.md`` explains each. An event with several
actors or recipients has a row for every pair, all with its ``event_id``; one without has empty cells.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from importlib import import_module

from variorum.errors import VariorumError
from variorum.model.annotations import AnnotatedReport, Entity, Event, Place, TimeExpression
from variorum.model.plover import QUAD_CLASSES
from variorum.model.quantities import Quantity
from variorum.views.csv import neutral_cell
from variorum.views.dates import iso_interval

Cell = str | int | float | bool | None
Row = dict[str, Cell]

COLUMNS: dict[str, type] = {
    "event_id": str,
    "report_id": str,
    "outlet": str,
    "headline": str,
    "publication_date": str,
    "event_date": str,
    "event_date_text": str,
    "event_date_carried": bool,
    "event_type": str,
    "event_mode": str,
    "quad_code": str,
    "actor_name": str,
    "actor_type": str,
    "actor_country": str,
    "actor_sector": str,
    "recipient_name": str,
    "recipient_type": str,
    "recipient_country": str,
    "recipient_sector": str,
    "placename": str,
    "country": str,
    "latitude": float,
    "longitude": float,
    "geonames_id": str,
    "factuality": str,
    "polarity": str,
    "modality": str,
    "attributed_to": str,
    "quantity_text": str,
    "quantity_low": float,
    "quantity_high": float,
    "trigger": str,
    "trigger_start": int,
    "trigger_end": int,
    "text": str,
    "text_start": int,
    "text_end": int,
    "confidence": float,
    "rule": str,
    "told_by": str,
    "content_type": str,
}
"""The columns in order, with the type of their cells; every cell may be empty."""


def event_rows(annotated: AnnotatedReport) -> Iterator[Row]:
    """Yield the rows of one report, events in text order."""
    entities = {entity.id: entity for entity in annotated.entities}
    for event in annotated.events:
        shared = _shared_cells(annotated, event, entities)
        for source in event.source or (None,):
            for target in event.target or (None,):
                row = {
                    **shared,
                    **_actor_cells("actor", entities.get(source or "")),
                    **_actor_cells("recipient", entities.get(target or "")),
                }
                yield {column: row[column] for column in COLUMNS}


def render_event_csv(reports: Iterable[AnnotatedReport]) -> str:
    """Return the table as CSV (RFC 4180, every cell quoted); no cell is one that a spreadsheet would run."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for annotated in reports:
        for row in event_rows(annotated):
            writer.writerow([_csv_cell(cell) for cell in row.values()])
    return out.getvalue()


def render_event_jsonl(reports: Iterable[AnnotatedReport]) -> str:
    """Return the table as JSON Lines, an object a row."""
    lines = (
        json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        for annotated in reports
        for row in event_rows(annotated)
    )
    return "".join(f"{line}\n" for line in lines)


def render_event_parquet(reports: Iterable[AnnotatedReport]) -> bytes:
    """Return the table as a Parquet file. Raises [X003] where pyarrow is not installed."""
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise VariorumError("X003", what="Parquet", package="pyarrow") from None
    kinds = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    schema = arrow.schema([(column, kinds[kind]) for column, kind in COLUMNS.items()])
    rows = [row for annotated in reports for row in event_rows(annotated)]
    out = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist(rows, schema=schema), out)
    return out.getvalue()


def _csv_cell(cell: Cell) -> str:
    """Return a cell as CSV has it; numbers are ours and may begin with a minus."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return neutral_cell(cell) if isinstance(cell, str) else str(cell)


def _shared_cells(annotated: AnnotatedReport, event: Event, entities: dict[str, Entity]) -> Row:
    """Return the cells that all rows of one event share."""
    report, text = annotated.report, annotated.report.text
    source = entities.get(event.attributed_to or "")
    return {
        "event_id": f"{report.id}:{event.id}",
        "report_id": report.id,
        "outlet": report.outlet,
        "headline": report.title,
        "publication_date": report.published,
        "event_type": event.coded_type,
        "event_mode": event.coded_mode,
        "quad_code": str(QUAD_CLASSES[event.coded_type]) if event.coded_type in QUAD_CLASSES else None,
        "factuality": str(event.factuality),
        "polarity": "negated" if event.negated else "affirmed",
        "modality": str(event.modality),
        "attributed_to": source.name if source else event.attributed_to,
        "trigger": event.trigger.text_of(text),
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "text": text[event.start : event.end],
        "text_start": event.start,
        "text_end": event.end,
        "confidence": round(event.confidence, 4),
        "rule": event.rule,
        "told_by": f"{report.id}:{event.told_by}" if event.told_by else None,
        "content_type": event.content_type,
        **_time_cells(next((time for time in annotated.times if time.id == event.time), None), event),
        **_place_cells(next((place for place in annotated.places if place.id == event.place), None)),
        **_quantity_cells(next((item for item in annotated.quantities if item.id in event.quantities), None)),
    }


def _time_cells(time: TimeExpression | None, event: Event) -> Row:
    """Return the date of an event, as EDTF, and its words; empty where the words do not fix one."""
    return {
        "event_date": iso_interval(time.interval) if time else None,
        "event_date_text": time.text if time else None,
        "event_date_carried": event.time_carried,
    }


def _place_cells(place: Place | None) -> Row:
    """Return where an event happened."""
    return {
        "placename": place.name if place else None,
        "country": place.country if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geonames_id": place.gazetteer_id if place else None,
    }


def _quantity_cells(quantity: Quantity | None) -> Row:
    """Return the first amount of an event with its bounds."""
    return {
        "quantity_text": quantity.text if quantity else None,
        "quantity_low": quantity.low if quantity else None,
        "quantity_high": quantity.high if quantity else None,
    }


def _actor_cells(side: str, entity: Entity | None) -> Row:
    """Return the cells of one side of an event."""
    return {
        f"{side}_name": entity.name if entity else None,
        f"{side}_type": str(entity.type) if entity else None,
        f"{side}_country": entity.country if entity else None,
        f"{side}_sector": entity.sector if entity else None,
    }
