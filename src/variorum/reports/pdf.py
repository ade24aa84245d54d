"""PDF: the text of its pages (pypdf); scanned pages have none and are refused.

Lines become paragraphs by three plain rules. A word broken by a hyphen at the end of a line is joined where the next
line goes on in lower case ("govern-" + "ment"; a compound broken there loses its hyphen). A line that ends a sentence
and is clearly shorter than the longest ends a paragraph. An empty line does, too. The date
in a PDF is that of the file, and is not taken.
"""

from __future__ import annotations

import logging
import re
from io import BytesIO
from typing import Any

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.reports import Capture, Report
from variorum.reports.assembling import Metadata, assemble_report

_SENTENCE_ENDS = (".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"', ".’", ".)")
#: Titles that a program made of a file name.
_FILE_NAME = re.compile(r"^microsoft word|^untitled|\.(?:docx?|odt|rtf|indd|pdf|txt|html?|qxd)$", re.IGNORECASE)
#: A line this much shorter than the longest does not fill its column.
_SHORT = 0.85


def read_pdf(data: bytes, name: str, digest: str) -> Report:
    """Return the report in a PDF; raises [R013] when it has no text, [R011] when it cannot be read."""
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        text, title = _read_pages(data, name)
    except VariorumError:
        raise
    except Exception as error:
        raise VariorumError("R011", name, format="PDF", why=f"{type(error).__name__}: {str(error)[:120]}") from error
    if not text.strip():
        raise VariorumError("R013", name)
    return assemble_report(text, Capture(name, "application/pdf", None, digest), Metadata(title=title))


def _read_pages(data: bytes, name: str) -> tuple[str, str | None]:
    """Return the text of all pages and the title in the file's metadata."""
    from pypdf import PdfReader  # noqa: PLC0415  # 0.4 s of CPU: only for PDFs

    reader: Any = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise VariorumError("R011", name, format="PDF", why="it is locked with a password")
    if (count := len(reader.pages)) > LIMITS.pdf_pages:
        raise VariorumError("R005", name, size=count, unit="pages", limit=LIMITS.pdf_pages, setting="pdf_pages")
    lines: list[str] = []
    length = 0
    for page in reader.pages:
        lines += page.extract_text().splitlines()
        length += sum(map(len, lines))
        if length > LIMITS.capture_bytes:
            raise VariorumError(
                "R005", name, size=length, unit="characters", limit=LIMITS.text_characters, setting="text_characters"
            )
    title = reader.metadata.title if reader.metadata else None
    return join_lines(lines), title if isinstance(title, str) and not _FILE_NAME.search(title) else None


def join_lines(lines: list[str]) -> str:
    """Return the paragraphs of a page's lines, one a line."""
    longest = max(map(len, lines), default=0)
    paragraphs: list[list[str]] = [[]]
    for line in (" ".join(line.split()) for line in lines):
        current = paragraphs[-1]
        if not line:
            paragraphs.append([])
        elif current and current[-1].endswith("-") and current[-1][-2:-1].isalpha() and line[0].islower():
            current[-1] = current[-1][:-1] + line
        else:
            current.append(line)
        if line.endswith(_SENTENCE_ENDS) and len(line) < longest * _SHORT:
            paragraphs.append([])
    return "\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)
