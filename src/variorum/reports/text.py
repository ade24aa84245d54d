"""Plain text: the file is the text, unchanged; a byte order mark is not part of it.

Line ends stay as they are, so that offsets point into the file as its encoding reads it. Nothing is taken for a title,
byline or date: a plain text does not say which of its lines are.
"""

from __future__ import annotations

from variorum.errors import VariorumError
from variorum.model.reports import Capture, Report
from variorum.reports.assembling import Metadata, assemble_report
from variorum.reports.decoding import binary_kind, decode_text


def read_text(data: bytes, name: str, digest: str, *, url: str | None = None) -> Report:
    """Return the report in a plain text file; ``digest`` is the SHA-256 of the bytes as they were given."""
    if what := binary_kind(data):
        raise VariorumError("R003", name, what=what)
    decoded = decode_text(data)
    capture = Capture(name, "text/plain", decoded.encoding, digest)
    return assemble_report(decoded.text, capture, Metadata(url=url), decoded.notes)
