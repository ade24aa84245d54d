"""Designations: the expressions that name or describe actors, and the words that colour or hold off what is told.

Four kinds. A label is a title, a role noun or a description that stands for an actor. A loaded expression evaluates an
act or an actor; a hedge leaves open whether a thing is so; doubt holds a claim at arm's length (claimed, scare quotes).
Every mark names the construction or the list that fired. It says what words were used, never that they are wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from variorum.annotations.designations.hedges import CALLED, Hedges
from variorum.annotations.designations.labels import find_labels
from variorum.annotations.designations.loaded import LoadedWords, join_neighbours
from variorum.annotations.designations.scare_quotes import REASON, find_scare_quotes
from variorum.annotations.trees import trees_of
from variorum.model.annotations import Designation, DesignationKind
from variorum.model.spans import Span, index_at, merge_spans
from variorum.registry import annotator

if TYPE_CHECKING:
    from variorum.annotations.designations.wording import Mark
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Draft

#: A marked name stands within so many characters of its verb: 'described the whole of the incident as a "prank"'.
NAME_REACH = 60
_AS = re.compile(r"^[^.;\n]{0,60}?\bas (?:an? |the )?[\"“‘']$|^ (?:an? |the )?[\"“‘']$")


@annotator(gives="designations", needs=("entities", "quotations"), version="21")
def annotate_designations(draft: Draft) -> tuple[Designation, ...]:
    """Return the designations of a report in text order."""
    text, trees = draft.report.text, trees_of(draft)
    labels = find_labels(draft, trees)
    scare = find_scare_quotes(draft, trees)
    taken = {(mark.start, mark.end) for mark in [*labels, *scare]}
    words = [mark for mark in _words(draft, trees, labels) if (mark.start, mark.end) not in taken]
    words = _without_callings(words, scare, text)
    marks = [*labels, *words, *scare]
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.kind.value))
    verbatim = _verbatim(draft)
    return tuple(
        Designation(
            f"d{number}", mark.start, mark.end, text[mark.start : mark.end], mark.kind, mark.entity, mark.polarity,
            _is_quoted(draft, verbatim, mark), mark.reason,
        )
        for number, mark in enumerate(marks, 1)
    )  # fmt: skip


def _words(draft: Draft, trees: Trees, labels: list[Mark]) -> list[Mark]:
    """Return loaded expressions, hedges and words of doubt outside of boilerplate."""
    hedges, loaded = Hedges(trees), LoadedWords(draft, trees, labels)
    held: list[Mark] = []
    coloured: list[Mark] = []
    token = 0
    while token < len(trees.lower):
        sentence = trees.sentences[token]
        if sentence < 0 or draft.sentences[sentence].boilerplate:
            token += 1
            continue
        after, mark = hedges.phrase_at(token)
        mark = mark or hedges.word_at(token)
        if mark is not None and mark.kind is DesignationKind.LOADED:
            coloured.append(mark)
        elif mark is not None:
            if held and _are_one(held[-1], mark, trees):
                held[-1].end = mark.end
            else:
                held.append(mark)
        elif (expression := loaded.word_at(token)) is not None:
            coloured.append(expression)
        token = max(after, token + 1)
    return [*held, *join_neighbours(coloured, draft.report.text)]


def _are_one(last: Mark, mark: Mark, trees: Trees) -> bool:
    """Say whether two marks are one: side by side, or a verb apart ("rumors suggest", "rumors surfaced suggesting")."""
    if last.kind is not mark.kind or mark.start <= last.end:
        return False
    between = trees.tokens_in(last.end + 1, mark.start)
    return mark.start - last.end == 1 or [trees.poses[token] for token in between] == ["VERB"]


def _without_callings(words: list[Mark], scare: list[Mark], text: str) -> list[Mark]:
    """Leave out a verb of calling whose word stands in scare quotes: of "termed a “raid”" the raid alone is marked."""
    starts = sorted(mark.start for mark in scare)
    return [mark for mark in words if mark.reason != CALLED or not _names_marked(mark, starts, text)]


def _names_marked(mark: Mark, starts: list[int], text: str) -> bool:
    """Say whether the first marked word after a verb of calling follows it closely, behind "as" and an article."""
    at = bisect_left(starts, mark.end)
    between = text[mark.end : starts[at]] if at < len(starts) and starts[at] - mark.end <= NAME_REACH else None
    return between is not None and _AS.search(between) is not None


def _verbatim(draft: Draft) -> list[Span]:
    """Return what is quoted word for word, merged, in text order; a clause that is only reported is the outlet's."""
    return list(merge_spans(span for quotation in draft.quotations for span in quotation.verbatim))


def _is_quoted(draft: Draft, verbatim: list[Span], mark: Mark) -> bool:
    """Say whether a mark stands in what is quoted word for word; scare quotes are the outlet's own."""
    if mark.kind is DesignationKind.DOUBT and mark.reason == REASON:
        return index_at(verbatim, max(0, mark.start - 2)) is not None
    return index_at(verbatim, mark.start) is not None or index_at(draft.marked, mark.start) is not None
