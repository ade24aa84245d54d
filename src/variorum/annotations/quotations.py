"""Quotations: source, cue and content (PARC, PolNeAR): direct, mixed and indirect, with who says it to whom and when.

Marks first, parser second: pairs of marks are scanned in the text, their attributions read off the words outside the
marks; indirect contents are the clauses that verbs of saying govern.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.attributions import MarkedText
from variorum.annotations.direct_quotations import Found, find_direct, find_unattributed
from variorum.annotations.indirect_quotations import find_indirect, find_marked_phrases, find_reported_phrases
from variorum.annotations.marks import MarkedPair, scan_pairs
from variorum.annotations.speakers import SourceFinder, carry_speakers
from variorum.model.annotations import Draft, Quotation, QuotationType
from variorum.model.spans import Span, merge_spans, trim_span
from variorum.registry import annotator

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = "“”„‟\"＂«»‘’' \t\r\n\u00a0"


@annotator("quotations", needs=("entities", "times"), version="1")
def annotate_quotations(draft: Draft) -> tuple[Quotation, ...]:
    """Return the quotations of a report in text order."""
    pairs = tuple(pair for pair in scan_pairs(draft.report.text) if not draft.report.is_boilerplate(pair.outer))
    marked = MarkedText(draft.doc, pairs)
    found = find_quotations(marked)
    finder = SourceFinder(draft, marked, found)
    quotations: list[Quotation] = []
    for number, item in enumerate(found):
        spans, verbatim, kind = _typed(item, pairs, draft.report.text)
        if not spans or any(draft.report.is_boilerplate(span) for span in spans):
            continue
        source = finder.source_of(number)
        quotations.append(
            Quotation(
                id=f"q{len(quotations) + 1}",
                spans=spans,
                type=kind,
                verbatim=verbatim,
                speaker=source.speaker,
                speaker_entity=source.entity,
                speaker_canonical=source.canonical,
                cue=source.cue,
                cue_lemma=source.lemma,
                denied=source.denied,
                via=source.via,
                addressee=source.addressee,
                said_time=source.said_time,
                confidence=round(max(0.1, item.confidence - source.doubt), 2),
                rule=item.rule,
            )
        )
    return tuple(quotations)


def find_quotations(marked: MarkedText) -> list[Found]:
    """Return what the rules find, in text order; words in marks stand in two only where one reports the other."""
    direct = find_direct(marked)
    cues = {
        number
        for item in direct
        if item.attribution
        for number in range(item.attribution.cue_start, item.attribution.cue_end)
    }
    taken = {pair for item in direct for pair in item.pairs}
    indirect = [item for item in find_indirect(marked, cues) if not taken.intersection(item.pairs)]
    taken.update(pair for item in indirect for pair in item.pairs)
    indirect += find_marked_phrases(marked, taken) + find_reported_phrases(marked, indirect)
    covered = [span for item in indirect for span in item.spans]
    alone = find_unattributed(marked, taken, covered)
    found = sorted((*direct, *indirect, *alone), key=lambda item: (item.spans[0].start, -item.spans[-1].end))
    return carry_speakers(marked, found)


def _typed(
    item: Found, pairs: tuple[MarkedPair, ...], text: str
) -> tuple[tuple[Span, ...], tuple[Span, ...], QuotationType]:
    """Return the spans without marks at their edges, the verbatim parts and the type."""
    verbatim = tuple(pairs[number].inner for number in sorted(set(item.pairs)))
    spans = tuple(span for part in merge_spans(item.spans) if len(span := _trimmed(part, text, verbatim)))
    if not verbatim:
        return spans, (), QuotationType.INDIRECT
    inside = sum(_letters(text, span.start, span.end) for span in verbatim)
    whole = sum(_letters(text, span.start, span.end) for span in spans)
    kind = QuotationType.DIRECT if inside >= 0.9 * whole else QuotationType.MIXED
    return spans, verbatim, kind


def _trimmed(span: Span, text: str, verbatim: Iterable[Span]) -> Span:
    """Return a span without blanks and, where it is one pair of marks, without these."""
    bare = trim_span(span, text, strip=_MARKS)
    if any(part.start <= bare.start and bare.end <= part.end for part in verbatim):
        return bare
    return trim_span(span, text)


def _letters(text: str, start: int, end: int) -> int:
    """Return the number of letters and digits in a stretch."""
    return sum(character.isalnum() for character in text[start:end])
