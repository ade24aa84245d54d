"""Remainders: what of the sentences that several reports tell stands in one of them alone.

A row holds sentences, and two sentences that tell the same seldom tell nothing else. Which parts of a sentence no
other report tells goes by a chance (:class:`~variorum.model.alignments.SentencePart`), not by what rows cover.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from msgspec.structs import replace

from variorum.comparisons.readings import ReportIndex, make_reading
from variorum.model.alignments import Layer, SentencePart
from variorum.model.comparisons import Reading, Relation, Unit
from variorum.model.spans import Span, merge_spans, trim_span

#: Chance below which a part of a sentence that has a row is told by one report. The chance is that the most of the part
#: is told elsewhere: what is left of one that is told half is told by one all the same, so that of parts with a chance
#: about this one more than half hold something that one report alone tells.
TOLD = 0.65
#: Chance below which a part surely leaves the row of its sentence.
_APART = 0.15
#: Chance of telling anything from which a passage has a row: below it are "Good morning." and credits of pictures.
_TELLS = 0.5
#: A passage counts as shared when shared rows cover at least this part of it.
SHARED_PART = 0.5
#: Words below which a passage tells nothing: a label ("Photo", "LIND:"), an agency, a mark that stands alone.
_LEAST_WORDS = 2
#: The same for what is left of a sentence: fewer are a scrap that nobody can read alone.
_LEAST_LEFT = 4
#: Letters between two parts that are left and stand side by side.
_GAP = 2
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def tells(words: str, least: int = _LEAST_WORDS) -> bool:
    """Say whether a passage has words enough to tell something."""
    return sum(1 for _ in islice(_WORD.finditer(words), least)) == least


def covered(span: Span, taken: Iterable[Span], text: str) -> float:
    """Return the part of the letters of ``span`` that ``taken`` covers, 0 to 1."""
    letters = [offset for offset in range(span.start, span.end) if text[offset].isalnum()]
    near = [other for other in taken if other.overlaps(span)]
    if not letters or not near:
        return 0.0
    return sum(any(other.start <= offset < other.end for other in near) for offset in letters) / len(letters)


class Parts:
    """The parts of the sentences of a story, by report and sentence."""

    def __init__(self, parts: Iterable[SentencePart]) -> None:
        """Sort the parts by where they stand."""
        self._at: dict[tuple[str, int], list[SentencePart]] = {}
        for part in parts:
            self._at.setdefault((part.siglum, part.sentence), []).append(part)

    def of(self, siglum: str, sentence: int) -> Sequence[SentencePart]:
        """Return the parts of a sentence; none where nothing is known of them."""
        return self._at.get((siglum, sentence), ())

    def under(self, index: ReportIndex, spans: Iterable[Span]) -> list[SentencePart]:
        """Return the parts of all sentences that spans reach into."""
        numbers = dict.fromkeys(number for span in spans for number in index.sentences_at(span))
        return [part for number in numbers for part in self.of(index.siglum, number)]

    def tell(self, index: ReportIndex, span: Span) -> bool:
        """Say whether a passage likely tells something: any of its parts does, or nothing is known of them."""
        parts = [part.tells for part in self.under(index, [span]) if part.span.overlaps(span)]
        return max(parts, default=1.0) >= _TELLS

    def are_told(self, siglum: str, sentence: int) -> bool:
        """Say whether another report likely tells all parts of a sentence; False where nothing is known of them."""
        parts = self.of(siglum, sentence)
        return bool(parts) and all(part.told >= TOLD for part in parts)

    def told(self, index: ReportIndex, spans: Sequence[Span]) -> float:
        """Return the chance that spans are told elsewhere: the mean of their parts, 0 where nothing is known."""
        parts = [(part.told, part.span.overlap(span)) for span in spans for part in self.under(index, [span])]
        length = sum(size for _, size in parts)
        return sum(told * size for told, size in parts) / length if length else 0.0


def tells_something(unit: Unit, indexes: Mapping[str, ReportIndex], parts: Parts) -> bool:
    """Say whether any reading of a row likely tells something; of what is quoted this is taken as given.

    The line of the date stands in both of two reports ("Updated at 5.40 p.m."), and tells nothing of the event.
    """
    if unit.layer is Layer.QUOTATION:
        return True
    return any(parts.tell(indexes[item.siglum], span) for item in unit.readings for span in item.spans)


def without_remainders(unit: Unit, indexes: Mapping[str, ReportIndex], parts: Parts) -> Unit:
    """Return a row that agrees without the parts of its sentences that surely one report alone tells."""
    if not _is_plain(unit):
        return unit
    return replace(unit, readings=tuple(_cut(reading, indexes[reading.siglum], parts) for reading in unit.readings))


def _is_plain(unit: Unit) -> bool:
    """Say whether a row holds whole sentences: no conflict, and nothing that is quoted."""
    return unit.layer is not Layer.QUOTATION and unit.relation in (Relation.AGREES, Relation.UNCERTAIN)


def _cut(reading: Reading, index: ReportIndex, parts: Parts) -> Reading:
    """Return a reading without what leaves it; all of it where nothing is left that another report likely tells."""
    found = parts.under(index, reading.spans)
    away = [part.span for part in found if part.told < _APART]
    if all(part.told < TOLD for part in found):
        return reading
    left = [trim_span(span, index.text) for whole in reading.spans for span in _without(whole, away)]
    left = [span for span in left if tells(index.words(span))]
    if not left:
        return reading
    whole = make_reading(index, left)
    return replace(reading, spans=whole.spans, text=whole.text)


def _without(whole: Span, away: Iterable[Span]) -> list[Span]:
    """Return what is left of a span without others, which are in order and do not overlap."""
    left, start = [], whole.start
    for span in away:
        if span.overlaps(whole):
            left.append(Span(start, max(start, span.start)))
            start = max(start, span.end)
    return [*left, Span(min(start, whole.end), whole.end)]


def left_over(
    index: ReportIndex, number: int, taken: Sequence[Span], spoken: Sequence[Span], parts: Parts
) -> list[Span]:
    """Return what of a sentence to show as told by one: all of it where no row has it, else its unlikely parts.

    ``taken`` is what rows of several reports have, ``spoken`` what has a row already: its neighbours are joined.
    """
    sentence = index.sentence_of(number).span
    if not any(span.overlaps(sentence) for span in taken) and covered(sentence, spoken, index.text) < SHARED_PART / 2:
        return [sentence] if tells(index.words(sentence)) and parts.tell(index, sentence) else []
    alone = [part.span for part in parts.of(index.siglum, number) if part.told < TOLD]
    left = merge_spans((span for span in alone if covered(span, spoken, index.text) < SHARED_PART), gap=_GAP)
    tags = _attributions(index, sentence)
    return [span for span in left if tells(_words_beside(index, span, tags), _LEAST_LEFT) and parts.tell(index, span)]


def _words_beside(index: ReportIndex, span: Span, others: Iterable[Span]) -> str:
    """Return the words of a span that stand in none of some others."""
    return " ".join(index.words(part) for part in _without(span, merge_spans(others)))


def _attributions(index: ReportIndex, sentence: Span) -> list[Span]:
    """Return the stretches of a sentence that say who speaks."""
    found = (item.attribution for item in index.annotated.quotations)
    return [span for span in found if span is not None and span.overlaps(sentence)]
