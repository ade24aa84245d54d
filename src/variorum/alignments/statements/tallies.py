"""Tallies: clauses of two reports that count the same thing, although they word it otherwise.

"Three people were killed" and "the fire cost five lives" share hardly a word, and are what a reader compares first.
A tally is a quantity of which the text says what is counted or measured. Two are aligned when they count the same
(:meth:`~variorum.model.quantities.Quantity.counts_the_same`), in sentences that are near in meaning together with the
sentence before, at times that can be one; each is the other's best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.neighbours import report_pairs
from variorum.alignments.occasions import TimeFit, times_fit
from variorum.alignments.similarities import cosines, mutual_best, nearest, vectors_of
from variorum.alignments.wordings.likeness import NUMERALS, STOP_WORDS, contents_of, words_of
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import AnnotatedReport, Statement, TimeExpression
from variorum.model.quantities import Quantity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: From here two tallies count the same thing: cosine of the sentences with what stands around them.
_SAME = 0.50
#: What a tally with a governing verb ("killed") or in a measure needs less: few sentences of a story count the same.
_HARM_BONUS = 0.12
#: What each shared word adds, for so many at most; what a bound against an exact figure costs.
_WORD_BONUS = 0.06
_WORDS_MOST = 2
_BOUND_MALUS = 0.10
#: Sentences shorter than this are read together with the one before: "Nobody was hurt."
_SHORT_WORDS = 8


_Kind = tuple[str, str | None]
"""The unit and the role of a quantity: others do not count the same."""


class _Tally(Struct, frozen=True, eq=False):
    """A quantity with the clause that tells it."""

    ref: Ref
    quantity: Quantity
    times: tuple[TimeExpression, ...]
    position: float
    context: str
    stems: frozenset[str]
    """Content words of the clause that are no names and no numbers."""


class _Side(Struct, frozen=True, eq=False):
    """The tallies of one report."""

    tallies: tuple[_Tally, ...]
    vectors: NDArray[np.float32]


def align_tallies(aligned: AlignedStory) -> tuple[Alignment, ...]:
    """Return alignments of statements that count the same, where neither clause is aligned with one that counts it."""
    sides = []
    for siglum, annotated in aligned.story.items():
        tallies = tuple(_tallies_of(siglum, annotated))
        sides.append(_Side(tallies, vectors_of([tally.context for tally in tallies])))
    taken: dict[tuple[Ref, str], set[Ref]] = {}
    for link in aligned.alignments:
        if link.layer is Layer.STATEMENT and link.kind is not AlignmentKind.UNCERTAIN:
            for ref, other in ((link.left, link.right), (link.right, link.left)):
                taken.setdefault((ref, other.siglum), set()).add(other)
    found: list[Alignment] = []
    for left, right in report_pairs(aligned.story):
        found.extend(_align_sides(sides[left], sides[right], taken))
    return tuple(found)


def _tallies_of(siglum: str, annotated: AnnotatedReport) -> Iterable[_Tally]:
    """Yield the tallies of a report, each with the shortest statement outside of direct speech that holds it."""
    text = annotated.report.text
    times = {time.id: time for time in annotated.times}
    holders: dict[str, Statement] = {}
    for statement in annotated.statements:
        for item in statement.quantities:
            if item not in holders or len(statement.span) < len(holders[item].span):
                holders[item] = statement
    for quantity in annotated.quantities[: LIMITS.statements]:
        holder = holders.get(quantity.id)
        if holder is None or (quantity.role or quantity.counted or quantity.unit) is None:
            continue
        yield _Tally(
            ref=Ref(siglum, holder.id),
            quantity=quantity,
            times=tuple(times[item] for item in holder.times if item in times),
            position=holder.start / max(1, len(text)),
            context=_context(annotated, holder),
            stems=frozenset(
                word.stem
                for word in words_of(holder.span.text_of(text))
                if word.text.islower() and word.stem not in STOP_WORDS and word.stem not in NUMERALS.values()
            )
            - set(contents_of(quantity.text)),
        )


def _context(annotated: AnnotatedReport, statement: Statement) -> str:
    """Return the sentence of a statement; a short one with the sentence before it."""
    text = annotated.report.text
    sentence = annotated.sentences[statement.sentence]
    words = text[sentence.start : sentence.end]
    if statement.sentence and words.count(" ") < _SHORT_WORDS:
        before = annotated.sentences[statement.sentence - 1]
        if before.paragraph == sentence.paragraph:
            words = text[before.start : sentence.end]
    return words[: LIMITS.pattern_characters]


def _align_sides(left: _Side, right: _Side, taken: dict[tuple[Ref, str], set[Ref]]) -> list[Alignment]:
    """Match the tallies of two reports one to one."""
    if not left.tallies or not right.tallies:
        return []
    similarities = cosines(left.vectors, right.vectors)
    scores: dict[tuple[int, int], float] = {}
    for row, column in _candidates(left, right, similarities):
        one, two = left.tallies[row], right.tallies[column]
        if not one.quantity.counts_the_same(two.quantity) or _apart(one, two):
            continue
        harm = _HARM_BONUS if one.quantity.role or one.quantity.is_measured else 0.0
        near = 0.05 * (1.0 - abs(one.position - two.position))
        shared = _WORD_BONUS * min(_WORDS_MOST, len(one.stems & two.stems))
        bounds = _BOUND_MALUS if _is_exact(one.quantity) != _is_exact(two.quantity) else 0.0
        score = float(similarities[row, column]) + harm + near + shared - bounds
        if score >= _SAME:
            scores[row, column] = round(min(1.0, score), 4)
    return [
        _alignment(left.tallies[row], right.tallies[column], scores[row, column])
        for row, column in sorted(mutual_best(scores))
        if not _is_counted(left.tallies[row], right, taken) and not _is_counted(right.tallies[column], left, taken)
    ]


def _candidates(left: _Side, right: _Side, similarities: NDArray[np.float32]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that may count the same, of each tally with those nearest to it."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    groups: tuple[dict[_Kind, list[int]], dict[_Kind, list[int]]] = defaultdict(list), defaultdict(list)
    for side, found in zip((left, right), groups, strict=True):
        for number, tally in enumerate(side.tallies):
            found[tally.quantity.unit or "", tally.quantity.role].append(number)
    for kind, rows in groups[0].items():
        columns = groups[1].get(kind)
        if columns is not None:
            for row, column in nearest(similarities[np.ix_(rows, columns)]):
                yield rows[row], columns[column]


def _is_counted(tally: _Tally, others: _Side, taken: dict[tuple[Ref, str], set[Ref]]) -> bool:
    """Say whether a clause is aligned already with one of the other report that counts the same."""
    siglum = others.tallies[0].ref.siglum
    partners = taken.get((tally.ref, siglum), set())
    return any(other.ref in partners and tally.quantity.counts_the_same(other.quantity) for other in others.tallies)


def _is_exact(quantity: Quantity) -> bool:
    """Say whether a quantity has both bounds."""
    return quantity.low is not None and quantity.high is not None


def _apart(one: _Tally, two: _Tally) -> bool:
    """Say whether the clauses lie at different times."""
    return any(times_fit(first, second) is TimeFit.APART for first in one.times for second in two.times)


def _alignment(one: _Tally, two: _Tally, score: float) -> Alignment:
    """Return the alignment of two tallies."""
    what = " ".join(part for part in (one.quantity.unit, one.quantity.counted, one.quantity.role) if part)
    return Alignment(
        layer=Layer.STATEMENT,
        left=one.ref,
        right=two.ref,
        kind=AlignmentKind.REWORDED,
        score=score,
        reasons=(f"both count the same: {what}",),
    )
