"""Answers: reports of a few words or one sentence each ("largest shareholder", "until July 2024") of one meaning.

Such a report has no neighbours, and often neither verb nor names, by which statements of whole reports are told apart:
its words as a whole decide, and its figures and countries.
"""

from __future__ import annotations

from math import isclose

from msgspec import Struct

from variorum.alignments.neighbours import report_pairs
from variorum.alignments.similarities import cosines, vectors_of
from variorum.alignments.wordings.figures import read_figures
from variorum.alignments.wordings.likeness import words_of
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import AnnotatedReport, Statement

#: Cosine from which two answers mean the same: the best balance over eight questions whose answers people grouped.
_LEAST_COSINE = 0.485


class _Answer(Struct, frozen=True, eq=False):
    """The one sentence of a short report."""

    ref: Ref
    text: str
    figures: frozenset[float]
    countries: frozenset[str]
    """Of the states and places that it names."""


def align_answers(aligned: AlignedStory) -> tuple[Alignment, ...]:
    """Return the alignments of short reports that nothing aligns yet and that mean the same."""
    items = list(aligned.story.items())
    answers = {place: answer for place, item in enumerate(items) if (answer := _answer_of(*item)) is not None}
    taken = {frozenset((link.left.siglum, link.right.siglum)) for link in aligned.alignments}
    places = list(answers)
    vectors = vectors_of([answers[place].text for place in places]) if len(places) > 1 else None
    if vectors is None:
        return ()
    near, rows = cosines(vectors, vectors), {place: row for row, place in enumerate(places)}
    found = []
    for left, right in report_pairs(aligned.story):
        if left not in answers or right not in answers:
            continue
        one, two = answers[left], answers[right]
        cosine = float(near[rows[left], rows[right]])
        if cosine < _LEAST_COSINE or _differ(one, two):
            continue
        if frozenset((one.ref.siglum, two.ref.siglum)) not in taken:
            found.append(_alignment(one, two, cosine))
    return tuple(found)


def _answer_of(siglum: str, annotated: AnnotatedReport) -> _Answer | None:
    """Return the statement that a report of one short sentence makes; None for any other report."""
    if len(annotated.sentences) != 1 or not annotated.statements:
        return None
    text = annotated.report.text
    words = words_of(text[: LIMITS.pattern_characters])
    if len(words) > LIMITS.claim_words:
        return None
    widest: Statement = max(annotated.statements, key=lambda item: (len(item.span), -item.start))
    figures = frozenset(figure.value for figure in read_figures(words))
    named = (*(item.country for item in annotated.entities if item.named), *(item.country for item in annotated.places))
    return _Answer(Ref(siglum, widest.id), text, figures, frozenset(country for country in named if country))


def _differ(one: _Answer, two: _Answer) -> bool:
    """Say whether both name countries or give figures, and none is in both: "three years", "two more years"."""
    if one.countries and two.countries and not one.countries & two.countries:
        return True
    if not one.figures or not two.figures:
        return False
    return not any(isclose(value, other, rel_tol=1e-6) for value in one.figures for other in two.figures)


def _alignment(one: _Answer, two: _Answer, cosine: float) -> Alignment:
    """Return the alignment of two answers."""
    same = one.text.strip().casefold() == two.text.strip().casefold()
    reason = "the same words" if same else f"similar wording {cosine:.2f}"
    kind = AlignmentKind.IDENTICAL if same else AlignmentKind.REWORDED
    return Alignment(Layer.STATEMENT, one.ref, two.ref, kind, round(cosine, 4), (reason,))
