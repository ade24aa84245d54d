"""What the exports as linked data share: names for reports, and JSON that is the same for the same comparison."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from typing import Any

from variorum.model.reports import Report

Json = dict[str, Any]

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]{1,2000}")


def text_iri(report: Report) -> str:
    """Return the name of a report's text: its SHA-256 as a named information URI (RFC 6920).

    Offsets count in this text, which a web address does not name: the page may change, and its markup is not counted.
    """
    digest = urlsafe_b64encode(bytes.fromhex(report.text_sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def address(report: Report) -> str | None:
    """Return the web address of a report where it is one."""
    return report.url if report.url and _ADDRESS.fullmatch(report.url) else None


def to_linked_json(document: Json) -> str:
    """Return a document as JSON that people can read too; readable UTF-8 unless a lone surrogate forces escapes."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(document, ensure_ascii=True, allow_nan=False, indent=1)
    return text + "\n"
