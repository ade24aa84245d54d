"""Words of one report that something rests on."""

from __future__ import annotations

from msgspec import Struct

from variorum.model.spans import Span


class Evidence(Struct, frozen=True):
    """Words of one report that something rests on."""

    siglum: str
    span: Span
    text: str
