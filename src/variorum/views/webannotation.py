"""The readings as W3C Web Annotations (JSON-LD): one annotation a row, one target a passage, both selectors.

Positions are code points and quotations carry the words around them, so that an annotation can be found again when a
text has changed a little (W3C Web Annotation Data Model, 2017, sections 4.2.4 and 4.2.5).
"""

from __future__ import annotations

from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import Comparison, Reading, Unit
from variorum.model.spans import Span
from variorum.views.linked_data import Json, address, text_iri, to_linked_json
from variorum.views.sigla import ordered_reports, report_name, siglum_rank, story_title

CONTEXT = 32
"""Code points of prefix and suffix."""


def render_webannotation(comparison: Comparison) -> str:
    """Return the units of a comparison as an annotation collection with one page."""
    texts = dict(comparison.story.items())
    items = [_annotation(unit, texts) for unit in comparison.units]
    names = [report_name(siglum, annotated) for siglum, annotated in ordered_reports(comparison.story)]
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:variorum:annotations",
        "type": "AnnotationCollection",
        "label": f"{story_title(comparison.story)}: {', '.join(names)}",
        "total": len(items),
        "first": {"id": "urn:variorum:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return to_linked_json(collection)


def _annotation(unit: Unit, texts: dict[str, AnnotatedReport]) -> Json:
    """Return one row: what it is about and what its readings are to each other, on all its passages."""
    readings = sorted(unit.readings, key=lambda reading: (siglum_rank(reading.siglum), reading.spans))
    bodies: list[Json] = [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": unit.gist},
        {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": str(unit.relation)},
        {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": str(unit.layer)},
    ]
    if unit.slot:
        bodies.append({"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": str(unit.slot)})
    bodies += [
        {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": reason}
        for reason in unit.reasons
    ]
    return {
        "id": f"urn:variorum:unit:{unit.id}",
        "type": "Annotation",
        "motivation": "linking" if len(readings) > 1 else "highlighting",
        "body": bodies,
        "target": [_target(reading, span, texts[reading.siglum]) for reading in readings for span in reading.spans],
    }


def _target(reading: Reading, span: Span, annotated: AnnotatedReport) -> Json:
    """Return one passage: the text by its hash, and the place in it by offsets and by the words around it."""
    report = annotated.report
    source: Json = {"id": text_iri(report), "type": "Text", "format": "text/plain"}
    if report.language:
        source["language"] = report.language
    if (url := address(report)) is not None:
        source["via"] = url
    text = report.text
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": text[span.start : span.end],
                "prefix": text[max(0, span.start - CONTEXT) : span.start],
                "suffix": text[span.end : span.end + CONTEXT],
            },
        ],
        "styleClass": f"siglum-{reading.siglum}",
    }
