"""Metamorphic relations: what a comparison must do when its input changes in a way whose effect is known.

No gold is needed (Segura et al. 2016): reports swapped, doubled, joined by a report about something else, an actor
renamed everywhere, straight quotation marks made curly, NFC made NFD, LF made CRLF.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from variorum import flow
from variorum.errors import VariorumError
from variorum.model.reports import Report
from variorum.views.json import comparison_to_dict

Row = tuple[Any, ...]
Rows = list[Row]
#: A report of something else, in words that no story of the set shares.
UNRELATED = Report(
    "unrelated",
    "The botanical garden of Wellmoor showed its orchids to children of a kindergarten. The gardener Petra Olm"
    " explained how seeds ripen.\nThe greenhouse dates from 1904 and smells of vanilla.",
    outlet="Garden Leaflet",
    published="1991-05-02",
)
_DOUBLE = re.compile(r'"([^"\n]*)"')


def rows_of(reports: list[Report], *, fold: Callable[[str], str] = lambda text: text, leave: str = "") -> Rows:
    """Return the shared rows of a comparison by report id and words, sorted; ``leave`` names a report left out."""
    comparison = comparison_to_dict(flow.compare(reports, keep=False))
    names = {report["siglum"]: report["id"] for report in comparison["reports"]}
    rows: Rows = []
    for unit in comparison["units"]:
        readings = sorted(
            (names[item["siglum"]], fold(" ".join(item["text"].split())))
            for item in unit["readings"]
            if names[item["siglum"]] != leave
        )
        if len(readings) > 1:
            rows.append((unit["layer"], unit["relation"], unit["slot"] or "", *readings))
    return sorted(rows)


def swapped(reports: list[Report]) -> tuple[Rows, Rows]:
    """Swap: the same rows, mirrored."""
    return rows_of(reports), rows_of(reports[::-1])


def joined(reports: list[Report]) -> tuple[Rows, Rows]:
    """Add a report of something else: the rows of the others stay."""
    return rows_of(reports), rows_of([*reports, UNRELATED], leave=UNRELATED.id)


def doubled(reports: list[Report]) -> tuple[Rows, Rows]:
    """Give a report twice: the second is refused and nothing else changes."""
    return rows_of(reports), rows_of([*reports, replace(reports[0], id="twin")])


def renamed(reports: list[Report]) -> tuple[Rows, Rows]:
    """Rename a person everywhere: only the name changes."""
    name = most_named(reports)
    if name is None:
        return [], []
    other = name[0] + ("arden" if name[1:] != "arden" else "orden")
    pattern = re.compile(rf"\b{re.escape(name)}\b")

    def change(text: str) -> str:
        return pattern.sub(other, text)

    changed = [replace(report, text=change(report.text)) for report in reports]
    return rows_of(reports, fold=change), rows_of(changed)


def most_named(reports: list[Report]) -> str | None:
    """Return the surname that most often stands behind a first name or alone in all reports, or None."""
    annotated = [flow.annotate(report, keep=False) for report in reports]
    names: dict[str, int] = {}
    for item in annotated:
        for entity in item.entities:
            if entity.named and entity.type.value == "person" and " " in entity.name:
                surname = entity.name.split()[-1]
                names[surname] = names.get(surname, 0) + len(entity.mentions)
    known = [name for name in names if name.isalpha() and all(name in report.text for report in reports)]
    return max(sorted(known), key=lambda name: names[name], default=None)


def _retold(reports: list[Report], change: Callable[[str], str], fold: Callable[[str], str]) -> tuple[Rows, Rows]:
    """Change the writing of all texts: the same rows, once both are folded."""
    changed = [replace(report, text=change(report.text)) for report in reports]
    return rows_of(reports, fold=fold), rows_of(changed, fold=fold)


def straight(text: str) -> str:
    """Return a text with straight quotation marks."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def curly(text: str) -> str:
    """Return a text with curly double marks and apostrophes."""
    return _DOUBLE.sub("“\\1”", text).replace("'", "’")


def marked(reports: list[Report]) -> tuple[Rows, Rows]:
    """Make curly marks of straight ones."""
    plain = [replace(report, text=straight(report.text)) for report in reports]
    return _retold(plain, curly, straight)


def decomposed(reports: list[Report]) -> tuple[Rows, Rows]:
    """Write letters with accents as two code points."""
    return _retold(
        reports, lambda text: unicodedata.normalize("NFD", text), lambda text: unicodedata.normalize("NFC", text)
    )


def returned(reports: list[Report]) -> tuple[Rows, Rows]:
    """End lines as Windows does."""
    return _retold(reports, lambda text: text.replace("\n", "\r\n"), lambda text: text)


RELATIONS: dict[str, Callable[[list[Report]], tuple[Rows, Rows]]] = {
    "reports swapped": swapped,
    "an unrelated report added": joined,
    "a report doubled": doubled,
    "an actor renamed": renamed,
    "straight marks made curly": marked,
    "NFC made NFD": decomposed,
    "LF made CRLF": returned,
}


def holds(relation: Callable[[list[Report]], tuple[Rows, Rows]], reports: list[Report]) -> bool:
    """Say whether a relation holds for a story; a traceback is a broken relation, a refusal of the story none."""
    try:
        before, after = relation(reports)
    except VariorumError:
        return True
    return before == after
