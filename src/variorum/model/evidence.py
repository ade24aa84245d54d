"""Words of one report that something rests on."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.spans import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of one report that something rests on."""

    siglum: str
    span: Span
    text: str
