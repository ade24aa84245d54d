"""Assembling: text and metadata, whatever format they come from, become a :class:`~variorum.model.reports.Report`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from msgspec import Struct
from msgspec.structs import replace

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.reports import Capture, Report
from variorum.reports.boilerplate import mark_boilerplate
from variorum.reports.checking import check_length, check_text

#: Characters that no text holds: NUL, and halves of surrogate pairs (from JSON escapes).
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
#: The year of the first printed newspaper.
_FIRST_YEAR = 1605
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
#: ISO 639-2 codes that exports of news use, as BCP 47.
_THREE_LETTERS = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt", "ita": "it", "rus": "ru",
    "ara": "ar", "zho": "zh", "chi": "zh", "tur": "tr", "nld": "nl", "dut": "nl", "ukr": "uk", "pol": "pl", "jpn": "ja",
    "kor": "ko",
}  # fmt: skip


class Metadata(Struct, frozen=True):
    """What an input says about its report, as it says it."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def assemble_report(
    text: str,
    capture: Capture,
    metadata: Metadata | None = None,
    notes: tuple[str, ...] = (),
    *,
    least: int = LIMITS.text_words_least,
) -> Report:
    """Return the report; raises [R002] for no text, [R005] for a text too long, [R006] for fewer words than ``least``.

    The text is left as it is but for characters that are none (lone surrogates, NUL), which become U+FFFD.
    """
    metadata = metadata or Metadata()
    check_length(text, capture.name)
    if not text.strip("\ufeff\x00 \t\r\n\v\f"):
        raise VariorumError("R002", capture.name)
    if _NO_CHARACTER.search(text):
        text = _NO_CHARACTER.sub("\ufffd", text)
        notes = (*notes, "decoding doubtful: characters that are none stand as U+FFFD")
    published = read_date(metadata.published)
    if published is None and metadata.published:
        notes = (*notes, f"the publication date {clean(metadata.published)!r} was not understood")
    report = Report(
        id=clean(metadata.id) or "",
        text=text,
        title=clean(metadata.title),
        outlet=clean(metadata.outlet),
        byline=clean(metadata.byline),
        published=published,
        url=clean(metadata.url),
        language=read_language(metadata.language),
        boilerplate=mark_boilerplate(text),
        capture=capture,
        notes=notes,
    )
    check_text(report, least=least)
    return report if report.id else _with_id(report)


def _with_id(report: Report) -> Report:
    """Return ``report`` named by its content."""
    return replace(report, id=report.text_sha256[:16])


def clean(value: str | None) -> str | None:
    """Return a metadata value on one line, without blanks around it, cut to its limit; None for nothing."""
    if not value:
        return None
    value = " ".join(_NO_CHARACTER.sub("\ufffd", value[: LIMITS.metadata_characters * 10]).split())
    return value[: LIMITS.metadata_characters] or None


def read_date(value: str | None) -> str | None:
    """Return a date of publication as ISO 8601 (date or date-time), or None where it is not wholly said.

    Understands ISO 8601 and RFC 822 dates ("Wed, 24 Jul 2024 18:05:00 +0300"), and seconds since 1970.
    """
    value = (value or "").strip()[:64]
    if not value:
        return None
    if re.fullmatch(r"\d{9,10}|\d{12,13}", value, re.ASCII):
        return _from_seconds(int(value[:-3] if len(value) >= 12 else value))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        return _checked(date.fromisoformat, value)
    # Python reads "20240724" and week dates too; a bare run of digits is too often something else.
    if re.match(r"\d{4}-\d{2}-\d{2}[T ]", value, re.ASCII):
        return _checked(datetime.fromisoformat, re.sub(r"\s?(?:UTC|GMT)$", "+00:00", value))
    return _checked(parsedate_to_datetime, value)


def _checked(read: object, value: str) -> str | None:
    """Return what ``read`` makes of ``value`` as ISO 8601, or None when it makes nothing of it."""
    assert callable(read)
    try:
        moment = read(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # Nothing was published before there were newspapers: such dates ("0001-01-01") stand for none.
    return str(moment.isoformat()) if moment.year >= _FIRST_YEAR else None


def _from_seconds(seconds: int) -> str:
    """Return seconds since 1970 as ISO 8601 in UTC."""
    return datetime.fromtimestamp(seconds, tz=UTC).isoformat()


def read_language(value: str | None) -> str | None:
    """Return a language tag as BCP 47 ("en_US" and "eng" too), or None for what is no tag."""
    value = (value or "").strip().replace("_", "-")
    if not _TAG.fullmatch(value):
        return None
    first, *rest = value.split("-")
    first = _THREE_LETTERS.get(first.lower(), first.lower())
    return "-".join((first, *rest))
