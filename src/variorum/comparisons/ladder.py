"""The ladder of attribution: by which words each report hands on what a source says, from near to far.

"Said" is nearest; "described as" and "termed" leave a name to somebody; "claimed" and "reportedly" hold a thing at
arm's length; scare quotes stand farthest off. The words are shown per source and report, and no number is made of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from variorum.comparisons.readings import ReportIndex
from variorum.model.annotations import Designation, DesignationKind, Quotation
from variorum.model.comparisons import LadderRow, LadderStep, Rung
from variorum.model.spans import Span

_ORDER = list(Rung)
#: Code points between "reportedly" and the word of saying that it qualifies, at most ("reportedly said").
_BESIDE = 2

Source = tuple[str | None, str | None]


def ladder_rows(indexes: Mapping[str, ReportIndex]) -> tuple[LadderRow, ...]:
    """Return a row for each source of each report; sources with most attributions first, nobody in particular last."""
    rows: list[LadderRow] = []
    for siglum, index in sorted(indexes.items()):
        found = _attributions(index)
        ordered = sorted(found, key=lambda source: (source[0] is None, -_count(found[source]), source[0] or ""))
        rows += [LadderRow(siglum, source[0], source[1], _steps(found[source])) for source in ordered]
    return tuple(rows)


def _attributions(index: ReportIndex) -> dict[Source, dict[tuple[Rung, str], list[Span]]]:
    """Return, for each source of a report, the places of each word of attribution."""
    doubts = [item for item in index.annotated.designations if item.kind is DesignationKind.DOUBT]
    starts = [item.start for item in doubts]
    found: dict[Source, dict[tuple[Rung, str], list[Span]]] = {}
    taken: set[str] = set()
    for quotation in index.annotated.quotations:
        if quotation.cue is None:
            continue
        doubt = _doubt_at(quotation.cue, doubts, starts)
        rung = Rung.SAID
        if doubt is not None:
            taken.add(doubt.id)
            rung = _rung_of(doubt)
        beside = doubt is not None and not Span(doubt.start, doubt.end).overlaps(quotation.cue)
        span = (
            Span(min(doubt.start, quotation.cue.start), max(doubt.end, quotation.cue.end)) if beside and doubt else None
        )
        span = span or quotation.cue
        _add(found, _source(index, quotation), rung, index.words(span), span)
    for doubt in doubts:
        if doubt.id not in taken:
            span = Span(doubt.start, doubt.end)
            _add(found, (None, None), _rung_of(doubt), index.words(span), span)
    return found


def _add(
    found: dict[Source, dict[tuple[Rung, str], list[Span]]], source: Source, rung: Rung, words: str, span: Span
) -> None:
    """Add one place to a source."""
    found.setdefault(source, {}).setdefault((rung, " ".join(words.split()).lower()), []).append(span)


def _doubt_at(cue: Span, doubts: list[Designation], starts: list[int]) -> Designation | None:
    """Return the doubt that is the cue itself ("claimed") or stands right before it ("reportedly said")."""
    at = bisect_right(starts, cue.end)
    for doubt in reversed(doubts[max(0, at - 4) : at]):
        if Span(doubt.start, doubt.end).overlaps(cue) or 0 < cue.start - doubt.end <= _BESIDE:
            return doubt
    return None


def _rung_of(doubt: Designation) -> Rung:
    """Return the rung of a word of doubt, by the construction that marked it."""
    if doubt.reason == "scare quotes":
        return Rung.SCARE_QUOTES
    return Rung.DESCRIBED if doubt.reason.startswith("what somebody called") else Rung.CLAIMED


def _source(index: ReportIndex, quotation: Quotation) -> Source:
    """Return name and actor of who speaks."""
    actor = index.actor_of.get(quotation.speaker_entity) if quotation.speaker_entity else None
    name = quotation.speaker_canonical or (index.words(quotation.speaker) if quotation.speaker else None)
    return (" ".join(name.split()) if name else None, actor)


def _count(steps: Mapping[tuple[Rung, str], list[Span]]) -> int:
    """Return how often a source is given."""
    return sum(map(len, steps.values()))


def _steps(found: Mapping[tuple[Rung, str], list[Span]]) -> tuple[LadderStep, ...]:
    """Return the words of attribution, the nearest rung first, then by their first place."""
    steps = [LadderStep(rung, cue, tuple(sorted(set(spans)))) for (rung, cue), spans in found.items()]
    return tuple(sorted(steps, key=lambda step: (_ORDER.index(step.rung), step.spans[0])))
