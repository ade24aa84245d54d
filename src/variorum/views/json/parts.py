"""What both outputs share: the version, and spans, intervals and evidence as plain values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from variorum.model.annotations import Reference, Sentence, Tone
from variorum.model.comparisons import Evidence
from variorum.model.intervals import Interval
from variorum.model.spans import Span
from variorum.views.dates import iso_moment

SCHEMA = 1
"""Version of the machine interface."""

Json = dict[str, Any]


def to_json(document: Json) -> str:
    """Return ``document`` as one line of JSON; readable UTF-8 unless a lone surrogate forces escapes."""
    line = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(document, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return line


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as [start, end] pairs."""
    return [[span.start, span.end] for span in spans]


def ends(name: str, span: Span | None) -> Json:
    """Return ``name_start`` and ``name_end``, both null without a span."""
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}


def interval_fields(interval: Interval | None) -> Json:
    """Return the two ends and the granularity of an interval; all null when there is none."""
    return {
        "begin": iso_moment(interval.begin) if interval else None,
        "before": iso_moment(interval.before) if interval else None,
        "granularity": str(interval.granularity) if interval else None,
    }


def reference_fields(reference: Reference) -> Json:
    """Return what relative times were read against."""
    return {**interval_fields(reference.interval), "basis": reference.basis, "evidence": reference.evidence}


def voice_name(*, quoted: bool) -> str:
    """Return whose words they are."""
    return "quoted" if quoted else "outlet"


def evidence_list(evidence: Iterable[Evidence]) -> list[Json]:
    """Return words of reports with their places."""
    return [
        {"siglum": item.siglum, "start": item.span.start, "end": item.span.end, "text": item.text} for item in evidence
    ]


def tone_fields(tone: Tone, sentences: Sequence[Sentence]) -> Json:
    """Return how one sentence speaks of an entity."""
    sentence = sentences[tone.sentence]
    return {
        "id": tone.id,
        "start": tone.start,
        "end": tone.end,
        "sentence": [sentence.start, sentence.end],
        "entity": tone.entity,
        "polarity": tone.polarity,
        "score": max(tone.scores),
        "scores": dict(zip(("negative", "neutral", "positive"), tone.scores, strict=True)),
        "words": pairs(tone.words),
        "voice": voice_name(quoted=tone.quoted),
    }
