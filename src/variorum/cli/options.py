"""Options that several commands share, and how a result is written."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Any

import typer

from variorum.errors import VariorumError

InputFormat = Annotated[
    str,
    typer.Option(help="What the inputs are: auto, text, html, jsonl, json, feed, warc or pdf.", show_default=True),
]
Pipeline = Annotated[
    str | None, typer.Option(help="Parse with this installed spaCy pipeline instead of the one built in.")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache of annotated reports.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of standard output.")]


class OutputFormat(StrEnum):
    """What a comparison can be written as."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    CSV = "csv"
    TEI = "tei"
    WEBANNOTATION = "webannotation"
    CLAIMS = "claims"
    GRAPHML = "graphml"


class AnnotationFormat(StrEnum):
    """What annotated reports can be written as."""

    JSON = "json"
    EVENTS_CSV = "events-csv"
    EVENTS_JSONL = "events-jsonl"
    EVENTS_PARQUET = "events-parquet"


def format_option(formats: type[StrEnum], help_text: str) -> Any:  # noqa: ANN401  # as typer.Option itself
    """Return the option ``--format``, which takes one of ``formats``.

    The name is read here: what typer says of a wrong one begins with words of the library that it reads with.
    """

    def read(name: str) -> StrEnum:
        try:
            return formats(name)
        except ValueError:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(formats)}") from None

    return typer.Option("--format", "-f", parser=read, metavar="|".join(formats), help=help_text)


#: The output format that a file name asks for.
SUFFIXES = {
    ".html": OutputFormat.HTML,
    ".htm": OutputFormat.HTML,
    ".json": OutputFormat.JSON,
    ".csv": OutputFormat.CSV,
    ".tei": OutputFormat.TEI,
    ".xml": OutputFormat.TEI,
    ".jsonld": OutputFormat.WEBANNOTATION,
    ".graphml": OutputFormat.GRAPHML,
    ".txt": OutputFormat.TEXT,
}


def format_for(output: Path | None, wanted: OutputFormat | None) -> OutputFormat:
    """Return the format that the user named, else the one that the file name asks for, else text.

    Raises a usage error for a file name that asks for none.
    """
    if wanted is not None:
        return wanted
    if output is None:
        return OutputFormat.TEXT
    try:
        return SUFFIXES[output.suffix.lower()]
    except KeyError:
        known = ", ".join(SUFFIXES)
        raise typer.BadParameter(
            f"{str(output)!r} does not say a format; name a file with one of {known}, or give --format"
        ) from None


def check_output(output: Path | None) -> None:
    """Raise [X002] for a folder, and for a file whose folder is not there, before anything is read for it."""
    if output is None:
        return
    if output.is_dir():
        raise VariorumError("X002", str(output), why="it is a folder")
    if not output.parent.is_dir():
        raise VariorumError("X002", str(output), why="there is no such folder")


def pipeline_or_default(pipeline: str | None) -> str:
    """Return the pipeline to parse with."""
    from variorum.annotations.parsing import DEFAULT_PIPELINE  # noqa: PLC0415  # not for --help

    return pipeline or DEFAULT_PIPELINE


def write_result(result: str | bytes, output: Path | None) -> None:
    """Write a result to a file, whole or not at all, or to standard output.

    Raises [X002] when the file cannot be written.
    """
    if isinstance(result, str) and not result.endswith("\n"):
        result += "\n"
    if output is None:
        _print_result(result)
        return
    try:
        _replace_file(output, result.encode("utf-8", "backslashreplace") if isinstance(result, str) else result)
    except OSError as error:
        raise VariorumError("X002", str(output), why=error.strerror or str(error)) from error


def _print_result(result: str | bytes) -> None:
    """Write a result to standard output; raises [X002] on a full disk, and leaves a pipe that was closed to click."""
    try:
        if isinstance(result, bytes):
            sys.stdout.buffer.write(result)
        else:
            sys.stdout.write(result)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise VariorumError("X002", "standard output", why=error.strerror or str(error)) from error


def _replace_file(output: Path, content: bytes) -> None:
    """Write beside the file and rename, so that a killed run leaves no half of a page; a device is written to."""
    if output.exists() and not output.is_file():
        output.write_bytes(content)
        return
    with NamedTemporaryFile(dir=output.parent, prefix=f".{output.name}.", delete=False) as file:
        file.write(content)
    try:
        # A temporary file is private; a result has the rights of any file that the user makes.
        mask = os.umask(0)
        os.umask(mask)
        Path(file.name).chmod(0o666 & ~mask)
        Path(file.name).replace(output)
    except OSError:
        Path(file.name).unlink(missing_ok=True)
        raise
