"""Formats: what an input is, by its content first and its name second."""

from __future__ import annotations

import re
from pathlib import PurePath

from variorum.errors import VariorumError
from variorum.reports.captures import first_bytes
from variorum.reports.jsonl import looks_like_records

#: What ``--input-format`` takes; ``json`` is JSON or JSON Lines, as ``jsonl`` is.
INPUT_FORMATS = ("auto", "text", "html", "jsonl", "json", "feed", "warc", "pdf")

_BY_NAME = {
    ".txt": "text", ".text": "text", ".md": "text", ".htm": "html", ".html": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
    ".xml": "feed", ".warc": "warc", ".wet": "warc", ".pdf": "pdf",
}  # fmt: skip

#: Byte order marks that may stand before markup.
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s{1,9}html|html|head|body)[\s>]", re.IGNORECASE)
#: What may stand before the first element.
_PROLOGUE = re.compile(
    r"\s{0,1000}(?:(?:<\?xml[^>]{0,500}>|<!--.{0,2000}?-->|<\?[^>]{0,500}>)\s{0,1000}){0,9}", re.DOTALL
)


def check_format(given: str) -> str:
    """Return ``given`` in its plain form; raises [R009] for a format that there is not."""
    if given not in INPUT_FORMATS:
        raise VariorumError("R009", given=given, known=", ".join(INPUT_FORMATS))
    return "jsonl" if given == "json" else given


def format_of_name(name: str) -> str | None:
    """Return the format that a file name ends in, None when it tells none."""
    suffixes = PurePath(name).suffixes[-2:]
    if suffixes and suffixes[-1].lower() == ".gz":
        suffixes = suffixes[:-1]
    return _BY_NAME.get(suffixes[-1].lower()) if suffixes else None


def is_archive(head: bytes) -> bool:
    """Say whether an input that begins with ``head`` is a WARC file, gzipped or not."""
    return first_bytes(head).startswith(b"WARC/")


def identify_format(data: bytes, name: str) -> str:
    """Return the format of ``data``; a name that says text or page decides only between these and what is unclear."""
    if b"%PDF-" in data[:1_024]:
        return "pdf"
    named = format_of_name(name)
    head = _head(data)
    start = head[_PROLOGUE.match(head).end() :] if _PROLOGUE.match(head) else head  # type: ignore[union-attr]  # matches the empty string
    if _PAGE.match(start):
        return "html"
    if _FEED.match(start) or (named == "feed" and head.lstrip().startswith("<")):
        return "feed"
    if named in ("html", "jsonl"):
        return named
    if (
        named != "text"
        and start[:1] in ("{", "[")
        and looks_like_records(data.decode("utf-8", "replace").lstrip("\ufeff"))
    ):
        return "jsonl"
    if head.lstrip().startswith("<?xml"):
        return "feed"
    if named is None and re.match(
        r"<(?:article|div|p|main|section|h1|meta|title|script|style)[\s>]", start, re.IGNORECASE
    ):
        return "html"
    return "text"


def _head(data: bytes) -> str:
    """Return the first characters of ``data``, read well enough to see markup in it."""
    head = data[:10_000]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").decode("utf-8", "replace")
