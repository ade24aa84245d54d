"""Remainders: what of a sentence no row tells, and whether the rows of its sentence tell it after all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.topics import QUOTED_BLANKS
from variorum.model.annotations import Statement
from variorum.model.comparisons import Unit
from variorum.model.spans import Span, merge_spans

#: A clause counts as shared when a shared unit covers at least this part of it.
SHARED_PART = 0.5
#: Words below which a passage tells nothing: a label ("Photo", "LIND:"), an agency, a mark that stands alone.
_LEAST_WORDS = 2
#: Lemmas that a clause of a shared sentence needs to tell something by itself: not "as the film shows".
_LEAST_LEMMAS = 3
#: Share of its lemmas that the rows of its sentence may have.
_MOST_TOLD = 0.4
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def tells(words: str) -> bool:
    """Say whether a passage has words enough to tell something."""
    return sum(1 for _ in islice(_WORD.finditer(words), _LEAST_WORDS)) == _LEAST_WORDS


def covered(span: Span, taken: Iterable[Span], text: str) -> float:
    """Return the part of the letters of ``span`` that ``taken`` covers, 0 to 1."""
    letters = [offset for offset in range(span.start, span.end) if text[offset].isalnum()]
    near = [other for other in taken if other.overlaps(span)]
    if not letters or not near:
        return 0.0
    return sum(any(other.start <= offset < other.end for other in near) for offset in letters) / len(letters)


class RowLemmas:
    """What the rows of each sentence tell besides it, as lemmas: the other passages of these rows."""

    def __init__(self, indexes: Mapping[str, ReportIndex], shared: Iterable[Unit]) -> None:
        """Collect the lemmas of the rows that several reports tell."""
        self._beside: dict[tuple[str, int], set[str]] = {}
        for unit in shared:
            places = {
                (reading.siglum, number)
                for reading in unit.readings
                for span in reading.spans
                for number in indexes[reading.siglum].sentences_at(span)
            }
            lemmas = {place: lemmas_of(indexes[place[0]].statements_in.get(place[1], ())) for place in places}
            for place in places:
                others = (told for other, told in lemmas.items() if other != place)
                self._beside.setdefault(place, set()).update(*others)

    def tell(self, siglum: str, sentence: int, statements: Iterable[Statement]) -> bool:
        """Say whether the rows of a sentence tell what is left of it, or what is left tells nothing.

        "The tower that the storm brought down" beside a row in which the other report says that a storm brought it
        down is a part of that row, whichever clause of it was aligned.
        """
        lemmas = lemmas_of(statements)
        told = lemmas & self._beside.get((siglum, sentence), set())
        return len(lemmas) < _LEAST_LEMMAS or len(told) >= _MOST_TOLD * len(lemmas)


def lemmas_of(statements: Iterable[Statement]) -> frozenset[str]:
    """Return the content lemmas of clauses."""
    return frozenset(lemma for statement in statements for lemma in statement.lemmas)


def left_over(
    index: ReportIndex, number: int, statements: Sequence[Statement], taken: Sequence[Span], rows: RowLemmas
) -> list[Span]:
    """Return what to show of a sentence: all of it where most is not shared, else its clauses, neighbours joined."""
    sentence = index.sentence_of(number).span
    if covered(sentence, taken, index.text) < SHARED_PART / 2:
        return [sentence]
    clauses = merge_spans((statement.span for statement in statements), gap=2)
    return [
        clause
        for clause in clauses
        if index.words(clause).count(" ") >= QUOTED_BLANKS - 1
        and not rows.tell(index.siglum, number, (item for item in statements if clause.contains(item.span)))
    ]
