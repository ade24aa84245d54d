"""Feeds: RSS and Atom files, one report an entry (feedparser)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.reports import Capture, Report
from variorum.reports.assembling import Metadata, assemble_report
from variorum.reports.decoding import binary_kind, declared_encoding, decode_text
from variorum.reports.markup import measure, visible_text

#: Feeds need no entities of their own; a file that declares some wants to be expanded, or to read other files.
_ENTITIES = re.compile(r"<!(?:ENTITY|ATTLIST|ELEMENT)\b|<!DOCTYPE[^>\[]{0,500}\[", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s{0,100}<\?xml[^>]{0,200}>")


def read_feed(data: bytes, name: str, digest: str) -> Iterator[Report | VariorumError]:
    """Yield the reports of a feed, and an error for each entry without a text; raises [R011] for what is no feed."""
    if what := binary_kind(data):
        raise VariorumError("R003", name, what=what)
    decoded = decode_text(data, declared_encoding(data), markup=True)
    text = _DECLARATION.sub("", decoded.text)
    if _ENTITIES.search(text):
        raise VariorumError("R011", name, format="feed", why="it declares entities of its own")
    if (depth := measure(text).depth) > LIMITS.page_depth:
        raise VariorumError(
            "R011", name, format="feed", why=f"it nests {depth:,} elements deep, the limit is {LIMITS.page_depth:,}"
        )
    parsed = _parse(text, name)
    if not parsed.entries:
        raise VariorumError("R011", name, format="feed", why="it has no entries")
    for number, entry in enumerate(parsed.entries, start=1):
        if number > LIMITS.feed_entries:
            yield VariorumError(
                "R005",
                name,
                size=len(parsed.entries),
                unit="entries",
                limit=LIMITS.feed_entries,
                setting="feed_entries",
            )
            return
        yield _read_entry(entry, parsed.feed, f"{name}#{number}", (decoded.encoding, digest))


def _parse(text: str, name: str) -> Any:  # noqa: ANN401  # feedparser's own dictionary
    """Return feedparser's reading of a feed; bytes are given, since it takes a string for an address."""
    import feedparser  # noqa: PLC0415  # only for feeds

    try:
        return feedparser.parse(
            text.encode("utf-8", "replace"), response_headers={"content-type": "application/xml; charset=utf-8"}
        )
    except Exception as error:
        raise VariorumError("R011", name, format="feed", why=f"{type(error).__name__}: {str(error)[:120]}") from error


def _read_entry(entry: Any, feed: Any, name: str, origin: tuple[str, str]) -> Report | VariorumError:  # noqa: ANN401 - feedparser has no types
    """Return the report of an entry, or why it is none."""
    text, notes = _text_of(entry)
    if not text:
        return VariorumError("R002", name)
    source = entry.get("source") or {}
    metadata = Metadata(
        title=visible_text(entry.get("title") or "") or None,
        outlet=source.get("title") or feed.get("title"),
        byline=entry.get("author"),
        published=entry.get("published"),
        url=entry.get("link"),
    )
    try:
        return assemble_report(text, Capture(name, "application/xml", *origin), metadata, notes)
    except VariorumError as error:
        return error


def _text_of(entry: Any) -> tuple[str, tuple[str, ...]]:  # noqa: ANN401 - feedparser has no types
    """Return the text of an entry, from its content or else its summary, and notes about it."""
    contents = [visible_text(part.get("value") or "") for part in entry.get("content") or ()]
    content = max(contents, key=len, default="")
    summary = visible_text(entry.get("summary") or "")
    if content and len(content) >= len(summary):
        return content, ()
    return summary, ("the feed gives this text as a summary; the article may hold more",) if summary else ()
