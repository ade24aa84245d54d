"""Reports: one published article each, as text with metadata (schema.org NewsArticle)."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from variorum.model.spans import Span


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes that a report was read from (after WARC): where they lay and what they were."""

    name: str
    """File name or URL as the user gave it; ``-`` for standard input."""
    media_type: str
    """What the bytes were read as, for example ``text/html``."""
    encoding: str | None
    """The character encoding that was decided, once; None where the format carries its own (PDF)."""
    bytes_sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published article as text with metadata.

    ``text`` is never changed after reading: all offsets point into it.
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
    """Lines that do not belong to the article ("READ MORE: ..."): kept in the text, kept out of the comparison."""
    capture: Capture | None = field(default=None, compare=False)
    notes: tuple[str, ...] = ()
    """What a reader of the comparison must know about how the text was won ("extraction doubtful: ...")."""

    @property
    def text_sha256(self) -> str:
        """Return the SHA-256 of the UTF-8 text, hexadecimal: the name of this content."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def is_boilerplate(self, span: Span) -> bool:
        """Say whether ``span`` touches a boilerplate line."""
        return any(span.overlaps(line) for line in self.boilerplate)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that was not taken, with a code from the error catalogue and the reason in words."""

    name: str
    """What the user called the input."""
    code: str
    reason: str
