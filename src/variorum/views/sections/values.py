"""What sections share: evidence as links, and the language of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import Evidence
from variorum.views.anchors import anchor
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank

Values = dict[str, Any]

EVIDENCE_CHARACTERS = 200
"""Code points of a passage shown in a list."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def language_of(annotated: AnnotatedReport) -> str | None:
    """Return the language tag of a report where it is one."""
    language = annotated.report.language
    return language if language and _LANGUAGE.fullmatch(language) else None


def evidence_values(items: Iterable[Evidence]) -> list[Values]:
    """Return words of reports with their places, without doubles, in the order of the sigla."""
    ordered = sorted(items, key=lambda item: (siglum_rank(item.siglum), item.span))
    return [
        {
            "siglum": item.siglum,
            "href": f"#{anchor(item.siglum, item.span)}",
            "text": one_line(item.text, limit=EVIDENCE_CHARACTERS),
        }
        for item, _ in groupby(ordered)
    ]
