"""Reports: one published article each, as text with metadata (schema.org NewsArticle)."""

from __future__ import annotations

from hashlib import sha256

from msgspec import Struct
from msgspec.structs import astuple, replace

from variorum.model.spans import Span


class Capture(Struct, frozen=True):
    """The bytes that a report was read from (after WARC): where they lay and what they were."""

    name: str
    """File name or URL as the user gave it; ``-`` for standard input."""
    media_type: str
    """What the bytes were read as, for example ``text/html``."""
    encoding: str | None
    """The character encoding that was decided, once; None where the format carries its own (PDF)."""
    bytes_sha256: str


class Report(Struct, frozen=True, eq=False):
    """One published article as text with metadata.

    ``text`` is never changed after reading: all offsets point into it. Two reports that differ in their ``capture``
    alone are equal.
    """

    id: str
    """As given in the input, else the first 16 hexadecimal digits of ``text_sha256``."""
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    """ISO 8601 date or date-time of publication, as the outlet states it; None when unknown."""
    url: str | None = None
    language: str | None = None
    """BCP 47 tag; None until it is identified."""
    boilerplate: tuple[Span, ...] = ()
    """Lines that do not belong to the article ("READ MORE: ..."), and repeats of a sentence that stands too often.

    They are kept in the text, and kept out of the comparison.
    """
    capture: Capture | None = None
    notes: tuple[str, ...] = ()
    """What a reader of the comparison must know about how the text was won ("extraction doubtful: ...")."""

    def __eq__(self, other: object) -> bool:
        """Compare all but where the bytes lay."""
        if not isinstance(other, Report):
            return NotImplemented
        return astuple(replace(self, capture=None)) == astuple(replace(other, capture=None))

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash(astuple(replace(self, capture=None)))

    @property
    def text_sha256(self) -> str:
        """Return the SHA-256 of the UTF-8 text, hexadecimal: the name of this content."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def is_boilerplate(self, span: Span) -> bool:
        """Say whether ``span`` touches boilerplate."""
        return any(span.overlaps(line) for line in self.boilerplate)


class Refusal(Struct, frozen=True):
    """An input that was not taken, with a code from the error catalogue and the reason in words."""

    name: str
    """What the user called the input."""
    code: str
    reason: str
