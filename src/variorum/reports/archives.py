"""Web archives: the pages in a WARC file, plain or gzipped, read as a stream (warcio)."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from hashlib import sha256
from io import StringIO
from typing import IO, Any

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.reports import Report
from variorum.reports.html import read_page
from variorum.reports.text import read_text

_CHUNK = 1 << 16


def read_archive(stream: IO[bytes], name: str) -> Iterator[Report | VariorumError]:
    """Yield the reports of a WARC file, and an error for each page without one; other records are passed over.

    A damaged archive gives what stands before the damage, and [R014].
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  # only for archives

    logging.getLogger("warcio").addHandler(logging.NullHandler())
    total = pages = number = 0
    damage = ""
    records = ArchiveIterator(stream)
    try:
        while (taken := _take_record(records, LIMITS.archive_bytes - total)) is not None:
            record, payload, size = taken
            number += 1
            total += size
            if number > LIMITS.archive_records:
                yield _over("archive_records", number, "records", LIMITS.archive_records, name)
                return
            if total >= LIMITS.archive_bytes:
                yield _over("archive_bytes", total, "bytes when unpacked", LIMITS.archive_bytes, name)
                return
            if (read := _read_record(record, payload, name)) is not None:
                pages += 1
                yield read
    except Exception as error:  # noqa: BLE001  # whatever a damaged archive raises, its good part was read
        damage = f"{type(error).__name__}: {' '.join(str(error).split())[:120]}"
    if records.err_count and not damage:
        damage = "a record is longer or shorter than it says"
    if damage and pages:
        yield VariorumError("R014", name, why=damage)
    elif not pages:
        raise VariorumError(
            "R011", name, format="WARC", why=damage or "no HTML page and no plain text among its records"
        )


def _take_record(records: Any, most: int) -> tuple[Any, bytes, int] | None:  # noqa: ANN401  # warcio has no types
    """Return the next record with its content and size, None at the end; what warcio prints we say ourselves."""
    with contextlib.redirect_stderr(StringIO()):
        record = next(records, None)
        return None if record is None else (record, *_payload(record, most))


def _payload(record: Any, most: int) -> tuple[bytes, int]:  # noqa: ANN401  # warcio has no types
    """Return the content of a record, as far as the limit of one input goes, and its whole size."""
    wanted = record.rec_type in ("response", "resource", "conversion")
    stream = record.content_stream() if wanted else record.raw_stream
    kept: list[bytes] = []
    size = 0
    while size <= most and (chunk := stream.read(_CHUNK)):
        size += len(chunk)
        if wanted and size <= LIMITS.capture_bytes + _CHUNK:
            kept.append(chunk)
    return b"".join(kept), size


def _read_record(record: Any, payload: bytes, name: str) -> Report | VariorumError | None:  # noqa: ANN401 - warcio has no types
    """Return the report of a record, why it is none, or None for a record that is no page."""
    media_type, declared = _media_type(record)
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    page = media_type in ("text/html", "application/xhtml+xml")
    plain = media_type == "text/plain" and record.rec_type == "conversion"
    if record.rec_type not in ("response", "resource", "conversion") or status != "200" or not (page or plain):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    place = url or f"{name}, record {record.rec_headers.get_header('WARC-Record-ID') or ''}"
    try:
        if len(payload) > LIMITS.capture_bytes:
            return _over("capture_bytes", len(payload), "bytes", LIMITS.capture_bytes, place)
        if not payload.strip():
            return VariorumError("R002", place)
        digest = sha256(payload).hexdigest()
        return (
            read_page(payload, place, digest, url=url, declared=declared)
            if page
            else read_text(payload, place, digest, url=url)
        )
    except VariorumError as error:
        return error


def _media_type(record: Any) -> tuple[str, str | None]:  # noqa: ANN401 - warcio has no types
    """Return the media type of a record and the character set declared with it."""
    headers = record.http_headers or record.rec_headers
    value = headers.get_header("Content-Type") or ""
    media_type, _, parameters = value.partition(";")
    _, found, charset = parameters.lower().partition("charset=")
    return media_type.strip().lower(), charset.split(";")[0].strip("\"' ") if found else None


def _over(setting: str, size: int, unit: str, limit: int, name: str) -> VariorumError:
    """Return the error for something over its limit."""
    return VariorumError("R005", name, size=size, unit=unit, limit=limit, setting=setting)
