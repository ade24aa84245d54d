"""Speakers: whom a cue names, resolved in the report; and to whom, through whom and when it was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from variorum.annotations.cues import DECLINING, DENYING

if TYPE_CHECKING:
    from variorum.annotations.attributions import MarkedText
    from variorum.annotations.direct_quotations import Found
    from variorum.model.annotations import Draft


def carry_speakers(draft: Draft, marked: MarkedText, found: list[Found]) -> list[Found]:
    """Return the quotations with speakers carried over to those that float: the speaker of the quotation before."""
    carried: list[Found] = []
    last: Found | None = None
    for item in found:
        if item.attribution is None and last is not None and item.spans[0].start - last.spans[-1].end < 600:
            item = replace(
                item, attribution=last.attribution, carried=True, rule=item.rule + ", speaker carried", confidence=0.5
            )
        if item.pairs and item.attribution is not None and item.attribution.speaker is not None:
            last = item
        carried.append(item)
    return carried


def resolve_speaker(draft: Draft, marked: MarkedText, item: Found) -> dict[str, Any]:
    """Return the fields of a quotation that tell its source."""
    attribution = item.attribution
    if attribution is None:
        return {}
    fields: dict[str, Any] = {}
    if not item.carried:
        fields["cue"] = marked.span(attribution.cue_start, attribution.cue_end)
        fields["cue_lemma"] = attribution.lemma
        fields["denied"] = attribution.lemma in DENYING or attribution.lemma in DECLINING
    if attribution.speaker is not None:
        fields["speaker"] = marked.span(*attribution.speaker)
    return fields
