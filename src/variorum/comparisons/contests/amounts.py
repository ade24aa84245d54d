"""Amounts of two sentences that may answer one question, where both can count one thing and the figures differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

from variorum.comparisons.conflicts.counts import (
    are_counts_alike,
    count_two_things,
    counts_meet,
    fate_of,
    is_former,
    is_partial,
)
from variorum.comparisons.conflicts.figures import counts_clash, is_update
from variorum.comparisons.conflicts.finding import SlotReading
from variorum.comparisons.contests.differences import Difference, Traits, host_of, mirrored, traits_of
from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.comparisons import Slot
from variorum.model.quantities import Quantity
from variorum.model.spans import Span
from variorum.paraphrases import are_kin

#: Figures of a sentence that are held against those of another one.
_MOST = 8
#: Smaller figures are told of many things.
_SMALL = 10


class _Figures(Struct, frozen=True):
    """Two figures of one unit that exclude each other, with their clauses."""

    one: Quantity
    other: Quantity
    left: Fact
    right: Fact
    clash: Clash
    known: int
    """How many of the two reports have the figure of the other one as well."""

    @property
    def rank(self) -> tuple[int, bool, int, int, int]:
        """Return what the likeliest to count one thing is chosen by."""
        return (-sum(self.meet), not self.one_noun, self.known, *mirrored(self.one.start, self.other.start))

    @property
    def meet(self) -> tuple[bool, bool]:
        """Say whether both count one thing, and whether they do so where their clauses surely tell one thing."""
        facts = self.left, self.right
        return counts_meet(self.one, self.other, *facts), counts_meet(self.one, self.other, *facts, surely=True)

    @property
    def one_noun(self) -> bool:
        """Say whether both count what has one name."""
        one, other = self.one.counted, self.other.counted
        return bool(one and other) and (one == other or are_kin(one or "", other or ""))


def amount_differences(contest: Contest, indexes: Indexes) -> Iterator[Difference]:
    """Yield the two figures of one unit that exclude each other and likeliest count one thing."""
    ends = [indexes[passage.siglum] for passage in contest.ends]
    amounts = [index.quantities_in(passage.span)[:_MOST] for index, passage in zip(ends, contest.ends, strict=True)]
    found = [figures for one, other in product(*amounts) for figures in _figures(contest, ends, one, other)]
    if not found:
        return
    best = min(found, key=lambda figures: figures.rank)
    if not are_counts_alike(best.one, best.left, best.other, best.right):
        return
    figures = [{(item.low, item.high, item.unit) for item in side} for side in amounts]
    yield Difference(
        Slot.QUANTITY,
        SlotReading(best.left, best.one.text, _span(best.one)),
        SlotReading(best.right, best.other.text, _span(best.other)),
        best.clash.reason,
        {
            **traits_of(contest, best.left, best.right),
            **_own_traits(best),
            "others agree": float(not figures[0].isdisjoint(figures[1])),
            "only one each": float(len(amounts[0]) == len(amounts[1]) == 1),
        },
        kind="amount",
    )


def _figures(contest: Contest, ends: Sequence[ReportIndex], one: Quantity, other: Quantity) -> Iterator[_Figures]:
    """Yield two figures of a sentence each where they are of one unit, exclude each other and may count one thing."""
    if one.unit != other.unit or (clash := counts_clash(one, other)) is None:
        return
    left, right = host_of(_span(one), contest.clauses[0]), host_of(_span(other), contest.clauses[1])
    if not count_two_things(one, left, other, right):
        known = ((one.low, one.high) in ends[1].figures) + ((other.low, other.high) in ends[0].figures)
        yield _Figures(one, other, left, right, clash, known)


def _span(quantity: Quantity) -> Span:
    """Return where a quantity stands."""
    return Span(quantity.start, quantity.end)


def _own_traits(best: _Figures) -> Traits:
    """Return what speaks for two figures counting one thing."""
    one, other, left, right = best.one, best.other, best.left, best.right
    return {
        "certainty": best.clash.certainty,
        "meet": float(best.meet[0]),
        "meet surely": float(best.meet[1]),
        "one noun": float(best.one_noun),
        "measured": float(one.is_measured and other.is_measured),
        "known to one": float(best.known > 0),
        "known to both": float(best.known > 1),
        "fates differ": float(fate_of(one, left) != fate_of(other, right)),
        "part": float(is_partial(one, left) or is_partial(other, right)),
        "former": float(is_former(one, left) or is_former(other, right)),
        "update": float(is_update(one, other, left, right) is not None),
        "small": float(max(one.low or 0, other.low or 0) < _SMALL),
    }
