"""Reader: the texts side by side, cut at everything marked in them."""

from __future__ import annotations

from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import Comparison
from variorum.views.anchors import linked_spans
from variorum.views.sections.values import Values, language_of
from variorum.views.segments import cut_text
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports, report_name

READER_COLUMNS = 5
"""Reports shown in the reader at first; more can be chosen."""


def reader_values(comparison: Comparison) -> list[Values]:
    """Return a column for each report, in the order of the sigla."""
    linked = linked_spans(comparison)
    return [
        {
            "siglum": siglum,
            "name": one_line(report_name(siglum, annotated)),
            "lang": language_of(annotated),
            "title": _title_above(annotated),
            "paragraphs": cut_text(siglum, annotated.report, comparison, linked[siglum]),
            "hidden": number >= READER_COLUMNS,
        }
        for number, (siglum, annotated) in enumerate(ordered_reports(comparison.story))
    ]


def _title_above(annotated: AnnotatedReport) -> str:
    """Return the title to show above a text: none where the text begins with it."""
    title = one_line(annotated.report.title or "")
    return "" if one_line(annotated.report.text[: 2 * len(title) + 20]).startswith(title) else title
