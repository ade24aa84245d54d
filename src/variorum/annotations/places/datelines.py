"""Datelines: "OSLO, July 24 (Agency) -" at the beginning of a line; its date and place are the report's."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from variorum.annotations.places.evidence import Evidence, Name
from variorum.annotations.tables.gazetteer import lookup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from variorum.model.annotations import Draft

#: "OSLO, July 24 (Agency) -" at the beginning of a line.
DATELINE = re.compile(
    r"(?m)^(?P<place>[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,3})"
    r"(?: \([A-Z][\w.'’-]{1,24}\)(?=, ))?"
    r"(?P<rest>(?:, [A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,2}\.?){0,2})"
    r"(?:,? (?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})?"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?: \d{4})?))?"
    r"(?: ?\([^()\n]{2,40}\)| ?/[^/\n]{2,40}/)? {0,2}(?:[-–—]{1,2}|:)(?=\s)"
)


def _heads_report(match: re.Match[str]) -> bool:
    """Say whether what looks like a dateline names a place: that of a small town in capitals or before its state."""
    words = match["place"]
    # "HOLDEN: Good morning" is who speaks.
    sure = (words.isupper() or bool(match["rest"])) and not match[0].endswith(":")
    return bool(lookup(words.title() if words.isupper() else words, towns=sure))


def in_datelines(text: str) -> Callable[[int], bool]:
    """Return a function that says whether an offset stands in a dateline: its date and place are the report's."""
    spans = [match.span() for match in DATELINE.finditer(text) if _heads_report(match)]
    starts = [start for start, _ in spans]

    def stands_in(offset: int) -> bool:
        """Say whether an offset stands in one of them."""
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < spans[index][1]

    return stands_in


def dateline_names(draft: Draft) -> Iterator[Name]:
    """Yield the places of datelines: "OSLO, July 24 (Reuters) -", "GAZA CITY, Gaza Strip (AP) —"."""
    for match in DATELINE.finditer(draft.report.text):
        if not _heads_report(match):
            continue
        for group in ("place", "rest"):
            start = match.start(group) + (2 if group == "rest" else 0)
            span = draft.doc.char_span(start, match.end(group), alignment_mode="contract") if match[group] else None
            if span is not None and len(span):
                yield Name(span.start, span.end - 1, Evidence.PROVED, dateline=True)
