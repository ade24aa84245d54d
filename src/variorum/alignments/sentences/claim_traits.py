"""Claim traits: what speaks for a claim of one sentence contradicting a short report, as numbers.

A claim is about the same as the report where its words stand there; it contradicts where a denial, an opposite, a
figure or a time is another one, or where its words stand far apart in the report and so tell of something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.alignments.similarities import cosines, vectors_of
from variorum.alignments.wordings.contrasts import contrast
from variorum.alignments.wordings.figures import read_figures
from variorum.alignments.wordings.likeness import NEGATIONS, STOP_WORDS, Word, words_of
from variorum.limits import LIMITS
from variorum.model.annotations import AnnotatedReport, Statement
from variorum.model.intervals import IntervalRelation
from variorum.model.quantities import QuantityRelation

#: From here words and cosines say that two texts are about one thing.
_ABOUT_ONE = 0.4
#: Words of one text that are read.
_WORDS = 120
#: Words, names and lengths beyond which more of them say no more.
_MOST_UNCOVERED, _MOST_MISSING, _MOST_HELD, _MOST_SPREAD = 5, 2, 4, 3


class Sided(Struct, frozen=True, eq=False):
    """One of the two texts: its words, and those that carry something by stem."""

    annotated: AnnotatedReport
    words: tuple[Word, ...]
    carried: dict[str, Word]

    @property
    def clauses(self) -> tuple[Statement, ...]:
        """Return the clauses that are read."""
        return self.annotated.statements[: LIMITS.candidates]


class ClaimTraits(Struct, frozen=True):
    """The traits by name, and the two clauses that are nearest in meaning."""

    values: dict[str, float]
    nearest: tuple[Statement, Statement]


def read_side(annotated: AnnotatedReport) -> Sided:
    """Return a short report with its words read."""
    words = words_of(annotated.report.text)[:_WORDS]
    return Sided(
        annotated, words, {word.stem: word for word in words if not {word.text.casefold(), word.stem} & STOP_WORDS}
    )


def claim_traits(left: AnnotatedReport, right: AnnotatedReport) -> ClaimTraits | None:
    """Return the traits of two short reports, the same whichever comes first; None where one has no clause.

    The one with fewer words that carry something is the claim.
    """
    sides = read_side(left), read_side(right)
    turned = (len(sides[1].carried), right.report.text) < (len(sides[0].carried), left.report.text)
    claim, held = (sides[1], sides[0]) if turned else sides
    if not claim.clauses or not held.clauses or not claim.carried:
        return None
    cosine, nearest = _nearest(claim, held)
    values = {"bias": 1.0, **_coverage(claim, held), **_order(claim, held)}
    values |= _denials(claim, held, nearest, cosine)
    values |= _slots(claim, held, values["covered"], cosine)
    return ClaimTraits(values, (nearest[1], nearest[0]) if turned else nearest)


def _nearest(claim: Sided, held: Sided) -> tuple[float, tuple[Statement, Statement]]:
    """Return the cosine of both texts, and the clause of each that is nearest to one of the other."""
    texts = [side.annotated.report.text[: LIMITS.pattern_characters] for side in (claim, held)]
    told = [
        [item.span.text_of(side.annotated.report.text)[: LIMITS.pattern_characters] for item in side.clauses]
        for side in (claim, held)
    ]
    whole = float(cosines(vectors_of(texts[:1]), vectors_of(texts[1:]))[0, 0])
    table = cosines(vectors_of(told[0]), vectors_of(told[1]))
    row, column = divmod(int(table.argmax()), table.shape[1])
    return whole, (claim.clauses[row], held.clauses[column])


def _coverage(claim: Sided, held: Sided) -> dict[str, float]:
    """Return how much of the claim the other text has: its words, its names."""
    own = claim.carried.keys() - held.carried.keys()
    covered = 1 - len(own) / len(claim.carried)
    # the capital of a first word says nothing, unless the other text has the word as well
    named = [
        word for word in claim.carried.values() if word.text[0].isupper() and not (word.first and word.stem in own)
    ]
    missing = sum(word.stem in own for word in named)
    return {
        "covered": covered,
        "all covered": float(not own),
        "uncovered": min(len(own), _MOST_UNCOVERED) / _MOST_UNCOVERED,
        "names missing": min(missing, _MOST_MISSING) / _MOST_MISSING,
        "names held": min(len(named) - missing, _MOST_HELD) / _MOST_HELD,
        "short": 1 / len(claim.carried),
    }


def _order(claim: Sided, held: Sided) -> dict[str, float]:
    """Return how far apart the words of the claim stand in the other text, and how many of them in another order."""
    place: dict[str, int] = {}
    for at, word in enumerate(held.words):
        place.setdefault(word.stem, at)
    shared = claim.carried.keys() & held.carried.keys()
    found = [place[word.stem] for word in claim.words if word.stem in shared]
    pairs = [(one, other) for at, one in enumerate(found) for other in found[at + 1 :]]
    if not pairs:
        return {"spread": 0.0, "order turned": 0.0}
    spread = (max(found) - min(found)) / len(claim.words)
    return {
        "spread": min(spread, _MOST_SPREAD) / _MOST_SPREAD,
        "order turned": sum(one > other for one, other in pairs) / len(pairs),
    }


def _denials(claim: Sided, held: Sided, nearest: tuple[Statement, Statement], cosine: float) -> dict[str, float]:
    """Return whether one denies: the nearest clauses an odd number of times, or one text and not the other."""
    told = [
        _count_negations(words_of(clause.span.text_of(side.annotated.report.text)))
        for side, clause in zip((claim, held), nearest, strict=True)
    ]
    whole = [_count_negations(side.words) > 0 for side in (claim, held)]
    return {
        "denied in one clause": float(told[0] % 2 != told[1] % 2),
        "denied in one": (whole[0] != whole[1]) * max(0.0, cosine - _ABOUT_ONE),
    }


def _count_negations(words: Sequence[Word]) -> int:
    """Return how many words negate."""
    return sum(word.text.casefold() in NEGATIONS or word.text.casefold().endswith("n't") for word in words)


def _slots(claim: Sided, held: Sided, covered: float, cosine: float) -> dict[str, float]:
    """Return what else differs: an opposite, a figure, an amount, a time."""
    own, others = claim.carried.keys() - held.carried.keys(), held.carried.keys() - claim.carried.keys()
    opposite = any(
        contrast(claim.carried[one].text.casefold(), held.carried[other].text.casefold())
        for one in own
        for other in others
    )
    apart = _amounts_apart(claim.annotated, held.annotated)
    other_figure = max(float(apart), float(_has_other_figure(claim, held)))
    return {
        "opposite": float(opposite),
        "amounts apart": float(apart),
        "other figure": other_figure * max(0.0, cosine - _ABOUT_ONE),
        "other time": _times_apart(claim.annotated, held.annotated) * max(0.0, covered - _ABOUT_ONE),
    }


def _has_other_figure(claim: Sided, held: Sided) -> bool:
    """Say whether both have figures, and the claim one that the other text has not."""
    known = [figure.value for figure in read_figures(held.words)]
    return bool(known) and any(figure.value not in known for figure in read_figures(claim.words))


def _amounts_apart(claim: AnnotatedReport, held: AnnotatedReport) -> bool:
    """Say whether amounts of one unit, which may count one thing, exclude each other, and none fit."""
    relations = [
        one.relation_to(other)
        for one in claim.quantities
        for other in held.quantities
        if one.unit == other.unit and (one.counted == other.counted or None in (one.counted, other.counted))
    ]
    return bool(relations) and all(relation is QuantityRelation.APART for relation in relations)


def _times_apart(claim: AnnotatedReport, held: AnnotatedReport) -> bool:
    """Say whether both give times, and none of the one can be one of the other."""
    relations = [
        one.interval.relation_to(other.interval)
        for one in claim.times
        for other in held.times
        if one.interval is not None and other.interval is not None
    ]
    return bool(relations) and all(relation is IntervalRelation.APART for relation in relations)
