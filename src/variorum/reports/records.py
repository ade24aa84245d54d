"""Records: one JSON object to one report, with our field names and those that news tools export.

Understood are Variorum's own fields, news-please (``maintext``, ``date_publish``), fundus (``body`` in sections,
``publishing_date``), trafilatura (``raw_text``, ``sitename``), newsapi.ai (``body``, ``dateTimePub``,
``source.title``), NewsAPI (``publishedAt``, ``source.name``), JSON Feed (``content_text``, ``content_html``) and
schema.org (``articleBody``).
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.reports import Capture, Report
from variorum.reports.assembling import Metadata, assemble_report
from variorum.reports.markup import visible_text

#: Encoding and SHA-256 of the bytes that records were read from.
Origin = tuple[str, str]

_TEXT = ("text", "maintext", "body", "articleBody", "content_text", "plaintext", "raw_text", "content")
_ID = ("id", "uri")
_TITLE = ("title", "headline")
_OUTLET = (
    "outlet", "publisher", "source", "sitename", "site_name", "media_name", "source-hostname", "hostname",
    "source_domain", "domain",
)  # fmt: skip
_BYLINE = ("byline", "author", "authors")
#: When it was published; never when it was found, changed or downloaded.
_PUBLISHED = (
    "published", "date_publish", "publishing_date", "dateTimePub", "dateTime", "publishedAt", "published_at",
    "date_published", "datePublished", "publish_date", "publication_date", "pub_date", "pubDate", "date",
)  # fmt: skip
_URL = ("url", "link")
_LANGUAGE = ("language", "lang")


def report_from_record(
    record: object,
    *,
    name: str,
    outlet: str | None = None,
    where: str = "the record",
    origin: Origin | None = None,
    least: int = LIMITS.text_words_least,
) -> Report:
    """Return the report in a JSON object; ``name`` is what errors call it, ``where`` its place in the input.

    ``outlet`` is used where the record names none. ``origin`` says what the record was read from; without it the text
    stands for the bytes. A text has ``least`` words. Raises [R008] for what is no object with a text.
    """
    if not isinstance(record, Mapping):
        raise VariorumError("R008", name, where=where, why=f"{_kind(record)} instead of an object")
    text, notes = _text_of(record, name, where)
    encoding, digest = origin or ("utf-8", sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    metadata = Metadata(
        id=_first(record, _ID),
        title=_first(record, _TITLE),
        outlet=_first(record, _OUTLET) or outlet,
        byline=_first(record, _BYLINE),
        published=_first(record, _PUBLISHED),
        url=_first(record, _URL),
        language=_first(record, _LANGUAGE),
    )
    return assemble_report(text, Capture(name, "application/json", encoding, digest), metadata, notes, least=least)


def _text_of(record: Mapping[str, Any], name: str, where: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a record and notes about it."""
    for key in _TEXT:
        if text := _body(record.get(key)):
            # NewsAPI gives the first 200 characters: "... [+3120 chars]".
            cut = key == "content" and text.rstrip().endswith("chars]")
            return text, ("the record holds only the beginning of the text",) if cut else ()
    if isinstance(page := record.get("content_html"), str) and (text := visible_text(page[: LIMITS.capture_bytes])):
        return text, ()
    if isinstance(record.get("reports"), list):
        raise VariorumError(
            "R008", name, where=where, why="a story with several reports (give it to variorum compare --stories)"
        )
    if any(key in record for key in _TEXT):
        raise VariorumError("R002", name)
    raise VariorumError("R008", name, where=where, why="no text")


def _body(value: object) -> str:
    """Return a text: a string, a list of paragraphs, or sections as fundus exports them; empty for anything else."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, list):
        return "\n".join(item for item in value if isinstance(item, str) and item.strip())
    if isinstance(value, Mapping):
        parts = [_body(value.get("summary"))]
        sections = value.get("sections")
        for section in sections if isinstance(sections, list) else ():
            if isinstance(section, Mapping):
                parts += [_body(section.get("headline")), _body(section.get("paragraphs"))]
        return "\n".join(part for part in parts if part)
    return ""


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    """Return the first of ``keys`` that says something, in words."""
    return next((said for key in keys if (said := _said(record.get(key)))), None)


def _said(value: object) -> str:
    """Return a metadata value in words: a string, a number, an object with a name or title, or a list of these."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int):
        # A number of thousands of digits is no id and no date, and Python refuses to write it out.
        return str(value) if value.bit_length() < 128 else ""
    if isinstance(value, Mapping):
        return next((said for key in ("name", "title", "uri") if (said := _said(value.get(key)))), "")
    if isinstance(value, list):
        return ", ".join(said for item in value[:50] if not isinstance(item, list) and (said := _said(item)))
    return ""


def _kind(value: object) -> str:
    """Return what a JSON value is, in words."""
    names = {str: "a string", list: "a list", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
