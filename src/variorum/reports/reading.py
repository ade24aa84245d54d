"""Reading: files, folders and standard input to reports.

The format is told by content first. Whatever happens on one input, it is either a report or a refusal with a code, and
the next input is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from os import PathLike, fspath
from pathlib import Path
from typing import IO

from variorum.errors import VariorumError
from variorum.model.reports import Refusal, Report
from variorum.reports.archives import read_archive
from variorum.reports.captures import GZIP, HEAD, STANDARD_INPUT, open_input, read_bounded, unpack
from variorum.reports.feeds import read_feed
from variorum.reports.folders import list_folder
from variorum.reports.formats import INPUT_FORMATS, check_format, identify_format, is_archive
from variorum.reports.html import read_page
from variorum.reports.jsonl import read_json
from variorum.reports.pdf import read_pdf
from variorum.reports.records import report_from_record
from variorum.reports.text import read_text

__all__ = ["INPUT_FORMATS", "read_report", "read_reports", "report_from_record"]

Read = Iterator[Report | VariorumError]
"""What an input gives: reports, and an error for each part of it that is none."""


def read_report(path: str | PathLike[str], *, input_format: str = "auto") -> Report:
    """Return the one report in a file; raises a :class:`VariorumError`, [R012] when there are several."""
    read = list(_read_input(fspath(path), check_format(input_format)))
    if len(read) > 1:
        raise VariorumError("R012", fspath(path), count=len(read))
    if isinstance(read[0], VariorumError):
        raise read[0]
    return read[0]


def read_reports(
    paths: Sequence[str | PathLike[str]], *, input_format: str = "auto"
) -> tuple[list[Report], list[Refusal]]:
    """Return all reports in files, folders and standard input (``-``), in order, and what could not be taken."""
    given = check_format(input_format)
    reports: list[Report] = []
    refusals: list[Refusal] = []
    for path in paths:
        for read in _read_input(fspath(path), given):
            if isinstance(read, Report):
                reports.append(read)
            else:
                refusals.append(read.refusal())
    return reports, refusals


def _read_input(name: str, given: str) -> Read:
    """Yield at least one report or error for one input, whatever is wrong with it."""
    count = 0
    try:
        for read in _read_path(name, given):
            count += 1
            yield read
    except VariorumError as error:
        yield error.named(name)
    except Exception as error:  # noqa: BLE001  # one bad input never stops a batch, whatever a parser raises on it
        yield VariorumError("R011", name, format=given, why=f"{type(error).__name__}: {str(error)[:120]}")
    else:
        if not count:
            yield VariorumError("R011", name, format=given, why="nothing was found in it")


def _read_path(name: str, given: str) -> Read:
    """Yield what a file, a folder or standard input gives."""
    if name != STANDARD_INPUT and _is_folder(name):
        for entry in list_folder(name):
            if isinstance(entry, VariorumError):
                yield entry
            else:
                yield from _read_input(entry, given)
        return
    stream = open_input(name)
    try:
        yield from _read_stream(stream, name, given)
    finally:
        if name != STANDARD_INPUT:
            stream.close()


def _read_stream(stream: IO[bytes], name: str, given: str) -> Read:
    """Yield what an open file gives; an archive is read as a stream, everything else whole and within its limit."""
    seekable = name != STANDARD_INPUT and stream.seekable()
    if seekable:
        head = stream.read(HEAD)
        stream.seek(0)
        if given == "warc" or (given == "auto" and is_archive(head)):
            yield from read_archive(stream, name)
            return
    data = read_bounded(stream, name)
    if given == "warc" or (given == "auto" and is_archive(data[:HEAD])):
        yield from read_archive(BytesIO(data), name)
        return
    yield from _read_bytes(data, name, given)


def _read_bytes(data: bytes, name: str, given: str) -> Read:
    """Yield what the bytes of one input give."""
    digest = sha256(data).hexdigest()
    if data.startswith(GZIP):
        data = unpack(data, name)
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise VariorumError("R002", name)
    chosen = identify_format(data, name) if given == "auto" else given
    if chosen in _SEVERAL:
        yield from _SEVERAL[chosen](data, name, digest)
    else:
        yield _SINGLE[chosen](data, name, digest)


def _is_folder(name: str) -> bool:
    """Say whether ``name`` is a folder; a name that no file can have is none."""
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


#: Formats with one report a file, and formats with any number.
_SINGLE: dict[str, Callable[[bytes, str, str], Report]] = {"text": read_text, "html": read_page, "pdf": read_pdf}
_SEVERAL: dict[str, Callable[[bytes, str, str], Read]] = {"jsonl": read_json, "feed": read_feed}
