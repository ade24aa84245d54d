"""JSON and JSON Lines: one object with text a report; a bad line is refused, the others are read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.reports import Report
from variorum.reports.decoding import binary_kind, decode_text
from variorum.reports.records import Origin, report_from_record

#: Keys under which an object holds a list of records: JSON Feed, newsapi.ai and NewsAPI, and what is usual.
_LISTS = ("items", "articles", "results", "documents", "data")


def read_json(data: bytes, name: str, digest: str) -> Iterator[Report | VariorumError]:
    """Yield the reports of a JSON document or of JSON Lines, and an error for each record that is none."""
    if what := binary_kind(data):
        raise VariorumError("R003", name, what=what)
    decoded = decode_text(data)
    text = decoded.text.lstrip("\ufeff")
    try:
        document, end = json.JSONDecoder().raw_decode(text.lstrip())
        several = bool(text.lstrip()[end:].strip())
    except (ValueError, RecursionError) as error:
        if not _has_record(text):
            raise VariorumError("R011", name, format="JSON", why=_why(error)) from error
        several = True
    if several:
        yield from _read_lines(text, name, (decoded.encoding, digest))
    else:
        yield from _read_document(document, name, (decoded.encoding, digest))


def looks_like_records(text: str) -> bool:
    """Say whether a text that begins like JSON is JSON with objects: a news text may begin with a bracket, too."""
    first = text.lstrip()[:1]
    if first not in ("{", "["):
        return False
    try:
        document, _ = json.JSONDecoder().raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        return _has_record(text)
    return isinstance(document, dict) or (
        isinstance(document, list) and any(isinstance(item, dict) for item in document)
    )


def _has_record(text: str) -> bool:
    """Say whether one of the first lines is a JSON object."""
    return any(isinstance(_decode(line), dict) for line in text.split("\n", 50)[:50] if line.lstrip()[:1] == "{")


def _decode(line: str) -> object:
    """Return the JSON value of a line, or the error that it makes."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        return error


def _read_lines(text: str, name: str, origin: Origin) -> Iterator[Report | VariorumError]:
    """Yield what is on each line; only line feeds end a line, JSON strings may hold other separators."""
    for count, (number, line) in enumerate(
        (pair for pair in enumerate(text.split("\n"), start=1) if pair[1].strip()), start=1
    ):
        if count > LIMITS.archive_records:
            yield _too_many(name, count)
            return
        place = f"{name}:{number}"
        record = _decode(line)
        if isinstance(record, Exception):
            yield VariorumError("R008", place, where=f"line {number}", why=f"not JSON ({_why(record)})")
        else:
            yield _read_record(record, place, f"line {number}", origin)


def _read_document(document: object, name: str, origin: Origin) -> Iterator[Report | VariorumError]:
    """Yield the reports of one JSON value: an object, a list, or an object that holds a list."""
    records, outlet = _records_of(document)
    if records is None:
        yield _read_record(document, name, "the object", origin)
        return
    if not records:
        raise VariorumError("R011", name, format="JSON", why="its list is empty")
    for number, record in enumerate(records, start=1):
        if number > LIMITS.archive_records:
            yield _too_many(name, len(records))
            return
        yield _read_record(record, f"{name}#{number}", f"record {number}", origin, outlet)


def _records_of(document: object) -> tuple[list[object] | None, str | None]:
    """Return the list of records in a document and the outlet of them all; None for a document that is one record."""
    if isinstance(document, list):
        return document, None
    if not isinstance(document, Mapping):
        return None, None
    for key in _LISTS:
        held = document.get(key)
        if isinstance(held, list) and (not held or isinstance(held[0], Mapping)):
            title = document.get("title")
            return held, title if key == "items" and isinstance(title, str) else None
        if isinstance(held, Mapping) and isinstance(held.get("results"), list):
            return held["results"], None
    return None, None


def _read_record(
    record: object, name: str, where: str, origin: Origin, outlet: str | None = None
) -> Report | VariorumError:
    """Return the report of a record, or why it is none."""
    try:
        return report_from_record(record, name=name, where=where, origin=origin, outlet=outlet)
    except VariorumError as error:
        return error


def _too_many(name: str, count: int) -> VariorumError:
    """Return the error for the records beyond the limit."""
    return VariorumError(
        "R005", name, size=count, unit="records", limit=LIMITS.archive_records, setting="archive_records"
    )


def _why(error: Exception) -> str:
    """Return the reason of a JSON error in a few words."""
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:120]
