"""Quotations: source, cue and content (PARC, PolNeAR): direct, mixed and indirect, with who says it to whom and when.

Marks first, parser second: pairs of marks are scanned in the text, their attributions read off the words outside the
marks; indirect contents are the clauses that verbs of saying govern.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.quotations.carried_speakers import carry_speakers
from variorum.annotations.quotations.contents import Found
from variorum.annotations.quotations.direct import find_direct, find_unattributed
from variorum.annotations.quotations.indirect import find_indirect
from variorum.annotations.quotations.marked_phrases import find_marked_phrases, find_reported_phrases
from variorum.annotations.quotations.marked_text import MarkedText
from variorum.annotations.quotations.marks import MarkedPair, scan_pairs
from variorum.annotations.quotations.nested_contents import kinds_of
from variorum.annotations.quotations.said_times import carry_said_times
from variorum.annotations.quotations.speakers import SourceFinder
from variorum.model.annotations import AttributionKind, Draft, Polarity, Quotation, QuotationType
from variorum.model.spans import Span, merge_spans, trim_span
from variorum.registry import annotator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Where what was read is kept with the parse.
_KEPT = "variorum_attributed"
_MARKS = "“”„‟\"＂«»‘’' \t\r\n\u00a0"


@annotator("quotations", needs=("entities", "times"), version="20")
def annotate_quotations(draft: Draft) -> tuple[Quotation, ...]:
    """Return the quotations of a report in text order."""
    return tuple(item for item in _read(draft) if item.kind is AttributionKind.QUOTATION)


@annotator("attributions", needs=("quotations",), version="19")
def annotate_attributions(draft: Draft) -> tuple[Quotation, ...]:
    """Return what is attributed and is no quotation: speech acts, beliefs and stances, in text order."""
    return tuple(item for item in _read(draft) if item.kind is not AttributionKind.QUOTATION)


def _read(draft: Draft) -> tuple[Quotation, ...]:
    """Return quotations and other attributions, read once and kept with the parse for the second layer."""
    key = (draft.entities, draft.times)
    kept: tuple[object, tuple[Quotation, ...]] | None = draft.doc.user_data.get(_KEPT)
    if kept is None or kept[0] != key:
        kept = (key, carry_said_times(_attributed(draft), draft))
        draft.doc.user_data[_KEPT] = kept
    return kept[1]


def _attributed(draft: Draft) -> Iterator[Quotation]:
    """Yield what is attributed in a report, in text order."""
    text = draft.report.text
    pairs = tuple(pair for pair in scan_pairs(text) if not draft.report.is_boilerplate(pair.outer))
    marked = MarkedText(draft.doc, pairs, text)
    found = find_quotations(marked)
    finder = SourceFinder(draft, marked, found)
    sources = [finder.source_of(number) for number in range(len(found))]
    held: dict[int, str] = {}
    quotations = attributions = 0
    for item, source, kind in zip(found, sources, kinds_of(marked, found, sources), strict=True):
        spans, verbatim, form = _typed(item, pairs, text)
        if not spans or any(draft.report.is_boilerplate(span) for span in spans):
            continue
        if kind is AttributionKind.QUOTATION:
            quotations += 1
            name = f"q{quotations}"
        else:
            attributions += 1
            name = f"a{attributions}"
        continued = held.get(item.continues) if item.continues is not None else None
        held.update(dict.fromkeys(item.pairs, name))
        yield Quotation(
            id=name,
            spans=spans,
            type=form,
            verbatim=verbatim,
            speaker=source.speaker,
            speaker_entity=source.entity,
            speaker_canonical=source.canonical,
            cue=source.cue,
            cue_lemma=source.lemma,
            denied=source.polarity is not Polarity.SAID,
            polarity=source.polarity,
            via=source.via,
            addressee=source.addressee,
            venue=source.venue,
            chain=source.chain,
            said_time=source.said_time,
            confidence=round(max(0.1, item.confidence - source.doubt), 2),
            rule=item.rule,
            kind=kind,
            continues=continued,
        )


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
    taken.update(pair for item in indirect for pair in item.pairs if item.kind is AttributionKind.QUOTATION)
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
    return sum(map(str.isalnum, text[start:end]))
