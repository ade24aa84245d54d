"""Units and their readings: the rows that several sections show."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from variorum.model.alignments import Layer
from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import Reading, Relation, Unit
from variorum.model.spans import Span
from variorum.views.anchors import anchor
from variorum.views.rows import reasons_of, speaker_of, via_of
from variorum.views.sections.values import EVIDENCE_CHARACTERS, Values, language_of
from variorum.views.shown import one_line, shown
from variorum.views.sigla import siglum_rank
from variorum.views.wordings import compare_wordings

SIGNS = {"contradicts": "≠", "rewords": "≈", "agrees": "=", "uncertain": "?", "only": "◐"}
"""The sign of each relation, so that it never rests on colour alone."""

RELATIONS = {
    "contradicts": "conflict",
    "rewords": "worded differently",
    "agrees": "told alike",
    "uncertain": "uncertain",
    "only": "told by one only",
}

SLOTS = {
    "place": "Where",
    "time": "When",
    "quantity": "How many",
    "actor": "Who",
    "polarity": "Whether",
    "certainty": "How sure",
    "attribution": "Says who",
    "wording": "Wording",
}
"""The question on which the readings of a conflict differ."""

_ABOUT = {
    "place": "where it happened",
    "time": "when it happened",
    "quantity": "how many or how much",
    "actor": "who did it",
    "polarity": "whether it happened",
    "certainty": "how sure it is",
    "attribution": "who said it",
    "wording": "what was said",
}
_PLACES = ((0.15, "told at the top of a report"), (0.5, "told in its first half"), (1.0, "told in its second half"))
_SURE = ((0.8, "surely one matter"), (0.6, "likely one matter"), (0.0, "perhaps one matter"))

_CONTEXT = 180
"""Code points of the sentence shown around a reading, each side."""


def unit_values(unit: Unit, texts: dict[str, AnnotatedReport]) -> Values:
    """Return a unit with its readings."""
    relation = str(unit.relation)
    readings = sorted(unit.readings, key=lambda reading: (siglum_rank(reading.siglum), reading.spans))
    wordings = compare_wordings([shown(reading.text) for reading in readings])
    return {
        "id": unit.id,
        "layer": str(unit.layer),
        "relation": relation,
        "sign": SIGNS[relation],
        "relation_name": RELATIONS[relation],
        "slot": SLOTS.get(str(unit.slot), "") if unit.slot else "",
        "question": str(unit.slot) if unit.slot and unit.relation is Relation.CONTRADICTS else "",
        "within": unit.within,
        "sigla": sorted({reading.siglum for reading in readings}, key=siglum_rank),
        "actors": list(unit.actors),
        "weight": unit.weight,
        "weight_reason": _weight_reason(unit, texts),
        "versus": _values(readings),
        "gist": one_line(unit.gist, limit=200).rstrip(" ,;:"),
        # Of quotations that no single words set against each other, the words that differ are marked.
        "by_wording": unit.layer is Layer.QUOTATION and not any(reading.focus for reading in readings),
        "reasons": [one_line(reason) for reason in reasons_of(unit)],
        "not_mentioned": sorted(unit.not_mentioned, key=siglum_rank),
        "readings": [
            {**_reading(reading, texts[reading.siglum]), "wording": wording}
            for reading, wording in zip(readings, wordings, strict=True)
        ],
    }


def _values(readings: Sequence[Reading]) -> list[Values]:
    """Return the values of a conflict, each once with the reports that have it."""
    found: dict[str, Values] = {}
    for reading in readings:
        value = one_line(reading.value or "", limit=60)
        if value:
            entry = found.setdefault(value.casefold(), {"value": value, "sigla": []})
            entry["sigla"] += [reading.siglum] if reading.siglum not in entry["sigla"] else []
    return list(found.values())


def _weight_reason(unit: Unit, texts: dict[str, AnnotatedReport]) -> str:
    """Return why a conflict stands where it stands among the others."""
    highest = min(reading.spans[0].start / max(1, len(texts[reading.siglum].report.text)) for reading in unit.readings)
    place = next(words for limit, words in _PLACES if highest <= limit)
    sure = next(words for limit, words in _SURE if unit.score >= limit)
    return f"{_ABOUT.get(str(unit.slot), 'a difference')}, {place}, {sure}"


def _reading(reading: Reading, annotated: AnnotatedReport) -> Values:
    """Return a reading: its words with the deciding ones marked, in the sentence around them."""
    text = annotated.report.text
    first, last = reading.spans[0], reading.spans[-1]
    parts = [part for span in reading.spans for part in (*_words(span, reading.focus, text), (" … ", False))][:-1]
    before, after = _around(first, last, annotated)
    return {
        "siglum": reading.siglum,
        "href": f"#{anchor(reading.siglum, first)}",
        "before": before,
        "parts": parts,
        "after": after,
        "text": one_line(reading.text, limit=EVIDENCE_CHARACTERS),
        "value": one_line(reading.value or "", limit=80),
        "speaker": one_line(speaker_of(reading), limit=80),
        "via": one_line(via_of(reading), limit=80),
        "lang": language_of(annotated),
    }


def _words(span: Span, focus: Sequence[Span], text: str) -> list[tuple[str, bool]]:
    """Return the words of a span in parts: (text, whether it decides)."""
    parts, done = [], span.start
    for word in sorted(focus):
        start, end = max(word.start, done), min(word.end, span.end)
        if start < end:
            parts += [(shown(text[done:start]), False), (shown(text[start:end]), True)]
            done = end
    parts.append((shown(text[done : span.end]), False))
    return [part for part in parts if part[0]]


def _around(first: Span, last: Span, annotated: AnnotatedReport) -> tuple[str, str]:
    """Return what stands before and after a reading in its sentence, cut where it is long."""
    text = annotated.report.text
    start = min(_sentence_at(annotated, first.start).start, first.start)
    end = max(_sentence_at(annotated, max(last.end - 1, last.start)).end, last.end)
    before, after = shown(text[start : first.start]), shown(text[last.end : end])
    before = "… " + before[-_CONTEXT:].partition(" ")[2] if len(before) > _CONTEXT else before
    after = after[:_CONTEXT].rpartition(" ")[0] + " …" if len(after) > _CONTEXT else after
    return before, after


def _sentence_at(annotated: AnnotatedReport, offset: int) -> Span:
    """Return the sentence that holds ``offset``, or the offset alone where there is none."""
    index = bisect_right(annotated.sentences, offset, key=lambda sentence: sentence.start) - 1
    if index >= 0 and offset < annotated.sentences[index].end:
        return annotated.sentences[index].span
    return Span(offset, offset)
